"""The bot as a process of its own, to be killed at any moment and started again."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from bot.sandbox.server import Sandbox
from tests.conversations.stage import FAST

ROOT = Path(__file__).resolve().parents[2]


class Nursery:
    """The process that bots are forked from (``warm.py``). One for all seeds of a runner; for any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        command = [sys.executable, "-m", "tests.simulation.warm"]
        self._process = subprocess.Popen(
            command, cwd=ROOT, env=clean_env(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def ask(self, **asked: Any) -> dict[str, Any]:
        """Ask it something; its answer."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with self._lock:
            print(json.dumps(asked), file=self._process.stdin, flush=True)
            answer: dict[str, Any] = json.loads(self._process.stdout.readline())
            return answer

    def close(self) -> None:
        """End it, and every bot it has."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(10)


class Bot:
    """One bot on one database: started, killed, started again. ``starts`` and ``kills`` count."""

    def __init__(self, nursery: Nursery, sandbox: Sandbox, directory: Path) -> None:
        self.database = directory / "shipready.db"
        self.log = directory / "bot.log"
        self.starts = self.kills = 0
        self._nursery = nursery
        self._pid = 0
        self._env = {
            **clean_env(),
            **FAST,
            "SLACK_API_URL": sandbox.api_url,
            "SLACK_BOT_TOKEN": sandbox.bot_token,
            "SLACK_APP_TOKEN": sandbox.app_token,
            "DATABASE_URL": f"sqlite:///{self.database}",
            "SHIPREADY_CLOCK_URL": sandbox.clock_url,
        }

    def start(self) -> None:
        """Start it if it does not run."""
        if not self.runs():
            self._pid = self._nursery.ask(env=self._env, log=str(self.log))["pid"]
            self.starts += 1

    def runs(self) -> bool:
        """Whether it is there (it ends by itself where Slack cannot be used at its start)."""
        if self._pid and self._nursery.ask(look=self._pid)["ended"]:
            self._pid = 0
        return bool(self._pid)

    def works(self) -> bool:
        """Whether one of its threads runs or waits for a processor; always False where there is no ``/proc``."""
        tasks = Path(f"/proc/{self._pid}/task").glob("*/stat")
        return any(_state(task) in ("R", "D") for task in tasks)

    def kill(self) -> None:
        """SIGKILL, and wait until it is gone."""
        if self._pid:
            os.kill(self._pid, signal.SIGKILL)  # until the nursery has looked at its end, its id is nobody else's
            self._nursery.ask(wait=self._pid)
            self.kills += 1
        self._pid = 0


def _state(stat: Path) -> str:
    """The state of a thread from its ``stat`` (proc(5): it follows the name in brackets)."""
    try:
        return stat.read_text(encoding="utf-8").rpartition(") ")[2][:1]
    except OSError:
        return ""  # it ended in this moment


def clean_env() -> dict[str, str]:
    """This process's environment without proxies and without anybody's settings of the bot."""
    ours = ("SLACK_", "SHIPREADY_", "DATABASE_URL")
    return {
        name: value
        for name, value in os.environ.items()
        if not name.lower().endswith("_proxy") and not name.startswith(ours)
    }
