"""What a report is: its type, its text, its numbering and the neutral document made of it. No Qt, no SQL, no PDF."""
