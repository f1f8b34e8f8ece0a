"""`make real-window`: the program in a real window under Xvfb, driven by a mouse and keys from outside."""
