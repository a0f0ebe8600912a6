"""How the published files may change: a law for each rule of ``schema/README.md``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from gxstats_2027 import FORM_2027
from jsonschema import Draft202012Validator

from gxstats import FORMS
from gxstats.wire import released, schema, strict
from gxstats.wire.index_document import index_document
from gxstats.wire.relations_document import relations_document
from gxstats.wire.report_schema import union_schema
from gxstats.wire.schema_parts import KEYWORDS

OWN = strict.own_editions()
KINDS = sorted(released.files().keys() - {*OWN, released.UNION})


def nodes(tree: Any) -> Iterator[dict[str, Any]]:
    """Every object of a schema, but not of its examples."""
    if isinstance(tree, dict):
        yield tree
        for key, inner in tree.items():
            if key != "examples":
                yield from nodes(inner)
    elif isinstance(tree, list):
        for inner in tree:
            yield from nodes(inner)


def computed() -> dict[str, Any]:
    """What is computed of the editions there are; the certificates, which take long, aside."""
    found: dict[str, Any] = {kind: schema.json_schema(kind) for kind in KINDS}
    for edition in OWN:
        found |= {edition: schema.json_schema(edition)}
        found |= {f"{edition} relations": relations_document(edition)}
    return found | {f"until {OWN[-1]}": union_schema(OWN[-1])}


CACHED = (
    strict.own_editions,
    strict.editions,
    strict.forms_of,
    strict.where_forms_differ,
    released.files,
)


@pytest.fixture
def afresh() -> Iterator[None]:
    """What is known of editions is asked anew, and again afterwards."""
    for function in CACHED:
        function.cache_clear()
    yield
    for function in CACHED:
        function.cache_clear()


@pytest.fixture
def before() -> dict[str, Any]:
    return computed()


def test_a_new_edition_is_a_folder_and_an_entry_of_the_index(
    before: dict[str, Any], afresh: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = index_document()
    monkeypatch.setattr(FORMS, "_own", {**FORMS.own, "2027": FORM_2027})
    monkeypatch.setattr(FORMS, "_all", {**FORMS.own})
    for function in CACHED:
        function.cache_clear()
    assert computed() == before
    new = index_document()
    assert new["editions"][-1]["edition"] == "2027"
    assert new["editions"][-1]["predecessor"] == OWN[-1]
    assert new["reports"] == "2027/reports.schema.json"
    assert new["editions"][-2]["fiscal_years"] == [2021, 2026]  # which ends there and nowhere else
    new["editions"].pop()
    new["editions"][-1]["fiscal_years"][1] = None
    assert new | {"reports": index["reports"]} == index
    assert released.files()["2027"] == "2027/report.schema.json"
    union = Draft202012Validator(schema.json_schema(released.UNION))
    for edition in (*OWN, "2027"):
        assert all(map(union.is_valid, schema.json_schema(edition)["examples"]))


def test_an_edition_of_another_package_changes_nothing_that_is_published(
    before: dict[str, Any], afresh: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = index_document()
    monkeypatch.setattr(FORMS, "_all", {**FORMS.own, "2027": FORM_2027})
    assert computed() == before
    assert index_document() == index
    assert "2027" in schema.schema_names()
    found = schema.published("2027")
    assert found["$id"] == "urn:gxstats:schema:report:2027:1"
    assert Draft202012Validator(found).is_valid(found["examples"][0])


@pytest.mark.usefixtures("afresh")
def test_the_number_of_a_kind_of_document_is_in_its_ids_and_file_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    old = {*released.files().values()}
    for kind in released.VERSIONS:
        assert released.identifier(kind).endswith(":1")
        monkeypatch.setitem(released.VERSIONS, kind, 2)  # type: ignore[arg-type]
    released.files.cache_clear()
    assert old.isdisjoint(released.files().values())
    assert all(".v2.schema.json" in path for path in released.files().values())
    assert released.document_path("relations", "2021") == "2021/relations.v2.json"
    for name in released.files():
        made = schema.json_schema(name)
        assert made["$id"].endswith(":2")
        if name in KINDS:
            assert made["properties"]["$schema"] == {"const": made["$id"]}
    assert relations_document("2021")["$schema"] == released.identifier("relations")


@pytest.mark.parametrize("kind", KINDS)
def test_the_schemas_beside_the_folders_name_no_edition_and_no_form(kind: str) -> None:
    text = json.dumps(schema.published(kind))
    assert not [id for id in FORMS if f'"{id}"' in text]


@pytest.mark.parametrize("kind", released.DOCUMENTS)
def test_documents_of_an_unknown_edition_are_valid(kind: str) -> None:
    document = released.edition_document(kind, OWN[-1])
    if kind == "conformance":
        document["cases"] = document["cases"][:1]
    else:
        document["forms"] = document["forms"][:1]
    text = json.dumps(document).replace(f'"{OWN[-1]}"', '"2035-province"')
    changed = json.loads(text)
    assert changed["edition"] == "2035-province"
    assert Draft202012Validator(schema.published(kind)).is_valid(changed)


@pytest.mark.parametrize("name", released.files())
def test_every_key_is_written_and_an_unknown_one_is_refused(name: str) -> None:
    found = [one for one in nodes(schema.published(name)) if "additionalProperties" in one]
    closed = [one for one in found if "properties" in one]
    assert closed
    for one in closed:
        assert one["additionalProperties"] is False
        left_out = one["properties"].keys() - {*one["required"]}
        assert left_out <= {"$schema"}
        assert not left_out or name in {*OWN, released.UNION}


def test_every_keyword_of_our_own_is_listed_with_its_meaning() -> None:
    known = {
        key
        for name in released.files()
        for node in nodes(schema.published(name))
        for key in node
        if key.startswith("x-")
    }
    assert known == KEYWORDS.keys()
    index = json.loads((released.directory() / released.INDEX).read_bytes())
    listed = {name: (said["zh"], said["en"]) for name, said in index["keywords"].items()}
    text = (released.directory() / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(x-\w+)` \| (.*) · (.*) \|$", text, re.MULTILINE)
    assert {name: (zh, en) for name, zh, en in rows} == listed
    assert listed == {name: (said.zh, said.en) for name, said in KEYWORDS.items()}


@pytest.mark.parametrize("name", released.files())
def test_titles_are_names_of_types_and_no_two_types_have_one(name: str) -> None:
    found = schema.published(name)
    titles = [one["title"] for one in nodes(found) if isinstance(one.get("title"), str)]
    assert all(re.fullmatch(r"[A-Z][A-Za-z0-9]*", title) for title in titles)
    assert len(titles) == len({*titles})
