"""四、政府信息公开行政复议、行政诉讼情况: table four, the same in every edition.

One row of fifteen cells under three groups of columns; there is no grand total. In published
reports this is where sums go wrong most, with 总计 left at 0.
"""

from __future__ import annotations

from ...cells import Count, FormPart, column_group, count, form_part
from ...text import Bilingual
from ..rules import Rule, Strength
from ..topics import Topic
from ..units import CASES

__all__ = ["DisputeResults", "Disputes"]

LITIGATION = Bilingual("行政诉讼", "Administrative litigation")


@form_part
class DisputeResults(FormPart):
    """Cases (件) by result.

    Source: table four, columns 结果维持 to 总计 under each heading.
    """

    upheld: Count = count(Bilingual("结果维持", "Upheld"), unit=CASES)
    corrected: Count = count(Bilingual("结果纠正", "Corrected"), unit=CASES)
    other: Count = count(Bilingual("其他结果", "Other result"), unit=CASES)
    pending: Count = count(Bilingual("尚未审结", "Pending"), unit=CASES, topics=(Topic.PENDING,))
    total: Count = count(Bilingual("总计", "Total"), unit=CASES, topics=(Topic.TOTAL,))


@form_part
class Disputes(FormPart):
    """Table four: 15 cells.

    Source: 四、政府信息公开行政复议、行政诉讼情况, in the notices of 2019 and 2021 alike.
    """

    reconsideration: DisputeResults = column_group(
        Bilingual("行政复议", "Administrative reconsideration"), topics=(Topic.RECONSIDERATION,)
    )
    direct_litigation: DisputeResults = column_group(
        Bilingual("未经复议直接起诉", "Litigation filed without prior reconsideration"),
        under=(LITIGATION,),
        topics=(Topic.DIRECT_LITIGATION,),
    )
    litigation_after_reconsideration: DisputeResults = column_group(
        Bilingual("复议后起诉", "Litigation filed after reconsideration"),
        under=(LITIGATION,),
        topics=(Topic.LITIGATION_AFTER_RECONSIDERATION,),
    )


DISPUTE_RULES = (
    Rule(
        "disputes.total.{remedy}",
        "/disputes/{remedy}/total = sum of /disputes/{remedy}/*",
        Strength.IMPLIED,
        source=Bilingual("表四“总计”各列的名称", "Labels of the total columns of table four"),
        label=Bilingual("表四：总计＝各项之和", "Table 4: total = sum"),
    ),
)
