"""From the environment and a ``.env`` file to checked settings, or to all that is wrong with them in one message."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_settings import EnvSettingsSource

from bot.settings import SLACK_API_URL, Settings, is_slack
from bot.variables import SECRET, Problem, read_env_file, unknown, variable_name, variables

TOKENS = ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN")


@dataclass(frozen=True, slots=True)
class Loaded:
    """The settings are good. ``warnings`` name what was passed over."""

    settings: Settings
    warnings: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """The settings are not good: every problem at once."""

    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...] = ()


def load_settings(
    env: Mapping[str, str] | None = None, env_file: Path | None = Path(".env"), *, slack: bool = True
) -> Loaded | Refused:
    """Read and check all settings.

    ``env`` stands for the environment (None: the process's own) and wins over ``env_file`` (None: no file). Empty
    values count as not given. ``slack=False`` is for commands that only read the database: the tokens may be missing.
    """
    from_file, broken = read_env_file(env_file) if env_file else ({}, [])
    given = {**from_file, **(os.environ if env is None else env)}
    warnings = tuple(unknown(given))
    known = {variable.name: given[variable.name].strip() for variable in variables() if variable.name in given}
    values = {name: value for name, value in known.items() if value}
    checked = _check(values)
    problems = [*broken, *_missing(values, slack), *_together(values)]
    if isinstance(checked, Settings) and not problems:
        return Loaded(checked, warnings)
    wrong = [] if isinstance(checked, Settings) else checked
    return Refused(_ordered([*problems, *wrong]), warnings)


def _check(values: Mapping[str, str]) -> Settings | list[Problem]:
    source = EnvSettingsSource(Settings)
    source.env_vars = {name.lower(): value for name, value in values.items()}
    try:
        return Settings(**source())
    except ValidationError as error:
        return [_problem(detail, values) for detail in error.errors()]


def _problem(detail: Mapping[str, Any], values: Mapping[str, str]) -> Problem:
    name = variable_name(detail["loc"])
    if detail["type"] == "value_error":
        what = str(detail["ctx"]["error"])
    else:
        what = "is wrong" if name in SECRET else f"is {values[name]!r}"
    return Problem(name, what, _allowed(name))


def _missing(values: Mapping[str, str], slack: bool) -> list[Problem]:
    return [Problem(name, "is missing", _allowed(name)) for name in TOKENS if slack and name not in values]


def _together(values: Mapping[str, str]) -> list[Problem]:
    """What no value shows alone."""
    problems = []
    if "SHIPREADY_CLOCK_URL" in values and is_slack(values.get("SLACK_API_URL", SLACK_API_URL)):
        name = "SHIPREADY_CLOCK_URL"
        problems.append(Problem(name, "would move the time of a real workspace", _allowed(name)))
    if values.get("DATABASE_URL", "").startswith("postgres") and find_spec("psycopg") is None:
        what = "needs psycopg, which is not installed"
        problems.append(Problem("DATABASE_URL", what, "pip install 'psycopg[binary]'"))
    return problems


def _allowed(name: str) -> str:
    return next((variable.allowed for variable in variables() if variable.name == name), "")


def _ordered(problems: list[Problem]) -> tuple[Problem, ...]:
    order = {variable.name: place for place, variable in enumerate(variables())}
    return tuple(sorted(problems, key=lambda problem: order.get(problem.name, -1)))


def message(refused: Refused) -> str:
    """What stands on the terminal when the settings are not good: a table of name, what is wrong, what is allowed."""
    count = len(refused.problems)
    heading = "one setting is" if count == 1 else f"{count} settings are"
    closing = "Set them in the environment or in .env; docs/operate.md lists every setting."
    return f"Shipready cannot start: {heading} missing or wrong.\n\n{table(refused.problems)}\n\n{closing}"


def table(problems: tuple[Problem, ...]) -> str:
    """The problems as aligned lines."""
    name = max((len(problem.name) for problem in problems), default=0)
    what = max((len(problem.what) for problem in problems), default=0)
    rows = [f"  {problem.name:{name}}  {problem.what:{what}}  {_wanted(problem)}".rstrip() for problem in problems]
    return "\n".join(rows)


def _wanted(problem: Problem) -> str:
    is_hint = not problem.allowed or problem.allowed.startswith(("did you mean", "docs/", "pip install"))
    return problem.allowed if is_hint else f"allowed: {problem.allowed}"
