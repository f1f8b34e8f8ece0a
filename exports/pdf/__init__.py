"""The official page: GB/T 9704—2012 from a neutral document to PDF, in strict phases.

`flow` sets the document in lines and boxes, `pages` places them, `paint` writes ink; painting decides nothing.
"""
