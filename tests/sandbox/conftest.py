from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from slack_sdk import WebClient

from bot.sandbox.driver import Driver
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from tests.sandbox.listening import Listener, manifest, web


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """slack_sdk takes a proxy from the environment, for local addresses too."""
    for name in [n for n in os.environ if n.lower().endswith("_proxy")]:
        monkeypatch.delenv(name)


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(manifest(), settings={"retry_scale": 0.0005}) as running:
        yield running


@pytest.fixture
def driver(sandbox: Sandbox) -> Iterator[Driver]:
    running = Driver(sandbox.url)
    yield running
    running.close()


@pytest.fixture
def client(sandbox: Sandbox) -> WebClient:
    return web(sandbox)


@pytest.fixture
def priya(driver: Driver) -> Person:
    return driver.person("U0PRIYA01")


@pytest.fixture
def listen(sandbox: Sandbox, driver: Driver) -> Iterator[Callable[..., Listener]]:
    """Start listeners; all of them go away after the test."""
    with ExitStack() as stack:

        def start(*args: Any) -> Listener:
            before = driver.get("idle")["connections"]
            listener = Listener(sandbox, *args)
            stack.callback(listener.close)
            driver.connected(count=before + 1)
            return listener

        yield start
