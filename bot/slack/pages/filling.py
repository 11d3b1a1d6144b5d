"""Filling the sentences of refusals and outcomes: ids come out as names, dates as dates, people's words escaped."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.slack.pages.blocks import escape
from bot.slack.pages.words.checks import GROUPS, count, number_of
from bot.slack.pages.words.dates import day, iso_day
from bot.slack.pages.words.habits import WEEKDAYS
from bot.slack.pages.words.people import joined, short

LONGEST = 120
MOST = 8
"""Names that a sentence lists; more are counted."""
USERS = ("user", "lead", "owner", "holder", "proposer", "second")
CHANNEL = re.compile(r"[CG][A-Z0-9]{2,}")


@dataclass(frozen=True, slots=True)
class Names:
    """What a sentence needs to know: full names by user id, the workspace's name, and today's date for its reader."""

    people: Mapping[str, str] = field(default_factory=dict)
    workspace: str = ""
    today: date = date.min

    def of_user(self, user: str) -> str:
        """The full name, escaped; "somebody" for an account that is not known."""
        return escape(short(self.people.get(user) or "somebody", 60))


class _Fields(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "somebody" if key in USERS else ""


def filled(template: str, values: Mapping[str, Any], names: Names) -> str:
    """The template with its values in people's words; one that is not given leaves no hole that raises."""
    fields = _Fields({key: _word(key, value, names) for key, value in values.items()})
    fields.setdefault("workspace", escape(short(names.workspace, 60)) or "this workspace")
    return template.format_map(fields)


def _word(key: str, value: Any, names: Names) -> str:
    if key in USERS:
        return names.of_user(str(value or ""))
    if isinstance(value, date):
        return day(value, names.today)
    if isinstance(value, list | tuple):
        rest = [f"{len(value) - MOST} more"] if len(value) > MOST else []
        return joined([*(escape(short(str(item), 80)) for item in value[:MOST]), *rest])
    if key == "weekday":
        return WEEKDAYS[str(value)]
    if isinstance(value, int):
        return count(value) if key == "count" else f"{value:,}"
    if key == "conversation":
        return str(number_of(str(value)))
    if key == "group":
        return GROUPS.get(str(value), "")
    if key == "channel" and CHANNEL.fullmatch(str(value)):
        return f"<#{value}>"
    if key == "command":
        return f": `{escape(short(str(value), LONGEST))}`" if value else ""
    return escape(short(iso_day(value, names.today), LONGEST))
