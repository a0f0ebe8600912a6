"""What is read of a workbook for certain is what LibreOffice prints of it: cells styled at random."""

from __future__ import annotations

import io
import random
import re
import subprocess
import zipfile
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest

pytest.importorskip("pypdfium2", reason="reads what LibreOffice prints")

import pypdfium2
from tests.support.effort import fresh_seeds
from tests.support.engines import libreoffice
from tests.support.seen_in_pdf import Glyph, seen_glyphs

from gxstats.cells import Kind
from gxstats.reading import Limits
from gxstats.reading.excel.xls import read_xls
from gxstats.reading.excel.xlsx import read_xlsx
from gxstats.reading.grid import OBJECT, UNSURE, Document
from gxstats.reading.numbers import figure

pytestmark = pytest.mark.engines

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
ROWS = 60
STYLES = 60
OVER = "\0"
LABEL = re.compile(r"k(\d+)x")
VALUES = "BDF"

FORMATS = [
    *["General"] * 6,
    *("0", "0.0", "#,##0", "0.00_ ", "#", "0000", "0%", "0.0%", "@", ";;;", "0;;", "0;-0;;@"),
    *("#,##0;(#,##0)", "0;[Red]-0", "[Red]0", "[White]0", "[<10]0;0.0", "[>=50]0;;", "[=7];0"),
    *('[<10]"x";0', "[Color 2]0", '0"件"', '"约"0', "0,", "0.0,", "yyyy-m-d", "m/d", "h:mm"),
    *("0.00E+00", "# ?/?", "*x0", "_(0_)", '""', "0;0", "General;General", '0"1"', "\\10"),
    *('0;0;"-"', "0 ;;;@", "???", "#.#", "+0;-0", "[DBNum1]0", "[$-804]0", "0*-", ";", ";0"),
    *('General"件"', '@"件"', "0;0;0;", '0;-0;0;"7"', "[h]:mm", "00-00", "0.0?", "0_)"),
    *('[<=5]"";0', '[>5]0;[<0]"-"0;""', "#,###", "¥#,##0", "0\\%", "0%%", "0E0"),
]  # fmt: skip
COLORS = [
    *('rgb="FFFFFFFF"', 'rgb="FF000000"', 'rgb="FFFF0000"', 'rgb="00FFFFFF"', 'rgb="FFFEFEFE"'),
    *('indexed="9"', 'indexed="8"', 'indexed="64"', 'indexed="65"', 'indexed="22"', 'auto="1"'),
    *('theme="0"', 'theme="1"', 'theme="2"', 'theme="3"', 'theme="4"', 'theme="0" tint="-0.5"'),
    *('theme="1" tint="1"', 'theme="1" tint="0.5"', 'theme="4" tint="0.8"', 'rgb="FF808080"'),
    *('theme="0" tint="-0.05"', 'rgb="FFF0F0F0"', 'rgb="FFFFFF00"', 'rgb="FF0000FF"'),
]  # fmt: skip
FONTS = [
    *["", "", ""], *("<strike/>", '<strike val="0"/>', '<vertAlign val="superscript"/>'),
    *('<vertAlign val="subscript"/>', '<vertAlign val="baseline"/>', "<b/>", "<i/>", "<u/>"),
    *("<outline/>", "<shadow/>", '<u val="doubleAccounting"/>', "<condense/>"),
]  # fmt: skip
PATTERNS = ["solid", "solid", "solid", "none", "gray125", "darkGrid", "lightUp", "mediumGray"]
TEXTS = [
    "",
    "件",
    " ",
    "7件",
    "无",
    "/",
    "28（其中1件）",
    "1,234",
    "0028",
    "12.5",
    "-",
    "12&#10;34",
]


class Book:
    """A workbook of cells at random, each after a label."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.labels = 0
        self.merged: dict[str, str] = {}
        """The label beside the first of two merged cells, and that beside the second."""
        self.values: dict[str, str] = {}
        """The cell beside each label."""
        self.shared: list[str] = []

    # --- styles ---------------------------------------------------------------------------------

    def color(self, name: str) -> str:
        return f"<{name} {self.rng.choice(COLORS)}/>"

    def font(self, name: str = "name") -> str:
        rng = self.rng
        size = rng.choice([11, 11, 11, 11, 9, 14, 6, 4, 1])
        color = self.color("color") if rng.random() < 0.4 else ""
        return f'{rng.choice(FONTS)}<sz val="{size}"/>{color}<{name} val="Liberation Sans"/>'

    def fill(self, *, differential: bool = False) -> str:
        rng = self.rng
        if rng.random() < 0.1:
            return (
                f'<gradientFill degree="90"><stop position="0">{self.color("color")}</stop>'
                f'<stop position="1">{self.color("color")}</stop></gradientFill>'
            )
        pattern = rng.choice(PATTERNS)
        given = "" if differential and rng.random() < 0.5 else f' patternType="{pattern}"'
        front = self.color("fgColor") if rng.random() < (0.3 if differential else 0.9) else ""
        back = self.color("bgColor") if rng.random() < (0.9 if differential else 0.3) else ""
        return f"<patternFill{given}>{front}{back}</patternFill>"

    def styles(self) -> str:
        rng = self.rng
        formats = "".join(
            f'<numFmt numFmtId="{170 + i}" formatCode={quoteattr(code)}/>'
            for i, code in enumerate(FORMATS)
        )
        plain = '<font><sz val="11"/><name val="Liberation Sans"/></font>'
        fonts = plain + "".join(f"<font>{self.font()}</font>" for _ in range(STYLES))
        fills = (
            '<fill><patternFill patternType="none"/></fill>'
            '<fill><patternFill patternType="gray125"/></fill>'
            + "".join(f"<fill>{self.fill()}</fill>" for _ in range(STYLES))
        )
        cells = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        for _ in range(STYLES):
            code = rng.choice([0, 0, 170 + rng.randrange(len(FORMATS)), rng.randrange(1, 50)])
            font = rng.choice([0, 0, rng.randint(1, STYLES)])
            fill = rng.choice([0, 0, 0, rng.randint(2, STYLES + 1)])
            applied = rng.choice(
                ["", "", ' applyFont="0" applyFill="0"', ' applyNumberFormat="1"']
            )
            aligned = rng.choice([
                *[""] * 6, 'horizontal="right"', 'horizontal="fill"', 'horizontal="center"',
                'wrapText="1"', 'shrinkToFit="1"', 'indent="1" horizontal="left"',
            ])  # fmt: skip
            cells += (
                f'<xf numFmtId="{code}" fontId="{font}" fillId="{fill}" borderId="0" xfId="0"'
                f"{applied}>{f'<alignment {aligned}/>' if aligned else ''}</xf>"
            )
        effects = "".join(
            "<dxf>"
            f"<font>{rng.choice(FONTS) if rng.random() < 0.2 else ''}"
            f"{self.color('color') if rng.random() < 0.6 else ''}</font>"
            + (
                f'<numFmt numFmtId="{300 + i}" formatCode={quoteattr(rng.choice(FORMATS))}/>'
                if rng.random() < 0.2
                else ""
            )
            + (f"<fill>{self.fill(differential=True)}</fill>" if rng.random() < 0.5 else "")
            + "</dxf>"
            for i in range(10)
        )
        palette = ""
        if rng.random() < 0.2:
            colors = "".join(
                f'<rgbColor rgb="00{rng.randrange(1 << 24):06X}"/>' for _ in range(56)
            )
            base = "".join(f'<rgbColor rgb="00{c}"/>' for c in ["000000", "FFFFFF"] * 4)
            palette = f"<colors><indexedColors>{base}{colors}</indexedColors></colors>"
        return (
            f'<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts><fonts>{fonts}</fonts>'
            f"<fills>{fills}</fills><borders><border/></borders>"
            '<cellStyleXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
            f"<cellXfs>{cells}</cellXfs><dxfs>{effects}</dxfs>{palette}</styleSheet>"
        )

    # --- cells ----------------------------------------------------------------------------------

    def number(self) -> str:
        rng = self.rng
        return rng.choice([
            str(rng.randrange(100)), str(rng.randrange(100)), str(rng.randrange(10**5)), "0",
            f"{rng.random() * 100:.2f}", f"-{rng.randrange(100)}", f"{rng.random():.3f}",
            f"{rng.randrange(100)}.0", f"{rng.randrange(10, 99)}.{rng.choice(['5', '499', '05'])}",
            "4.4999999999999996", "2.7999999999999998E1", "1E3", "1E-7", "123456789012",
            f"{rng.randrange(40000, 46000)}", "28.999999999999996", "0.1234567890123",
        ])  # fmt: skip

    def text(self) -> str:
        rng = self.rng
        word = rng.choice([str(rng.randrange(1000)), str(rng.randrange(10**9)), rng.choice(TEXTS)])
        return word + rng.choice(["", "", "", "件"])

    def rich(self) -> str:
        rng = self.rng
        if rng.random() < 0.6:
            return f'<t xml:space="preserve">{self.text()}</t>'
        return "".join(
            (f"<r><rPr>{self.font('rFont')}</rPr>" if rng.random() < 0.6 else "<r>")
            + f"<t>{rng.randrange(100)}</t></r>"
            for _ in range(rng.choice([1, 2, 2, 3]))
        )

    def value(self, place: str) -> str:
        rng = self.rng
        style = f'r="{place}" s="{rng.randint(0, STYLES)}"'
        match rng.choice(["n", "n", "n", "n", "s", "s", "i", "f", "F", "b", "e", "str", ""]):
            case "n":
                return f"<c {style}><v>{self.number()}</v></c>"
            case "s":
                self.shared.append(self.rich())
                return f'<c {style} t="s"><v>{len(self.shared) - 1}</v></c>'
            case "i":
                return f'<c {style} t="inlineStr"><is>{self.rich()}</is></c>'
            case "f":
                one, other = rng.randrange(50), rng.randrange(50)
                return f"<c {style}><f>{one}+{other}</f><v>{one + other}</v></c>"
            case "F":
                made = rng.choice(["", "<v></v>", "<v>7</v>"])
                return f"<c {style}><f>{rng.choice(['3+4', 'SUM(3,4)', '7'])}</f>{made}</c>"
            case "b":
                return f'<c {style} t="b"><v>{rng.randrange(2)}</v></c>'
            case "e":
                return f'<c {style} t="e"><f>1/0</f><v>#DIV/0!</v></c>'
            case "str":
                text = self.text()
                return f'<c {style} t="str"><f>"{text}"</f><v>{text}</v></c>'
            case _:
                return f"<c {style}/>"

    def rule(self, number: int, cells: str) -> str:
        rng = self.rng
        first = cells.split(":")[0]
        bare = rng.choice(["", ' showValue="0"'])
        stop = rng.choice(["", ' stopIfTrue="1"'])
        given = f'priority="{number}"{stop}'
        effect = f'dxfId="{rng.randrange(10)}"'
        operator = rng.choice(["lessThan", "greaterThan", "equal", "notEqual", "lessThanOrEqual"])
        formulas = f"<formula>{rng.randrange(99)}</formula>"
        made = rng.choice([
            *[f'<cfRule type="cellIs" {effect} {given} operator="{operator}">{formulas}</cfRule>'] * 3,
            f'<cfRule type="cellIs" {effect} {given} operator="between">{formulas * 2}</cfRule>',
            f'<cfRule type="cellIs" {effect} {given} operator="notBetween">{formulas * 2}</cfRule>',
            f'<cfRule type="expression" {effect} {given}><formula>{first}&gt;50</formula></cfRule>',
            f'<cfRule type="expression" {effect} {given}><formula>ISNUMBER({first})</formula></cfRule>',
            (f'<cfRule type="containsText" operator="containsText" text="2" {effect} {given}>'
            f'<formula>NOT(ISERROR(SEARCH("2",{first})))</formula></cfRule>'),
            f'<cfRule type="duplicateValues" {effect} {given}/>',
            f'<cfRule type="top10" rank="3" {effect} {given}/>',
            f'<cfRule type="containsBlanks" {effect} {given}><formula>LEN(TRIM({first}))=0</formula></cfRule>',
            f'<cfRule type="notContainsErrors" {effect} {given}><formula>NOT(ISERROR({first}))</formula></cfRule>',
            (f'<cfRule type="dataBar" priority="{number}"><dataBar{bare}>'
            '<cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar></cfRule>'),
            (f'<cfRule type="iconSet" priority="{number}"><iconSet{bare}>'
            '<cfvo type="percent" val="0"/><cfvo type="percent" val="33"/><cfvo type="percent" val="67"/>'
            "</iconSet></cfRule>"),
        ])  # fmt: skip
        return f'<conditionalFormatting sqref="{cells}">{made}</conditionalFormatting>'

    # --- sheets ---------------------------------------------------------------------------------

    def sheet(self) -> str:
        rng = self.rng
        wide = "".join(
            f'<col min="{i}" max="{i}" {width}/>'
            for i in range(1, 7)
            if (width := self.width(labels=bool(i % 2)))
        )
        rows = ""
        merged: set[str] = set()
        for row in range(1, ROWS + 1):
            cells = ""
            for label, column in zip("ACE", VALUES, strict=True):
                place = f"{column}{row}"
                cells += (
                    f'<c r="{label}{row}" s="0" t="inlineStr"><is><t>k{self.labels}x</t></is></c>'
                )
                if (
                    f"{column}{row - 1}:{place}" not in merged
                    and row < ROWS
                    and rng.random() < 0.03
                ):
                    merged.add(f"{place}:{column}{row + 1}")
                    self.merged[str(self.labels)] = str(self.labels + len(VALUES))
                self.values[str(self.labels)] = self.value(place)
                cells += self.values[str(self.labels)]
                self.labels += 1
            high = rng.choice([
                *['ht="24" customHeight="1"'] * 20, 'hidden="1"',
                'hidden="true" outlineLevel="1"', 'ht="24" s="3" customFormat="1" customHeight="1"',
                'ht="24" customHeight="1" hidden="0"', 'ht="24" customHeight="1" collapsed="1"',
            ])  # fmt: skip
            rows += f'<row r="{row}" {high}>{cells}</row>'
        rows += f'<row r="{ROWS + 1}" ht="24" customHeight="1"><c r="A{ROWS + 1}" t="inlineStr"><is><t>end</t></is></c></row>'
        view = rng.choice(
            ["", "", "", "", 'showZeros="0"', 'showFormulas="1"', 'showGridLines="0"']
        )
        standard = rng.choice(
            [
                'defaultRowHeight="15"',
                'defaultRowHeight="15"',
                'defaultRowHeight="15" zeroHeight="1"',
                'defaultRowHeight="15" defaultColWidth="12"',
            ]
        )
        rules = "".join(
            self.rule(number, rng.choice([f"{c}{a}:{c}{a + rng.randrange(15)}"]))
            for number in range(1, rng.choice([1, 1, 4, 8]))
            for c in [rng.choice(VALUES)]
            for a in [rng.randint(1, ROWS)]
        )
        merge = "".join(f'<mergeCell ref="{ref}"/>' for ref in sorted(merged))
        return (
            f'<worksheet xmlns="{MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
            f'<sheetViews><sheetView {view} workbookViewId="0"/></sheetViews>'
            f"<sheetFormatPr {standard}/>{f'<cols>{wide}</cols>' if wide else ''}"
            f"<sheetData>{rows}</sheetData>{f'<mergeCells>{merge}</mergeCells>' if merge else ''}"
            f'{rules}<pageSetup orientation="landscape" fitToHeight="0"/></worksheet>'
        )

    def width(self, *, labels: bool) -> str:
        if labels:
            return 'width="9" customWidth="1"'
        return self.rng.choice([
            *['width="16" customWidth="1"'] * 4, "", 'width="9" hidden="1"', 'width="4" customWidth="1"',
            'width="0" customWidth="1"', 'width="30" customWidth="1"', 'width="2" customWidth="1"',
        ])  # fmt: skip

    def written(self) -> bytes:
        rng = self.rng
        states = ["", *rng.choices(["", "", 'state="hidden"', 'state="veryHidden"'], k=2)]
        sheets = [self.sheet() for _ in states]
        listed = "".join(
            f'<sheet name="s{i}" sheetId="{i}" r:id="rId{i}" {state}/>'
            for i, state in enumerate(states, 1)
        )
        links = [("worksheet", f"worksheets/sheet{i}.xml") for i in range(1, len(states) + 1)]
        links += [
            ("sharedStrings", "sharedStrings.xml"),
            ("styles", "styles.xml"),
            ("theme", "theme/theme1.xml"),
        ]
        epoch = rng.choice(["", "", '<workbookPr date1904="1"/>'])
        parts = {
            "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{epoch}'
            f'<sheets>{listed}</sheets><calcPr calcId="191029"/></workbook>',
            "xl/_rels/workbook.xml.rels": relationships(links),
            "_rels/.rels": relationships([("officeDocument", "xl/workbook.xml")]),
            "xl/styles.xml": self.styles(),
            "xl/theme/theme1.xml": theme(),
            "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">'
            + "".join(f"<si>{text}</si>" for text in self.shared)
            + "</sst>",
            **{f"xl/worksheets/sheet{i}.xml": sheet for i, sheet in enumerate(sheets, 1)},
        }
        types = f"{MAIN_TYPE}.sheet.main+xml"
        overrides = f'<Override PartName="/xl/workbook.xml" ContentType="{types}"/>' + "".join(
            f'<Override PartName="/{name}" ContentType="{MAIN_TYPE}.{kind}+xml"/>'
            for name in parts
            for kind in KINDS
            if kind.lower() in name.lower()
        )
        parts["[Content_Types].xml"] = (
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" '
            f'ContentType="application/xml"/><Default Extension="rels" ContentType='
            f'"application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>'
        )
        return packed(parts)


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


MAIN_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
KINDS = ["worksheet", "styles", "sharedStrings"]
THEME = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "1F497D", "lt2": "EEECE1", "accent1": "4F81BD",
    "accent2": "C0504D", "accent3": "9BBB59", "accent4": "8064A2", "accent5": "4BACC6",
    "accent6": "F79646", "hlink": "0000FF", "folHlink": "800080",
}  # fmt: skip


def theme() -> str:
    space = "http://schemas.openxmlformats.org/drawingml/2006/main"
    colors = "".join(
        f'<a:{name}><a:srgbClr val="{digits}"/></a:{name}>' for name, digits in THEME.items()
    )
    font = '<a:latin typeface="Liberation Sans"/><a:ea typeface=""/><a:cs typeface=""/>'
    return (
        f'<a:theme xmlns:a="{space}" name="a"><a:themeElements><a:clrScheme name="a">{colors}'
        f'</a:clrScheme><a:fontScheme name="a"><a:majorFont>{font}</a:majorFont><a:minorFont>'
        f"{font}</a:minorFont></a:fontScheme></a:themeElements></a:theme>"
    )


def relationships(links: list[tuple[str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(links, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


# --- what is seen, and what is read -------------------------------------------------------------


def convert(file: Path, kind: str) -> None:
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    command = [libreoffice(), profile, "--headless", "--norestore", "--convert-to", kind]
    subprocess.run(
        [*command, "--outdir", str(file.parent), str(file)],
        check=False,
        capture_output=True,
        timeout=240,
    )


def printed(file: Path) -> dict[str, str]:
    """What is seen on the right of each label that is seen."""
    shown: dict[str, str] = {}
    with pypdfium2.PdfDocument(file) as pages:
        for page in pages:
            shown |= _printed_on(list(seen_glyphs(page)))
    return shown


def _printed_on(glyphs: list[Glyph]) -> dict[str, str]:
    text = "".join(glyph.text for glyph in glyphs)
    labels = [(found[1], glyphs[found.start() : found.end()]) for found in LABEL.finditer(text)]
    if not labels:
        return {}
    taken = {glyph for _, label in labels for glyph in label}
    others = sorted((glyph for glyph in glyphs if glyph not in taken), key=lambda one: one.left)
    scale = labels[0][1][0].size / 11
    shown = {}
    for name, label in labels:
        first, last = label[0], label[-1]
        right = min(
            (
                other[0].left
                for _, other in labels
                if other[0].left > last.right and abs(other[0].baseline - first.baseline) < 1
            ),
            default=9999,
        )
        own = [
            glyph
            for glyph in others
            if last.right < glyph.left
            and glyph.right < right
            and -5 * scale < glyph.baseline - first.baseline < 19 * scale
        ]
        lines = [glyph.baseline for glyph in own]
        if own and max(lines) - min(lines) > 8 * scale:
            own.sort(key=lambda glyph: (-round(glyph.baseline), glyph.left))
        shown[name] = "".join(glyph.text for glyph in own)
        if any(_overlap(*pair) for pair in pairwise(own)):
            shown[name] += OVER
    return shown


def _overlap(one: Glyph, other: Glyph) -> bool:
    """Whether one is drawn over the other: which of them is seen cannot be told."""
    return other.left < (one.left + 2 * one.right) / 3 and abs(one.baseline - other.baseline) > 0.1


def read_for_certain(document: Document) -> dict[str, str]:
    """What is certain on the right of each label that is read."""
    found = {}
    for grid in document.grids:
        for row in grid.rows:
            for label, cell in zip(row, [*row[1:], None], strict=True):
                if (match := LABEL.fullmatch(label.text)) is None:
                    continue
                is_next = cell is not None and cell.column == label.end
                text = cell.text if cell is not None and is_next else ""
                found[match[1]] = "" if LABEL.fullmatch(text) else text
    return found


def meaning(text: str) -> object:
    """The value that a text is read as; another text where it is none."""
    found = figure(text, Kind.AMOUNT, "万元", Limits())
    return found.fault or found.value


def is_shown(value: object, shown: str) -> bool:
    """Whether a person takes what is shown for a value; what is no number is a blank."""
    if value is None:
        return not re.search(r"[\d#]", shown)
    shown = re.sub(r"^0+(?=\d)|,", "", shown)
    begun = re.match(r"\d+(?=（)", shown)  # the end of a note may be cut off
    return meaning(begun[0] if begun else shown) == value


def differences(book: Book, file: Path) -> list[tuple[str, str, str | None]]:
    read = read_xls if file.suffix == ".xls" else read_xlsx
    shown = printed(file.with_suffix(".pdf"))
    found = read_for_certain(read(file.read_bytes(), Limits()))
    made = []
    for first, second in book.merged.items():
        if first in shown and second in shown:
            shown[first] += shown.pop(second)
            found.pop(second, None)
        else:
            for name in (first, second):
                shown.pop(name, None)
                found.pop(name, None)
    for name, text in found.items():
        value = meaning(text)
        if isinstance(value, str) or UNSURE in text or OBJECT in text:
            continue
        row = int(name) // len(VALUES) * len(VALUES)
        beside = {str(row + number) for number in range(len(VALUES))}
        if OVER in shown.get(name, "") or (name not in shown and shown.keys() & beside):
            continue
        if name not in shown or not is_shown(value, shown[name]):
            made.append((name, text, shown.get(name)))
    made += [(name, "absent", shown[name]) for name in shown.keys() - found.keys()]
    return made


def alone(book: Book, data: bytes, kept: set[str]) -> bytes:
    """The workbook with no other values than those beside some labels."""
    parts = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            part = archive.read(name).decode()
            if "/sheet" in name:
                for label, value in book.values.items():
                    if label not in kept:
                        part = part.replace(
                            f"<t>k{label}x</t></is></c>{value}", f"<t>k{label}x</t></is></c>"
                        )
            parts[name] = part
    return packed(parts)


@pytest.mark.parametrize("kind", ["xlsx", "xls"])
def test_what_is_read_for_certain_is_what_libreoffice_prints(kind: str, tmp_path: Path) -> None:
    certain = 0
    for seed in fresh_seeds(20):
        book = Book(random.Random(seed))
        data = book.written()
        file = tmp_path / f"{seed}.{kind}"
        if not print_as(data, file):
            continue
        found = differences(book, file)
        certain += book.labels
        if found:  # is it the cell, or what is drawn into it from beside?
            file = tmp_path / f"{seed}-alone.{kind}"
            names = {name for name, *_ in found}
            if print_as(alone(book, data, names), file):
                found = [one for one in differences(book, file) if one[0] in names]
        assert not found, (seed, [(*one, book.values[one[0]]) for one in found])
    assert certain


def print_as(data: bytes, file: Path) -> bool:
    """Make a file of a workbook, and print it. LibreOffice crashes of some."""
    source = file.with_suffix(".xlsx")
    source.write_bytes(data)
    if source != file:
        convert(source, "xls")
    if file.exists():
        convert(file, "pdf")
    return file.with_suffix(".pdf").exists()
