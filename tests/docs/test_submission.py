"""The example of a submission system does what a submission system must, whatever comes in."""

from __future__ import annotations

import json
import os
import random
import shlex
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import anyio
import attrs
import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from tests.support.chinese_text import is_chinese
from tests.support.effort import often, some
from tests.support.hostile import all_files
from tests.support.paths import ROOT
from tests.support.simple_reports import zeros
from tests.support.works import dies, slow

from gxstats import FORMS, Organ, Report, examples, form, read, relation, to_json
from gxstats.errors import CODES
from gxstats.reading.unreadable import READ_CODES
from gxstats.text import LANGUAGES
from gxstats.wire.released import UNION, directory, files

for library in ("fastapi", "python_multipart", "httpx2"):
    pytest.importorskip(library, reason=f"{library} is not installed")
submission = pytest.importorskip("submission")
TestClient = pytest.importorskip("fastapi.testclient").TestClient

EXAMPLE = examples.path("yindu-2019").read_bytes()
FIXTURES = sorted((ROOT / "tests" / "fixtures").glob("*/raw.*"))
PREVIOUS = "previous:"


TOKEN = "a token of the tests"


def new_system():
    return submission.submission_system(submission.ReportsInSQLite(":memory:"), ["other", TOKEN])


class InThisProcess:
    """For tests to which processes do not matter."""

    async def run(self, work, *arguments):
        return work(*arguments)


def client_of(processes: type) -> Iterator[TestClient]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(submission, "Processes", processes)
        system = new_system()
    headers = {"authorization": f"Bearer {TOKEN}"}
    with TestClient(system, raise_server_exceptions=False, headers=headers) as made:
        yield made


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    yield from client_of(InThisProcess)


@pytest.fixture(scope="module")
def client_of_processes() -> Iterator[TestClient]:
    yield from client_of(submission.Processes)


def submit(client: TestClient, data: bytes, language: str = "en", kind: str = ""):
    headers = {"accept-language": language} | ({"content-type": kind} if kind else {})
    return client.post("/submissions", content=data, headers=headers)


def submit_document(client: TestClient, report: Report, language: str = "en"):
    return submit(client, to_json(report), language, "application/json")


def upload(client: TestClient, data: bytes, name: str, language: str = "en"):
    headers = {"accept-language": language}
    return client.post("/submissions", files={"file": (name, data)}, headers=headers)


# --- what is answered ------------------------------------------------------------------------


def test_a_report_that_holds_is_kept(client):
    answer = submit(client, EXAMPLE)
    assert answer.status_code == 200
    said = answer.json()
    assert (said["verdict"], said["kept"], said["form"]) == ("held", True, "2019")
    assert (said["organ"], said["year"]) == ("殷都区人民政府", 2019)
    assert said["relations"] == said["doubts"] == []
    assert said["diagnosis"] is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_slip_is_named_with_its_relation_its_cells_and_the_wrong_cell(client, language):
    report = zeros("2021", "改错局").replace({"/requests/received/natural_person": 1})
    answer = submit_document(client, report, language)
    said = answer.json()
    assert (answer.status_code, said["verdict"], said["kept"]) == (200, "violated", False)
    relations = {one["id"]: one for one in said["relations"]}
    binding = {id for id, one in relations.items() if one["strength"] != "soft"}
    # by hand: the column's balance, and the row's total over applicants
    assert binding == {"requests.balance.natural_person", "requests.applicant_total.received"}
    for id, one in relations.items():
        assert set(one["cells"]) == set(relation(id, "2021").addresses)
        assert one["cells"]["/requests/received/natural_person"] == 1
        assert is_chinese(one["sentence"]) == (language == "zh")
    assert said["diagnosis"]["unique"] is True
    assert "0" in said["diagnosis"]["sentence"]
    assert is_chinese(said["diagnosis"]["sentence"]) == (language == "zh")
    assert is_chinese(said["label"]) == (language == "zh")


@pytest.mark.parametrize("path", some(FIXTURES, 34), ids=lambda path: path.parent.name)
def test_real_reports_are_judged_as_the_library_judges_them(client, path):
    data = path.read_bytes()
    reading = read(data)
    for answer in (submit(client, data), upload(client, data, path.name)):
        said = answer.json()
        assert answer.status_code == 200
        assert said["form"] == reading.form.id
        assert {one["cell"] for one in said["doubts"]} == {one.cell for one in reading.doubts}
        assert said["kept"] is False or (said["year"] and said["organ"])


@pytest.mark.parametrize("kind", ["docx", "xlsx", "pdf"])
def test_files_of_every_kind_are_read(client, kind):
    report = zeros("2021", "某局").replace({f"/requests/{part}": 7 for part in (
        "received/natural_person", "received/total", "carried_out/natural_person",
        "carried_out/total")})  # fmt: skip
    answer = upload(client, MAKERS[kind](report), f"年报.{kind}")
    said = answer.json()
    assert (answer.status_code, said["form"]) == (200, "2021"), said
    assert said["verdict"] == "held"


def docx(report: Report) -> bytes:
    pytest.importorskip("docx", reason="python-docx is not installed")
    from tests.support.typeset_docx import DocxTypesetter

    return DocxTypesetter(report, random.Random(1)).written_by_library()


def xlsx(report: Report) -> bytes:
    pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    from tests.support.typeset_sheets import SheetTypesetter, by_openpyxl

    return by_openpyxl(SheetTypesetter(report, random.Random(1)).workbook())


def pdf(report: Report) -> bytes:
    pytest.importorskip("reportlab", reason="reportlab is not installed")
    from tests.support.typeset_pdf import PdfTypesetter, Style

    rng = random.Random(1)
    return PdfTypesetter(report, rng).pdf(Style.drawn(rng, "cells"))


MAKERS = {"docx": docx, "xlsx": xlsx, "pdf": pdf}


# --- the year before -------------------------------------------------------------------------


@pytest.mark.parametrize("code", [None, "91440300192203821" + "6"])
def test_a_report_is_compared_with_the_one_that_was_kept_of_the_year_before(client, code):
    before = zeros("2021", "跨年局", 2022, requests__received__total=3, requests__carried_out__total=3,
                   requests__received__natural_person=3, requests__carried_out__natural_person=3)  # fmt: skip
    after = zeros("2021", "跨年局", 2023)
    if code:
        organ = Organ(name="跨年局", code=code)
        before, after = attrs.evolve(before, organ=organ), attrs.evolve(after, organ=organ)
    assert submit_document(client, before).json()["kept"] is True
    said = submit_document(client, after).json()
    assert (said["verdict"], said["last_year"], said["kept"]) == ("violated", 2022, False)
    violated = {one["id"]: one["cells"] for one in said["relations"] if one["strength"] != "soft"}
    carried = violated["requests.carried_over.total"]
    assert carried[f"{PREVIOUS}/requests/carried_out/total"] == 3
    assert carried["/requests/carried_in/total"] == 0
    assert submit_document(client, zeros("2021", "别的局", 2023)).json()["last_year"] is None


def test_what_is_violated_in_doubt_or_of_nobody_is_not_kept(client):
    wrong = zeros("2021", "不收局", 2022, requests__received__total=3)
    nobody = attrs.evolve(zeros("2021", "x", 2022), organ=Organ())
    no_year = attrs.evolve(zeros("2021", "不收局", 2022), year=None)
    for report in (wrong, nobody, no_year):
        assert submit_document(client, report).json()["kept"] is False
    assert submit_document(client, zeros("2021", "不收局", 2023)).json()["last_year"] is None
    after_nobody = attrs.evolve(zeros("2021", "x", 2023), organ=Organ())
    assert submit_document(client, after_nobody).json()["last_year"] is None


def test_a_report_of_a_region_is_not_compared_with_that_of_its_organ(client):
    organ = attrs.evolve(zeros("2021", "某县", 2022), organ=Organ(name="某县", scope="organ"))
    region = attrs.evolve(zeros("2021", "某县", 2023), organ=Organ(name="某县", scope="region"))
    assert submit_document(client, organ).json()["kept"] is True
    assert submit_document(client, region).json()["last_year"] is None


def test_reports_are_there_when_the_server_starts_again(tmp_path):
    path = str(tmp_path / "reports.sqlite3")
    for year, last_year in ((2022, None), (2023, 2022), (2023, 2022)):
        system = submission.submission_system(submission.ReportsInSQLite(path), [TOKEN])
        with TestClient(system, headers={"authorization": f"Bearer {TOKEN}"}) as client:
            said = submit_document(client, zeros("2021", "重启局", year)).json()
            assert (said["kept"], said["last_year"]) == (True, last_year)


# --- who may submit, and how much ------------------------------------------------------------


@pytest.mark.parametrize(
    "given",
    ["", "Bearer", "Bearer ", f"Basic {TOKEN}", f"Bearer {TOKEN}x", "Bearer other x", TOKEN],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_token_nothing_is_taken_in(client, given, language):
    taken = 0

    def body() -> Iterator[bytes]:
        nonlocal taken
        for _ in range(100):
            taken += 1
            yield b"x" * 100_000

    headers = {"authorization": given, "accept-language": language}
    answer = client.post("/submissions", content=body(), headers=headers)
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    assert is_chinese(answer.json()["detail"]) == (language == "zh")
    assert client.get("/schema", headers={"authorization": ""}).status_code == 200


def test_the_service_does_not_start_without_tokens(monkeypatch, tmp_path):
    monkeypatch.setenv("SUBMISSION_DATABASE", str(tmp_path / "reports.sqlite3"))
    monkeypatch.delenv("SUBMISSION_TOKENS", raising=False)
    with pytest.raises(SystemExit, match="SUBMISSION_TOKENS"):
        submission.application()
    monkeypatch.setenv("SUBMISSION_TOKENS", "one two")
    assert submission.application().title


def sent_by_hand(system, messages: list[dict], headers: dict[str, str]) -> list[dict]:
    """What the service sends to a client that goes on as told, and then goes away."""
    answered: list[dict] = []
    coming = iter(messages)

    async def receive() -> dict:
        return next(coming, {"type": "http.disconnect"})

    async def send(message: dict) -> None:
        answered.append(message)

    sent = {"authorization": f"Bearer {TOKEN}", **headers}
    scope = {
        "type": "http", "method": "POST", "path": "/submissions", "query_string": b"",
        "headers": [(name.encode(), value.encode()) for name, value in sent.items()],
    }  # fmt: skip
    anyio.run(system, scope, receive, send)
    return answered


@pytest.mark.parametrize("kind", ["", "application/json", "multipart/form-data; boundary=x"])
def test_a_client_that_goes_away_is_no_error(kind):
    begun = [{"type": "http.request", "body": b"--x\r\n", "more_body": True}]
    for messages in ([], begun):
        answered = sent_by_hand(new_system(), messages, {"content-type": kind})
        assert answered[0]["status"] == 499


def test_bodies_are_bounded_together(monkeypatch):
    monkeypatch.setattr(submission, "AT_ONCE", 1_000)
    system = new_system()
    for size, status in ((400, 422), (1_100, 503), (400, 422), (400, 422), (900, 422)):
        body = [{"type": "http.request", "body": b"x" * size, "more_body": False}]
        answered = sent_by_hand(system, body, {"accept-language": "en"})
        assert answered[0]["status"] == status  # what was held is let go with its request
        if status == 503:
            assert (b"retry-after", b"10") in answered[0]["headers"]


# --- languages -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wished", "given"),
    some(
        [
            ("", "zh"),
            ("zh", "zh"),
            ("en", "en"),
            ("en-US,en;q=0.9", "en"),
            ("zh-CN,zh;q=0.9,en;q=0.8", "zh"),
            ("en;q=0.8, zh-Hans-CN;q=0.9", "zh"),
            ("en ; q=0.9 , zh ; q=0.8", "en"),
            ("fr,en;q=0.5,zh;q=0.4", "en"),
            ("fr", "zh"),
            ("english", "zh"),
            ("en;q=0", "zh"),
            ("EN", "en"),
            ("*", "zh"),
            ("en;q=zh", "zh"),
            ("en,zh", "zh"),
            ("\xff" * 50, "zh"),
            ("zh" + " " * 60_000 + "x", "zh"),
        ],
        50,
    ),
)
def test_the_language_is_the_one_wished_for_most(client, wished, given):
    begun = time.perf_counter()
    answer = submit(client, b"", wished.encode("latin-1"))
    assert answer.headers["content-language"] == given
    assert answer.headers["vary"] == "Accept-Language"
    assert is_chinese(answer.json()["problems"][0]["message"]) == (given == "zh")
    assert time.perf_counter() - begun < 5


# --- what is refused -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "kind", "status", "code"),
    [
        (b"{", "application/json", 422, "document.syntax"),
        (b"\xff\xfe{", "application/json", 422, "document.encoding"),
        (b"[" * 100_000, "application/json", 422, "document.depth"),
        (b" " * 5_000_000 + b"{}", "application/json", 413, "document.size"),
        (b"[]", "application/json; charset=utf-8", 422, "value.type"),
        (b'{"edition": "2021"}', "", 422, "key.missing"),
        (b"", "", 422, "read.empty"),
        (b"nothing of the kind", "text/plain", 422, "read.no_table"),
        (b"\x89PNG\r\n\x1a\n", "image/png", 415, "read.container"),
        (b"\x89PNG\r\n\x1a\n", "application/pdf", 415, "read.container"),
        (b"%PDF-1.7 nonsense", "application/pdf", 415, "read.damaged"),
        (b"PK\x03\x04", "", 415, "read.damaged"),
        (b"x" * (submission.LIMITS.bytes + 1), "", 413, "read.limit.bytes"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refusal_has_a_status_a_code_an_address_and_a_sentence(
    client, data, kind, status, code, language
):
    answer = submit(client, data, language, kind)
    problems = answer.json()["problems"]
    assert (answer.status_code, problems[0]["code"]) == (status, code)
    for problem in problems:
        assert problem["code"] in CODES or problem["code"] in READ_CODES
        assert problem["address"] == "" or problem["address"].startswith("/")
        assert is_chinese(problem["message"]) == (language == "zh")


def test_every_problem_of_a_document_is_told_with_its_address(client):
    document = json.loads(to_json(zeros("2021", "某局")))
    document["requests"]["received"]["total"] = "12"
    document["organ"]["code"] = "1"
    answer = submit(client, json.dumps(document).encode(), "en", "application/json")
    found = {(one["code"], one["address"]) for one in answer.json()["problems"]}
    assert answer.status_code == 422
    assert found == {
        ("value.text", "/requests/received/total"),
        ("organ.code", "/organ/code"),
    }


def test_a_body_without_an_announced_length_is_stopped_at_the_limit(client):
    taken = 0

    def endless() -> Iterator[bytes]:
        nonlocal taken
        for _ in range(200):
            taken += 1
            yield b"x" * 1_000_000

    answer = client.post("/submissions", content=endless())
    assert (answer.status_code, answer.json()["problems"][0]["code"]) == (413, "read.limit.bytes")


def test_a_form_that_is_too_large_is_stopped_at_the_limit(client):
    answer = upload(client, b"x" * (submission.LIMITS.bytes + 1), "a.docx")
    assert (answer.status_code, answer.json()["problems"][0]["code"]) == (413, "read.limit.bytes")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_without_the_file_is_a_bad_request(client, language):
    headers = {"accept-language": language}
    for sent in ({"files": {"other": b"1"}}, {"data": {"file": "1"}, "files": {"x": b""}}):
        answer = client.post("/submissions", headers=headers, **sent)
        assert answer.status_code == 400
        assert is_chinese(answer.json()["detail"]) == (language == "zh")


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data", b"1"),
        ("multipart/form-data; boundary=x", b"no parts"),
        ("multipart/form-data; boundary=x", b"--x\r\n\r\n1\r\n--x--"),
        (
            "multipart/form-data; boundary=x",
            b'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n1\r\n' * 9,
        ),
    ],
)
def test_a_malformed_form_is_a_bad_request(client, kind, body):
    assert submit(client, body, "en", kind).status_code == 400


def some_hostile(most: int) -> list:
    """Of the small files: what they are hostile by, they share with the large ones."""
    files = [file for file in all_files() if len(file.data) < 100_000]
    return random.Random(5).sample(files, most)


STATUSES = {200, 413, 415, 422}


@pytest.mark.parametrize("file", some_hostile(12), ids=lambda file: file.name)
def test_hostile_files_are_answered(client, file):
    require_answered(client, file)


@pytest.mark.thorough
def test_every_hostile_file_is_answered(client):
    for file in all_files():
        require_answered(client, file)


def require_answered(client: TestClient, file) -> None:
    answer = upload(client, file.data, file.name)
    assert answer.status_code in STATUSES, (file.name, answer.text)
    if answer.status_code == 200:
        assert file.outcomes & {"read", "reading"}, file.name
        return
    [problem] = answer.json()["problems"]
    assert problem["code"] in file.outcomes or problem["code"].startswith("document."), file.name


# --- processes -------------------------------------------------------------------------------


def test_a_file_that_takes_too_long_is_given_up_and_blocks_nothing(
    client_of_processes, monkeypatch
):
    client = client_of_processes
    with monkeypatch.context() as patch, ThreadPoolExecutor() as pool:
        patch.setattr(submission, "SECONDS", 4)
        patch.setattr(submission, "read_file", slow)
        begun = time.perf_counter()
        waiting = pool.submit(submit, client, b"200")
        time.sleep(0.2)
        for _ in range(5):
            assert client.get("/schema").status_code == 200
        assert time.perf_counter() - begun < 100
        answer = waiting.result()
        assert answer.status_code == 413
        assert answer.json()["problems"][0]["code"] == "read.limit.seconds"
        assert time.perf_counter() - begun < 150  # the machine may be slow, but not so slow
    monkeypatch.setattr(submission, "SECONDS", 100)
    assert submit_document(client, zeros("2021", "某局")).status_code == 200


def test_a_process_that_dies_takes_nothing_along(client_of_processes, monkeypatch):
    monkeypatch.setattr(submission, "read_file", dies)
    monkeypatch.setattr(submission, "SECONDS", 100)
    assert submit(client_of_processes, b"x").status_code == 500
    assert submit_document(client_of_processes, zeros("2021", "某局")).status_code == 200


def test_many_at_once_are_each_answered_with_their_own_verdict(client_of_processes, monkeypatch):
    monkeypatch.setattr(submission, "SECONDS", 100)
    sent = {f"第{number}局": number % 3 for number in range(often(60))}

    def one(name: str) -> dict:
        wrong = {"requests__received__total": sent[name]} if sent[name] else {}
        report = zeros("2021", name, 2023, **wrong)
        return submit_document(client_of_processes, report, "en").json()

    with ThreadPoolExecutor(8) as pool:
        for name, said in zip(sent, pool.map(one, sent), strict=True):
            assert said["organ"] == name
            assert said["kept"] is (sent[name] == 0)
            received = {
                relation["cells"].get("/requests/received/total") for relation in said["relations"]
            }
            assert received == ({sent[name]} if sent[name] else set())


def test_what_a_process_refuses_is_answered_as_within_the_server(
    client, client_of_processes, monkeypatch
):
    monkeypatch.setattr(submission, "SECONDS", 100)
    for data, kind in ((b"[]", "application/json"), (b"\x89PNG\r\n\x1a\n", "image/png")):
        here, there = (submit(one, data, "zh", kind) for one in (client, client_of_processes))
        assert (there.status_code, there.json()) == (here.status_code, here.json())


# --- what is published -----------------------------------------------------------------------


def test_the_schema_is_the_published_one(client):
    answer = client.get("/schema")
    assert answer.headers["content-type"] == "application/schema+json"
    assert answer.json() == json.loads((directory() / files()[UNION]).read_bytes())


@pytest.mark.parametrize("id", some(FORMS, 34))
def test_the_schema_in_the_openapi_document_judges_reports(client, id):
    document = client.get("/openapi.json").json()
    assert document["openapi"].startswith("3.1.")
    body = document["paths"]["/submissions"]["post"]["requestBody"]["content"]
    where = body["application/json"]["schema"]["$ref"]
    registry = Registry().with_resource("urn:openapi", Resource.opaque(document))
    judge = Draft202012Validator({"$ref": f"urn:openapi{where}"}, registry=registry)
    used = form(id)
    plain = json.loads(
        to_json(used.report({c.address: 0 for c in used}, year=None, organ=Organ()))
    )
    assert judge.is_valid(plain)
    plain["requests"]["received"]["total"] = -1
    assert not judge.is_valid(plain)


def test_what_is_answered_is_what_the_openapi_document_says(client):
    document = client.get("/openapi.json").json()
    registry = Registry().with_resource("urn:openapi", Resource.opaque(document))
    responses = document["paths"]["/submissions"]["post"]["responses"]
    for answer in (
        submit(client, EXAMPLE),
        submit_document(client, zeros("2021", "某局", requests__received__total=3)),
        submit(client, b"\x89PNG\r\n\x1a\n"),
        submit(client, b"[]"),
        submit(client, b"x" * (submission.LIMITS.bytes + 1)),
    ):
        schema = responses[str(answer.status_code)]["content"]["application/json"]["schema"]
        reference = {"$ref": f"urn:openapi{schema['$ref']}"}
        Draft202012Validator(reference, registry=registry).validate(answer.json())


# --- as the page shows it --------------------------------------------------------------------


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    uvicorn = pytest.importorskip("uvicorn", reason="uvicorn is not installed")
    config = uvicorn.Config(new_system(), port=0, log_level="error", lifespan="off", ws="none")
    running = uvicorn.Server(config)
    thread = threading.Thread(target=running.run, daemon=True)
    thread.start()
    until = time.monotonic() + 30
    while not running.started:
        assert time.monotonic() < until
        time.sleep(0.02)
    port = running.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    running.should_exit = True
    thread.join(20)


SHOWN_AT = "http://127.0.0.1:8000"


def shown_requests(language: str) -> list[tuple[str, str]]:
    """The requests by curl on the page, each with the answer that is shown under it."""
    text = (ROOT / "docs" / language / "machines.md").read_text(encoding="utf-8")
    found = []
    lines = iter(text.splitlines())
    for line in lines:
        if line != "```sh":
            continue
        command = "\n".join(iter(lambda: next(lines), "```"))
        if "curl" not in command:
            continue
        assert next(lines) == ""
        assert next(lines) == "```json"
        found.append((command, "\n".join(iter(lambda: next(lines), "```"))))
    return found


@pytest.mark.engines  # curl, against a server of its own
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_requests_on_the_page_are_answered_as_shown(server, language, tmp_path):
    if shutil.which("curl") is None:
        pytest.skip("no curl here")
    shown = shown_requests(language)
    assert len(shown) >= 2
    here = shlex.quote(str(Path(sys.executable).parent))
    for command, answer in shown:
        assert SHOWN_AT in command
        done = subprocess.run(
            ["bash", "-c", f"PATH={here}:$PATH\n" + command.replace(SHOWN_AT, server)],
            cwd=tmp_path,
            env={**os.environ, "no_proxy": "127.0.0.1", "SUBMISSION_TOKENS": TOKEN},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert json.loads(done.stdout) == json.loads(answer)
