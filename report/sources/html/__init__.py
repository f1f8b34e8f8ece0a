"""Web pages saved from a browser, and what browsers and word processors put on the clipboard."""
