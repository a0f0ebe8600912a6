"""Every text of the command line, in both languages.

Help texts are kept in lines as they are shown: click cannot break Chinese.
"""

from __future__ import annotations

from typing import Final

from ..text import Bilingual
from ..verdicts.wording import (
    AND_CELLS,
    BESIDE,
    COLON,
    DIAGNOSIS,
    DOUBT,
    HELD_FILE,
    HINT,
    IN_BRACKETS,
    INVALID,
    LIST,
    NO_REPORT,
    NO_REPORT_FILES,
    NOTICE,
    ONE_PROBLEM,
    OPEN_FILE,
    PROBLEMS,
    STANDARD_INPUT,
    SUMMARY,
    SUMMARY_PART,
    SUMMARY_SEPARATOR,
    UNDECIDED,
    UNREADABLE,
    UNREADABLE_FILE,
    VIOLATED,
    VIOLATED_FILE,
    YEAR,
)

__all__ = [
    "AND_CELLS",
    "BESIDE",
    "COLON",
    "DIAGNOSIS",
    "DOUBT",
    "HELD_FILE",
    "HINT",
    "INVALID",
    "IN_BRACKETS",
    "LIST",
    "NOTICE",
    "NO_REPORT",
    "NO_REPORT_FILES",
    "ONE_PROBLEM",
    "OPEN_FILE",
    "PROBLEMS",
    "STANDARD_INPUT",
    "SUMMARY",
    "SUMMARY_PART",
    "SUMMARY_SEPARATOR",
    "UNDECIDED",
    "UNREADABLE",
    "UNREADABLE_FILE",
    "VIOLATED",
    "VIOLATED_FILE",
    "YEAR",
]  # the texts are used as texts.NAME; these stand with the verdicts

PURPOSE: Final = Bilingual("命令行", "the command line")

# --- help -----------------------------------------------------------------------------------

USAGE: Final = Bilingual("用法：", "Usage: ")
OPTIONS: Final = Bilingual("选项", "Options")
COMMANDS: Final = Bilingual("命令", "Commands")
EXAMPLES: Final = Bilingual("示例", "Examples")
EXIT_CODES: Final = Bilingual("退出码", "Exit codes")

GXSTATS: Final = Bilingual(
    "读取并校验政府信息公开工作年度报告的统计表。",
    "Read and check the statistics of China's government information disclosure reports.",
)
GXSTATS_EXAMPLES: Final = (
    "gxstats example | gxstats check -",
    "gxstats check report.html",
    "gxstats read report.html -o report.json",
)
EXIT: Final = (
    ("0", Bilingual("全部相符", "everything holds")),
    ("1", Bilingual("有勾稽关系不符", "a cross-check is violated")),
    (
        "2",
        Bilingual(
            "文件读不出、不合格，命令写错，无法写出，或程序出错",
            "unreadable or invalid file, wrong usage, output that cannot be written, a fault",
        ),
    ),
    ("3", Bilingual("没有不符，但有空白或存疑之处", "nothing violated, but blanks or doubts")),
)
EXIT_WORST: Final = Bilingual(
    "多个文件时取最重的一个：2 重于 1，1 重于 3，3 重于 0。",
    "Of several files the worst counts: 2 before 1 before 3 before 0.",
)

CHECK: Final = Bilingual(
    "校验报告的勾稽关系。",
    "Check the sums of reports.",
)
CHECK_MORE: Final = Bilingual(
    "FILE 可以是公布的报告（网页、mht、文本、Markdown、CSV、docx、xlsx、xls、PDF，或装有\n"
    "报告的 zip、eml），也可以是 JSON 报告文档，或者文件夹；- 表示标准输入。先说不符\n"
    "之处，再说提示、存疑和无法判断的。\n"
    "一个文件里有几份报告的，逐份列出，称为 FILE:成员 或 FILE#2。\n"
    "文件夹连同其中各层文件夹一起看，每个文件一行，最后列表；--all 逐份列出全部。\n"
    "读不出的文件说明原因，其余照常；隐藏文件、编辑中的临时文件（~$）跳过；图片之类\n"
    "不是报告的文件只列出，不影响退出码。\n"
    "--format json 输出一个数组，每份报告一项：file、edition、form、verdict、\n"
    "relations、doubts、slips、diagnosis、findings；读不出的文件则为 file、error、\n"
    "problems；文件夹里不是报告的文件为 file、skipped。\n"
    "sarif、github、junit 供代码平台和构建服务器使用，csv、xlsx 是表格，html 是一个网页；\n"
    "各格式说的是同样的事。",
    "FILE is a published report (HTML, MHTML, text, Markdown, CSV, docx, xlsx, xls,\n"
    "PDF, or a zip or eml file with reports in it), a report document in JSON, or a\n"
    "folder; - is standard input. What is violated comes first, then hints, doubts\n"
    "and what blanks leave open. Of several reports in a file each is listed, as\n"
    "FILE:MEMBER or FILE#2.\n"
    "A folder is gone through with all folders in it: one line a file, and a table\n"
    "at the end; --all lists everything of each. A file that cannot be read is told\n"
    "with the reason, and the rest is done. Hidden files and lock files (~$) are\n"
    "skipped. Pictures and other files that are no reports are only listed; they\n"
    "do not change the exit code.\n"
    "--format json gives an array with one object per report: file, edition, form,\n"
    "verdict, relations, doubts, slips, diagnosis, findings; or file, error, problems\n"
    "for a file that cannot be read; or file, skipped for one in a folder that is no\n"
    "report.\n"
    "sarif, github and junit are for code hosts and build servers, csv and xlsx are\n"
    "tables, html is a page; all tell the same.",
)
CHECK_EXAMPLES: Final = (
    "gxstats check report.html",
    "gxstats check folder",
    "gxstats check --format json *.html",
    "gxstats check folder --format xlsx -o verdicts.xlsx",
    "curl -s URL | gxstats check -",
)
READ: Final = Bilingual(
    "读取公布的报告，输出 JSON 报告文档。",
    "Read a published report and write it as a JSON report document.",
)
READ_MORE: Final = Bilingual(
    "读不准的单元格留空，并在标准错误输出中说明。\n"
    "页面没有印出的年份、机关名称等，可以用选项补上；与页面不一致时以页面为准，\n"
    "并予说明。\n"
    "FILE 可以是几个文件或文件夹：这时 -o（和 --reading）是文件夹，每份报告写成其中\n"
    "一个文件，名称是原名加 .json；标准输出每个文件一行，最后列表。",
    "A cell that cannot be read with certainty stays blank, and is named on standard\n"
    "error. Options supply what the page does not print, such as the year; where they\n"
    "contradict the page, the page stands and the contradiction is named.\n"
    "FILE may be several files, or folders: then -o (and --reading) is a folder in\n"
    "which each report becomes a file, named as its source with .json added; standard\n"
    "output has one line a file, and a table at the end.",
)
READ_EXAMPLES: Final = (
    "gxstats read report.html",
    "gxstats read report.html -o report.json --reading reading.json",
    "gxstats read table.txt --year 2023 --organ-name 某局",
    "gxstats read folder -o documents",
)
READ_EXIT: Final = (
    ("0", Bilingual("全部读出", "read without doubt")),
    ("2", Bilingual("读不出", "unreadable")),
    (
        "3",
        Bilingual("读出，但缺统计表或有存疑之处", "read, but tables are missing or doubts left"),
    ),
)
READ_WORST: Final = Bilingual(
    "多个文件时取最重的一个：2 重于 3，3 重于 0。",
    "Of several files the worst counts: 2 before 3 before 0.",
)
VALIDATE: Final = Bilingual(
    "检查 JSON 报告文档是否合格，列出全部问题。",
    "Validate JSON report documents; every problem is listed with its address.",
)
VALIDATE_EXAMPLES: Final = (
    "gxstats validate report.json",
    "gxstats read page.html | gxstats validate -",
)
VALIDATE_EXIT: Final = (
    ("0", Bilingual("合格", "valid")),
    ("2", Bilingual("读不出或不合格", "unreadable or invalid")),
)
EXPLAIN: Final = Bilingual(
    "说明一条勾稽关系；不写名称则列出全部。",
    "Explain a cross-check; without an argument, list them all.",
)
EXPLAIN_EXAMPLES: Final = ("gxstats explain", "gxstats explain requests.balance.total")
SCHEMA: Final = Bilingual(
    "输出发布的 JSON Schema。",
    "Print a published JSON Schema.",
)
SCHEMA_MORE: Final = Bilingual(
    "NAME 为 {names}；\n默认 report。", "NAME is one of {names};\nreport unless given."
)
SCHEMA_EXAMPLES: Final = ("gxstats schema 2021", "gxstats schema relations")
FORM: Final = Bilingual("画出某一版空白表样。", "Draw the empty form of an edition.")
FORM_MORE: Final = Bilingual("EDITION 为 {names}。", "EDITION is one of {names}.")
FORM_EXAMPLES: Final = ("gxstats form 2021", "gxstats form 2019 --addresses")
EXAMPLE: Final = Bilingual(
    "输出一份真实的报告，供试用。", "Print a real report, to try the commands on."
)
EXAMPLE_EXAMPLES: Final = ("gxstats example | gxstats check -",)

DIAGNOSE: Final = Bilingual(
    "指出哪一格有误、应为多少，并说明理由。",
    "Say which cell is wrong, what it should be, and why.",
)
DIAGNOSE_MORE: Final = Bilingual(
    "FILE 同 gxstats check。列出能使全部等式成立的、改动格数最少的各种办法；可能性大的在\n"
    "前，并注明依据。只有一种时，表中画出“原数→应为”；有几种时，涉及的格标“?”。\n"
    "--format json 输出一个数组，每份报告一项：file、edition、form、verdict、unique、\n"
    "complete、size、count、explanations、certain、reason、deduction、doubts。",
    "FILE is what gxstats check takes. All ways to make every sum hold with the fewest\n"
    "cells changed are listed, the likelier first, with what speaks for each. If there is\n"
    "one only, the tables are drawn with old→new in its cells; if there are several, the\n"
    "cells concerned are marked ?.\n"
    "--format json gives an array with one object per report: file, edition, form, verdict,\n"
    "unique, complete, size, count, explanations, certain, reason, deduction, doubts.",
)
DIAGNOSE_EXAMPLES: Final = (
    "gxstats diagnose report.html",
    "gxstats diagnose 2023.html --last-year 2022.html",
    "gxstats diagnose report.html --known /requests/received/total=50",
    "gxstats diagnose report.html --fixed /requests/received/natural_person",
)

BATCH: Final = Bilingual(
    "用全部处理器读取并校验成千上万份报告，写成 Parquet。",
    "Read and check thousands of reports with all processors, into Parquet.",
)
BATCH_MORE: Final = Bilingual(
    "SOURCE 是文件夹（连同其中各层文件夹）、文件，或带引号的通配符，可以有几个。\n"
    "OUT 中写入：reports（报告，每份一行）、findings（不符、诊断、提示、存疑，每条一行）、\n"
    "files（每个文件的结果），以及 summary.json。读不出的文件照记，其余照常。\n"
    "压缩包和邮件不打开，只照记；用 --archives 时逐个读取其中的文件，称为 FILE:成员。\n"
    "再运行一次，只读新的和改过的文件；中断之后也是这样接着读。\n"
    "SOURCE 是 gxstats 写成的 Parquet 时，按列校验，不再读取。",
    "SOURCE is a folder (with all folders in it), a file, or a pattern in quotes; there\n"
    "may be several. Written to OUT: reports (a row a report), findings (a row for each\n"
    "violation, diagnosis, hint and doubt), files (what became of each file) and\n"
    "summary.json. A file that cannot be read becomes a row; the rest is done.\n"
    "An archive or letter is such a row too; with --archives the files in it are read,\n"
    "as FILE:MEMBER.\n"
    "Run again, it reads only what is new or has changed, also after an interruption.\n"
    "A SOURCE that is Parquet as gxstats writes it is checked by columns.",
)
BATCH_EXAMPLES: Final = (
    "gxstats batch reports -o out",
    "gxstats batch 'reports/*/2023*.html' -o out",
    "gxstats batch out/reports/part-00001.parquet -o checked",
)

# --- options --------------------------------------------------------------------------------

LANG_OPTION: Final = Bilingual(
    "文字：zh 中文，en 英文（默认依系统）", "Language (default: the locale's)"
)
DEBUG_OPTION: Final = Bilingual(
    "程序出错时，显示出错之处", "If gxstats itself fails, show where (a traceback)"
)
HELP_OPTION: Final = Bilingual("显示此帮助", "Show this help and exit")
VERSION_OPTION: Final = Bilingual("显示版本", "Show the version and exit")
FORMAT_OPTION: Final = Bilingual("text 文字（默认）或 json", "text (default) or json")
CHECK_FORMAT_OPTION: Final = Bilingual(
    "text 文字（默认）、json、jsonl、sarif、github、junit、csv、html、xlsx",
    "text (default), json, jsonl, sarif, github, junit, csv, html, xlsx",
)
ALL_OPTION: Final = Bilingual("列出全部，不省略", "List everything, leaving nothing out")
FORM_OPTION: Final = Bilingual(
    "画出不符之处所在的表", "Also draw the tables in which something is violated"
)
OUT_OPTION: Final = Bilingual("写入 OUT，而非标准输出", "Write to OUT, not to standard output")
READING_OPTION: Final = Bilingual(
    "把每格的出处和存疑之处写入 OUT", "Write where each cell comes from, and all doubts, to OUT"
)
YEAR_OPTION: Final = Bilingual("报告年度", "Fiscal year")
NAME_OPTION: Final = Bilingual("机关名称", "Name of the organ")
CODE_OPTION: Final = Bilingual("统一社会信用代码", "Unified social credit code of the organ")
DIVISION_OPTION: Final = Bilingual("六位行政区划代码", "Six-digit division code")
SCOPE_OPTION: Final = Bilingual(
    "organ 本机关，region 本地区", "organ: its own figures; region: a whole region's"
)
LAST_YEAR_OPTION: Final = Bilingual(
    "上年的报告；其“结转下年度”应与本年的“上年结转”一致",
    "The report of the year before: what it carried over counts too",
)
FIXED_OPTION: Final = Bilingual(
    "认定无误的单元格（地址），可重复", "A cell known to be right, by address; may be repeated"
)
KNOWN_OPTION: Final = Bilingual(
    "另处印有、认定无误的数，如 地址=50，可重复",
    "A number known from elsewhere, as ADDRESS=50; may be repeated",
)
REPAIR_OPTION: Final = Bilingual(
    "把按唯一解释改好的报告文档写入 OUT",
    "Write the report document, repaired by the only explanation, to OUT",
)
ADDRESSES_OPTION: Final = Bilingual(
    "改列每个单元格的地址", "List every cell with its address instead"
)

BATCH_OUT_OPTION: Final = Bilingual("写入这个文件夹", "The folder to write to")
WORKERS_OPTION: Final = Bilingual(
    "读取进程数（默认与处理器数相同）", "Processes that read (default: one a processor)"
)
ARCHIVES_OPTION: Final = Bilingual(
    "打开压缩包（zip）和邮件（eml），读取其中的报告",
    "Open archives (zip) and letters (eml), and read the reports in them",
)
AGAIN_OPTION: Final = Bilingual(
    "删去 OUT 中以前写成的，从头开始", "Remove what was written to OUT before, and start over"
)
QUIET_OPTION: Final = Bilingual("不显示进度和结果", "Show neither progress nor summary")

# --- usage errors ---------------------------------------------------------------------------

NO_SUCH_COMMAND: Final = Bilingual("没有命令 {found}", "no such command: {found}")
NO_SUCH_OPTION: Final = Bilingual("没有选项 {found}", "no such option: {found}")
OPTION_USAGE: Final = Bilingual("选项 {found} 的写法不对", "option {found} is not used correctly")
MISSING_ARGUMENT: Final = Bilingual("缺少 {found}", "missing: {found}")
EXTRA_ARGUMENT: Final = Bilingual("多余的参数 {found}", "unexpected argument: {found}")
NOT_A_CHOICE: Final = Bilingual(
    "{found} 不在可选之列：{expected}", "{found} is not one of {expected}"
)
NOT_A_NUMBER: Final = Bilingual("{found} 不是整数", "{found} is not a whole number")
WRONG_USAGE: Final = Bilingual("命令写错了：{found}", "wrong usage: {found}")
DID_YOU_MEAN: Final = Bilingual("（是不是 {near}？）", " (did you mean {near}?)")
SEE_HELP: Final = Bilingual("用法见 {command} --help", "See {command} --help")
FAULT: Final = Bilingual(
    "gxstats 程序出错（{fault}），校验没有结果。请把这一行、所用的命令和 gxstats --version 的输出\n"
    "报告给 gxstats；加上 --debug 再运行一次，会显示出错之处。",
    "gxstats itself failed ({fault}); there is no verdict. Please report this line, the command\n"
    "and what gxstats --version prints; run again with --debug, it shows where.",
)
INTERRUPTED: Final = Bilingual("已中断", "interrupted")

# --- files ----------------------------------------------------------------------------------

STANDARD_OUTPUT: Final = Bilingual("标准输出", "standard output")
CANNOT_WRITE: Final = Bilingual("无法写入 {name}：{reason}", "cannot write {name}: {reason}")
NOT_TO_TERMINAL: Final = Bilingual(
    "xlsx 不能显示在终端上，请用 -o 指定文件",
    "xlsx is nothing for a terminal; name a file with -o",
)
STDIN_TWICE: Final = Bilingual(
    "标准输入（-）只能读一次", "standard input (-) can be read once only"
)

# --- verdicts -------------------------------------------------------------------------------

VALID: Final = Bilingual("合格", "valid")
VALID_REPORT: Final = Bilingual("报告文档符合规定。", "This is a report document.")
NOT_JSON: Final = Bilingual(
    "validate 只检查 JSON 报告文档；公布的报告请先用 gxstats read 读取。",
    "validate takes JSON report documents; read a published report with gxstats read first.",
)
AND_MORE: Final = Bilingual(
    "……另有 {count} 条，用 --all 全部列出", "… and {count} more; --all lists them"
)
COUNT_ACCEPTED: Final = Bilingual("已接受 {count}", "{count} accepted")
COUNT_VIOLATED: Final = Bilingual("{count} 条不符", "{count} violated")
COUNT_HELD: Final = Bilingual("{count} 条相符", "{count} held")
COUNT_OPEN: Final = Bilingual("{count} 条未定", "{count} open")
COUNT_DOUBTS: Final = Bilingual("{count} 处存疑", "{count} in doubt")
SLIPS: Final = Bilingual("{count} 条{whose}", "{count} {whose}")

# --- many files -----------------------------------------------------------------------------

HELD: Final = Bilingual("相符", "held")
READ_WELL: Final = Bilingual("读出", "read")
READ_FILE: Final = Bilingual("全部读出", "read without doubt")
DOUBTED_FILE: Final = Bilingual("有存疑之处", "with doubts")
INCOMPLETE_FILE: Final = Bilingual("缺统计表", "with tables missing")
UNDECIDED_FILE: Final = Bilingual("因空白未定", "left open by blanks")
NO_FILES: Final = Bilingual("文件夹里没有报告", "there is no report in the folder")
RESULT: Final = Bilingual("结果", "result")
FILES: Final = Bilingual("份数", "files")
TOTAL: Final = Bilingual("合计", "total")
RATE: Final = Bilingual("每秒 {rate} 份", "{rate} files/s")
SEVERAL_PROBLEMS: Final = Bilingual("（共 {count} 处问题）", " ({count} problems in all)")
REST: Final = Bilingual("……另有 {count} 个", "… and {count} more")
PASSED: Final = Bilingual("跳过", "skipped")
PASSED_OVER: Final = Bilingual("{why} {count} 个：{names}", "{count} × {why}: {names}")
PASSED_COUNT: Final = Bilingual("{why} {count} 个", "{count} × {why}")
BROKEN: Final = Bilingual(
    "程序在这个文件上出错（{fault}），请向 gxstats 报告；加上 --debug 会显示出错之处",
    "gxstats itself failed on this file ({fault}); please report it, --debug shows where",
)
NEEDS_FOLDER: Final = Bilingual(
    "读取文件夹或多个文件，要用 {option} 指定一个输出文件夹",
    "reading folders or several files needs {option} with a folder to write to",
)
NOT_A_FOLDER: Final = Bilingual("{option} {name} 不是文件夹", "{option} {name} is not a folder")
OUTPUT_HOLDS_SOURCES: Final = Bilingual(
    "{option} {name} 里面就是要读取的文件，请另选输出文件夹",
    "{option} {name} holds the files that are read; choose another folder",
)
ONE_OUTPUT: Final = Bilingual(
    "{first} 和 {second} 是同一个文件 {name}，请分开指定",
    "{first} and {second} name one file, {name}; name two",
)
ONE_NAME: Final = Bilingual(
    "{first} 和 {second} 会写到同一个文件 {name}，请分开读取",
    "{first} and {second} would be written to one file, {name}; read them one at a time",
)
OVERWRITES: Final = Bilingual(
    "{name} 是要读取的文件，不能写到那里；请写到另一个文件",
    "{name} is a file that is read; it cannot be written to; name another one",
)
ONE_ORGAN: Final = Bilingual(
    "{option} 只适用于一份报告", "{option} belongs to one report, not to many"
)

# --- batch ----------------------------------------------------------------------------------

BATCH_VERDICTS: Final = Bilingual("结论", "verdict")
BATCH_EDITIONS: Final = Bilingual("表样", "edition")
BATCH_YEARS: Final = Bilingual("年度", "fiscal year")
BATCH_RELATIONS: Final = Bilingual("最常不符", "most often violated")
BATCH_FINDINGS: Final = Bilingual("另见", "beside the sums")
BATCH_CODES: Final = Bilingual("读不出的原因", "why there is no report")
BATCH_REPORTS: Final = Bilingual("份数", "reports")
BATCH_TIMES: Final = Bilingual("次数", "times")
BATCH_UNKNOWN: Final = Bilingual("不详", "unknown")
BATCH_READ: Final = Bilingual(
    "本次读取 {read} 个文件，用时 {seconds} 秒（每秒 {rate} 个）；以前读过、未改动的 {kept} 个。",
    "Files read in this run: {read}, in {seconds} s ({rate}/s); read before and unchanged: {kept}.",
)
BATCH_ABSENT: Final = Bilingual(
    "{name} 中有 {count} 个文件不在这次的来源里，予以保留。",
    "{name} has files that are not among the sources of this run, and keeps them: {count}.",
)
BATCH_LINKS: Final = Bilingual("与上年报告的衔接", "ties to last year's report")
LINKS: Final = {
    "held": Bilingual("相符", "held"),
    "violated": Bilingual("不符", "violated"),
    "undecided": Bilingual("因空白无法判断", "left open by blanks"),
    "missing": Bilingual("没有上年报告", "no report of the year before"),
    "several": Bilingual("上年报告不止一份", "several reports of the year before"),
    "unknown": Bilingual("机关或年度不明", "organ or year unknown"),
}
BATCH_WRITTEN: Final = Bilingual(
    "已写入 {name}：reports、findings、files、summary.json",
    "written to {name}: reports, findings, files, summary.json",
)
BATCH_INTERRUPTED: Final = Bilingual(
    "已中断；{name} 中已有 {count} 个文件的结果，再运行同一命令即接着读取。",
    "interrupted; {name} has the results of {count} files, and the same command goes on from there.",
)
BATCH_EXIT_NO_REPORT: Final = Bilingual("来源中没有报告", "there is no report among the sources")

# --- reading --------------------------------------------------------------------------------

CONTRADICTION: Final = Bilingual(
    "页面印的是 {printed}，与 {option} {given} 不一致；以页面为准",
    "the page prints {printed}, which contradicts {option} {given}; the page stands",
)
NO_READING: Final = Bilingual(
    "这已经是报告文档，没有阅读记录，--reading 不适用",
    "this is a report document already; there is no reading for --reading to write",
)
TABLE_MISSING: Final = Bilingual("缺表", "missing")
COUNT_MISSING: Final = Bilingual("缺 {count} 张统计表", "tables missing: {count}")
WRITTEN: Final = Bilingual("已写入 {name}", "written to {name}")

# --- diagnosing -----------------------------------------------------------------------------

WHY: Final = Bilingual("理由", "why")
MISSING: Final = Bilingual("空白", "blank")
CERTAIN: Final = Bilingual("无误", "certain")
CERTAIN_CELLS: Final = Bilingual(
    "各等式中的 {count} 格，无论取哪种最小的解释都是对的。",
    "{count} cells of the sums are right under every smallest explanation.",
)
NOTHING_TO_DIAGNOSE: Final = Bilingual("没有不成立的等式。", "No relation fails.")
NO_CELL: Final = Bilingual(
    "{option} {found}：表上没有这个地址{near}", "{option} {found}: the form has no such cell{near}"
)
NO_NUMBER: Final = Bilingual(
    "{option} {found}：应写成 地址=整数", "{option} {found}: give it as ADDRESS=NUMBER"
)
WRONG_YEARS: Final = Bilingual(
    "{option} 是 {found} 年度的报告，不是 {expected} 年度的",
    "{option} is the report of {found}, not of {expected}",
)
NOT_REPAIRED: Final = Bilingual(
    "解释不止一种，{name} 未写入", "there is not one explanation only; {name} was not written"
)
NOTHING_REPAIRED: Final = Bilingual(
    "合计推算不出应填的数，{name} 未写入",
    "the sums do not tell what number belongs there; {name} was not written",
)
NOT_ONE_FILE: Final = Bilingual("{option} 只适用于一份报告", "{option} belongs to one report")

# --- explaining -----------------------------------------------------------------------------

NO_RELATION: Final = Bilingual(
    "没有名为 {found} 的勾稽关系{near}；gxstats explain 列出全部",
    "no cross-check is called {found}{near}; gxstats explain lists them all",
)
FORM_HEAD: Final = Bilingual("表样", "form")
STRENGTH_HEAD: Final = Bilingual("效力", "strength")
SOURCE_HEAD: Final = Bilingual("依据", "source")
NOTE_HEAD: Final = Bilingual("说明", "note")
CELLS_HEAD: Final = Bilingual("单元格", "cells")
AND: Final = Bilingual("、", ", ")
WITH_UNIT: Final = Bilingual("{name}（{unit}）", "{name} ({unit})")
NO_FORM: Final = Bilingual(
    "没有 {found} 版表样；有 {expected}", "no form {found}; there are {expected}"
)
NO_SCHEMA: Final = Bilingual(
    "没有 {found}；有 {expected}", "no schema {found}; there are {expected}"
)

# --- workbooks ------------------------------------------------------------------------------

WORKBOOK: Final = Bilingual(
    "制作自动校验的 Excel 表样。", "Make the form as an Excel workbook that checks itself."
)
WORKBOOK_MORE: Final = Bilingual(
    "EDITION 为 {names}。按印发的样式排版；边填边校验，哪里不符、\n"
    "差多少，“勾稽关系”表用一句话说明。填好的文件可用 gxstats read 读取。\n"
    "有一部分空白，合计就留空：空白不是 0。--report 所给报告的合计若与各项之和不同，\n"
    "照原样填入，不改成公式。",
    "EDITION is one of {names}. It is laid out as printed, and checked\n"
    "while one types: the sheet of cross-checks says in a sentence what fails and by how\n"
    "much. gxstats read reads the file when it is filled in.\n"
    "A total is blank while one of its parts is: a blank is not 0. A total that the report\n"
    "given with --report states otherwise than as their sum is written as it stands.",
)
WORKBOOK_EXAMPLES: Final = (
    "gxstats workbook 2021 -o form.xlsx",
    "gxstats workbook 2021 --totals inputs --last-year last.json -o form.xlsx",
    "gxstats workbook 2019 --report report.html -o report.xlsx",
)
WORKBOOK_EXIT: Final = (
    ("0", Bilingual("已写入", "written")),
    ("2", Bilingual("给出的报告读不出，或命令写错", "a report that cannot be read, wrong usage")),
    ("3", Bilingual("已写入，但给出的报告有存疑之处", "written, from a report with doubts")),
)
WORKBOOK_OUT_OPTION: Final = Bilingual(
    "写入的文件；- 为标准输出", "the file to write; - is standard output"
)
TOTALS_OPTION: Final = Bilingual(
    "合计用公式（formulas），或照样填写并校验（inputs）",
    "totals as formulas, or as inputs that are checked",
)
FILL_OPTION: Final = Bilingual("填入这份报告的数", "fill in the figures of this report")
LAST_YEAR_FILL_OPTION: Final = Bilingual(
    "并列上年报告的数，校验年度之间的关系", "show and check last year's figures beside"
)
ANOTHER_FORM: Final = Bilingual(
    "{option} 的报告用的是 {found} 版表样，不是 {expected} 版",
    "the report of {option} is on form {found}, not on {expected}",
)

# --- pages ----------------------------------------------------------------------------------

PAGE: Final = Bilingual(
    "制作自动校验的网页表样。", "Make the form as a web page that checks itself."
)
PAGE_MORE: Final = Bilingual(
    "EDITION 为 {names}。只有一个 HTML 文件，用浏览器打开，不要服务器，也不连网。\n"
    "边填边校验，指出错在哪一格；可以从 Excel、Word 粘贴，打印；保存的是报告文档（JSON），\n"
    "也能再打开。页面内可切换中文和英文。",
    "EDITION is one of {names}. It is one HTML file, to be opened in a browser,\n"
    "without a server and without a network. It checks while one types and says which cell\n"
    "is wrong; takes what is pasted from Excel and Word; prints; saves report documents\n"
    "(JSON) and opens them. The page can be switched between Chinese and English.",
)
PAGE_EXAMPLES: Final = ("gxstats page 2021 -o form.html", "gxstats page 2019 > form.html")

# --- certificates ---------------------------------------------------------------------------

CERTIFICATE: Final = Bilingual(
    "说明某一版表样的等式能查出、能指出哪些错误。",
    "Say which errors the relations of a form detect and locate.",
)
CERTIFICATE_MORE: Final = Bilingual(
    "EDITION 为 {names}。先单看一份报告，再与上年报告对照（上年的\n"
    "“结转下年度”一行也可能写错）；报告没有空白。全部从表样算出。\n"
    "“最小距离”是至少要同时错几格才可能查不出。只错一格时：能指出是哪一格的、只知有误的、\n"
    "查不出的各有多少格，分表列出。\n"
    "--format json 输出公布的证书，其中逐格说明（by_cell）。",
    "EDITION is one of {names}. First for a report by itself, then\n"
    "beside last year's, whose row of requests carried over may be wrong too; there are\n"
    "no blanks. All is computed from the form.\n"
    "The distance is the least number of wrong cells that can go unnoticed. For each\n"
    "table: the cells in which one error is located, is detected but not located\n"
    "(unlocated), is not detected.\n"
    "--format json gives the published certificate, which has every cell (by_cell).",
)
CERTIFICATE_EXAMPLES: Final = (
    "gxstats certificate 2021",
    "gxstats certificate 2019 --format json",
)
TABLE_HEAD: Final = Bilingual("表", "table")
RELATIONS_HEAD: Final = Bilingual("等式", "relations")
RANK_HEAD: Final = Bilingual("独立", "rank")
DISTANCE_HEAD: Final = Bilingual("最小距离", "distance")
LOCATED_HEAD: Final = Bilingual("能指出", "located")
CONFUSED_HEAD: Final = Bilingual("只知有误", "unlocated")
UNDETECTED_HEAD: Final = Bilingual("查不出", "undetected")

# --- exports --------------------------------------------------------------------------------

EXPORT: Final = Bilingual(
    "输出供其他引擎使用的勾稽关系：SQL、R、VTL 等。",
    "Print the relations for another engine: SQL, R, VTL and more.",
)
EXPORT_MORE: Final = Bilingual(
    "不写 NAME 时列出全部；带表样的，每种一份，须写 EDITION。\n"
    "内容与 schema/engines/ 下发布的文件相同。",
    "Without NAME, lists what there is; where forms are named there is a text for each,\n"
    "and EDITION says which. The texts are those published under schema/engines/.",
)
EXPORT_EXAMPLES: Final = ("gxstats export duckdb", "gxstats export validate 2021")
NO_EXPORT: Final = Bilingual(
    "没有 {found}；有 {expected}", "no export {found}; there are {expected}"
)

# --- annotating -----------------------------------------------------------------------------

ANNOTATE: Final = Bilingual(
    "在报告原件（docx、xlsx、HTML、PDF）的单元格上加批注。",
    "Write comments on the cells of a report's own file: docx, xlsx, HTML or PDF.",
)
ANNOTATE_MORE: Final = Bilingual(
    "批注写明哪一格有误、应为多少、是怎样算出的；其余内容保持不变，原件不被覆盖。\n"
    "没有印出的格和整份报告的情况，写在文件开头（HTML 在末尾）的一条批注里。\n"
    "对加过批注的文件再次运行，旧批注会换成新的。",
    "A comment says which cell is wrong, what it should hold, and by which sums. Nothing\n"
    "else is changed, and the file itself is not overwritten. What has no cell stands in\n"
    "one comment at the head (HTML: at the end). Comments of an earlier run are replaced.",
)
ANNOTATE_EXAMPLES: Final = (
    "gxstats annotate report.docx -o marked.docx",
    "gxstats annotate report.pdf --last-year last.html -o marked.pdf",
    "gxstats annotate report.xlsx --lang en -o marked.xlsx",
)
AT_THE_HEAD: Final = Bilingual("写在总批注里", "in the comment on the whole")
ANNOTATED: Final = Bilingual(
    "已写入 {name}：{count} 处批注", "written to {name}: comments on cells: {count}"
)

# --- drawings -------------------------------------------------------------------------------

SHOW: Final = Bilingual(
    "把报告画成印制的表格，标出有误、存疑、空白的格。",
    "Draw reports as the printed form, with wrong, doubtful and blank cells marked.",
)
SHOW_MORE: Final = Bilingual(
    "--format html 写出一个完整的网页，可打印，不需要网络：\n"
    "标出的格显示应为的数，指到或按 Tab 键移到时说明理由，表下逐格列出。",
    "--format html writes one whole page, which prints and needs no network:\n"
    "a marked cell shows what it should hold, says why when pointed at or reached by Tab,\n"
    "and stands in the list below the tables.",
)
SHOW_EXAMPLES: Final = (
    "gxstats show 2023.docx",
    "gxstats show --format html -o found.html 2023.docx",
    "gxstats show --format markdown --last-year 2022.docx 2023.docx",
)
SHOW_FORMAT_OPTION: Final = Bilingual(
    "text（终端）、html（网页）或 markdown", "text (terminal), html (a page) or markdown"
)

# --- before a commit ------------------------------------------------------------------------

HOOK: Final = Bilingual(
    "校验将要提交的文件，供 pre-commit 调用。",
    "Check files that are to be committed; made for pre-commit.",
)
HOOK_MORE: Final = Bilingual(
    "FILE 同 gxstats check，但不是报告的文件（其他 JSON、没有统计表的 Word 文件等）\n"
    "一概略过。打不开的（有密码、已损坏、扫描件）无从知道是不是报告，不略过。\n"
    "只说使提交中止的报告，最后一行写明看了几份报告、略过几个文件。\n"
    "--fail-on：undecided 因空白或存疑未定，violated 不符，unreadable 读不出。",
    "FILE is as for gxstats check, but files that are no reports (other JSON, Word files\n"
    "without the tables) are passed over. What cannot be opened (a password, damage, a\n"
    "scan) may be a report, and is not passed over.\n"
    "Only reports that stop the commit are told of; a last line counts the reports and the\n"
    "files passed over.\n"
    "--fail-on: undecided (blanks or doubts), violated, unreadable.",
)
HOOK_EXAMPLES: Final = (
    "gxstats hook report.json",
    "gxstats hook --fail-on undecided *.docx",
)
HOOK_EXIT_MORE: Final = Bilingual(
    "多个文件时取最重的一个；轻于 --fail-on 所指的记为 0。",
    "Of several files the worst counts; what is less than --fail-on says counts as 0.",
)
VALIDATE_FORMAT_OPTION: Final = Bilingual(
    "输出格式：text（默认）或 jsonl，后者每份文档一行 JSON",
    "text (default), or jsonl: a line of JSON for each document",
)
LINES_OPTION: Final = Bilingual(
    "FILE 是 JSON Lines，每行一份报告文档（.jsonl、.ndjson 不必写）",
    "each FILE is JSON Lines, a report document a line (as .jsonl and .ndjson are)",
)
FOLLOW_OPTION: Final = Bilingual(
    "也跟随通往文件夹之外的链接", "also follow links that lead out of a folder"
)
YEARS_OPTION: Final = Bilingual(
    "把同一机关相邻年度的报告连起来核对（上年结转等）",
    "also check each report against that of the same organ for the year before",
)
BASELINE_OPTION: Final = Bilingual(
    "已知并接受的不符，列在 FILE 中（JSON）：这些不影响结论",
    "known violations, listed in FILE (JSON), do not decide the verdict",
)
UPDATE_BASELINE_OPTION: Final = Bilingual(
    "把现有的不符全部写入 --baseline 的文件，已写的理由保留",
    "enter all violations in the file of --baseline; reasons are kept",
)
BASELINE_NAME: Final = Bilingual(
    "--update-baseline 须与 --baseline FILE 同用", "--update-baseline goes with --baseline FILE"
)
BASELINE_WRITTEN: Final = Bilingual(
    "已写入 {name}，共 {count} 条", "written to {name}: {count} violations"
)
GONE: Final = Bilingual("已消除", "gone")
NOT_ACCEPTED: Final = Bilingual(
    "{count} 份报告的机关或年度不明，其不符不能列入",
    "reports of an unknown organ or year, whose violations cannot be entered: {count}",
)
FAIL_ON_OPTION: Final = Bilingual(
    "从这一种起中止提交（默认 violated）",
    "the least that stops the commit (default: violated)",
)
HOOK_COUNTS: Final = Bilingual(
    "校验报告 {reports} 份，略过其他文件 {others} 个。",
    "Reports checked: {reports}; other files passed over: {others}.",
)
