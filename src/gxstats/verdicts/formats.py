"""The formats by name, and writing any of them to a stream."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, BinaryIO, Final

from ..text import Language

if TYPE_CHECKING:
    from .judging import Verdict

__all__ = ["FORMATS", "TEXT_FORMATS", "pieces", "write"]

_MODULES: Final[Mapping[str, tuple[str, str]]] = {
    "sarif": (".sarif", "as_sarif"),
    "github": (".github", "as_github"),
    "junit": (".junit", "as_junit"),
    "csv": (".csv", "as_csv"),
    "html": (".html", "as_html"),
}
TEXT_FORMATS: Final = tuple(_MODULES)
"""The names of the formats that are text."""
FORMATS: Final = (*TEXT_FORMATS, "xlsx")
"""The names of the formats."""


def pieces(
    format_: str,
    verdicts: Iterable[Verdict],
    language: Language = "zh",
    *,
    base: PurePath | None = None,
) -> Iterator[bytes]:
    """Verdicts as they come, in one of :data:`TEXT_FORMATS`, as UTF-8.

    All but ``"html"`` hold one verdict in memory at a time. Raises :class:`ValueError` for another
    format.
    """
    if format_ not in _MODULES:
        raise ValueError(f"{format_!r} is not one of {', '.join(TEXT_FORMATS)}")
    module, name = _MODULES[format_]
    texts: Iterator[str] = getattr(import_module(module, __package__), name)(
        verdicts, language, base=base
    )
    return (text.encode() for text in texts)


def write(
    format_: str,
    verdicts: Iterable[Verdict],
    stream: BinaryIO,
    language: Language = "zh",
    *,
    base: PurePath | None = None,
) -> None:
    """Write verdicts to a stream as they come, in one of :data:`FORMATS`.

    Raises :class:`ValueError` for another format, and :class:`~gxstats.MissingExtra` where what
    writes workbooks is not installed.

    >>> import io
    >>> from gxstats.verdicts import judge_bytes
    >>> stream = io.BytesIO()
    >>> write("github", [judge_bytes(b"", "a.html")], stream, "en")
    >>> stream.getvalue().decode().splitlines()[-1]
    '1 file: 1 unreadable.'
    """
    if format_ == "xlsx":
        from .xlsx import write_xlsx

        write_xlsx(verdicts, stream, language, base=base)
    else:
        stream.writelines(pieces(format_, verdicts, language, base=base))
