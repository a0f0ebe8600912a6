"""The catalogue of outputs: whatever a command can write, it writes in Chinese and in English.

The outputs are taken from the command line itself, so that a new command or format without a
place here fails.
"""

from __future__ import annotations

import html.parser
import re
import zipfile
from pathlib import Path

import pytest
from tests.support.chinese_text import HAN
from tests.support.command_line import EXAMPLE, run

from gxstats import Organ, form, from_json, to_json

pytest.importorskip("lxml")

WORDS = re.compile(r"(?<![\w/.$-])[A-Za-z][a-z]+(?: [a-z]{2,}){2,}(?![\w/(])")
"""Three words of English one after the other: no name of a field, a command or a relation."""

SAME_IN_BOTH = {
    "read": "a report document: what the organ wrote",
    "example": "a report as it was published",
    "schema": "titles and descriptions in both languages",
    "certificate json": "numbers and names of cells",
}
"""What does not depend on the language asked for."""
BOTH_AT_ONCE = {
    ("check", "json"),
    ("check", "jsonl"),
    ("check", "sarif"),
    ("diagnose", "json"),
    ("validate", "jsonl"),
}
"""What says everything in both languages, for whoever gets it."""
FORM_IN_CHINESE = {("workbook", None)}
"""What is the form itself, which is in Chinese: English stands beside it, and not instead."""
OTHER_TONGUE = ("中文", "国办公开办函")
"""What a page in English says in Chinese: the way to the page in Chinese, and the number of a notice."""
TO_A_FILE = {("check", "xlsx"): "xlsx", ("workbook", None): "xlsx", ("page", None): "html"}


class Visible(html.parser.HTMLParser):
    """The text of a page, with what is read out of attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.hidden = 0
        self.text: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.hidden += tag in {"script", "style"}
        self.text += [value or "" for name, value in attrs if name in {"title", "aria-label"}]

    def handle_endtag(self, tag):
        self.hidden -= tag in {"script", "style"}

    def handle_data(self, data):
        if not self.hidden:
            self.text.append(data)


def outputs():
    """Every command with each of its formats."""
    click = pytest.importorskip("click")
    from gxstats.cli.application import application

    for name, command in application("en").commands.items():
        formats = next(
            (option.type.choices for option in command.params if "--format" in option.opts), [None]
        )
        assert isinstance(command, click.Command)
        yield from ((name, format) for format in formats)


OUTPUTS = sorted(outputs(), key=str)


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """A report with a slip and a blank, as a document and as a page; of no organ, so that no text is its own."""
    folder = tmp_path_factory.mktemp("outputs")
    used = form("2021")
    report = used.report({cell.address: 0 for cell in used}, year=2023, organ=Organ())
    slip = report.replace(
        {"/disputes/reconsideration/upheld": 3, "/requests/received/total": None}
    )
    document = folder / "slip.json"
    document.write_bytes(to_json(slip))
    return document


def arguments(name, format, files, folder):
    """What a command is run with."""
    given = [name]
    if format is not None:
        given += ["--format", format]
    match name:
        case "explain":
            given.append("requests.balance.total")
        case "schema" | "form" | "certificate" | "workbook" | "page":
            given.append("2021")
        case "export" | "example":
            pass
        case "read":
            given.append(EXAMPLE)
        case "validate":
            invalid = folder / "invalid.json"
            invalid.write_bytes(files.read_bytes().replace(b'"year":2023', b'"year":"x"'))
            given.append(invalid)
        case "batch":
            given += [files.parent, "-o", folder / "out"]
        case "annotate":
            page = folder / "published.html"
            page.write_bytes(published(files))
            given += [page, "-o", folder / "annotated.html"]
        case _:
            given.append(files)
    if (name, format) in TO_A_FILE:
        given += ["-o", folder / f"written.{TO_A_FILE[name, format]}"]
    return given


def published(document):
    """The report as a page in Chinese: the form is printed in no other language."""
    from gxstats.writing import Marks, report_page

    return report_page(Marks.of(from_json(document.read_bytes()))).encode()


def said(name, format, language, files, folder):
    """All text that a command wrote, to whatever place."""
    folder.mkdir()
    done = run(*arguments(name, format, files, folder), "--lang", language)
    assert done.exit_code in {0, 1, 2, 3, 4}, done.output
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    pieces = [done.stdout, done.stderr]
    if format == "html":
        pieces[0] = visible(done.stdout)
    pieces += [written(path) for path in sorted(folder.glob("written.*"))]
    if name == "annotate":
        pieces.append("".join(notes(folder / "annotated.html")))
    return "\n".join(pieces)


def visible(page):
    parser = Visible()
    parser.feed(page)
    return "\n".join(parser.text)


def written(path: Path):
    if path.suffix == ".html":
        return visible(path.read_text(encoding="utf-8"))
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if name.endswith(".xml")]
        return "\n".join(re.sub(r"<[^<>]*>", "\n", archive.read(name).decode()) for name in names)


def notes(page):
    from lxml import etree

    root = etree.fromstring(page.read_bytes(), etree.HTMLParser(encoding="utf-8"))
    [aside] = root.xpath("//aside[contains(@class, 'gxstats-annotations')]")
    for style in aside.iter("style"):
        style.text = ""
    yield from aside.itertext()


def test_there_are_outputs_of_every_kind():
    assert len(OUTPUTS) >= 20
    assert {called(*output) for output in OUTPUTS} >= SAME_IN_BOTH.keys()
    assert set(OUTPUTS) >= BOTH_AT_ONCE | FORM_IN_CHINESE | TO_A_FILE.keys()


@pytest.mark.usefixtures("workers_here")
@pytest.mark.parametrize(("name", "format"), OUTPUTS, ids=str)
def test_every_output_is_in_both_languages(name, format, files, tmp_path):
    texts = {
        language: said(name, format, language, files, tmp_path / language)
        for language in ("zh", "en")
    }
    if called(name, format) in SAME_IN_BOTH:
        assert texts["zh"] == texts["en"]
    elif (name, format) in BOTH_AT_ONCE:
        assert all(HAN.search(text) and WORDS.search(text) for text in texts.values())
    else:
        assert HAN.search(texts["zh"])
        assert not WORDS.findall(texts["zh"])
        assert WORDS.search(texts["en"])
        if (name, format) not in FORM_IN_CHINESE:
            lines = texts["en"].splitlines()
            assert not [line for line in lines if HAN.search(without(line, OTHER_TONGUE))]


def called(name, format):
    return name if format is None else f"{name} {format}"


def without(line, words):
    for word in words:
        line = line.replace(word, "")
    return re.sub(r"〔\d{4}〕\d+号", "", line)
