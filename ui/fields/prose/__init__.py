"""The prose editor: one continuous text a section, with levels whose numbers are computed and painted beside it."""
