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
from gxstats.testing import arbitrary_reports
from gxstats.wire import released, schema
from gxstats.wire.validation import schema_problems

NAMES = ("2019", "2021", "report", "relations", "certificate", "conformance")
ROOT = released.directory()
generated_once = cache(schema.generated)


@pytest.mark.parametrize("name", NAMES)
def test_the_published_file_is_what_the_form_gives(name: str) -> None:
    assert schema.published(name) == schema.json_schema(name)


def test_every_generated_file_is_up_to_date() -> None:
    for path, content in generated_once().items():
        assert (ROOT / path).read_bytes() == content, f"{path}: run python -m gxstats.wire.schema"


def test_no_released_file_has_changed() -> None:
    assert released.changed(ROOT) == []
    listed = json.loads((ROOT / "released.json").read_bytes())["sha256"]
    assert set(generated_once()) <= set(listed)


def test_the_files_are_in_the_package_or_beside_its_source_or_it_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(released, "__file__", str(tmp_path / "src" / "gxstats" / "wire" / "x.py"))
    looked_for = released.directory.__wrapped__
    with pytest.raises(FileNotFoundError, match="the published schemas are not beside"):
        looked_for()
    for place in (tmp_path / "schema", tmp_path / "src" / "gxstats" / "schema"):
        place.mkdir(parents=True)
        (place / "report.schema.json").write_text("{}")
        assert looked_for() == place


def test_a_change_to_a_released_file_is_seen(tmp_path: Path) -> None:
    copy = shutil.copytree(ROOT, tmp_path / "schema")
    assert released.changed(copy) == []
    (copy / "relations.json").write_bytes((copy / "relations.json").read_bytes() + b"\n")
    (copy / "report.schema.json").unlink()
    assert released.changed(copy) == ["relations.json", "report.schema.json"]
    assert released.release(copy, ["relations.json"]) == []  # what is listed stays as it was
    assert released.changed(copy) == ["relations.json", "report.schema.json"]


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
    (copy / "report-2021.schema.json").write_text("{}")
    assert schema.main(["--check"]) == 1
    assert "report-2021.schema.json" in capsys.readouterr().err
    assert schema.main([]) == 0
    assert "report-2021.schema.json written" in capsys.readouterr().out
    assert schema.main(["--check"]) == 0
    assert schema.main(["--chek"]) == 2


def _with_digests(copy: Path, **digests: str | None) -> None:
    """Enter the digests of files in the list of released ones; without one, take it out."""
    path = copy / "released.json"
    listed = json.loads(path.read_bytes())
    listed["sha256"] |= {f"{name}.json": digest for name, digest in digests.items()}
    listed["sha256"] = {name: one for name, one in listed["sha256"].items() if one}
    path.write_text(json.dumps(listed))


def test_a_file_that_differs_and_one_that_is_not_as_released_fail_each_alone(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _with_digests(copy, relations="0" * 64)
    assert schema.main(["--check"]) == 1
    assert capsys.readouterr().err == "relations.json is released and must not change\n"
    _with_digests(copy, relations=None)
    (copy / "relations.json").unlink()
    assert schema.main(["--check"]) == 1
    assert capsys.readouterr().err == "relations.json differs from what the form gives\n"


def test_what_is_as_generated_is_released_once_and_nothing_else(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (copy / "released.json").read_bytes()
    _with_digests(copy, relations=None)
    (copy / "relations.json").write_bytes(b"{}")
    assert schema.main(["--release"]) == 1
    assert released.changed(copy) == []
    assert schema.main([]) == 0
    capsys.readouterr()
    assert schema.main(["--release"]) == 0
    assert capsys.readouterr() == ("relations.json released\n", "")
    assert (copy / "released.json").read_bytes() == before
    assert schema.main(["--release"]) == 0
    assert capsys.readouterr() == ("", "")


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
    assert schema.main(["--release"]) == 0
    listed = json.loads(Path("schema/released.json").read_bytes())["sha256"]
    assert list(listed) == sorted(generated_once())
    assert listed.items() <= json.loads((ROOT / "released.json").read_bytes())["sha256"].items()


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


@pytest.mark.parametrize("name", ["2019", "2021", "report"])
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
    return [found, *(r for one in found.get("oneOf", ()) for r in _resolved(root, one))]


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
        assert titled["title"] == f"{cell.column.zh} / {cell.column.en}"
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
    assert Draft202012Validator(schema.published("report")).is_valid(document)


@tries(60)
@given(data=st.data())
def test_the_schema_refuses_nothing_that_the_strict_rules_accept(data: st.DataObject) -> None:
    document = data.draw(corrupted(data.draw(st.sampled_from(FORM_IDS))))
    problems = gxstats.validate(document)
    assert [p for p in problems if p.code == "document.schema"] == []
    found = outcome(gxstats.from_json, document)
    assert problems == (() if isinstance(found[0], gxstats.Report) else found)


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_relations_are_published_as_they_are_declared(form_id: str) -> None:
    document = json.loads((ROOT / "relations.json").read_bytes())
    Draft202012Validator(schema.published("relations")).validate(document)
    (form,) = [one for one in document["forms"] if one["id"] == form_id]
    declared = gxstats.rulebook(form_id).relations
    assert [relation["id"] for relation in form["relations"]] == [r.id for r in declared]
    for relation, one in zip(declared, form["relations"], strict=True):
        terms = [(t["coefficient"], t["cell"]) for t in one["left"]]
        terms += [(-t["coefficient"], t["cell"]) for t in one["right"]]
        assert terms == [(term.coefficient, term.address) for term in relation.terms]
        assert one["strength"] == relation.strength.value
        assert one["comparison"] == relation.comparison.value
        assert all(one["text"].values())


def test_a_name_that_is_not_published_is_told_with_the_likely_one() -> None:
    with pytest.raises(KeyError, match="relations"):
        schema.published("relation")
    with pytest.raises(KeyError, match="2019, 2021"):
        schema.published("xyz")
