"""People in messages: by full name, escaped; never a mention unless the message is meant to ring."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from bot.slack.pages.blocks import escape, shorten
from bot.work.view import View

LONGEST = 60
"""Characters of a person's name; what is longer is cut, so that one name never fills a card."""
PILOT = 80
"""Characters of a pilot's name in messages."""


def short(text: str, longest: int) -> str:
    """One line of at most ``longest`` characters, without control characters and marks that turn the writing direction.

    Writing that runs from right to left is set apart, so that it does not reorder the sentence around it.
    """
    plain = "".join(" " if unicodedata.category(char) in ("Cc", "Zl", "Zp") else char for char in text)
    line = " ".join("".join(char for char in plain if unicodedata.bidirectional(char) not in TURNS).split())
    line = shorten(line, longest)
    return f"\u2068{line}\u2069" if any(unicodedata.bidirectional(char) in ("R", "AL") for char in line) else line


TURNS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})


def pilot_name(view: View, longest: int = PILOT) -> str:
    """The pilot's name, escaped."""
    return escape(short(view.pilot.name, longest))


def person(view: View, user: str) -> str:
    """The full name of the account ``user``, escaped; "nobody" for no account."""
    return escape(short(view.name(user), LONGEST)) if user else "nobody"


def first_name(view: View, user: str) -> str:
    """The first word of a name, as plain text (for buttons, which are never read as markup)."""
    return short((view.name(user).split() or ["them"])[0], 20)


def joined(words: Sequence[str], last: str = "and") -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def people(view: View, users: Iterable[str], most: int = 3) -> str:
    """The names of the accounts ``users``, joined; more than ``most`` are counted."""
    names = [person(view, user) for user in dict.fromkeys(users) if user]
    rest = len(names) - most
    return joined([*names[:most], f"{rest} more"]) if rest > 0 else joined(names)


def builder(view: View) -> str:
    """Who built it, for the middle of a sentence: a person's name, escaped. Words that were typed in place of a person
    (*left in September*) fit no sentence."""
    return person(view, view.state.builder_user) if view.state.builder_user else "whoever built it"


def builder_words(view: View) -> str:
    """The words that were typed for who built it, escaped, to stand behind a colon."""
    given = view.state.builder.get("text") if isinstance(view.state.builder, Mapping) else None
    return escape(short(str(given or "not said yet"), LONGEST))
