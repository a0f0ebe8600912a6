"""Reads a file, judges it, and writes what there is to say into a copy of it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from importlib import import_module
from typing import Final, TypeVar

import attrs

from ..forms.report import Report, require_report
from ..reading import Limits, Place, Reading, read
from ..reading.containers import document_of
from ..reading.isolation import isolated
from ..text import Language
from ..verdicts.contents import beside
from ..writing.marks import Mark, MarkKind, Marks
from .failures import Unannotatable
from .original import Comment, Original
from .wording import head_text, mark_name, mark_text

__all__ = ["Annotated", "Placed", "annotate", "unannotated"]

_Made = TypeVar("_Made")

_CONTAINERS: Final = {
    "docx": ("docx", "WordOriginal", "without_comments"),
    "xlsx": ("xlsx", "SheetOriginal", "without_notes"),
    "html": ("html", "PageOriginal", "without_marks"),
    "pdf": ("pdf", "PdfOriginal", "without_annotations"),
}
"""For each kind of file the module, what writes into one, and what takes out what was written."""
_ANNOTATABLE: Final = "docx, xlsx, HTML, PDF"


@attrs.frozen(kw_only=True)
class Placed:
    """A mark, and where the comment on it stands."""

    mark: Mark
    place: Place | None
    """``None`` where the file does not print the cell, or no comment can stand there: then the
    comment at the head says it."""


@attrs.frozen(kw_only=True, repr=False)
class Annotated:
    """A file with comments, and what they say."""

    data: bytes
    """The file."""
    container: str
    """The kind of file: ``"docx"``, ``"xlsx"``, ``"html"`` or ``"pdf"``."""
    language: Language
    """The language of the comments."""
    reading: Reading
    """What was read from the file."""
    marks: Marks
    """All marks of the report, also those of blanks, on which there are no comments."""
    placed: tuple[Placed, ...]
    """The marks that comments are made of, in the order of the form."""
    comments: int
    """How many comments stand at cells; several cells that are printed as one share one."""
    head: str
    """The comment at the head: the verdict, what has no place, and what the figures betray beside
    the sums."""

    @property
    def unplaced(self) -> tuple[Mark, ...]:
        """The marks that have no place in the file; the comment at the head tells of them."""
        return tuple(placed.mark for placed in self.placed if placed.place is None)

    def __repr__(self) -> str:
        return (
            f"<Annotated {self.container}: {self.comments} comments, "
            f"{len(self.unplaced)} marks without a place>"
        )


def annotate(
    data: bytes,
    *,
    language: Language = "zh",
    last_year: Report | None = None,
    limits: Limits | None = None,
) -> Annotated:
    """A published report with comments on its cells, everything else as it is.

    Marked are cells that are wrong or may be, those of sums that fail where no more is known,
    those that were not read because the source leaves them open, and blanks that must hold a
    number other than 0. Comments of an earlier time are replaced. What is written is read again
    before it is given out, and must read the same.

    Raises :class:`~gxstats.Unreadable`, :class:`Unannotatable` or :class:`~gxstats.MissingExtra`,
    and :class:`ValueError` where ``last_year`` is not the report of the year before.
    """
    if last_year is not None:
        require_report(last_year, "last_year")
    limits = (Limits() if limits is None else limits).begun()
    reading = read(data, limits=limits)
    container = reading.container
    _require_kind(container, data, limits)
    doubts = {doubt.cell: doubt.reason for doubt in reading.doubts if doubt.cell}
    marks = Marks.diagnosed(reading.report, last_year=last_year, doubts=doubts)
    chosen = [mark for mark in marks if _is_worth_a_comment(mark)]
    places = _places(reading)
    wanted = tuple({place: None for mark in chosen if (place := places.get(mark.cell))})
    bare, anchors = _bounded(_prepared, data, container, wanted, limits=limits)
    placed, comments = _placed(
        dict(zip(wanted, anchors, strict=True)), marks, places, chosen, language
    )
    unplaced = [one.mark for one in placed if one.place is None]
    asides = [finding.explain(language) for finding in beside(reading.report, reading)]
    head = head_text(reading, marks, unplaced, len(comments), language, asides)
    written = _bounded(_written, bare, container, comments, head, language, limits=limits)
    _require_same(reading, written, limits)
    return Annotated(
        data=written,
        container=container,
        language=language,
        reading=reading,
        marks=marks,
        placed=placed,
        comments=len(comments),
        head=head,
    )


def unannotated(data: bytes, *, limits: Limits | None = None) -> bytes:
    """A file without the comments of gxstats; those of others stay. The file itself if it has none.

    Raises what :func:`annotate` raises, but takes a file without any table of the form too.
    """
    limits = (Limits() if limits is None else limits).begun()
    limits.require("bytes", len(data))
    container = document_of(data, limits).container
    _require_kind(container, data, limits)
    return _bounded(_without, data, container, limits=limits)


def _bounded(
    work: Callable[..., _Made], data: bytes, container: str, *rest: object, limits: Limits
) -> _Made:
    """What is made of a file, in a process of its own where files of its kind are read in one."""
    if limits.isolated and container != "html":
        return isolated(work, data, container, *rest, limits=limits)
    return work(data, container, *rest, limits)


def _prepared(
    data: bytes, container: str, places: tuple[Place, ...], limits: Limits
) -> tuple[bytes, tuple[Hashable | None, ...]]:
    """The file without comments of ours, and what a comment on each place would hang on."""
    bare = _without(data, container, limits)
    original = _opened(bare, container, limits)
    return bare, tuple(map(original.anchor, places))


def _written(
    data: bytes,
    container: str,
    comments: Sequence[Comment],
    head: str,
    language: Language,
    limits: Limits,
) -> bytes:
    return _opened(data, container, limits).annotated(comments, head, language)


def _require_kind(container: str, data: bytes, limits: Limits) -> None:
    from ..reading.sniffing import Container, container_of

    own = container_of(data, limits)
    if own is not Container.TEXT and own.value != container:  # it was converted
        container = own.value
    if container not in _CONTAINERS:
        raise Unannotatable("annotate.container", found=container, expected=_ANNOTATABLE)


def _without(data: bytes, container: str, limits: Limits) -> bytes:
    module, _, name = _CONTAINERS[container]
    take_out: Callable[[bytes, Limits], bytes] = getattr(
        import_module(f".{module}", __package__), name
    )
    return take_out(data, limits)


def _opened(data: bytes, container: str, limits: Limits) -> Original:
    module, name, _ = _CONTAINERS[container]
    opened: Callable[[bytes, Limits], Original] = getattr(
        import_module(f".{module}", __package__), name
    )
    return opened(data, limits)


def _is_worth_a_comment(mark: Mark) -> bool:
    """Blanks are many, and a blank that stands for 0 does not mislead."""
    if mark.kind is MarkKind.DEDUCED:
        return bool(mark.new)
    return mark.kind is not MarkKind.BLANK


def _placed(
    anchors: Mapping[Place, Hashable | None],
    marks: Marks,
    places: Mapping[str, Place],
    chosen: list[Mark],
    language: Language,
) -> tuple[tuple[Placed, ...], list[Comment]]:
    """Where each mark stands, and the comments; marks of one place share a comment."""
    placed: list[Placed] = []
    together: dict[Hashable, list[Mark]] = {}
    for mark in chosen:
        place = places.get(mark.cell)
        anchor = None if place is None else anchors[place]
        placed.append(Placed(mark=mark, place=None if anchor is None else place))
        if anchor is not None:
            together.setdefault(anchor, []).append(mark)
    order = tuple(MarkKind)
    comments = [
        Comment(
            anchor,
            min((mark.kind for mark in own), key=order.index),
            mark_name(marks, own[0], language),
            "\n\n".join(mark_text(marks, mark, language) for mark in own),
        )
        for anchor, own in together.items()
    ]
    return tuple(placed), comments


def _places(reading: Reading) -> Mapping[str, Place]:
    """Where the cells stand; of one in doubt, where the doubt arose."""
    doubted = {d.cell: d.place for d in reading.doubts if d.cell and d.place}
    return doubted | {
        address: source.place
        for address, source in reading.cells.items()
        if source.place is not None
    }


def _require_same(reading: Reading, written: bytes, limits: Limits) -> None:
    again = read(written, limits=limits)
    for name in ("report", "form", "doubts", "notices"):
        if getattr(again, name) != getattr(reading, name):
            raise Unannotatable("annotate.changed", found=name)
