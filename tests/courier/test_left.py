"""Threads that are left while something is on its way to them: it is said where the thread goes on."""

from __future__ import annotations

import pytest

from bot.records import outbox, posts
from tests.courier.conftest import TEAM, Desk, Page


@pytest.fixture
def opened(desk: Desk) -> Desk:
    """A thread with a card of its own."""
    desk.change_pilot(root_ts="")
    desk.say("card", target="channel")
    desk.deliver()
    return desk


def leave(desk: Desk, channel: str = "") -> None:
    """The thread is opened anew, in another channel where one is named."""
    with desk.store.write() as session:
        posts.leave_thread(session, TEAM, desk.pilot.id or 0, "anew")
    desk.change_pilot(root_ts="", **({"channel": channel} if channel else {}))
    desk.say("card", target="channel")


def threads(desk: Desk, text: str) -> list[str]:
    """The threads in which a text was said."""
    return [sent["thread_ts"] for sent in desk.slack.made("chat.postMessage") if sent["text"] == text]


def test_a_reply_that_arrives_in_a_thread_just_left_is_said_in_the_new_one_too(opened: Desk) -> None:
    old = opened.kept_pilot().root_ts
    opened.slack.meanwhile["chat.postMessage"] = lambda: leave(opened)
    notice = opened.say("question", "ownership")
    opened.deliver()
    new = opened.kept_pilot().root_ts
    assert old != new
    assert threads(opened, "question ownership") == [old, new]
    post = opened.post("question", "ownership")
    assert post is not None
    assert (post.thread_ts, opened.state(notice)) == (new, "sent")


def test_what_arrived_in_the_old_thread_is_known_as_a_message_of_that_thread(opened: Desk) -> None:
    old = opened.kept_pilot().root_ts
    opened.slack.meanwhile["chat.postMessage"] = lambda: leave(opened)
    opened.say("question", "ownership")
    opened.deliver()
    stray = next(each for each in opened.slack.messages["C1"] if each.get("thread_ts") == old)
    with opened.store.read() as session:
        post = posts.by_ts(session, TEAM, "C1", stray["ts"])
    assert post is not None
    assert (post.kind, post.key, post.thread_ts) == ("question", f"ownership@{stray['ts']}", old)


def test_a_card_that_was_changed_while_its_thread_was_left_does_not_become_the_root_again(opened: Desk) -> None:
    old = opened.kept_pilot().root_ts
    opened.pages["card"] = Page(text="changed")
    opened.slack.meanwhile["chat.update"] = lambda: leave(opened)
    opened.say("card", target="channel")
    opened.deliver()
    card, left = opened.post("card"), opened.post("card_moved", "anew")
    assert card is not None
    assert left is not None
    assert (left.ts, card.ts) == (old, opened.kept_pilot().root_ts)
    assert old != card.ts


def test_a_message_deleted_while_it_was_changed_stays_deleted(opened: Desk) -> None:
    opened.say("question")
    opened.deliver()
    first = opened.post("question")
    assert first is not None

    def delete() -> None:
        with opened.store.write() as session:
            posts.mark_gone(session, TEAM, first.channel, first.ts)

    opened.pages["question"] = Page(text="changed")
    opened.slack.meanwhile["chat.update"] = delete
    opened.say("question")
    opened.deliver()
    kept = opened.post("question")
    assert kept is not None
    assert kept.gone


@pytest.mark.parametrize("code", ["thread_not_found", "message_not_found"])
def test_a_refusal_by_a_thread_just_left_says_nothing_about_the_new_one(opened: Desk, code: str) -> None:
    opened.slack.faults["chat.postMessage"].append(code)
    opened.slack.meanwhile["chat.postMessage"] = lambda: leave(opened)
    notice = opened.say("question")
    opened.deliver()
    assert (opened.state(notice), opened.asked, opened.kept_pilot().hold) == ("sent", [], "")
    assert threads(opened, "question")[-1] == opened.kept_pilot().root_ts


def test_nothing_is_taken_for_a_thread_that_was_left_since_it_was_found_to_be_due(opened: Desk) -> None:
    opened.say("question")
    with opened.store.read() as session:
        due = outbox.waiting(session, opened.now, state="due", most_rank=3, cooling=[], limit=9)
    leave(opened)
    with opened.store.write() as session:
        assert len(due) == 1
        assert outbox.claim(session, due, opened.now, opened.now) == []
    opened.deliver()
    assert threads(opened, "question") == [opened.kept_pilot().root_ts]


def test_a_card_on_its_way_while_the_pilot_moves_is_posted_where_the_pilot_is(desk: Desk) -> None:
    desk.change_pilot(root_ts="")
    desk.slack.meanwhile["chat.postMessage"] = lambda: leave(desk, "C2")
    desk.say("card", target="channel")
    desk.say("question")
    desk.deliver()
    pilot = desk.kept_pilot()
    assert (desk.slack.texts("C1"), desk.slack.texts("C2")) == (["card"], ["card", "question"])
    assert pilot.root_ts == desk.slack.messages["C2"][0]["ts"]


def test_whoever_decides_hears_of_a_card_that_is_gone(opened: Desk) -> None:
    opened.slack.messages["C1"].clear()
    opened.pages["card"] = Page(text="changed")
    opened.say("card", target="channel")
    opened.deliver()
    assert opened.asked == ["message_not_found"]
    assert opened.slack.texts() == ["changed"]
