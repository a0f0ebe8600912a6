"""Writes conformance.json of every edition under schema/; with --check, compares them.

Independent of gxstats on purpose: the outcome of every relation comes from the naive evaluation
below, from nothing but the files relations.json, and every problem is written down by hand. What
this script and gxstats agree on has been computed twice. Of an edition that is not named below there
are the cases that its relations alone give.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from copy import deepcopy
from math import inf
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "schema"
EDITIONS = {
    one["edition"]: one for one in json.loads((SCHEMAS / "index.json").read_bytes())["editions"]
}
FORMS = {
    form["id"]: {**form, "edition": edition}
    for edition, one in EDITIONS.items()
    for form in json.loads((SCHEMAS / one["files"]["relations"]).read_bytes())["forms"]
}
GENERAL = "2021"
"""The edition whose cases are also those of documents that are of no edition."""
REAL = json.loads((Path(__file__).parent / "real_reports.json").read_bytes())
LEVELS = 32
CODE = "914403001922038216"

# --- documents ----------------------------------------------------------------------------------


class Written(str):
    """A value as it is written in the document, whatever it is."""

    __slots__ = ()


class Repeated(list):
    """The members of an object, some key of which occurs twice."""


def text_of(value: Any) -> str:
    if isinstance(value, Written):
        return str(value)
    if isinstance(value, Repeated):
        return "{" + ",".join(f"{json.dumps(k)}:{text_of(v)}" for k, v in value) + "}"
    if isinstance(value, dict):
        return text_of(Repeated(value.items()))
    if isinstance(value, list):
        return "[" + ",".join(map(text_of, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def document(form_id: str, cells: dict[str, Any], year: int | None, organ: Any) -> dict[str, Any]:
    """A document in the order of the form; cells that are not given are null."""
    form = FORMS[form_id]
    made: dict[str, Any] = {"edition": form["edition"], "year": year, "organ": organ}
    for cell in form["cells"]:
        put(made, cell["address"], cells.get(cell["address"]), create=True)
    made["narrative"] = {"overview": None, "problems": None, "other": None}
    made["remarks"] = []
    return made


def organ(name: str | None = "某市某局", **facts: Any) -> dict[str, Any]:
    return {"name": name, "code": None, "division": None, "scope": None, **facts}


def steps(address: str) -> list[str]:
    return [step.replace("~1", "/").replace("~0", "~") for step in address.split("/")[1:]]


def get(tree: Any, address: str) -> Any:
    for step in steps(address):
        tree = tree[int(step) if isinstance(tree, list) else step]
    return tree


def put(tree: Any, address: str, value: Any, *, create: bool = False) -> None:
    *way, last = steps(address)
    for step in way:
        if create:
            tree = tree.setdefault(step, {})
        else:
            tree = tree[int(step) if isinstance(tree, list) else step]
    if isinstance(tree, list):
        tree[int(last)] = value
    else:
        tree[last] = value


def changed(tree: Any, changes: dict[str, Any]) -> Any:
    tree = deepcopy(tree)
    for address, value in changes.items():
        put(tree, address, value)
    return tree


def without(tree: Any, *addresses: str) -> Any:
    tree = deepcopy(tree)
    for address in addresses:
        parent, _, last = address.rpartition("/")
        del get(tree, parent)[last]
    return tree


def repeated(tree: Any, address: str, again: Any) -> Any:
    """The document with a member written a second time at the end of its object."""
    parent, _, key = address.rpartition("/")
    members = get(tree, parent)
    twice = Repeated([*members.items(), (key, again)])
    return changed(tree, {parent: twice}) if parent else twice


# --- the naive evaluation -----------------------------------------------------------------------


def outcome(relation: dict[str, Any], kinds: dict[str, str], cells: dict[str, Any]) -> Any:
    """Held, violated or undecided, by trying what the blanks could be."""
    sides = {}
    low = high = 0.0
    for side, sign in (("left", 1), ("right", -1)):
        total: int | None = 0
        for term in relation[side]:
            factor, value = sign * term["coefficient"], cells[term["cell"]]
            if value is None:
                total = None
                signed = kinds[term["cell"]] == "change"
                if factor > 0 or signed:
                    high = inf
                if factor < 0 or signed:
                    low = -inf
            else:
                low, high = low + factor * value, high + factor * value
                total = None if total is None else total + term["coefficient"] * value
        sides[side] = total
    left, right = sides["left"], sides["right"]
    residual = None if left is None or right is None else left - right
    possible = low <= 0 <= high if relation["comparison"] == "eq" else low <= 0
    verdict = "violated" if not possible else "undecided" if residual is None else "held"
    return {"outcome": verdict, "left": left, "right": right, "residual": residual}


def kinds_of(form_id: str) -> dict[str, str]:
    return {cell["address"]: cell["kind"] for cell in FORMS[form_id]["cells"]}


def outcomes(form_id: str, tree: Any) -> dict[str, Any]:
    kinds = kinds_of(form_id)
    cells = {address: get(tree, address) for address in kinds}
    return {
        relation["id"]: outcome(relation, kinds, cells) for relation in FORMS[form_id]["relations"]
    }


# --- bases --------------------------------------------------------------------------------------

TABLES = {
    "2019": REAL["a01-yindu-qu-2019"]["cells"],
    "2021": {
        "/disclosure/normative_documents/issued": 3,
        "/disclosure/normative_documents/repealed": 1,
        "/disclosure/normative_documents/in_force": 27,
        "/disclosure/administrative_licensing/decisions": 1204,
        "/disclosure/administrative_fees/amount": Written("35.0625"),
        "/requests/received/natural_person": 12,
        "/requests/received/commercial_enterprise": 3,
        "/requests/received/total": 15,
        "/requests/carried_in/natural_person": 1,
        "/requests/carried_in/total": 1,
        "/requests/outcomes/granted/natural_person": 8,
        "/requests/outcomes/granted/commercial_enterprise": 3,
        "/requests/outcomes/granted/total": 11,
        "/requests/outcomes/unavailable/not_held/natural_person": 2,
        "/requests/outcomes/unavailable/not_held/total": 2,
        "/requests/outcomes/other/miscellaneous/natural_person": 1,
        "/requests/outcomes/other/miscellaneous/total": 1,
        "/requests/outcomes/total/natural_person": 11,
        "/requests/outcomes/total/commercial_enterprise": 3,
        "/requests/outcomes/total/total": 14,
        "/requests/carried_out/natural_person": 2,
        "/requests/carried_out/total": 2,
        "/disputes/reconsideration/upheld": 1,
        "/disputes/reconsideration/total": 1,
    },
}
TABLES["2021-undivided"] = {
    address.replace("/other/miscellaneous/", "/other/"): value
    for address, value in TABLES["2021"].items()
}
YEARS = {"2019": 2019, "2021": 2023, "2021-undivided": 2023}
BLANK_IN_PRINT = "/disclosure/administrative_fees/change"


def filled(form_id: str) -> Any:
    """Figures that hold together, with 0 where none is given."""
    zeros = {cell["address"]: 0 for cell in FORMS[form_id]["cells"]}
    cells = zeros | TABLES.get(form_id, {})
    return document(form_id, cells, year_of(form_id), organ())


def year_of(form_id: str) -> int:
    return YEARS.get(form_id, EDITIONS[FORMS[form_id]["edition"]]["fiscal_years"][0])


BASES = {form_id: filled(form_id) for form_id in FORMS}
TITLES = {form_id: f"{form_id} 年版" for form_id in FORMS}
TITLES["2021-undivided"] = "2021 年版（其他处理未分项）"
TITLES_EN = {form_id: f"{form_id} form" for form_id in FORMS}
TITLES_EN["2021-undivided"] = "2021 form, undivided"

# --- valid cases --------------------------------------------------------------------------------


def valid(
    id: str, zh: str, en: str, form_id: str, tree: Any, *, text: str | None = None
) -> dict[str, Any]:
    return {
        "id": id,
        "title": {"zh": f"{TITLES[form_id]}：{zh}", "en": f"{TITLES_EN[form_id]}: {en}"},
        "text": text_of(tree) if text is None else text,
        "valid": True,
        "schema_valid": True,
        "form": form_id,
        "relations": outcomes(form_id, tree),
    }


def plain_cases() -> Iterator[Any]:
    for form_id, form in FORMS.items():
        year = year_of(form_id)
        yield valid(
            f"blank.{form_id}", "全部空白", "every cell blank", form_id,
            document(form_id, {}, year, organ()),
        )  # fmt: skip
        zeros = {cell["address"]: 0 for cell in form["cells"]}
        yield valid(
            f"zeros.{form_id}", "全部为 0", "every cell 0", form_id,
            document(form_id, zeros, year, organ()),
        )  # fmt: skip
        yield valid(
            f"consistent.{form_id}", "各数相符", "figures that hold together", form_id,
            BASES[form_id],
        )  # fmt: skip
    for name, real in REAL.items():
        cells = real["cells"]
        tree = document(real["form"], cells, real["year"], organ(real["organ"]))
        yield valid(
            f"real.{name}", f"{real['organ']}公布的数字", "figures as published", real["form"], tree
        )  # fmt: skip


def violations() -> Iterator[Any]:
    """Every relation violated, by changing one cell of figures that hold together."""
    shared = {relation["id"] for relation in FORMS["2021"]["relations"]}
    for form_id, form in FORMS.items():
        for relation in form["relations"]:
            id = relation["id"]
            touches_other = any(
                "/outcomes/other/" in term["cell"] for term in relation["left"] + relation["right"]
            )
            if form_id == "2021-undivided" and id in shared and not touches_other:
                continue  # the same cells as in the case of 2021
            tree = deepcopy(BASES[form_id])
            if relation["comparison"] == "eq":
                cell = relation["left"][0]["cell"]
                put(tree, cell, get(tree, cell) + 1)
            elif relation["left"]:
                cell = relation["left"][0]["cell"]
                put(tree, cell, sum(get(tree, term["cell"]) for term in relation["right"]) + 1)
            else:
                cell = relation["right"][-1]["cell"]
                others = [term["cell"] for term in relation["right"][:-1]]
                put(tree, cell, -1 - sum(get(tree, other) for other in others))
            made = valid(f"violated.{form_id}.{id}", f"{id} 不符", f"{id} violated", form_id, tree)
            assert made["relations"][id]["outcome"] == "violated", id
            yield made


OTHER = "/requests/outcomes/other"


def blanks() -> Iterator[Any]:
    row = "/requests/received"
    for form_id in FORMS:
        base = BASES[form_id]
        other = "/other" if f"{OTHER}/total" in kinds_of(form_id) else "/other/miscellaneous"
        for id, zh, en, changes in [
            ("part", "一项空白，无法判断", "one part blank: undecided",
             {f"{row}/natural_person": None}),
            ("part-zero", "空白处只能是 0，仍无法判断", "the blank could only be 0: still undecided",
             {f"{row}/research_institution": None}),
            ("total", "总计空白", "the total blank", {f"{row}/total": None}),
            ("row", "整行空白", "a whole row blank",
             {f"{row}/{column}": None for column in base["requests"]["received"]}),
            ("refuted", "有空白，但已填各项超过总计", "parts exceed the total despite a blank",
             {f"{row}/research_institution": None, f"{row}/total": 1}),
            ("refuted-by-one", "有空白，已填各项比总计多 1", "parts exceed the total by 1",
             {f"{row}/research_institution": None,
              f"{row}/total": base["requests"]["received"]["total"] - 1}),
            ("column", "一列中一格空白，行列都无法判断", "one cell of the column blank",
             {f"/requests/outcomes{other}/natural_person": None}),
            ("disputes", "表四的总计空白", "the total of table four blank",
             {"/disputes/reconsideration/total": None}),
            ("disputes-refuted", "表四有空白而总计为 0", "table four: a blank, and a total of 0",
             {"/disputes/reconsideration/pending": None, "/disputes/reconsideration/upheld": 4,
              "/disputes/reconsideration/total": 0}),
        ]:  # fmt: skip
            # a form without these cells, or whose figures above are all 0, goes without
            if changes.keys() <= kinds_of(form_id).keys() and -1 not in changes.values():
                yield valid(f"blank.{form_id}.{id}", zh, en, form_id, changed(base, changes))
    rules = "/disclosure/rules"
    for form_id, id, zh, en, changes in [
        ("2021", "at-most-left", "左边空白", "the left side blank", {f"{rules}/issued": None}),
        ("2021", "at-most-right", "右边一格空白", "one cell of the right side blank",
         {f"{rules}/in_force": None, f"{rules}/issued": 9}),
        ("2021", "at-most-both", "两边都空白", "both sides blank",
         {f"{rules}/in_force": None, f"{rules}/issued": None}),
        ("2019", "at-most-total", "总数量空白", "the total blank",
         {f"{rules}/published_total": None, f"{rules}/published": 3}),
        ("2019", "change", "本年增/减空白，可能为负", "a change is blank and could be negative",
         {"/disclosure/administrative_penalty/change": None}),
        ("2019", "prior", "上一年数空白，减少数已填", "last year's number blank, the decrease known",
         {"/disclosure/administrative_penalty/prior_items": None,
          "/disclosure/administrative_penalty/change": -5}),
    ]:  # fmt: skip
        base = BASES[form_id]
        yield valid(f"blank.{form_id}.{id}", zh, en, form_id, changed(base, changes))


def spellings() -> Iterator[Any]:
    """The same document in other spellings, and values at the edge of what is allowed."""
    amount = {
        "2019": "/disclosure/centralized_procurement/amount",
        "2021": "/disclosure/administrative_fees/amount",
    }
    cell = "/requests/received/natural_person"
    for form_id in ("2019", "2021"):
        base = BASES[form_id]
        yield valid(
            f"spelling.{form_id}.indented", "缩进", "indented", form_id, base,
            text=json.dumps(json.loads(text_of(base)), ensure_ascii=False, indent=4),
        )  # fmt: skip
        yield valid(
            f"spelling.{form_id}.ascii", "全部转义", "all escaped", form_id, base,
            text=json.dumps(json.loads(text_of(base))),
        )  # fmt: skip
        yield valid(
            f"spelling.{form_id}.reversed", "次序颠倒", "keys in reverse order", form_id, base,
            text=json.dumps(upside_down(json.loads(text_of(base)))),
        )  # fmt: skip
        yield valid(
            f"spelling.{form_id}.schema", "带 $schema", "with $schema", form_id, base,
            text=text_of({"$schema": f"urn:gxstats:schema:report:{form_id}:1", **base}),
        )  # fmt: skip
        yield valid(
            f"spelling.{form_id}.escaped-key", "键写成转义", "a key written with an escape",
            form_id, base, text=text_of(base).replace('"requests":', '"re\\u0071uests":', 1),
        )  # fmt: skip
        for id, zh, en, written in [
            ("exponent", "金额带指数", "an amount with an exponent", "1.25e2"),
            ("point-zero", "金额 12.0", "an amount of 12.0", "12.0"),
            ("smallest", "八位小数", "eight decimals", "0.00000001"),
            ("largest", "十二位整数", "twelve digits", "999999999999.99999999"),
            ("integer", "整数金额", "an integer amount", "7"),
            ("null", "金额空白", "a blank amount", "null"),
        ]:
            yield valid(
                f"amount.{form_id}.{id}", zh, en, form_id, base,
                text=text_of(changed(base, {amount[form_id]: Written(written)})),
            )  # fmt: skip
        for id, zh, en, changes in [
            ("year-null", "年度不详", "year not known", {"/year": None}),
            ("year-first", "最早的年度", "the first year", {"/year": 2008}),
            ("year-last", "最晚的年度", "the last year", {"/year": 2100}),
            ("organ-null", "机关不详", "organ not known", {"/organ": organ(None)}),
            ("organ-full", "机关各项齐全", "every fact of the organ",
             {"/organ": organ("某市某局", code=CODE, division="410505", scope="organ")}),
            ("organ-region", "本地区口径", "a whole region", {"/organ/scope": "region"}),
            ("organ-longest", "最长的名称", "the longest name", {"/organ/name": "局" * 200}),
            ("narrative", "文字部分", "sections of text",
             {"/narrative": {"overview": '一、“引号”"\\/：:\t\n', "problems": "", "other": "😀\u0000"}}),
            ("remark", "备注", "a remark",
             {"/remarks": [{"cell": cell, "printed": "22（其中修订 16 件）"}]}),
            ("remarks", "多条备注", "several remarks",
             {"/remarks": [{"cell": cell, "printed": ""},
                           {"cell": "/disputes/reconsideration/total", "printed": "/"}]}),
            ("count-largest", "最大的件数", "the largest count", {cell: 999999999999}),
        ]:  # fmt: skip
            yield valid(f"edge.{form_id}.{id}", zh, en, form_id, changed(base, changes))
        yield valid(
            f"spelling.{form_id}.minus-zero", "-0 就是 0", "-0 is 0", form_id,
            changed(base, {"/requests/carried_in/total": 0}),
            text=text_of(changed(base, {"/requests/carried_in/total": Written("-0")})),
        )  # fmt: skip
    for id, zh, en, value in [
        ("change-negative", "减少", "a decrease", -117),
        ("change-least", "最大的减少数", "the largest decrease", -999999999999),
    ]:
        change = {"/disclosure/administrative_compulsion/change": value}
        yield valid(f"edge.2019.{id}", zh, en, "2019", changed(BASES["2019"], change))
    yield valid(
        "remark.2021-undivided", "备注其他处理一行", "a remark on the undivided row",
        "2021-undivided",
        changed(BASES["2021-undivided"],
                {"/remarks": [{"cell": "/requests/outcomes/other/total", "printed": "—"}]}),
    )  # fmt: skip


def upside_down(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: upside_down(value[key]) for key in reversed(value)}
    return value


# --- invalid cases ------------------------------------------------------------------------------

Problems = list[tuple[str, str]]


def invalid(
    id: str, zh: str, en: str, text: Any, problems: Problems, *, schema: bool | None = False
) -> dict[str, Any]:
    return {
        "id": id,
        "title": {"zh": zh, "en": en},
        "text": text if isinstance(text, str) else text_of(text),
        "valid": False,
        "schema_valid": schema,
        "problems": [{"code": code, "address": address} for code, address in problems],
    }


def syntax_errors() -> Iterator[Any]:
    good = text_of(BASES["2021"])
    for id, zh, en, text in [
        ("empty", "空文件", "an empty document", ""),
        ("truncated", "文件不完整", "a truncated document", good[:-1]),
        ("trailing-comma", "末尾多一个逗号", "a trailing comma", good[:-1] + ",}"),
        ("single-quotes", "单引号", "single quotes", good.replace('"edition"', "'edition'")),
        ("comment", "带注释", "a comment", "// 2023\n" + good),
        ("twice", "两个文件连在一起", "two documents", good + good),
        ("leading-zero", "以 0 开头的数", "a leading zero",
         good.replace('"natural_person":12', '"natural_person":012')),
        ("plus", "带正号的数", "a plus sign",
         good.replace('"natural_person":12', '"natural_person":+12')),
        ("bare-point", "小数点后没有数字", "no digit after the point",
         good.replace("35.0625", "35.")),
        ("thousands", "千分位逗号", "a thousands separator", good.replace("1204", "1,204")),
        ("full-width", "全角数字", "full-width digits", good.replace("1204", "１２０４")),
        ("control", "字符串中有控制字符", "a control character in a string",
         good.replace("某市某局", "某市\n某局")),
        ("escape", "不合法的转义", "an invalid escape", good.replace("某市某局", "\\x41")),
        ("none", "没有值", "no value", good.replace("1204", "")),
        ("undefined", "Python 的 None", "None instead of null", good.replace("1204", "None")),
        ("unclosed", "字符串没有结束", "an unclosed string", good[: good.index("某局")]),
    ]:  # fmt: skip
        yield invalid(f"syntax.{id}", zh, en, text, [("document.syntax", "")], schema=None)


def nested(levels: int, inner: str = "") -> Written:
    return Written("[" * levels + inner + "]" * levels)


def depth_errors() -> Iterator[Any]:
    base = BASES["2021"]
    yield invalid(
        "depth.root", "整个文件嵌套过深", "the whole document nested too deeply",
        nested(LEVELS + 1), [("document.depth", "/0" * LEVELS)],
    )  # fmt: skip
    yield invalid(
        "depth.narrative", "文字部分嵌套过深", "a section nested too deeply",
        changed(base, {"/narrative/overview": nested(LEVELS)}),
        [("document.depth", "/narrative/overview" + "/0" * (LEVELS - 2))],
    )  # fmt: skip
    yield invalid(
        "depth.object", "对象嵌套过深", "objects nested too deeply",
        Written('{"a/b":' * (LEVELS + 1) + "1" + "}" * (LEVELS + 1)),
        [("document.depth", "/a~1b" * LEVELS)],
    )  # fmt: skip
    yield invalid(
        "depth.allowed", "嵌套尚在限度之内，但类型不对", "nested within the limit, and of the wrong type",
        changed(base, {"/narrative/overview": nested(LEVELS - 2)}),
        [("value.type", "/narrative/overview")],
    )  # fmt: skip


def key_errors() -> Iterator[Any]:
    for form_id in FORMS:
        base = BASES[form_id]
        for address in [
            "/edition", "/year", "/organ", "/disclosure", "/requests", "/disputes", "/narrative",
            "/remarks", "/organ/code", "/narrative/other", "/disclosure/rules",
            "/requests/carried_in", "/requests/outcomes/refused", "/requests/outcomes/other",
            "/requests/outcomes/total/total", "/disputes/reconsideration/pending",
        ]:  # fmt: skip
            if form_id != "2021" and address.count("/") == 1:
                continue
            if get(base, address.rpartition("/")[0]).get(address.rpartition("/")[2], base) is base:
                continue  # a form without that part
            yield invalid(
                f"missing.{form_id}{address.replace('/', '.')}",
                f"{TITLES[form_id]}：缺少 {address}", f"{TITLES_EN[form_id]}: no {address}",
                without(base, address), [("key.missing", address)],
            )  # fmt: skip
    base = BASES["2021"]
    yield invalid("missing.all", "空对象", "an empty object", "{}", [
        ("key.missing", f"/{key}") for key in base
    ])  # fmt: skip
    yield invalid("missing.other-empty", "其他处理为空对象", "other outcomes is an empty object",
        changed(base, {"/requests/outcomes/other": {}}), [
            ("key.missing", f"/requests/outcomes/other/{row}")
            for row in ("not_supplemented", "fee_unpaid", "miscellaneous")
    ])  # fmt: skip
    remark = {"cell": "/requests/received/total", "printed": "/"}
    for key in remark:
        left = {other: value for other, value in remark.items() if other != key}
        yield invalid(
            f"missing.remark.{key}", f"备注缺少 {key}", f"a remark without {key}",
            changed(base, {"/remarks": [remark | {"cell": "/requests/carried_in/total"}, left]}),
            [("key.missing", f"/remarks/1/{key}")],
        )  # fmt: skip
    for form_id, address, pointer in [
        ("2021", "/note", "/note"),
        ("2021", "/Edition", "/Edition"),
        ("2021", "/", "/"),
        ("2021", "/a~1b~0c", "/a~1b~0c"),
        ("2021", "/organ/region", "/organ/region"),
        ("2021", "/organ/$schema", "/organ/$schema"),
        ("2021", "/disclosure/centralized_procurement", "/disclosure/centralized_procurement"),
        ("2021", "/disclosure/rules/made", "/disclosure/rules/made"),
        ("2021", "/requests/received/totals", "/requests/received/totals"),
        ("2021", "/requests/outcomes/other/total", "/requests/outcomes/other/total"),
        ("2021", "/narrative/fees", "/narrative/fees"),
        ("2019", "/disclosure/rules/issued", "/disclosure/rules/issued"),
        ("2019", "/requests/outcomes/other/miscellaneous", "/requests/outcomes/other/miscellaneous"),
        ("2019", "/disputes/total", "/disputes/total"),
        ("2019", "/requests/received/自然人", "/requests/received/自然人"),
        ("2021-undivided", "/requests/outcomes/other/miscellaneous",
         "/requests/outcomes/other/miscellaneous"),
    ]:  # fmt: skip
        name = pointer.strip("/").replace("/", ".").replace("~", "-").lower() or "empty"
        yield invalid(
            f"unknown.{form_id}.{name if name.isascii() else 'chinese'}".replace("$", ""),
            f"{TITLES[form_id]}：多出 {pointer}", f"{TITLES_EN[form_id]}: a key {pointer}",
            changed(BASES[form_id], {address: 0}), [("key.unknown", pointer)],
        )  # fmt: skip
    yield invalid(
        "unknown.remark", "备注中多出一项", "an unknown key in a remark",
        changed(base, {"/remarks": [remark | {"note": ""}]}), [("key.unknown", "/remarks/0/note")],
    )  # fmt: skip
    yield invalid(
        "unknown.order", "多项未知的键按文件次序", "unknown keys in the order of the document",
        {**base, "z": 1, "a": 2}, [("key.unknown", "/z"), ("key.unknown", "/a")],
    )  # fmt: skip
    for form_id, address in [
        ("2021", "/edition"), ("2021", "/year"), ("2021", "/remarks"), ("2021", "/organ/name"),
        ("2021", "/narrative/other"), ("2021", "/requests/received/natural_person"),
        ("2021", "/requests/outcomes/other/miscellaneous"), ("2019", "/disputes"),
        ("2019", "/disclosure/centralized_procurement/amount"),
        ("2021-undivided", "/requests/outcomes/other/total"),
    ]:  # fmt: skip
        tree = BASES[form_id]
        yield invalid(
            f"duplicate.{form_id}{address.replace('/', '.')}",
            f"{TITLES[form_id]}：{address} 出现两次",
            f"{TITLES_EN[form_id]}: {address} twice",
            repeated(tree, address, get(tree, address)), [("key.duplicate", address)], schema=True,
        )  # fmt: skip
    yield invalid(
        "duplicate.escaped", "同一个键，一次写成转义", "one key, once with an escape",
        text_of(base).replace('"received":{', '"received":{"tot\\u0061l":15,', 1),
        [("key.duplicate", "/requests/received/total")], schema=True,
    )  # fmt: skip
    yield invalid(
        "duplicate.hidden-by-colon", "重复的键与转义的冒号", "a repeated key, and an escaped colon",
        text_of(changed(base, {"/narrative/other": "12-30"}))
        .replace("12-30", "12\\u003a30")
        .replace('"received":{', '"received":{"total":15,', 1),
        [("key.duplicate", "/requests/received/total")], schema=True,
    )  # fmt: skip
    yield invalid(
        "duplicate.remark", "备注中的键重复", "a repeated key in a remark",
        changed(base, {"/remarks": [Repeated([*remark.items(), ("printed", "-")])]}),
        [("key.duplicate", "/remarks/0/printed")], schema=True,
    )  # fmt: skip


COUNT_2019 = "/disclosure/rules/made"
COUNT = "/requests/received/natural_person"
CHANGE = "/disclosure/administrative_penalty/change"
AMOUNT_2019 = "/disclosure/centralized_procurement/amount"
AMOUNT = "/disclosure/administrative_fees/amount"
DEEP = "/requests/outcomes/other/fee_unpaid/legal_service_organization"
ROW = "/requests/outcomes/other/legal_service_organization"
DISPUTE = "/disputes/litigation_after_reconsideration/total"


def value_errors() -> Iterator[Any]:
    thousand = "9" * 1000
    for form_id, address, id, written, code, schema in [
        # counts
        ("2021", COUNT, "boolean", "true", "value.boolean", False),
        ("2019", COUNT_2019, "boolean", "false", "value.boolean", False),
        ("2021-undivided", ROW, "boolean", "true", "value.boolean", False),
        ("2021", DEEP, "text", '"12"', "value.text", False),
        ("2021", DEEP, "text-empty", '""', "value.text", False),
        ("2019", DISPUTE, "text", '"/"', "value.text", False),
        ("2021", COUNT, "point-zero", "12.0", "value.fraction", True),
        ("2021", DEEP, "fraction", "1.5", "value.fraction", False),
        ("2021", DISPUTE, "exponent", "1e2", "value.fraction", True),
        ("2019", COUNT_2019, "exponent", "1E0", "value.fraction", True),
        ("2019", COUNT_2019, "minus-zero-point", "-0.0", "value.fraction", True),
        ("2021-undivided", ROW, "point-zero", "0.0", "value.fraction", True),
        ("2021", COUNT, "negative", "-1", "value.negative", False),
        ("2019", DISPUTE, "negative", "-12", "value.negative", False),
        ("2021", DISPUTE, "negative-thousand", "-" + thousand, "value.negative", False),
        ("2021", COUNT, "digits", "1000000000000", "value.digits", False),
        ("2019", COUNT_2019, "digits-thousand", thousand, "value.digits", False),
        ("2021", COUNT, "array", "[12]", "value.type", False),
        ("2019", DISPUTE, "object", '{"value":12}', "value.type", False),
        # changes
        ("2019", CHANGE, "boolean", "true", "value.boolean", False),
        ("2019", CHANGE, "text", '"+2"', "value.text", False),
        ("2019", CHANGE, "fraction", "-2.0", "value.fraction", True),
        ("2019", CHANGE, "digits", "-1000000000000", "value.digits", False),
        ("2019", CHANGE, "array", "[]", "value.type", False),
        # amounts
        ("2021", AMOUNT, "boolean", "false", "value.boolean", False),
        ("2021", AMOUNT, "text", '"12.5"', "value.text", False),
        ("2019", AMOUNT_2019, "text", '"4,875.699"', "value.text", False),
        ("2021", AMOUNT, "negative", "-0.5", "value.negative", False),
        ("2019", AMOUNT_2019, "negative", "-3", "value.negative", False),
        ("2021", AMOUNT, "decimals", "0.123456789", "value.digits", True),
        ("2019", AMOUNT_2019, "digits", "1000000000000", "value.digits", True),
        ("2019", AMOUNT_2019, "more-digits", "10000000000000", "value.digits", False),
        ("2021", AMOUNT, "exponent", "1e300", "value.digits", False),
        ("2021", AMOUNT, "small", "1e-300", "value.digits", True),
        ("2019", AMOUNT_2019, "object", "{}", "value.type", False),
        # not JSON at all to a parser that keeps to RFC 8259
        ("2021", COUNT, "nan", "NaN", "value.not_finite", None),
        ("2021", AMOUNT, "infinity", "Infinity", "value.not_finite", None),
        ("2019", AMOUNT_2019, "minus-infinity", "-Infinity", "value.not_finite", None),
    ]:
        kind = "amount" if address in (AMOUNT, AMOUNT_2019) else address.rpartition("/")[2]
        short = written if len(written) < 30 else f"{written[:3]}…"
        yield invalid(
            f"value.{form_id}.{kind}.{id}",
            f"{TITLES[form_id]}：{address} 为 {short}",
            f"{TITLES_EN[form_id]}: {address} is {short}",
            changed(BASES[form_id], {address: Written(written)}), [(code, address)], schema=schema,
        )  # fmt: skip


def fact_errors() -> Iterator[Any]:
    base = BASES["2021"]
    cell = "/requests/received/total"
    wrong_code = CODE[:-1] + "7"
    for address, id, value, code, schema in [
        ("", "array", [], "value.type", False),
        ("", "null", None, "value.type", False),
        ("", "number", 2021, "value.type", False),
        ("", "text", "2021", "value.type", False),
        ("/organ", "null", None, "value.type", False),
        ("/organ", "text", "某市某局", "value.type", False),
        ("/disclosure", "null", None, "value.type", False),
        ("/requests/received", "number", 12, "value.type", False),
        ("/requests/received", "array", [12, 0, 0, 0, 0, 0, 12], "value.type", False),
        ("/requests/outcomes/refused", "null", None, "value.type", False),
        ("/requests/outcomes/other", "null", None, "value.type", False),
        ("/disputes", "array", [], "value.type", False),
        ("/narrative", "null", None, "value.type", False),
        ("/remarks", "null", None, "value.type", False),
        ("/remarks", "object", {}, "value.type", False),
        ("/edition", "number", 2021, "value.type", False),
        ("/edition", "null", None, "value.type", False),
        ("/year", "text", "2023", "value.text", False),
        ("/year", "boolean", True, "value.boolean", False),
        ("/year", "point-zero", Written("2023.0"), "value.type", True),
        ("/year", "array", [2023], "value.type", False),
        ("/year", "early", 2007, "value.range", False),
        ("/year", "late", 2101, "value.range", False),
        ("/year", "negative", -2023, "value.range", False),
        ("/year", "long", Written("2" * 100), "value.range", False),
        ("/$schema", "null", None, "value.type", False),
        ("/$schema", "number", 1, "value.type", False),
        ("/organ/name", "number", 1, "value.type", False),
        ("/organ/name", "empty", "", "text.empty", False),
        ("/organ/name", "blank", " 　", "text.empty", False),
        ("/organ/name", "long", "局" * 201, "text.length", False),
        ("/organ/name", "surrogate", Written('"某\\ud800局"'), "text.surrogate", True),
        ("/organ/code", "check", wrong_code, "organ.code", True),
        ("/organ/code", "short", CODE[:-1], "organ.code", False),
        ("/organ/code", "letter", "I" + CODE[1:], "organ.code", False),
        ("/organ/code", "line", CODE + "\n", "organ.code", False),
        ("/organ/code", "number", int(CODE), "value.type", False),
        ("/organ/division", "short", "41050", "organ.division", False),
        ("/organ/division", "zero", "041050", "organ.division", False),
        ("/organ/division", "line", "410505\n", "organ.division", False),
        ("/organ/division", "full-width", "４１０５０５", "organ.division", False),
        ("/organ/division", "number", 410505, "value.type", False),
        ("/organ/scope", "other", "city", "value.choice", False),
        ("/organ/scope", "number", 1, "value.type", False),
        ("/narrative/overview", "number", 14, "value.type", False),
        ("/narrative/overview", "array", ["14"], "value.type", False),
        ("/narrative/problems", "boolean", False, "value.type", False),
        ("/narrative/other", "surrogate", Written('"\\udfff"'), "text.surrogate", True),
        ("/narrative/overview", "pair-reversed", Written('"\\udc00\\ud800"'), "text.surrogate", True),
    ]:  # fmt: skip
        tree = changed(base, {address: value}) if address else value
        where = address or "（整个文件）"
        yield invalid(
            f"fact{address.replace('/', '.').replace('$', '') or '.document'}.{id}",
            f"{where} 不合规定（{id}）", f"{address or '(the whole document)'} is not valid ({id})",
            text_of(tree), [(code, address)], schema=schema,
        )  # fmt: skip
    for id, edition in [("unknown", "1999"), ("later", "2035"), ("empty", ""), ("space", "2021 ")]:
        yield invalid(
            f"fact.edition.{id}", f"edition 为 {edition!r}", f"edition is {edition!r}",
            changed(base, {"/edition": edition}), [("value.choice", "/edition")],
        )  # fmt: skip
    for id, remarks, problems, schema in [
        ("null", [None], [("value.type", "/remarks/0")], False),
        ("text", ["/"], [("value.type", "/remarks/0")], False),
        ("cell-null", [{"cell": None, "printed": "/"}], [("value.type", "/remarks/0/cell")], False),
        ("cell-number", [{"cell": 1, "printed": "/"}], [("value.type", "/remarks/0/cell")], False),
        ("printed-null", [{"cell": cell, "printed": None}],
         [("value.type", "/remarks/0/printed")], False),
        ("printed-number", [{"cell": cell, "printed": 22}],
         [("value.type", "/remarks/0/printed")], False),
        ("printed-long", [{"cell": cell, "printed": "字" * 1001}],
         [("text.length", "/remarks/0/printed")], False),
        ("printed-surrogate", [{"cell": cell, "printed": Written('"\\ud83d"')}],
         [("text.surrogate", "/remarks/0/printed")], True),
        ("unknown", [{"cell": cell, "printed": "/"}, {"cell": "/requests/recieved/total", "printed": ""}],
         [("address.unknown", "/remarks/1/cell")], False),
        ("part", [{"cell": "/requests/received", "printed": ""}],
         [("address.unknown", "/remarks/0/cell")], False),
        ("empty", [{"cell": "", "printed": ""}], [("address.unknown", "/remarks/0/cell")], False),
        ("other-edition", [{"cell": COUNT_2019, "printed": ""}],
         [("address.unknown", "/remarks/0/cell")], False),
        ("other-shape", [{"cell": ROW, "printed": ""}],
         [("address.unknown", "/remarks/0/cell")], True),
        ("twice", [{"cell": cell, "printed": "/"}, {"cell": DISPUTE, "printed": ""},
                   {"cell": cell, "printed": "-"}], [("remark.duplicate", "/remarks/2/cell")], True),
    ]:  # fmt: skip
        yield invalid(
            f"remark.{id}", f"备注不合规定（{id}）", f"a remark is not valid ({id})",
            changed(base, {"/remarks": remarks}), problems, schema=schema,
        )  # fmt: skip


def several() -> Iterator[Any]:
    base = BASES["2021"]
    yield invalid(
        "several.order", "多个问题，按表中次序", "several problems, in the order of the form",
        upside_down(changed(base, {
            "/year": "2023", "/organ/code": "1", "/organ/name": "", DISPUTE: -1, COUNT: True,
            AMOUNT: "1", "/narrative/other": 1, "/remarks": [{"cell": "/", "printed": ""}],
        })),
        [("value.text", "/year"), ("text.empty", "/organ/name"), ("organ.code", "/organ/code"),
         ("value.text", AMOUNT), ("value.boolean", COUNT), ("value.negative", DISPUTE),
         ("value.type", "/narrative/other"), ("address.unknown", "/remarks/0/cell")],
    )  # fmt: skip
    yield invalid(
        "several.other-mixed", "其他处理：一行之中又有分项", "other outcomes: a row with a sub-row in it",
        changed(BASES["2021-undivided"], {"/requests/outcomes/other/fee_unpaid": {}}),
        [("key.unknown", "/requests/outcomes/other/fee_unpaid")],
    )  # fmt: skip
    yield invalid(
        "several.other-partial", "其他处理：两个分项加一列", "other outcomes: two sub-rows and a column",
        without(
            changed(base, {"/requests/outcomes/other/total": 1}),
            "/requests/outcomes/other/fee_unpaid",
        ),
        [("key.missing", "/requests/outcomes/other/fee_unpaid"),
         ("key.unknown", "/requests/outcomes/other/total")],
    )  # fmt: skip
    yield invalid(
        "several.edition-and-facts", "版本不明时仍检查其余各项",
        "with an unknown edition the rest is still judged",
        changed(base, {"/edition": "2022", "/year": 1, "/narrative/overview": 1,
                       "/remarks": [{"cell": "/x", "printed": 1}]}),
        [("value.choice", "/edition"), ("value.range", "/year"),
         ("value.type", "/narrative/overview"), ("value.type", "/remarks/0/printed")],
    )  # fmt: skip
    for printed, declared in (("2021", "2019"), ("2021-undivided", "2019"), ("2019", "2021")):
        yield invalid(
            f"several.edition.{printed}-as-{declared}", f"{printed} 表式的文件写作 {declared} 年版",
            f"a document on the {printed} form that declares edition {declared}",
            changed(BASES[printed], {"/edition": declared, "/disputes/reconsideration/total": -1}),
            [("value.choice", "/edition"), ("value.negative", "/disputes/reconsideration/total")],
        )  # fmt: skip
    yield invalid(
        "several.missing-and-unknown", "拼错的键：缺一个，多一个",
        "a misspelt key: one missing, one unknown",
        Written(text_of(base).replace('"pending":', '"pendng":', 1)),
        [("key.missing", "/disputes/reconsideration/pending"),
         ("key.unknown", "/disputes/reconsideration/pendng")],
    )  # fmt: skip


# --- a report and that of the year before -------------------------------------------------------


def pairs() -> Iterator[Any]:
    """Every form beside last year's on every form to which a relation of its own applies."""
    for form_id, form in FORMS.items():
        ties: dict[str, list[Any]] = {}
        for relation in form["year_relations"]:
            for previous_id in relation["previous"]:
                ties.setdefault(previous_id, []).append(relation)
        for previous_id, relations in ties.items():
            yield pair(form_id, previous_id, relations, "off", "全部不符", "all violated")
            if previous_id == form_id:
                yield pair(form_id, previous_id, relations, "held", "全部相符", "all held")
                yield pair(form_id, previous_id, relations, "blank", "本年空白", "blank this year")
                yield pair(
                    form_id, previous_id, relations, "blank-before",
                    "上年空白，本年为 0", "last year's is blank, this year's is 0",
                )  # fmt: skip


def pair(
    form_id: str, previous_id: str, relations: list[Any], kind: str, zh: str, en: str
) -> dict[str, Any]:
    """Two reports in which no two relations have the same figures."""
    cells: dict[str, Any] = {}
    kinds = kinds_of(form_id)
    kinds |= {f"previous:{address}": one for address, one in kinds_of(previous_id).items()}
    for place, relation in enumerate(relations, 1):
        [total] = relation["left"]
        parts = {
            term["cell"]: -place if kinds[term["cell"]] == "change" else 10 * place + number
            for number, term in enumerate(relation["right"])
        }
        comes_to = sum(term["coefficient"] * parts[term["cell"]] for term in relation["right"])
        made = {total["cell"]: comes_to, **parts}
        if kind == "off":
            made[total["cell"]] += place if place % 2 else -place
        elif kind == "blank":
            made[total["cell"]] = None
        elif kind == "blank-before":
            made[total["cell"]] = 0
            made[next(cell for cell in parts if cell.startswith("previous:"))] = None
        assert not made.keys() & cells.keys()
        cells |= made
    zeros = dict.fromkeys(kinds, 0)
    figures = zeros | cells
    year = EDITIONS[FORMS[form_id]["edition"]]["fiscal_years"][0] + (form_id == previous_id)
    own = {address: value for address, value in figures.items() if address[0] == "/"}
    before = {
        address.removeprefix("previous:"): value
        for address, value in figures.items()
        if address[0] != "/"
    }
    beside = "" if form_id == previous_id else f"（上年为{TITLES[previous_id]}）"
    beside_en = "" if form_id == previous_id else f" (last year {TITLES_EN[previous_id]})"
    return {
        "id": f"pair.{form_id}.{previous_id}.{kind}",
        "title": {
            "zh": f"{TITLES[form_id]}{beside}：{zh}",
            "en": f"{TITLES_EN[form_id]}{beside_en}: {en}",
        },
        "previous": text_of(document(previous_id, before, year - 1, organ())),
        "text": text_of(document(form_id, own, year, organ())),
        "previous_form": previous_id,
        "form": form_id,
        "relations": {one["id"]: outcome(one, kinds, figures) for one in relations},
    }


# --- files --------------------------------------------------------------------------------------


def cases() -> list[dict[str, Any]]:
    makers = [
        plain_cases, violations, blanks, spellings, syntax_errors, depth_errors, key_errors,
        value_errors, fact_errors, several,
    ]  # fmt: skip
    made = [case for maker in makers for case in maker()]
    ids = [case["id"] for case in made]
    assert len(set(ids)) == len(ids), sorted(id for id in ids if ids.count(id) > 1)
    return made


def edition_of(case: dict[str, Any]) -> str:
    """The edition that a case is about: the one that its document says, if there is such a one."""
    if case["valid"]:
        return str(FORMS[case["form"]]["edition"])
    try:
        found = json.loads(case["text"])["edition"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return GENERAL
    return found if isinstance(found, str) and found in EDITIONS else GENERAL


def contents() -> dict[Path, bytes]:
    """The content of each file."""
    every, beside = cases(), list(pairs())
    written = {}
    for edition, one in EDITIONS.items():
        lines = ",\n".join(json.dumps(c) for c in every if edition_of(c) == edition)
        own = ",\n".join(json.dumps(c) for c in beside if FORMS[c["form"]]["edition"] == edition)
        written[SCHEMAS / one["files"]["conformance"]] = (
            f'{{"$schema": "urn:gxstats:schema:conformance:1", "edition": "{edition}", "cases": [\n'
            f'{lines}\n], "pairs": [\n{own}\n]}}\n'
        ).encode()
    return written


if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        stale = [
            str(path)
            for path, content in contents().items()
            if not path.is_file() or path.read_bytes() != content
        ]
        sys.exit(f"not up to date: {', '.join(stale)}" if stale else 0)
    for path, content in contents().items():
        path.write_bytes(content)
        sys.stdout.write(f"{path.relative_to(ROOT)} written\n")
