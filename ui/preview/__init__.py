"""The pages as they will be exported, beside the form: the same bytes, drawn by PDFium on a thread of its own."""
