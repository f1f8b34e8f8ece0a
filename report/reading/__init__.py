"""Recognise a report in plain text: bytes → text → lines → front, outline, ending → report. No Qt, SQL or PDF."""
