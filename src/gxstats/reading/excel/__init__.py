"""Excel files of both formats: their sheets as tables and lines."""
