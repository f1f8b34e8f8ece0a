"""The sheet of indicators: its page, its detail pane, its block in the tab of a section."""
