"""A Slack workspace on one machine, with the bot connected to it as to Slack: over HTTP and a WebSocket."""

import json
import os
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import typer

from bot import app, logs, process
from bot.environment import Refused, load_settings, message
from bot.sandbox.server import Sandbox
from bot.settings import Settings

MANIFEST = Path(__file__).resolve().parent.parent / "manifest.json"
PROXIES = ("http_proxy", "https_proxy", "all_proxy")


def serve(port: int, database: Path | None, *, with_bot: bool) -> None:
    """Serve the workspace on ``port`` of 127.0.0.1 until Ctrl-C; ``database`` None keeps nothing after the end."""
    _speak_directly()
    stopped = app.stop_signal()
    with _opened(port) as sandbox, _file(database) as file:
        if with_bot:
            with _bot(sandbox, file):
                _wait(f"The workspace is at {sandbox.url}. Ctrl-C stops it.", stopped)
        else:
            _wait(_how_to_connect(sandbox), stopped)


def _opened(port: int) -> Sandbox:
    try:
        return Sandbox(json.loads(MANIFEST.read_text(encoding="utf-8")), port)
    except OSError as error:
        process.stop(f"Port {port} cannot be used: {error.strerror}. Another one: shipready sandbox --port {port + 1}")


def settings_for(sandbox: Sandbox, file: Path, env: Mapping[str, str]) -> Settings:
    """The settings of a bot in ``sandbox`` on the SQLite ``file``: everything else from ``env``.

    No ``.env`` file is read, since that belongs to a real workspace. Leaves with a sentence when
    ``env`` has a wrong value.
    """
    own = {**_connection(sandbox), "DATABASE_URL": f"sqlite:///{file}", "SHIPREADY_CLOCK_URL": sandbox.clock_url}
    loaded = load_settings({**env, **own}, None)
    if isinstance(loaded, Refused):
        process.stop(message(loaded))
    return loaded.settings


def _connection(sandbox: Sandbox) -> dict[str, str]:
    return {
        "SLACK_API_URL": sandbox.api_url,
        "SLACK_BOT_TOKEN": sandbox.bot_token,
        "SLACK_APP_TOKEN": sandbox.app_token,
    }


def _how_to_connect(sandbox: Sandbox) -> str:
    variables = {**_connection(sandbox), "SHIPREADY_CLOCK_URL": sandbox.clock_url}
    lines = "\n".join(f"  {name}={value}" for name, value in variables.items())
    return f"The workspace is at {sandbox.url}, without a bot. One connects with:\n\n{lines}\n\nCtrl-C stops it."


@contextmanager
def _bot(sandbox: Sandbox, file: Path) -> Iterator[None]:
    settings = settings_for(sandbox, file, os.environ)
    logs.configure(settings.log_level, settings.log_format)
    process.bring_up_to_date(settings)
    running = app.start(settings, process.clock(settings))
    try:
        yield
    finally:
        running.stop()


@contextmanager
def _file(database: Path | None) -> Iterator[Path]:
    if database:
        yield database.resolve()
    else:
        with TemporaryDirectory(prefix="shipready-") as directory:
            yield Path(directory) / "sandbox.db"


def _speak_directly() -> None:
    """Everything here is on this machine, and Slack's client would send even that through a proxy."""
    for name in PROXIES:
        os.environ.pop(name, None)
        os.environ.pop(name.upper(), None)


def _wait(announcement: str, stopped: threading.Event) -> None:
    typer.echo(announcement)
    app.wait_for(stopped)
