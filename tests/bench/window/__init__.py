"""How quick the window is: keys, tabs, preview, a scripted hour, memory."""
