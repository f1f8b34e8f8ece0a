# The part of ReportLab 5 that this program uses; the library has no types of its own.

Version: str
