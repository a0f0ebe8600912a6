"""``python -m gxstats.exports``: writes the committed files; with ``--check``, compares them."""

from __future__ import annotations

import sys

from .committed import main

__all__: list[str] = []

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
