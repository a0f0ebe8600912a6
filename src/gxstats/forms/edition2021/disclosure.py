"""二、主动公开政府信息情况: table two of the form of 2021."""

from __future__ import annotations

from ...cells import Amount, Count, FormPart, amount, count, form_part, row
from ...text import Bilingual
from ..edition2019.disclosure import (
    COMPULSION,
    FEES,
    ITEM_1,
    ITEM_5,
    ITEM_6,
    ITEM_8,
    LICENSING,
    PENALTY,
    RULES,
)
from ..rules import Rule, Strength
from ..topics import Topic
from ..units import DECISIONS, DOCUMENTS, TEN_THOUSAND_YUAN

__all__ = ["DecisionCount", "Disclosure2021", "DocumentsInForce", "FeeAmount"]


@form_part
class DocumentsInForce(FormPart):
    """Item (1) of the 2021 form: documents (件) issued, repealed and in force.

    Source: 国办公开办函〔2021〕30号, table two, 第二十条第（一）项.
    """

    issued: Count = count(
        Bilingual("本年制发件数", "Issued this year"), unit=DOCUMENTS, topics=(Topic.ISSUED,)
    )
    repealed: Count = count(
        Bilingual("本年废止件数", "Repealed this year"), unit=DOCUMENTS, topics=(Topic.REPEALED,)
    )
    in_force: Count = count(
        Bilingual("现行有效件数", "Currently in force"),
        unit=DOCUMENTS,
        topics=(Topic.IN_FORCE, Topic.STOCK),
    )


@form_part
class DecisionCount(FormPart):
    """Items (5) and (6) of the 2021 form: decisions (件) made in the year.

    Source: 国办公开办函〔2021〕30号, table two, 第二十条第（五）（六）项.
    """

    decisions: Count = count(
        Bilingual("本年处理决定数量", "Decisions made this year"),
        unit=DECISIONS,
        topics=(Topic.DECISIONS,),
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
        topics=(Topic.CHARGED,),
    )


@form_part
class Disclosure2021(FormPart):
    """Table two of the 2021 form: 10 cells.

    Source: 国办公开办函〔2021〕30号, 二、主动公开政府信息情况.
    """

    rules: DocumentsInForce = row(RULES, under=ITEM_1, topics=(Topic.RULES,))
    normative_documents: DocumentsInForce = row(
        Bilingual("行政规范性文件", "Administrative normative documents"),
        under=ITEM_1,
        topics=(Topic.NORMATIVE_DOCUMENTS,),
    )
    administrative_licensing: DecisionCount = row(
        LICENSING, under=ITEM_5, topics=(Topic.LICENSING,)
    )
    administrative_penalty: DecisionCount = row(PENALTY, under=ITEM_6, topics=(Topic.PENALTY,))
    administrative_compulsion: DecisionCount = row(
        COMPULSION, under=ITEM_6, topics=(Topic.COMPULSION,)
    )
    administrative_fees: FeeAmount = row(FEES, under=ITEM_8, topics=(Topic.FEES,))


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
