"""The page as text: it is the printed form, in both languages, and asks nobody for anything."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest

from gxstats import FORMS
from gxstats.cli.application import application
from gxstats.page import form_page
from gxstats.page.building import _PARTS
from gxstats.page.texts import TEXTS
from gxstats.text import LANGUAGES
from gxstats.writing import PrintedRole, printed_tables

VOID = {"meta", "link", "input", "br"}


class Document(HTMLParser):
    """The elements of a page, with their attributes and texts."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.elements = []
        self.open = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        one = {"tag": tag, "text": "", **dict(attrs)}
        self.elements.append(one)
        if tag not in VOID:
            self.open.append(one)

    def handle_endtag(self, tag):
        assert self.open.pop()["tag"] == tag

    def handle_data(self, data):
        if self.open:
            self.open[-1]["text"] += data

    def having(self, tag):
        return [one for one in self.elements if one["tag"] == tag]


@pytest.fixture(scope="module")
def pages():
    return {(id, one): form_page(FORMS[id], one) for id in FORMS for one in LANGUAGES}


@pytest.fixture(scope="module")
def documents(pages):
    return {key: Document(page) for key, page in pages.items()}


def test_every_cell_has_a_field_with_its_name_and_its_headings(documents):
    for (id, language), document in documents.items():
        fields = [one for one in document.having("input") if "data-cell" in one]
        assert sorted(int(one["data-cell"]) for one in fields) == list(range(len(FORMS[id])))
        ids = {one["id"] for one in document.elements if "id" in one}
        for one in fields:
            cell = FORMS[id].cells[int(one["data-cell"])]
            assert one["aria-label"] == cell.name(language)
        for box in document.having("td"):
            if box.get("class") == "value":
                assert set(box["headers"].split()) <= ids
        assert document.open == []


def test_the_printed_words_stand_where_they_are_printed(documents):
    for (id, language), document in documents.items():
        texts = [one["text"] for one in document.having("th")]
        expected = [
            cell.text[language]
            for table in printed_tables(FORMS[id])
            for cell in table.cells
            if cell.text is not None and cell.role is not PrintedRole.NOTE
        ]
        assert texts == expected
        captions = [one["text"] for one in document.having("caption")]
        assert captions == [table.title[language] for table in FORMS[id].tables]


def test_no_id_is_used_twice(documents):
    for document in documents.values():
        ids = [one["id"] for one in document.elements if "id" in one]
        assert len(ids) == len(set(ids))


def test_nothing_is_loaded_and_the_policy_forbids_it(documents):
    for document in documents.values():
        loaded = [one.get("src") or one.get("href") for one in document.elements]
        assert {urlsplit(one).scheme or one[0] for one in loaded if one} == {"data", "#"}
        [policy] = [one["content"] for one in document.having("meta") if "http-equiv" in one]
        assert policy.startswith("default-src 'none';")
        assert "unsafe" not in policy
        for tag, kind in (("script", "script-src"), ("style", "style-src")):
            [one] = document.having(tag)
            digest = base64.b64encode(hashlib.sha256(one["text"].encode()).digest()).decode()
            assert f"{kind} 'sha256-{digest}'" in policy


def test_a_page_is_the_same_every_time_and_names_no_place(pages):
    for (id, language), page in pages.items():
        assert form_page(FORMS[id], language) == page
        assert not re.search(r"https?:(?!//www\.w3\.org)", page)


def test_every_text_is_used_and_every_text_that_is_used_is_there(pages):
    page = pages["2021", "zh"]
    code = page[page.index("<script") :]
    named = set(re.findall(r'\bsay\(\s*"(\w+)"', code)) | set(
        re.findall(r'data-(?:text|title|label)="(\w+)"', page[: page.index("<script")])
    )
    named |= {"pastedHeads", "pasted", "unit", "title"}
    assert named == set(TEXTS)
    for text in TEXTS.values():
        fields = [set(re.findall(r"\{(\w+)\}", text[one])) for one in LANGUAGES]
        assert fields[0] == fields[1]


def test_each_part_of_the_code_is_in_the_page(pages):
    page = pages["2019", "en"]
    assert page.count("// --- ") >= len(_PARTS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_writes_the_page(language, tmp_path, pages):
    from click.testing import CliRunner

    out = tmp_path / "form.html"
    done = CliRunner().invoke(application(language), ["page", "2019", "-o", str(out)])
    written = {"zh": "已写入 ", "en": "written to "}[language]
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr.startswith(written)
    assert out.read_text(encoding="utf-8") == pages["2019", language]
    done = CliRunner().invoke(application(language), ["page", "2019"])
    assert done.stdout == pages["2019", language]
    done = CliRunner().invoke(application(language), ["page", "2020"])
    assert done.exit_code == 2
    assert "2020" in done.stderr
