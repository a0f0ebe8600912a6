"""二、主动公开政府信息情况: table two of the form of 2019.

The rows follow the items of Article 20 of the Regulations (第二十条第（一）（五）（六）（八）（九）项).
"""

from __future__ import annotations

from ...cells import Amount, Change, Count, FormPart, amount, change, count, form_part, row
from ...text import Bilingual
from ..rules import Rule, Strength
from ..topics import Topic
from ..units import DECISIONS, DOCUMENTS, ITEMS, PROJECTS, TEN_THOUSAND_YUAN

__all__ = [
    "Disclosure2019",
    "DocumentsPublished",
    "FeeItems",
    "ItemsAndDecisions",
    "Procurement",
]

ITEM_1 = (Bilingual("第二十条第（一）项", "Article 20, item (1)"),)
ITEM_5 = (Bilingual("第二十条第（五）项", "Article 20, item (5)"),)
ITEM_6 = (Bilingual("第二十条第（六）项", "Article 20, item (6)"),)
ITEM_8 = (Bilingual("第二十条第（八）项", "Article 20, item (8)"),)
ITEM_9 = (Bilingual("第二十条第（九）项", "Article 20, item (9)"),)

CONTENT = Bilingual("信息内容", "Kind of information")
"""Head of the column of row labels in every block of table two, as printed."""

RULES = Bilingual("规章", "Rules")
LICENSING = Bilingual("行政许可", "Administrative licensing")
PENALTY = Bilingual("行政处罚", "Administrative penalties")
COMPULSION = Bilingual("行政强制", "Administrative compulsion")
FEES = Bilingual("行政事业性收费", "Administrative and public-institution fees")


@form_part
class DocumentsPublished(FormPart):
    """Item (1) of the 2019 form: documents (件) made and published.

    Source: 国办公开办函〔2019〕60号, table two, 第二十条第（一）项.
    """

    made: Count = count(
        Bilingual("本年新制作数量", "Newly made this year"), unit=DOCUMENTS, topics=(Topic.ISSUED,)
    )
    published: Count = count(
        Bilingual("本年新公开数量", "Newly disclosed this year"),
        unit=DOCUMENTS,
        topics=(Topic.PUBLISHED,),
    )
    published_total: Count = count(
        Bilingual("对外公开总数量", "Total disclosed to the public"),
        unit=DOCUMENTS,
        topics=(Topic.STOCK,),
    )


@form_part
class ItemsAndDecisions(FormPart):
    """Items (5) and (6) of the 2019 form: items (项) on the books, and decisions (件).

    ``change`` is signed: 本年增/减, the increase or decrease in the number of items.
    Source: 国办公开办函〔2019〕60号, table two, 第二十条第（五）（六）项.
    """

    prior_items: Count = count(
        Bilingual("上一年项目数量", "Number of items in the previous year"),
        unit=ITEMS,
        topics=(Topic.STOCK,),
    )
    change: Change = change(Bilingual("本年增/减", "Increase/decrease this year"), unit=ITEMS)
    decisions: Count = count(
        Bilingual("处理决定数量", "Number of decisions"), unit=DECISIONS, topics=(Topic.DECISIONS,)
    )


@form_part
class FeeItems(FormPart):
    """Item (8) of the 2019 form: fee items (项) on the books.

    Source: 国办公开办函〔2019〕60号, table two, 第二十条第（八）项.
    """

    prior_items: Count = count(
        Bilingual("上一年项目数量", "Number of items in the previous year"),
        unit=ITEMS,
        topics=(Topic.STOCK,),
    )
    change: Change = change(Bilingual("本年增/减", "Increase/decrease this year"), unit=ITEMS)


@form_part
class Procurement(FormPart):
    """Item (9) of the 2019 form: centralized procurement, projects (个) and money (万元).

    Source: 国办公开办函〔2019〕60号, table two, 第二十条第（九）项.
    """

    projects: Count = count(
        Bilingual("采购项目数量", "Number of procurement projects"), unit=PROJECTS
    )
    amount: Amount = amount(
        Bilingual("采购总金额", "Total procurement amount"), unit=TEN_THOUSAND_YUAN
    )


@form_part
class Disclosure2019(FormPart):
    """Table two of the 2019 form: 22 cells.

    Source: 国办公开办函〔2019〕60号, 二、主动公开政府信息情况.
    """

    rules: DocumentsPublished = row(RULES, under=ITEM_1, topics=(Topic.RULES,))
    normative_documents: DocumentsPublished = row(
        Bilingual("规范性文件", "Normative documents"),
        under=ITEM_1,
        topics=(Topic.NORMATIVE_DOCUMENTS,),
    )
    administrative_licensing: ItemsAndDecisions = row(
        LICENSING, under=ITEM_5, topics=(Topic.LICENSING,)
    )
    other_external_services: ItemsAndDecisions = row(
        Bilingual("其他对外管理服务事项", "Other external management and service matters"),
        under=ITEM_5,
    )
    administrative_penalty: ItemsAndDecisions = row(PENALTY, under=ITEM_6, topics=(Topic.PENALTY,))
    administrative_compulsion: ItemsAndDecisions = row(
        COMPULSION, under=ITEM_6, topics=(Topic.COMPULSION,)
    )
    administrative_fees: FeeItems = row(FEES, under=ITEM_8, topics=(Topic.FEES,))
    centralized_procurement: Procurement = row(
        Bilingual("政府集中采购", "Centralized government procurement"), under=ITEM_9
    )


RULES_2019 = (
    Rule(
        "disclosure.published_within_total.{row}",
        "/disclosure/{row}/published <= /disclosure/{row}/published_total",
        Strength.SOFT,
        source=Bilingual("由“总数量”一词推想", 'suggested by the words "total disclosed"'),
        note=Bilingual("所见文件均未明示", "not stated in anything seen"),
    ),
    Rule(
        "disclosure.items_nonnegative.{row}",
        "0 <= /disclosure/{row}/prior_items + /disclosure/{row}/change",
        Strength.SOFT,
        source=Bilingual("项目数量减少后不应为负", "a number of items cannot fall below zero"),
    ),
)

DISCLOSURE_YEAR_RULES_2019 = (
    Rule(
        "disclosure.published_total_rollforward.{row}",
        "/disclosure/{row}/published_total = previous:/disclosure/{row}/published_total"
        " + /disclosure/{row}/published",
        Strength.SOFT,
        source=Bilingual(
            "上年末对外公开的总数，加本年新公开的",
            "what was disclosed in total a year ago, with what was newly disclosed",
        ),
        note=Bilingual(
            "通知中没有写明；废止、撤下和口径变化都会使它不成立",
            "not seen in the notice; repeals, withdrawals and changes of scope break it",
        ),
    ),
    Rule(
        "disclosure.items_rollforward.{row}",
        "/disclosure/{row}/prior_items = previous:/disclosure/{row}/prior_items"
        " + previous:/disclosure/{row}/change",
        Strength.SOFT,
        source=Bilingual(
            "上年报告的上一年项目数量，加上年的增/减",
            "the items of the year before last, with the increase or decrease of last year",
        ),
        note=Bilingual(
            "通知中没有写明；清单调整和口径变化都会使它不成立",
            "not seen in the notice; revised lists and changes of scope break it",
        ),
    ),
)
"""What ties table two of the 2019 form to that of the year before."""
