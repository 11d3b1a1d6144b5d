"""The commands of the terminal: settings, help, exit codes, and no traceback for what is expected."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app

ROOT = Path(__file__).resolve().parent.parent
RUNNER = CliRunner()
COMMANDS = [command.name or command.callback.__name__ for command in app.registered_commands if command.callback]


def text(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def shipready(directory: Path, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run ``python -m bot`` in ``directory``, as a process of its own and without the settings of this one."""
    ours = ("SLACK_", "SHIPREADY_", "DATABASE_URL")
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=directory,
        env={**inherited, "PYTHONPATH": str(ROOT), **env},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_commands_are_these() -> None:
    assert COMMANDS == ["run", "sandbox", "migrate", "list", "status", "verdict", "record"]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_and_is_documented(name: str) -> None:
    result = RUNNER.invoke(app, [name, "--help"])
    assert result.exit_code == 0
    assert re.search(rf"^\| `{name}[ `]", text("docs/operate.md"), re.MULTILINE)
    assert f"`{name}`" in text("CHANGELOG.md") or f"`shipready {name}`" in text("CHANGELOG.md")


def test_python_m_bot_is_shipready(tmp_path: Path) -> None:
    result = shipready(tmp_path, "--help")
    assert result.returncode == 0
    assert "Usage: shipready" in result.stdout


def test_run_names_every_missing_setting_without_a_traceback(tmp_path: Path) -> None:
    result = shipready(tmp_path, "run", SHIPREADY_ZONE="Mars")
    assert result.returncode == 2
    for name in ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SHIPREADY_ZONE"):
        assert name in result.stderr
    assert "Traceback" not in result.stderr
    assert result.stdout == ""


def test_run_reads_the_file_beside_it(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("SLACK_BOT_TOKEN=wrong-secret\nSLACK_APP_TOKEN=xapp-1\n")
    result = shipready(tmp_path, "run")
    assert result.returncode == 2
    assert "does not start with xoxb-" in result.stderr
    assert "SLACK_APP_TOKEN" not in result.stderr
    assert "wrong-secret" not in result.stderr


def test_migrations_go_up_and_down_from_the_command_line(tmp_path: Path) -> None:
    assert shipready(tmp_path, "migrate").returncode == 0
    assert (tmp_path / "shipready.db").exists()
    assert shipready(tmp_path, "migrate", "--to", "base").returncode == 0
    unknown = shipready(tmp_path, "migrate", "--to", "nowhere")
    assert unknown.returncode == 2
    assert unknown.stderr.startswith("There is no migration called 'nowhere', so nothing has changed.")


@pytest.mark.parametrize("command", ["list", "status", "verdict", "record"])
def test_a_database_without_tables_is_said_with_the_command(tmp_path: Path, command: str) -> None:
    pilot = [] if command == "list" else ["Invoice Coder"]
    result = shipready(tmp_path, command, *pilot)
    assert result.returncode == 2
    assert "shipready migrate" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("command", ["status", "verdict", "record"])
def test_an_unknown_pilot_is_an_error_and_not_a_verdict(tmp_path: Path, command: str) -> None:
    assert shipready(tmp_path, "migrate").returncode == 0
    result = shipready(tmp_path, command, "Nobody's pilot")
    assert result.returncode == 2
    assert result.stderr.strip()
    assert "Traceback" not in result.stderr


def test_an_empty_list_is_said(tmp_path: Path) -> None:
    assert shipready(tmp_path, "migrate").returncode == 0
    assert shipready(tmp_path, "list").stdout == "No pilots yet.\n"
    assert json.loads(shipready(tmp_path, "list", "--json").stdout) == []


def test_a_date_that_is_none_is_refused(tmp_path: Path) -> None:
    assert shipready(tmp_path, "verdict", "Invoice Coder", "--as-of", "soon").returncode == 2
