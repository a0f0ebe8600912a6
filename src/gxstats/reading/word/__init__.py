"""Word files: their markup as paragraphs and tables."""
