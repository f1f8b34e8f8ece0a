"""The editable copy: a Word file in the layout of the official page."""
