"""Every way out by the rules of `layout`; `formats` gives a suffix its bytes. No Qt, no SQL."""
