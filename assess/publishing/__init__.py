"""Pages → files: the frame from MkDocs, filled with our own pages, written beside and swapped in at the end."""
