"""What of a page a person sees: the tree is changed so that it holds that, and marks the rest.

What is hidden becomes a :data:`HIDDEN` element, which the reader leaves out and tells. Struck,
raised and lowered text is marked, and so is a number of which the styles do not tell whether it is
seen. The fields of a form become their values, pictures in cells a mark.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import attrs

from ..notes import NOTE_NUMBER
from .contrast import FAINT, NOTHING_SEEN, Color, contrast
from .grid import LOWERED, OBJECT, RAISED, STRUCK, UNSURE, is_numeric, unsure
from .html_styles import MAYBE, Declared, StyleSheets, color_of, inline_style, merged
from .limits import Limits

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["EMBEDDED", "HIDDEN", "INLINE", "UNSEEN", "show_as_seen"]

HIDDEN: Final = "gxstats-hidden"
"""The element that takes the place of what is hidden, with its text."""
EMBEDDED: Final = "gxstats-embedded"
"""The attribute of a link that takes the place of what a page shows in itself."""
UNSEEN: Final = frozenset(
    [
        "area",
        "audio",
        "base",
        "datalist",
        "head",
        "link",
        "meta",
        "noembed",
        "noframes",
        "noscript",
        "param",
        "rp",
        "script",
        "source",
        "style",
        "template",
        "title",
        "track",
    ]
)
"""Elements that never show a text."""

_PICTURES: Final = frozenset(
    "canvas embed iframe img math meter object picture progress svg video".split()  # noqa: SIM905
)
_EMBEDDING: Final = frozenset({"embed", "iframe", "object"})
_WRITTEN: Final = frozenset(
    {"", "date", "email", "number", "search", "tel", "text", "time", "url"}
)
"""Types of an input that show their value as it is."""
_BUTTONS: Final = frozenset({"button", "reset", "submit"})
_CELLS: Final = frozenset({"td", "th"})
_FLOWING: Final = frozenset({"table", "tbody", "td", "tfoot", "th", "thead", "tr"})
_GROUNDED: Final = _FLOWING | {"body"}
"""Elements whose attributes may give a ground."""
_BLOCKS: Final = frozenset({"block", "flex", "flow-root", "grid", "list-item", "table"})
_DEFAULTS: Final[dict[str, Declared]] = {
    **{tag: {"text-decoration": "line-through"} for tag in ("del", "s", "strike")},
    **{tag: {"vertical-align": "super"} for tag in ("rt", "sup")},
    "sub": {"vertical-align": "sub"},
    "a": {"color": "#0000ee"},
    "bdo": {"unicode-bidi": "bidi-override"},
}
"""Styles that browsers give to elements."""
_SPECIAL: Final = frozenset({
    *_DEFAULTS, *_PICTURES, "details", "dialog", "input", "select", "textarea",
})  # fmt: skip
"""Elements that show something else than their text in the style around it."""
_ATTRIBUTES: Final = frozenset(
    "background bgcolor color dir height hidden popover style text width".split()  # noqa: SIM905
)
"""Attributes that may decide what is seen."""
INLINE: Final = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
    ]
)
_SIDES: Final = frozenset({"inline-end", "inline-start", "left", "right"})
_FONT_SIZES: Final = {
    "xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": 16.0,
    "large": 18.0, "x-large": 24.0, "xx-large": 32.0, "xxx-large": 48.0,
}  # fmt: skip
_PIXELS: Final = {
    "px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 9.6 / 2.54,
    "rem": 16.0, "vw": 12.8, "vh": 8.0, "vmin": 8.0, "vmax": 12.8, "lh": 16.0,
}  # fmt: skip
_LENGTH: Final = re.compile(r"(?<![\w#.-])([+-]?(?:\d+\.?\d*|\.\d+))([a-z]+|%)?(?![\w.])")
_PART: Final = re.compile(r"[\w-]+\([^()]*(?:\([^()]*\)[^()]*)*\)|[^\s,/]+")
_VARIABLE: Final = re.compile(r"var\(\s*(--[^\s,()]+)\s*(?:,([^()]*))?\)")
_MOST_VARIABLES: Final = 20
_LONGEST_VALUE: Final = 1_000
_AFAR: Final = 500.0
"""Pixels by which a text is moved off the screen."""
_TINY: Final = 4.0
"""Pixels of a font that may not be seen."""
_BLURRED: Final = re.compile(r"blur|brightness|contrast|invert|opacity\(")
_ADDED: Final = re.compile(r"""["'](.*)["']|attr\(\s*([\w-]+)[^()]*\)""")
"""A text that a sheet adds: its own, or that of an attribute."""
_JOINED: Final = frozenset("+-./%,−－．，")
"""What makes another number of one that it stands beside."""
_LONGEST_DIGITS: Final = re.compile(r"\d[\d.,]*")
_NARROW: Final = 0.4
"""Part of the font's size that a digit is wide, at the least."""
_PAINTED: Final = ("url(", "gradient(", "image(", "element(")
_TURNED: Final = re.compile(r"rotate|scale|skew|matrix|perspective")
_NO_AREA: Final = re.compile(
    r"rect\((?:0(?:px)?[\s,]*){4}\)|rect\((?:1px[\s,]*){4}\)|inset\((?:50|100)%|circle\(0|polygon\(0"
)


@attrs.frozen
class Style:
    """What decides whether a text is seen: computed for an element, inherited by what it holds."""

    visible: bool = True
    size: float = 16.0
    """Pixels of the font."""
    color: Color | None = (0.0, 0.0, 0.0)
    """None where it cannot be told."""
    filled: bool = False
    """The colour is one that ``color`` does not change."""
    ground: Color | None = (1.0, 1.0, 1.0)
    struck: bool = False
    """What it holds is struck out."""
    marked: bool = False
    """It is marked so."""
    unsure: bool = False
    leftward: bool = False
    """Its direction is from right to left."""
    variables: tuple[tuple[str, str], ...] = ()
    contrast: float = attrs.field(
        init=False,
        eq=False,
        default=attrs.Factory(lambda self: contrast(self.color, self.ground), takes_self=True),
    )

    @property
    def seen(self) -> bool:
        """Whether text is seen, or may be."""
        return self.visible and self.size > 0 and self.contrast >= NOTHING_SEEN

    @property
    def doubtful(self) -> bool:
        """Whether it cannot be told if a text is seen, or as what."""
        return self.unsure or self.size < _TINY or self.contrast < FAINT

    @property
    def plain(self) -> bool:
        """Whether text is seen as it stands."""
        return self.seen and not (self.doubtful or (self.struck and not self.marked))

    def shown(self, text: str) -> str:
        """A text that is seen, marked if it may be a number that is not."""
        return unsure(text) if text.strip() and self.doubtful else text


PLAIN: Final = Style()
_LOOK: Final = 64
"""Elements between two looks at the clock."""


def show_as_seen(root: _Element, limits: Limits, misnested: Collection[str] = ()) -> None:
    """Change a page so that it holds what is seen of it, and marks what is hidden or unsure.

    ``misnested`` are the names of elements of which the parser may have closed one too early: a
    style of theirs may reach further in their cell.
    """
    if root.xpath(f"boolean({'/*' * (limits.depth + 1)})"):
        limits.require("depth", limits.depth + 1)
    showing = _Showing(root, limits, misnested)
    if showing.sheets:
        showing.all_of(root, PLAIN, in_cell=False)
        return
    special = set(root.iter(*_SPECIAL))
    for number, element in enumerate(
        [one for one in root.iter() if not _ATTRIBUTES.isdisjoint(one.keys()) or one in special]
    ):
        if not number % _LOOK:
            limits.require_time()
        showing.one(element)


class _Showing:
    def __init__(self, root: _Element, limits: Limits, misnested: Collection[str]) -> None:
        self.root = root
        self.misnested = misnested
        self.sheets = StyleSheets(root, limits)
        self.styles: dict[_Element, Style] = {}
        """Of the elements that declare something, on a page without sheets."""
        self.shown: set[_Element] = set()
        """Those that were shown with all they hold."""

    def one(self, element: _Element) -> None:
        """Show an element of a page without sheets: what it holds only if it is not plain."""
        if element.tag not in _SPECIAL and not self._declared(element, str(element.tag)):
            return  # it looks as what is around it
        inherited: Style | None = None
        in_cell = False
        above = element
        for above in element.iterancestors():
            if above in self.shown:
                return
            inherited = inherited or self.styles.get(above)
            in_cell = in_cell or above.tag in _CELLS
        if above is not self.root and element is not self.root:
            return  # it stood in what was hidden
        style = self._style(element, inherited or PLAIN, in_cell=in_cell)
        if style is not None:
            self.styles[element] = style
            if not style.plain:
                self.shown.add(element)
                self._hold(element, style, in_cell=in_cell)

    def all_of(self, element: _Element, inherited: Style, *, in_cell: bool) -> None:
        """Show an element with all it holds."""
        style = self._style(element, inherited, in_cell=in_cell)
        if style is not None:
            self._hold(element, style, in_cell=in_cell)

    def _style(self, element: _Element, inherited: Style, *, in_cell: bool) -> Style | None:
        """Show an element but for what it holds: its style, or None if it holds nothing seen."""
        tag = element.tag
        if tag in UNSEEN:
            return None
        style = inherited
        if declared := self._declared(element, tag):
            declared = _with_variables(declared, inherited.variables)
            is_gone = _is_gone(declared, tag) or (
                not inherited.leftward and _is_indented_away(element, declared)
            )
            style = _computed(inherited, tag, declared)
            if "overflow" in declared and _is_cut(element, declared, style):
                style = attrs.evolve(style, unsure=True)
            if tag in self.misnested and (is_gone or style.plain != inherited.plain):
                _doubt(element)
            if is_gone:
                _hide(element)
                return None
            _lay_out(element, tag, declared, in_cell=in_cell)
            if style.seen and tag not in _FLOWING and (mark := _raised(declared)):
                _put_around(element, mark, "")
        if style.struck and style.seen and not style.marked and tag not in _FLOWING - _CELLS:
            _put_around(element, STRUCK, STRUCK)  # of a table or a row, its cells are
            style = attrs.evolve(style, marked=True)
        if tag in _PICTURES:
            size = {element.get("width"), element.get("height")}
            embedded = element.get("src") or element.get("data")
            _replace(element, "" if size & {"0", "1", "0px", "1px"} else OBJECT)
            if embedded and tag in _EMBEDDING:  # the page shows this file in itself
                element.tag = "a"
                element.set("href", embedded)
                element.set(EMBEDDED, tag)
        elif tag in {"input", "select", "textarea"}:
            value = _field(element)
            _replace(element, value if in_cell else value.replace(OBJECT, ""))
        elif tag == "details" and element.get("open") is None:
            _close(element)
        return style

    def _declared(self, element: _Element, tag: str) -> Declared:
        keys = element.keys()
        given = tag == "dialog" or (keys and not _ATTRIBUTES.isdisjoint(keys))
        declared = _DEFAULTS.get(tag)
        if given:
            declared = merged([declared or {}, _hints(element, tag)])
        style = element.get("style") if given else None
        inline = inline_style(style) if style else {}
        if self.sheets:
            inline, added = self.sheets.of(element, inline)
            for content in added:
                if content.replace('"', "'") != NOTE_NUMBER:
                    _add(element, content)
        return merged([declared, inline]) if declared else inline

    def _hold(self, element: _Element, style: Style, *, in_cell: bool) -> None:
        """Show what an element holds."""
        in_cell = in_cell or element.tag in _CELLS
        for child in list(element):
            self.all_of(child, style, in_cell=in_cell)
            if style.plain or not child.tail:
                continue
            if not style.seen and child.tail.strip():
                hidden = _hidden(element, child.tail)
                child.tail = None
                child.addnext(hidden)
            else:
                child.tail = style.shown(child.tail)
        if style.plain or not element.text:
            return
        if not style.seen and element.text.strip():
            element.insert(0, _hidden(element, element.text))
            element.text = None
        else:
            element.text = style.shown(element.text)


# --- elements ---------------------------------------------------------------------------------


def _lay_out(element: _Element, tag: str, declared: Declared, *, in_cell: bool) -> None:
    """Lines that styles break, and pictures behind a cell."""
    display = declared.get("display", "").partition(" ")[0]
    if tag not in _FLOWING and display:
        if display in _BLOCKS and tag in INLINE:
            element.tag = "div"
        elif display == "inline" and tag in {"div", "p"}:
            element.tag = "span"
    ground = declared.get("background-image") or declared.get("background") or ""
    if "url(" in ground and (in_cell or tag in _CELLS):
        _append(element, OBJECT)
    elif in_cell and _is_laid_over(declared):
        own = _text_of_cell(element)
        if not own or is_numeric(own):
            _append(element, UNSURE)


def _is_laid_over(declared: Declared) -> bool:
    """Whether an element with a ground of its own may stand anywhere."""
    grounds = (declared.get(name, "none") for name in ("background", "background-color"))
    return declared.get("position") in {"absolute", "fixed"} and any(
        ground not in {"none", "transparent", "initial", "unset", "inherit"} for ground in grounds
    )


def _text_of_cell(element: _Element) -> str:
    cell = next(element.iterancestors(*_CELLS), None)
    return "" if cell is None else "".join(_texts_of(cell)).strip()


def _append(element: _Element, mark: str) -> None:
    last = element[-1] if len(element) else None
    if last is None:
        element.text = f"{element.text or ''}{mark}"
    else:
        last.tail = f"{last.tail or ''}{mark}"


def _close(element: _Element) -> None:
    """Hide what a ``<details>`` holds beside its summary."""
    summary = element.find("summary")
    for child in list(element):
        if child is not summary:
            _hide(child)
        if child.tail and child.tail.strip():
            hidden = _hidden(element, child.tail)
            child.tail = None
            child.addnext(hidden)
    if element.text and element.text.strip():
        element.insert(0, _hidden(element, element.text))
        element.text = None


def _add(element: _Element, content: str) -> None:
    """Mark what a sheet adds to a number, or where nothing else stands."""
    own = "".join(_texts_of(element)).strip()
    if own and not is_numeric(own):
        return
    found = _ADDED.fullmatch(content)
    added = content
    if found:
        added = element.get(found[2], "") if found[2] else found[1]
    if "url(" in content:
        mark = OBJECT if next(element.iterancestors("td", "th"), None) is not None else ""
    elif is_numeric(added) or (own and added.strip() in _JOINED):
        mark = UNSURE + added
    elif not found and re.search(r"counters?\(|var\(", content):
        mark = UNSURE
    else:
        return
    element.text = f"{mark}{element.text or ''}"


def _hidden(beside: _Element, text: str) -> _Element:
    made = beside.makeelement(HIDDEN)
    made.text = text
    return made


def _replace(element: _Element, text: str) -> None:
    """Give an element no more than a text."""
    tail = element.tail
    element.clear()
    element.tag, element.text, element.tail = "span", text, tail


def _doubt(element: _Element) -> None:
    """Mark the cell of an element, if it holds a number."""
    cell = next(element.iterancestors("td", "th"), None)
    if (
        cell is not None
        and sum(map(str.isalpha, text := "".join(_texts_of(cell)))) < len(text) / 2
    ):
        cell.text = f"{UNSURE}{cell.text or ''}"


def _put_around(element: _Element, before: str, after: str) -> None:
    """Mark what an element holds, if that is any text."""
    if not "".join(_texts_of(element)).strip():
        return
    element.text = before + (element.text or "")
    if len(element):
        element[-1].tail = (element[-1].tail or "") + after
    else:
        element.text += after


def _hide(element: _Element) -> None:
    text, tail = "".join(_texts_of(element)), element.tail
    element.clear()
    element.tag, element.text, element.tail = HIDDEN, text, tail


def _texts_of(element: _Element) -> list[str]:
    """The texts of an element that is hidden; those of its cells are parted."""
    found: list[str] = []
    for one in element.iter():
        if one.tag not in UNSEEN and one.text:
            found.append(f" {one.text}" if one.tag in _FLOWING else one.text)
        if one is not element and one.tail:
            found.append(one.tail)
    return found


def _field(element: _Element) -> str:
    """What the field of a form shows."""
    if element.tag == "textarea":
        return "".join(map(str, element.itertext())) or _hint(element)
    if element.tag == "select":
        options = list(element.iter("option"))
        if element.get("multiple") is not None or (element.get("size") or "1") != "1":
            return OBJECT
        chosen = [one for one in options if one.get("selected") is not None]
        return "".join(
            "".join(map(str, one.itertext())) or one.get("label") or ""
            for one in (chosen or options[:1])[-1:]
        )
    kind = (element.get("type") or "").lower()
    if kind == "hidden":
        return ""
    value = element.get("value") or ""
    if kind in _BUTTONS:
        return value
    if kind in {"checkbox", "color", "file", "image", "password", "radio", "range"}:
        return OBJECT
    return value or _hint(element)


def _hint(element: _Element) -> str:
    """What an empty field shows, if it may be taken for a number."""
    shown = element.get("placeholder") or ""
    return UNSURE + shown if any(map(str.isdigit, shown)) else ""


def _hints(element: _Element, tag: str) -> Declared:
    """What attributes other than ``style`` say of the style of an element."""
    found: dict[str, str] = {}
    closed = tag == "dialog" and element.get("open") is None
    if closed or element.get("hidden") is not None or element.get("popover") is not None:
        found["display"] = "none"
    if closed or element.get("popover") is not None:
        found |= {"position": "fixed", "background-color": "canvas", "color": "canvastext"}
    if tag in _GROUNDED and (ground := element.get("bgcolor")):
        found["background-color"] = _old_color(ground)
    if tag in _GROUNDED and element.get("background"):
        found["background-image"] = "url()"
    if tag in {"font", "body"} and (color := element.get("color") or element.get("text")):
        found["color"] = _old_color(color)
    if direction := element.get("dir"):
        found["direction"] = direction.lower()
    return found


def _old_color(color: str) -> str:
    color = color.strip().lower()
    return f"#{color}" if re.fullmatch(r"[0-9a-f]{6}|[0-9a-f]{3}", color) else color


# --- styles -----------------------------------------------------------------------------------


def _is_gone(declared: Declared, tag: str) -> bool:
    """Whether an element is not shown with anything it holds."""
    get = declared.get
    if get("display") == "none" or get("mso-hide") in {"all", "screen"}:
        return True
    if get("display") == "contents":  # no box of its own
        return False
    if get("content-visibility") == "hidden":
        return True
    if get("visibility") == "collapse" and tag in _FLOWING - _CELLS:
        return True
    if (opacity := get("opacity")) and _fraction(opacity) == 0:
        return True
    if re.search(r"opacity\(0", get("filter", "")):
        return True
    is_inline = _is_inline(declared, tag)
    shrunk = re.search(r"scale(?:3d|x|y)?\(0[,)]", get("transform", "").replace(" ", ""))
    if not is_inline and (shrunk or get("scale") == "0"):
        return True
    positioned = get("position") in {"absolute", "fixed"}
    if (positioned and _NO_AREA.search(get("clip", ""))) or _NO_AREA.search(
        get("clip-path") or get("-webkit-clip-path") or ""
    ):
        return True
    if positioned and any(
        abs(_first_length(get(side, ""), 16.0) or 0) > _AFAR and get(side, "").startswith("-")
        for side in ("left", "right", "top")
    ):
        return True
    clipped = {get("overflow"), get("overflow-x"), get("overflow-y")} & {"hidden", "clip"}
    return bool(clipped) and not is_inline and tag not in _FLOWING and any(
        _first_length(get(side, ""), 16.0) == 0
        for side in ("width", "height", "max-width", "max-height")
    )  # fmt: skip


def _is_cut(element: _Element, declared: Declared, style: Style) -> bool:
    """Whether a box is too small for a number in it, and what does not fit is not shown."""
    get = declared.get
    if get("overflow") not in {"hidden", "clip"} or element.tag in _FLOWING:
        return False
    if _is_inline(declared, str(element.tag)):
        return False

    def is_less(side: str, least: float) -> bool:
        given = get(side, "")
        length = None if "%" in given else _first_length(given, style.size)
        return length is not None and length < least

    digits = max(map(len, _LONGEST_DIGITS.findall("".join(_texts_of(element)))), default=0)
    return any(
        is_less(f"{most}{side}", least)
        for most in ("", "max-")
        for side, least in (
            ("width", digits * _NARROW * style.size),
            ("height", _NARROW * style.size * bool(digits)),
        )
    )


def _is_indented_away(element: _Element, declared: Declared) -> bool:
    """Whether the only line of an element begins far off the screen."""
    indent = _first_length(declared.get("text-indent", ""), 16.0) or 0
    inside = {one.tag for one in element.iterdescendants()}
    return (
        indent < -_AFAR
        and declared.get("direction") != "rtl"
        and not _TURNED.search(declared.get("transform", ""))
        and not _is_inline(declared, str(element.tag))
        and inside.issubset(INLINE)
    )


def _is_inline(declared: Declared, tag: str) -> bool:
    """Whether an element is no box of its own: what moves or clips boxes leaves it as it is."""
    if declared.get("position") in {"absolute", "fixed"} or declared.get("float") in _SIDES:
        return False
    display = declared.get("display", "")
    return (
        tag in INLINE
        if not display
        else display in {"inline", "contents", "ruby", "initial", "unset"}
    )


def _with_variables(declared: Declared, inherited: tuple[tuple[str, str], ...]) -> Declared:
    """What is declared, with custom properties in place of their names."""
    if not any("var(" in value for value in declared.values()):
        return declared
    variables = {**dict(inherited), **declared}
    return {name: _resolved(value, variables) for name, value in declared.items()}


def _resolved(value: str, variables: Declared) -> str:
    """A value without ``var()``; ``unset`` where that cannot be, as in a browser."""
    for _ in range(_MOST_VARIABLES):
        found = _VARIABLE.search(value)
        if found is None:
            return value
        known = variables.get(found[1], found[2])
        if known is None or len(value) > _LONGEST_VALUE:
            break
        value = f"{value[: found.start()]}{known.strip()}{value[found.end() :]}"
    return "unset"


def _computed(inherited: Style, tag: str, declared: Declared) -> Style:
    return _computed_of(inherited, tag, tuple(declared.items()))


@lru_cache(maxsize=4096)
def _computed_of(inherited: Style, tag: str, items: tuple[tuple[str, str], ...]) -> Style:
    declared = dict(items)
    get = declared.get
    known = {"visible": True, "initial": True, "hidden": False, "collapse": False}
    ground = _ground(inherited, declared)
    color, filled = inherited.color, inherited.filled
    if (value := get("color")) and not filled:
        color = _text_color(value, ground, color)
    if value := get("-webkit-text-fill-color"):
        color, filled = _text_color(value, ground, color), value != "currentcolor"
    if get("mix-blend-mode", "normal") != "normal":
        color = None
    leftward = get("direction", "rtl" if inherited.leftward else "ltr") == "rtl"
    custom = tuple((name, value) for name, value in items if name.startswith("--"))
    return Style(
        visible=known.get(get("visibility", ""), inherited.visible),
        size=_font_size(inherited.size, declared),
        color=color,
        filled=filled,
        ground=ground,
        struck=inherited.struck
        or any(
            "line-through" in get(name, "") for name in ("text-decoration", "text-decoration-line")
        ),
        marked=inherited.marked,
        unsure=inherited.unsure or _is_unsure(declared, tag, leftward=leftward),
        leftward=leftward,
        variables=tuple(dict((*inherited.variables, *custom)).items())
        if custom
        else inherited.variables,
    )


def _is_unsure(declared: Declared, tag: str, *, leftward: bool) -> bool:
    """Whether a style may change what a number looks like, or may hide it."""
    get = declared.get
    if (opacity := get("opacity")) and (_fraction(opacity) or 0) < 0.2:
        return True
    if _TURNED.search(get("transform", "")) or get("rotate", "none") != "none":
        return True
    if any(
        get(name, "none") not in {"none", "normal", "initial", "unset"}
        for name in (
            "clip-path", "-webkit-clip-path", "mask", "mask-image", "-webkit-mask",
            "-webkit-mask-image", "mix-blend-mode",
        )
    ):  # fmt: skip
        return True
    if "zoom" in declared or "font-family" in declared or _BLURRED.search(get("filter", "")):
        return True  # only values that decide are kept of the first two
    if MAYBE in declared:
        return True
    if get("z-index", "").startswith("-") and get("position", "static") != "static":
        return True  # whatever lies below it may lie over it
    for name in ("transform", "translate", "margin", "margin-left", "margin-top"):
        lengths = map(_pixels, _LENGTH.finditer(get(name, "")))
        if any(abs(length) > _AFAR for length in lengths):
            return True
    if get("scale", "none") not in {"none", "1"} or get("-webkit-text-security", "none") != "none":
        return True
    if leftward and get("unicode-bidi", "").endswith("override"):
        return True
    if (_first_length(get("text-indent", ""), 16.0) or 0) < -_AFAR:
        return True
    if (_first_length(get("letter-spacing", ""), 16.0) or 0) < -4:
        return True
    if re.search("sup|sub", get("font-variant-position", "") + get("font-feature-settings", "")):
        return True
    moved = tag not in _FLOWING and (
        get("float") == "right" or get("position") in {"absolute", "fixed"}
    )
    return moved or get("order", "0") != "0" or "reverse" in get("flex-direction", "")


def _raised(declared: Declared) -> str:
    align = declared.get("vertical-align", "")
    if align == "super":
        return RAISED
    if align == "sub":
        return LOWERED
    length = _first_length(align, 16.0) or 0
    return RAISED if length > 2 else LOWERED if length < -2 else ""


def _font_size(inherited: float, declared: Declared) -> float:
    size = inherited
    for name, value in declared.items():
        if name in {"font", "font-size"}:
            found = _size_in(value, inherited, name)
            size = size if found is None else found
    return size


def _size_in(value: str, inherited: float, name: str) -> float | None:
    for part in value.split():
        size = part.partition("/")[0]
        if size in _FONT_SIZES:
            return _FONT_SIZES[size]
        if size in {"smaller", "larger"}:
            return inherited * (1.2 if size == "larger" else 1 / 1.2)
        length = _first_length(size, inherited)
        if length is not None and (name == "font-size" or not length or not size[-1].isdigit()):
            return length
    return None


def _first_length(value: str, em: float) -> float | None:
    """A length in pixels; a percentage is one of the font's size."""
    found = _LENGTH.match(value)
    if found is None:
        return None
    return _pixels(found, em)


def _pixels(length: re.Match[str], em: float = 16.0) -> float:
    number, unit = float(length[1]), length[2] or ""
    if unit in {"em", "%", "ex", "ch", "ic"}:
        return number * em * {"em": 1.0, "ic": 1.0, "%": 0.01}.get(unit, 0.5)
    return number * _PIXELS.get(unit, 1.0)


def _fraction(value: str) -> float | None:
    found = _LENGTH.match(value)
    return None if found is None else float(found[1]) / (100 if found[2] == "%" else 1)


def _ground(inherited: Style, declared: Declared) -> Color | None:
    if any(
        word in declared.get(name, "")
        for name in ("background", "background-color", "background-image")
        for word in _PAINTED
    ):
        return None
    ground = inherited.ground
    for name, value in declared.items():
        if name in {"background", "background-color"} and value != "inherit":
            ground = inherited.ground  # each says anew what the colour is
            for part in _PART.findall(value):
                if (found := color_of(part)) is not None:
                    ground = _over(found, ground)
    return ground


def _text_color(value: str, ground: Color | None, inherited: Color | None) -> Color | None:
    """The colour of a text; what is no colour changes nothing."""
    if value == "initial":
        return (0.0, 0.0, 0.0)
    if (found := color_of(value)) is not None:
        return _over(found, ground)
    return None if "(" in value else inherited


def _over(found: tuple[Color, float], ground: Color | None) -> Color | None:
    color, alpha = found
    if alpha >= 1:
        return color
    if ground is None:
        return None
    red, green, blue = (a * alpha + b * (1 - alpha) for a, b in zip(color, ground, strict=True))
    return red, green, blue
