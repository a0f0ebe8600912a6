"""Everything that the site must have is there, in both languages."""

from __future__ import annotations

import re
from functools import cache

import pytest
from _generate.fragments import CODE_LISTS, filled
from _generate.pages import generated_pages
from tests.support.paths import ROOT

import gxstats.errors
import gxstats.reading.results
import gxstats.reading.unreadable
from gxstats import FORMS, rulebook
from gxstats.diagnosis import Evidence
from gxstats.findings import FindingKind, FindingStrength
from gxstats.text import LANGUAGES
from gxstats.wire.released import edition_document
from gxstats.wire.strict import own_editions

DOCS = ROOT / "docs"
HAND_WRITTEN = {
    language: {
        path.relative_to(DOCS / language).as_posix(): path.read_text(encoding="utf-8")
        for path in (DOCS / language).rglob("*.md")
    }
    for language in LANGUAGES
}
computed = cache(generated_pages)


def test_every_page_exists_in_both_languages():
    assert HAND_WRITTEN["en"].keys() == HAND_WRITTEN["zh"].keys()
    assert computed("en").keys() == computed("zh").keys()


def test_no_page_is_both_written_and_computed():
    for language in LANGUAGES:
        assert not HAND_WRITTEN[language].keys() & computed(language).keys()


def test_the_pages_of_the_two_languages_have_the_same_sections():
    for path, english in HAND_WRITTEN["en"].items():
        levels = [
            re.findall(r"^#+ ", text, re.MULTILINE) for text in (english, HAND_WRITTEN["zh"][path])
        ]
        assert levels[0] == levels[1], path


def test_the_chinese_pages_are_in_chinese():
    for path, text in HAND_WRITTEN["zh"].items():
        prose = re.sub(r"```.*?```|`[^`]*`|\{\{.*?\}\}|\(.*?\)", "", text, flags=re.DOTALL)
        chinese = len(re.findall(r"[一-鿿]", prose))
        assert chinese > len(re.findall(r"[A-Za-z]+", prose)), path


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_relation_has_a_page_with_its_sum_in_both_languages(language):
    published = (edition_document("relations", edition) for edition in own_editions())
    forms = [form for one in published for form in one["forms"]]
    ids = {relation["id"] for form in forms for relation in form["relations"]}
    assert ids == {relation.id for form in FORMS.own.values() for relation in rulebook(form)}
    for id in ids:
        page = computed(language)[f"relations/{id}.md"]
        assert f"# `{id}`" in page
    for form in FORMS.own.values():
        for relation in rulebook(form):
            page = _plain(computed(language)[f"relations/{relation.id}.md"])
            assert relation.text(form).zh in page
            assert relation.text(form).en in page
            assert relation.source[language] in page
            assert form.title[language] in page
            for address in relation.addresses:
                assert f"`{address}`" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_leads_to_every_relation(language):
    index = filled(HAND_WRITTEN[language]["relations/index.md"], language)
    for path in computed(language):
        if path.startswith("relations/"):
            assert f"({path.removeprefix('relations/')})" in index


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form_id", FORMS.own)
def test_a_form_page_draws_every_cell_once_and_lists_it(form_id, language):
    page = computed(language)[f"forms/{form_id}.md"]
    drawn = re.findall(r'<td id="([^"]+)"', page)
    addresses = [cell.address for cell in FORMS[form_id]]
    assert ["/" + name.replace(".", "/") for name in drawn] == addresses
    for cell in FORMS[form_id]:
        assert f'title="{cell.address}\n' in page
        assert f"| `{cell.address}`<br>" in page


def test_what_a_drawn_cell_says_completes_its_address():
    for form in FORMS.own.values():
        page = computed("en")[f"forms/{form.id}.md"]
        for row in re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL):
            label = re.search(r'<th class="label".*?<code>(.*?)</code></th>', row)
            for id, said in re.findall(
                r'<td id="([^"]+)".*?<code>(.*?)</code></td>', row, re.DOTALL
            ):
                start = label[1] if label else f"/{id.partition('.')[0]}"
                whole = f"{start}/{said}".replace("<wbr>", "")
                assert whole == "/" + id.replace(".", "/")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_row_in_both_languages(language):
    page = filled(HAND_WRITTEN[language]["errors.md"], language)
    for codes in (
        gxstats.errors.CODES,
        gxstats.reading.unreadable.READ_CODES,
        gxstats.reading.results.DOUBT_CODES,
        gxstats.reading.results.NOTICE_CODES,
    ):
        assert codes in CODE_LISTS.values()
        for id in codes:
            assert page.count(f'<span id="{id}">`{id}`</span>') == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_evidence_has_a_row(language):
    page = _plain(filled(HAND_WRITTEN[language]["diagnosing.md"], language))
    for kind in Evidence:
        assert page.count(f"| `{kind.value}` | {kind.label[language]} |") == 1


def test_the_meaning_of_evidence_is_its_docstring():
    page = _plain(filled(HAND_WRITTEN["en"]["diagnosing.md"], "en"))
    assert "| Two neighbouring digits are exchanged: 34 for 43. |\n" in page
    assert "| Nothing is filled in where a number must stand. |\n" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_piece_of_a_page_is_computed(language):
    for path, text in HAND_WRITTEN[language].items():
        assert "{{" not in re.sub(r"```.*?```", "", filled(text, language), flags=re.DOTALL), path


def test_an_unknown_piece_stops_the_build():
    with pytest.raises(KeyError):
        filled("{{ no_such_piece }}", "en")


def test_the_site_asks_nothing_of_anybody_else():
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert re.search(r"^  font: false\b", config, re.MULTILINE)
    assert "http" not in config
    assert "http" not in (DOCS / "assets" / "gxstats.css").read_text(encoding="utf-8")


def _plain(markdown: str) -> str:
    """The page without the escapes that keep Markdown from reading labels as markup."""
    return re.sub(r"&#(\d+);", lambda sign: chr(int(sign[1])), markdown)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_finding_is_explained_with_when_it_is_wrong(language):
    page = _plain(filled(HAND_WRITTEN[language]["findings.md"], language))
    for kind in FindingKind:
        assert page.count(f'<span id="{kind.value}"></span>**{kind.label[language]}**') == 1
        assert kind.explanation[language] in page
        assert kind.false_positives[language] in page
    for strength in FindingStrength:
        assert f"| `{strength.value}` | {strength.label[language]} |" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_security_is_said_in_the_repository_as_in_the_docs(language):
    page = (ROOT / "docs" / language / "security.md").read_text(encoding="utf-8")
    plain = re.sub(r" \{ #[a-z-]+ \}", "", page).replace("[`Limits`](api/reading.md)", "`Limits`")
    assert plain in (ROOT / "SECURITY.md").read_text(encoding="utf-8")
