"""Statistical numbers in a report's text: where they stand, their units, what they count."""
