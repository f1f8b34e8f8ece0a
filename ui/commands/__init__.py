"""The command line. No Qt: it works where no window can be shown. Its contract is docs/command-line.md."""
