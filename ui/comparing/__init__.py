"""Two states of a text beside each other, paragraph by paragraph and word by word."""
