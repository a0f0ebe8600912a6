"""What a reader takes on before it refuses: one value, handed through every reader."""

from __future__ import annotations

import math
import time

import attrs

from .unreadable import Unreadable

__all__ = ["Limits"]


def _positive(_: object, attribute: attrs.Attribute[int], value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ValueError(f"{attribute.name} is a whole number from 1 up, not {value!r}")


@attrs.frozen(kw_only=True)
class Limits:
    """Bounds on what is read. Each is far above any report seen, and checked before the work.

    >>> Limits(bytes=1_000).bytes
    1000
    """

    bytes: int = attrs.field(default=20_000_000, validator=_positive)
    """Bytes of the source."""
    seconds: int = attrs.field(default=20, validator=_positive)
    """Seconds of wall time for one source: the backstop behind all other limits, looked at
    between steps of the work."""
    members: int = attrs.field(default=2_000, validator=_positive)
    """Files in an archive (Word and Excel files are archives)."""
    inflated: int = attrs.field(default=40_000_000, validator=_positive)
    """Bytes of everything that is inflated: all that is read of an archive, or the streams of a
    PDF. What an archive declares is checked before, and what comes out while inflating."""
    ratio: int = attrs.field(default=200, validator=_positive)
    """Times that one member of an archive may grow when inflated; small members are exempt."""
    pages: int = attrs.field(default=300, validator=_positive)
    """Pages of a PDF, or sheets of a workbook."""
    characters: int = attrs.field(default=2_000_000, validator=_positive)
    """Characters once decoded."""
    depth: int = attrs.field(default=200, validator=_positive)
    """Nested elements of markup. The parser drops what is nested more deeply without a word,
    from about 250 levels on, so depth is measured before it runs."""
    nodes: int = attrs.field(default=400_000, validator=_positive)
    """Elements of markup."""
    attributes: int = attrs.field(default=1_000, validator=_positive)
    """Attributes of one element of a page."""
    glyphs: int = attrs.field(default=100_000, validator=_positive)
    """Characters on the pages of a PDF; a dense page has two thousand."""
    span: int = attrs.field(default=1_000, validator=_positive)
    """Columns or rows that one cell may claim; a larger claim is cut to this."""
    area: int = attrs.field(default=100_000, validator=_positive)
    """Places in one grid: rows times columns."""
    labels: int = attrs.field(default=20_000, validator=_positive)
    """Labels of the form met in the source; one report prints about a hundred and fifty."""
    text: int = attrs.field(default=600_000, validator=_positive)
    """Characters in the cells and lines of the source; the longest report seen has some 30,000."""
    comparisons: int = attrs.field(default=20_000, validator=_positive)
    """Texts compared with the form's labels to find damaged ones; a report takes some 200, and a
    page of prose about fifty."""
    digits: int = attrs.field(default=40, validator=_positive)
    """Digits of one number; a longer one is a doubt, not a value."""
    alignments: int = attrs.field(default=20_000, validator=_positive)
    """Ways of placing a row's numbers that are tried before the row is called doubtful."""

    memory: int = attrs.field(default=500_000_000, validator=_positive)
    """Bytes of memory beyond what the process had, for files that are read in a process of their
    own; the operating system sees to it."""
    isolated: bool = attrs.field(default=True, validator=attrs.validators.instance_of(bool))
    """Whether PDF and office files are read in a process of their own, so that no file can take
    more memory and time than is allowed. Those who trust their files may say no."""

    _until: float = attrs.field(default=math.inf, repr=False, eq=False, alias="_until")

    def begun(self) -> Limits:
        """The same limits, with the clock for :attr:`seconds` running; from now, if it was not."""
        if self._until < math.inf:
            return self
        return attrs.evolve(self, _until=time.monotonic() + self.seconds)

    def seconds_left(self) -> float:
        """Seconds until the time is over; infinite if the clock does not run."""
        return self._until - time.monotonic()

    def require_time(self) -> None:
        """Raise the :class:`~gxstats.Unreadable` that says so, if the time is over."""
        if time.monotonic() > self._until:
            raise Unreadable(
                "read.limit.seconds", found=str(self.seconds), expected=str(self.seconds)
            )

    def require(self, name: str, found: int) -> None:
        """Raise the :class:`~gxstats.Unreadable` that names the limit, if it is passed."""
        allowed: int = getattr(self, name)
        if found > allowed:
            raise Unreadable(f"read.limit.{name}", found=str(found), expected=str(allowed))
