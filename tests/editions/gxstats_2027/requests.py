"""Table three as of 2027: one ground of （五）不予处理 is gone, and a row of （六）其他处理 is new."""

from __future__ import annotations

from gxstats.cells import FormPart, block, form_part, row
from gxstats.forms.edition2019.applicants import ApplicantCounts
from gxstats.forms.edition2019.requests import (
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
    Refused,
    Unavailable,
)
from gxstats.forms.topics import Topic
from gxstats.text import Bilingual

__all__ = ["NotProcessed2027", "OtherHandling2027", "Outcomes2027", "Requests2027"]


@form_part
class NotProcessed2027(FormPart):
    """（五）不予处理, without 要求提供公开出版物; what came after it is renumbered."""

    petition: ApplicantCounts = row(
        Bilingual("1.信访举报投诉类申请", "Petitions, tip-offs or complaints")
    )
    repeat: ApplicantCounts = row(Bilingual("2.重复申请", "Repeated requests"))
    excessive: ApplicantCounts = row(
        Bilingual(
            "3.无正当理由大量反复申请", "Excessive repeated requests without legitimate reason"
        )
    )
    reissue: ApplicantCounts = row(
        Bilingual(
            "4.要求行政机关确认或重新出具已获取信息",
            "Requests to confirm or reissue information already obtained",
        )
    )


@form_part
class OtherHandling2027(FormPart):
    """（六）其他处理, with 申请人主动撤回."""

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
    withdrawn: ApplicantCounts = row(Bilingual("4.申请人主动撤回", "Withdrawn by the applicant"))


@form_part
class Outcomes2027(FormPart):
    """三、本年度办理结果."""

    granted: ApplicantCounts = row(GRANTED, topics=(Topic.GRANTED,))
    partially_granted: ApplicantCounts = row(PARTIALLY_GRANTED, topics=(Topic.PARTIALLY_GRANTED,))
    refused: Refused = block(REFUSED, topics=(Topic.REFUSED,))
    unavailable: Unavailable = block(UNAVAILABLE, topics=(Topic.UNAVAILABLE,))
    not_processed: NotProcessed2027 = block(NOT_PROCESSED, topics=(Topic.NOT_PROCESSED,))
    other: OtherHandling2027 = block(OTHER, topics=(Topic.OTHER_HANDLING,))
    total: ApplicantCounts = row(TOTAL, topics=(Topic.ALL_OUTCOMES,))


@form_part
class Requests2027(FormPart):
    """Table three: 25 data rows."""

    received: ApplicantCounts = row(RECEIVED, topics=(Topic.RECEIVED,))
    carried_in: ApplicantCounts = row(CARRIED_IN, topics=(Topic.CARRIED_IN,))
    outcomes: Outcomes2027 = block(OUTCOMES, topics=(Topic.OUTCOMES,))
    carried_out: ApplicantCounts = row(CARRIED_OUT, topics=(Topic.CARRIED_OUT,))
