"""Every relation on every report of a corpus, in the engine that holds it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ..forms.report import FORMS
from .expressions import VERDICT, on_one_of, outcomes_of
from .extras import needed
from .names import IDENTITY
from .relations import ColumnRelation, column_relations
from .taking import keys_of, taken
from .tidying import ANSWER, judged, not_held, tidy

if TYPE_CHECKING:
    import narwhals as nw
    from narwhals.typing import IntoFrameT
else:
    nw = needed("narwhals")

__all__ = ["corpus_of", "findings", "outcomes", "with_findings"]


def outcomes(corpus: IntoFrameT, *, keys: Sequence[str] = IDENTITY) -> IntoFrameT:
    """For every report, what comes of each relation: a column a relation, named by its id.

    Each holds ``"held"``, ``"violated"`` or ``"undecided"``, as :func:`gxstats.check` finds it,
    and null where the report's form has no such relation. The column ``verdict`` sums up those
    that are binding. ``keys`` are the columns of the corpus that are kept, to know the reports
    by; the order of the reports is that of the corpus if the engine keeps one.

    The corpus is a frame in the wide layout (:func:`to_arrow`): of polars, lazy or not, of
    pandas, pyarrow or PySpark, or a relation of DuckDB; the answer is of the same kind, and lazy if the
    corpus is.

    >>> from gxstats import Organ, form
    >>> from gxstats.columnar import to_arrow
    >>> report = form("2021").report(
    ...     {"/requests/received/total": 7}, year=2023, organ=Organ(name="某局"))
    >>> outcomes(to_arrow([report])).column("requests.applicant_total.received").to_pylist()
    ['undecided']

    Raises :class:`~gxstats.columnar.InvalidColumns` where a column is missing or is not of its
    type, or a key is given twice or named as a column of the answer is, and :class:`~gxstats.MissingExtra` without narwhals.
    """
    relations = column_relations()
    keys = keys_of(keys, (VERDICT, *(relation.id for relation in relations)))
    frame = judged(corpus_of(corpus, relations, keys), relations)
    made = outcomes_of(relations, nw.col(on_one_of(FORMS)))
    answer: IntoFrameT = frame.select(*keys, *made).to_native()
    return answer


def findings(corpus: IntoFrameT, *, keys: Sequence[str] = IDENTITY) -> IntoFrameT:
    """The relations that do not hold: a row for each report and relation violated or undecided.

    Beside the ``keys``, columns of the corpus to know the reports by: ``relation`` (its id),
    ``strength``, ``outcome``, the two sides ``left`` and ``right``, null where a cell of that
    side is blank, and ``residual``, left minus right, null where either is. The order of the rows is
    the engine's. Soft relations are among them: their strength says so.

    >>> from gxstats import Organ, form
    >>> from gxstats.columnar import to_arrow
    >>> cells = {cell.address: 0 for cell in form("2021")}
    >>> cells["/disputes/reconsideration/upheld"] = 10
    >>> report = form("2021").report(cells, year=2023, organ=Organ(name="某局"))
    >>> [found] = findings(to_arrow([report])).to_pylist()
    >>> found["relation"], found["outcome"]
    ('disputes.total.reconsideration', 'violated')
    >>> found["left"], found["right"], found["residual"]
    (0, 10, -10)

    Takes and raises what :func:`outcomes` does.
    """
    relations = column_relations()
    keys = keys_of(keys, ANSWER)
    answer: IntoFrameT = tidy(corpus_of(corpus, relations, keys), relations, keys).to_native()
    return answer


def with_findings(corpus: IntoFrameT) -> IntoFrameT:
    """The reports of a corpus for which a relation is violated or undecided, with all columns.

    What needs a closer look is mostly a small part: :func:`findings` and :func:`slips` of these
    reports are those of the corpus, :func:`from_arrow` gives the reports themselves.

    Takes and raises what :func:`outcomes` does.
    """
    relations = column_relations()
    whole: Any = corpus
    frame = taken(whole, _columns(relations), ())
    columns = frame.collect_schema().names()
    answer: IntoFrameT = not_held(frame, relations).select(*columns).to_native()
    return answer


def corpus_of(corpus: Any, relations: Sequence[ColumnRelation], keys: Sequence[str]) -> Any:
    """The corpus as a narwhals frame, with the columns that are needed and no others."""
    used = _columns(relations)
    return taken(corpus, used, keys).select(*dict.fromkeys(["form", *keys, *used]))


def _columns(relations: Sequence[ColumnRelation]) -> list[str]:
    """The columns that the relations need."""
    return list(dict.fromkeys(column for relation in relations for column in relation.columns))
