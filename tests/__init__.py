"""The laws of gxstats; ``support`` is what they share."""
