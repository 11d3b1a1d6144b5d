"""What the commands share: settings, clock, migrations; a sentence and exit code 2 for what is wrong."""

from typing import NoReturn

import typer
from alembic.util import CommandError

from bot import logs
from bot.clock import Clock, SystemClock, UrlClock
from bot.environment import Refused, load_settings, message, table
from bot.records import migrating
from bot.records.store import StoreProblem
from bot.settings import Settings

ERROR = 2


def settings(*, slack: bool = False) -> Settings:
    """The settings of this process, with logging set up by them. ``slack``: the tokens are needed too."""
    loaded = load_settings(slack=slack)
    if loaded.warnings:
        typer.echo(f"Passed over:\n{table(loaded.warnings)}\n", err=True)
    if isinstance(loaded, Refused):
        stop(message(loaded))
    logs.configure(loaded.settings.log_level, loaded.settings.log_format)
    return loaded.settings


def clock(of: Settings) -> Clock:
    """The machine's clock, or the one at SHIPREADY_CLOCK_URL."""
    return UrlClock(of.clock_url) if of.clock_url else SystemClock()


def bring_up_to_date(of: Settings, to: str = "head") -> None:
    """Run the migrations up or down to the revision ``to`` ("head": the newest, "base": no tables)."""
    try:
        migrating.migrate(of.database_url, to)
    except (StoreProblem, CommandError) as problem:
        stop(str(problem))


def stop(sentence: str) -> NoReturn:
    """Leave with the exit code of an error, the sentence on standard error."""
    typer.echo(sentence, err=True)
    raise typer.Exit(ERROR)
