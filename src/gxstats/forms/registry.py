"""The forms that are known: those of this package, and those that other packages bring.

A package brings forms by an entry point of the group ``gxstats.forms`` whose value is a sequence of
them. They are looked for when a form is asked for that is not among our own, or when all forms are.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from typing import Generic, Protocol, TypeVar

from ..errors import InvalidValue, Problem
from ..text import Bilingual

__all__ = ["GROUP", "Registry"]

GROUP = "gxstats.forms"
"""The group of entry points by which a package brings forms."""


_EXPECTED = Bilingual(
    "能够导入、编号不重复的表样；否则须卸载该程序包",
    "forms that can be imported, each with an id of its own; else uninstall the package",
)


class _Registered(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def order(self) -> tuple[int, str, bool, str]: ...


F = TypeVar("F", bound=_Registered)


class Registry(Mapping[str, F], Generic[F]):
    """Every form by its id, each edition after the one that it follows."""

    def __init__(self) -> None:
        self._own: dict[str, F] = {}
        self._all: dict[str, F] | None = None

    @property
    def own(self) -> Mapping[str, F]:
        """The forms of this package: those whose files are published with it."""
        if not self._own:
            package = __name__.rpartition(".")[0]
            found: dict[str, F] = {}
            for module in pkgutil.iter_modules(import_module(package).__path__):
                if module.name.startswith("edition"):
                    _enter(found, import_module(f"{package}.{module.name}").FORMS, module.name)
            self._own.update(_ordered(found))
        return self._own

    @property
    def all(self) -> Mapping[str, F]:
        """The forms of every installed package.

        Raises :class:`~gxstats.InvalidValue` where one of them brings none that can be used.
        """
        if self._all is None:
            from importlib.metadata import entry_points

            found = dict(self.own)
            for entry in entry_points(group=GROUP):
                try:
                    _enter(found, entry.load(), entry.value)
                except Exception as error:  # whatever the package raises as it is imported
                    raise InvalidValue(
                        Problem("form.package", entry.value, str(error), _EXPECTED)
                    ) from error
            self._all = _ordered(found)
        return self._all

    def __getitem__(self, id: str) -> F:
        return self.own[id] if id in self.own else self.all[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self.all)

    def __len__(self) -> int:
        return len(self.all)

    def __repr__(self) -> str:
        return f"<forms {', '.join(self.all)}>"


def _enter(found: dict[str, F], forms: Iterable[F], source: str) -> None:
    for form in forms:
        if found.setdefault(form.id, form) is not form:
            raise ValueError(f"{source} brings a form {form.id}, and there is one already")


def _ordered(forms: Mapping[str, F]) -> dict[str, F]:
    return {form.id: form for form in sorted(forms.values(), key=lambda form: form.order)}
