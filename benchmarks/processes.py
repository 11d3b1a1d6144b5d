"""The processes that are measured: the bot as it is run, and the bare apps."""

from __future__ import annotations

import asyncio
import os
import re
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from benchmarks.workspace import Workspace

ROOT = Path(__file__).resolve().parent.parent
OWN = re.compile(r"SHIPREADY_|SLACK_|DATABASE_URL|.*_proxy", re.IGNORECASE)


@asynccontextmanager
async def bolt(which: str, workspace: Workspace, directory: Path) -> AsyncIterator[int]:
    """A Bolt app of ``benchmarks.apps`` in that workspace; its process id."""
    async with _running(["-m", "benchmarks.apps", which, workspace.api_url], directory, {}) as process:
        yield process.pid


@asynccontextmanager
async def bot(workspace: Workspace, directory: Path, env: Mapping[str, str]) -> AsyncIterator[int]:
    """``shipready run`` in that workspace, on the database in ``directory``; its process id."""
    slack = {"SLACK_BOT_TOKEN": "xoxb-bench", "SLACK_APP_TOKEN": "xapp-bench", "SLACK_API_URL": workspace.api_url}
    own = {"DATABASE_URL": database(directory), "SHIPREADY_LOG_LEVEL": "ERROR", **env}
    async with _running(["-m", "bot", "run"], directory, {**slack, **own}) as process:
        yield process.pid


@asynccontextmanager
async def program(module: str, arguments: list[str], directory: Path) -> AsyncIterator[Process]:
    """``python -m module``, with these arguments."""
    async with _running(["-m", module, *arguments], directory, {}) as process:
        yield process


def database(directory: Path) -> str:
    """The address of the database in a directory."""
    return f"sqlite:///{directory / 'shipready.db'}"


def memory(process: int) -> float:
    """How much of a process is in memory, in MB (Linux)."""
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    assert found is not None, "Linux tells the resident size"
    return int(found[1]) / 1024


@asynccontextmanager
async def _running(arguments: list[str], directory: Path, env: Mapping[str, str]) -> AsyncIterator[Process]:
    """A Python process with nothing in its environment that would change what is measured.

    It is killed in the end, so that nothing is stored after the last acknowledgement.
    """
    outside = {name: value for name, value in os.environ.items() if not OWN.match(name)}
    process = await asyncio.create_subprocess_exec(
        sys.executable, *arguments, cwd=directory, env={**outside, "PYTHONPATH": str(ROOT), **env}
    )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):  # it ended by itself; who waits for its connection will say so
            process.kill()
        await process.wait()
