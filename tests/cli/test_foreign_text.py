"""Nothing from a file, its name or an organ's name is for a terminal or a build server to obey."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.support.command_line import run, run_on_terminal
from tests.support.hostile_text import HARMLESS, HOSTILE, OBEYED, commands_in
from tests.support.simple_reports import zeros_document

from gxstats.cli.application import application
from gxstats.verdicts import TEXT_FORMATS

pytest.importorskip("lxml")

TEXTS = {"hostile": HOSTILE, "harmless": HARMLESS}
NAMES = {kind: text.replace("/", "") for kind, text in TEXTS.items()}


@pytest.fixture(scope="module")
def places(tmp_path_factory):
    """For each kind of text, files that have it wherever they can."""
    made = {}
    for kind, text in TEXTS.items():
        folder = tmp_path_factory.mktemp(kind)
        made[kind] = fill(folder, text, NAMES[kind])
    return made


def fill(folder, text, name):
    document = json.loads(zeros_document(disputes__reconsideration__upheld=3))
    document["organ"]["name"] = document_text(text)
    document["narrative"] = dict.fromkeys(document["narrative"], document_text(text))
    cell = "/disclosure/rules/issued"
    document["remarks"] = [{"cell": cell, "printed": document_text(text)}]
    last_year = {**document, "year": 2022}
    invalid = {**document, "year": text, text: text, "edition": "2021"}
    page = json.dumps(text)[1:-1].join(("<p>", "</p>"))
    files = {
        "DOCUMENT": (f"{name}.json", json.dumps(document).encode()),
        "LAST": (f"{name}.last.json", json.dumps(last_year).encode()),
        "INVALID": (f"{name}.invalid.json", json.dumps(invalid).encode()),
        "CUT": (f"{name}.cut.json", json.dumps(document).encode()[:300]),
        "PAGE": (f"{name}.html", drawn(text).encode("utf-8", "replace")),
        "NONE": (f"{name}.none.html", page.encode()),
        "HIDDEN": (f".{name}", b"x"),
        "LOCK": (f"~${name}", b"x"),
    }
    inside = folder / f"in {name}"
    inside.mkdir()
    paths = {}
    for key, (own, data) in files.items():
        paths[key] = inside / own
        paths[key].write_bytes(data)
    (inside / f"{name}.nowhere").symlink_to(inside / "no such")
    return {**paths, "FOLDER": inside, "OUT": folder / f"out {name}", "TEXT": text, "BASE": folder}


def document_text(text):
    """As far as a report holds it."""
    return "".join(sign for sign in text if sign != "\ud800")


def drawn(text):
    """A page whose cells, organ and title have the text."""
    from gxstats import from_json
    from gxstats.writing import Marks, report_page

    page = report_page(Marks.of(from_json(zeros_document())))
    shown = text.replace("&", "&amp;").replace("<", "&lt;")
    return page.replace("某局", f"某局{shown}").replace(">0<", f">{shown}<", 3)


COMMANDS = {
    "check": ("check", "DOCUMENT", "INVALID", "CUT", "PAGE", "NONE", "TEXT"),
    "check all": ("check", "DOCUMENT", "PAGE", "--all", "--form"),
    "check json": ("check", "DOCUMENT", "INVALID", "CUT", "PAGE", "NONE", "--format", "json"),
    "check lines": ("check", "DOCUMENT", "CUT", "TEXT", "--lines"),
    "check jsonl": ("check", "FOLDER", "--format", "jsonl"),
    "check years": ("check", "DOCUMENT", "LAST", "--years"),
    "check baseline": ("check", "DOCUMENT", "--baseline", "CUT"),
    "check new baseline": ("check", "FOLDER", "--baseline", "OUT", "--update-baseline"),
    "check folder": ("check", "FOLDER"),
    "check folder json": ("check", "FOLDER", "--format", "json"),
    **{f"check {one}": ("check", "FOLDER", "--format", one) for one in TEXT_FORMATS},
    "diagnose": ("diagnose", "DOCUMENT", "--last-year", "LAST"),
    "diagnose many": ("diagnose", "DOCUMENT", "INVALID", "PAGE", "--all"),
    "diagnose json": ("diagnose", "DOCUMENT", "PAGE", "--format", "json"),
    "diagnose cell": ("diagnose", "DOCUMENT", "--fixed", "TEXT"),
    "diagnose number": ("diagnose", "DOCUMENT", "--known", "TEXT"),
    "diagnose repair": ("diagnose", "DOCUMENT", "--repair", "OUT"),
    "show": ("show", "DOCUMENT", "PAGE", "CUT"),
    "show html": ("show", "DOCUMENT", "PAGE", "--format", "html"),
    "show markdown": ("show", "DOCUMENT", "PAGE", "--format", "markdown"),
    "read": ("read", "PAGE"),
    "read document": ("read", "DOCUMENT"),
    "read contradicted": ("read", "PAGE", "--organ-name", "TEXT", "--year", "2019"),
    "read reading": ("read", "PAGE", "-o", "OUT", "--reading", "-"),
    "read many": ("read", "FOLDER", "-o", "OUT"),
    "batch": ("batch", "FOLDER", "-o", "OUT"),
    "batch nothing": ("batch", "TEXT", "-o", "OUT"),
    "validate": ("validate", "DOCUMENT", "INVALID", "CUT", "PAGE", "TEXT"),
    "validate jsonl": ("validate", "DOCUMENT", "INVALID", "CUT", "--format", "jsonl"),
    "validate lines": ("validate", "DOCUMENT", "INVALID", "CUT", "--lines"),
    "explain": ("explain", "TEXT"),
    "schema": ("schema", "TEXT"),
    "form": ("form", "TEXT"),
    "annotate": ("annotate", "PAGE", "-o", "OUT"),
    "annotate none": ("annotate", "NONE", "-o", "OUT"),
    "workbook": ("workbook", "2021", "--report", "PAGE", "-o", "OUT"),
    "page": ("page", "2021", "-o", "OUT"),
    "certificate": ("certificate", "TEXT"),
    "export": ("export", "TEXT", "TEXT"),
    "hook": ("hook", "DOCUMENT", "INVALID", "CUT", "PAGE", "NONE", "TEXT"),
    "example": ("example", "TEXT"),
    "no command": ("TEXT",),
    "no option": ("check", "--TEXT"),
    "no choice": ("check", "DOCUMENT", "--format", "TEXT"),
}


def words_of(name, place):
    return [str(place.get(word, word)).replace("TEXT", place["TEXT"]) for word in COMMANDS[name]]


def test_every_command_is_looked_at():
    assert set(application("en").commands) <= {words[0] for words in COMMANDS.values()}


@pytest.mark.usefixtures("workers_here")
@pytest.mark.parametrize("name", COMMANDS)
def test_each_line_begins_as_ours_does(name, places, tmp_path, monkeypatch):
    results = {}
    for kind, place in places.items():
        monkeypatch.chdir(place["BASE"])
        here = {**place, "OUT": tmp_path / f"out {NAMES[kind]}"}
        words = [word.replace("\0", "") for word in words_of(name, here)]
        results[kind] = run(*words)
    found = results["hostile"]
    assert found.exception is None or isinstance(found.exception, SystemExit)
    for stream in ("stdout", "stderr"):
        said = getattr(found, stream)
        if stream == "stdout" and name == "check csv":
            said = said.replace("\r\n", "\n")  # as the format has it
        assert not OBEYED.findall(said)
        if stream == "stderr" or "github" not in name:
            assert not commands_in(said) or name in DOCUMENTS
        if name not in DOCUMENTS | COUNTS:
            assert len(said.splitlines()) == len(getattr(results["harmless"], stream).splitlines())


DOCUMENTS = {
    "check csv": "a text may have lines",
    "check html": "a text may have lines",
    "check junit": "a text may have lines",
    "show html": "a text may have lines",
    "show markdown": "a text may have lines",
}
"""What is a document, with lines of its own."""
COUNTS = {
    "batch": "a table has a line for each year",
    "read contradicted": "what the page prints contradicts what is given",
}
"""What has other things to say, because the text is in the way of what the page prints."""


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
@pytest.mark.parametrize("name", ["check", "check folder", "show", "validate"])
def test_on_a_terminal_only_our_own_escapes_are_shown(name, stream, places, monkeypatch):
    shown = {}
    for kind, place in places.items():
        monkeypatch.chdir(place["BASE"])
        _, terminal, other = run_on_terminal(stream, *words_of(name, place), language="en")
        shown[kind] = re.findall(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\x07]*\x07|\x1b.", terminal)
        left = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|\r?\n|\r", "", terminal)
        assert not OBEYED.findall(left)
        assert not OBEYED.findall(other)
        assert not commands_in(other)
    assert set(shown["hostile"]) <= set(shown["harmless"]) | {"\x1b[2K"}


@pytest.mark.parametrize("name", ["check json", "diagnose json", "read document"])
def test_what_is_for_programs_is_what_stands_in_the_file(name, places, monkeypatch):
    place = places["hostile"]
    monkeypatch.chdir(place["BASE"])
    found = json.loads(run(*words_of(name, place)).stdout)
    if name == "read document":
        assert found["organ"]["name"] == document_text(HOSTILE)
    else:
        assert found[0]["file"] == str(place["DOCUMENT"])


def test_what_github_is_told_is_what_we_mean(places, monkeypatch):
    place = places["hostile"]
    monkeypatch.chdir(place["BASE"])
    result = run("check", "--format", "github", place["FOLDER"])
    for line in result.stdout.splitlines()[:-1]:
        assert re.match(
            r"::(error|warning|notice) file=in [^\n]*,title=[^:]+::|::debug::", line
        ), line
    assert not commands_in(result.stderr)
    assert "hidden file" in result.stderr


def test_a_name_that_looks_like_a_command_is_told_as_a_path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("::error::x").write_bytes(zeros_document())
    result = run("check", "::error::x")
    assert result.stdout.startswith("./::error::x  ")
