"""What the README and the pages show is what happens."""

from __future__ import annotations

import re

import pytest
from _generate.shown import ROOT, pages_with_snippets, refreshed

PAGES = {
    str(path.relative_to(ROOT)): (path, language)
    for path, language in pages_with_snippets()
    if re.search(r"^```(console|pycon|python)", path.read_text(encoding="utf-8"), re.MULTILINE)
}


def tier_of(page):
    """By default what needs neither a shell nor engines that start slowly."""
    text = PAGES[page][0].read_text(encoding="utf-8")
    slower = "```console" in text or page.endswith("/columns.md")
    return pytest.param(page, marks=pytest.mark.engines) if slower else page


@pytest.mark.parametrize("page", [tier_of(page) for page in PAGES])
def test_what_a_page_shows_is_what_happens(page, tmp_path, monkeypatch):
    path, language = PAGES[page]
    monkeypatch.chdir(tmp_path)
    shown = path.read_text(encoding="utf-8")
    assert shown == refreshed(shown, language)


def test_the_main_pages_show_something():
    assert {"README.md", "README.zh-CN.md", "docs/en/tutorial.md", "docs/zh/tutorial.md"} <= set(
        PAGES
    )


@pytest.mark.parametrize(
    "wrong",
    [
        "```console\n$ echo 1\n2\n```\n",
        "```console\n$ echo 1\n```\n",
        "```pycon\n>>> 1 + 1\n3\n```\n",
        "```pycon\n>>> x = 1\n>>> x\n1\n>>> print(x)\n```\n",
    ],
)
def test_a_wrong_output_is_noticed(wrong, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert refreshed(wrong, "en") != wrong


def test_a_right_output_is_left_alone(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    right = (
        "```console\n$ echo 1 \\\n2\n1 2\n```\n\n```python\nx = 4\n```\n\n"
        "```pycon\n>>> x\n4\n>>> x / 0\nTraceback (most recent call last):\n    ...\n"
        "ZeroDivisionError: division by zero\n```\n"
    )
    assert refreshed(right, "en") == right


def test_a_snippet_that_fails_is_noticed(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NameError):
        refreshed("```python\nmissing\n```\n", "en")
