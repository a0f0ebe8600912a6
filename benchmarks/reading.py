"""Reading: how many cells are exact, doubted and wrong in each kind of file, and how long it takes.

    python -m benchmarks.reading [LAYOUTS]

Exact, doubted, not printed (said so, and left blank) and wrong are shares of all cells. Wrong is what
must not be: another value than was set, and no doubt about the cell. The layouts are drawn at
random (200 of each kind, or as many as are asked for); the figures are consistent reports, half of
them with blanks. The real reports are those that are kept beside the project, where they are.

Times are medians of rounds in which reading and the library alone take turns on the same bytes.
"""

from __future__ import annotations

import io
import random
import statistics
import sys
import time
import warnings
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.support.expected_readings import REPORTS, Expected
from tests.support.reading_accuracy import measure
from tests.support.retypeset_fixtures import FOLDERS, Fixture, retypeset
from tests.support.typeset_docx import DocxTypesetter
from tests.support.typeset_pdf import RULED, PdfTypesetter, Style
from tests.support.typeset_report import Typesetter
from tests.support.typeset_sheets import SheetTypesetter, by_hand, by_openpyxl, by_xlwt

from gxstats import Report, read
from gxstats.reading import Limits
from gxstats.testing import reports, reports_with_blanks

ROUNDS = 25


def xlsx(report: Report, rng: random.Random) -> bytes:
    setting = SheetTypesetter(report, rng)
    return by_hand(setting.workbook(), rng)


def uncalculated(report: Report, rng: random.Random) -> list:
    setting = SheetTypesetter(report, rng)
    setting.calculates = False  # openpyxl writes no values of formulas
    return setting.workbook()


def pdf(lines: str) -> Callable[[Report, random.Random], bytes]:
    def made(report: Report, rng: random.Random) -> bytes:
        how = rng.choice(RULED) if lines == "ruled" else lines
        return PdfTypesetter(report, rng).pdf(Style.drawn(rng, how))

    return made


def text(layout: str) -> Callable[[Report, random.Random], bytes]:
    return lambda report, rng: Typesetter(report, rng).layouts()[layout]().encode()


KINDS: dict[str, Callable[[Report, random.Random], bytes]] = {
    "html": text("page"),
    "text, tab before each cell": text("pasted"),
    "text, rows": text("ruled"),
    "text, lines as from a PDF": text("stream"),
    "docx": lambda report, rng: DocxTypesetter(report, rng).document(),
    "xlsx": xlsx,
    "xls": lambda report, rng: by_xlwt(SheetTypesetter(report, rng).workbook()),
    "pdf, ruled": pdf("ruled"),
    "pdf, level lines": pdf("level"),
    "pdf, no lines": pdf("none"),
}


def tally(report: Report, data: bytes) -> Counter[str]:
    reading = read(data)
    doubted = {doubt.cell for doubt in reading.doubts}
    if any(doubt.code == "form.edition" for doubt in reading.doubts):
        doubted |= set(report.form.index)
    found: Counter[str] = Counter()
    for cell, value in report.cells():
        known = cell.address in reading.form
        if cell.address in doubted:
            found["doubted"] += 1
        elif known and reading.report[cell.address] == value:
            found["exact"] += 1
        elif not known or reading.cells[cell.address].certainty.value == "absent":
            found["not printed"] += 1
        else:
            found["wrong"] += 1
    return found


def generated(kind: str, count: int, *, blanks: bool) -> Counter[str]:
    total: Counter[str] = Counter()

    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(
        report=reports_with_blanks("any") if blanks else reports("any"),
        seed=st.integers(0, 2**32),
    )
    def draw(report: Report, seed: int) -> None:
        total.update(tally(report, KINDS[kind](report, random.Random(seed))))

    draw()
    return total


def real() -> Iterator[tuple[str, Counter[str]]]:
    by_kind: dict[str, Counter[str]] = {}
    for folder in sorted(REPORTS.glob("*/expected.json")):
        expected = Expected(folder.parent)
        for source in sorted(folder.parent.iterdir()):
            if source.name in {"expected.json", "source.txt", "raw.json"}:
                continue
            found = measure(read(source), expected)
            by_kind.setdefault(f"real reports, {source.suffix[1:]}", Counter()).update(
                exact=found.exact,
                doubted=found.doubted,
                wrong=len(found.wrong) + len(found.invented),
            )
    yield from sorted(by_kind.items())
    anew: dict[str, Counter[str]] = {}
    for folder in FOLDERS:
        fixture = Fixture.of(folder)
        for name, data in retypeset(fixture, 7):
            anew.setdefault(f"real figures set anew, {name}", Counter()).update(
                tally(fixture.report, data)
            )
    yield from anew.items()


def line(name: str, found: Counter[str]) -> None:
    cells = found.total()
    shares = [f"{found[what] / cells:9.2%}" for what in ("exact", "doubted", "not printed")]
    print(f"{name:40}{cells:8}{''.join(shares)}{found['wrong']:7}", flush=True)


# --- times ------------------------------------------------------------------------------------


def with_lxml(data: bytes) -> None:
    from lxml import etree

    etree.fromstring(data, etree.HTMLParser(encoding="utf-8"))


def with_zip_and_lxml(data: bytes) -> None:
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith(".xml"):
                etree.fromstring(archive.read(name))


def with_openpyxl(data: bytes) -> None:
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        openpyxl.load_workbook(io.BytesIO(data))


def with_pypdfium2(data: bytes) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    for page in document:
        page.get_textpage().get_text_range()
    document.close()


def times() -> None:
    report = read(next(FOLDERS_BY_NAME["yindu-qu-2019"].glob("raw.*"))).report
    rng = random.Random(11)
    fixtures: list[tuple[str, bytes, str, Callable[[bytes], None]]] = [
        ("html", KINDS["html"](report, rng), "lxml", with_lxml),
        ("docx", DocxTypesetter(report, rng).written_by_library(), "zip, lxml", with_zip_and_lxml),
        ("xlsx", by_openpyxl(uncalculated(report, rng)), "openpyxl", with_openpyxl),
        ("xls", KINDS["xls"](report, rng), "", lambda _: None),
        ("pdf", KINDS["pdf, ruled"](report, rng), "pypdfium2", with_pypdfium2),
    ]
    fixtures += [
        (f"pdf of {path.parent.name[:14]}", path.read_bytes(), "pypdfium2", with_pypdfium2)
        for path in sorted(REPORTS.glob("*/report.pdf"))
    ]
    print(f"\n{'one report':24}{'kB':>6}{'ms':>8}  {'library alone':14}{'ms':>7}{'ratio':>8}")
    for name, data, library, alone in fixtures:
        pairs = []
        for _ in range(ROUNDS):
            started = time.perf_counter()
            alone(data)
            between = time.perf_counter()
            read(data)
            pairs.append((between - started, time.perf_counter() - between))
        own = statistics.median(pair[1] for pair in pairs) * 1e3
        other = statistics.median(pair[0] for pair in pairs) * 1e3
        ratio = statistics.median(b / a for a, b in pairs)
        shown = f"{library:14}{other:7.1f}{ratio:8.1f}" if library else ""
        print(f"{name:24}{len(data) / 1e3:6.0f}{own:8.1f}  {shown}")
    print(f"\n{'in a process of its own':24}{'ms':>8}{'here':>8}{'ratio':>8}")
    here = Limits(isolated=False)
    for name, data, _, _ in fixtures[1:]:  # a page is read here in any case
        pairs = [(timed(data, here), timed(data, Limits())) for _ in range(ROUNDS)]
        ours, isolated = (statistics.median(times) * 1e3 for times in zip(*pairs, strict=True))
        print(
            f"{name:24}{isolated:8.1f}{ours:8.1f}{statistics.median(b / a for a, b in pairs):8.2f}"
        )


def timed(data: bytes, limits: Limits) -> float:
    started = time.perf_counter()
    read(data, limits=limits)
    return time.perf_counter() - started


FOLDERS_BY_NAME = {folder.name: folder for folder in FOLDERS}


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    print(f"{'':40}{'cells':>8}{'exact':>9}{'doubted':>9}{'no print':>9}{'wrong':>7}")
    for name, found in real():
        line(name, found)
    for kind in KINDS:
        line(kind, generated(kind, count, blanks=False))
        line(f"{kind}; with blanks", generated(kind, count, blanks=True))
    times()


if __name__ == "__main__":
    main()
