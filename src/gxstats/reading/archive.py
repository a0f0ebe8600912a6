"""Archives of XML, as Word and Excel write them: every byte counted before and while it comes out."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING, Final

import attrs

from ..errors import MissingExtra
from ..text import Bilingual
from .limits import Limits
from .unreadable import Unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Archive", "parsed_xml"]

_RATIO_EXEMPT: Final = 1_000_000
"""Bytes below which a member may be compressed as far as it likes."""
_BLOCK: Final = 65_536
_ENTRY: Final = b"PK\x01\x02"
"""What announces a member: counted before any of them is taken in."""
_ENCRYPTED: Final = 0x1
_IN_UTF8: Final = 0x800
_DECLARES: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_DECLARES_WIDE: Final = re.compile(rb"<\x00?!\x00?D\x00?O\x00?C\x00?T\x00?Y", re.IGNORECASE)
_UNDEFLATED: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})


@attrs.define(eq=False)
class Archive:
    """A ZIP file whose members are only read within the limits.

    Raises :class:`~gxstats.Unreadable` when it is damaged, encrypted, or beyond a limit; what the
    archive declares of itself is checked at once, what comes out of it when it is read.
    """

    _zip: zipfile.ZipFile
    _limits: Limits
    _inflated: int = 0

    @classmethod
    def open(cls, data: bytes, limits: Limits) -> Archive:
        """The archive in these bytes."""
        limits.require("members", data.count(_ENTRY))
        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
        except (
            zipfile.BadZipFile,
            struct.error,
            ValueError,
            OverflowError,
            RuntimeError,
            OSError,
        ) as error:
            raise Unreadable("read.damaged", found=f"ZIP: {error}") from error
        members = archive.infolist()
        limits.require("members", len(members))
        limits.require("inflated", sum(member.file_size for member in members))
        for member in members:
            if member.flag_bits & _ENCRYPTED:
                raise Unreadable("read.encrypted", found=member.filename)
            _require_ratio(member.file_size, member.compress_size, limits)
        return cls(archive, limits)

    @property
    def names(self) -> frozenset[str]:
        """The names of the members."""
        return frozenset(self._zip.namelist())

    def files(self) -> dict[str, str]:
        """The members that are no folders, in order, each with the name that was meant for it.

        ZIP tells of a name only whether it is UTF-8; Chinese Windows writes GBK. A name that
        two members have tells neither.
        """
        meant: dict[str, str] = {}
        for member in self._zip.infolist():
            if member.filename in meant:
                raise Unreadable("read.damaged", found=f"ZIP: {member.filename} × 2")
            if not member.is_dir():
                meant[member.filename] = _meant(member)
        return meant

    def read(self, name: str) -> bytes:
        """The bytes of a member; an archive that lacks it is damaged."""
        try:
            member = self._zip.getinfo(name)
        except KeyError as error:
            raise Unreadable("read.damaged", found=f"ZIP: {name}") from error
        if member.compress_type not in _UNDEFLATED:
            raise Unreadable("read.damaged", found=f"ZIP: {name}: {member.compress_type}")
        pieces: list[bytes] = []
        size = 0
        try:
            with self._zip.open(member) as stream:
                while piece := stream.read(_BLOCK):
                    size += len(piece)
                    self._inflated += len(piece)
                    self._limits.require("inflated", self._inflated)
                    _require_ratio(size, member.compress_size, self._limits)
                    pieces.append(piece)
        except Unreadable:
            raise
        except (
            zipfile.BadZipFile,
            zlib.error,
            struct.error,
            EOFError,
            RuntimeError,
            OSError,
            ValueError,
        ) as error:
            raise Unreadable("read.damaged", found=f"ZIP: {name}: {error}") from error
        self._limits.require_time()
        return b"".join(pieces)

    def xml(self, name: str) -> _Element:
        """The root element of a member that is XML."""
        return parsed_xml(self.read(name), name, self._limits)


def _meant(member: zipfile.ZipInfo) -> str:
    if member.flag_bits & _IN_UTF8:
        return member.filename
    try:
        written = member.filename.encode("cp437")
    except UnicodeEncodeError:  # from a field of its own
        return member.filename
    for encoding in ("utf-8", "gb18030"):
        with suppress(UnicodeDecodeError):
            return written.decode(encoding)
    return member.filename


def _require_ratio(size: int, compressed: int, limits: Limits) -> None:
    if size > _RATIO_EXEMPT:
        limits.require("ratio", size // max(compressed, 1))


def parsed_xml(data: bytes, name: str, limits: Limits) -> _Element:
    """XML without entities, declarations or anything from outside.

    A document type is refused: the formats that are read do not allow one, and all that it can
    do here is harm.
    """
    try:
        from lxml import etree
    except ImportError as error:
        purpose = Bilingual("读取 Word、Excel 文件", "Reading Word and Excel files")
        raise MissingExtra(purpose, "lxml", "read") from error
    may_declare = b"<!" in data or b"<\0!" in data  # quick, and mostly not so
    if may_declare and (_DECLARES.search(data) or _DECLARES_WIDE.search(data)):
        raise Unreadable("read.damaged", found=f"{name}: DOCTYPE")
    limits.require("nodes", data.count(b"<") // 2)
    limits.require("nodes", data.count(b"=") // 4)  # attributes, of which an element has a few
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error).lower():
            raise Unreadable(
                "read.limit.depth", found=">256", expected=str(limits.depth)
            ) from error
        raise Unreadable("read.damaged", found=f"{name}: {error}") from error
    limits.require_time()
    return root
