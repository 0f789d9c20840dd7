"""Fonts and the setting of Chinese text, without any PDF library (字体与排版).

============  ==================================================================================
``roles``     the names of the typefaces that documents ask for, and their aliases
``faces``     ``resolve(settings, base=...)`` -> ``FontBook``: the face for each character
``subset``    ``subset_truetype(face, chars)``: the few glyphs a document needs, as TrueType
``scan``      the fonts installed on this machine, found by their names in every language
``breaking``  ``break_lines`` and ``justify``: running text in a column
``grid``      ``grid_lines``: official documents, 28 cells to the line
``tounicode`` the table that lets readers of a PDF copy and search rare characters
``pack``      the bundled fonts, their licences and the script that rebuilds them
============  ==================================================================================

Nothing here is imported until asked for, and fontTools, uharfbuzz and uniseg only inside the
functions that need them, so that the command line starts at once.
"""
