"""The receiving end of a submission system: a report comes in, the verdict goes out.

    pip install "gxstats[read]" fastapi python-multipart uvicorn
    uvicorn submission:app

What a real system adds: who may submit for which organ, and a database behind ``Reports``.
"""

from __future__ import annotations

import json
import os
import re
from typing import Any, Protocol

import anyio
from anyio import CapacityLimiter, to_process
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import HTTPException
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.datastructures import UploadFile
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gxstats import Doubt, InvalidDocument, Outcome, Report, Unreadable, check, from_json, read
from gxstats.diagnosis import Budget, diagnose
from gxstats.reading import Limits
from gxstats.relations import Result, check_years
from gxstats.text import Bilingual, Language
from gxstats.wire.schema import published

LIMITS = Limits(bytes=10_000_000, seconds=10)
SECONDS = 30
"""After which a process is ended that has not come back; the limits above end it before."""
BUDGET = Budget(steps=10_000)
NO_FILE = Bilingual("表单中没有名为 file 的文件", 'the form has no file named "file"')


# --- the reports that are kept: a vendor puts a database here ---------------------------------


class Reports(Protocol):
    """Where the reports are kept that were taken."""

    async def of_year_before(self, report: Report) -> Report | None:
        """The same organ's report of the year before."""
        ...

    async def keep(self, report: Report) -> None:
        """Keep a report; a later one of the same organ and year takes its place."""
        ...


class ReportsInMemory:
    """Reports that are gone when the server stops."""

    def __init__(self) -> None:
        self._reports: dict[tuple[object, ...], Report] = {}

    async def of_year_before(self, report: Report) -> Report | None:
        return self._reports.get(_key(report, -1))

    async def keep(self, report: Report) -> None:
        self._reports[_key(report)] = report


def is_identified(report: Report) -> bool:
    return report.year is not None and bool(report.organ.code or report.organ.name)


def _key(report: Report, years: int = 0) -> tuple[object, ...]:
    # One government publishes a report of its own and one of its region.
    organ = report.organ
    return organ.code or organ.name, organ.scope, (report.year or 0) + years


# --- what is answered ------------------------------------------------------------------------


class FoundRelation(BaseModel):
    """A cross-check that does not hold, or that blanks leave open."""

    id: str
    strength: str
    outcome: str
    cells: dict[str, int | None]
    """Addresses with their values; those of last year's report begin with ``previous:``."""
    sentence: str


class FoundDoubt(BaseModel):
    """What the reading of a file left open."""

    code: str
    cell: str | None
    sentence: str


class FoundCells(BaseModel):
    """Which cells are wrong, in one sentence."""

    unique: bool
    sentence: str


class Verdict(BaseModel):
    """What becomes of a report."""

    verdict: str
    label: str
    form: str
    organ: str | None
    year: int | None
    relations: list[FoundRelation]
    doubts: list[FoundDoubt]
    diagnosis: FoundCells | None
    last_year: int | None
    """The year of the report that this one was compared with."""
    kept: bool
    """Whether it was taken: nothing violated, nothing in doubt, organ and year known."""


class FoundProblem(BaseModel):
    """Why a report is refused."""

    code: str
    address: str
    message: str


class Refusal(BaseModel):
    """Every reason why a report is refused."""

    problems: list[FoundProblem]


# --- the work, in processes of their own: a hostile file cannot block the server --------------

Read = tuple[Report, tuple[Doubt, ...]]


def read_document(data: bytes) -> Read:
    return from_json(data), ()


def read_file(data: bytes) -> Read:
    try:
        reading = read(data, limits=LIMITS)
    except Unreadable as error:
        if error.code != "read.document":
            raise
        return read_document(data)
    return reading.report, reading.doubts


def judge(
    report: Report, doubts: tuple[Doubt, ...], before: Report | None, language: Language
) -> Verdict:
    checks = [check(report)] if before is None else [check(report), check_years(before, report)]
    binding = [result for one in checks for result in (*one.violated, *one.undecided)]
    hints = [result for one in checks for result in one.hints]
    verdicts = {one.verdict for one in checks}
    if Outcome.VIOLATED in verdicts:
        verdict = Outcome.VIOLATED
    elif Outcome.UNDECIDED in verdicts or doubts:
        verdict = Outcome.UNDECIDED
    else:
        verdict = Outcome.HELD
    cells = None
    if verdict is Outcome.VIOLATED:
        found = diagnose(report, last_year=before, budget=BUDGET)
        cells = FoundCells(unique=found.unique, sentence=found.summary(language))
    return Verdict(
        verdict=verdict.value,
        label=verdict.label[language],
        form=report.form.id,
        organ=report.organ.name,
        year=report.year,
        relations=[_told(result, language) for result in (*binding, *hints)],
        doubts=[
            FoundDoubt(code=one.code, cell=one.cell, sentence=one.explain(language))
            for one in doubts
        ],
        diagnosis=cells,
        last_year=None if before is None else before.year,
        kept=verdict is not Outcome.VIOLATED and not doubts and is_identified(report),
    )


def _told(result: Result, language: Language) -> FoundRelation:
    return FoundRelation(
        id=result.relation.id,
        strength=result.relation.strength.value,
        outcome=result.outcome.value,
        cells=dict(result.cells),
        sentence=result.explain(language),
    )


class Processes:
    """As many processes as there are processors; one that takes too long is ended."""

    def __init__(self) -> None:
        self._free = CapacityLimiter(os.cpu_count() or 1)

    async def run(self, work: Any, *arguments: Any) -> Any:
        async with self._free:  # waiting for a process does not count
            try:
                with anyio.fail_after(SECONDS):
                    return await to_process.run_sync(
                        work, *arguments, cancellable=True, limiter=CapacityLimiter(1)
                    )
            except TimeoutError:
                raise Unreadable("read.limit.seconds", str(SECONDS), str(SECONDS)) from None


# --- what comes in ---------------------------------------------------------------------------


class BodyLimit:
    """Stops taking in a body that is too large, whatever length was announced."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self.app = app
        self.most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        taken = 0

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self.most:
                raise Unreadable("read.limit.bytes", str(taken), str(self.most))
            return message

        await self.app(scope, counted, send)


async def file_in(request: Request) -> bytes:
    """The file in the field ``file`` of a form, or the body itself."""
    if _media_type(request) != "multipart/form-data":
        return await request.body()
    async with request.form(max_files=1, max_fields=10) as form:
        file = form.get("file")
        if not isinstance(file, UploadFile):
            raise HTTPException(400, NO_FILE[language_for(request)])
        return await file.read()


def _media_type(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


_WISH = re.compile(
    r"(?:^|,)\s*(zh|en)(?:-[a-z0-9-]+)?(?:\s*;\s*q=([01](?:\.\d{1,3})?))?(?=\s*(?:,|$))"
)


def language_for(request: Request) -> Language:
    """The language of ``Accept-Language`` that is wished for most; Chinese unless told."""
    wishes = _WISH.findall(request.headers.get("accept-language", "").lower()[:200])
    quality: dict[Language, float] = {name: float(q or 1) for name, q in reversed(wishes)}
    return "en" if quality.get("en", 0) > quality.get("zh", 0) else "zh"


# --- the service -----------------------------------------------------------------------------

_REPORT = {"$ref": "#/components/schemas/Report"}
_FILE = {"type": "string", "contentMediaType": "application/octet-stream"}
_BODY = {
    "required": True,
    "content": {
        "application/json": {"schema": _REPORT},
        "multipart/form-data": {
            "schema": {"type": "object", "properties": {"file": _FILE}, "required": ["file"]}
        },
        "application/octet-stream": {"schema": {}},
    },
}
_REFUSALS: dict[int | str, dict[str, Any]] = {
    status: {"model": Refusal, "description": meaning}
    for status, meaning in {
        413: "too large / 过大",
        415: "a file that cannot be read / 读不出",
        422: "not a valid report / 不是合格的报告",
    }.items()
}
_NOT_A_REPORT = ("read.empty", "read.json", "read.no_table")
"""Files that can be read, and hold no report."""


def submission_system(reports: Reports) -> FastAPI:
    """The service, with a place for the reports that it takes."""
    app = FastAPI(title="Submission of annual reports / 年度报告报送", version="1")
    app.add_middleware(BodyLimit, most=LIMITS.bytes)
    processes = Processes()

    @app.post("/submissions", responses=_REFUSALS, openapi_extra={"requestBody": _BODY})
    async def submit(request: Request, response: Response) -> Verdict:
        """Judge a report document, or a file (docx, xlsx, HTML, PDF), and keep it if it is good."""
        is_document = _media_type(request) == "application/json"
        work = read_document if is_document else read_file
        report, doubts = await processes.run(work, await file_in(request))
        before = await reports.of_year_before(report) if is_identified(report) else None
        language = language_for(request)
        verdict: Verdict = await processes.run(judge, report, doubts, before, language)
        if verdict.kept:
            await reports.keep(report)
        response.headers.update({"Content-Language": language, "Vary": "Accept-Language"})
        return verdict

    @app.get("/schema")
    async def schema() -> Response:
        """The JSON Schema of report documents."""
        return JSONResponse(published("report"), media_type="application/schema+json")

    @app.exception_handler(InvalidDocument)
    async def invalid(request: Request, error: InvalidDocument) -> Response:
        language = language_for(request)
        too_large = any(problem.code == "document.size" for problem in error.problems)
        problems = [
            FoundProblem(code=one.code, address=one.address, message=one.message(language))
            for one in error.problems
        ]
        return _refused(413 if too_large else 422, problems, language)

    @app.exception_handler(Unreadable)
    async def unreadable(request: Request, error: Unreadable) -> Response:
        language = language_for(request)
        if error.code.startswith("read.limit."):
            status = 413
        else:
            status = 422 if error.code.startswith(_NOT_A_REPORT) else 415
        problem = FoundProblem(code=error.code, address="", message=error.explain(language))
        return _refused(status, [problem], language)

    generated = app.openapi

    def with_reports() -> dict[str, Any]:
        document = generated()
        document["components"]["schemas"]["Report"] = _component()
        return document

    app.openapi = with_reports  # type: ignore[method-assign]
    return app


def _component() -> dict[str, Any]:
    """The schema of report documents, with references that hold within the OpenAPI document.

    By its ``$id`` they would hold as they are, but many programs do not heed it there.
    """
    text = json.dumps(published("report")).replace('"#/$defs/', f'"{_REPORT["$ref"]}/$defs/')
    schema: dict[str, Any] = json.loads(text)
    del schema["$id"]
    return schema


def _refused(status: int, problems: list[FoundProblem], language: Language) -> Response:
    headers = {"Content-Language": language, "Vary": "Accept-Language"}
    return JSONResponse(Refusal(problems=problems).model_dump(), status, headers)


app = submission_system(ReportsInMemory())
