"""Sets a report as a Word file, in layouts nobody made by hand.

The markup is written out raw, so that every oddity can be drawn that Word, WPS or a converter
leaves behind: what Word shows of it is always the report. :attr:`DocxTypesetter.drawn` tells which
oddities a file holds, and :attr:`DocxTypesetter.places` where each value stands.
"""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple
from xml.sax.saxutils import escape

from gxstats import Report
from gxstats.writing.layout import PrintedCell, PrintedRole, PrintedTable
from tests.support.typeset_report import PROSE, Typesetter

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACRO_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml"
OTHER_NAMESPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
OVERVIEW = "本年度，我单位认真贯彻落实条例。"
CHINESE = "一二三四五六七八九十"
FAULTS = (
    "spans forgotten",
    "merges forgotten",
    "cell left out",
    "number merged down",
    "two numbers in a cell",
    "struck through",
    "raised mark",
    "formula without result",
)
"""What leaves a table other than the form's: then a cell is right, or in doubt."""
NUMBERED = re.compile(r"（([一二三四五六七])）(.+)|([1-9])\.(.+)", re.DOTALL)
DECOY = (
    "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p><w:r><w:t>规章</w:t></w:r></w:p></w:tc>"
    "<w:tc><w:p><w:r><w:t>99</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>"
)
"""What stands outside the text: a row of the form that is none of the report's."""
SHADING = (
    '<w:tblPrEx><w:tblCellMar><w:top w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPrEx>',
    "",
)


class Standing(NamedTuple):
    """Where a value stands: table of the file, row of the table, cell of the row, from 1."""

    table: int
    row: int
    cell: int


def package(
    body: str,
    *,
    namespace: str = TRANSITIONAL,
    main: str = "word/document.xml",
    content_type: str = MAIN_TYPE,
    related: Iterable[tuple[str, str, str]] = (),
    parts: Iterable[tuple[str, str | bytes]] = (),
    title: str | None = None,
    prefix: str = "w",
    encoding: str = "utf-8",
    compression: int = zipfile.ZIP_DEFLATED,
) -> bytes:
    """A Word file around the markup of a body: the parts that it needs, and no more.

    ``related`` are relationships of the main part: id, kind and target.
    """
    relations = STRICT_RELATIONS if namespace == STRICT else RELATIONS
    folder, _, name = main.rpartition("/")
    document = (
        f'<?xml version="1.0" encoding="{encoding}" standalone="yes"?>'
        f'<w:document xmlns:w="{namespace}" {OTHER_NAMESPACES}><w:body>{body}'
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>'
    )
    if prefix != "w":
        document = re.sub(r"(?<![\w])w:", f"{prefix}:", document)
        document = document.replace(f'xmlns:w="{namespace}"', f'xmlns:{prefix}="{namespace}"')
    top = [("rId1", f"{relations}/officeDocument", f"/{main}")]
    files: list[tuple[str, str | bytes]] = []
    if title is not None:
        kind = f"{PACKAGE}/relationships/metadata/core-properties"
        top.append(("rId2", kind, "docProps/core.xml"))
        files.append(
            (
                "docProps/core.xml",
                (
                    f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
                    'xmlns:dc="http://purl.org/dc/elements/1.1/">'
                    f"<dc:title>{escape(title)}</dc:title></cp:coreProperties>"
                ),
            )
        )
    files += [
        (
            "[Content_Types].xml",
            (
                f'<Types xmlns="{PACKAGE}/content-types">'
                '<Default Extension="rels" '
                'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                '<Default Extension="xml" ContentType="application/xml"/>'
                f'<Override PartName="/{main}" ContentType="{content_type}"/></Types>'
            ),
        ),
        ("_rels/.rels", relationships(top)),
        (
            f"{folder}/_rels/{name}.rels".lstrip("/"),
            relationships((id, f"{relations}/{kind}", to) for id, kind, to in related),
        ),
        (main, document.encode(encoding)),
        *parts,
    ]
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for path, content in files:
            archive.writestr(path, content)
    return stream.getvalue()


def relationships(given: Iterable[tuple[str, str, str]]) -> str:
    return (
        f'<Relationships xmlns="{PACKAGE}/relationships">'
        + "".join(f'<Relationship Id="{i}" Type="{t}" Target="{to}"/>' for i, t, to in given)
        + "</Relationships>"
    )


def text_box(inner: str, *, choice: bool, fallback: bool) -> str:
    """A run with a text box, as Word writes it: once for itself, once for older readers."""
    new = (
        '<mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>'
        f"<wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData>"
        "</a:graphic></wp:anchor></w:drawing></mc:Choice>"
    )
    old = (
        "<w:pict><v:shape><v:textbox>"
        f"<w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict>"
    )
    if not choice:
        return f"<w:r>{old}</w:r>"
    back = f"<mc:Fallback>{old}</mc:Fallback>" if fallback else ""
    return f"<w:r><mc:AlternateContent>{new}{back}</mc:AlternateContent></w:r>"


class DocxTypesetter(Typesetter):
    """One report as a Word file."""

    def __init__(self, report: Report, rng: random.Random, fault: str | None = None) -> None:
        super().__init__(report, rng)
        self.noise = rng.choice([0.1, 1, 1, 2])
        self.fault = fault
        self.hit = rng.choice([cell.address for cell in report.form])
        """The one cell that a fault hits, where it hits one."""
        self.drawn: Counter[str] = Counter()
        self.places: dict[str, Standing] = {}
        self.table = 0
        self.lists: list[tuple[str, str, int]] = []

    def some(self, oddity: str, share: float) -> bool:
        """Draw whether an oddity is set here, and note it."""
        if self.rng.random() < share * self.noise:
            self.drawn[oddity] += 1
            return True
        return False

    # --- runs ---------------------------------------------------------------------------------

    def properties(self) -> str:
        if not self.noise:
            return ""
        changed = '<w:rPrChange w:id="9" w:author="a"><w:rPr><w:vanish/></w:rPr></w:rPrChange>'
        return self.rng.choice(
            [
                "",
                '<w:rPr><w:rFonts w:hint="eastAsia"/><w:sz w:val="21"/></w:rPr>',
                '<w:rPr><w:vanish w:val="0"/><w:strike w:val="false"/></w:rPr>',
                f"<w:rPr><w:b/>{changed}</w:rPr>",
                '<w:rPr><w:color w:val="333333"/><w:kern w:val="0"/><w:sz w:val="18"/></w:rPr>',
                '<w:rPr><w:color w:val="000000" w:themeColor="text1"/><w:w w:val="90"/></w:rPr>',
                '<w:rPr><w:spacing w:val="-6"/><w:position w:val="-2"/></w:rPr>',
                '<w:rPr><w:highlight w:val="yellow"/><w:shd w:val="clear" w:fill="auto"/></w:rPr>',
            ]
        )

    def run(self, text: str) -> str:
        space = ' xml:space="preserve"' if text != text.strip() or self.rng.random() < 0.2 else ""
        rsid = ' w:rsidR="00A77B3E"' if self.rng.random() < 0.2 else ""
        return f"<w:r{rsid}>{self.properties()}<w:t{space}>{escape(text)}</w:t></w:r>"

    def noisy(self) -> str:
        """Something in a paragraph that prints nothing."""
        old = str(self.rng.randint(0, 999))
        noises: dict[str, str] = {
            "proof mark": '<w:proofErr w:type="spellStart"/>',
            "bookmark": '<w:bookmarkStart w:id="0" w:name="_G"/><w:bookmarkEnd w:id="0"/>',
            "deleted": f'<w:del w:id="1"><w:r><w:delText>{old}</w:delText></w:r></w:del>',
            "deleted as text": f'<w:del w:id="2"><w:r><w:t>{old}</w:t></w:r></w:del>',
            "moved away": f'<w:moveFrom w:id="3"><w:r><w:t>{old}</w:t></w:r></w:moveFrom>',
            "hidden": f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{old}</w:t></w:r>",
            "comment": '<w:commentRangeStart w:id="1"/><w:commentRangeEnd w:id="1"/>'
            '<w:r><w:commentReference w:id="1"/></w:r>',
            "footnote": '<w:r><w:footnoteReference w:id="2"/></w:r>',
            "page break": "<w:r><w:lastRenderedPageBreak/></w:r>",
            "soft hyphen": "<w:r><w:softHyphen/></w:r>",
            "code": '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f"<w:r><w:instrText> XE &quot;{old}&quot; </w:instrText></w:r>"
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            "empty box": text_box("<w:p/>", choice=True, fallback=True),
        }
        name = self.rng.choice(sorted(noises))
        self.drawn[name] += 1
        return noises[name]

    def wrapped(self, runs: str) -> str:
        """Runs within something that prints them as they are."""
        old = str(self.rng.randint(0, 999))
        wraps: dict[str, Callable[[], str]] = {
            "inserted": lambda: f'<w:ins w:id="4" w:author="a">{runs}</w:ins>',
            "moved here": lambda: f'<w:moveTo w:id="5" w:author="a">{runs}</w:moveTo>',
            "link": lambda: f'<w:hyperlink r:id="rIdX">{runs}</w:hyperlink>',
            "smart tag": lambda: f'<w:smartTag w:element="n">{runs}</w:smartTag>',
            "control": lambda: (
                "<w:sdt><w:sdtPr><w:alias w:val='9'/></w:sdtPr>"
                f"<w:sdtContent>{runs}</w:sdtContent></w:sdt>"
            ),
            "simple field": lambda: f'<w:fldSimple w:instr=" MERGEFIELD a ">{runs}</w:fldSimple>',
            "field": lambda: (
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
                "<w:r><w:instrText>=SUM(ABOVE)</w:instrText></w:r>"
                '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
                f'{runs}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            ),
            "field in a field": lambda: (
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
                "<w:r><w:instrText> IF </w:instrText></w:r>"
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
                "<w:r><w:instrText>REF b</w:instrText></w:r>"
                '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
                f"<w:r><w:t>{old}</w:t></w:r>"
                '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
                "<w:r><w:instrText>=0</w:instrText></w:r>"
                '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
                f'{runs}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            ),
        }
        name = self.rng.choice(sorted(wraps))
        self.drawn[name] += 1
        return wraps[name]()

    def runs(self, text: str) -> str:
        """The text in runs, cut anywhere, with whatever stands between."""
        pieces = []
        while len(text) > 1 and self.some("cut", 0.3):
            cut = self.rng.randint(1, len(text) - 1)
            pieces.append(text[:cut])
            text = text[cut:]
        made = []
        for piece in (*pieces, text):
            if self.rng.random() < 0.12 * self.noise:
                made.append(self.noisy())
            run = self.run(piece) if piece else ""
            wrapped = piece.strip() and self.rng.random() < 0.1 * self.noise
            made.append(self.wrapped(run) if wrapped else run)
        if self.rng.random() < 0.06 * self.noise:
            made.append(self.noisy())
        return "".join(made)

    # --- paragraphs ---------------------------------------------------------------------------

    def paragraph(self, text: str, properties: str = "") -> str:
        rsid = self.rng.choice(["", ' w:rsidR="00000000" w:rsidRDefault="00A1"'])
        properties += self.rng.choice(["", '<w:jc w:val="center"/>', "<w:rPr><w:b/></w:rPr>"])
        if properties:
            properties = f"<w:pPr>{properties}</w:pPr>"
        return f"<w:p{rsid}>{properties}{self.runs(text)}</w:p>"

    def deleted_paragraph(self) -> str:
        """A paragraph deleted with its end: nothing of it is left."""
        old = str(self.rng.randint(0, 999))
        return (
            '<w:p><w:pPr><w:rPr><w:del w:id="6" w:author="a"/></w:rPr></w:pPr>'
            f'<w:del w:id="7"><w:r><w:delText>{old}</w:delText></w:r></w:del></w:p>'
        )

    def joined(self, text: str) -> str:
        """A paragraph cut in two, the end of the first deleted: they are one again."""
        cut = self.rng.randint(0, len(text))
        return (
            '<w:p><w:pPr><w:rPr><w:del w:id="8"/></w:rPr></w:pPr>'
            f"{self.runs(text[:cut])}</w:p><w:p>{self.runs(text[cut:])}</w:p>"
        )

    def blank(self) -> str:
        if not self.noise:
            return "<w:p/>"
        return self.rng.choice(
            [
                "<w:p/>",
                '<w:p><w:pPr><w:jc w:val="center"/></w:pPr></w:p>',
                '<w:p><w:r><w:t xml:space="preserve">  </w:t></w:r></w:p>',
                "<w:p><w:r><w:t>\u00a0</w:t></w:r></w:p>",
                "<w:p><w:r><w:tab/></w:r></w:p>",
                "<w:p/><w:p/>",
                "<w:p><w:sdt><w:sdtContent/></w:sdt></w:p>",
                f"<w:p>{self.noisy()}</w:p>",
            ]
        )

    def content(self, cell: PrintedCell) -> str:
        """The paragraphs of a cell."""
        text = self.text(cell)
        if not text:
            return self.blank()
        before = after = ""
        if self.some("deleted paragraph", 0.04):
            before = self.deleted_paragraph()
        if self.some("blank paragraph", 0.06):
            after = "<w:p/>"
        if cell.role is PrintedRole.VALUE:
            if len(text) > 1 and self.some("joined", 0.04):
                made = self.joined(text)
            else:
                made = self.paragraph(text)
            if self.some("table in a cell", 0.02):
                made = f"<w:tbl><w:tr><w:tc>{made}</w:tc></w:tr></w:tbl><w:p/>"
            return before + made + after
        if self.some("automatic number", 0.2) and (numbered := self.automatic(text)):
            return before + numbered + after
        cut = self.rng.randint(0, len(text))
        kinds = [
            "whole",
            "whole",
            "break",
            "paragraphs",
            *(["joined", "tab"] if self.noise else []),
        ]
        match self.rng.choice(kinds):
            case "whole":
                made = self.paragraph(text)
            case "joined":
                made = self.joined(text)
            case "paragraphs":
                made = self.paragraph(text[:cut]) + self.paragraph(text[cut:])
            case kind:
                mark = "<w:br/>" if kind == "break" else "<w:tab/>"
                made = (
                    f"<w:p>{self.runs(text[:cut])}<w:r>{mark}</w:r>{self.runs(text[cut:])}</w:p>"
                )
        return before + made + after

    def automatic(self, text: str) -> str | None:
        """A label whose number Word draws: a list of its own, that begins with this number."""
        found = NUMBERED.fullmatch(text)
        if found is None:
            return None
        if found[1]:
            self.lists.append(("chineseCounting", "（%1）", CHINESE.index(found[1]) + 1))
        else:
            self.lists.append(("decimal", "%1.", int(found[3])))
        number = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{len(self.lists)}"/></w:numPr>'
        return self.paragraph(found[2] or found[4], number)

    def numbering(self, namespace: str) -> str:
        definitions = "".join(
            f'<w:abstractNum w:abstractNumId="{i}"><w:lvl w:ilvl="0"><w:start w:val="{start}"/>'
            f'<w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
            for i, (kind, text, start) in enumerate(self.lists)
        )
        numbers = "".join(
            f'<w:num w:numId="{i + 1}"><w:abstractNumId w:val="{i}"/></w:num>'
            for i in range(len(self.lists))
        )
        return f'<w:numbering xmlns:w="{namespace}">{definitions}{numbers}</w:numbering>'

    # --- tables -------------------------------------------------------------------------------

    def markup(self, table: PrintedTable) -> str:
        """A table of the form: in one piece, or in two as a page break leaves it."""
        rows = sorted(table.value_rows)
        parts = [range(table.rows)]
        if len(rows) > 4 and self.some("table in two", 0.25):
            cut = self.rng.choice(rows[1:])
            parts = [range(cut), range(cut, table.rows)]
        legacy = self.some("horizontal merge of old", 0.1)
        pieces = []
        for number, part in enumerate(parts):
            head: range | list[int] = []
            if number and table.table.number != "二" and self.some("header again", 0.5):
                head = range(rows[0])
            pieces.append(self.part(table, [*head, *part], part.start, legacy=legacy))
        between = self.rng.choice(
            ["", "<w:p/>", "<w:p><w:r><w:br w:type='page'/></w:r></w:p>", self.paragraph("- 3 -")]
        )
        return between.join(pieces)

    def part(self, table: PrintedTable, rows: list[int], first: int, *, legacy: bool) -> str:
        """Rows of a table as a table of their own; ``first`` is where the part begins."""
        self.table += 1
        grid = "".join(f'<w:gridCol w:w="{900 + i}"/>' for i in range(table.columns))
        indented = self.some("columns left out", 0.1)
        lines = [f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>"]
        for order, row in enumerate(rows):
            lines.append(
                self.row(
                    table,
                    row,
                    order + 1,
                    first,
                    legacy=legacy,
                    indented=indented,
                    headed=order > 0,
                )
            )
            if self.some("deleted row", 0.04):
                lines.append(self.deleted_row(table, row))
        lines.append("</w:tbl>")
        return "".join(lines)

    def deleted_row(self, table: PrintedTable, row: int) -> str:
        """The same row as it was before, with other numbers."""
        labels = [c for c in table.cells if c.row == row and c.role is PrintedRole.LABEL]
        texts = [cell.text.zh for cell in labels] + [str(i) for i in range(11, 18)]
        before, after = self.rng.choice([("", ""), ('<w:del w:id="12">', "</w:del>")])
        cells = "".join(
            f"<w:tc><w:p>{before}{self.run(text)}{after}</w:p></w:tc>" for text in texts
        )
        return f'<w:tr><w:trPr><w:del w:id="11" w:author="a"/></w:trPr>{cells}</w:tr>'

    def row(
        self,
        table: PrintedTable,
        row: int,
        order: int,
        first: int,
        *,
        legacy: bool,
        indented: bool,
        headed: bool,
    ) -> str:
        cells: list[str] = []
        before = 0
        shown = 0
        column = 0
        while column < table.columns:
            cell = table.at[row, column]
            column = cell.column + cell.column_span
            begins = cell.row == row
            # of a cell cut by a page break, Word repeats nothing; some writers repeat the label
            cut = row == first and not begins and first > 0
            if cut and self.some("label again", 0.5):
                begins = True
            if not begins and indented and not cells and not cut:
                before += cell.column_span
                continue
            if begins:
                shown += 1
                if cell.address is not None:
                    self.places[cell.address] = Standing(self.table, order, shown)
                last = cell.row + cell.row_span - 1
                merge = '<w:vMerge w:val="restart"/>' if row < last else ""
                content = self.content(cell)
            else:
                merge = self.rng.choice(["<w:vMerge/>", '<w:vMerge w:val="continue"/>'])
                content = self.rng.choice(["<w:p/>", "<w:p><w:r><w:t/></w:r></w:p>"])
                if cut:  # nothing above to continue: a blank cell of its own
                    shown += 1
                    self.drawn["continues nothing"] += 1
                    if headed:
                        merge = '<w:vMerge w:val="restart"/>'
            cells += self.cell(cell, merge, content, legacy=legacy)
            if cell.role is PrintedRole.VALUE and self.some("deleted cell", 0.01):
                cells.append(
                    "<w:tc><w:tcPr><w:cellDel w:id='1' w:author='a'/></w:tcPr>"
                    f"<w:p>{self.run('77')}</w:p></w:tc>"
                )
        properties = f'<w:gridBefore w:val="{before}"/>' if before else ""
        properties += self.rng.choice(["", "<w:cantSplit/>", '<w:ins w:id="10" w:author="a"/>'])
        if properties:
            properties = f"<w:trPr>{properties}</w:trPr>"
        made = f"<w:tr>{self.rng.choice(SHADING)}{properties}{''.join(cells)}</w:tr>"
        if self.some("control around a row", 0.03):
            return f"<w:sdt><w:sdtPr/><w:sdtContent>{made}</w:sdtContent></w:sdt>"
        return made

    def cell(self, cell: PrintedCell, merge: str, content: str, *, legacy: bool) -> list[str]:
        """The markup of a cell: mostly one, more where spans are written in the old way."""

        def tc(properties: str, content: str) -> str:
            return f"<w:tc><w:tcPr><w:tcW w:w='900'/>{properties}</w:tcPr>{content}</w:tc>"

        hit = cell.address == self.hit
        match self.fault:
            case "spans forgotten":
                return [tc(merge, content)]
            case "merges forgotten":
                merge = ""
            case "cell left out" if hit:
                return []
            case "blank cell too many" if hit:
                return [tc("", self.blank()), tc("", content)]
            case "number merged down" if hit:
                merge = '<w:vMerge w:val="restart"/>'
            case "number merged down" if self.below(cell):
                merge = "<w:vMerge/>"
            case "two numbers in a cell" if hit:
                content = self.paragraph(str(self.rng.randint(0, 99))) + content
                content += "" if self.text(cell) else self.paragraph("3")
            case "struck through" if hit:
                run = "<w:r><w:rPr><w:strike/></w:rPr><w:t>7</w:t></w:r>"
                content = f"<w:p>{run}{self.run(self.text(cell))}</w:p>"
            case "raised mark" if hit:
                run = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>'
                content = f"<w:p>{self.run(self.text(cell) or '0')}{run}</w:p>"
            case "formula without result" if hit:
                content = '<w:p><w:fldSimple w:instr=" =SUM(ABOVE) "/></w:p>'
        if legacy and cell.column_span > 1:
            rest = [tc("<w:hMerge/>" + merge, "<w:p/>")] * (cell.column_span - 1)
            return [tc('<w:hMerge w:val="restart"/>' + merge, content), *rest]
        span = f'<w:gridSpan w:val="{cell.column_span}"/>' if cell.column_span > 1 else ""
        made = tc(span + merge, content)
        if self.some("control around a cell", 0.02):
            made = f"<w:sdt><w:sdtContent>{made}</w:sdtContent></w:sdt>"
        return [made]

    def below(self, cell: PrintedCell) -> bool:
        """Whether a value stands right below the one that the fault hits."""
        for table in self.tables:
            above = table.at.get((cell.row - 1, cell.column))
            if cell in table.cells:
                return (
                    cell.role is PrintedRole.VALUE
                    and above is not None
                    and above.address == self.hit
                )
        return False

    def other_table(self) -> str:
        """A table that is none of the form's."""
        self.table += 1
        texts = [["栏目", "访问量"], ["机构职能", str(self.rng.randint(0, 9999))]]
        rows = "".join(
            "<w:tr>" + "".join(f"<w:tc>{self.paragraph(t)}</w:tc>" for t in row) + "</w:tr>"
            for row in texts
        )
        return f"<w:tbl>{rows}</w:tbl>"

    # --- the document -------------------------------------------------------------------------

    def body(self) -> str:
        parts = [self.paragraph("某某市示例局2023年政府信息公开工作年度报告")]
        parts += [self.paragraph("一、总体情况"), self.paragraph(OVERVIEW)]
        if self.some("another table before", 0.2):
            parts.append(self.other_table())
        for table in self.tables:
            parts += [self.blank()] * self.rng.randint(0, 2)
            parts.append(self.paragraph(self.title(table)))
            made = self.markup(table)
            if self.some("text box", 0.15):
                choice = self.some("box of new Word", 0.7)
                box = text_box(made + "<w:p/>", choice=choice, fallback=self.some("both", 0.8))
                made = f"<w:p>{box}</w:p>"
            parts.append(made)
            if self.rng.random() < 0.3:
                parts.append(self.paragraph(self.rng.choice(PROSE)))
        parts.append(self.paragraph("五、存在的主要问题及改进情况"))
        if self.some("another table after", 0.2):
            parts.append(self.other_table())
        body = "".join(parts)
        if self.some("layout table", 0.15):
            side = self.rng.choice(["", "<w:tc><w:p/></w:tc>"])
            body = f"<w:tbl><w:tr>{side}<w:tc>{body}<w:p/></w:tc></w:tr></w:tbl>"
        return body

    def document(self) -> bytes:
        """The file."""
        rng = self.rng
        body = self.body()
        namespace = STRICT if self.some("strict", 0.2) else TRANSITIONAL
        main = "word/document.xml"
        if self.some("main part elsewhere", 0.15):
            main = rng.choice(["word/document2.xml", "文档/正文.xml", "main.xml"])
        others = {
            "footer": ("ftr", "", ""),
            "footnotes": ("footnotes", '<w:footnote w:id="2">', "</w:footnote>"),
            "comments": (
                "comments",
                '<w:comment w:id="1" w:author="a" w:initials="a">',
                "</w:comment>",
            ),
        }
        related = [(f"rId{name}", name, f"/word/{name}.xml") for name in others]
        parts: list[tuple[str, str | bytes]] = [
            (
                f"word/{name}.xml",
                f'<w:{root} xmlns:w="{namespace}">{before}{DECOY}{after}</w:{root}>',
            )
            for name, (root, before, after) in others.items()
        ]
        if self.lists:
            related.append(("rId8", "numbering", "/word/numbering.xml"))
            parts.append(("word/numbering.xml", self.numbering(namespace)))
        return package(
            body,
            namespace=namespace,
            main=main,
            content_type=rng.choice([MAIN_TYPE, MAIN_TYPE, MACRO_TYPE]),
            related=related,
            parts=parts,
            prefix="ns0" if self.some("another prefix", 0.15) else "w",
            encoding="utf-16" if self.some("utf-16", 0.1) else "utf-8",
            compression=rng.choice([zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED]),
        )

    def written_by_library(self) -> bytes:
        """The file as python-docx writes it: markup that is not our own."""
        import docx

        document = docx.Document()
        document.add_heading("某某市示例局2023年政府信息公开工作年度报告", 0)
        document.add_heading("一、总体情况", 1)
        document.add_paragraph(OVERVIEW)
        for number, table in enumerate(self.tables, 1):
            document.add_heading(self.title(table), 1)
            made = document.add_table(table.rows, table.columns, style="Table Grid")
            grid = [list(row.cells) for row in made.rows]
            for row in range(table.rows):
                begun = 0
                for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.column)):
                    if cell.row != row:
                        continue
                    begun += 1
                    one = grid[row][cell.column]
                    last_row, last_column = max(cell.places)
                    if (last_row, last_column) != (row, cell.column):
                        one = one.merge(grid[last_row][last_column])
                    one.text = self.text(cell)
                    if cell.address is not None:
                        self.places[cell.address] = Standing(number, row + 1, begun)
        stream = io.BytesIO()
        document.save(stream)
        return stream.getvalue()
