"""What is written after the end of a PDF: new objects, and pages with more annotations.

The bytes that are there stay as they are, so that a signature still covers what it was given for.
"""

from __future__ import annotations

import logging
import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import md5
from io import BytesIO
from typing import Any, Final

import attrs

from .failures import Unannotatable
from .original import AUTHOR

__all__ = ["PdfPage", "PdfUpdate", "original_of", "told_as_damage"]

_MARK: Final = b"%gxstats-annotations "
_MARKED: Final = re.compile(rb"\n%gxstats-annotations ([0-9]{1,12})\n")
_START: Final = re.compile(rb"startxref\s+([0-9]{1,12})")
_MOST_PAGES: Final = 10_000
_DEEPEST: Final = 60


def original_of(data: bytes) -> bytes:
    """The file as it was before we wrote after it, if nothing was written after that."""
    ends = [found.end() for found in _START.finditer(data)]
    if len(ends) > 1:
        for found in _MARKED.finditer(data, ends[-2], ends[-1]):
            if int(found[1]) == found.start():
                return data[: found.start()]
    return data


@contextmanager
def told_as_damage() -> Iterator[None]:
    """What pypdf raises is an :class:`Unannotatable`: whatever it is, the file is not as it must be.

    Of its own accord pypdf raises nearly everything that Python can on a file that is broken.
    """
    from pypdf.errors import PyPdfError

    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL)  # what is wrong with a file is said by our reader
    try:
        yield
    except Unannotatable:
        raise
    except (
        PyPdfError,
        ArithmeticError,
        AssertionError,
        AttributeError,
        EOFError,
        LookupError,
        NotImplementedError,
        RecursionError,
        TypeError,
        ValueError,
        struct.error,
        zlib.error,
    ) as error:
        found = f"PDF: {type(error).__name__}: {error}"[:200]
        raise Unannotatable("annotate.damaged", found=found) from error
    finally:
        logger.setLevel(level)


@attrs.frozen
class PdfPage:
    """A page, and the object that it is."""

    reference: str
    number: int
    generation: int
    content: Any
    """The dictionary of the page."""


class PdfUpdate:
    """A PDF, and what is to be written after it.

    Raises :class:`Unannotatable` where the file does not tell where its objects stand. All that
    is done with one is done within :func:`told_as_damage`.
    """

    def __init__(self, data: bytes) -> None:
        import pypdf

        self._data = data
        self._reader = pypdf.PdfReader(BytesIO(data), strict=False)
        self._previous, self._base, self._has_table = self._cross_reference()
        self.pages = list(self._pages())
        self._next = self._first_free()
        self._shared = self._shared_lists()
        self._objects: dict[int, tuple[int, bytes]] = {}

    def _cross_reference(self) -> tuple[int, int, bool]:
        """Where the last cross-reference stands, what is added to offsets, and whether it is a table."""
        starts = _START.findall(self._data)
        header = self._data.find(b"%PDF-")
        if starts:
            at = int(starts[-1])
            for base in {0, header}:
                if self._data.startswith(b"xref", at + base):
                    return at, base, True
                if re.compile(rb"\s*[0-9]+\s+[0-9]+\s+obj").match(self._data, at + base):
                    return at, base, False
        raise Unannotatable("annotate.damaged", found="PDF: startxref")

    def _first_free(self) -> int:
        trailer: Any = self._reader.trailer
        size = int(trailer.get("/Size", 0))
        numbers = [n for by_number in self._reader.xref.values() for n in by_number]
        packed = list(self._reader.xref_objStm)
        free: int = max(size, *(number + 1 for number in (*numbers, *packed)))
        return free

    def _pages(self) -> Iterator[PdfPage]:
        from pypdf.generic import IndirectObject

        root: Any = self._reader.trailer["/Root"].get_object()
        waiting: list[tuple[Any, int]] = [(root.raw_get("/Pages"), 0)]
        seen: set[int] = set()
        while waiting:
            reference, depth = waiting.pop()
            if not isinstance(reference, IndirectObject):
                raise Unannotatable("annotate.damaged", found="PDF: /Kids")
            node: Any = reference.get_object()
            if not isinstance(node, dict):
                raise Unannotatable("annotate.damaged", found="PDF: /Kids")
            if "/Kids" in node:
                if reference.idnum in seen or depth > _DEEPEST:
                    raise Unannotatable("annotate.damaged", found="PDF: /Pages")
                seen.add(reference.idnum)
                waiting += [(kid, depth + 1) for kid in reversed(list(node["/Kids"]))]
                if len(waiting) > _MOST_PAGES:
                    raise Unannotatable("annotate.damaged", found="PDF: /Pages")
                continue
            name = f"{reference.idnum} {reference.generation} R"
            yield PdfPage(name, reference.idnum, reference.generation, node)

    def _shared_lists(self) -> set[int]:
        """The numbers of lists of annotations that several pages have in common."""
        from pypdf.generic import IndirectObject

        lists = [
            page.content.raw_get("/Annots") for page in self.pages if "/Annots" in page.content
        ]
        times = Counter(one.idnum for one in lists if isinstance(one, IndirectObject))
        return {number for number, count in times.items() if count > 1}

    # --- objects -------------------------------------------------------------------------------

    def reserve(self) -> str:
        """The reference of an object that is to be written."""
        self._next += 1
        return f"{self._next - 1} 0 R"

    def add(self, reference: str, entries: str) -> None:
        """Write a dictionary as the object that was reserved."""
        self._objects[int(reference.split(maxsplit=1)[0])] = 0, f"<<{entries}>>".encode("ascii")

    def add_stream(self, entries: str, content: str) -> str:
        """Write a stream."""
        reference = self.reserve()
        body = content.encode("ascii")
        written = f"<<{entries} /Length {len(body)}>>\nstream\n".encode("ascii")
        self._objects[int(reference.split()[0])] = 0, written + body + b"\nendstream"
        return reference

    def has_own(self, page: int) -> bool:
        """Whether a page has annotations of ours."""
        there = self.pages[page].content.get("/Annots")
        listed = None if there is None else there.get_object()
        return isinstance(listed, list) and any(map(_is_own, listed))

    def annotate(self, page: int, references: Sequence[str]) -> None:
        """Add annotations to a page, after those that it has; earlier ones of ours are left out."""
        from pypdf.generic import ArrayObject, IndirectObject, NameObject

        own = self.pages[page]
        content = own.content
        raw = content.raw_get("/Annots") if "/Annots" in content else None
        there = raw.get_object() if raw is not None else None
        annotations = ArrayObject(
            one for one in (there if isinstance(there, ArrayObject) else ()) if not _is_own(one)
        )
        for reference in references:
            number, generation, _ = reference.split()
            annotations.append(IndirectObject(int(number), int(generation), self._reader))
        if (
            isinstance(raw, IndirectObject)
            and isinstance(there, ArrayObject)
            and raw.idnum not in self._shared
        ):
            self._objects[raw.idnum] = raw.generation, _serialized(annotations)
            return
        changed = type(content)(content)
        changed[NameObject("/Annots")] = annotations
        self._objects[own.number] = own.generation, _serialized(changed)

    # --- the file ------------------------------------------------------------------------------

    def annotated(self) -> bytes:
        """The file with what is written after it, marked so that it can be cut off again."""
        return self._written(b"\n%s%d\n" % (_MARK, len(self._data)))

    def changed(self) -> bytes:
        """The file with what is written after it, to stay."""
        return self._written(b"\n")

    def _written(self, head: bytes) -> bytes:
        pieces = [self._data, head]
        at = sum(map(len, pieces)) - self._base
        offsets: dict[int, tuple[int, int]] = {}
        for number, (generation, body) in sorted(self._objects.items()):
            offsets[number] = at, generation
            written = f"{number} {generation} obj\n".encode("ascii") + body + b"\nendobj\n"
            pieces.append(written)
            at += len(written)
        pieces.append(self._table(offsets) if self._has_table else self._stream(offsets, at))
        pieces.append(f"startxref\n{at}\n%%EOF\n".encode("ascii"))
        return b"".join(pieces)

    def _trailer(self, size: int) -> str:
        from pypdf.generic import ArrayObject

        entries = [f"/Size {size}", f"/Prev {self._previous}"]
        trailer = self._reader.trailer
        entries += [
            f"{name} {_serialized(trailer.raw_get(name)).decode('latin-1')}"
            for name in ("/Root", "/Info")
            if name in trailer
        ]
        known = trailer.get("/ID")
        known = known.get_object() if known is not None else None
        if isinstance(known, ArrayObject) and len(known) == 2:
            first = known[0].get_object()
            kept = first.original_bytes
            new = md5(self._data + repr(sorted(self._objects)).encode(), usedforsecurity=False)
            entries.append(f"/ID [<{kept.hex()}> <{new.hexdigest()}>]")
        return " ".join(entries)

    def _table(self, offsets: dict[int, tuple[int, int]]) -> bytes:
        lines = ["xref\n"]
        for first, run in _runs(offsets):
            lines.append(f"{first} {len(run)}\n")
            lines += [f"{at:010d} {generation:05d} n \n" for at, generation in run]
        lines.append(f"trailer\n<<{self._trailer(self._next)}>>\n")
        return "".join(lines).encode("latin-1")

    def _stream(self, offsets: dict[int, tuple[int, int]], at: int) -> bytes:
        number = self._next
        entries = {**offsets, number: (at, 0)}
        runs = list(_runs(entries))
        index = " ".join(f"{first} {len(run)}" for first, run in runs)
        body = zlib.compress(
            b"".join(
                struct.pack(">BIH", 1, place, generation)
                for _, run in runs
                for place, generation in run
            )
        )
        head = (
            f"{number} 0 obj\n<</Type /XRef /W [1 4 2] /Index [{index}] /Filter /FlateDecode "
            f"/Length {len(body)} {self._trailer(number + 1)}>>\nstream\n"
        )
        return head.encode("latin-1") + body + b"\nendstream\nendobj\n"


def _runs(
    offsets: dict[int, tuple[int, int]],
) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """The entries of a cross-reference, cut into runs of numbers without a gap."""
    first, run = 0, list[tuple[int, int]]()
    for number in sorted(offsets):
        if run and number != first + len(run):
            yield first, run
            run = []
        if not run:
            first = number
        run.append(offsets[number])
    if run:
        yield first, run


def _serialized(content: Any) -> bytes:
    stream = BytesIO()
    content.write_to_stream(stream)
    return stream.getvalue()


def _is_own(annotation: Any) -> bool:
    """Whether an annotation, or the window of one, is ours."""
    from pypdf.generic import DictionaryObject

    content = annotation.get_object()
    if not isinstance(content, DictionaryObject):
        return False
    parent = content.get("/Parent")
    if content.get("/Subtype") == "/Popup" and parent is not None:
        return _is_signed(parent.get_object())
    return _is_signed(content)


def _is_signed(content: Any) -> bool:
    return str(content.get("/T", "")) == AUTHOR and str(content.get("/NM", "")).startswith(
        f"{AUTHOR}-"
    )
