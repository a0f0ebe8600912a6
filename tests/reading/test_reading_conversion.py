"""Files that must be converted first: read where LibreOffice is there, refused by name where not."""

from __future__ import annotations

import http.server
import io
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.support.engines import engine_absent
from tests.support.typeset_docx import DocxTypesetter, package
from tests.support.yardstick import PATIENCE

from gxstats import Organ, Unreadable, form, read
from gxstats.reading import Limits, conversion
from gxstats.reading.conversion import converted, converter
from gxstats.reading.sniffing import Container, container_of

posix = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")


@pytest.fixture
def libreoffice_to_convert() -> None:
    if converter() is None:
        engine_absent("LibreOffice", "no converter is found")


CONVERTIBLE = (Container.DOC, Container.WPS, Container.RTF, Container.ODT, Container.ODS)
PATIENT = Limits(seconds=PATIENCE)
RTF = b"{\\rtf1 report}"


# --- a stand-in for the converter -----------------------------------------------------------


@pytest.fixture
def bin_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that comes first on the PATH; LibreOffice itself is not found."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin")
    monkeypatch.setattr(conversion, "_PLACES", ())
    monkeypatch.setattr(conversion, "_WINDOWS_FOLDERS", ())
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    return folder


def stand_in(folder: Path, script: str) -> None:
    """A program named like LibreOffice: $made is where its result is looked for."""
    path = folder / "soffice"
    path.write_text(
        "#!/bin/sh\nwhile [ $# -gt 1 ]; do\n"
        '  case "$1" in --outdir) made=$2;; --convert-to) to=$2;; esac; shift\n'
        f'done\nsource=$1\nresult="$made/source.${{to%%:*}}"\n{script}\n',
        "utf-8",
    )
    path.chmod(0o755)


def left_behind(folder: Path) -> list[Path]:
    return list((folder.parent / "temporary").iterdir())


@posix
@pytest.mark.parametrize("container", CONVERTIBLE)
def test_the_result_is_what_the_converter_wrote(container: Container, bin_folder: Path) -> None:
    wanted = bin_folder / "wanted"
    if container is Container.ODS:
        with zipfile.ZipFile(wanted, "w") as archive:
            archive.writestr("xl/workbook.xml", "<workbook/>")
    else:
        wanted.write_bytes(package("<w:p/>"))
    stand_in(bin_folder, f'grep -q report "$source" && cp "{wanted}" "$result"')
    assert converted(b"a report", container, PATIENT) == wanted.read_bytes()
    assert left_behind(bin_folder) == []


@posix
def test_the_converter_gets_a_profile_of_its_own_that_forbids_macros(bin_folder: Path) -> None:
    seen = bin_folder / "seen"
    stand_in(
        bin_folder, f'cp ../*/profile/user/registrymodifications.xcu "{seen}"; env >> "{seen}"'
    )
    with pytest.raises(Unreadable):
        converted(RTF, Container.RTF, PATIENT)
    text = seen.read_text("utf-8")
    for setting in ("DisableMacrosExecution", "MacroSecurityLevel", "ooInetHTTPProxyName"):
        assert setting in text
    assert f"HOME={bin_folder.parent / 'temporary'}" in text
    assert "PYTEST" not in text


@posix
@pytest.mark.parametrize(
    ("script", "found"),
    [
        ("exit 0", "rtf → docx (0)"),
        ("echo 'secret /etc/passwd' >&2; exit 77", "rtf → docx (77)"),
        ("kill -9 $$", "rtf → docx (-9)"),
        ('echo no archive > "$result"', "docx: read."),
        ('printf "%%PDF-1.7" > "$result"', "pdf ≠ docx"),
        (': > "$result"', "docx: read.empty"),
        ('mkdir "$result"', "rtf → docx (0)"),
    ],
)
def test_a_conversion_that_fails_is_named(script: str, found: str, bin_folder: Path) -> None:
    stand_in(bin_folder, script)
    with pytest.raises(Unreadable) as caught:
        converted(RTF, Container.RTF, PATIENT)
    assert caught.value.code == "read.conversion"
    assert caught.value.expected == "LibreOffice"
    assert found in caught.value.found or found == "docx: read."
    assert "passwd" not in caught.value.explain("zh") + caught.value.explain("en")
    assert left_behind(bin_folder) == []


@posix
def test_a_converter_that_cannot_be_started_is_a_failed_conversion(bin_folder: Path) -> None:
    path = bin_folder / "soffice"
    path.write_bytes(b"\0no program")
    path.chmod(0o755)
    with pytest.raises(Unreadable, match=r"read\.conversion"):
        converted(RTF, Container.RTF, PATIENT)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds what a process may hold")
def test_a_converter_that_takes_all_memory_is_stopped(bin_folder: Path) -> None:
    greedy = "b = bytearray(3_000_000_000)"
    stand_in(bin_folder, f'"{sys.executable}" -c "{greedy}" || exit 9\nprintf x > "$result"')
    with pytest.raises(Unreadable) as caught:
        converted(RTF, Container.RTF, PATIENT)
    assert caught.value.found == "rtf → docx (9)"


@posix
@pytest.mark.parametrize("begun", [True, False])
def test_a_conversion_that_takes_too_long_is_ended_with_all_that_it_started(
    begun: bool, bin_folder: Path
) -> None:
    limits = Limits(seconds=3).begun() if begun else Limits(seconds=3)
    numbers, over = bin_folder / "numbers", bin_folder / "over"
    stand_in(bin_folder, f'sleep {PATIENCE} &\necho $! $$ > "{numbers}"\nwait\ntouch "{over}"')
    with pytest.raises(Unreadable, match=r"read\.limit\.seconds"):
        converted(RTF, Container.RTF, limits)
    assert not over.exists()
    for number in numbers.read_text("utf-8").split():
        assert not is_running(int(number))
    assert left_behind(bin_folder) == []


def is_running(number: int) -> bool:
    """Whether a process still does anything; one that has ended may stay listed."""
    stat = Path(f"/proc/{number}/stat")
    for _ in range(10 * PATIENCE):
        try:
            os.kill(number, 0)
            if stat.exists() and stat.read_text("utf-8").rpartition(")")[2].split()[0] == "Z":
                return False
        except (ProcessLookupError, FileNotFoundError):
            return False
        time.sleep(0.1)
    return True


@posix
@pytest.mark.parametrize("ends", [True, False])
def test_a_result_beyond_the_limit_is_refused(ends: bool, bin_folder: Path) -> None:
    over = bin_folder / "over"
    more = "" if ends else f'; sleep {PATIENCE}; touch "{over}"'
    stand_in(bin_folder, f'head -c 300000 /dev/zero > "$result"{more}')
    with pytest.raises(Unreadable, match=r"read\.limit\.bytes"):
        converted(RTF, Container.RTF, Limits(bytes=200_000, seconds=PATIENCE))
    assert not over.exists()


@pytest.mark.parametrize("container", [*CONVERTIBLE, Container.OFD])
def test_without_a_converter_the_kind_is_named(container: Container, bin_folder: Path) -> None:
    bin_folder.chmod(0o755)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", str(bin_folder))
        with pytest.raises(Unreadable) as caught:
            converted(b"...", container, Limits())
    assert caught.value.code == "read.converter"
    assert caught.value.found == container.value
    for language in ("zh", "en"):
        assert container.value in caught.value.explain(language)


@posix
def test_ofd_is_refused_also_where_the_converter_is(bin_folder: Path) -> None:
    stand_in(bin_folder, 'touch "$result"')
    with pytest.raises(Unreadable, match=r"read\.converter.*OFD"):
        converted(b"...", Container.OFD, Limits())


# --- the converter itself -------------------------------------------------------------------


def saved_as(data: bytes, suffix: str, filter_name: str, folder: Path) -> bytes:
    """A Word file as LibreOffice saves it in another format."""
    source = folder / "report.docx"
    source.write_bytes(data)
    subprocess.run(
        [
            str(converter()),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            f"{suffix}:{filter_name}",
            "--outdir",
            str(folder),
            str(source),
        ],
        check=True,
        timeout=PATIENCE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return (folder / f"report.{suffix}").read_bytes()


@pytest.mark.usefixtures("libreoffice_to_convert")
def test_a_report_in_the_format_of_old_is_read_back_exactly(tmp_path: Path) -> None:
    values = {cell.address: 7 * place % 1_000 for place, cell in enumerate(form("2021"))}
    report = form("2021").report(values, year=2023, organ=Organ())
    setting = DocxTypesetter(report, random.Random(7))
    setting.noise = 0  # LibreOffice does not take every oddity as Word does
    data = saved_as(setting.document(), "doc", "MS Word 97", tmp_path)
    assert container_of(data, PATIENT) is Container.DOC
    reading = read(data, limits=PATIENT)
    assert reading.form is report.form
    assert reading.doubts == ()
    assert reading.container == "docx"
    for cell, value in report.cells():
        assert reading.report[cell.address] == value


ROWS = (("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"), ("规章", "1", "", "3"))


def rich_text() -> bytes:
    ends = "".join(f"\\cellx{2000 * place}" for place in range(1, 5))
    rows = "".join(
        f"\\trowd{ends}\\pard\\intbl "
        + "".join("".join(f"\\u{ord(letter)}?" for letter in text) + "\\cell " for text in row)
        + "\\row "
        for row in ROWS
    )
    return f"{{\\rtf1\\ansi\\uc1 {rows}\\pard\\par}}".encode("ascii")


def open_document() -> bytes:
    rows = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{t}</text:p></table:table-cell>" for t in row)
        + "</table:table-row>"
        for row in ROWS
    )
    columns = '<table:table-column table:number-columns-repeated="4"/>'
    return text_document(f'<table:table table:name="a">{columns}{rows}</table:table>')


@pytest.mark.usefixtures("libreoffice_to_convert")
@pytest.mark.parametrize("kind", [Container.RTF, Container.ODT])
def test_a_table_in_another_format_is_read(kind: Container) -> None:
    data = rich_text() if kind is Container.RTF else open_document()
    assert container_of(data, PATIENT) is kind
    reading = read(data, limits=PATIENT)
    rules = reading.report.disclosure.rules
    assert (rules.issued, rules.repealed, rules.in_force) == (1, None, 3)
    place = reading.cells["/disclosure/rules/in_force"].place
    assert (place.table, place.row, place.cell) == (1, 2, 4)


class _Server(http.server.HTTPServer):
    requests = 0


class _Counting(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.server.requests += 1
        self.send_error(404)

    def __getattr__(self, name: str) -> Callable[[], None]:
        if name.startswith("do_"):  # any other way to ask
            return self.do_GET
        raise AttributeError(name)

    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[_Server]:
    with _Server(("127.0.0.1", 0), _Counting) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def text_document(inner: str, scripts: str = "") -> bytes:
    """An OpenDocument text."""
    name = "urn:oasis:names:tc:opendocument:xmlns"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{name}:office:1.0" '
            f'xmlns:text="{name}:text:1.0" xmlns:table="{name}:table:1.0" xmlns:draw="{name}:drawing:1.0" '
            f'xmlns:script="{name}:script:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" '
            'office:version="1.2">'
            f"{scripts}<office:body><office:text>{inner}</office:text></office:body>"
            "</office:document-content>",
        )
        archive.writestr(
            "META-INF/manifest.xml",
            f'<m:manifest xmlns:m="{name}:manifest:1.0" m:version="1.2">'
            '<m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.text"/>'
            '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>',
        )
    return stream.getvalue()


@pytest.mark.usefixtures("libreoffice_to_convert")
def test_nothing_is_fetched_for_a_conversion(server: _Server) -> None:
    address = f"http://127.0.0.1:{server.server_port}"
    data = text_document(
        f'<text:section text:name="a"><text:section-source xlink:href="{address}/s.odt"/>'
        "<text:p>甲</text:p></text:section>"
        f'<text:p><draw:frame draw:name="b"><draw:image xlink:href="{address}/p.png" '
        'xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame>乙</text:p>'
    )
    assert container_of(data, PATIENT) is Container.ODT
    result = converted(data, Container.ODT, PATIENT)
    with zipfile.ZipFile(io.BytesIO(result)) as archive:
        assert "乙" in archive.read("word/document.xml").decode()
    assert server.requests == 0


@pytest.mark.usefixtures("libreoffice_to_convert")
def test_a_damaged_file_is_refused() -> None:
    with pytest.raises(Unreadable) as caught:
        read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2_000, limits=PATIENT)
    assert caught.value.code in {"read.conversion", "read.no_table"}
