"""三、收到和处理政府信息公开申请情况: table three, the heart of the form.

Every row has the seven columns of :class:`~gxstats.forms.edition2019.applicants.ApplicantCounts`. There is
no subtotal row for （三）（四）（五）（六）: those are headings.
"""

from __future__ import annotations

from ...cells import FormPart, block, form_part, row
from ...text import Bilingual
from ..rules import Rule, Strength
from ..topics import Topic
from .applicants import ApplicantCounts

__all__ = [
    "NotProcessed",
    "Outcomes2019",
    "Refused",
    "Requests2019",
    "Unavailable",
]

CROSS_CHECK_NOTE = Bilingual(
    "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
    "(Cross-check for each column: item one plus item two equals item three plus item four)",
)
"""The header cell of table three, as printed."""


@form_part
class Refused(FormPart):
    """（三）不予公开: requests refused, by ground (Articles 14 to 16 of the Regulations).

    Source: table three, rows （三）1 to 8.
    """

    state_secret: ApplicantCounts = row(Bilingual("1.属于国家秘密", "State secrets"))
    prohibited_by_law: ApplicantCounts = row(
        Bilingual(
            "2.其他法律行政法规禁止公开",
            "Disclosure prohibited by other laws or administrative regulations",
        )
    )
    security_stability: ApplicantCounts = row(
        Bilingual(
            "3.危及“三安全一稳定”",
            "Endangers national, public or economic security or social stability",
        )
    )
    third_party: ApplicantCounts = row(
        Bilingual(
            "4.保护第三方合法权益", "Protection of third parties' lawful rights and interests"
        )
    )
    internal_affairs: ApplicantCounts = row(
        Bilingual(
            "5.属于三类内部事务信息",
            "Internal affairs (personnel, logistics, internal workflow)",
        )
    )
    process_information: ApplicantCounts = row(
        Bilingual(
            "6.属于四类过程性信息",
            "Process information (discussion records, drafts, consultation letters, "
            "requests for instructions and reports)",
        )
    )
    enforcement_files: ApplicantCounts = row(
        Bilingual("7.属于行政执法案卷", "Administrative enforcement case files")
    )
    inquiry_matters: ApplicantCounts = row(
        Bilingual("8.属于行政查询事项", "Covered by a separate statutory inquiry procedure")
    )


@form_part
class Unavailable(FormPart):
    """（四）无法提供: requests that the organ was unable to answer with information.

    Source: table three, rows （四）1 to 3.
    """

    not_held: ApplicantCounts = row(
        Bilingual("1.本机关不掌握相关政府信息", "Information not held by this organ")
    )
    needs_creation: ApplicantCounts = row(
        Bilingual("2.没有现成信息需要另行制作", "No existing record; would have to be created")
    )
    unclear: ApplicantCounts = row(
        Bilingual("3.补正后申请内容仍不明确", "Request still unclear after clarification")
    )


@form_part
class NotProcessed(FormPart):
    """（五）不予处理: requests that were not processed, by ground.

    Source: table three, rows （五）1 to 5.
    """

    petition: ApplicantCounts = row(
        Bilingual("1.信访举报投诉类申请", "Petitions, tip-offs or complaints")
    )
    repeat: ApplicantCounts = row(Bilingual("2.重复申请", "Repeated requests"))
    publications: ApplicantCounts = row(
        Bilingual("3.要求提供公开出版物", "Requests for published works")
    )
    excessive: ApplicantCounts = row(
        Bilingual(
            "4.无正当理由大量反复申请", "Excessive repeated requests without legitimate reason"
        )
    )
    reissue: ApplicantCounts = row(
        Bilingual(
            "5.要求行政机关确认或重新出具已获取信息",
            "Requests to confirm or reissue information already obtained",
        )
    )


# Labels that later editions print alike.
GRANTED = Bilingual("（一）予以公开", "(1) Granted in full")
PARTIALLY_GRANTED = Bilingual(
    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
    "(2) Granted in part (count a severed request here only)",
)
REFUSED = Bilingual("（三）不予公开", "(3) Refused")
UNAVAILABLE = Bilingual("（四）无法提供", "(4) Unable to provide")
NOT_PROCESSED = Bilingual("（五）不予处理", "(5) Not processed")
OTHER = Bilingual("（六）其他处理", "(6) Other outcomes")
TOTAL = Bilingual("（七）总计", "(7) Total")
RECEIVED = Bilingual("一、本年新收政府信息公开申请数量", "1. New requests received this year")
CARRIED_IN = Bilingual(
    "二、上年结转政府信息公开申请数量", "2. Requests carried over from the previous year"
)
OUTCOMES = Bilingual("三、本年度办理结果", "3. Outcomes of requests handled this year")
CARRIED_OUT = Bilingual("四、结转下年度继续办理", "4. Requests carried over to next year")


@form_part
class Outcomes2019(FormPart):
    """三、本年度办理结果, with （六）其他处理 as one row.

    Source: 国办公开办函〔2019〕60号, table three, item 三. Organs that fill in the 2021 form
    sometimes print it this way too.
    """

    granted: ApplicantCounts = row(GRANTED, topics=(Topic.GRANTED,))
    partially_granted: ApplicantCounts = row(PARTIALLY_GRANTED, topics=(Topic.PARTIALLY_GRANTED,))
    refused: Refused = block(REFUSED, topics=(Topic.REFUSED,))
    unavailable: Unavailable = block(UNAVAILABLE, topics=(Topic.UNAVAILABLE,))
    not_processed: NotProcessed = block(NOT_PROCESSED, topics=(Topic.NOT_PROCESSED,))
    other: ApplicantCounts = row(OTHER, topics=(Topic.OTHER_HANDLING,))
    total: ApplicantCounts = row(TOTAL, topics=(Topic.ALL_OUTCOMES,))


@form_part
class Requests2019(FormPart):
    """Table three with 23 data rows: 161 cells, requests (件).

    The table of the 2019 form, and of a 2021 report that prints （六）其他处理 undivided.
    Source: 国办公开办函〔2019〕60号, 三、收到和处理政府信息公开申请情况.
    """

    received: ApplicantCounts = row(RECEIVED, topics=(Topic.RECEIVED,))
    carried_in: ApplicantCounts = row(CARRIED_IN, topics=(Topic.CARRIED_IN,))
    outcomes: Outcomes2019 = block(OUTCOMES, topics=(Topic.OUTCOMES,))
    carried_out: ApplicantCounts = row(CARRIED_OUT, topics=(Topic.CARRIED_OUT,))


REQUEST_RULES = (
    Rule(
        "requests.balance.{applicant}",
        "/requests/received/{applicant} + /requests/carried_in/{applicant}"
        " = /requests/outcomes/total/{applicant} + /requests/carried_out/{applicant}",
        Strength.STATED,
        source=Bilingual(
            f"表三表头：{CROSS_CHECK_NOTE.zh}", f"Header of table three: {CROSS_CHECK_NOTE.en}"
        ),
        note=Bilingual(
            f"“第三项”取其{TOTAL.zh}一行", f'"item three" is read as its row {TOTAL.en}'
        ),
        label=Bilingual(
            "表三各列：第一项＋第二项＝第三项＋第四项",
            "Table 3, each column: items 1 + 2 = items 3 + 4",
        ),
    ),
    Rule(
        "requests.outcome_total.{applicant}",
        "/requests/outcomes/total/{applicant} = sum of /requests/outcomes/**/{applicant}",
        Strength.IMPLIED,
        source=Bilingual(
            f"表三“{TOTAL.zh}”一行的名称", f"Label of the row {TOTAL.en} of table three"
        ),
        label=Bilingual(
            f"表三各列：{TOTAL.zh}＝各项之和",
            f"Table 3, each column: {TOTAL.en} = sum of outcomes",
        ),
    ),
    Rule(
        "requests.applicant_total.{row}",
        "/requests/{row}/total = sum of /requests/{row}/*",
        Strength.IMPLIED,
        source=Bilingual("表三“总计”一列的名称", "Label of the column total of table three"),
        label=Bilingual("表三各行：总计＝各列之和", "Table 3, each row: total = sum of columns"),
    ),
)

REQUEST_YEAR_RULES = (
    Rule(
        "requests.carried_over.{applicant}",
        "/requests/carried_in/{applicant} = previous:/requests/carried_out/{applicant}",
        Strength.IMPLIED,
        source=Bilingual(
            f"表三两行的名称：本年的“{CARRIED_IN.zh}”，上年的“{CARRIED_OUT.zh}”",
            f'Labels of two rows of table three: "{CARRIED_IN.en}" this year, '
            f'"{CARRIED_OUT.en}" the year before',
        ),
    ),
)
"""What ties a report to that of the year before, on the same form or another."""
