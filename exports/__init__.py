"""Foreign formats both ways: `pdf` writes; further formats and readers stand beside it. No Qt, no SQL."""
