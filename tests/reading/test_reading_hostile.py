"""Files that want to do harm are refused, or read fast; the error names the limit."""

from __future__ import annotations

import builtins
import io
import random
import time

import pytest

from gxstats import MissingExtra, Unreadable, read
from gxstats.reading import Limits

HEAD = "<tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>"
ROW = "<tr><td>规章</td><td>1</td><td>2</td><td>3</td></tr>"
TABLE = f"<table>{HEAD}{ROW}</table>"

REFUSED = {
    "nothing": (b"", "read.empty"),
    "white space": (b" \n\t ", "read.empty"),
    "zeros": (b"\0" * 100, "read.empty"),
    "noise": (random.Random(7).randbytes(100_000), "read.container"),
    "fifty megabytes": (b"a" * 50_000_000, "read.limit.bytes"),
    "text": ("字" * 3_000_000, "read.limit.characters"),
    "200,000 nested divs": ("<div>" * 200_000 + TABLE, "read.limit.depth"),
    "300 nested divs": ("<div>" * 300 + TABLE + "</div>" * 300, "read.limit.depth"),
    "60 nested tables": ("<table><tr><td>" * 60 + TABLE, "read.limit.depth"),
    "unclosed lists": ("<dd><dl>" * 150_000 + TABLE, "read.limit.depth"),
    "elements": ("<i></i>" * 200_001 + "<b></b>" * 200_001, "read.limit.characters"),
    "spans in many rows": (
        f"<table>{HEAD}" + "<tr><td rowspan=99999999 colspan=99999999>x</td></tr>" * 2_000,
        "read.limit.area",
    ),
    "pipes": ("|" * 500_000, "read.limit.area"),
    "lines": ("规章\n0\n0\n0\n" * 100_000, "read.limit.area"),
    "labels": (("其他" * 40 + "\n") * 2_000, "read.limit.labels"),
    "pdf": (b"%PDF-1.7\n1 0 obj", "read.container"),
    "docx": (b"PK\x03\x04\x14\x00", "read.container"),
    "doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, "read.container"),
    "png": (b"\x89PNG\r\n\x1a\n", "read.container"),
    "json": (b'{"edition": "2021"}', "read.document"),
    "brackets": ("(" * 1_000_000 + "规章", "read.no_table"),
    "markup that never ends": ('<a "' * 400_000, "read.no_table"),
    "comments that never end": ("<!--" * 400_000, "read.no_table"),
    "no table": ("今天天气很好。", "read.no_table"),
    "broken bytes": ("规章".encode() + b"\xff\xfe\xfd\x80" * 50, "read.encoding"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_hostile_files_are_refused_fast_by_name(name: str) -> None:
    data, code = REFUSED[name]
    started = time.perf_counter()
    with pytest.raises(Unreadable) as caught:
        read(data.encode() if isinstance(data, str) else data)
    assert time.perf_counter() - started < 5
    assert caught.value.code == code
    for language in ("zh", "en"):
        text = caught.value.explain(language)
        assert text
        assert "{" not in text


READ = {
    "rowspan": f"<table>{HEAD}<tr><td rowspan=99999999 colspan=99999999>x</td></tr>{ROW}</table>",
    "rowspan 0": f"<table>{HEAD}{ROW}<tr><td rowspan=0>x</td></tr></table>",
    "spans that are no numbers": f"<table><tr><td rowspan=x colspan=-3>a</td></tr>{HEAD}{ROW}",
    "190 nested": "<b>" * 190 + TABLE,
    "40 nested tables": "<table><tr><td>" * 40 + TABLE,
    "entities": "<p>" + "&nbsp;" * 200_000 + TABLE,
    "scripts": "<script>" + "<div>" * 100_000 + "</script>" + TABLE,
    "the same row again and again": "信息内容 本年制发件数 本年废止件数 现行有效件数\n"
    + "规章\n1\n2\n3\n" * 4_000,
    "an entity that is a file": '<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/passwd">]><p>&e;</p>'
    + TABLE,
}


@pytest.mark.parametrize("name", READ)
def test_hostile_files_around_a_table_are_read_fast(name: str) -> None:
    started = time.perf_counter()
    reading = read(READ[name].encode())
    assert time.perf_counter() - started < 5
    rules = reading.report.disclosure.rules
    assert (rules.issued, rules.repealed, rules.in_force) == (1, 2, 3)
    assert "root:" not in repr(reading.to_dict())


def test_rows_that_contradict_each_other_are_doubts_however_many() -> None:
    head = "信息内容 本年制发件数 本年废止件数 现行有效件数\n"
    text = head + "".join(f"规章\n{i}\n0\n0\n" for i in range(3_000))
    reading = read(text.encode())
    assert {d.cell.rpartition("/")[2] for d in reading.doubts} == {
        "issued",
        "repealed",
        "in_force",
    }
    assert reading.report.disclosure.rules.issued is None


def test_short_rows_of_many_numbers_do_not_explode() -> None:
    head = "结果维持 结果纠正 其他结果 尚未审结 总计\n" * 3
    started = time.perf_counter()
    reading = read((head + "1\n" * 8).encode())
    assert time.perf_counter() - started < 5
    assert len([d for d in reading.doubts if d.cell]) == 15


def test_a_stream_is_never_read_beyond_the_limit() -> None:
    class Endless(io.RawIOBase):
        taken = 0

        def read(self, size: int = -1) -> bytes:
            assert 0 <= size <= 1_001
            self.taken += size
            return b"a" * size

    stream = Endless()
    with pytest.raises(Unreadable, match=r"read\.limit\.bytes"):
        read(stream, limits=Limits(bytes=1_000))
    assert stream.taken == 1_001


def test_a_text_stream_is_refused() -> None:
    with pytest.raises(TypeError, match="binary"):
        read(io.StringIO(TABLE))


def test_limits_are_whole_numbers() -> None:
    for wrong in (0, -1, True, 1.5):
        with pytest.raises(ValueError, match="bytes"):
            Limits(bytes=wrong)


def test_without_lxml_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: object) -> object:
        if name.startswith("lxml"):
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtra, match=r"gxstats\[read\]"):
        read(TABLE.encode())
    assert read("规章".encode() + b"\n1 2 3\n").container == "text"
