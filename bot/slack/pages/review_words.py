"""What was written about a reviewer's work, in one sentence that the reviewer can confirm."""

from __future__ import annotations

from bot.readiness.values import day as day_of
from bot.slack.pages import standing
from bot.slack.pages.blocks import escape
from bot.slack.pages.words.dates import day
from bot.slack.pages.words.people import first_name, person
from bot.work.view import View

EVERY = {"each_item": "as each one comes", "day": "each day", "week": "each week", "month": "each month"}


def review_as_written(view: View) -> tuple[str, list[str]]:
    """``Emeka checks 20 of its results each day and may stop it.``, and the last check where one is saved."""
    group = view.state.groups["review"]
    who = escape(first_name(view, standing.named(view, "reviewer")))
    share, every, last = group.value("share"), str(group.value("every") or ""), day_of(group.value("last_on"))
    much = "all its results" if share == "all" else f"{share} of its results" if share else "(how many is not written)"
    often = f"every {group.value('every_days') or '?'} days" if every == "other_days" else EVERY.get(every, "")
    held = group.slots.get("last_on")
    by = f", as {person(view, held.fact.by)} wrote" if held and held.fact.by else ""
    words = " ".join(part for part in (f"{who} checks {much}", often, "and may stop it.") if part)
    return words, [f"Last check: {day(last, view.today)}{by}"] if last else []
