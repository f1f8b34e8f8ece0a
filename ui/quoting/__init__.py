"""Indicators quoted in the text: inserting one, and what is known of one that is there."""
