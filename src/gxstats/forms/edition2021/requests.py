"""三、收到和处理政府信息公开申请情况 as of 2021: （六）其他处理 is divided in three rows."""

from __future__ import annotations

from ...cells import FormPart, block, form_part, row
from ...text import Bilingual
from ..edition2019.applicants import ApplicantCounts
from ..edition2019.requests import (
    CARRIED_IN,
    CARRIED_OUT,
    GRANTED,
    NOT_PROCESSED,
    OTHER,
    OUTCOMES,
    PARTIALLY_GRANTED,
    RECEIVED,
    REFUSED,
    TOTAL,
    UNAVAILABLE,
    NotProcessed,
    Refused,
    Unavailable,
)
from ..topics import Topic

__all__ = ["OtherHandling", "Outcomes2021", "Requests2021"]


@form_part
class OtherHandling(FormPart):
    """（六）其他处理 as the 2021 form divides it.

    Source: 国办公开办函〔2021〕30号, table three, rows （六）1 to 3.
    """

    not_supplemented: ApplicantCounts = row(
        Bilingual(
            "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
            "Applicant did not clarify in time; request closed",
        )
    )
    fee_unpaid: ApplicantCounts = row(
        Bilingual(
            "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
            "Applicant did not pay the fee in time; request closed",
        )
    )
    miscellaneous: ApplicantCounts = row(Bilingual("3.其他", "Other"))


@form_part
class Outcomes2021(FormPart):
    """三、本年度办理结果, with （六）其他处理 divided in three.

    Source: 国办公开办函〔2021〕30号, table three, item 三.
    """

    granted: ApplicantCounts = row(GRANTED, topics=(Topic.GRANTED,))
    partially_granted: ApplicantCounts = row(PARTIALLY_GRANTED, topics=(Topic.PARTIALLY_GRANTED,))
    refused: Refused = block(REFUSED, topics=(Topic.REFUSED,))
    unavailable: Unavailable = block(UNAVAILABLE, topics=(Topic.UNAVAILABLE,))
    not_processed: NotProcessed = block(NOT_PROCESSED, topics=(Topic.NOT_PROCESSED,))
    other: OtherHandling = block(OTHER, topics=(Topic.OTHER_HANDLING,))
    total: ApplicantCounts = row(TOTAL, topics=(Topic.ALL_OUTCOMES,))


@form_part
class Requests2021(FormPart):
    """Table three of the 2021 form, with 25 data rows: 175 cells, requests (件).

    Source: 国办公开办函〔2021〕30号, 三、收到和处理政府信息公开申请情况.
    """

    received: ApplicantCounts = row(RECEIVED, topics=(Topic.RECEIVED,))
    carried_in: ApplicantCounts = row(CARRIED_IN, topics=(Topic.CARRIED_IN,))
    outcomes: Outcomes2021 = block(OUTCOMES, topics=(Topic.OUTCOMES,))
    carried_out: ApplicantCounts = row(CARRIED_OUT, topics=(Topic.CARRIED_OUT,))
