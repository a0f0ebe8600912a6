"""Published reports read, and what a reading says of its source."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO, assert_type

from gxstats import Bilingual, Doubt, Form, Reading, Report, Result, Unreadable, read, read_all
from gxstats.examples import names, path
from gxstats.reading import Certainty, Limits, Notice, Place, Provenance, Slip, Whose

TOTAL = "/requests/received/total"


def reading(file: Path, data: bytes, stream: BinaryIO) -> None:
    found = read(file, limits=Limits(seconds=5, isolated=False))
    assert_type(found, Reading)
    assert_type(found.report, Report)
    assert_type(found.cells, Mapping[str, Provenance])
    assert_type(found.doubts, tuple[Doubt, ...])
    assert_type(found.published, dt.date | None)
    assert_type(found.slips, tuple[Slip, ...])
    assert_type(read(data).notices, tuple[Notice, ...])
    assert_type(read_all(stream), tuple[Reading, ...])
    assert_type(names(), tuple[str, ...])
    assert_type(path("yindu-2019"), Path)

    read(5)  # E: argument
    read(file, Limits())  # E: call
    read_all([file])  # E: argument
    Limits(5)  # E: call
    names("zh")  # E: call
    path(file)  # E: argument
    print(found.requests)  # E: attribute


def made(report: Report, form: Form, printed: Bilingual, result: Result) -> None:
    place = Place(table=1, row=2, cell=3, page=1, box=(0, 0, 1, 1))
    assert_type(place.describe("en"), str)
    provenance = Provenance(printed="5", place=place, certainty=Certainty("certain"))
    assert_type(provenance.place, Place | None)
    doubt = Doubt(code="cell.hidden", cell=TOTAL, printed="5", alternatives=(5, None), place=place)
    assert_type(doubt.message, Bilingual)
    notice = Notice(code="text.hidden", printed=printed)
    assert_type(notice.to_dict(), dict[str, Any])
    slip = Slip(result=result, whose=Whose("publisher"), unsure=(TOTAL,))
    assert_type(slip.relation, str)
    assert_type(
        Reading(
            report=report,
            form=form,
            container="html",
            encoding="utf-8",
            cells={TOTAL: provenance},
            doubts=(doubt,),
            notices=(notice,),
        ).slips,
        tuple[Slip, ...],
    )
    assert_type(Unreadable("html.empty", "…", member="a.html").explain("zh"), str)

    Place(line="1")  # E: argument
    Provenance(printed="5", place=place, certainty="certain")  # E: argument
    Doubt(code="cell.hidden")  # E: call
    Notice(code="text.hidden", printed="…")  # E: argument
    Slip(result=result, whose="publisher", unsure=())  # E: argument
    Reading(report=report, form=form)  # E: call
    Unreadable()  # E: call
    print(Certainty.NONE_SUCH)  # E: attribute
    print(Whose.NONE_SUCH)  # E: attribute
