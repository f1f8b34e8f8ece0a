"""The editor of tables: the cells as data, a view on them, its tools, and what stands below."""
