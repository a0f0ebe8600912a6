"""What is refused, where, and with how little work."""

from __future__ import annotations

import json
import sys
from collections import OrderedDict, defaultdict
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.effort import some
from tests.support.json_documents import FORM_IDS, example, problems_of
from tests.support.yardstick import Work

import gxstats
from gxstats.errors import CODES
from gxstats.testing import arbitrary_reports, reports_with_blanks
from gxstats.wire import JSONLimits
from gxstats.wire.strict import MOST_PROBLEMS

UNITS = 600
"""The worst of the hostile documents takes a fifth of it."""
GOOD = gxstats.to_json(example())
TEXT = GOOD.decode()

# --- sources ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "source",
    [
        GOOD,
        bytearray(GOOD),
        memoryview(GOOD),
        TEXT,
        b"\xef\xbb\xbf" + GOOD,
        "\ufeff" + TEXT,
        b" \r\n\t" + GOOD + b"\n",
    ],
    ids=["bytes", "bytearray", "memoryview", "str", "BOM", "BOM in str", "white space"],
)
def test_every_kind_of_source_is_read_alike(source: Any) -> None:
    assert gxstats.from_json(source) == example()


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (TEXT.encode("utf-16"), "UTF-16"),
        (TEXT.encode("utf-16-le"), "UTF-16"),
        (TEXT.encode("utf-16-be"), "UTF-16"),
        (TEXT.encode("utf-32"), "UTF-32"),
        (TEXT.encode("utf-32-be"), "UTF-32"),
        (TEXT.replace("😀", "").encode("gb18030"), "be d6 22 2c"),
        (GOOD.replace("某".encode(), b"\xc0\x80"), "c0 80 e5 b1"),
        (GOOD.replace("某".encode(), b"\xed\xa0\x80"), "ed a0 80 e5"),
    ],
    ids=["utf-16", "le", "be", "utf-32", "utf-32-be", "gb18030", "overlong", "surrogate"],
)
def test_another_encoding_is_refused(data: bytes, found: str) -> None:
    with pytest.raises(gxstats.InvalidDocument) as raised:
        gxstats.from_json(data)
    (problem,) = raised.value.problems
    assert (problem.code, problem.address, problem.found) == ("document.encoding", "", found)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["no BOM", "BOM"])
def test_the_first_byte_that_is_not_utf8_is_told(mark: bytes) -> None:
    with pytest.raises(gxstats.InvalidDocument) as raised:
        gxstats.from_json(mark + b'{"a": "\xc3\xa9\xff\x01\x02\x03\x04"}')
    (problem,) = raised.value.problems
    place = len(mark) + 9
    assert problem.found == "ff 01 02 03"
    assert problem.expected.en == f"UTF-8 (wrong from byte {place} on)"
    assert problem.expected.zh == f"UTF-8（第 {place} 个字节起有误）"


def test_an_unpaired_surrogate_in_text_is_told_with_its_address() -> None:
    text = TEXT.replace("某局", "某\ud800局")
    assert problems_of(gxstats.from_json, text) == [("text.surrogate", "/organ/name")]


@pytest.mark.parametrize("extra", [0, 1])
def test_size_is_counted_in_bytes(extra: int) -> None:
    limits = JSONLimits(bytes=len(GOOD) - extra)
    for source in (GOOD, TEXT):
        found = problems_of(lambda it: gxstats.from_json(it, limits=limits), source)
        assert found == ([("document.size", "")] if extra else [])


@pytest.mark.parametrize(
    "wrong",
    [{"bytes": 0}, {"bytes": 2**30 + 1}, {"depth": 7}, {"depth": 501}, {"depth": "32"}],
)
def test_limits_that_make_no_sense_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises((ValueError, TypeError)):
        JSONLimits(**wrong)


def test_limits_may_be_as_narrow_and_as_wide_as_makes_sense() -> None:
    for within in (JSONLimits(bytes=1, depth=8), JSONLimits(bytes=2**30, depth=500)):
        assert attrs.evolve(within) == within


def test_limits_are_a_value() -> None:
    assert JSONLimits() == JSONLimits(bytes=4 * 1024 * 1024, depth=32)
    assert len({JSONLimits(), JSONLimits(depth=32)}) == 1


# --- syntax and depth ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("", 1, 1), ("{", 1, 2), ('{\n "a" 1}', 2, 6), ("[1] 2", 1, 5), ('{\n"a":\n\t01}', 3, 3)],
)
def test_a_syntax_error_tells_line_and_column(text: str, line: int, column: int) -> None:
    with pytest.raises(gxstats.InvalidDocument) as raised:
        gxstats.from_json(text)
    (problem,) = raised.value.problems
    assert problem.code == "document.syntax"
    assert f"(line {line}, column {column})" in problem.message("en")
    assert f"（第 {line} 行第 {column} 列）" in problem.message("zh")


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("tru", "'tru'", "a value"),
        ("[1, ]", "', ]'", "no comma after the last item"),
        ('{"a":1,}', "',}'", "no comma after the last item"),
        ("[1,}", "'}'", "a value"),
        ('{"a":1,]', "']'", "a key in double quotes"),
        ("", "''", "a value"),
        ("[01]", "'1]'", "a comma or the closing bracket"),
        ('{"a" 1}', "'1}'", "a colon"),
        ("{1: 2}", "'1: 2}'", "a key in double quotes"),
        ('["a', "'\"a'", "a string that ends in a double quote"),
        ('["a\tb"]', """'\\tb"]'""", "control characters written as escapes"),
        ('["\\x"]', """'\\\\x"]'""", "a valid escape"),
        ("[1] 2", "'2'", "the end of the document"),
        ("x" * 21, repr("x" * 20), "a value"),
    ],
)
def test_a_syntax_error_tells_what_stands_there_and_what_should(
    text: str, found: str, expected: str
) -> None:
    with pytest.raises(gxstats.InvalidDocument) as raised:
        gxstats.from_json(text)
    (problem,) = raised.value.problems
    assert problem.found == found
    assert problem.expected.en.startswith(f"{expected} (line 1, ")


@pytest.mark.parametrize("levels", [33, 500, 100_000])
@pytest.mark.parametrize("closed", ["", "closed"])
def test_depth_is_told_at_the_first_place_too_deep(levels: int, closed: str) -> None:
    arrays = "[" * levels + ("]" * levels if closed else "")
    assert problems_of(gxstats.from_json, arrays) == [("document.depth", "/0" * 32)]
    objects = '{"a~/b":' * levels + ("1" + "}" * levels if closed else "")
    assert problems_of(gxstats.from_json, objects) == [("document.depth", "/a~0~1b" * 32)]
    text = TEXT.replace('"overview":', '"overview":[1,{"x":' + arrays + '}],"old":', 1)
    expected = [("document.depth", "/narrative/overview/1/x" + "/0" * 28)]
    assert problems_of(gxstats.from_json, text) == expected


def test_brackets_within_strings_are_no_levels() -> None:
    report = example().replace(narrative=gxstats.Narrative(overview='[{"' * 50 + "\\"))
    assert gxstats.from_json(gxstats.to_json(report)) == report
    wrong = gxstats.to_json(report).replace(b'"year":2023', b'"year":1')
    assert problems_of(gxstats.from_json, wrong) == [("value.range", "/year")]


def test_a_wider_limit_lets_the_types_be_judged() -> None:
    text = TEXT.replace('"overview":', '"overview":' + "[" * 100 + "]" * 100 + ',"old":', 1)
    limits = JSONLimits(depth=500)
    found = problems_of(lambda it: gxstats.from_json(it, limits=limits), text)
    assert found == [("value.type", "/narrative/overview"), ("key.unknown", "/narrative/old")]


def test_a_full_stack_is_not_taken_for_a_deep_document() -> None:
    def descend(left: int) -> None:
        if left:
            descend(left - 1)
        else:
            gxstats.from_json(b" " + GOOD.replace(b"2023", b"1"))

    with pytest.raises((RecursionError, gxstats.InvalidDocument)) as raised:
        descend(sys.getrecursionlimit())
    assert not isinstance(raised.value, gxstats.InvalidDocument)


# --- hostile input ------------------------------------------------------------------------------

MANY = 100_000


COUNT = "/requests/received/natural_person"


def _in_place_of_a_count(value: str) -> str:
    return TEXT.replace('"natural_person":10,', f'"natural_person":{value},', 1)


HOSTILE = {
    "brackets": ("[" * MANY, "document.depth", "/0" * 32),
    "braces": ('{"":' * MANY, "document.depth", "/" * 32),
    "10 MB": (" " * 10_000_000, "document.size", ""),
    "10 MB of digits": ("9" * 10_000_000, "document.size", ""),
    "5,000 digits": (_in_place_of_a_count("9" * 5_000), "value.digits", COUNT),
    "4,000,000 digits": (_in_place_of_a_count("9" * 4_000_000), "value.digits", COUNT),
    "many long numbers": (
        _in_place_of_a_count("[" + ",".join(["9" * 4_000] * 900) + "]"),
        "value.type",
        COUNT,
    ),
    "a long fraction": (_in_place_of_a_count("0." + "3" * 4_000_000), "value.fraction", COUNT),
    "a huge exponent": (_in_place_of_a_count("1e" + "9" * 30), "value.fraction", COUNT),
    "a tiny exponent": (_in_place_of_a_count("-1e-" + "9" * 4_000), "value.fraction", COUNT),
    "NUL": (TEXT.replace("某局", "某\0局"), "document.syntax", ""),
    "NUL outside": (TEXT + "\0", "document.syntax", ""),
    "unknown keys": (
        "{" + ",".join(f'"k{n}":{n}' for n in range(MANY)) + "," + TEXT[1:],
        "document.problems",
        "",
    ),
    "one long key": (
        '{"' + "k" * 1_000_000 + '":1,' + TEXT[1:],
        "key.unknown",
        "/" + "k" * 1_000_000,
    ),
    "a key with ~ and /": ('{"~/~1":1,' + TEXT[1:], "key.unknown", "/~0~1~01"),
    "a repeated key": ("{" + '"edition":"2021",' * MANY + TEXT[1:], "key.duplicate", "/edition"),
    "remarks": (
        TEXT.replace('"remarks":[', '"remarks":[' + '{"cell":"x","printed":""},' * MANY, 1),
        "document.problems",
        "",
    ),
    "remarks that are nearly right": (
        TEXT.replace(
            '"remarks":[',
            '"remarks":['
            + "".join(
                f'{{"cell":"/requests/received/totl{n}","printed":""}},' for n in range(9_999)
            ),
            1,
        ),
        "document.problems",
        "",
    ),
    "an array of numbers": ("[" + "1," * 2_000_000 + "1]", "value.type", ""),
    "an array of objects": ("[" + "{}," * 1_000_000 + "1]", "value.type", ""),
    "an open string": ('"' + "\\\\" * 1_500_000, "document.syntax", ""),
    "quotes": ('"' * 4_000_000, "document.syntax", ""),
}


@pytest.mark.parametrize("name", some(HOSTILE, 25))
def test_hostile_input_is_refused_with_an_address_in_bounded_work(name: str) -> None:
    text, code, address = HOSTILE[name]
    data = text.encode()
    with Work() as work, pytest.raises(gxstats.InvalidDocument) as raised:
        gxstats.from_json(data)
    problems = raised.value.problems
    assert (problems[0].code, problems[0].address) == (code, address)
    assert all(len(problem.found) <= 60 for problem in problems)
    assert work.units < UNITS


def test_the_digits_limit_of_python_does_not_matter() -> None:
    limit = sys.get_int_max_str_digits()
    text = _in_place_of_a_count("9" * 5_000)
    try:
        for digits in (640, 0, 10_000):
            sys.set_int_max_str_digits(digits)
            assert problems_of(gxstats.from_json, text) == [
                ("value.digits", "/requests/received/natural_person")
            ]
    finally:
        sys.set_int_max_str_digits(limit)


def test_a_number_is_told_as_it_was_written() -> None:
    for written in ("12.0", "1e2", "1E+02", "-0.0", "NaN", "-Infinity"):
        with pytest.raises(gxstats.InvalidDocument) as raised:
            gxstats.from_json(_in_place_of_a_count(written))
        assert raised.value.problems[0].found == written


CHANGE = "/disclosure/administrative_licensing/change"
AMOUNT = "/disclosure/centralized_procurement/amount"


@pytest.mark.parametrize(
    ("address", "written", "code"),
    [
        *((COUNT, "9" * digits, "value.digits") for digits in (13, 20, 21, 65)),
        *((COUNT, "-" + "9" * digits, "value.negative") for digits in (13, 19, 20, 65)),
        *((CHANGE, sign + "9" * 21, "value.digits") for sign in ("", "-")),
        *((COUNT, sign + "1.5", "value.fraction") for sign in ("", "-")),
        (AMOUNT, "9" * 21, "value.digits"),
        (AMOUNT, "-" + "9" * 21, "value.negative"),
        (AMOUNT, "-0.1", "value.negative"),
        (AMOUNT, "1." + "0" * 63, "value.digits"),
        (AMOUNT, "1e9999999999999999999", "value.digits"),
        (AMOUNT, "-1e9999999999999999999", "value.negative"),
        (AMOUNT, "-1." + "0" * 70, "value.negative"),
    ],
)
def test_a_number_of_any_length_is_judged_by_its_sign_and_told_as_written(
    address: str, written: str, code: str
) -> None:
    document = gxstats.to_dict(example("2019"))
    *way, last = address.split("/")[1:]
    place = document
    for step in way:
        place = place[step]
    place[last] = "<number>"
    text = json.dumps(document, default=str).replace('"<number>"', written)
    with pytest.raises(gxstats.InvalidDocument) as raised:
        gxstats.from_json(text)
    (problem,) = [one for one in raised.value.problems if one.address == address]
    assert problem.code == code
    assert problem.found == (written if len(written) <= 60 else written[:59] + "…")


# --- problems -----------------------------------------------------------------------------------


@pytest.mark.parametrize("extra", [0, 1])
def test_problems_are_looked_for_up_to_a_bound_that_is_told(extra: int) -> None:
    wrong = gxstats.to_dict(example())
    wrong["year"] = "2023"
    unknown = [f"k{number}" for number in range(MOST_PROBLEMS - 1 + extra)]
    with pytest.raises(gxstats.InvalidDocument) as raised:
        gxstats.from_dict({**wrong, **dict.fromkeys(unknown)})
    bound, problems = raised.value.problems[:extra], raised.value.problems[extra:]
    assert [one.address for one in problems] == ["/year", *(f"/{key}" for key in unknown)][
        :MOST_PROBLEMS
    ]
    assert [one.code for one in bound] == ["document.problems"] * extra
    for one in bound:
        assert str(MOST_PROBLEMS) in one.message("zh")
        assert str(MOST_PROBLEMS) in one.message("en")


@pytest.mark.parametrize(
    ("printed", "declared"), [("2021", "2019"), ("2021-undivided", "2019"), ("2019", "2021")]
)
def test_a_wrong_edition_is_told_as_that_and_the_tables_are_judged_by_their_own(
    printed: str, declared: str
) -> None:
    right = gxstats.form(printed).edition
    document = {**gxstats.to_dict(example(printed)), "edition": declared}
    with pytest.raises(gxstats.InvalidDocument) as raised:
        gxstats.from_dict(document)
    (problem,) = raised.value.problems
    assert (problem.code, problem.address) == ("value.choice", "/edition")
    assert f'"{right}"' in problem.expected.zh
    assert f'"{right}"' in problem.expected.en
    document["disputes"]["reconsideration"]["total"] = -1
    document["disputes"]["x"] = 1
    found = problems_of(gxstats.from_dict, document)
    assert found[0] == ("value.choice", "/edition")
    assert set(found[1:]) == {
        ("value.negative", "/disputes/reconsideration/total"),
        ("key.unknown", "/disputes/x"),
    }


def test_tables_that_lack_keys_or_have_one_too_many_are_of_the_edition_declared() -> None:
    for form_id in FORM_IDS:
        document = gxstats.to_dict(example(form_id))
        document["disclosure"] = {"rules": {"x": 1}}
        del document["requests"]
        codes = {code for code, _ in problems_of(gxstats.from_dict, document)}
        assert codes == {"key.missing", "key.unknown"}


def test_a_missing_edition_is_told_first_with_the_editions_there_are() -> None:
    document = gxstats.to_dict(example())
    del document["edition"]
    del document["year"]
    with pytest.raises(gxstats.InvalidDocument) as raised:
        gxstats.from_dict({"x": 1, **document})
    first, *_ = raised.value.problems
    assert (first.code, first.address) == ("key.missing", "/edition")
    assert first.expected.en.startswith('"2019" or "2021"')


# --- dictionaries -------------------------------------------------------------------------------


@pytest.mark.parametrize("form_id", FORM_IDS)
@given(data=st.data())
def test_from_dict_undoes_to_dict(form_id: str, data: st.DataObject) -> None:
    report = data.draw(arbitrary_reports(form_id) | reports_with_blanks(form_id))
    assert gxstats.from_dict(gxstats.to_dict(report)) == report


def test_any_mapping_is_taken_and_none_is_changed() -> None:
    document = gxstats.to_dict(example())
    assert gxstats.from_dict(MappingProxyType(document)) == example()
    assert gxstats.from_dict(OrderedDict(document)) == example()
    lazy: defaultdict[str, Any] = defaultdict(dict, document)
    del lazy["organ"]
    assert problems_of(gxstats.from_dict, lazy) == [("key.missing", "/organ")]
    assert "organ" not in lazy


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (1.5, "value.float"),
        (2.0, "value.float"),
        (float("nan"), "value.not_finite"),
        (Decimal("sNaN"), "value.not_finite"),
        (True, "value.boolean"),
        ("1", "value.text"),
        (Decimal("1e99999"), "value.digits"),
        (10**6000, "value.digits"),
        (object(), "value.type"),
        ([[[]]], "value.type"),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_an_amount_in_a_dictionary_is_exact_or_refused(value: object, code: str) -> None:
    document = gxstats.to_dict(example())
    document["disclosure"]["administrative_fees"]["amount"] = value
    found = problems_of(gxstats.from_dict, document)
    assert found == [(code, "/disclosure/administrative_fees/amount")]


@pytest.mark.parametrize("value", [7, Decimal(7), Decimal("7.0"), None])
def test_an_amount_in_a_dictionary_may_be_an_int_or_a_decimal(value: Any) -> None:
    document = gxstats.to_dict(example())
    document["disclosure"]["administrative_fees"]["amount"] = value
    amount = gxstats.from_dict(document).disclosure.administrative_fees.amount
    assert amount == value
    assert amount is None or type(amount) is Decimal


def test_a_dictionary_within_itself_is_refused() -> None:
    document = gxstats.to_dict(example())
    document["narrative"]["overview"] = document
    document["requests"]["received"]["total"] = document
    assert problems_of(gxstats.from_dict, document) == [
        ("value.type", "/requests/received/total"),
        ("value.type", "/narrative/overview"),
    ]


@pytest.mark.parametrize("wrong", [None, 1, "x", [], object()])
def test_what_is_no_mapping_is_refused(wrong: Any) -> None:
    assert problems_of(gxstats.from_dict, wrong) == [("value.type", "")]


def test_a_key_that_is_no_text_is_unknown() -> None:
    assert problems_of(gxstats.from_dict, {**gxstats.to_dict(example()), 1: 2}) == [
        ("key.unknown", "/1")
    ]


def test_a_likely_intention_is_looked_up_for_the_first_sixteen_unknown_keys() -> None:
    keys = [f"remarks{number}" for number in range(18)]
    with pytest.raises(gxstats.InvalidDocument) as raised:
        gxstats.from_dict({**gxstats.to_dict(example()), **dict.fromkeys(keys), 1: None})
    problems = raised.value.problems
    assert [problem.address for problem in problems] == [*(f"/{key}" for key in keys), "/1"]
    likely = ["did you mean" in problem.expected.en for problem in problems]
    assert likely == [True] * 16 + [False] * 3
    assert problems[0].expected.zh == "remarks（是否笔误？）"
    assert problems[16].expected.en.startswith("one of edition, year, ")
    assert problems[16].expected.zh.endswith(", remarks 之一")


# --- what errors say ----------------------------------------------------------------------------


def test_every_problem_can_be_told_in_both_languages() -> None:
    wrong = TEXT.replace('"year":2023', '"year":"2023"').replace('"received"', '"recieved"')
    with pytest.raises(gxstats.InvalidDocument) as raised:
        gxstats.from_json(wrong)
    error = raised.value
    assert [p.code for p in error.problems] == ["value.text", "key.missing", "key.unknown"]
    assert "received" in error.problems[2].expected.en  # the likely intention
    for problem in error.problems:
        assert CODES[problem.code].zh in error.explain("zh")
        assert CODES[problem.code].en in error.explain("en")
    assert error == gxstats.InvalidDocument(error.problems)
    assert "3 problems" in str(error)
