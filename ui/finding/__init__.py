"""Find words in the report and put others in their place: a page of the side panel."""
