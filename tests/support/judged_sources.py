"""Files of every sort, with the worst names that files have, and what is to be said of them."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import PurePosixPath

from gxstats import DisputeResults, Unreadable, check, examples, from_json, read, to_json
from gxstats.errors import InvalidDocument
from gxstats.findings import FindingKind, findings
from gxstats.forms.rules import Strength
from gxstats.relations import Outcome
from gxstats.verdicts import judge_bytes
from tests.support.paths import FIXTURES

EXAMPLE = examples.path("yindu-2019").read_bytes()
REPORT = read(EXAMPLE).report
BASE = PurePosixPath("/reports")
GRANTED = "/requests/outcomes/granted/natural_person"

NAMES = (
    "年报/某局 2023.html",
    "a\nb.html",
    "a\r\n::error::forged.html",
    "quo\"te's <b>&amp;.html",
    "x::y,title=z:%0A%2C.html",
    "=cmd()|' /C calc'!A0.json",
    "@SUM(1+1)*cmd",
    "＝1＋1.txt",
    "+1.txt",
    "\tb.txt",
    "lone\udcff.html",
    "\ud800.json",
    "x" * 900 + ".html",
    "]]><script>alert(1)</script>.html",
    "\x1b[31mred\x00\x7f\x85.html",
    "\u202egnp.html",
    "\ufffe\uffff.html",
    "{found}{0}%s.html",
    "back\\slash.html",
    "a:b#c?d.html",
    "../above.html",
    "/elsewhere/a.html",
    " .html",
)
"""What nobody should call a file, and somebody does."""


@cache
def slip(report=REPORT):
    """A report document in which a sum does not hold, as a program writes it."""
    return to_json(report.replace({GRANTED: 34}), indent=2)


@cache
def doubtful():
    text = EXAMPLE.decode()
    before, label, after = text.partition("四、结转下年度继续办理")
    return (before + label + after.replace("0", "1.5", 1)).encode()


@cache
def several_slips():
    row = DisputeResults(upheld=10, corrected=1, other=0, pending=0, total=0)
    return to_json(REPORT.replace({GRANTED: 34, "/disputes/reconsideration": row}))


HTML = (FIXTURES / "longgang-2024" / "raw.html").read_bytes()
CONTENTS = (
    EXAMPLE,
    slip(),
    several_slips(),
    to_json(REPORT.replace({GRANTED: None})),
    doubtful(),
    HTML,
    b"",
    b"{",
    b'{"edition": "2021"}',
    slip().replace(b'"natural_person": 34', b'"natural_person": "34"'),
    b'{"a": "\\ud800\\u0000<&=", "edition": 1}',
    "白日依山尽".encode(),
    b"PK\x03\x04 harm",
)
"""One of everything."""


@cache
def verdict_on(data):
    """The verdict on contents under a name that they could have."""
    return judge_bytes(data, "a.json" if data[:1] == b"{" else "a.html")


@cache
def corpus():
    """A verdict for each name, with all contents in turn; and for each content at least one."""
    return tuple(
        judge_bytes(CONTENTS[place % len(CONTENTS)], name)
        for place, name in enumerate((*NAMES, *(f"plain{n}.txt" for n in range(len(CONTENTS)))))
    )


@cache
def expected(data):
    """How many points of each kind there are to be, counted without what is tested here."""
    if data.lstrip()[:1] == b"{":
        try:
            report, reading = from_json(data), None
        except InvalidDocument as error:
            return Counter(problem=len(error.problems))
    else:
        try:
            reading = read(data)
        except Unreadable:
            return Counter(unreadable=1)
        report = reading.report
    counts = Counter()
    for result in check(report):
        soft = result.relation.strength is Strength.SOFT
        if result.outcome is Outcome.VIOLATED:
            counts["hint" if soft else "violated"] += 1
        elif result.outcome is Outcome.UNDECIDED and not soft:
            counts["undecided"] += 1
    counts["diagnosis"] = int(counts["violated"] > 0)
    doubts = reading.doubts if reading else ()
    notices = reading.notices if reading else ()
    printed = {doubt.cell: doubt.printed for doubt in doubts if doubt.cell}
    told = any(notice.code == "form.year" for notice in notices)
    counts["finding"] = sum(
        not (told and one.kind is FindingKind.OTHER_FORM)
        for one in findings(report, printed=printed)
    )
    counts["doubt"], counts["notice"] = len(doubts), len(notices)
    return +counts
