"""Slack's limits are kept before Slack has to say so, and what it says is obeyed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.courier.limits import Limits
from bot.courier.pace import Bucket, Pace, Ticket
from bot.records import notices
from tests.courier.conftest import Desk
from tests.courier.slack import TOO_MANY

NOW = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)


@given(
    per_minute=st.integers(2, 60),
    steps=st.lists(st.tuples(st.floats(0, 5), st.booleans()), max_size=300),
)
def test_no_minute_ever_has_more_calls_than_allowed(per_minute: int, steps: list[tuple[float, bool]]) -> None:
    bucket, now, taken = Bucket(per_minute), NOW, []
    for seconds, urgent in steps:
        now += timedelta(seconds=seconds)
        if bucket.wait(now, urgent=urgent) <= timedelta():
            bucket.take(now)
            taken.append(now)
    for start in taken:
        assert sum(start <= at < start + timedelta(minutes=1) for at in taken) <= per_minute


@given(per_minute=st.integers(1, 300), urgent=st.booleans())
def test_after_the_wait_the_call_may_be_made(per_minute: int, urgent: bool) -> None:
    bucket, now = Bucket(per_minute), NOW
    for _ in range(2 * per_minute):
        wait = bucket.wait(now, urgent=urgent)
        now += wait
        assert bucket.wait(now, urgent=urgent) <= timedelta()
        bucket.take(now)


def test_bulk_uses_almost_all_that_is_allowed_and_leaves_room_for_a_click() -> None:
    bucket, now, taken = Bucket(300), NOW, 0
    while now < NOW + timedelta(minutes=1):
        if bucket.wait(now, urgent=False) <= timedelta():
            bucket.take(now)
            taken += 1
        now += timedelta(milliseconds=10)
    assert 285 <= taken <= 288
    assert bucket.wait(now, urgent=True) == timedelta()


def test_workspaces_and_methods_have_buckets_of_their_own() -> None:
    pace = Pace({"chat.postMessage": 1, "chat.update": 1}, timedelta(), lambda: NOW)
    tickets = [Ticket(team, method) for team in ("T1", "T2") for method in ("chat.postMessage", "chat.update")]
    assert [pace.take(ticket, urgent=True) for ticket in tickets] == [timedelta()] * 4
    assert all(pace.take(ticket, urgent=True) > timedelta() for ticket in tickets)


def test_one_message_a_second_in_a_channel(desk: Desk) -> None:
    desk.use(Limits())
    second = desk.add_pilot("Forecast")
    elsewhere = desk.add_pilot("Router", "C2")
    desk.say("a")
    desk.say("b", pilot=second)
    desk.say("c", pilot=elsewhere)
    desk.deliver()
    assert (desk.slack.texts("C1"), desk.slack.texts("C2")) == (["a"], ["c"])
    desk.later(0.99).deliver()
    assert desk.slack.texts("C1") == ["a"]
    desk.later(0.01).deliver()
    assert desk.slack.texts("C1") == ["a", "b"]


def test_updates_do_not_wait_for_the_second_of_their_channel(desk: Desk) -> None:
    desk.say("card", target="channel")
    desk.deliver()
    desk.use(Limits())
    desk.pages["card"] = None
    desk.say("a")
    desk.deliver()
    del desk.pages["card"]
    desk.say("card", key="", target="channel", lane="other")
    assert desk.deliver() == 1


def test_a_429_is_obeyed_and_halves_the_pace_for_a_minute(desk: Desk) -> None:
    desk.use(Limits(per_minute={"chat.postMessage": 60}, gap=timedelta()))
    desk.slack.faults["chat.postMessage"].append(TOO_MANY)
    for number in range(100):
        desk.say("bulk", str(number), lane=str(number), rank=notices.BULK)
    desk.deliver()
    desk.later(29.9).deliver()
    assert desk.slack.texts() == []
    for _ in range(300):
        desk.later(0.2).deliver()
    assert 26 <= len(desk.slack.texts()) <= 30
    for _ in range(300):
        desk.later(0.2).deliver()
    assert 76 <= len(desk.slack.texts()) <= 90


def test_an_empty_bucket_is_not_asked_for_again_and_again(desk: Desk) -> None:
    desk.use(Limits(per_minute={"chat.postMessage": 1}, gap=timedelta()))
    first, second = desk.say("a", lane="1"), desk.say("b", lane="2")
    assert desk.deliver() == 1
    assert (desk.state(first), desk.state(second)) == ("sent", "due")
