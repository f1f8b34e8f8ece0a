"""The panel at the right: one page at a time, each with a head of its own."""
