"""Words and readings that the program knows; build.py makes pinyin.tsv, lexicon.py makes lexicon.txt."""
