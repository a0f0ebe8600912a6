"""A real browser for tests: headless Chromium, driven by selenium."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import pytest

from tests.support.engines import engine_absent, program_of
from tests.support.yardstick import PATIENCE

__all__ = ["_chromium", "browser", "errors_logged"]


_AS_IT_IS: Final[dict[str, dict[str, Any]]] = {
    "Emulation.clearDeviceMetricsOverride": {},
    "Emulation.setEmulatedMedia": {"media": "", "features": []},
    "Emulation.setScrollbarsHidden": {"hidden": False},
    "Page.setBypassCSP": {"enabled": False},
}
"""What takes back that a test looked through another window, or on paper."""


@pytest.fixture
def browser(_chromium: Any) -> Any:
    """A ``selenium.webdriver.Chrome`` with nothing open, nothing logged and its own window again;
    what it downloads goes to ``browser.downloads``. Skips where there is no Chromium."""
    _chromium.get("about:blank")
    for command, values in _AS_IT_IS.items():
        _chromium.execute_cdp_cmd(command, values)
    errors_logged(_chromium)
    return _chromium


@pytest.fixture(scope="session")
def _chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """One for the whole session, as it takes seconds to start."""
    for program in ("chromium", "chromedriver"):
        program_of("Chromium", program)
    if find_spec("selenium") is None:
        engine_absent("Chromium", "selenium is not installed")
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    downloads: Path = tmp_path_factory.mktemp("downloads")
    options = webdriver.ChromeOptions()
    options.binary_location = str(shutil.which("chromium"))
    for switch in (
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--window-size=1280,900",
        f"--user-data-dir={tmp_path_factory.mktemp('profile')}",
    ):
        options.add_argument(switch)
    options.add_experimental_option(
        "prefs",
        {"download.default_directory": str(downloads), "download.prompt_for_download": False},
    )
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver: Any = webdriver.Chrome(
        options=options, service=Service(executable_path=str(shutil.which("chromedriver")))
    )
    driver.downloads = downloads
    driver.set_script_timeout(PATIENCE)
    try:
        yield driver
    finally:
        driver.quit()


def errors_logged(driver: Any) -> list[str]:
    """What the page has written to the console as errors or warnings since this was last asked."""
    return [
        entry["message"]
        for entry in driver.get_log("browser")
        if entry["level"] in {"SEVERE", "WARNING"}
    ]
