"""Databases to run SQL in: DuckDB here, PostgreSQL and MariaDB as servers of their own.

A server is started for the tests alone, in a new folder, on a socket; as another user where we are
root, which neither allows.
"""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.engines import engine_absent
from tests.support.yardstick import PATIENCE


def program(*names):
    """The path of a program of Debian's, or None."""
    folders = os.pathsep.join(
        [os.environ["PATH"], "/usr/sbin", *map(str, Path("/usr/lib/postgresql").glob("*/bin"))]
    )
    return next(filter(None, (shutil.which(name, path=folders) for name in names)), None)


def _as(user):
    """The prefix of a command that runs it as a user, if we are root."""
    if os.geteuid():
        return []
    return ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups"]


@contextmanager
def _folder(user):
    folder = Path(tempfile.mkdtemp(prefix="gx-"))
    try:
        if not os.geteuid():
            shutil.chown(folder, user, user)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(command, **settings):
    done = subprocess.run(
        command,
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE,
        cwd="/",
        **settings,
    )
    if done.returncode:
        pytest.fail(f"{command[:3]}: {done.stderr[-2000:]}")
    return done.stdout


class PostgreSQL:
    name = "postgresql"

    def __init__(self, folder):
        self.folder = folder

    def fill(self, sql):
        """Runs a script where there is nothing yet."""
        self.run("DROP SCHEMA public CASCADE; CREATE SCHEMA public;")
        self.run(sql)

    def run(self, sql):
        return _run(
            [program("psql"), "-X", "-q", "-h", str(self.folder), "-U", "postgres", "-d", "postgres",
             "--csv", "-t", "-v", "ON_ERROR_STOP=1"],
            input=sql,
            env={**os.environ, "PGCLIENTENCODING": "UTF8"},
        )  # fmt: skip

    def rows(self, query):
        return list(csv.reader(io.StringIO(self.run(f"\\pset null '~'\n{query};"))))


class MariaDB:
    name = "mysql"

    def __init__(self, folder):
        self.folder = folder

    def fill(self, sql):
        """Runs a script where there is nothing yet, and where Chinese must be asked for."""
        self.run("DROP DATABASE gx; CREATE DATABASE gx CHARACTER SET latin1;")
        self.run(sql)

    def run(self, sql, *options):
        return _run(
            [program("mariadb", "mysql"), "--no-defaults", "-u", "root", "--batch",
             "--skip-column-names", *options,
             f"--socket={self.folder / 's'}", "--default-character-set=utf8mb4", "gx"],
            input=sql,
        )  # fmt: skip

    def rows(self, query):
        return [line.split("\t") for line in self.run(f"{query};", "--raw").splitlines()]


@pytest.fixture(scope="session")
def postgresql():
    if not (program("initdb") and program("pg_ctl") and program("psql")):
        engine_absent("PostgreSQL", "no initdb, pg_ctl and psql")
    with _folder("postgres") as folder:
        data = folder / "data"
        owner = _as("postgres")
        _run([*owner, program("initdb"), "-D", str(data), "-U", "postgres", "-A", "trust",
              "-E", "UTF8", "--no-locale", "--no-sync"])  # fmt: skip
        options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
        control = [*owner, program("pg_ctl"), "-D", str(data), "-w"]
        _run([*control, "-l", str(folder / "log"), "-o", options, "start"])
        try:
            yield PostgreSQL(folder)
        finally:
            _run([*control, "-m", "immediate", "stop"])


@pytest.fixture(scope="session")
def mariadb():
    server = program("mariadbd")
    if not (server and program("mariadb-install-db") and program("mariadb")):
        engine_absent("MariaDB", "no mariadbd, mariadb-install-db and mariadb")
    with _folder("mysql") as folder:
        owner = _as("mysql")
        data, socket = folder / "data", folder / "s"
        _run([*owner, program("mariadb-install-db"), "--no-defaults", f"--datadir={data}",
              "--auth-root-authentication-method=normal", "--skip-test-db"])  # fmt: skip
        running = subprocess.Popen(
            [*owner, server, "--no-defaults", f"--datadir={data}", f"--socket={socket}",
             "--skip-networking", f"--pid-file={folder / 'pid'}", "--innodb-flush-log-at-trx-commit=0"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd="/",
        )  # fmt: skip
        try:
            until = time.monotonic() + PATIENCE
            while not socket.exists():
                if running.poll() is not None or time.monotonic() > until:
                    pytest.fail("MariaDB did not start")
                time.sleep(0.1)
            _run([program("mariadb"), "--no-defaults", "-u", "root", f"--socket={socket}",
                  "-e", "CREATE DATABASE gx CHARACTER SET latin1"])  # fmt: skip
            yield MariaDB(folder)
        finally:
            running.terminate()
            running.wait(timeout=PATIENCE)
