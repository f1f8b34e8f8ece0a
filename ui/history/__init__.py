"""What the report was: its revisions, what became of each since, and the way back."""
