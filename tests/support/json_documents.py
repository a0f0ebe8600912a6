"""What the tests of this directory share: documents, and what may go wrong with them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

import gxstats
from gxstats.testing import arbitrary_reports
from tests.support.paths import ROOT

REAL = json.loads((ROOT / "tests" / "wire" / "real_reports.json").read_bytes())
FORM_IDS = tuple(gxstats.FORMS)


def example(form_id: str = "2021") -> gxstats.Report:
    """A report with some number in every cell, texts and remarks."""
    form = gxstats.form(form_id)
    return form.report(
        {cell.address: cell.index for cell in form},
        year=2023,
        organ=gxstats.Organ(name="某局", code="914403001922038216", division="410505"),
        narrative=gxstats.Narrative(overview='第一：12:30，"引号"\\\n', other="😀"),
        remarks=(gxstats.Remark(cell="/requests/received/total", printed="16（其中 2:1）"),),
    )


def problems_of(read: Callable[[Any], Any], document: Any) -> list[tuple[str, str]]:
    """The code and address of every problem, in order; none if the document is accepted."""
    try:
        read(document)
    except gxstats.InvalidDocument as error:
        return [(problem.code, problem.address) for problem in error.problems]
    return []


def outcome(read: Callable[[Any], gxstats.Report], document: Any) -> Any:
    """A report with the spelling of its every value, or all problems with their sentences."""
    try:
        report = read(document)
    except gxstats.InvalidDocument as error:
        return error.problems
    return report, repr(gxstats.to_dict(report))


# --- corruption ---------------------------------------------------------------------------------

_FRAGMENTS = [
    b"1.0", b"1e3", b"1E-2", b"-0", b"-0.0", b"01", b"1.", b".5", b"-", b"+1", b"NaN", b"Infinity",
    b"-Infinity", b"null", b"true", b"false", b'"12"', b'"12.5"', b"{}", b"[]", b"[1]", b"9" * 13,
    b"9" * 30, b"9" * 400, b"999999999999", b"1000000000000", b"0.000000001", b"1e12", b"1e400",
    b"12.34e-1", b"-5", b'""', b'"\\ud800"', b'"\\u003a"', b'"\\u003A:"', b'"\\ud83d\\ude00"',
    b'"\\u0000"', b'"a\x00b"', b'"a\nb"', b'"\x7f"', b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf",
    b"\xc0\x80", b"\\", b"\\u", b"\\x41", b":", b",", b'"', b"'", b"{", b"}", b"[", b"]", b" ", b"\t",
    b"\r\n", b"\x0b", b"\xc2\xa0", b"\x00", b"//", b"/**/", b'"total":7,', b'"total":7.5,',
    b'"tot\\u0061l":7,', b'"unknown":1,', b'"":1,', b'"a:b":1,', b'"edition":"2021",',
    b'"$schema":"a:b",', b'"$schema":null,', b'"not_supplemented":{},', b'"amount":"1.5"',
    b'"amount": 1.50', b'"cell":', b'"printed":"x"',
]  # fmt: skip


@st.composite
def corrupted(draw: st.DrawFn, form_id: str) -> bytes:
    """A valid document with up to three things done to its bytes or its members."""
    report = draw(arbitrary_reports(form_id))
    indent = draw(st.sampled_from([None, None, 1]))
    data = gxstats.to_json(report)
    if indent is not None:
        data = json.dumps(json.loads(data), indent=indent).encode()
    for _ in range(draw(st.integers(0, 3))):
        data = draw(_corruption(data))
    return data


@st.composite
def _corruption(draw: st.DrawFn, data: bytes) -> bytes:
    kind = draw(st.sampled_from(["flip", "delete", "insert", "value", "repeat", "drop", "case"]))
    place = draw(st.integers(0, max(len(data) - 1, 0)))
    fragment = draw(st.sampled_from(_FRAGMENTS))
    match kind:
        case "flip":
            byte = bytes([draw(st.integers(0, 255))])
            return data[:place] + byte + data[place + 1 :]
        case "delete":
            return data[:place] + data[place + draw(st.integers(1, 20)) :]
        case "insert":
            return data[:place] + fragment + data[place:]
        case "value":  # in place of a number
            start = data.find(b":", place) + 1
            end = start + len(data[start:]) - len(data[start:].lstrip(b" -0123456789.null"))
            return data[:start] + fragment + data[end:]
        case "repeat":  # a member, a second time
            start = data.find(b'"', place)
            end = data.find(b",", start) + 1
            return data[:end] + data[start:end] + data[end:]
        case "drop":
            start = data.find(b'"', place)
            return data[:start] + data[data.find(b",", start) + 1 :]
    return data[:place] + data[place : place + 3].upper() + data[place + 3 :]
