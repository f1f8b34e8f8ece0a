"""What setting a page costs, against Typst (its Python wheel) and ReportLab's stock Paragraph.

The peers get the same text and the same font files. Whole processes and warm compiles are paired: each round does one
of each, in turn.
"""
