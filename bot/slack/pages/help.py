"""Help, to the reader alone: four commands to begin with, the rest behind buttons (COPY 12)."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from bot.slack.pages.blocks import Block, Message, actions, button, escape, section
from bot.slack.pages.plain_text import entities
from bot.slack.pages.shape import message
from bot.slack.pages.words.help import ALL, FOUR, IN_THREADS, KEPT, READY
from bot.slack.pages.words.people import short

LIKENESS = 0.7
"""How alike two words have to be, from 0 to 1, for one to be offered in place of the other."""


def help_page() -> Message:
    """Four commands to begin with."""
    return message("", [*_four(), actions(*_more())])


def help_all() -> Message:
    """Every command, a line each."""
    return message("", [section("\n".join(["*All commands*", *map(entities, ALL)])), section(IN_THREADS)])


def help_ready() -> Message:
    """What "ready" means."""
    return message("", [section("\n".join(READY))])


def help_kept() -> Message:
    """What is kept, and what is not."""
    return message("", [section("\n".join(KEPT))])


def unknown(text: str, commands: Sequence[str]) -> Message:
    """A command that does not exist: the nearest one is offered with what was typed after it, else the four."""
    typed, _, rest = short(text, 100).partition(" ")
    near = difflib.get_close_matches(typed.casefold(), commands, n=1, cutoff=LIKENESS)
    said = f"I don't know `{escape(short(typed, 40)).replace('`', '')}`."
    if not near:
        return message("", [section(f"{said} Here is what I know."), *_four(), actions(*_more())])
    run = button(f"Run {near[0]}", "run_command", f"{near[0]} {rest}".strip(), style="primary")
    return message("", [section(f"{said} Did you mean `{near[0]}`?"), actions(run, button("Help", "help"))])


def _four() -> list[Block]:
    return [section("\n".join(["*Four to begin with*", *FOUR])), section(IN_THREADS)]


def _more() -> list[Block]:
    return [
        button("All commands", "help_all"),
        button("What “ready” means", "help_ready"),
        button("What I keep", "help_kept"),
    ]
