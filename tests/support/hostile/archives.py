"""Archives: bombs, lies about sizes, overlaps, truncation, encryption."""

from __future__ import annotations

import io
import struct
import zipfile

from tests.support.hostile import READ, READING, hostile
from tests.support.hostile.packages import (
    archive,
    entered,
    paragraph,
    raw_archive,
    raw_member,
    squeezed,
    with_member,
    word,
    word_parts,
    word_table,
    word_xml,
)

MEGABYTE = 1_000_000


def sound() -> bytes:
    return word(word_table())


def without_document() -> dict[str, str | bytes]:
    parts = word_parts("")
    del parts["word/document.xml"]
    return parts


@hostile("bomb-one-member.docx", "read.limit.ratio")
def _():
    return with_member(without_document(), "word/document.xml", *squeezed(b" " * MEGABYTE, 30))


@hostile("bomb-beyond-all-sizes.docx", "read.limit.inflated")
def _():
    return with_member(without_document(), "word/document.xml", *squeezed(b"\0" * MEGABYTE, 60))


@hostile("bomb-many-members.docx", "read.limit.inflated")
def _():
    media = {f"word/media/{i}.bmp": b"\0" * 900_000 for i in range(60)}
    return archive({**word_parts(word_xml(word_table())), **media})


@hostile("bomb-beside-the-text.docx", "read.limit.ratio")
def _():
    return with_member(
        word_parts(word_xml(word_table())), "word/media/1.bmp", *squeezed(b"\0" * MEGABYTE, 30)
    )


@hostile("bomb-declared-small.docx", "read.damaged", "read.limit.ratio", "read.limit.inflated")
def _():
    data, check, _ = squeezed(b" " * MEGABYTE, 50)
    return with_member(without_document(), "word/document.xml", data, check, 500)


@hostile("bomb-in-the-kind-of-file.odt", "read.limit.ratio", "read.limit.inflated")
def _():
    return with_member({}, "mimetype", *squeezed(b"a" * MEGABYTE, 30))


@hostile("members-100000.zip", "read.limit.members")
def _():
    data, check, size = squeezed(b"", 1)
    body, entry = raw_member(b"word/document.xml", data, check, size)
    entries = [entered(entry, 0, b"%017d" % i) for i in range(100_000)]
    # the 16-bit count overflows: the true count stands in the ZIP64 record
    directory = b"".join(entries)
    count = len(entries)
    record = struct.pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, count, count, len(directory), len(body))
    locator = struct.pack("<IQI", 0, len(body) + len(directory), 1)
    end = struct.pack("<HHHHIIH", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return (
        body + directory + b"PK\x06\x06" + record + b"PK\x06\x07" + locator + b"PK\x05\x06" + end
    )


@hostile("nested-archives.zip", "read.packed")
def _():
    inner = archive({"0.bin": b"\0" * MEGABYTE})
    for level in range(6):
        inner = archive({f"{level}-{i}.zip": inner for i in range(4)})
    return inner


@hostile("nested-in-a-report.docx", READ)
def _():
    inner = archive({"0.bin": b"\0" * 900_000})
    parts = {f"word/embeddings/{i}.zip": inner for i in range(20)}
    return archive({**word_parts(word_xml(word_table())), **parts})


@hostile("overlapping-members.docx", "read.limit.inflated", "read.damaged")
def _():
    data, check, size = squeezed(b" " * MEGABYTE, 1)
    local, entry = raw_member(b"word/document.xml", data, check, size)
    names = [b"word/document.xml", *(b"word/%012d" % i for i in range(1_500))]
    return raw_archive(local, [entered(entry, 0, name) for name in names])


@hostile("overlapping-read-part.docx", "read.damaged", READING)
def _():
    whole = bytearray(sound())
    # the directory's last entry is made to point at the first member
    place = whole.rindex(b"PK\x01\x02")
    whole[place + 42 : place + 46] = struct.pack("<I", 0)
    return bytes(whole)


@hostile("declared-four-gigabytes.docx", "read.limit.inflated", "read.damaged")
def _():
    data, check, _ = squeezed(word_xml(word_table()).encode(), 1)
    return with_member(without_document(), "word/document.xml", data, check, 0xFFFFFFF0)


@hostile("declared-zip64.docx", "read.limit.inflated", "read.damaged")
def _():
    whole = bytearray(sound())
    place = whole.rindex(b"PK\x01\x02")
    name_length = struct.unpack_from("<H", whole, place + 28)[0]
    extra = struct.pack("<HHQQ", 1, 16, 2**63 - 1, 2**63 - 1)
    whole[place + 20 : place + 28] = b"\xff" * 8
    whole[place + 30 : place + 32] = struct.pack("<H", len(extra))
    end = whole.rindex(b"PK\x05\x06")
    size = struct.unpack_from("<I", whole, end + 12)[0]
    whole[end + 12 : end + 16] = struct.pack("<I", size + len(extra))
    at = place + 46 + name_length
    return bytes(whole[:at] + extra + whole[at:])


@hostile("local-header-lies.docx", READ, "read.damaged")
def _():
    whole = bytearray(sound())
    place = 0
    while (place := whole.find(b"PK\x03\x04", place)) >= 0:
        whole[place + 18 : place + 26] = b"\xf0\xff\xff\xff" * 2
        place += 4
    return bytes(whole)


@hostile("local-name-lies.docx", "read.damaged")
def _():
    whole = sound()
    return whole.replace(b"word/document.xml", b"word/documenu.xml", 1)


@hostile("data-descriptors.docx", READ)
def _():
    body, entries = b"", []
    with zipfile.ZipFile(io.BytesIO(sound())) as sound_archive:
        for member in sound_archive.infolist():
            name = member.filename.encode()
            data, check, size = squeezed(sound_archive.read(member), 1)
            _, entry = raw_member(name, data, check, size, flags=8)
            local, _ = raw_member(name, b"", 0, 0, flags=8)
            place = len(body)
            descriptor = b"PK\x07\x08" + struct.pack("<III", check, len(data), size)
            body += local + data + descriptor
            entries.append(entered(entry, place, name))
    return raw_archive(body, entries)


@hostile("wrong-checksum.docx", "read.damaged")
def _():
    whole = bytearray(sound())
    place = whole.rindex(b"PK\x01\x02")
    whole[place + 16] ^= 0xFF
    local = whole.rindex(b"PK\x03\x04")
    whole[local + 14] ^= 0xFF
    return bytes(whole)


def truncated(name: str, share: float) -> None:
    @hostile(name, "read.damaged")
    def _():
        whole = sound()
        return whole[: int(len(whole) * share)]


truncated("truncated-10.docx", 0.10)
truncated("truncated-50.docx", 0.50)
truncated("truncated-90.docx", 0.90)
truncated("truncated-99.docx", 0.99)


@hostile("truncated-front.docx", "read.container", "read.encoding", "read.damaged")
def _():
    return sound()[7:]


@hostile("encrypted-members.docx", "read.encrypted")
def _():
    whole = bytearray(sound())
    for mark, shift in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = -1
        while (place := whole.find(mark, place + 1)) >= 0:
            whole[place + shift] |= 1
    return bytes(whole)


def compressed_otherwise(name: str, method: int) -> None:
    @hostile(name, "read.damaged")
    def _():
        parts = without_document()
        return archive({**parts, "word/document.xml": b" " * 900_000}, method)


compressed_otherwise("bzip2-bomb.docx", zipfile.ZIP_BZIP2)


@hostile("unknown-compression.docx", "read.damaged")
def _():
    whole = bytearray(sound())
    place = whole.rindex(b"PK\x01\x02")
    whole[place + 10] = 99
    whole[whole.rindex(b"PK\x03\x04") + 8] = 99
    return bytes(whole)


@hostile("two-members-of-one-name.docx", "read.damaged", READING)
def _():
    parts = word_parts(word_xml(paragraph("无")))
    data, check, size = squeezed(word_xml(word_table()).encode(), 1)
    return with_member(parts, "word/document.xml", data, check, size)


@hostile("names-that-climb.docx", READ)
def _():
    parts = {f"{'../' * 12}{place}": b"harm" for place in ("etc/passwd", "tmp/gxstats-harm")}
    return archive({**word_parts(word_xml(word_table())), **parts, "/etc/passwd": b"harm"})


@hostile("directory-far-away.docx", "read.damaged")
def _():
    whole = bytearray(sound())
    end = whole.rindex(b"PK\x05\x06")
    whole[end + 12 : end + 20] = b"\xf0\xff\xff\x7f" * 2
    return bytes(whole)


@hostile("end-marks-in-the-comment.docx", READ, "read.empty", "read.damaged", "read.container")
def _():
    whole = sound()
    comment = (b"PK\x05\x06" + b"\0" * 18) * 2_000
    return whole[:-2] + struct.pack("<H", len(comment)) + comment


@hostile("nothing-but-an-end.docx", "read.container", "read.damaged", "read.empty")
def _():
    return raw_archive(b"", [])


@hostile("without-document.docx", "read.damaged", "read.container")
def _():
    return archive(without_document())
