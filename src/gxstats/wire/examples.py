"""Examples of report documents, for the schemas.

The figures of 2019 are those that 安阳市殷都区人民政府 published for that year (figures only);
those of 2021 are made up.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from ..cells import CellValue
from ..forms.narrative import Remark
from ..forms.organ import Organ
from ..forms.report import Report, form
from .converting import to_dict

__all__ = ["examples", "yindu_2019"]

_YINDU_2019: Final[dict[str, CellValue]] = {
    "/disclosure/administrative_licensing/prior_items": 187,
    "/disclosure/administrative_licensing/decisions": 3962,
    "/disclosure/other_external_services/prior_items": 530,
    "/disclosure/other_external_services/decisions": 15635,
    "/disclosure/administrative_penalty/prior_items": 2499,
    "/disclosure/administrative_penalty/decisions": 1219,
    "/disclosure/administrative_compulsion/prior_items": 117,
    "/disclosure/administrative_compulsion/decisions": 17,
    "/disclosure/administrative_fees/prior_items": 22,
    "/disclosure/administrative_fees/change": None,
    "/disclosure/centralized_procurement/projects": 39,
    "/disclosure/centralized_procurement/amount": Decimal("4875.699"),
    "/requests/received/natural_person": 48,
    "/requests/received/commercial_enterprise": 1,
    "/requests/received/research_institution": 1,
    "/requests/received/total": 50,
    "/requests/outcomes/granted/natural_person": 43,
    "/requests/outcomes/granted/research_institution": 1,
    "/requests/outcomes/granted/total": 44,
    "/requests/outcomes/refused/prohibited_by_law/natural_person": 2,
    "/requests/outcomes/refused/prohibited_by_law/commercial_enterprise": 1,
    "/requests/outcomes/refused/prohibited_by_law/total": 3,
    "/requests/outcomes/other/natural_person": 3,
    "/requests/outcomes/other/total": 3,
    "/requests/outcomes/total/natural_person": 48,
    "/requests/outcomes/total/commercial_enterprise": 1,
    "/requests/outcomes/total/research_institution": 1,
    "/requests/outcomes/total/total": 50,
    "/disputes/reconsideration/pending": 2,
    "/disputes/reconsideration/total": 2,
    "/disputes/direct_litigation/corrected": 1,
    "/disputes/direct_litigation/total": 1,
}
"""The cells that are not 0."""

_MADE_UP: Final[dict[str, CellValue]] = {
    "/disclosure/normative_documents/issued": 3,
    "/disclosure/normative_documents/in_force": 27,
    "/disclosure/administrative_licensing/decisions": 1204,
    "/disclosure/administrative_fees/amount": Decimal("35.0625"),
    "/requests/received/natural_person": 12,
    "/requests/received/total": 12,
    "/requests/carried_in/natural_person": 1,
    "/requests/carried_in/total": 1,
    "/requests/outcomes/granted/natural_person": 9,
    "/requests/outcomes/granted/total": 9,
    "/requests/outcomes/unavailable/not_held/natural_person": 2,
    "/requests/outcomes/unavailable/not_held/total": 2,
    "/requests/outcomes/total/natural_person": 11,
    "/requests/outcomes/total/total": 11,
    "/requests/carried_out/natural_person": 2,
    "/requests/carried_out/total": 2,
    "/disputes/reconsideration/upheld": 1,
    "/disputes/reconsideration/total": 1,
}


def yindu_2019() -> Report:
    """The figures that 安阳市殷都区人民政府 published for 2019."""
    return _report("2019", _YINDU_2019, 2019, Organ(name="安阳市殷都区人民政府", scope="region"))


def examples(form_id: str) -> list[dict[str, Any]]:
    """Example documents on a form, as JSON values."""
    if form_id == "2019":
        return [_json(yindu_2019())]
    remark = Remark(cell="/disclosure/normative_documents/issued", printed="3（其中修订 1 件）")
    return [_json(_report(form_id, _MADE_UP, 2023, Organ(name="某市某局", scope="organ"), remark))]


def _report(
    form_id: str, cells: dict[str, CellValue], year: int, organ: Organ, *remarks: Remark
) -> Report:
    zeros: dict[str, CellValue] = dict.fromkeys(form(form_id).index, 0)
    return form(form_id).report(zeros | cells, year=year, organ=organ, remarks=remarks)


def _json(report: Report) -> dict[str, Any]:
    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: plain(inner) for key, inner in value.items()}
        # A schema is published as JSON; these few digits survive the float unharmed.
        return float(value) if isinstance(value, Decimal) else value

    return {key: plain(value) for key, value in to_dict(report).items()}
