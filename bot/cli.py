"""The commands of ``shipready``. What a command needs is imported when it runs, so that ``--help`` stays quick."""

from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)

Pilot = Annotated[str, typer.Argument(metavar="PILOT", help="Its name, the start of it, or its short id.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
AsOf = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="On this date; else today.")]
Revision = Annotated[str, typer.Option(metavar="REVISION", help="A revision, head (the newest) or base (no tables).")]
Port = Annotated[int, typer.Option(min=0, max=65535, help="Where the page is served; 0 takes a free port.")]
Database = Annotated[Path | None, typer.Option(help="A SQLite file to keep; else what happens is gone at the end.")]
WithBot = Annotated[bool, typer.Option("--bot/--no-bot", help="Connect the bot to it.")]

READY, NOT_READY = 0, 1


def main() -> None:
    """Run the command in ``sys.argv`` and leave with its exit code; 2 is a wrong setting, name or database."""
    app(prog_name="shipready")


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"shipready {version('shipready')}")
        raise typer.Exit


Version = Annotated[bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version.")]


@app.callback()
def shipready(_version: Version = False) -> None:
    """A Slack bot that gets AI pilots from demo to production."""


@app.command()
def run() -> None:
    """Connect to Slack and work until stopped; brings the database up to date first."""
    from bot import process

    settings = process.settings(slack=True)
    process.bring_up_to_date(settings)
    from bot import app as bot

    raise typer.Exit(bot.run(settings, process.clock(settings)))


@app.command()
def sandbox(port: Port = 8888, database: Database = None, bot: WithBot = True) -> None:
    """Serve a Slack workspace on this machine, with the bot in it; no Slack account is needed."""
    from bot import local

    local.serve(port, database, with_bot=bot)


@app.command()
def migrate(to: Revision = "head") -> None:
    """Bring the database to a revision, up or down."""
    from bot import process

    process.bring_up_to_date(process.settings(), to)
    typer.echo(f"The database is at {to}.")


@app.command("list")
def list_(as_json: AsJson = False) -> None:
    """List every pilot with its state and what blocks it."""
    from bot import asking, queries

    asking.show_pilots(asking.ask(queries.pilots), as_json)


@app.command()
def status(pilot: Pilot, as_json: AsJson = False) -> None:
    """Show where a pilot stands: conversations, checks, what blocks, who can change it."""
    from bot import asking, queries

    asking.show(asking.ask(lambda asked: queries.status(asked, pilot)), as_json)


@app.command()
def verdict(pilot: Pilot, as_of: AsOf = None, as_json: AsJson = False) -> None:
    """Say whether a pilot is ready. Exit code: 0 ready, 1 not ready, 2 an error."""
    from bot import asking, queries

    on = as_of.date() if as_of else None
    answer = asking.ask(lambda asked: queries.verdict(asked, pilot, on))
    asking.show(answer, as_json)
    raise typer.Exit(READY if answer.ready else NOT_READY)


@app.command()
def record(pilot: Pilot, as_json: AsJson = False) -> None:
    """Print a pilot's readiness record, in Markdown."""
    from bot import asking, queries

    asking.show(asking.ask(lambda asked: queries.record(asked, pilot)), as_json)
