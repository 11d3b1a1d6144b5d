"""Nothing needs to replace it: the thread asks somebody who did not build it to agree."""

from __future__ import annotations

from bot.records import notices, posts
from bot.records.tables import Pilot
from bot.work import say
from bot.work.desk import Desk
from bot.work.views import current, record_of

KIND = "agree"


def ask_to_agree(desk: Desk, pilot: Pilot) -> None:
    """Let the thread ask for the agreement, where that is the answer; a request of before is brought up to date."""
    held = current(desk, record_of(desk, pilot)).groups["replacement"].slots.get("nothing_needed")
    if (held is not None and held.value == "yes") or _was_asked(desk, pilot):
        say.in_thread(desk, pilot, KIND)


def _was_asked(desk: Desk, pilot: Pilot) -> bool:
    """Whether the request is in the thread, or on its way there."""
    number = pilot.id or 0
    asked = any(post.kind == KIND for post in posts.of_pilot(desk.session, desk.team, number))
    return asked or bool(notices.on_the_way(desk.session, desk.team, number, KIND))
