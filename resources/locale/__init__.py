"""Catalogues of the second language; message ids are the Chinese sentences of the program itself."""
