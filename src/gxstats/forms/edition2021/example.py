"""A report that is made up."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from ..narrative import Remark
from ..organ import Organ
from ..report import Example

__all__ = ["EXAMPLE"]

EXAMPLE: Final = Example(
    year=2023,
    organ=Organ(name="某市某局", scope="organ"),
    figures={
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
    },
    remarks=(Remark(cell="/disclosure/normative_documents/issued", printed="3（其中修订 1 件）"),),
)
