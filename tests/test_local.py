"""``shipready sandbox``: it serves until it is stopped, and its bot belongs to it alone."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.local import MANIFEST, settings_for
from bot.sandbox.server import Sandbox

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(json.loads(MANIFEST.read_text(encoding="utf-8")), 0) as running:
        yield running


@contextmanager
def process(directory: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """``shipready sandbox`` as a process of its own, behind a proxy that leads nowhere; ended by SIGINT."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "HTTP_PROXY": "http://127.0.0.1:9", "SLACK_BOT_TOKEN": "xoxb-real"}
    command = [sys.executable, "-m", "bot", "sandbox", *arguments]
    with subprocess.Popen(
        command, cwd=directory, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as running:
        try:
            yield running
        finally:
            running.send_signal(signal.SIGINT)
            running.wait(timeout=30)


def address(running: subprocess.Popen[str]) -> str:
    """The address it announces."""
    assert running.stdout
    for line in running.stdout:
        if found := re.search(r"The workspace is at (http://127\.0\.0\.1:\d+)", line):
            return found.group(1)
    raise AssertionError("no address was announced")


def status(url: str) -> int:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(url, timeout=10) as response:
        code: int = response.status
        return code


@pytest.mark.parametrize("more", [[], ["--no-bot"]])
def test_it_serves_until_it_is_stopped(tmp_path: Path, more: list[str]) -> None:
    with process(tmp_path, "--port", "0", *more) as running:
        assert status(address(running)) == 200
    assert running.returncode == 0
    assert list(tmp_path.iterdir()) == []


def test_a_given_database_is_kept(tmp_path: Path) -> None:
    with process(tmp_path, "--port", "0", "--database", "kept.db") as running:
        address(running)
    assert running.returncode == 0
    assert (tmp_path / "kept.db").stat().st_size > 0


def test_a_taken_port_is_said_in_a_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = subprocess.run(
            [sys.executable, "-m", "bot", "sandbox", "--port", str(port)],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert result.returncode == 2
    assert f"Port {port} cannot be used" in result.stderr
    assert "Traceback" not in result.stderr


def test_its_bot_is_connected_to_it_whatever_the_environment_says(sandbox: Sandbox, tmp_path: Path) -> None:
    real = {
        "SLACK_BOT_TOKEN": "xoxb-real",
        "SLACK_API_URL": "https://slack.com/api/",
        "DATABASE_URL": "sqlite:///real.db",
    }
    settings = settings_for(sandbox, tmp_path / "a.db", {**real, "SHIPREADY_ANSWER_SETTLE_SECONDS": "1"})
    assert settings.slack_api_url == sandbox.api_url
    assert settings.slack_bot_token.get_secret_value() == sandbox.bot_token
    assert settings.database_url == f"sqlite:///{tmp_path}/a.db"
    assert settings.clock_url == sandbox.clock_url
    assert settings.answer_settle_seconds == 1
