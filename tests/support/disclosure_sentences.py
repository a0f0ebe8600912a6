"""Sentences as reports write them, with the number that they state known by construction.

All of them are made up. What they may mean is written down here once more, by attribute, and not
taken from the code under test.
"""

from __future__ import annotations

from hypothesis import strategies as st

REQUESTS = {
    "rules_issued": ["本年度我局制定规章{}件", "全年出台部门规章{}部"],
    "rules_repealed": ["本年废止规章{}件", "宣布废止{}件规章"],
    "rules_in_force": ["现行有效规章{}件", "规章现行有效件数为{}件"],
    "documents_issued": [
        "全年制发行政规范性文件{}件",
        "2023年，我局新制定并印发规范性文件{}份",
        "全年共制定出台{}件行政规范性文件",
        "行政规范性文件本年制发件数：{}件",
    ],
    "documents_repealed": ["依法废止行政规范性文件{}件", "全年废止和宣布失效规范性文件{}件"],
    "documents_in_force": [
        "现行有效的规范性文件共{}件",
        "截至2023年底，现有现行有效行政规范性文件{}件",
    ],
    "received": [
        "全年共收到政府信息公开申请{}件",
        "全年共收到政府信息公开申请{}件次",
        "收到政府信息公开申请共计{}件（次）",
        "本单位共受理{}份“依申请公开”政府信息的申请",
        "本年新收政府信息公开申请数量为{}件",
        "本年度共受理依申请公开{}件",
        "收到公民、法人和其他组织提交的政府信息公开申请{}件",
        "我单位收到网上、信函等方式提交的政府信息公开申请共计{}份",
        "全年收到{}件政府信息公开申请",
        "累计接收信息公开申请件{}件",
    ],
    "handled": ["全年共收到和办理依申请公开{}件", "共办理政府信息公开申请{}件"],
    "on_request": ["全年依申请公开{}件", "我局依申请公开件共计{}件", "全年共有依申请公开数量{}份"],
    "answered": [
        "全年共答复政府信息公开申请{}件",
        "完成政府信息依申请公开答复{}件",
        "全年收到若干信息公开申请，办结信息公开申请{}件",
        "政府信息公开申请已经答复{}件次",
    ],
    "carried_in": [
        "上年结转政府信息公开申请{}件",
        "政府信息公开申请中，上年度结转{}件",
        "包括上一年结转信息公开申请{}件",
        "上年转结政府信息公开申请{}件",
        "信息公开申请中，去年接转{}件次",
    ],
    "carried_out": [
        "政府信息公开申请结转下年度继续办理{}件",
        "依申请公开方面，结转至下一年度办理{}件",
        "依申请公开方面，另有{}件结转下年度",
        "政府信息公开申请转结下年度{}件",
        "政府信息公开申请方面，结转至2024年继续办理{}件",
        "政府信息公开申请方面，剩余{}件顺延至下一年办理",
    ],
    "granted": [
        "对政府信息公开申请，予以公开{}件",
        "依申请公开中，其中予以公开答复{}件",
        "对政府信息公开申请，“予以公开”{}件",
        "对政府信息公开申请，作出「予以公开」决定{}件",
        "对政府信息公开申请，{}件予以公开",
        "办理结果为“予以公开”{}件",
        "信息公开申请答复结果：“予以公开”{}项",
    ],
    "partially_granted": ["对政府信息公开申请，部分公开{}件", "依申请公开中，部分予以公开{}件"],
    "refused": [
        "对政府信息公开申请，不予公开{}件",
        "依申请公开中，决定不予公开的{}件",
        "依申请公开中，'不予公开'{}件",
        "办理结果为“不予公开”的{}件",
    ],
    "unavailable": ["对政府信息公开申请，无法提供{}件", "依申请公开中，无法提供的{}件"],
    "not_processed": ["对政府信息公开申请，不予处理{}件", "依申请公开中，不予处理的{}件"],
    "reconsideration": [
        "因政府信息公开被申请行政复议{}件",
        "政府信息公开行政复议案件共{}件",
        "因政府信息公开发生{}起行政复议案件",
        "因政府信息公开产生行政复议{}件次",
        "因政府信息公开发生“行政复议”案件{}件",
    ],
    "litigation": [
        "因政府信息公开被提起行政诉讼{}件",
        "政府信息公开行政诉讼案件{}起",
        "因政府信息公开产生行政诉讼{}宗",
    ],
}
"""By subject: sentences that state its number."""

NONE = {
    "rules_issued": ["本年度未制定规章"],
    "documents_issued": ["全年未制发行政规范性文件", "我局没有新出台规范性文件"],
    "documents_repealed": ["本年未废止规范性文件"],
    "received": [
        "全年未收到政府信息公开申请",
        "本年度没有收到依申请公开事项",
        "我局无依申请公开件",
    ],
    "carried_out": [
        "政府信息公开申请无结转下年度",
        "政府信息公开申请无结转2024年办理件",
        "依申请公开方面，没有下一年度结转申请",
    ],
    "reconsideration": ["未发生因政府信息公开引起的行政复议", "政府信息公开方面无行政复议案件"],
    "litigation": ["未发生因政府信息公开引起的行政诉讼", "政府信息公开方面无行政诉讼"],
}
"""By subject: sentences that state that there is none."""

ELSEWHERE = [
    "去年共收到政府信息公开申请{}件，办结{}件",
    "2022年收到政府信息公开申请{}件，其中予以公开{}件",
    "2022年制发规范性文件{}件，废止规范性文件{}件",
    "备案审查规范性文件{}件，公开规范性文件{}件",
    "主动公开市政府规章{}件，其中新制定{}件",
    "各部门制发规范性文件{}件，以市政府名义制发规范性文件{}件",
    "近三年共制发规范性文件{}件，废止{}件",
    "制定规章制度{}项，制定规范性文件管理办法{}件",
    "上半年，制发规范性文件{}件，废止{}件",
    "市政府制定规章{}件、规范性文件{}件",
    "政府信息公开申请结转至2022年{}件，结转2021年办理{}件",
    "较上年政府信息公开申请增加{}件，行政诉讼减少{}件",
    "全年主动公开政府信息{}条，公开文件{}份",
    "信息公开方面，处理群众留言{}条，办理信访件{}件",
    "政府信息公开申请的办结率为{}%，按时答复率{}%",
    "截至2023年12月31日，信息公开栏目{}个，访问{}次",
    "收到政府信息公开申请{}余件，答复{}件左右",
    "其中，网上收到政府信息公开申请{}件，当面收到信息公开申请{}件",
    "上半年收到政府信息公开申请{}件，予以公开{}件",
    "区政府办公室代表区政府受理政府信息公开申请{}件，不予公开{}件",
    "收到政府信息公开申请后，{}个工作日内答复，延期不超过{}日",
    "因政府信息公开被申请行政复议，其中维持{}件，纠正{}件",
    "全年受理行政复议案件{}件，审理信息公开行政诉讼案件{}件",
    "2024年将规范政府信息公开申请办理，力争予以公开{}件，不予公开{}件",
    "全年办理政协提案{}件，办理结果为“予以公开”{}件",
    "全年办理人大代表建议{}件。办理结果为“予以公开”{}件",
    "主动公开政府信息{}条，依申请公开{}件",
    "依申请公开信息{}条，依申请公开政策文件{}件",
    "政府信息公开申请中，予以公开或部分公开{}件，因不掌握无法提供{}件",
]
"""Sentences with numbers that state nothing of this year's totals."""

_DIGITS = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """A number below 100,000,000 as it is written out: 105 is 一百零五."""
    if number >= 10_000:
        high, low = divmod(number, 10_000)
        zero = "零" if 0 < low < 1_000 else ""
        return chinese(high) + "万" + zero + (chinese(low) if low else "")
    if number == 0:
        return "零"
    written, pending = "", False
    for power, name in ((1_000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, power)
        if digit:
            written += ("零" if pending and written else "") + _DIGITS[digit] + name
            pending = False
        else:
            pending = True
    return written.removeprefix("一") if written.startswith("一十") else written


STYLES = [
    str,
    lambda n: f"{n:,}",
    lambda n: f" {n} ",
    lambda n: str(n).translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    lambda n: f"{n:,}".translate(str.maketrans("0123456789,", "０１２３４５６７８９，")),
    chinese,
]
"""How the same number is printed."""


ANY_END = ("。", "！", "。\n", "；\n")
PARAGRAPHS = ("。\n", "！\n")
"""What a paragraph says of other requests, the sentences after it may be about too."""


@st.composite
def sentence(draw, subject: str, number: int, ends=ANY_END) -> str:
    """A sentence that states a number of a subject, among others that state nothing of it."""
    template = draw(st.sampled_from(REQUESTS[subject]))
    style = draw(st.sampled_from(STYLES)) if number < 10**8 else str
    if number == 1 and style is chinese:
        style = str  # 一起 is "together"
    said = [template.format(style(number))]
    if number == 0 and subject in NONE and draw(st.booleans()):
        said = [draw(st.sampled_from(NONE[subject]))]
    for noise in draw(st.lists(st.sampled_from(ELSEWHERE), max_size=3)):
        numbers = draw(st.tuples(*(st.integers(2, 9_999),) * 2))
        place = draw(st.integers(0, len(said)))
        said.insert(place, noise.format(*numbers))
    closed = draw(st.tuples(*(st.sampled_from(ends),) * len(said)))
    return "".join(one + end for one, end in zip(said, closed, strict=True))


def total(*rows):
    return sum(row.total for row in rows)


def rows_of(block):
    if hasattr(block, "total"):
        return [block]
    return [getattr(block, name) for name in type(block).__slots__ if not name.startswith("_")]


def meanings(report, subject: str) -> list[int]:
    """Every number that a subject may honestly be said to have, by attribute."""
    requests, disputes = report.requests, report.disputes
    outcomes = requests.outcomes
    received, carried_in = total(requests.received), total(requests.carried_in)
    answered, left = total(outcomes.total), total(requests.carried_out)
    other, skipped = total(*rows_of(outcomes.other)), total(*rows_of(outcomes.not_processed))
    incoming = [received, received + carried_in]
    replied = [
        answered,
        received,
        received - left,
        answered - other,
        answered - skipped,
        answered - other - skipped,
    ]
    rules, documents = report.disclosure.rules, report.disclosure.normative_documents
    match subject:
        case "rules_issued" if report.edition == "2019":
            return [rules.made, rules.published]
        case "documents_issued" if report.edition == "2019":
            both = rules.made + documents.made, rules.published + documents.published
            return [documents.made, documents.published, *both]
        case "rules_issued":
            return [rules.issued]
        case "documents_issued":
            return [documents.issued, documents.issued + rules.issued]
        case _ if subject.startswith(("rules_", "documents_")) and report.edition == "2019":
            return []
        case "rules_repealed":
            return [rules.repealed]
        case "rules_in_force":
            return [rules.in_force]
        case "documents_repealed":
            return [documents.repealed, documents.repealed + rules.repealed]
        case "documents_in_force":
            return [documents.in_force, documents.in_force + rules.in_force]
        case "received":
            return incoming
        case "handled":
            return incoming + replied
        case "answered":
            return replied
        case "on_request":
            return incoming + replied + meanings(report, "granted")
        case "carried_in":
            return [carried_in]
        case "carried_out":
            return [left]
        case "granted":
            granted, partly = total(outcomes.granted), total(outcomes.partially_granted)
            return [granted, granted + partly]
        case "partially_granted":
            return [total(outcomes.partially_granted)]
        case "refused":
            rows = rows_of(outcomes.refused)
            lacking = total(*rows_of(outcomes.unavailable))
            refused = total(*rows)
            wider = [refused + lacking, refused + skipped, refused + lacking + skipped]
            return [refused, *wider, *(row.total for row in rows)]
        case "unavailable" | "not_processed":
            rows = rows_of(getattr(outcomes, subject))
            return [total(*rows), *(row.total for row in rows)]
        case "reconsideration":
            one = disputes.reconsideration
            parts = one.upheld + one.corrected + one.other
            return [one.total, one.total - one.pending, parts + one.pending, parts]
        case "litigation":
            one, two = disputes.direct_litigation, disputes.litigation_after_reconsideration
            both = one.total + two.total
            parts = sum(r.upheld + r.corrected + r.other for r in (one, two))
            pending = one.pending + two.pending
            return [both, both - pending, parts + pending, parts, one.total, two.total]
        case _:
            raise KeyError(subject)
