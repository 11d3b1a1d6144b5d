"""Pages that are made for one person at the moment of asking."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.records import pilots
from bot.slack.pages import listing as listing_page
from bot.slack.pages import standing
from bot.slack.pages import status as status_page
from bot.slack.pages.blocks import Message
from bot.work import find
from bot.work.desk import Desk
from bot.work.view import View
from bot.work.views import view_of

Page = Callable[[Desk], Message]
FILTERS = ("blocked", "ready", "live", "all")


def page(pilot: int | None, make: Callable[..., Message], *args: str) -> Page:
    """Any page of a pilot."""

    def made(desk: Desk) -> Message:
        found = pilots.get(desk.session, desk.team, pilot or 0)
        assert found is not None, f"pilot {pilot} is gone"
        return make(view_of(desk, found), *args)

    return made


def status(pilot: int) -> Page:
    """``status``: the whole state of a pilot."""
    return page(pilot, status_page.status)


def listing(channel: str, user: str, words: Sequence[str]) -> Page:
    """``list``: the pilots of the channel, or everywhere, of the kind asked for."""
    chosen = next((word for word in words if word in FILTERS), "")

    def made(desk: Desk) -> Message:
        everywhere = "everywhere" in words
        seen = find.seen_by(desk, user) if everywhere else pilots.in_channel(desk.session, desk.team, channel)
        views = [view_of(desk, pilot) for pilot in seen if chosen == "all" or pilot.state == "open"]
        return listing_page.listing([view for view in views if _fits(view, chosen)], chosen, everywhere=everywhere)

    return made


def _fits(view: View, chosen: str) -> bool:
    if chosen == "blocked":
        return not view.verdict.ready
    if chosen == "ready":
        return view.verdict.ready
    if chosen == "live":
        return standing.live_since(view) is not None
    return True
