"""The figures that 安阳市殷都区人民政府 published for 2019."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from ..organ import Organ
from ..report import Example

__all__ = ["EXAMPLE"]

EXAMPLE: Final = Example(
    year=2019,
    organ=Organ(name="安阳市殷都区人民政府", scope="region"),
    figures={
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
    },
)
