"""What the pages for each audience show, as pictures, and the words that stand in each."""

from __future__ import annotations

import base64
import io
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import attrs
import pytest

from gxstats import Report, examples, form, read, to_json
from gxstats.page import form_page
from gxstats.text import Language
from gxstats.writing import Marks, report_page
from gxstats.writing.workbook import form_workbook
from tests.support.paths import ROOT
from tests.support.yardstick import PATIENCE

__all__ = ["PICTURES", "Picture", "folder"]

_SLIP: Final = {"/requests/outcomes/granted/total": 4}
_COLOURS: Final = 48
"""Of a picture: a form has few, and the file is small."""
_FOOT: Final = (0, 60, 0, 0)
"""Points at the foot of a printed page, with its number."""
_TERMINAL: Final = 108
"""Columns of the terminal."""
_WIDE: Final = re.compile("[\u2e80-\ua4cf\uff00-\uff60]")
"""What a terminal gives two columns."""


@attrs.frozen
class Picture:
    """A picture, and all words of what it is a picture of."""

    png: bytes
    words: str


def folder(language: Language) -> Path:
    """Where the pictures of a language lie."""
    return ROOT / "docs" / language / "pictures"


def slip() -> Report:
    """The bundled report with a digit dropped, as the pages have it."""
    return read(examples.path("yindu-2019")).report.replace(_SLIP)


# --- what is shown ------------------------------------------------------------------------------


def report(language: Language, browser: Any, room: Path) -> Picture:
    """The report drawn: from table three to what was found."""
    _open(browser, report_page(Marks.diagnosed(slip()), language), room, 1120)
    words = browser.execute_script("return document.body.innerText")
    [_, table, _] = browser.find_elements("css selector", "table")
    return Picture(
        _clipped(browser, table, browser.find_elements("css selector", ".found h3")[1]), words
    )


def page(language: Language, browser: Any, room: Path) -> Picture:
    """The form to fill in, with the report opened in it."""
    path = _open(browser, form_page(form("2019"), language), room, 1280)
    document = path.with_suffix(".json")
    document.write_bytes(to_json(slip()))
    browser.execute_script("localStorage.clear()")
    state = browser.find_element("css selector", "#state")
    empty = state.text
    browser.find_element("css selector", "#file").send_keys(str(document))
    _until(lambda: browser.find_elements("css selector", "#findings li") and state.text != empty)
    words = browser.execute_script("return document.body.innerText")
    cell = browser.find_element("css selector", f"#cell-{form('2019').index[next(iter(_SLIP))]}")
    browser.execute_script("document.querySelector('#notice button')?.click()")
    browser.execute_script(
        "arguments[0].focus(); arguments[0].scrollIntoView({block: 'center'})", cell
    )
    png = browser.get_screenshot_as_png()
    browser.execute_script("localStorage.clear()")
    return Picture(_small(png), words)


_BROKEN_HYPHEN: Final = "\ufffe"
"""What PDFium gives for a hyphen at which a line breaks: where that is, is the font's affair."""


def workbook(language: Language, browser: Any, room: Path) -> Picture:
    """The workbook, as LibreOffice prints the sheet with table three."""
    from tests.support.engines import libreoffice

    book = room / "book.xlsx"
    book.write_bytes(form_workbook(form("2019"), slip(), language))
    done = subprocess.run(
        [libreoffice(), f"-env:UserInstallation={(room / 'office').as_uri()}", "--headless",
         "--norestore", "--convert-to", "pdf", "--outdir", str(room), str(book)],
        capture_output=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    pdfium = pytest.importorskip("pypdfium2")
    title = re.sub(r"\s", "", form("2019").tables[1].title.zh)
    with pdfium.PdfDocument(book.with_suffix(".pdf")) as document:
        texts = [
            re.sub(r"\s", "", page.get_textpage().get_text_range()).replace(_BROKEN_HYPHEN, "-")
            for page in document
        ]
        shown = next(number for number, text in enumerate(texts) if title in text)
        image = document[shown].render(scale=1.8, crop=_FOOT).to_pil()
    return Picture(_small(_png(_trimmed(image))), texts[shown])


def diagnosis(language: Language, browser: Any, room: Path) -> Picture:
    """The diagnosis in a terminal."""
    from rich.console import Console
    from rich.text import Text

    from tests.support.command_line import run

    document = room / "slip.json"
    document.write_bytes(to_json(slip()))
    told = run("diagnose", document, "--lang", language, env=_environment())
    console = Console(record=True, width=_TERMINAL, file=io.StringIO(), color_system="truecolor")
    console.print(
        Text.from_ansi(told.stdout.replace(str(document), document.name)), soft_wrap=True
    )
    html = console.export_html(inline_styles=True, code_format=_TERMINAL_PAGE)
    _open(browser, _WIDE.sub(r"<i>\g<0></i>", html), room, 1120)
    shown = browser.find_element("css selector", "pre")
    return Picture(_clipped(browser, shown, None), shown.text)


def telephone(language: Language, browser: Any, room: Path) -> Picture:
    """The form to fill in, on a telephone."""
    _open(browser, form_page(form("2021"), language), room, 390)
    browser.execute_script("localStorage.clear()")
    words = browser.execute_script("return document.body.innerText")
    return Picture(_small(browser.get_screenshot_as_png()), words)


def flow(language: Language, browser: Any, room: Path) -> Picture:
    """Where requests came from and where they went."""
    from matplotlib.text import Text as Said

    from gxstats import plot

    figure = plot.flow(read(examples.path("yindu-2019")).report, language=language).figure
    written = io.BytesIO()
    figure.savefig(written, format="png", dpi=110)
    words = "".join(sorted(one.get_text() for one in figure.findobj(Said)))
    return Picture(_small(written.getvalue()), words)


PICTURES: Final[dict[str, Callable[[Language, Any, Path], Picture]]] = {
    "report": report,
    "page": page,
    "workbook": workbook,
    "diagnosis": diagnosis,
    "telephone": telephone,
    "flow": flow,
}
"""By the name of the file, without its ending."""

_TERMINAL_PAGE: Final = (
    '<!doctype html><meta charset="utf-8"><style>body{{margin:0;background:#fff}}'
    'pre{{font:14px/1.35 "DejaVu Sans Mono","Liberation Mono",monospace;display:inline-block;'
    "padding:12px;margin:0}}i{{display:inline-block;width:2ch;font-style:normal}}</style>"
    "<pre>{code}</pre>"
)


def _environment() -> dict[str, str]:
    return {"COLUMNS": str(_TERMINAL), "FORCE_COLOR": "1", "TERM": "xterm-256color"}


# --- taking it ----------------------------------------------------------------------------------


def _open(browser: Any, html: str, room: Path, width: int) -> Path:
    path = room / "shown.html"
    path.write_text(html, encoding="utf-8")
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": 760, "deviceScaleFactor": 1, "mobile": False},
    )
    browser.get(path.as_uri())
    return path


def _clipped(browser: Any, first: Any, after: Any | None) -> bytes:
    """From the top of an element to that of another one, or to its own end."""
    box = (
        "const r = arguments[0].getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom]"
    )
    left, top, right, bottom = browser.execute_script(box, first)
    if after is not None:
        bottom = browser.execute_script(box, after)[1]
    clip = {"x": left - 8, "y": top - 8, "width": right - left + 16, "height": bottom - top + 8}
    clip = {
        "x": max(clip["x"], 0),
        "y": max(clip["y"], 0),
        **dict(list(clip.items())[2:]),
        "scale": 1,
    }
    taken = browser.execute_cdp_cmd(
        "Page.captureScreenshot", {"format": "png", "clip": clip, "captureBeyondViewport": True}
    )
    return _small(base64.b64decode(taken["data"]))


def _until(found: Callable[[], Any]) -> None:
    import time

    end = time.monotonic() + PATIENCE
    while not found():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


def _trimmed(image: Any) -> Any:
    """Without the white margin, but for a little."""
    from PIL import ImageOps

    box = ImageOps.invert(image.convert("L")).getbbox()
    return ImageOps.expand(image.crop(box), border=12, fill="white")


def _small(png: bytes) -> bytes:
    image = pytest.importorskip("PIL.Image").open(io.BytesIO(png)).convert("RGB")
    return _png(image.quantize(_COLOURS))


def _png(image: Any) -> bytes:
    written = io.BytesIO()
    image.save(written, "PNG", optimize=True)
    return written.getvalue()
