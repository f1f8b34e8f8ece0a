"""Files of any kind → manuscripts, each read in a process of its own within limits."""
