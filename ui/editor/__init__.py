"""The workplace of one report: its parts at the left, the form of one part in the middle."""
