"""Files of other programs → manuscripts: judged by their bytes, never by their names, read within limits."""
