"""A sandbox, the scripted bot and a browser for the tests of the page."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, sync_playwright

from bot.sandbox.driver import Driver
from bot.sandbox.server import Sandbox
from tests.browser.scripted_bot import ScriptedBot
from tests.browser.tab import Tab
from tests.sandbox.listening import Json, manifest

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-proxy-server",
]


def pytest_configure(config: pytest.Config) -> None:
    """The marker of these tests."""
    config.addinivalue_line("markers", "browser: drives the sandbox's page with Chromium")


@pytest.fixture(autouse=True, scope="session")
def no_proxy() -> Iterator[None]:
    """slack_sdk takes a proxy from the environment, for local addresses too."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [n for n in os.environ if n.lower().endswith("_proxy")]:
            patch.delenv(name)
        yield


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        yield running
        running.close()


def described() -> Json:
    """The manifest of the sandbox's tests, with the shortcut that the page's tests use."""
    app = manifest()
    app["features"]["shortcuts"] = [
        {"name": "Record as an answer", "type": "message", "callback_id": "record_answer", "description": "Record"}
    ]
    return app


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(described()) as running:
        yield running


@pytest.fixture(scope="session")
def connected_bot(sandbox: Sandbox) -> Iterator[ScriptedBot]:
    running = ScriptedBot(sandbox)
    yield running
    running.close()


@pytest.fixture
def driver(sandbox: Sandbox) -> Iterator[Driver]:
    """Acts in a workspace that is as new."""
    running = Driver(sandbox.url)
    running.post("reset")
    running.settings(strict_limits=False, ack_timeout_seconds=3.0)
    yield running
    running.close()


@pytest.fixture
def bot(connected_bot: ScriptedBot, driver: Driver) -> ScriptedBot:
    driver.connected()
    connected_bot.taken.clear()
    return connected_bot


@pytest.fixture
def open_tab(browser: Browser, driver: Driver) -> Iterator[Callable[..., Tab]]:
    """Opens the page as a person in a browser of their own; a test fails when the page logged an error."""
    with ExitStack() as stack:
        tabs: list[Tab] = []

        def start(person: str, place: str = "C0PILOTS1", width: int = 1280, height: int = 800) -> Tab:
            context = browser.new_context(viewport={"width": width, "height": height})
            stack.callback(context.close)
            tabs.append(Tab(context.new_page(), driver.url, person, place))
            return tabs[-1]

        yield start
        assert [error for tab in tabs for error in tab.errors] == []


@pytest.fixture
def priya(open_tab: Callable[..., Tab]) -> Tab:
    return open_tab("U0PRIYA01")
