"""The fast paths accept nothing that the strict path refuses, and read the same from the rest."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.json_documents import FORM_IDS, REAL, corrupted, example, outcome, problems_of

import gxstats
from gxstats.cells import COUNT_MAXIMUM, Kind, cell_problem
from gxstats.testing import arbitrary_reports
from gxstats.wire import JSONLimits, compiled, decoding, encoding, strict

LIMITS = JSONLimits()
Fast = Callable[[bytes], gxstats.Report | None]


def through_msgspec(data: bytes) -> gxstats.Report | None:
    fast = pytest.importorskip("gxstats.wire.fast")
    return fast.report_of(data)


def through_compiled_code(data: bytes) -> gxstats.Report | None:
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    return decoding.read_plainly(text)


def strictly(data: bytes) -> gxstats.Report:
    return strict.read_strictly(data, LIMITS)


PATHS = pytest.mark.parametrize("fast", [through_msgspec, through_compiled_code])


@PATHS
@pytest.mark.parametrize("form_id", FORM_IDS)
@given(data=st.data())
def test_what_a_fast_path_accepts_the_strict_path_reads_alike(
    fast: Fast, form_id: str, data: st.DataObject
) -> None:
    document = data.draw(corrupted(form_id))
    report = fast(document)
    if report is not None:
        assert outcome(lambda _: report, document) == outcome(strictly, document)


@pytest.mark.parametrize("form_id", FORM_IDS)
@given(data=st.data())
def test_from_json_says_what_the_strict_path_says(form_id: str, data: st.DataObject) -> None:
    document = data.draw(corrupted(form_id))
    assert outcome(gxstats.from_json, document) == outcome(strictly, document)


@PATHS
@pytest.mark.parametrize("form_id", FORM_IDS)
@given(data=st.data())
def test_a_fast_path_takes_every_document_that_we_write(
    fast: Fast, form_id: str, data: st.DataObject
) -> None:
    report = data.draw(arbitrary_reports(form_id))
    assert fast(gxstats.to_json(report)) == report


@PATHS
@pytest.mark.parametrize("form_id", FORM_IDS)
@given(data=st.data())
def test_a_report_is_written_alike_however_it_was_read(
    fast: Fast, form_id: str, data: st.DataObject
) -> None:
    document = data.draw(corrupted(form_id))
    report = fast(document)
    if report is None:
        return
    built_anew = attrs.evolve(report)  # keeps nothing of how it was read
    assert gxstats.to_json(report) == encoding.template_json(built_anew, None)
    assert gxstats.to_json(built_anew) == gxstats.to_json(report)
    changed = report.replace({"/requests/received/total": 7})
    assert b'"total":7' in gxstats.to_json(changed)


@pytest.mark.parametrize("amount", ["0.0000001", "0.00000000", "1.50", "0.000000", "0"])
def test_an_amount_is_never_written_with_an_exponent(amount: str) -> None:
    pytest.importorskip("msgspec")
    address = next(c.address for c in gxstats.form("2019") if c.kind is Kind.AMOUNT)
    report = example("2019").replace({address: Decimal(amount)})
    again = gxstats.to_json(gxstats.from_json(gxstats.to_json(report)))
    assert f'"{address.rpartition("/")[2]}":{amount}'.encode() in again


def test_where_msgspec_is_installed_its_encoder_writes_what_is_compact(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fast = pytest.importorskip("gxstats.wire.fast")
    written = fast.json_of(example())
    monkeypatch.setattr(encoding, "template_json", lambda *_: b"from the template")
    assert gxstats.to_json(example()) == written
    assert gxstats.to_json(example(), indent=2) == b"from the template"


@PATHS
def test_the_fast_paths_take_real_reports(fast: Fast) -> None:
    for real in REAL.values():
        report = gxstats.form(real["form"]).report(
            {
                address: Decimal(str(value)) if isinstance(value, float) else value
                for address, value in real["cells"].items()
            },
            year=real["year"],
            organ=gxstats.Organ(name=real["organ"]),
        )
        assert fast(gxstats.to_json(report)) == report


@PATHS
@pytest.mark.parametrize(
    "change",
    [
        (b'"total":', b'"total":1,"total":'),  # repeated
        (b'"received":{', b'"received":{"x":1,'),  # unknown
        (b'"organ":{', b'"organ":{"x":1,'),
        (b'"organ":{', b'"organ":{"name":"","name":"",'),
        (b'"cell":', b'"cell":"","cell":'),
        (b"12:30", b"12\\u003a30"),  # an escape with which a colon could hide
        (b'"year":2023', b'"year":2107'),
        (b'"division":"410505"', b'"division":"41050"'),
        (b'8216"', b'8217"'),
        (b'"cell":"/requests', b'"cell":"/request'),
        (b'"issued":0', b'"issued":-1'),
        (b'"issued":0', b'"issued":1000000000000'),
        (b'"amount":9', b'"amount":"9"'),
        (b'"amount":9', b'"amount":-9'),
        (b'"amount":9', b'"amount":9.123456789'),
        (b'"amount":9', b'"amount":true'),
    ],
)
def test_a_fast_path_leaves_what_it_cannot_vouch_for(
    fast: Fast, change: tuple[bytes, bytes]
) -> None:
    data = gxstats.to_json(example())
    assert fast(data) == example()
    assert change[0] in data
    assert fast(data.replace(*change, 1)) is None


@PATHS
@pytest.mark.parametrize("form_id", FORM_IDS)
@pytest.mark.parametrize("indent", [None, 1])
def test_the_fast_paths_take_any_layout_a_schema_and_colons_in_texts(
    fast: Fast, form_id: str, indent: int | None
) -> None:
    report = example(form_id)
    written = gxstats.to_json(report, indent=indent)
    assert fast(written) == report
    named = written.replace(b"{", b'{"$schema":"urn:a:b",', 1)
    read = fast(named)
    assert read == report
    assert gxstats.to_json(read) == gxstats.to_json(report)
    assert fast(named.replace(b"urn:a:b", b"urn\\u003aa:b")) is None
    assert fast(named.replace(b'"urn:a:b"', b"null")) is None
    for length, taken in ((1_000, report), (1_001, None)):
        last = b',"$schema":"' + b"a" * length + b'"}'
        assert fast(written.removesuffix(b"}") + last) == taken


@PATHS
@pytest.mark.parametrize("section", ["overview", "problems", "other"])
def test_the_fast_paths_take_a_section_as_long_as_it_may_be_and_no_longer(
    fast: Fast, section: str
) -> None:
    longest = example().replace(narrative=gxstats.Narrative(**{section: "x" * 200_000}))
    data = gxstats.to_json(longest)
    assert fast(data) == longest
    longer = data.replace(b'"xx', b'"xxx')
    assert fast(longer) is None
    assert problems_of(gxstats.from_json, longer) == [("text.length", f"/narrative/{section}")]


# --- what a cell may hold -----------------------------------------------------------------------

VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(-COUNT_MAXIMUM - 2, COUNT_MAXIMUM + 2),
    st.sampled_from([COUNT_MAXIMUM, COUNT_MAXIMUM + 1, -COUNT_MAXIMUM, -COUNT_MAXIMUM - 1, -1, 0]),
    st.floats(),
    st.decimals(),
    st.decimals(min_value=-1, max_value=10**12, places=8),
    st.sampled_from(
        [Decimal("1e11"), Decimal("1e12"), Decimal("0e12"), Decimal("-0"), Decimal("sNaN")]
    ),
    st.text(max_size=3),
    st.lists(st.integers(), max_size=1),
)


@pytest.mark.parametrize("cls", [
    gxstats.ApplicantCounts, gxstats.ItemsAndDecisions, gxstats.Procurement, gxstats.FeeAmount,
])  # fmt: skip
@given(data=st.data())
def test_compiled_checks_agree_with_the_one_definition(cls: Any, data: st.DataObject) -> None:
    fields = attrs.fields(cls)
    values = {field.name: data.draw(VALUES, field.name) for field in fields}
    kinds = {field.name: field.metadata["gxstats.cell"].kind for field in fields}
    allowed = all(cell_problem(kinds[name], "", value) is None for name, value in values.items())
    try:
        part = compiled.loader(cls)(values)
    except compiled.Doubt:
        assert not allowed
    else:
        assert allowed
        assert part == cls(**values)
        assert all(
            getattr(part, name) is None or isinstance(getattr(part, name), Decimal)
            for name, kind in kinds.items()
            if kind is Kind.AMOUNT
        )


@pytest.mark.parametrize("wrong", [[], {}, None, {"decisions": 1, "x": 1}, {"x": 1}, "decisions"])
def test_a_compiled_loader_refuses_other_shapes(wrong: object) -> None:
    with pytest.raises(compiled.Doubt):
        compiled.loader(gxstats.DecisionCount)(wrong)


# --- the count of colons ------------------------------------------------------------------------


@pytest.mark.parametrize("form_id", FORM_IDS)
@given(data=st.data())
def test_a_document_has_as_many_members_as_are_counted(form_id: str, data: st.DataObject) -> None:
    report = data.draw(arbitrary_reports(form_id))
    document = gxstats.to_dict(report)

    def members(value: Any) -> int:
        if isinstance(value, dict):
            return len(value) + sum(map(members, value.values()))
        return sum(map(members, value)) if isinstance(value, list) else 0

    inside_remarks = 2 * len(report.remarks)
    assert members(document) == compiled.members_of(report.form) + inside_remarks
