"""What one sees first: the reports by year, the deadlines, the first hints."""
