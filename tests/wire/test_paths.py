"""The fast paths accept nothing that the strict path refuses, and read the same from the rest."""

from __future__ import annotations

import json
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
    amounts = [value for cell, value in report.cells() if cell.kind is Kind.AMOUNT]
    if fast is through_msgspec and any("E" in str(amount) for amount in amounts):
        assert fast(gxstats.to_json(report)) is None  # an encoder would write the exponent
    else:
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
def test_a_fast_path_takes_any_layout(fast: Fast, form_id: str) -> None:
    report = example(form_id)
    for indent in (None, 1, 4):
        laid_out = b"\n" + gxstats.to_json(report, indent=indent) + b"\r\n"
        read = fast(laid_out)
        assert read == report
        assert gxstats.to_json(read) == gxstats.to_json(report)
        assert gxstats.to_json(read, indent=2) == gxstats.to_json(report, indent=2)


@pytest.mark.parametrize("source", [bytes, bytes.decode], ids=["bytes", "text"])
def test_a_document_that_names_its_schema_is_taken(source: Callable[[bytes], Any]) -> None:
    report = example()
    written = gxstats.to_json(report)
    named = written.replace(b"{", b'{"$schema":"urn:a:b",', 1)
    for spelt in (named, named.replace(b"urn:a:b", b"urn\\u003aa:b")):
        assert gxstats.from_json(source(spelt)) == report
    wrong = source(named.replace(b'"urn:a:b"', b"null"))
    assert problems_of(gxstats.from_json, wrong) == [("value.type", "/$schema")]
    for length, problems in ((1_000, []), (1_001, [("text.length", "/$schema")])):
        last = b',"$schema":"' + b"a" * length + b'"}'
        longer = source(written.removesuffix(b"}") + last)
        assert problems_of(gxstats.from_json, longer) == problems


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


# --- however it is spelt --------------------------------------------------------------------------

NUMBERS = st.sampled_from(
    ["0", "5", "-0", "-5", "5.0", "5.50", "-0.0", "5e0", "5E+1", "0.00000001", "1.2e-7", "1E-7",
     "999999999999", "1000000000000", "9" * 18, "9" * 30, "9" * 400, "1e400", "12.123456789012",
     "NaN", "Infinity", "-Infinity", "true", "null", '"5"', '"1.5"', '"NaN"', '"Infinity"', '""',
     "[]", "{}", "[5]", "01", "+5", ".5", "5."]
)  # fmt: skip
"""What may stand where a number is expected: right, wrong, or no JSON."""
SPACES = st.sampled_from(["", "", "", " ", "\n", "\t", "\r\n  "])


@st.composite
def spelt_texts(draw: st.DrawFn, text: str) -> str:
    """A string of JSON, with any of its characters escaped."""
    characters = list(text)
    for place in draw(st.lists(st.integers(0, max(len(text) - 1, 0)), max_size=4)):
        if place < len(text) and len(text[place]) == 1 and ord(text[place]) < 0x10000:
            digits = f"{ord(text[place]):04x}"
            characters[place] = f"\\u{draw(st.sampled_from([digits, digits.upper()]))}"
    plain = (
        one if one.startswith("\\u") else json.dumps(one, ensure_ascii=False)[1:-1]
        for one in characters
    )
    return f'"{"".join(plain)}"'


@st.composite
def respelt_documents(draw: st.DrawFn, form_id: str) -> bytes:
    """A document of a form in another spelling, in which some value may be wrong.

    Keys and texts are escaped here and there, the keys of some objects have another order or are
    repeated, white space stands anywhere, and numbers are spelt in any way.
    """
    report = draw(arbitrary_reports(form_id))
    chosen = draw(st.sets(st.integers(0, len(report.form) + 30), max_size=6))
    at = iter(range(1_000_000))

    def spelt(value: Any) -> str:
        different = next(at) in chosen
        space = draw(SPACES) if different else ""
        if isinstance(value, dict):
            keys = list(value)
            if different:
                keys = draw(st.permutations(keys))
                if draw(st.booleans()):
                    keys = [*keys, draw(st.sampled_from(keys))]
            members = []
            for key in keys:
                escaped = next(at) in chosen
                name = draw(spelt_texts(key)) if escaped else json.dumps(key)
                members.append(f"{space}{name}{space}:{space}{spelt(value[key])}{space}")
            return f"{{{','.join(members)}}}"
        if isinstance(value, list):
            return f"[{','.join(map(spelt, value))}{space}]"
        if isinstance(value, str):
            return draw(spelt_texts(value)) if different else json.dumps(value, ensure_ascii=False)
        if different:
            return draw(NUMBERS)
        return (
            "null"
            if value is None
            else format(value, "f")
            if isinstance(value, Decimal)
            else str(value)
        )

    return spelt(gxstats.to_dict(report)).encode()


@pytest.mark.parametrize("form_id", FORM_IDS)
@given(data=st.data())
def test_bytes_and_text_are_judged_alike_however_they_are_spelt(
    form_id: str, data: st.DataObject
) -> None:
    document = data.draw(respelt_documents(form_id))
    expected = outcome(strictly, document)
    assert outcome(gxstats.from_json, document) == expected
    assert outcome(gxstats.from_json, document.decode()) == expected
    for fast in (through_msgspec, through_compiled_code):
        report = fast(document)
        if report is not None:
            assert outcome(lambda _, report=report: report, document) == expected
            assert gxstats.to_json(report) == encoding.template_json(attrs.evolve(report), None)


@pytest.mark.parametrize("key", ["amount", "amo\\u0075nt", "\\u0061mount"])
@pytest.mark.parametrize(
    ("amount", "code"),
    [
        ('"NaN"', "value.text"), ('"Infinity"', "value.text"), ('"1.5"', "value.text"),
        ("-5", "value.negative"), ("9" * 18, "value.digits"), ("1.123456789012", "value.digits"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("source", [bytes, bytes.decode], ids=["bytes", "text"])
def test_an_amount_is_judged_however_its_key_is_spelt(
    source: Callable[[bytes], Any], amount: str, code: str, key: str
) -> None:
    address = "/disclosure/administrative_fees/amount"
    report = example().replace({address: Decimal("1.75")})
    written = gxstats.to_json(report).replace(b'"amount":1.75', f'"{key}":{amount}'.encode())
    moved = written.replace(b'"edition":"2021","year":2023', b'"year":2023,"edition":"2021"')
    for document in (written, moved):
        assert problems_of(gxstats.from_json, source(document)) == [(code, address)]
