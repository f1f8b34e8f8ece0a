"""Dialogs: each asks one thing and gives back plain data."""
