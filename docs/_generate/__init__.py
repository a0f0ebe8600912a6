"""What the documentation computes from gxstats at build time."""
