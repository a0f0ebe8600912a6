"""A file set into a Word document at some place (``w:altChunk``): a page, an archived page, text.

Programs that make Word files out of web pages leave the page as it is and let Word convert it when
it opens the file. Chunks of other kinds (RTF, older Word files) are not read.
"""

from __future__ import annotations

from email.parser import BytesHeaderParser
from typing import Final

import attrs

from ..grid import Document, Grid, GridCell, Place
from ..html import read_html
from ..limits import Limits
from ..messages import read_saved_page
from ..sniffing import decoded, looks_like_html
from ..text import read_text

__all__ = ["chunk_document", "is_read", "moved", "moved_place"]

_LOOKED_AT: Final = 100
_OTHERS: Final = (b"PK\x03\x04", b"{\\rtf", b"\xd0\xcf\x11\xe0", b"%PDF")


def is_read(data: bytes) -> bool:
    """Whether a chunk is of a kind that is read."""
    return not data[:_LOOKED_AT].lstrip().startswith(_OTHERS)


def chunk_document(data: bytes, limits: Limits) -> Document:
    """A chunk of a kind that is read, told by its content."""
    if BytesHeaderParser().parsebytes(data).get_content_maintype() == "multipart":
        return read_saved_page(data, limits)
    text, encoding, replaced = decoded(data, limits)
    if looks_like_html(text):
        return read_html(text, encoding, replaced, limits)
    return read_text(text, encoding, replaced, limits)


def moved_place(place: Place, *, tables: int, lines: int) -> Place:
    """A place in a chunk as one in the document."""
    return place._replace(
        table=None if place.table is None else place.table + tables,
        line=None if place.line is None else place.line + lines,
    )


def moved(grid: Grid, *, tables: int, lines: int, root: int) -> Grid:
    """A grid of a chunk as one of the document: counted on, and around it the chunk itself."""

    def cell(cell: GridCell) -> GridCell:
        return cell._replace(place=moved_place(cell.place, tables=tables, lines=lines))

    return attrs.evolve(
        grid,
        rows=tuple(tuple(cell(one) for one in row) for row in grid.rows),
        group=grid.group + tables if grid.group else 0,
        ancestors=(root, *grid.ancestors),
    )
