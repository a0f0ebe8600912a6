"""Every language-neutral case, through this implementation."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import jsonschema
import pytest
from tests.support.conformance import CASES, DOCUMENTS, PAIRS
from tests.support.effort import some

import gxstats
from gxstats.relations import check_years
from gxstats.wire import decoding
from gxstats.wire.released import edition_document
from gxstats.wire.schema import published
from gxstats.wire.strict import own_editions

GENERATOR = Path(__file__).with_name("generate_conformance.py")


@pytest.fixture(params=["with msgspec", "without msgspec"])
def path(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "with msgspec":
        pytest.importorskip("msgspec")
    else:
        monkeypatch.setattr(decoding, "with_msgspec", lambda: None)
    return request.param


def test_every_case_has_the_outcome_it_should_have(path: str) -> None:
    for case in CASES if path == "with msgspec" else some(CASES, 30):
        judged = require_held if case["valid"] else require_refused
        judged(case, case["text"].encode())


def require_refused(case: dict, data: bytes) -> None:
    with pytest.raises(gxstats.InvalidDocument) as raised:
        gxstats.from_json(data)
    found = [{"code": p.code, "address": p.address} for p in raised.value.problems]
    assert found == case["problems"], case["id"]


def require_held(case: dict, data: bytes) -> None:
    report = gxstats.from_json(data)
    assert report.form.id == case["form"], case["id"]
    assert told(gxstats.check(report)) == case["relations"], case["id"]
    assert gxstats.from_json(gxstats.to_json(report)) == report, case["id"]


def told(results: Iterable[gxstats.Result]) -> dict:
    return {
        result.relation.id: {
            "outcome": result.outcome.value,
            "left": result.left,
            "right": result.right,
            "residual": result.residual,
        }
        for result in results
    }


def test_every_pair_of_years_has_the_outcome_it_should_have() -> None:
    for pair in PAIRS:
        before, report = (gxstats.from_json(pair[key].encode()) for key in ("previous", "text"))
        assert (before.form.id, report.form.id) == (pair["previous_form"], pair["form"])
        assert told(check_years(before, report)) == pair["relations"], pair["id"]


def test_every_relation_to_last_year_is_violated_held_and_undecided_in_some_pair() -> None:
    seen: dict[tuple[str, str], set[str]] = {}
    for pair in PAIRS:
        for id, result in pair["relations"].items():
            seen.setdefault((pair["form"], id), set()).add(result["outcome"])
    assert set(map(frozenset, seen.values())) == {frozenset({"held", "violated", "undecided"})}
    for document in DOCUMENTS:
        relations = edition_document("relations", document["edition"])
        for form in relations["forms"]:
            assert {(form["id"], one["id"]) for one in form["year_relations"]} <= seen.keys()


def test_what_is_a_report_has_no_problem() -> None:
    for case in some([case for case in CASES if case["valid"]], 8):
        assert gxstats.validate(case["text"].encode()) == (), case["id"]


def test_every_case_is_to_a_schema_validator_what_it_should_be() -> None:
    names = ("report", *own_editions())
    validators = {name: jsonschema.Draft202012Validator(published(name)) for name in names}
    for case in some(CASES, 8):
        if case["schema_valid"] is None:
            continue  # not JSON; the codes above say so
        tree = json.loads(case["text"])
        edition = tree.get("edition") if isinstance(tree, dict) else None
        for name in ("report", edition):
            if name in names:
                assert validators[name].is_valid(tree) == case["schema_valid"], case["id"]


def test_the_cases_match_their_own_schema() -> None:
    for document in DOCUMENTS:
        jsonschema.Draft202012Validator(published("conformance")).validate(document)


def test_the_cases_are_what_their_generator_writes() -> None:
    done = subprocess.run(
        [sys.executable, GENERATOR, "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_there_are_cases_for_every_code_that_a_text_can_show() -> None:
    codes = {problem["code"] for case in CASES for problem in case.get("problems", ())}
    # A text is neither too large to publish nor in a foreign encoding, and JSON has no float and
    # no columns; a document that only the schema refuses does not exist, and one with too many
    # problems is long.
    beyond_text = {"document.size", "document.encoding", "document.schema", "document.problems"}
    beyond_text |= {"value.float"}
    beyond_text |= {
        "column.missing",
        "column.unknown",
        "column.type",
        "column.key",
        "column.version",
    }
    assert codes == set(gxstats.errors.CODES) - beyond_text


@pytest.mark.parametrize("form_id", gxstats.FORMS.own)
def test_every_relation_is_violated_and_held_in_some_case(form_id: str) -> None:
    seen: dict[str, set[str]] = {r.id: set() for r in gxstats.rulebook(form_id)}
    same_edition = [
        case for case in CASES if case.get("form", "").startswith(gxstats.form(form_id).edition)
    ]
    for case in same_edition:
        for id, result in case["relations"].items():
            if id in seen:
                seen[id].add(result["outcome"])
    assert all(outcomes == {"held", "violated", "undecided"} for outcomes in seen.values())


def test_the_generator_does_not_ask_gxstats() -> None:
    spec = importlib.util.spec_from_file_location("generator", GENERATOR)
    assert spec is not None
    source = GENERATOR.read_text(encoding="utf-8")
    assert "import gxstats" not in source
    assert "from gxstats" not in source
