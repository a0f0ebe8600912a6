"""Every mutant of a source: one token, expression or statement replaced, all else kept.

A mutant is known by its content, the lines before and after, so that it is found again when lines
above it change.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from itertools import accumulate, pairwise
from typing import Any, Final, NamedTuple, TypeAlias

__all__ = ["Mutant", "mutants_of"]

Span: TypeAlias = tuple[int, int]
Edit: TypeAlias = tuple[Span, bytes]
"""What is replaced, and by what."""

OPPOSITES: Final[Mapping[type[ast.AST], tuple[str, str]]] = {
    ast.Eq: ("==", "!="), ast.In: ("in", "not in"), ast.Is: ("is", "is not"),
    ast.NotEq: ("!=", "=="), ast.NotIn: ("not in", "in"), ast.IsNot: ("is not", "is"),
}  # fmt: skip
OPERATORS: Final[Mapping[type[ast.AST], tuple[str, str]]] = {
    **OPPOSITES,
    ast.Lt: ("<", "<="), ast.LtE: ("<=", "<"), ast.Gt: (">", ">="), ast.GtE: (">=", ">"),
    ast.Add: ("+", "-"), ast.Sub: ("-", "+"), ast.Mult: ("*", "//"), ast.FloorDiv: ("//", "*"),
    ast.BitAnd: ("&", "|"), ast.BitOr: ("|", "&"), ast.And: ("and", "or"), ast.Or: ("or", "and"),
}  # fmt: skip
NOT_DESCENDED: Final = frozenset({"annotation", "returns", "decorator_list", "type_params"})


class Mutant(NamedTuple):
    """One change of one file."""

    file: str
    line: int
    old: str
    """The lines that change, spaces folded."""
    new: str
    statement: Span
    """The first and last line of the statement: who runs one of them may see the change."""
    replaced: Span
    replacement: bytes

    @property
    def content(self) -> tuple[str, str, str]:
        """What stays when lines move; alike for changes of equal lines."""
        return self.file, self.old, self.new

    def shown(self) -> dict[str, Any]:
        return {"file": self.file, "line": self.line, "old": self.old, "new": self.new}

    def applied(self, data: bytes) -> bytes:
        """The mutated source."""
        return data[: self.replaced[0]] + self.replacement + data[self.replaced[1] :]


class Source:
    """The bytes of a module, and where its nodes stand in them."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.starts = [0, *accumulate(map(len, data.splitlines(keepends=True)))]

    def span(self, node: ast.AST) -> Span:
        start, end = self.starts[node.lineno - 1], self.starts[node.end_lineno - 1]
        return start + node.col_offset, end + node.end_col_offset

    def token(self, text: str, start: int, end: int) -> Span:
        """Where a token stands between two places, comments left aside."""
        gap = re.sub(rb"#.*", lambda comment: b" " * len(comment[0]), self.data[start:end])
        found = re.search(rb"\s+".join(map(re.escape, text.encode().split())), gap)
        assert found, f"no {text} in {gap!r}"
        return start + found.start(), start + found.end()


def mutants_of(data: bytes, file: str) -> list[Mutant]:
    """All mutants of a source, in the order of its lines."""
    source = Source(data)
    found = {
        edit: statement
        for node, statement, bound in _nodes(ast.parse(data), source, (1, 1), {})
        for edits in (_operators, _values, _conditions, _statements)
        for edit in edits(node, source, bound)
    }
    mutants = []
    for (start, end), new in sorted(found):
        line, last = (data.count(b"\n", 0, place) + 1 for place in (start, end))
        before, after = data[source.starts[line - 1] : start], data[end : source.starts[last]]
        texts = (before + inside + after for inside in (data[start:end], new))
        old_lines, new_lines = (" ".join(text.decode().split()) for text in texts)
        statement = found[(start, end), new]
        mutants.append(Mutant(file, line, old_lines, new_lines, statement, (start, end), new))
    return mutants


# --- which nodes are mutated --------------------------------------------------------------------


def _nodes(
    node: ast.AST, source: Source, statement: Span, bound: Mapping[str, int]
) -> Iterator[tuple[ast.AST, Span, Mapping[str, int]]]:
    """Nodes with the lines of their statement and the line that binds each name around them."""
    if isinstance(node, ast.stmt):
        first, last = statement = _header(node)
        if b"pragma: no cover" in source.data[source.starts[first - 1] : source.starts[last]]:
            return
    match node:
        case ast.JoinedStr():  # before Python 3.12 the places within are wrong
            return
        case ast.Expr(ast.Constant() | ast.Call(ast.Name("assert_never"))):
            return
        case ast.If(ast.Compare(ast.Name("__name__")) | ast.Name("TYPE_CHECKING")):
            return
        case ast.Assign([ast.Name("__all__")]) | ast.AnnAssign(annotation=ast.Name("TypeAlias")):
            return
    yield node, statement, bound
    if isinstance(node, ast.FunctionDef):
        bound = _first_bindings(node)
    for name, value in ast.iter_fields(node):
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and name not in NOT_DESCENDED:
                yield from _nodes(child, source, statement, bound)


def _header(node: ast.stmt) -> Span:
    """The lines of a statement, without those of the statements within it."""
    within = (one for one in ast.walk(node) if isinstance(one, ast.stmt) and one is not node)
    last = next((first.lineno - 1 for first in within), node.end_lineno)
    return node.lineno, max(node.lineno, last)


def _first_bindings(function: ast.FunctionDef) -> dict[str, int]:
    """The line on which each name is first bound in a function."""
    bound: dict[str, int] = {}
    for node in ast.walk(function):
        match node:
            case ast.arg(name) | ast.Name(name, ast.Store()):
                bound[name] = min(node.lineno, bound.get(name, node.lineno))
    return bound


# --- what is mutated in a node ------------------------------------------------------------------


def _operators(node: ast.AST, source: Source, _: object) -> Iterator[Edit]:
    """Comparisons, arithmetic and its sign, and/or, not."""
    match node:
        case ast.Compare(left, operators, others):
            gaps = zip(operators, pairwise([left, *others]), strict=True)
        case ast.BoolOp(operator, values):
            gaps = ((operator, gap) for gap in pairwise(values))
        case ast.BinOp(left, operator, right) | ast.AugAssign(left, operator, right):
            if _is_no_number(left) or _is_no_number(right):
                return
            gaps = [(operator, (left, right))]
        case ast.UnaryOp(ast.Not() | ast.USub() as operator):
            start = source.span(node)[0]
            yield (start, start + (3 if isinstance(operator, ast.Not) else 1)), b""
            return
        case _:
            return
    for operator, (one, other) in gaps:
        if type(operator) in OPERATORS:
            old, new = OPERATORS[type(operator)]
            yield source.token(old, source.span(one)[1], source.span(other)[0]), new.encode()


def _is_no_number(node: ast.AST) -> bool:
    """Whether arithmetic with it is another thing: texts, sequences, unions of types."""
    text = isinstance(node, ast.Constant) and not isinstance(node.value, int)
    return text or isinstance(node, ast.JoinedStr | ast.List | ast.ListComp | ast.Tuple)


def _values(node: ast.AST, source: Source, _: object) -> Iterator[Edit]:
    """Whole numbers one more and one less; slices without a bound."""
    match node:
        case ast.Constant(int(value)) if type(value) is int:
            yield source.span(node), str(value - 1).encode()
            yield source.span(node), str(value + 1).encode()
        case ast.Slice(lower, upper):
            yield from ((source.span(bound), b"") for bound in (lower, upper) if bound)


def _conditions(node: ast.AST, source: Source, _: object) -> Iterator[Edit]:
    """Conditions negated, where no mutant of an operator does the same."""
    match node:
        case ast.If(test) | ast.While(test) | ast.IfExp(test) | ast.match_case(guard=test):
            tests = [test] if test else []
        case ast.comprehension(ifs=tests):
            pass
        case _:
            return
    for test in tests:
        match test:
            case ast.Constant() | ast.UnaryOp(ast.Not()):
                continue
            case ast.Compare(ops=[operator]) if type(operator) in OPPOSITES:
                continue
        start, end = source.span(test)
        yield (start, end), b"not (" + source.data[start:end] + b")"


def _statements(node: ast.AST, source: Source, bound: Mapping[str, int]) -> Iterator[Edit]:
    """Statements dropped; what is returned replaced; continue and break exchanged."""
    match node:
        case ast.Return(None | ast.Constant(None)):
            return
        case ast.Return(ast.Constant(bool(value)) as constant):
            yield source.span(constant), str(not value).encode()
        case ast.Return(value):
            yield source.span(value), b"None"
        case ast.Continue():
            yield source.span(node), b"break"
        case ast.Break():
            yield source.span(node), b"continue"
        case ast.Expr() | ast.Raise() | ast.AugAssign() | ast.Delete():
            yield source.span(node), b"pass"
        case ast.Assign(targets) if all(_has_value(one, node.lineno, bound) for one in targets):
            yield source.span(node), b"pass"


def _has_value(target: ast.AST, line: int, bound: Mapping[str, int]) -> bool:
    """Whether a target can have a value already, so that its assignment can be dropped."""
    match target:
        case ast.Name(name):
            return bound.get(name, line) < line
        case ast.Tuple(targets):
            return all(_has_value(one, line, bound) for one in targets)
    return isinstance(target, ast.Attribute | ast.Subscript)
