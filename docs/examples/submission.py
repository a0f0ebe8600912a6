"""The receiving end of a submission system: a report comes in, the verdict goes out.

    pip install "gxstats[read]" fastapi python-multipart uvicorn
    SUBMISSION_TOKENS="a-long-secret another-one" uvicorn --factory submission:application

What a real system adds: which token may submit for which organ.
"""

from __future__ import annotations

import hmac
import json
import os
import re
import sqlite3
from collections.abc import Collection
from typing import Any, Protocol

import anyio
from anyio import CapacityLimiter, to_process, to_thread
from fastapi import Depends, FastAPI, Request, Response
from fastapi.exceptions import HTTPException
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.datastructures import UploadFile
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gxstats import (
    Doubt,
    InvalidDocument,
    Outcome,
    Report,
    Unreadable,
    check,
    from_json,
    read,
    to_json,
)
from gxstats.diagnosis import Budget, diagnose
from gxstats.reading import Limits
from gxstats.relations import Result, check_years
from gxstats.text import Bilingual, Language
from gxstats.wire.schema import published

LIMITS = Limits(bytes=10_000_000, seconds=10)
SECONDS = 30
"""After which a process is ended that has not come back; the limits above end it before."""
BUDGET = Budget(steps=10_000)
AT_ONCE = 100_000_000
"""Bytes of all bodies that are held at one time."""
BODY_SECONDS = 60
"""In which a body must have come in."""
NO_TOKEN = Bilingual("需要报送口令", "a token is required to submit")
BUSY = Bilingual(
    "同时报送的过多，请稍后再试", "too much is being submitted at once; try again later"
)
SLOW = Bilingual("上传过慢，已中断", "the upload took too long")
NO_FILE = Bilingual("表单中没有名为 file 的文件", 'the form has no file named "file"')


# --- the reports that are kept ----------------------------------------------------------------


class Reports(Protocol):
    """Where the reports are kept that were taken."""

    async def of_year_before(self, report: Report) -> Report | None:
        """The same organ's report of the year before."""
        ...

    async def keep(self, report: Report) -> None:
        """Keep a report; a later one of the same organ and year takes its place."""
        ...


class ReportsInSQLite:
    """Reports in a file of SQLite, which needs no server; several processes may share it."""

    def __init__(self, path: str) -> None:
        self._database = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._database.execute("PRAGMA journal_mode = WAL")
        self._database.execute(
            "CREATE TABLE IF NOT EXISTS report (organ TEXT, scope TEXT, year INTEGER,"
            " document BLOB NOT NULL, PRIMARY KEY (organ, scope, year)) WITHOUT ROWID"
        )
        self._one = CapacityLimiter(1)  # a connection is for one thread at a time

    async def of_year_before(self, report: Report) -> Report | None:
        query = "SELECT document FROM report WHERE organ = ? AND scope = ? AND year = ?"
        found = await self._run(query, *_key(report, -1))
        return from_json(found[0]) if found else None

    async def keep(self, report: Report) -> None:
        values = (*_key(report), to_json(report))
        await self._run("INSERT OR REPLACE INTO report VALUES (?, ?, ?, ?)", *values)

    async def _run(self, statement: str, *values: object) -> Any:
        def run() -> Any:
            return self._database.execute(statement, values).fetchone()

        return await to_thread.run_sync(run, limiter=self._one)


def is_identified(report: Report) -> bool:
    return report.year is not None and bool(report.organ.code or report.organ.name)


def _key(report: Report, years: int = 0) -> tuple[str, str, int]:
    # One government publishes a report of its own and one of its region.
    organ = report.organ
    return organ.code or organ.name or "", organ.scope or "", (report.year or 0) + years


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
    """Stops taking in a body that is too large, or too many at once, whatever was announced."""

    def __init__(self, app: ASGIApp, most: int, at_once: int) -> None:
        self.app = app
        self.most = most
        self.at_once = at_once
        self.held = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        taken = 0

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            size = len(message.get("body", b""))
            taken += size
            self.held += size
            if taken > self.most:
                raise Unreadable("read.limit.bytes", str(taken), str(self.most))
            if self.held > self.at_once:
                said = BUSY[language_for(Request(scope))]
                raise HTTPException(503, said, {"Retry-After": "10"})
            return message

        try:
            await self.app(scope, counted, send)
        finally:
            self.held -= taken


async def file_in(request: Request) -> bytes:
    """The file that is submitted, if it comes in in time."""
    try:
        with anyio.fail_after(BODY_SECONDS):
            return await _file_in(request)
    except TimeoutError:
        raise HTTPException(408, SLOW[language_for(request)]) from None


async def _file_in(request: Request) -> bytes:
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


def submission_system(reports: Reports, tokens: Collection[str]) -> FastAPI:
    """The service, with a place for the reports that it takes, and the tokens of who may submit."""
    app = FastAPI(title="Submission of annual reports / 年度报告报送", version="1")
    app.add_middleware(BodyLimit, most=LIMITS.bytes, at_once=AT_ONCE)
    processes = Processes()

    async def require_token(request: Request) -> None:
        """Before anything of the body is taken in."""
        kind, _, given = request.headers.get("authorization", "").partition(" ")
        known = [hmac.compare_digest(given.encode(), token.encode()) for token in tokens]
        if kind.lower() != "bearer" or not any(known):
            said = NO_TOKEN[language_for(request)]
            raise HTTPException(401, said, {"WWW-Authenticate": "Bearer"})

    @app.post(
        "/submissions",
        responses=_REFUSALS,
        openapi_extra={"requestBody": _BODY, "security": [{"token": []}]},
        dependencies=[Depends(require_token)],
    )
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

    @app.exception_handler(ClientDisconnect)
    async def gone(_: Request, __: ClientDisconnect) -> Response:
        return Response(status_code=499)  # nobody is there to read it

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
        document["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
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


def application() -> FastAPI:
    """The service as the environment sets it up: who may submit, and where the reports are kept."""
    tokens = os.environ.get("SUBMISSION_TOKENS", "").split()
    if not tokens:
        raise SystemExit("SUBMISSION_TOKENS: the tokens of those who may submit, parted by spaces")
    path = os.environ.get("SUBMISSION_DATABASE", "reports.sqlite3")
    return submission_system(ReportsInSQLite(path), tokens)
