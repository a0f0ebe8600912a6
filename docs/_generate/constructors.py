"""Signatures as ``help()`` shows them: of constructors that attrs writes, and without private names.

A Griffe extension, named in ``mkdocs.yml``. It imports nothing of the documentation: Griffe loads
this file by its path.
"""

from __future__ import annotations

import ast
import enum
import inspect
import re
from pkgutil import resolve_name
from typing import Any, Final

import attrs
from griffe import (
    Attribute,
    Class,
    Expr,
    Extension,
    Function,
    Parameter,
    ParameterKind,
    Parameters,
    safe_get_annotation,
)

__all__ = ["Constructors"]

_KINDS: Final = {
    inspect.Parameter.POSITIONAL_ONLY: ParameterKind.positional_only,
    inspect.Parameter.POSITIONAL_OR_KEYWORD: ParameterKind.positional_or_keyword,
    inspect.Parameter.VAR_POSITIONAL: ParameterKind.var_positional,
    inspect.Parameter.KEYWORD_ONLY: ParameterKind.keyword_only,
    inspect.Parameter.VAR_KEYWORD: ParameterKind.var_keyword,
}

_PRIVATE: Final = re.compile(r"\b_[A-Z]")


class Constructors(Extension):
    """Adds constructors, and takes away private names and how fields are made."""

    def on_class(self, *, cls: Class, **_: Any) -> None:
        """Rewrite one class."""
        cls.bases = [
            base for base in cls.bases if not str(base).rpartition(".")[2].startswith("_")
        ]
        found = resolve_name(cls.path)
        if "__init__" in cls.members or not (attrs.has(found) or hasattr(found, "_fields")):
            return
        for name in _field_names(found):
            if isinstance(field := cls.members.get(name), Attribute):
                field.value = None  # its default is in the signature
        own = Parameter("self", annotation=None, kind=ParameterKind.positional_or_keyword)
        init = Function("__init__", parent=cls, parameters=Parameters(own), returns="None")
        for parameter in inspect.signature(found).parameters.values():
            if not parameter.name.startswith("_"):
                init.parameters.add(
                    Parameter(
                        parameter.name,
                        annotation=_annotation(parameter, cls),
                        kind=_KINDS[parameter.kind],
                        default=_default(parameter, found),
                    )
                )
        cls.set_member("__init__", init)

    def on_function(self, *, func: Function, **_: Any) -> None:
        """Write defaults that have a private name as their value."""
        for parameter in func.parameters:
            if _PRIVATE.match(str(parameter.default)):
                found = inspect.signature(resolve_name(func.path))
                parameter.default = repr(found.parameters[parameter.name].default)

    def on_attribute(self, *, attr: Attribute, **_: Any) -> None:
        """Leave out a value that is computed from private names."""
        if _PRIVATE.search(str(attr.value)):
            attr.value = None


def _field_names(cls: type) -> list[str]:
    return [field.name for field in attrs.fields(cls)] if attrs.has(cls) else list(cls._fields)  # type: ignore[attr-defined]


def _annotation(parameter: inspect.Parameter, cls: Class) -> Expr | str | None:
    written = parameter.annotation
    written = getattr(written, "__forward_arg__", written)  # of a named tuple
    node = ast.parse(written, mode="eval").body if isinstance(written, str) else None
    return safe_get_annotation(node, parent=cls.module)


def _default(parameter: inspect.Parameter, cls: type) -> str | None:
    default = parameter.default
    if default is parameter.empty:
        return None
    if default is attrs.NOTHING:  # it is made when it is needed
        made = {field.alias: field.default for field in attrs.fields(cls)}[parameter.name].factory
        return f"{made.__name__}()" if isinstance(made, type) else "..."
    return str(default) if isinstance(default, enum.Enum) else repr(default)
