"""体检: the check of the open report while it is written, and the panel that shows what it finds."""
