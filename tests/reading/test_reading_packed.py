"""However a report is packed, it is read as it is unpacked; what is packed beside it is told."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.effort import tries_as_drawn
from tests.support.packed_files import letter, saved_page, zipped
from tests.support.reading_accuracy import wrong_cells
from tests.support.simple_reports import zeros_document
from tests.support.typeset_report import Typesetter, seeds

from gxstats import Report, Unreadable, examples, read, read_all
from gxstats.reading import Limits, Reading
from gxstats.testing import reports, reports_with_blanks

LAYOUTS = ("page", "pasted", "spaced", "stream", "ruled")
NAME = "某局2023年报告/报告.txt"
LETTER = "各位同事：现将年度报告报上，请查收。"
PACKINGS: dict[str, Callable[[bytes], bytes]] = {
    "zip": lambda data: zipped({NAME: data}),
    "zip with names in GBK": lambda data: zipped({NAME: data}, names="gbk", junk=True),
    "zip with pictures": lambda data: zipped({"图.png": b"\x89PNG\r\n\x1a\n", NAME: data}),
    "zip with a cover letter": lambda data: zipped({"说明.txt": LETTER.encode(), NAME: data}),
    "letter": lambda data: letter({NAME: data}, LETTER),
    "letter with a page": lambda data: letter({NAME: data}, f"<p>{LETTER}</p>", html=True),
}


def titled(year: int, seed: int = 1, organ: str = "某县某局") -> str:
    report = read(examples.path("yindu-2019")).report
    lines = Typesetter(report, random.Random(seed)).spaced()
    return f"{organ}{year}年政府信息公开工作年度报告\n{lines}\n"


def unpacked(reading: Reading) -> Reading:
    return attrs.evolve(reading, member=None)


@pytest.mark.parametrize("packing", PACKINGS)
@tries_as_drawn(5)
@given(
    report=st.one_of(reports("any"), reports_with_blanks("any")),
    seed=seeds,
    layout=st.sampled_from(LAYOUTS),
)
def test_a_packed_report_is_read_as_it_is_unpacked(
    packing: str, report: Report, seed: int, layout: str
) -> None:
    data = Typesetter(report, random.Random(seed)).layouts()[layout]().encode()
    reading = read(PACKINGS[packing](data))
    assert unpacked(reading) == read(data)
    assert reading.member == NAME
    assert reading.to_dict()["member"] == NAME


@pytest.mark.parametrize("html", [False, True])
@pytest.mark.parametrize("charset", ["utf-8", "gb18030"])
@tries_as_drawn(3)
@given(report=reports("any"), seed=seeds)
def test_a_report_in_the_body_of_a_letter_is_read(
    charset: str, html: bool, report: Report, seed: int
) -> None:
    layouts = Typesetter(report, random.Random(seed)).layouts()
    text = layouts["page" if html else "stream"]()
    reading = read(letter({}, text, html=html, charset=charset))
    assert wrong_cells(report, reading) == []
    assert reading.doubts == ()
    assert reading.member == "body"


@tries_as_drawn(20)
@given(report=st.one_of(reports("any"), reports_with_blanks("any")), seed=seeds)
def test_a_saved_page_is_read_as_the_page(report: Report, seed: int) -> None:
    page = Typesetter(report, random.Random(seed)).page()
    expected = read(page.encode())
    reading = read(saved_page(page, random.Random(seed)))
    assert reading.container == "mhtml"
    assert reading.report == expected.report
    assert reading.doubts == expected.doubts


def test_a_saved_page_of_frames_is_read_with_all_of_them() -> None:
    halves = Typesetter(read(examples.path("yindu-2019")).report, random.Random(2))
    frames = [halves.html_table(table) for table in halves.tables]
    parts = ["<html><frameset><frame src=1></frameset></html>", *frames]
    whole = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n"
    for part in parts:
        whole += f"--b\nContent-Type: text/html; charset=utf-8\n\n{part}\n"
    reading = read(f"{whole}--b--\n".encode())
    assert wrong_cells(halves.report, reading) == []
    assert reading.doubts == ()


def test_a_saved_page_is_read_with_the_frames_that_it_shows() -> None:
    report = read(examples.path("yindu-2019")).report
    frame = Typesetter(report, random.Random(2)).page()
    other = frame.replace("<table", "<p>其他<table")
    for shown, found in (
        ("<iframe src='cid:f@x'></iframe>", True),
        ("<iframe src=f.html></iframe>", True),
        ("<iframe src='cid:f@x' style='display:none'></iframe>", False),
        ("<div hidden><iframe src='cid:f@x'></iframe></div>", False),
        ("<p>另见附件", False),
    ):
        parts = {
            "<a@x>\nContent-Location: http://a.gov.cn/b/a.html": f"<body><h1>年报</h1>{shown}",
            "<g@x>\nContent-Location: http://a.gov.cn/b/g.html": other,
            "<f@x>\nContent-Location: http://a.gov.cn/b/f.html": frame,
        }
        whole = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n"
        for name, page in parts.items():
            whole += f"--b\nContent-Type: text/html; charset=utf-8\nContent-ID: {name}\n\n{page}\n"
        data = f"{whole}--b--\n".encode()
        if found:
            assert wrong_cells(report, read(data)) == []
        else:
            with pytest.raises(Unreadable):
                read(data)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_the_name_of_an_attachment_is_legible_however_it_is_written(encoding: str) -> None:
    """Programs in China write the bytes as they are, which no standard allows."""
    report = read(examples.path("yindu-2019")).report
    page = Typesetter(report, random.Random(2)).page().encode()
    data = (
        b"From: a@b.cn\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
        b"--b\nContent-Type: text/html; charset=utf-8\n"
        b'Content-Disposition: attachment; filename="%s"\n\n%s\n--b--\n'
        % ("年度报告.html".encode(encoding), page)
    )
    assert read(data).member == "年度报告.html"


def test_several_reports_are_named_and_read_one_by_one() -> None:
    packed = zipped({f"{year}.txt": titled(year).encode() for year in (2019, 2020)})
    with pytest.raises(Unreadable) as told:
        read(packed)
    assert told.value.code == "read.several"
    assert "2019.txt" in told.value.found
    assert "2020.txt" in told.value.found
    assert [(r.member, r.report.year) for r in read_all(packed)] == [
        ("2019.txt", 2019),
        ("2020.txt", 2020),
    ]


def test_one_report_packed_as_two_kinds_of_file_is_one() -> None:
    text = titled(2019)
    page = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    assert len(read_all(zipped({"a.txt": text.encode(), "b.txt": text.encode()}))) == 1
    assert read_all(zipped({"a.htm": page.encode()}))


def test_why_there_is_none_is_that_of_the_most_telling_file() -> None:
    damaged = zipfile_of("word/document.xml", b"<")
    packed = zipped({"图.png": b"\x89PNG\r\n", "说明.txt": LETTER.encode(), "报告.docx": damaged})
    with pytest.raises(Unreadable) as told:
        read(packed)
    assert (told.value.code, told.value.member) == ("read.damaged", "报告.docx")
    assert told.value.explain().startswith("报告.docx：")


def test_a_file_that_cannot_be_read_beside_a_report_is_told() -> None:
    damaged = zipfile_of("word/document.xml", b"<")
    reading = read(zipped({"a.txt": titled(2019).encode(), "b.docx": damaged}))
    (notice,) = [one for one in reading.notices if one.code == "member.unread"]
    assert "b.docx" in notice.explain()


def zipfile_of(name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (zipped({"a.zip": zipped({"b.txt": titled(2019).encode()})}), "read.packed"),
        (letter({"a.zip": zipped({"b.txt": b"1"})}, ""), "read.packed"),
        (zipped({}), "read.empty"),
        (zipped({f"{n}.txt": b"1" for n in range(3_000)}), "read.limit.members"),
        (zipped({"a.txt": b"0" * 30_000_000}), "read.limit.ratio"),
        (b"Rar!\x1a\x07\x01\x00" + b"0" * 99, "read.packed"),
        (letter({}, "\n" * 500_000), "read.limit.nodes"),
        (letter({"a" * 5_000: b"1"}, ""), "read.damaged"),
        (zipped({"报告.json": zeros_document()}), "read.document"),
    ],
    ids=[
        *("zip in zip", "zip in a letter", "nothing", "too many", "too good to be true", "RAR"),
        *("a long body", "a long name", "a document"),
    ],
)  # fmt: skip
def test_what_is_packed_too_deeply_or_too_much_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as told:
        read(data)
    assert told.value.code == code


@pytest.mark.parametrize("depth", [5, 150, 2_000])
def test_messages_in_messages_are_bounded(depth: int) -> None:
    head = "".join(
        f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(depth)
    )
    data = f"MIME-Version: 1.0\n{head}Content-Type: text/plain\n\n{titled(2019)}".encode()
    try:
        assert read(data).report.year == 2019
    except Unreadable as error:
        assert error.code in {"read.limit.depth", "read.damaged"}  # noqa: PT017


def test_parts_of_a_letter_are_counted() -> None:
    data = letter({f"{n}.txt": b"1" for n in range(9)}, "")
    with pytest.raises(Unreadable, match=r"read\.limit\.members"):
        read(data, limits=Limits(members=8))


def test_a_name_that_two_members_have_is_none() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", titled(2019))
        archive.filelist.append(archive.filelist[0])
    with pytest.raises(Unreadable, match=r"read\.damaged"):
        read(out.getvalue())


def test_a_name_may_lead_nowhere() -> None:
    reading = read(zipped({"../../etc/报告.txt": titled(2019).encode()}))
    assert reading.member == "../../etc/报告.txt"


def test_time_that_is_over_ends_the_whole() -> None:
    packed = zipped({"a.txt": titled(2019).encode()})
    limits = attrs.evolve(Limits().begun(), _until=0.0)
    from gxstats.reading.packed import all_readings

    with pytest.raises(Unreadable, match=r"read\.limit\.seconds"):
        all_readings(packed, limits)


# --- several reports in one document --------------------------------------------------------------


@tries_as_drawn(15)
@given(
    several=st.lists(reports("2021"), min_size=2, max_size=3),
    seed=seeds,
    layout=st.sampled_from(["pasted", "spaced", "ruled", "page"]),
)
def test_reports_one_after_the_other_are_read_each(
    several: list[Report], seed: int, layout: str
) -> None:
    rng = random.Random(seed)
    texts = []
    for place, report in enumerate(several):
        title = f"某县某局{2021 + place}年政府信息公开工作年度报告"
        text = Typesetter(report, rng).layouts()[layout]()
        text = text.replace("某某局2020年政府信息公开工作年度报告", "")
        texts.append(f"<h1>{title}</h1>{text}" if layout == "page" else f"{title}\n\n{text}\n")
    data = "\n".join(texts).encode()
    readings = read_all(data)
    assert [reading.report.year for reading in readings] == [2021 + n for n in range(len(several))]
    for report, reading in zip(several, readings, strict=True):
        assert wrong_cells(report, reading) == []
    with pytest.raises(Unreadable, match=r"read\.several"):
        read(data)


@pytest.mark.parametrize(
    "text",
    [
        titled(2019) + titled(2019),
        titled(2019) + titled(2019).partition("\n")[2],
        "某局2017年政府信息公开工作年度报告\n其他\n" + titled(2019),
        titled(2019) + "某局2018年政府信息公开工作年度报告\n某局2017年政府信息公开工作年度报告\n其他\n",
    ],
)  # fmt: skip
def test_a_report_printed_twice_or_with_links_to_others_is_one(text: str) -> None:
    assert len(read_all(text.encode())) == 1
