"""The window, and the command line (commands). Only here is Qt."""
