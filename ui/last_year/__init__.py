"""Last year's text beside the form, with what became of each paragraph."""
