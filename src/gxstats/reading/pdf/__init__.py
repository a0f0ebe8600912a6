"""PDF: from bytes to pages of characters and ruling lines, within bounds."""
