"""Names of pilots: how they are kept, compared and refused; and what people type, without Slack's marks for links."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable

from bot.records import channels, members, pilots
from bot.work.desk import Desk
from bot.work.results import Refusal

NAME_LENGTH = 80
MARK = re.compile(r"<(@|#|!|mailto:|(?=https?://))([^<>|\n]+)(?:\|([^<>\n]*))?>")
"""A mention, a channel, a group or a link, with its label where it has one (docs.slack.dev, formatting)."""
Named = Callable[[str], str]


def name_key(name: str) -> str:
    """What names are compared by: compatibility form, no case, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def clean_name(name: str) -> str:
    """A name as it is kept: control and invisible characters out, single spaces, also where a line ended."""
    spaced = "".join(" " if letter.isspace() else letter for letter in name)
    shown = "".join(letter for letter in spaced if unicodedata.category(letter) not in ("Cc", "Cf", "Cs"))
    return " ".join(shown.split())


def unmarked(text: str, person: Named, channel: Named) -> str:
    """The text with names in place of Slack's marks: ``<@U1>`` as *Tom Beard*, ``<#C1>`` as *#pilots*, links as they
    read. ``person`` and ``channel`` give the name for an id, "" where it is not known."""

    def named(found: re.Match[str]) -> str:
        kind, target, label = found[1], found[2], found[3] or ""
        if kind == "@":
            return person(target) or label or "somebody"
        if kind == "#":
            return f"#{channel(target) or label or target}"
        if kind == "!":
            return label or f"@{target.split('^')[0]}"
        return label or target

    return MARK.sub(named, text)


def plain_words(desk: Desk, words: str) -> str:
    """Words of a command as they were typed: names for mentions and channels, Slack's escapes undone."""

    def person(user: str) -> str:
        return members.names(desk.session, desk.team, [user]).get(user, "")

    def channel(target: str) -> str:
        known = channels.get(desk.session, desk.team, target)
        return known.name if known else ""

    return html.unescape(unmarked(words, person, channel))


def wrong_name(desk: Desk, channel: str, name: str, but: int | None = None) -> Refusal | None:
    """Why the name cannot be taken in this channel (by any pilot ``but`` this one); None when it can."""
    if not name:
        return Refusal("name_missing")
    if len(name) > NAME_LENGTH:
        return Refusal("name_too_long", {"length": len(name), "most": NAME_LENGTH})
    taken = pilots.by_name_key(desk.session, desk.team, channel, name_key(name))
    if taken is None or taken.id == but:
        return None
    code = "name_in_use" if but is not None else "name_waiting" if taken.hold == "waiting" else "name_taken"
    return Refusal(code, {"pilot": taken.id, "name": taken.name})
