"""备份与恢复: the dialog, what it reads, what it does."""
