"""What an import found, shown before it is stored, and corrected line by line."""
