"""二、主动公开政府信息情况: table two, which the two editions share least.

The rows follow the items of Article 20 of the Regulations (第二十条第（一）（五）（六）（八）（九）项).
"""

from __future__ import annotations

from ..cells import Amount, Change, Count, FormPart, amount, change, count, form_part, row
from ..text import Bilingual
from .rules import Rule, Strength
from .units import DECISIONS, DOCUMENTS, ITEMS, PROJECTS, TEN_THOUSAND_YUAN

__all__ = [
    "DecisionCount",
    "Disclosure2019",
    "Disclosure2021",
    "DocumentsInForce",
    "DocumentsPublished",
    "FeeAmount",
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

# --- the 2019 table -------------------------------------------------------------------------


@form_part
class DocumentsPublished(FormPart):
    """Item (1) of the 2019 form: documents (件) made and published.

    Source: 国办公开办函〔2019〕60号, table two, 第二十条第（一）项.
    """

    made: Count = count(Bilingual("本年新制作数量", "Newly made this year"), unit=DOCUMENTS)
    published: Count = count(
        Bilingual("本年新公开数量", "Newly disclosed this year"), unit=DOCUMENTS
    )
    published_total: Count = count(
        Bilingual("对外公开总数量", "Total disclosed to the public"), unit=DOCUMENTS
    )


@form_part
class ItemsAndDecisions(FormPart):
    """Items (5) and (6) of the 2019 form: items (项) on the books, and decisions (件).

    ``change`` is signed: 本年增/减, the increase or decrease in the number of items.
    Source: 国办公开办函〔2019〕60号, table two, 第二十条第（五）（六）项.
    """

    prior_items: Count = count(
        Bilingual("上一年项目数量", "Number of items in the previous year"), unit=ITEMS
    )
    change: Change = change(Bilingual("本年增/减", "Increase/decrease this year"), unit=ITEMS)
    decisions: Count = count(Bilingual("处理决定数量", "Number of decisions"), unit=DECISIONS)


@form_part
class FeeItems(FormPart):
    """Item (8) of the 2019 form: fee items (项) on the books.

    Source: 国办公开办函〔2019〕60号, table two, 第二十条第（八）项.
    """

    prior_items: Count = count(
        Bilingual("上一年项目数量", "Number of items in the previous year"), unit=ITEMS
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

    rules: DocumentsPublished = row(RULES, under=ITEM_1)
    normative_documents: DocumentsPublished = row(
        Bilingual("规范性文件", "Normative documents"), under=ITEM_1
    )
    administrative_licensing: ItemsAndDecisions = row(LICENSING, under=ITEM_5)
    other_external_services: ItemsAndDecisions = row(
        Bilingual("其他对外管理服务事项", "Other external management and service matters"),
        under=ITEM_5,
    )
    administrative_penalty: ItemsAndDecisions = row(PENALTY, under=ITEM_6)
    administrative_compulsion: ItemsAndDecisions = row(COMPULSION, under=ITEM_6)
    administrative_fees: FeeItems = row(FEES, under=ITEM_8)
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

# --- the 2021 table -------------------------------------------------------------------------


@form_part
class DocumentsInForce(FormPart):
    """Item (1) of the 2021 form: documents (件) issued, repealed and in force.

    Source: 国办公开办函〔2021〕30号, table two, 第二十条第（一）项.
    """

    issued: Count = count(Bilingual("本年制发件数", "Issued this year"), unit=DOCUMENTS)
    repealed: Count = count(Bilingual("本年废止件数", "Repealed this year"), unit=DOCUMENTS)
    in_force: Count = count(Bilingual("现行有效件数", "Currently in force"), unit=DOCUMENTS)


@form_part
class DecisionCount(FormPart):
    """Items (5) and (6) of the 2021 form: decisions (件) made in the year.

    Source: 国办公开办函〔2021〕30号, table two, 第二十条第（五）（六）项.
    """

    decisions: Count = count(
        Bilingual("本年处理决定数量", "Decisions made this year"), unit=DECISIONS
    )


@form_part
class FeeAmount(FormPart):
    """Item (8) of the 2021 form: fees charged in the year, in 万元 (10,000 yuan).

    Not to be confused with 信息处理费, which section six reports, in yuan.
    Source: 国办公开办函〔2021〕30号, table two, 第二十条第（八）项.
    """

    amount: Amount = amount(
        Bilingual("本年收费金额（单位：万元）", "Amount charged this year (10,000 yuan)"),
        unit=TEN_THOUSAND_YUAN,
    )


@form_part
class Disclosure2021(FormPart):
    """Table two of the 2021 form: 10 cells.

    Source: 国办公开办函〔2021〕30号, 二、主动公开政府信息情况.
    """

    rules: DocumentsInForce = row(RULES, under=ITEM_1)
    normative_documents: DocumentsInForce = row(
        Bilingual("行政规范性文件", "Administrative normative documents"), under=ITEM_1
    )
    administrative_licensing: DecisionCount = row(LICENSING, under=ITEM_5)
    administrative_penalty: DecisionCount = row(PENALTY, under=ITEM_6)
    administrative_compulsion: DecisionCount = row(COMPULSION, under=ITEM_6)
    administrative_fees: FeeAmount = row(FEES, under=ITEM_8)


RULES_2021 = (
    Rule(
        "disclosure.issued_still_counted.{row}",
        "/disclosure/{row}/issued <= /disclosure/{row}/in_force + /disclosure/{row}/repealed",
        Strength.SOFT,
        source=Bilingual(
            "本年制发的文件，年末不是现行有效就是已经废止",
            "a document issued this year is at its end either in force or repealed",
        ),
    ),
)

DISCLOSURE_YEAR_RULES_2021 = (
    Rule(
        "disclosure.in_force_rollforward.{row}",
        "/disclosure/{row}/in_force = previous:/disclosure/{row}/in_force"
        " + /disclosure/{row}/issued - /disclosure/{row}/repealed",
        Strength.SOFT,
        source=Bilingual(
            "上年末现行有效的，加本年制发的，减本年废止的",
            "what was in force a year ago, with what was issued and without what was repealed",
        ),
        note=Bilingual(
            "通知中没有写明；修改、失效和口径变化都会使它不成立",
            "not seen in the notice; amendments, expiry and changes of scope break it",
        ),
    ),
)
"""What ties table two of the 2021 form to that of the year before."""
