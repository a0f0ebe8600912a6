"""The notebooks are well formed, answer what they store, and stand on the site as they are."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable
from html import escape

import pytest
from _generate.notebook_pages import NOTEBOOKS, notebook_page
from _generate.notebooks import (
    PNG,
    ROOT,
    code_of,
    notebooks,
    refreshed,
    without_pictures,
)
from tests.support.effort import some

from gxstats.text import LANGUAGES

PATHS = {str(path.relative_to(ROOT)): path for path in notebooks()}


def read(name: str, language: str) -> dict:
    return json.loads((ROOT / "docs" / language / name).read_text(encoding="utf-8"))


def test_every_notebook_stands_on_the_site_in_both_languages():
    assert set(PATHS) == {
        f"docs/{language}/{name}" for language in LANGUAGES for name in NOTEBOOKS
    }


@pytest.mark.parametrize("path", some(PATHS, 25))
def test_what_a_notebook_answers_is_what_it_stores(path, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    stored = PATHS[path].read_text(encoding="utf-8")
    if PNG in stored and not has_chinese_font():
        pytest.skip("draws Chinese, and there is no font for it: apt install fonts-wqy-zenhei")
    assert without_pictures(stored) == without_pictures(refreshed(stored))


def has_chinese_font() -> bool:
    from gxstats.plot.fonts import chinese_faces

    return any(face.has("中") for face in chinese_faces())


@pytest.mark.parametrize("path", PATHS)
def test_the_pictures_of_a_notebook_are_no_burden(path):
    notebook = json.loads(PATHS[path].read_text(encoding="utf-8"))
    outputs = [output for cell in notebook["cells"] for output in cell.get("outputs", ())]
    for picture in (output["data"][PNG] for output in outputs if PNG in output.get("data", ())):
        stored = base64.b64decode(picture)
        assert stored.startswith(b"\x89PNG")
        assert len(stored) < 150_000


@pytest.mark.parametrize("path", PATHS)
def test_a_notebook_is_in_the_format_of_jupyter(path):
    notebook = json.loads(PATHS[path].read_text(encoding="utf-8"))
    assert notebook.keys() == {"cells", "metadata", "nbformat", "nbformat_minor"}
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    cells = notebook["cells"]
    assert len({cell["id"] for cell in cells}) == len(cells)
    for cell in cells:
        kept = {"cell_type", "id", "metadata", "source"}
        if cell["cell_type"] == "code":
            kept |= {"execution_count", "outputs"}
        assert cell.keys() == kept
        assert re.fullmatch(r"[\w-]{1,64}", cell["id"], re.ASCII)
        assert cell["cell_type"] in {"markdown", "code"}
        assert [line.endswith("\n") for line in cell["source"]] == [
            *[True] * (len(cell["source"]) - 1),
            False,
        ]


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_runs_the_same_code_in_both_languages(name):
    codes = []
    for language in LANGUAGES:
        said = f'language = "{language}"'
        code = code_of(read(name, language))
        assert sum(said in source for source in code) == 1
        codes.append([source.replace(said, "language") for source in code])
    assert codes[0] == codes[1]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NOTEBOOKS)
def test_the_page_of_a_notebook_has_all_of_it(name, language):
    page = notebook_page(name, language)
    assert f"({name})" in page
    for cell in read(name, language)["cells"]:
        assert "".join(cell["source"]) in page
        for output in cell.get("outputs", ()):
            if PNG in output.get("data", ()):
                assert output["data"][PNG].strip() in page
                assert f'alt="{escape(output["data"]["text/plain"][0][9:20])}' in page
                continue
            assert "".join(output.get("text") or output["data"]["text/plain"]).rstrip() in page


def changed(change: Callable[[dict], None]) -> tuple[str, str]:
    """A small notebook as it should be, and with something changed."""
    cells = [
        {"cell_type": "code", "id": f"a{i}", "metadata": {}, "source": source.splitlines(True)}
        for i, source in enumerate(["x = 2\nprint(x)", "x + 1", "None", "print(x); x * 2"])
    ]
    notebook = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    right = refreshed(json.dumps(notebook))
    other = json.loads(right)
    change(other)
    return right, json.dumps(other, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def test_outputs_are_what_is_printed_and_the_last_value():
    right, _ = changed(lambda _: None)
    assert [
        ["".join(out.get("text") or out["data"]["text/plain"]) for out in cell["outputs"]]
        for cell in json.loads(right)["cells"]
    ] == [["2\n"], ["3"], [], ["2\n", "4"]]
    assert refreshed(right) == right


@pytest.mark.parametrize(
    "change",
    [
        lambda notebook: notebook["cells"][0]["outputs"][0].update(text=["3\n"]),
        lambda notebook: notebook["cells"][1]["outputs"][0]["data"].update({"text/plain": ["4"]}),
        lambda notebook: notebook["cells"][1]["outputs"].clear(),
        lambda notebook: notebook["cells"][2].update(execution_count=7),
    ],
)
def test_a_wrong_output_is_noticed(change):
    right, wrong = changed(change)
    assert wrong != right
    assert refreshed(wrong) == right


def test_a_cell_that_fails_is_noticed():
    def fail(notebook: dict) -> None:
        notebook["cells"][1]["source"] = ["missing"]

    _, wrong = changed(fail)
    with pytest.raises(NameError):
        refreshed(wrong)


def test_a_picture_is_stored_and_its_dots_are_not_compared():
    cell = """
class Drawn:
    def _repr_png_(self): return bytes([1, 2])
    def __repr__(self): return "<Picture of something>"
Drawn()"""
    right, _ = changed(lambda _: None)
    notebook = json.loads(right)
    notebook["cells"] = notebook["cells"][:1]
    notebook["cells"][0]["source"] = cell.splitlines(True)
    made = refreshed(json.dumps(notebook))
    [output] = json.loads(made)["cells"][0]["outputs"]
    assert base64.b64decode(output["data"][PNG]) == bytes([1, 2])
    assert output["data"]["text/plain"] == ["<Picture of something>"]
    other = made.replace("AQI=", "AQM=")
    assert other != made
    assert without_pictures(other) == without_pictures(made)
    assert without_pictures(made.replace("<Picture of", "<Drawing of")) != without_pictures(made)
