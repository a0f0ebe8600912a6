"""The published schemas: what is computed, what is released, and that they agree with the form."""

from __future__ import annotations

import json
import re
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from tests.support.effort import tries
from tests.support.json_documents import FORM_IDS, corrupted, outcome

import gxstats
from gxstats.relations import PREVIOUS, year_links
from gxstats.testing import arbitrary_reports
from gxstats.wire import released, schema
from gxstats.wire.strict import own_editions
from gxstats.wire.validation import schema_problems

NAMES = (*released.files(),)
OWN = own_editions()
ROOT = released.directory()
generated_once = cache(schema.generated)


def frozen() -> set[str]:
    """The paths of all files that a release freezes."""
    conformance = {released.document_path("conformance", edition) for edition in OWN}
    return {*generated_once(), *conformance} - {released.INDEX}


def test_every_generated_file_is_up_to_date() -> None:
    for path, content in generated_once().items():
        assert (ROOT / path).read_bytes() == content, f"{path}: run python -m gxstats.wire.schema"


def test_no_released_file_has_changed() -> None:
    assert released.changed(ROOT) == []
    listed = json.loads((ROOT / "released.json").read_bytes())["sha256"]
    assert listed.keys() <= frozen()


def test_the_files_are_in_the_package_or_beside_its_source_or_it_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(released, "__file__", str(tmp_path / "src" / "gxstats" / "wire" / "x.py"))
    looked_for = released.directory.__wrapped__
    with pytest.raises(FileNotFoundError, match="the published schemas are not beside"):
        looked_for()
    for place in (tmp_path / "schema", tmp_path / "src" / "gxstats" / "schema"):
        place.mkdir(parents=True)
        report = place / released.files()[released.UNION]
        report.parent.mkdir()
        report.write_text("{}")
        assert looked_for() == place


def test_a_change_to_a_released_file_is_seen(tmp_path: Path) -> None:
    copy = shutil.copytree(ROOT, tmp_path / "schema")
    assert released.release(copy, sorted(frozen())) == sorted(frozen())
    assert released.changed(copy) == []
    relations = copy / "2019" / "relations.json"
    relations.write_bytes(relations.read_bytes() + b"\n")
    (copy / "2021" / "report.schema.json").unlink()
    (copy / "2021" / "report.v2.schema.json").write_text("{}")  # beside it there may be another
    (copy / "index.json").write_text("{}")
    expected = ["2019/relations.json", "2021/report.schema.json"]
    assert released.changed(copy) == expected
    assert released.release(copy, sorted(frozen())) == []  # what is listed stays as it was
    assert released.changed(copy) == expected


@pytest.fixture
def copy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A copy of the schemas, on which the command works."""
    copied = shutil.copytree(ROOT, tmp_path / "schema")
    monkeypatch.setattr(schema, "directory", lambda: copied)
    monkeypatch.setattr(schema, "generated", generated_once)
    return copied


def test_the_command_checks_writes_and_explains(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert schema.main(["--check"]) == 0
    (copy / "2021" / "report.schema.json").write_text("{}")
    assert schema.main(["--check"]) == 1
    assert "2021/report.schema.json" in capsys.readouterr().err
    assert schema.main([]) == 0
    assert "2021/report.schema.json written" in capsys.readouterr().out
    assert schema.main(["--check"]) == 0
    assert schema.main(["--chek"]) == 2


def test_a_file_that_differs_and_one_that_is_not_as_released_fail_each_alone(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = {"sha256": {"2019/relations.json": "0" * 64}}
    (copy / "released.json").write_text(json.dumps(listed))
    assert schema.main(["--check"]) == 1
    assert capsys.readouterr().err == "2019/relations.json is released and must not change\n"
    (copy / "released.json").unlink()
    (copy / "2019" / "relations.json").unlink()
    assert schema.main(["--check"]) == 1
    assert capsys.readouterr().err == "2019/relations.json differs from what the form gives\n"


def test_what_is_as_generated_is_released_once_and_the_index_never(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (copy / "released.json").unlink()
    relations = (copy / "2021" / "relations.json").read_bytes()
    (copy / "2021" / "relations.json").write_bytes(b"{}")
    assert schema.main(["--release"]) == 1
    assert not (copy / "released.json").exists()
    (copy / "2021" / "relations.json").write_bytes(relations)
    capsys.readouterr()
    assert schema.main(["--release"]) == 0
    said = "".join(f"{path} released\n" for path in sorted(frozen()))
    assert capsys.readouterr() == (said, "")
    before = (copy / "released.json").read_bytes()
    assert json.loads(before)["sha256"].keys() == frozen()
    assert schema.main(["--release"]) == 0
    assert capsys.readouterr() == ("", "")
    assert (copy / "released.json").read_bytes() == before


def test_where_there_is_nothing_yet_all_is_written(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def none() -> Path:
        raise FileNotFoundError

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(schema, "directory", none)
    monkeypatch.setattr(schema, "generated", generated_once)
    assert schema.main(["--check"]) == 1
    assert schema.main([]) == 0
    written = {path.relative_to("schema").as_posix() for path in Path("schema").rglob("*.json")}
    assert written == set(generated_once())
    assert schema.main(["--check"]) == 0


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_valid_and_self_contained(name: str) -> None:
    found = schema.published(name)
    Draft202012Validator.check_schema(found)
    assert found["$id"].startswith("urn:gxstats:schema:")
    text = json.dumps(found)
    assert "http" not in text.replace("https://json-schema.org/draft/2020-12/schema", "")
    assert all(
        reference.startswith("#/$defs/") and reference.removeprefix("#/$defs/") in found["$defs"]
        for reference in re.findall(r'"\$ref": "([^"]+)"', text)
    )


@pytest.mark.parametrize("name", [*OWN, released.UNION])
def test_examples_validate_and_are_reports(name: str) -> None:
    found = schema.published(name)
    assert found["examples"]
    for example in found["examples"]:
        Draft202012Validator(found).validate(example)
        assert gxstats.check(gxstats.from_json(json.dumps(example))).verdict.value == "held"


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_every_cell_is_described_in_both_languages(form_id: str) -> None:
    form = gxstats.form(form_id)
    annotated = schema.published(form.edition)["x-gxstats"]
    cells = annotated["forms"][form_id]["cells"]
    assert annotated["notice"] == form.notice
    assert list(cells) == [cell.address for cell in form]
    for cell in form:
        described = cells[cell.address]
        assert described["name"] == {"zh": cell.name("zh"), "en": cell.name("en")}
        assert described["unit"] == {"zh": cell.unit.zh, "en": cell.unit.en}
        place = (described["table"], described["row"], described["column"])
        assert place == (cell.position.table, cell.position.row, cell.position.column)


def _resolved(root: dict[str, Any], found: dict[str, Any]) -> list[dict[str, Any]]:
    """What a node stands for, and what it refers to, all shapes of it."""
    if "$ref" in found:
        return [found, *_resolved(root, root["$defs"][found["$ref"].rpartition("/")[2]])]
    below = (*found.get("oneOf", ()), *found.get("allOf", ()))
    return [found, *(r for one in below for r in _resolved(root, one))]


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_every_cell_is_reached_with_its_labels_kind_and_unit(form_id: str) -> None:
    form = gxstats.form(form_id)
    root = schema.published(form.edition)
    for cell in form:
        nodes: list[dict[str, Any]] = [root]
        for step in cell.address.split("/")[1:]:
            nodes = [
                inner
                for node in nodes
                if step in node.get("properties", {})
                for inner in _resolved(root, node["properties"][step])
            ]
        titled, kind = nodes[0], nodes[-1]
        assert titled["x-label"] == {"zh": cell.column.zh, "en": cell.column.en}
        over = [{"zh": text.zh, "en": text.en} for text in cell.columns]
        headings = titled.get("x-headings", [])
        assert headings == over[len(over) - len(headings) :]
        assert titled["x-unit"] == {"zh": cell.unit.zh, "en": cell.unit.en}
        assert kind == root["$defs"][cell.kind.value]


@pytest.mark.parametrize("form_id", FORM_IDS)
@tries(20)
@given(data=st.data())
def test_every_report_that_we_write_is_valid_by_its_schema(
    form_id: str, data: st.DataObject
) -> None:
    report = data.draw(arbitrary_reports(form_id))
    document = json.loads(gxstats.to_json(report))
    assert list(schema_problems(document)) == []
    union = Draft202012Validator(schema.published("report"))
    assert union.is_valid(document) == (report.edition in OWN)


@tries(60)
@given(data=st.data())
def test_the_schema_refuses_nothing_that_the_strict_rules_accept(data: st.DataObject) -> None:
    document = data.draw(corrupted(data.draw(st.sampled_from(FORM_IDS))))
    problems = gxstats.validate(document)
    assert [p for p in problems if p.code == "document.schema"] == []
    found = outcome(gxstats.from_json, document)
    assert problems == (() if isinstance(found[0], gxstats.Report) else found)


@pytest.mark.parametrize("form_id", gxstats.FORMS.own)
def test_relations_are_published_as_they_are_declared(form_id: str) -> None:
    edition = gxstats.form(form_id).edition
    document = released.edition_document("relations", edition)
    Draft202012Validator(schema.published("relations")).validate(document)
    (form,) = [one for one in document["forms"] if one["id"] == form_id]
    declared = (
        *gxstats.rulebook(form_id).relations,
        *year_links(gxstats.form(form_id), gxstats.form(form_id)),
    )
    held = [*form["relations"], *form["year_relations"]]
    assert [relation["id"] for relation in held] == [r.id for r in declared]
    for relation, one in zip(declared, held, strict=True):
        terms = [(t["coefficient"], t["cell"]) for t in one["left"]]
        terms += [(-t["coefficient"], t["cell"]) for t in one["right"]]
        assert terms == [(term.coefficient, term.address) for term in relation.terms]
        assert one["strength"] == relation.strength.value
        assert one["comparison"] == relation.comparison.value
        assert all(one["text"].values())


def test_a_name_that_is_not_published_is_told_with_the_likely_one() -> None:
    with pytest.raises(KeyError, match="relations"):
        schema.published("relation")
    with pytest.raises(KeyError, match="xyz"):
        schema.published("xyz")


@pytest.mark.parametrize("form_id", gxstats.FORMS.own)
def test_a_year_relation_names_the_forms_of_last_year_that_have_its_cells(form_id: str) -> None:
    """By the rule that the document states, worked out from the documents alone."""
    edition = gxstats.form(form_id).edition
    until = OWN[: OWN.index(edition) + 1]
    documents = [released.edition_document("relations", one) for one in until]
    forms = {form["id"]: form for one in documents for form in one["forms"]}
    cells = {id: {cell["address"] for cell in form["cells"]} for id, form in forms.items()}
    for relation in forms[form_id]["year_relations"]:
        named = [term["cell"] for term in relation["left"] + relation["right"]]
        before = {cell.removeprefix(PREVIOUS) for cell in named if cell.startswith(PREVIOUS)}
        assert before
        assert {cell for cell in named if not cell.startswith(PREVIOUS)} <= cells[form_id]
        assert set(relation["previous"]) == {id for id in forms if before <= cells[id]}
