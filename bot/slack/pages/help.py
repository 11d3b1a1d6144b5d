"""Help, to the reader alone: four commands to begin with, the rest behind buttons (COPY 12)."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from bot.slack.pages.blocks import Block, Message, actions, button, escape, section
from bot.slack.pages.shape import message
from bot.slack.pages.words.help import ALL, FOUR, IN_THREADS, KEPT, READY
from bot.slack.pages.words.people import short


def help_page() -> Message:
    """Four commands to begin with."""
    return message("", [section("\n".join(["*Four to begin with*", *FOUR])), section(IN_THREADS), actions(*_more())])


def help_all() -> Message:
    """Every command, a line each."""
    return message("", [section("\n".join(["*All commands*", *map(escape, ALL)])), section(IN_THREADS)])


def help_ready() -> Message:
    """What "ready" means."""
    return message("", [section("\n".join(READY))])


def help_kept() -> Message:
    """What is kept, and what is not."""
    return message("", [section("\n".join(KEPT))])


def unknown(text: str, commands: Sequence[str]) -> Message:
    """A command that does not exist: the nearest one is offered with what was typed after it."""
    typed, _, rest = short(text, 100).partition(" ")
    near = difflib.get_close_matches(typed.casefold(), commands, n=1, cutoff=0.6)
    said = f"I don't know `{escape(short(typed, 40)).replace('`', '')}`."
    asks = button("All commands", "help_all")
    if not near:
        return message("", [section(f"{said} Here is what I know."), actions(asks)])
    run = button(f"Run {near[0]}", "run_command", f"{near[0]} {rest}".strip(), style="primary")
    return message("", [section(f"{said} Did you mean `{near[0]}`?"), actions(run, asks)])


def _more() -> list[Block]:
    return [
        button("All commands", "help_all"),
        button("What “ready” means", "help_ready"),
        button("What I keep", "help_kept"),
    ]
