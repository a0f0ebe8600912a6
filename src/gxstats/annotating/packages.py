"""Files of Word and Excel: parts changed, added and taken out, everything else as it was, byte for byte."""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from io import BytesIO
from typing import Final
from urllib.parse import unquote

import attrs

from ..reading import Limits
from ..reading.archive import Archive
from .failures import Unannotatable
from .markup import Markup, attributes

__all__ = ["Package", "Relation", "Relations"]

_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
_SIZES_FOLLOW: Final = 0x08
_UTF8: Final = 0x800
_ZIP64: Final = 1
_LOCAL_SIGNATURE: Final = b"PK\x03\x04"
_TYPES: Final = "[Content_Types].xml"
_SIGNATURES: Final = "_xmlsignatures/"


@attrs.define(eq=False)
class _Member:
    """A file of the archive, as it will be written."""

    info: zipfile.ZipInfo
    name: bytes
    local_extra: bytes
    packed: bytes
    """What it holds, compressed."""


class Package:
    """The parts of a file by name, and what is to become of them.

    Raises what :class:`~gxstats.reading.archive.Archive` raises, and :class:`Unannotatable` where
    the file is signed, or its members are not where the archive lists them.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._archive = Archive.open(data, limits)
        self._limits = limits
        self._data = data
        self._read: dict[str, bytes] = {}
        self._zip = zipfile.ZipFile(BytesIO(data))
        self._names = {name.replace("\\", "/").lower(): name for name in self._zip.namelist()}
        self._changed: dict[str, bytes] = {}
        self._added: dict[str, bytes] = {}
        self._removed: set[str] = set()
        signed = next((name for name in self._names if name.startswith(_SIGNATURES)), None)
        if signed is not None:
            raise Unannotatable("annotate.signed", found=signed)

    def has(self, part: str) -> bool:
        """Whether there is a part; names of parts differ in case alone at times."""
        key = part.lstrip("/").lower()
        return key in self._names or any(key == name.lower() for name in self._added)

    def names(self) -> list[str]:
        """The names of the parts."""
        return [*self._names.values(), *self._added]

    def read(self, part: str) -> bytes:
        """The bytes of a part, as they will be written."""
        name = part.lstrip("/")
        if name in self._added:
            return self._added[name]
        name = self._names.get(name.lower(), name)
        if name in self._changed:
            return self._changed[name]
        if name not in self._read:
            self._read[name] = self._archive.read(name)
        return self._read[name]

    def markup(self, part: str) -> Markup:
        """A part that is XML."""
        return Markup(self.read(part), part.lstrip("/"), self._limits)

    def write(self, part: str, data: bytes) -> None:
        """Change a part, or add one."""
        name = part.lstrip("/")
        known = self._names.get(name.lower())
        if known is None or known in self._removed:
            self._added[name] = data
        else:
            self._changed[known] = data

    def remove(self, part: str) -> None:
        """Take out a part."""
        name = part.lstrip("/")
        self._added.pop(name, None)
        known = self._names.pop(name.lower(), None)
        if known is not None:
            self._removed.add(known)

    def free(self, pattern: str) -> str:
        """The name of a part that is not there yet: a pattern with a number in it."""
        return next(name for n in range(1, 1_000_000) if not self.has(name := pattern.format(n)))

    # --- content types -------------------------------------------------------------------------

    def declare(self, part: str, content_type: str) -> None:
        """Tell of which type a part is."""
        types = self.markup(_TYPES)
        prefix = types.root.prefix
        given = attributes({"PartName": f"/{part.lstrip('/')}", "ContentType": content_type})
        types.append(types.root, f"<{prefix}Override{given}/>")
        self.write(_TYPES, types.written())

    def forget(self, part: str) -> None:
        """Tell no longer of which type a part is."""
        types = self.markup(_TYPES)
        wanted = f"/{part.lstrip('/')}".lower()
        for element in types.root.children:
            if element.local == "Override" and element.given.get("PartName", "").lower() == wanted:
                types.remove(element)
        self.write(_TYPES, types.written())

    # --- the archive ---------------------------------------------------------------------------

    def written(self) -> bytes:
        """The file, with its members in the order that they had, and new ones after them."""
        if not (self._changed or self._added or self._removed):
            return self._data
        if sum(info.compress_size for info in self._zip.infolist()) > len(self._data):
            raise Unannotatable("annotate.damaged", found="ZIP: overlapping")
        members = [self._member(info) for info in self._zip.infolist()]
        last = {info.filename: number for number, info in enumerate(self._zip.infolist())}
        kept: list[_Member] = []
        for number, member in enumerate(members):
            name = member.info.filename
            if name in self._removed:
                continue
            if name in self._changed and last[name] == number:
                _fill(member, self._changed[name])
            kept.append(member)
        like = members[0].info
        for name, content in self._added.items():
            info = zipfile.ZipInfo(name, like.date_time)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system, info.external_attr = like.create_system, like.external_attr
            info.flag_bits = 0 if name.isascii() else _UTF8
            member = _Member(info, name.encode("utf-8"), b"", b"")
            _fill(member, content)
            kept.append(member)
        return _joined(kept, self._zip.comment)

    def _member(self, info: zipfile.ZipInfo) -> _Member:
        start = info.header_offset + _LOCAL.size
        header = self._data[max(info.header_offset, 0) : start]
        if not header.startswith(_LOCAL_SIGNATURE) or len(header) < _LOCAL.size:
            raise Unannotatable("annotate.damaged", found=f"ZIP: {info.filename}")
        *_, name, extra = _LOCAL.unpack(header)
        begin = start + name + extra
        member = _Member(
            info,
            self._data[start : start + name],
            self._data[start + name : begin],
            self._data[begin : begin + info.compress_size],
        )
        listed = info.orig_filename.encode("utf-8" if info.flag_bits & _UTF8 else "cp437")
        if member.name != listed or len(member.packed) != info.compress_size:
            raise Unannotatable("annotate.damaged", found=f"ZIP: {info.filename}")
        return member


def _fill(member: _Member, content: bytes) -> None:
    info = member.info
    info.CRC, info.file_size = zlib.crc32(content), len(content)
    if info.compress_type == zipfile.ZIP_DEFLATED:
        packer = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -15)
        content = packer.compress(content) + packer.flush()
    member.packed, info.compress_size = content, len(content)


def _joined(members: list[_Member], comment: bytes) -> bytes:
    """An archive of members. Sizes stand before each, so that none need follow it."""
    pieces: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for member in members:
        info = member.info
        flags = info.flag_bits & ~_SIZES_FOLLOW
        year, month, day, hour, minute, second = info.date_time
        date = max(year - 1980, 0) << 9 | month << 5 | day
        time = hour << 11 | minute << 5 | second // 2
        about = (info.CRC, info.compress_size, info.file_size)
        extra = _without_zip64(member.local_extra)
        local = _LOCAL.pack(
            _LOCAL_SIGNATURE,
            info.extract_version,
            flags,
            info.compress_type,
            time,
            date,
            *about,
            len(member.name),
            len(extra),
        )
        central_extra = _without_zip64(info.extra)
        directory += [
            _CENTRAL.pack(
                b"PK\x01\x02",
                info.create_version | info.create_system << 8,
                info.extract_version,
                flags,
                info.compress_type,
                time,
                date,
                *about,
                len(member.name),
                len(central_extra),
                len(info.comment),
                0,
                info.internal_attr,
                info.external_attr,
                at,
            ),
            member.name,
            central_extra,
            info.comment,
        ]
        pieces += [local, member.name, extra, member.packed]
        at += len(local) + len(member.name) + len(extra) + len(member.packed)
    listed = b"".join(directory)
    count = len(members)
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(listed), at, len(comment))
    return b"".join([*pieces, listed, end, comment])


def _without_zip64(extra: bytes) -> bytes:
    """The extra fields of a member, without the sizes that only a huge file needs there."""
    kept: list[bytes] = []
    at = 0
    while at + 4 <= len(extra):
        kind, size = struct.unpack_from("<2H", extra, at)
        if kind != _ZIP64:
            kept.append(extra[at : at + 4 + size])
        at += 4 + size
    return b"".join([*kept, extra[at:]])


# --- relationships ----------------------------------------------------------------------------


@attrs.frozen
class Relation:
    """How a part points to another one."""

    id: str
    kind: str
    """The last word of its type."""
    target: str
    """The part, from the root of the file."""


class Relations:
    """What a part points to."""

    def __init__(self, package: Package, part: str) -> None:
        self._package = package
        self._folder, name = posixpath.split(part.lstrip("/"))
        self._path = posixpath.join(self._folder, "_rels", f"{name}.rels")

    def all(self) -> list[Relation]:
        """Those within the file, in order."""
        if not self._package.has(self._path):
            return []
        return [
            Relation(
                element.given.get("Id", ""),
                element.given.get("Type", "").rpartition("/")[2],
                posixpath.normpath(
                    posixpath.join("/", self._folder, unquote(target).replace("\\", "/"))
                ).lstrip("/"),
            )
            for element in self._package.markup(self._path).root.children
            if element.local == "Relationship"
            and element.given.get("TargetMode", "").lower() != "external"
            and (target := element.given.get("Target", ""))
        ]

    def of(self, kind: str) -> Relation | None:
        """The first of a kind to a part that is there."""
        return next(
            (r for r in self.all() if r.kind == kind and self._package.has(r.target)), None
        )

    def add(self, wanted: str, type_: str, part: str) -> str:
        """Point to a part, by the id that is wanted or one like it, which is returned."""
        if not self._package.has(self._path):
            self._package.write(self._path, _NO_RELATIONS)
        markup = self._package.markup(self._path)
        taken = {element.given.get("Id") for element in markup.root.children}
        id_ = next(i for i in (f"{wanted}{n or ''}" for n in range(1_000_000)) if i not in taken)
        given = attributes({"Id": id_, "Type": type_, "Target": f"/{part.lstrip('/')}"})
        markup.append(markup.root, f"<{markup.root.prefix}Relationship{given}/>")
        self._package.write(self._path, markup.written())
        return id_

    def remove(self, id_: str) -> None:
        """Point no longer to a part; a part that then points to nothing need not say so."""
        markup = self._package.markup(self._path)
        for element in markup.root.children:
            if element.given.get("Id") == id_:
                markup.remove(element)
        written = markup.written()
        if written == _NO_RELATIONS:
            self._package.remove(self._path)
        else:
            self._package.write(self._path, written)


_NO_RELATIONS: Final = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b"</Relationships>"
)
