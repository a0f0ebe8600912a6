"""A Spark of one machine to test with, where there is a Java to run it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pyarrow as pa
import pyarrow.parquet as pq

OLDEST_JAVA = 17
"""What Spark 4 asks for."""

SETTINGS = {
    "spark.master": "local[2]",
    "spark.app.name": "gxstats",
    "spark.ui.enabled": "false",
    "spark.driver.host": "127.0.0.1",  # no name of this machine is looked up
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.sql.shuffle.partitions": "1",  # 200 would be for a cluster
    "spark.python.sql.dataFrameDebugging.enabled": "false",  # halves the time to build a query
}


def why_not() -> str | None:
    """Why Spark cannot run here; None if it can."""
    if find_spec("pyspark") is None:
        return "pyspark is not installed: the extra spark"
    java = shutil.which("java")
    if java is None:
        return "Spark needs Java, and there is no java in the PATH"
    done = subprocess.run([java, "-version"], capture_output=True, text=True, check=False)
    version = re.search(r'version "(\d+)', done.stderr)
    if version is None or int(version[1]) < OLDEST_JAVA:
        return f"Spark needs Java {OLDEST_JAVA} or later: {done.stderr.splitlines()[:1]}"
    return None


@contextmanager
def running(folder: Path) -> Iterator[Any]:
    """A session; it is the one that ``SparkSession.builder.getOrCreate()`` gives meanwhile.

    The names of files are relative to the folder, for Java is started there and never leaves it.
    """
    from pyspark.sql import SparkSession

    builder = SparkSession.builder
    for key, value in SETTINGS.items():
        builder = builder.config(key, value)
    with chdir(folder), patch.dict(os.environ, PYSPARK_PYTHON=sys.executable):  # for slips
        session = builder.getOrCreate()
    # Spark reports a stage that it could not compile and interprets instead with a long trace.
    session.sparkContext.setLogLevel("OFF")
    try:
        yield session
    finally:
        session.stop()


def reader(session: Any, folder: Path) -> Callable[[pa.Table], Any]:
    """A function from a table to a frame of Spark, by way of a Parquet file."""
    numbers = count()

    def read(table: pa.Table) -> Any:
        path = folder / f"{next(numbers)}.parquet"
        pq.write_table(table, path)
        return session.read.parquet(str(path))

    return read
