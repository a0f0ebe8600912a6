"""The styles that a page declares for its elements, inline and in its own ``<style>`` sheets.

tinycss2 parses the sheets and cssselect2 the selectors; a sheet that lies elsewhere is not fetched.
Both are imported only for a page that has a sheet which could hide something.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import attrs

from ..errors import MissingExtra
from ..text import Bilingual
from .contrast import Color
from .limits import Limits
from .pictorial import is_pictorial
from .unreadable import Unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["MAYBE", "Declared", "StyleSheets", "color_of", "inline_style", "merged"]

Declared: TypeAlias = Mapping[str, str]
"""Values of properties by name, both in lower case."""

_DECIDING: Final = frozenset(
    [
        "-webkit-clip-path",
        "-webkit-mask",
        "-webkit-mask-image",
        "-webkit-text-fill-color",
        "-webkit-text-security",
        "background",
        "background-color",
        "background-image",
        "clip",
        "clip-path",
        "color",
        "content",
        "content-visibility",
        "direction",
        "display",
        "filter",
        "flex-direction",
        "float",
        "font",
        "font-family",
        "font-feature-settings",
        "font-size",
        "font-variant-position",
        "height",
        "left",
        "letter-spacing",
        "margin",
        "margin-left",
        "margin-top",
        "mask",
        "mask-image",
        "max-height",
        "max-width",
        "mix-blend-mode",
        "mso-hide",
        "opacity",
        "order",
        "overflow",
        "overflow-x",
        "overflow-y",
        "position",
        "right",
        "rotate",
        "scale",
        "text-decoration",
        "text-decoration-line",
        "text-indent",
        "top",
        "transform",
        "translate",
        "unicode-bidi",
        "vertical-align",
        "visibility",
        "width",
        "z-index",
        "zoom",
    ]
)
"""Properties that decide whether a text is seen, and how."""
_MAY_DECIDE: Final = re.compile(
    "display|visib|opacity|font|color|background|decoration|vertical-align|clip|transform|indent"
    "|position|float|order|direction|overflow|bidi|content|mso-hide|filter|spacing|rotate|scale"
    r"|security|mask|mix-blend|translate|zoom|margin[^;{}]*-\s*\d{3}|z-index\s*:\s*-",
    re.IGNORECASE,
)
"""A word of each of them that decides by itself."""
_SCREEN: Final = 1280
"""Pixels of width for which the conditions of a sheet are decided."""
_WIDTH: Final = re.compile(r"\((min|max)-width:\s*(\d+(?:\.\d+)?)(px|r?em)\)")
_NESTED: Final = frozenset({"container", "layer", "media", "supports"})
_MOST_NESTED: Final = 200
"""Tokens of a selector within others."""
_STRUCTURAL: Final = frozenset({"has", "is", "not", "where"})


@lru_cache(maxsize=2048)
def inline_style(style: str) -> Declared:
    """What a ``style`` attribute declares of what decides whether a text is seen.

    >>> inline_style("COLOR: red; display : none !important; margin: 0")
    {'color': 'red', 'display': 'none'}
    """
    if not _may_decide(style):
        return {}
    if "/*" in style or "\\" in style or "(" in style or '"' in style or "'" in style:
        plain, important = _declared(_tinycss2().parse_blocks_contents(style))
        return merged([plain, important])
    found: dict[str, str] = {}
    forced: dict[str, str] = {}
    for declaration in style.lower().split(";"):
        name, _, value = declaration.partition(":")
        if (name := name.strip()) in _DECIDING and value.strip():
            value, mark, _ = value.partition("!")
            if _is_valid(name, value := " ".join(value.split())):
                into = forced if mark else found
                into.pop(name, None)
                into[name] = value
    return merged([found, forced])


def merged(layers: Iterable[Declared]) -> Declared:
    """What several layers declare together, in the order in which the values were decided.

    >>> merged([{"color": "red", "font": "a"}, {"color": "blue"}])
    {'font': 'a', 'color': 'blue'}
    """
    found: dict[str, str] = {}
    for layer in layers:
        for name, value in layer.items():
            found.pop(name, None)
            found[name] = value
    return found


def _may_decide(text: str) -> bool:
    """Whether a text can declare any of the properties; names may be escaped."""
    return _MAY_DECIDE.search(text) is not None or "\\" in text


def _tinycss2() -> Any:
    try:
        import tinycss2
    except ImportError as error:
        purpose = Bilingual("读取网页的样式（CSS）", "Reading the styles of a page (CSS)")
        raise MissingExtra(purpose, "tinycss2", "read") from error
    return tinycss2


def _declared(declarations: Iterable[Any]) -> tuple[dict[str, str], dict[str, str]]:
    """The plain and the important declarations that may decide, with custom properties."""
    serialize = _tinycss2().serialize
    plain: dict[str, str] = {}
    important: dict[str, str] = {}
    for one in declarations:
        if one.type == "declaration" and (
            one.lower_name in _DECIDING or one.lower_name.startswith("--")
        ):
            tokens = [token for token in one.value if token.type != "comment"]
            value = " ".join(serialize(tokens).lower().split())
            if "\\" in value or not _is_valid(one.lower_name, value):
                continue  # with a backslash it was written for old browsers
            into = important if one.important else plain
            into.pop(one.lower_name, None)
            into[one.lower_name] = value
    return plain, important


@attrs.define(eq=False)
class _Rule:
    """One selector of a sheet with what it declares; its compounds from left to right."""

    compounds: Sequence[Sequence[Any]]
    combinators: Sequence[str]
    """Between each compound and the next."""
    plain: Declared
    important: Declared
    order: int
    pseudo: str = ""
    """``before`` or ``after``: what it declares is of a text that the sheet adds. Of
    :data:`_MAYBE`: nothing tells on what of the element it is seen."""
    tests: Sequence[Any] | None = None
    specificity: tuple[int, int, int] = (0, 0, 0)


_REMEMBERED: Final = 200_000
"""Pairs of a compound and an element of which it is remembered whether they match."""


MAYBE: Final = "-maybe"
"""Declared where a sheet may change what is seen of an element: a part of it, or on some screens."""
_MAYBE: Final = frozenset({"container", "first-letter", "first-line"})
_ADDED: Final = frozenset({"after", "before"})


class StyleSheets:
    """The sheets of a page, as far as they may decide what is seen."""

    def __init__(self, root: _Element, limits: Limits) -> None:
        self.limits = limits
        self.order = 0
        self.contained = 0
        """Conditions on the size of a container around what is being taken in."""
        self.nested = 0
        """Selectors of rules within others."""
        self.index: dict[str, list[_Rule]] = {}
        self.wrappers: dict[_Element, Any] = {}
        self.matched: dict[tuple[int, int, _Element], bool] = {}
        for sheet in root.iter("style"):
            text = sheet.text or ""
            media = (sheet.get("media") or "all").lower()
            if _may_decide(text) and _applies(media):
                try:
                    self._sheet(_tinycss2().parse_stylesheet(text))
                except RecursionError as error:
                    deepest = str(limits.depth)
                    raise Unreadable(
                        "read.limit.depth", found=f">{deepest}", expected=deepest
                    ) from error
        if self.index:
            import cssselect2

            page = cssselect2.ElementWrapper.from_html_root(root)
            self.wrappers = {one.etree_element: one for one in page.iter_subtree()}

    def __bool__(self) -> bool:
        return bool(self.index)

    def of(self, element: _Element, inline: Declared) -> tuple[Declared, Sequence[str]]:
        """What is declared for an element, and the texts that are added before and after it."""
        found = [rule for rule in self._candidates(element) if self._matches(rule, element)]
        if not found:
            return inline, ()
        found.sort(key=lambda rule: (rule.specificity, rule.order))
        layers = [
            *((rule.pseudo, rule.plain) for rule in found),
            ("", inline),
            *((rule.pseudo, rule.important) for rule in found),
        ]
        own = merged(layer for pseudo, layer in layers if not pseudo)
        pseudos = {pseudo for pseudo, _ in layers if pseudo}
        for pseudo, layer in layers:
            if pseudo in _MAYBE and _hides(layer):
                own = {name: value for name, value in own.items() if name not in layer}
                own[MAYBE] = ""
        added = [
            merged(layer for other, layer in layers if other == one) for one in pseudos & _ADDED
        ]
        return own, [one["content"] for one in added if "content" in one]

    def _sheet(self, rules: Iterable[Any]) -> None:
        tinycss2 = _tinycss2()
        for rule in rules:
            self.limits.require_time()
            if rule.type == "at-rule" and rule.content is not None:
                media = tinycss2.serialize(rule.prelude).lower()
                if self._is_taken(rule, media):
                    is_contained = rule.lower_at_keyword == "container"
                    self.contained += is_contained
                    self._sheet(tinycss2.parse_rule_list(rule.content))
                    self.contained -= is_contained
            elif rule.type == "qualified-rule":
                self._block(rule.content, _split(rule.prelude, ","))

    def _block(self, content: Any, selectors: Sequence[Sequence[Any]]) -> None:
        """Take in what is declared for some selectors, and the rules within."""
        tinycss2 = _tinycss2()
        inner = tinycss2.parse_blocks_contents(content)
        plain, important = _declared(inner)
        if plain or important:
            self.order += 1
            for selector in selectors:
                self._enter(selector, plain, important)
        for rule in inner:
            self.limits.require_time()
            if rule.type == "qualified-rule":
                own = _split(rule.prelude, ",")
                self.nested += len(selectors) * len(own)
                self.limits.require("nodes", self.nested)
                self._block(rule.content, list(_nested(selectors, own)))
            elif rule.type == "at-rule" and rule.content is not None:
                media = tinycss2.serialize(rule.prelude).lower()
                if self._is_taken(rule, media):
                    is_contained = rule.lower_at_keyword == "container"
                    self.contained += is_contained
                    self._block(rule.content, selectors)
                    self.contained -= is_contained

    def _is_taken(self, rule: Any, prelude: str) -> bool:
        name = rule.lower_at_keyword
        return name in _NESTED and (name != "media" or _applies(prelude))

    def _enter(self, selector: Sequence[Any], plain: Declared, important: Declared) -> None:
        compounds, combinators = _compounds(selector)
        last, pseudo = _without_pseudo(compounds[-1]) if compounds else ([], "")
        if not last and not pseudo:
            return
        if self.contained and pseudo not in _ADDED:
            pseudo = "container"
        rule = _Rule([*compounds[:-1], last], combinators, plain, important, self.order, pseudo)
        self.index.setdefault(_key(last), []).append(rule)

    def _candidates(self, element: _Element) -> Iterator[_Rule]:
        keys = [element.tag, "*"]
        if identity := element.get("id"):
            keys.append(f"#{identity}")
        if names := element.get("class"):
            keys += {f".{name}" for name in names.split()}
        for key in keys:
            yield from self.index.get(key, ())

    def _matches(self, rule: _Rule, element: _Element) -> bool:
        if rule.tests is None:
            rule.tests, rule.specificity = _compiled(rule.compounds)
        return bool(rule.tests) and self._test(rule, len(rule.tests) - 1, element)

    def _match(self, rule: _Rule, place: int, element: _Element) -> bool:
        """Whether the compounds up to a place match what comes before the element that is meant."""
        key = (id(rule), place, element)
        if key not in self.matched:
            found = self._test(rule, place, element)
            if len(self.matched) > _REMEMBERED:
                self.matched.clear()
            self.matched[key] = found
        return self.matched[key]

    def _test(self, rule: _Rule, place: int, element: _Element) -> bool:
        self.limits.require_time()
        wrapper = self.wrappers.get(element)
        return (
            wrapper is not None
            and rule.tests is not None
            and bool(rule.tests[place](wrapper))
            and (place == 0 or self._before(rule, place - 1, element))
        )

    def _before(self, rule: _Rule, place: int, element: _Element) -> bool:
        combinator = rule.combinators[place]
        step = "getparent" if combinator in " >" else "getprevious"
        if combinator in ">+":
            other = getattr(element, step)()
            return other is not None and self._match(rule, place, other)
        key = (id(rule), -1 - place, element)
        passed = []
        found = False
        while (element := getattr(element, step)()) is not None:
            if (key := (id(rule), -1 - place, element)) in self.matched:
                found = self.matched[key]
                break
            passed.append(key)
            if self._match(rule, place, element):
                found = True
                break
        self.matched.update(dict.fromkeys(passed, found))
        return found


def _applies(media: str) -> bool:
    """Whether a page on a wide screen takes a sheet for such media.

    >>> _applies("print"), _applies("screen and (max-width: 768px)"), _applies("all")
    (False, False, True)
    """
    return any(_is_screen(one.strip()) for one in media.split(","))


def _is_screen(query: str) -> bool:
    negated = query.startswith("not ")
    kind, *conditions = query.removeprefix("not ").removeprefix("only ").split(" and ")
    if kind.startswith("("):
        conditions.insert(0, kind)
        kind = "all"
    true = kind.strip() in {"", "all", "screen"} and all(map(_is_true, conditions))
    return true != negated


def _is_true(condition: str) -> bool:
    found = _WIDTH.fullmatch(condition.strip())
    if found is None:
        return "landscape" in condition
    pixels = float(found[2]) * (1 if found[3] == "px" else 16)
    return pixels <= _SCREEN if found[1] == "min" else pixels >= _SCREEN


def _split(tokens: Iterable[Any], separator: str) -> list[list[Any]]:
    parts: list[list[Any]] = [[]]
    for token in tokens:
        if token == separator:
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _nested(outer: Sequence[Sequence[Any]], inner: Sequence[Sequence[Any]]) -> Iterator[list[Any]]:
    """The selectors of a rule within another one; ``&`` stands for those of that one."""
    for selector in inner:
        for around in outer:
            if len(around) + len(selector) > _MOST_NESTED:
                continue
            if "&" not in selector:
                yield [*around, *_descendant(), *selector]
                continue
            whole: list[Any] = []
            for piece in selector:
                whole += _trimmed(around) if piece == "&" else [piece]
            yield whole


def _descendant() -> Sequence[Any]:
    return _tinycss2().parse_component_value_list(" ")  # type: ignore[no-any-return]


def _trimmed(selector: Sequence[Any]) -> Sequence[Any]:
    last = len(selector)
    while last and selector[last - 1].type == "whitespace":
        last -= 1
    return selector[:last]


def _compounds(selector: Sequence[Any]) -> tuple[list[list[Any]], list[str]]:
    """The compounds of a selector, and the combinators between them; none if it is not understood."""
    compounds: list[list[Any]] = [[]]
    combinators: list[str] = []
    pending = ""
    for token in selector:
        if token.type == "whitespace":
            pending = pending or " "
        elif token.type == "literal" and token.value in {">", "+", "~"}:
            pending = token.value
        elif token.type == "comment":
            continue
        else:
            if pending and compounds[-1]:
                combinators.append(pending)
                compounds.append([])
            pending = ""
            compounds[-1].append(token)
    if pending.strip() or not all(compounds):
        return [], []
    return compounds, combinators


def _without_pseudo(compound: Sequence[Any]) -> tuple[list[Any], str]:
    """A compound without the pseudo-element at its end, and which it was, if it may be of text."""
    if len(compound) > 1 and compound[-1].type == "ident" and compound[-2] == ":":
        name = compound[-1].lower_value
        if name in _ADDED or name in _MAYBE:
            rest = list(compound[:-2])
            while rest and rest[-1] == ":":
                rest.pop()
            return rest, name
    return list(compound), ""


def _hides(declared: Declared) -> bool:
    """Whether more is declared than a font that is seen."""
    return any(
        not name.startswith("font") or value.startswith(("0", "."))
        for name, value in declared.items()
    )


def _key(compound: Sequence[Any]) -> str:
    """What an element must have to match: an id before a class before a name."""
    found = {"": "*"}
    for place, token in enumerate(compound):
        if token.type == "hash":
            found["#"] = f"#{token.value}"
        elif token.type == "ident" and place and compound[place - 1] == ".":
            found["."] = f".{token.value}"
        elif token.type == "ident" and place == 0:
            found[""] = token.lower_value
    return found.get("#") or found.get(".") or found[""]


def _compiled(compounds: Sequence[Sequence[Any]]) -> tuple[Sequence[Any], tuple[int, int, int]]:
    """The tests of the compounds; none if one is not understood, so that the rule is not taken."""
    import cssselect2

    tests = []
    total = [0, 0, 0]
    for compound in compounds:
        if any(_is_nested(token) for token in compound):
            return (), (0, 0, 0)
        try:
            (one,) = cssselect2.compile_selector_list(compound or "*")
        except (cssselect2.SelectorError, ValueError):
            return (), (0, 0, 0)
        if one.pseudo_element is not None or one.never_matches:
            return (), (0, 0, 0)
        tests.append(one.test)
        total = [a + b for a, b in zip(total, one.specificity, strict=True)]
    return tests, (total[0], total[1], total[2])


def _is_nested(token: Any) -> bool:
    """Whether a selector within a selector takes more than one look at the element itself."""
    if token.type != "function" or token.lower_name not in _STRUCTURAL:
        return False
    return token.lower_name == "has" or any(
        inner.type == "whitespace"
        or (inner.type == "function" and inner.lower_name in _STRUCTURAL)
        for inner in token.arguments
    )


# --- values -----------------------------------------------------------------------------------


_ANYWHERE: Final = frozenset({"inherit", "initial", "revert", "revert-layer", "unset"})
_KEYWORDS: Final = {
    "display": frozenset(
        [
            "block",
            "contents",
            "flex",
            "flow-root",
            "grid",
            "inline",
            "inline-block",
            "inline-flex",
            "inline-grid",
            "inline-table",
            "list-item",
            "none",
            "ruby",
            "run-in",
            "table",
            "table-caption",
            "table-cell",
            "table-column",
            "table-column-group",
            "table-footer-group",
            "table-header-group",
            "table-row",
            "table-row-group",
            "-webkit-box",
        ]
    ),
    "visibility": frozenset({"collapse", "hidden", "visible"}),
    "position": frozenset({"absolute", "fixed", "relative", "static", "sticky"}),
    "float": frozenset({"inline-end", "inline-start", "left", "none", "right"}),
}
_EXTREME: Final = {
    "margin": re.compile(r"-\d{3}"),
    "margin-left": re.compile(r"-\d{3}"),
    "margin-top": re.compile(r"-\d{3}"),
    "zoom": re.compile(r"^(?:0?\.[0-3]|\d%|[1-3]\d%)"),
}
"""Values that alone decide something: a place off the screen, a size that nobody can read."""
_COLORS: Final = frozenset({"-webkit-text-fill-color", "background-color", "color"})


def _is_valid(name: str, value: str) -> bool:
    """Whether a browser takes a value; a declaration that it does not take is none."""
    if value in _ANYWHERE or "var(" in value:
        return True
    if name == "font-family":
        return is_pictorial(value.partition(",")[0].strip("\"'"))
    if name in _EXTREME:
        return _EXTREME[name].search(value) is not None
    if name in _KEYWORDS:
        return value.partition(" ")[0] in _KEYWORDS[name]
    if name in _COLORS:
        return value == "currentcolor" or "(" in value or color_of(value) is not None
    return True


_COMMON: Final[dict[str, tuple[Color, float]]] = {
    "black": ((0.0, 0.0, 0.0), 1.0), "white": ((1.0, 1.0, 1.0), 1.0),
    "red": ((1.0, 0.0, 0.0), 1.0), "windowtext": ((0.0, 0.0, 0.0), 1.0),
    "canvastext": ((0.0, 0.0, 0.0), 1.0), "canvas": ((1.0, 1.0, 1.0), 1.0),
    "window": ((1.0, 1.0, 1.0), 1.0), "transparent": ((0.0, 0.0, 0.0), 0.0),
}  # fmt: skip


@lru_cache(maxsize=1024)
def color_of(value: str) -> tuple[Color, float] | None:
    """A colour in sRGB with its opacity; None for what is none, or another space's."""
    if value in _COMMON:
        return _COMMON[value]
    if re.fullmatch("#[0-9a-f]{6}", value):
        return (
            int(value[1:3], 16) / 255,
            int(value[3:5], 16) / 255,
            int(value[5:], 16) / 255,
        ), 1.0
    from tinycss2.color4 import parse_color

    found: Any = parse_color(value)
    if found is None or isinstance(found, str):
        return None
    try:
        red, green, blue = found.to("srgb").coordinates
    except NotImplementedError:
        return None
    return (red or 0.0, green or 0.0, blue or 0.0), found.alpha
