"""Indicators: what can be counted, what a report says of it, and where its text quotes it."""
