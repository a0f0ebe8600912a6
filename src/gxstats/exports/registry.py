"""What there is to export, by name. Each is written by a module of its own, imported when asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, Final

import attrs

from ..errors import GxstatsError
from ..forms.report import FORMS, Form
from ..text import Bilingual, Language
from .columns import Forms

__all__ = ["EXPORTS", "Export", "NoSuchText"]


@attrs.define(eq=True, unsafe_hash=True, slots=False, auto_exc=False)
class NoSuchText(GxstatsError, ValueError):
    """An export has no text for the form asked for, or is not one text for all forms."""

    export: str
    found: str | None
    """The id asked for; None if none was."""
    expected: tuple[str, ...]
    """The ids of the forms that have a text of their own; empty where one text is for all."""

    def __attrs_post_init__(self) -> None:
        super().__init__(self.export, self.found)

    def explain(self, language: Language = "zh") -> str:
        """What to ask for instead."""
        ids = ", ".join(self.expected)
        if not self.expected:
            found = self.found
            meaning = Bilingual(
                f"{self.export} 一份适用于各版表样，不分 {found}",
                f"{self.export} is one text for all forms, with none for {found}",
            )
        elif self.found is None:
            meaning = Bilingual(
                f"{self.export} 每种表样一份，须指明 {ids} 之一",
                f"{self.export} is a text for each form: say which of {ids}",
            )
        else:
            meaning = Bilingual(
                f"{self.export} 没有 {self.found}；有 {ids}",
                f"{self.export} has no {self.found}; there are {ids}",
            )
        return meaning[language]


@attrs.frozen
class Made:
    """What a function of a module of this package makes of forms; imported when it is asked for."""

    module: str
    function: str
    dialect: tuple[str, ...] = ()
    """What the function is told before the forms."""

    def __call__(self, forms: Forms) -> Any:
        """What it makes of these forms."""
        made = getattr(import_module(f".{self.module}", __package__), self.function)
        return made(*self.dialect, forms)


@attrs.frozen(kw_only=True)
class Export:
    """The relations in one language of some engine, or a schema of a table."""

    name: str
    title: Bilingual
    suffix: str
    """What the names of its files end with, dot included."""
    write: Callable[[Forms], str] = attrs.field(repr=False)
    """What makes the text, of one form or of several; a library that it needs comes with an extra."""
    of_each_form: bool = False
    """Whether every form has a text of its own; else one text is for all."""
    stem: str = "gxstats"
    """What the names of its files begin with."""
    beside: Made | None = attrs.field(default=None, repr=False)
    """What makes the other files of the package that its file belongs to, by path."""

    @property
    def forms(self) -> tuple[str, ...]:
        """The ids of the forms that have a text of their own, those of other packages included."""
        return tuple(FORMS) if self.of_each_form else ()

    def form(self, id: str | None) -> Form | None:
        """The form with this id, or None for all, as this export divides them.

        Raises :class:`NoSuchText` where it does not.
        """
        if id is None and not self.of_each_form:
            return None
        if id is not None and self.of_each_form and id in FORMS:
            return FORMS[id]
        raise NoSuchText(self.name, id, self.forms)

    def text(self, form: Form | None = None) -> str:
        """The text for a form, or for all forms that are installed.

        Raises :class:`NoSuchText` where there is none, and :class:`~gxstats.MissingExtra` where a
        library is missing.
        """
        one = self.form(None if form is None else form.id)
        text: str = self.write(tuple(FORMS.values()) if one is None else (one,))
        return text

    def files(self) -> Mapping[str, str]:
        """The text of every file that is published, by its path under ``schema/engines/``.

        They are about the forms of this package, whatever else is installed.
        """
        own = tuple(FORMS.own.values())
        if self.of_each_form:
            return {self.path(form.id): self.write((form,)) for form in own}
        beside = {} if self.beside is None else self.beside(own)
        return {self.path(None): self.write(own), **beside}

    def path(self, id: str | None) -> str:
        """Where the text for a form, or for all forms, is committed."""
        return f"{self.name}/{self.stem}{'' if id is None else f'-{id}'}{self.suffix}"


_IN_ORDER: Final = (
    Export(
        name="duckdb",
        title=Bilingual("DuckDB 的表和视图", "tables and views for DuckDB"),
        suffix=".sql",
        write=Made("sql", "script", ("duckdb",)),
    ),
    Export(
        name="postgresql",
        title=Bilingual("PostgreSQL 的表和视图", "tables and views for PostgreSQL"),
        suffix=".sql",
        write=Made("sql", "script", ("postgres",)),
    ),
    Export(
        name="mysql",
        title=Bilingual("MySQL、MariaDB 的表和视图", "tables and views for MySQL and MariaDB"),
        suffix=".sql",
        write=Made("sql", "script", ("mysql",)),
    ),
    Export(
        name="columns",
        title=Bilingual(
            "SQL 和 R 中的列名与单元格对照（CSV）",
            "which cell each column of SQL and R holds (CSV)",
        ),
        suffix=".csv",
        write=Made("columns", "listing"),
    ),
    Export(
        name="javascript",
        title=Bilingual(
            "JavaScript 模块（npm 包）", "a module for JavaScript (a package for npm)"
        ),
        suffix=".js",
        stem="index",
        write=Made("javascript", "module"),
        beside=Made("javascript", "package_files"),
    ),
    Export(
        name="typescript",
        title=Bilingual("TypeScript 类型", "types for TypeScript"),
        suffix=".d.ts",
        write=Made("typescript", "declarations"),
    ),
    Export(
        name="validate",
        title=Bilingual(
            "R 的 validate 软件包的规则（YAML）", "rules for R's package validate (YAML)"
        ),
        suffix=".yaml",
        of_each_form=True,
        write=Made("validate_yaml", "rules_file"),
    ),
    Export(
        name="vtl",
        title=Bilingual("VTL 2.0 的层级规则集", "a hierarchical ruleset in VTL 2.0"),
        suffix=".vtl",
        of_each_form=True,
        write=Made("vtl", "ruleset"),
    ),
    Export(
        name="table-schema",
        title=Bilingual("宽表 CSV 的 Table Schema", "the Table Schema of the wide layout as CSV"),
        suffix=".json",
        write=Made("table_schema", "wide_text"),
    ),
    Export(
        name="table-schema-long",
        title=Bilingual("长表 CSV 的 Table Schema", "the Table Schema of the tidy layout as CSV"),
        suffix=".json",
        write=Made("table_schema", "long_text"),
    ),
)

EXPORTS: Final[Mapping[str, Export]] = {export.name: export for export in _IN_ORDER}
"""Every export by its name."""
