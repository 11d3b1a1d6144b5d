"""The first notice for which people wait is claimed by the transaction that brings it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from bot.courier.ahead import Ahead
from bot.courier.limits import POST
from bot.courier.pace import Pace, Ticket
from bot.records import notices
from tests.courier.conftest import TEAM, UNLIMITED, Desk

LEASE = timedelta(seconds=90)


def ahead(desk: Desk, per_minute: int = 0, free: Callable[[], bool] = lambda: True) -> tuple[Ahead, Pace]:
    """What claims ahead in every transaction of the desk from now on, and its pace."""
    pace = Pace({POST: per_minute}, timedelta(seconds=1), desk.clock)
    made = Ahead(pace, desk.clock, LEASE, free)
    desk.store.before_commit(made.claim)
    return made, pace


def taken(made: Ahead) -> list[str]:
    """The kinds of what was claimed ahead."""
    return [one.notice.kind for one, _ in made.take()]


def test_it_is_claimed_once_and_for_the_lease(desk: Desk) -> None:
    made, _ = ahead(desk)
    notice = desk.say("question")
    assert desk.state(notice) == "claimed"
    ((one, ticket),) = made.take()
    assert (one.notice.id, one.doubt, one.notice.attempts) == (notice.id, False, 1)
    assert one.notice.claimed_until == desk.now + LEASE
    assert ticket == Ticket(TEAM, POST, "C1")
    assert made.take() == []


def test_of_one_transaction_only_the_first_is_claimed(desk: Desk) -> None:
    made, _ = ahead(desk)
    common: dict[str, Any] = {"pilot": desk.pilot.id, "lane": "pilot:1", "channel": "C1", "now": desk.now}
    with desk.store.write() as session:
        first = notices.say(session, TEAM, "reading", **common)
        second = notices.say(session, TEAM, "question", **common)
    assert (desk.state(first), desk.state(second)) == ("claimed", "due")
    assert taken(made) == ["reading"]


@pytest.mark.parametrize(
    "columns", [{"target": "reaction", "rank": 3}, {"rank": notices.SCHEDULED}, {"due_at": "later"}, {"root": ""}]
)
def test_what_may_not_go_at_once_or_nobody_waits_for_is_left_to_the_courier(
    desk: Desk, columns: dict[str, Any]
) -> None:
    made, pace = ahead(desk)
    if "root" in columns:
        desk.change_pilot(root_ts=columns.pop("root"))
    if "due_at" in columns:
        columns["due_at"] = desk.now + timedelta(minutes=1)
    assert desk.state(desk.say("question", **columns)) == "due"
    assert (taken(made), pace.cooling()) == ([], [])


def test_what_stands_behind_another_of_its_lane_waits(desk: Desk) -> None:
    before = desk.say("question", "1")
    made, _ = ahead(desk)
    after = desk.say("question", "2")
    assert (desk.state(before), desk.state(after), taken(made)) == ("due", "due", [])


def test_nothing_is_claimed_while_nobody_is_free_to_deliver_it(desk: Desk) -> None:
    made, _ = ahead(desk, free=lambda: False)
    assert (desk.state(desk.say("question")), taken(made)) == ("due", [])


def test_nothing_is_claimed_beyond_the_pace(desk: Desk) -> None:
    made, _ = ahead(desk, per_minute=1)
    desk.say("question", "1", lane="a")
    second = desk.say("question", "2", lane="b", channel="C2")
    assert (desk.state(second), taken(made)) == ("due", ["question"])


def test_what_is_rolled_back_leaves_nothing_claimed_and_its_call_free(desk: Desk) -> None:
    made, pace = ahead(desk)

    def fail(_session: object) -> None:
        assert pace.cooling() == ["C1"]
        raise LookupError("a bug")

    desk.store.before_commit(fail)
    with pytest.raises(LookupError):
        desk.say("question")
    assert (taken(made), pace.cooling()) == ([], [])


def test_killed_between_commit_and_call_it_is_looked_up_and_there_once(desk: Desk) -> None:
    ahead(desk)
    notice = desk.say("question")
    desk.use(UNLIMITED)
    assert desk.deliver() == 0
    desk.later(90).deliver()
    assert desk.slack.made("conversations.replies")
    assert (desk.state(notice), desk.slack.texts()) == ("sent", ["question"])
