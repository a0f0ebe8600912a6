"""The built site: complete, in two languages, without a dead link, asking nobody for anything."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

import attrs
import pytest
from tests.support.paths import ROOT
from tests.support.yardstick import PATIENCE

from gxstats import FORMS

pytest.importorskip("mkdocs", reason="the site needs the docs extra")
pytest.importorskip("mkdocstrings", reason="the site needs the docs extra")
pytestmark = pytest.mark.engines

HOSTED = "fill-in"
LOADED = {("link", "href"), ("script", "src"), ("img", "src"), ("iframe", "src")}


class Page(HTMLParser):
    """The names, links and loaded files of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.language = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.names |= {given[key] or "" for key in ("id", "name") if key in given}
        if tag == "html":
            self.language = given.get("lang") or ""
        if tag == "a" and given.get("href"):
            self.links.append(given["href"] or "")
        for key in ("href", "src"):
            if (tag, key) in LOADED and given.get(key):
                self.loaded.append(given[key] or "")


def built(folder: Path) -> Path:
    """The site as it was just built, where somebody says so; otherwise it is built."""
    if "GXSTATS_SITE" in os.environ:
        return Path(os.environ["GXSTATS_SITE"])
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-d", str(folder)],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return built(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def site(folder) -> dict[PurePosixPath, Page]:
    return {
        PurePosixPath(path.relative_to(folder).as_posix()): Page(path.read_text(encoding="utf-8"))
        for path in folder.rglob("*.html")
        if path.name != "404.html"
    }


def test_each_page_exists_in_both_languages_and_says_so(site):
    english = {path for path in site if path.parts[0] != "zh"}
    assert {"zh" / path for path in english} == site.keys() - english
    assert {site[path].language for path in english} == {"en"}
    chinese = {page.language for path, page in site.items() if path not in english}
    assert {one.partition("-")[0] for one in chinese} == {"zh"}


def test_the_language_switch_leads_to_the_same_page(site):
    for path, page in site.items():
        if HOSTED in path.parts:  # a page in both languages
            continue
        other = PurePosixPath(*path.parts[1:]) if path.parts[0] == "zh" else "zh" / path
        assert other in {target for target, _ in _targets(path, page)}, path


def test_no_link_is_dead(site):
    for path, page in site.items():
        for target, name in _targets(path, page):
            assert target in site, (path, target)
            assert not name or name in site[target].names, (path, target, name)


def test_nothing_is_fetched_from_elsewhere(site):
    for path, page in site.items():
        assert not [url for url in page.loaded if urlsplit(url).netloc], path


def _written(folder: Path, page: str) -> str:
    """What an API page says, without markup and spaces."""
    text = (folder / "api" / f"{page}.html").read_text(encoding="utf-8")
    article = text.partition("<article")[2].partition("</article>")[0]
    assert article
    return "".join(unescape(re.sub("<[^>]+>", "", article)).split())


def test_the_api_pages_show_every_field_of_the_form_and_every_constructor(folder):
    text = _written(folder, "forms")
    for form in FORMS.values():
        for cell in form:
            part, _, name = cell.address.rpartition("/")
            assert cell.address in text or {part, f"…/{name}"} <= set(_addresses(text)), cell
            for words in (cell.column, cell.unit, *([cell.row] * cell.table.has_row_labels)):
                assert "".join(words.zh.split()) in text, cell
        for cls in (form.report_class, *form.parts.values()):
            names = [field.name for field in attrs.fields(cls)]
            shown = ".*?".join(f"{name}:" for name in names)
            assert re.search(rf"{cls.__name__}\(\*,{shown}", text), cls
    assert "organ:Organ|str," in text


def _addresses(text: str) -> list[str]:
    return re.findall(r"(?:…|(?<=[:,)]))(?:/[a-z_0-9]+)+", text)


def test_the_api_pages_show_nothing_private(folder):
    for page in (folder / "api").glob("*.html"):
        text = _written(folder, page.stem)
        for name in ("_Memo", "_validate", "__getattr__", "attrs.field(", "=_", "NOTHING"):
            assert name not in text, (page.stem, name)


def _targets(path: PurePosixPath, page: Page) -> Iterator[tuple[PurePosixPath, str]]:
    for link in page.links:
        url = urlsplit(link)
        if url.scheme or url.netloc:
            continue
        target = PurePosixPath(os.path.normpath(path.parent / unquote(url.path)))
        target = path if not url.path else target
        if target.suffix == ".html" or not target.suffix:
            yield target, unquote(url.fragment)
