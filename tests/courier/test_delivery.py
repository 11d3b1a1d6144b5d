"""Messages are posted once, then kept current; what is sent is what the facts say at that moment."""

from __future__ import annotations

import pytest

from bot.records.tables import Notice
from tests.courier.conftest import UNLIMITED, Desk, Page


def test_a_notice_is_posted_in_its_thread_with_its_id_as_metadata(desk: Desk) -> None:
    notice = desk.say("question", "ownership")
    assert desk.deliver() == 1
    (sent,) = desk.slack.made("chat.postMessage")
    assert (sent["channel"], sent["thread_ts"], sent["text"]) == ("C1", "1.0", "question ownership")
    assert sent["metadata"] == {"event_type": "shipready_notice", "event_payload": {"notice": str(notice.id)}}
    assert (sent["parse"], sent["unfurl_links"], sent["unfurl_media"]) == ("none", False, False)
    post = desk.post("question", "ownership")
    assert post is not None
    assert (desk.state(notice), post.ts, post.thread_ts) == ("sent", desk.slack.messages["C1"][0]["ts"], "1.0")


def test_the_posted_card_becomes_the_root_of_the_thread(desk: Desk) -> None:
    desk.change_pilot(root_ts="")
    desk.say("question", "ownership")
    assert desk.deliver() == 0
    desk.say("card", target="channel")
    assert desk.deliver() == 2
    card, question = desk.slack.made("chat.postMessage")
    assert "thread_ts" not in card
    assert question["thread_ts"] == desk.kept_pilot().root_ts == desk.slack.messages["C1"][0]["ts"]


def test_ten_changes_of_a_card_are_one_update_of_the_newest_words(desk: Desk) -> None:
    desk.say("card", target="channel")
    desk.deliver()
    for number in range(10):
        desk.pages["card"] = Page(text=f"state {number}")
        desk.say("card", target="channel")
    assert desk.deliver() == 1
    assert [sent["text"] for sent in desk.slack.made("chat.update")] == ["state 9"]
    assert desk.slack.made("chat.update")[0]["parse"] == "none"
    assert desk.slack.texts() == ["state 9"]


def test_an_update_that_changes_nothing_is_not_sent(desk: Desk) -> None:
    desk.say("card", target="channel")
    desk.deliver()
    again = desk.say("card", target="channel")
    desk.deliver()
    assert (desk.state(again), desk.slack.made("chat.update")) == ("sent", [])


def test_what_is_said_once_is_never_changed(desk: Desk) -> None:
    desk.say("verdict", once=True)
    desk.deliver()
    desk.pages["verdict"] = Page(text="otherwise")
    desk.say("verdict", once=True)
    desk.deliver()
    assert desk.slack.texts() == ["verdict"]


def test_nothing_to_say_any_more_is_dropped(desk: Desk) -> None:
    desk.pages["nudge"] = None
    notice = desk.say("nudge")
    desk.deliver()
    assert (desk.state(notice), desk.slack.calls) == ("dropped", [])


def test_a_direct_message_keeps_the_channel_that_slack_answered(desk: Desk) -> None:
    desk.say("offer", "U7", target="user", channel="U7", lane="user:U7")
    desk.deliver()
    post = desk.post("offer", "U7")
    assert post is not None
    assert (post.channel, post.user) == ("D7", "U7")
    desk.pages["offer"] = Page(text="accepted")
    desk.say("offer", "U7", target="user", channel="U7", lane="user:U7")
    desk.deliver()
    assert desk.slack.texts("D7") == ["accepted"]


def test_home_reactions_and_files_go_their_own_ways(desk: Desk) -> None:
    desk.pages |= {
        "home": Page(view={"type": "home", "blocks": []}),
        "reaction": Page(reaction="eyes"),
        "unreaction": Page(reaction="eyes", remove=True),
        "record": Page(text="The record.", file=("record.md", b"# Record", "Record of Invoice reader")),
    }
    desk.say("home", "U7", target="home", channel="U7", lane="home:U7")
    desk.say("reaction", "5.0:eyes", target="reaction")
    desk.say("unreaction", "5.0:eyes", target="reaction")
    desk.say("record", target="file", once=True)
    assert desk.deliver() == 4
    assert desk.slack.made("views.publish") == [{"user_id": "U7", "view": {"type": "home", "blocks": []}}]
    expected = {"channel": "C1", "timestamp": "5.0", "name": "eyes"}
    assert desk.slack.made("reactions.add") == desk.slack.made("reactions.remove") == [expected]
    assert desk.slack.made("upload/record.md") == [{"bytes": b"# Record"}]
    (shared,) = desk.slack.messages["C1"]
    assert (shared["thread_ts"], shared["files"][0]["title"]) == ("1.0", "Record of Invoice reader")


def test_a_reply_can_be_shown_in_the_channel_too(desk: Desk) -> None:
    desk.pages["verdict"] = Page(text="Ready.", broadcast=True)
    desk.say("verdict")
    desk.deliver()
    assert desk.slack.made("chat.postMessage")[0]["reply_broadcast"] is True


def test_a_message_deleted_in_slack_is_posted_anew(desk: Desk) -> None:
    desk.say("card", target="channel")
    desk.deliver()
    desk.slack.messages["C1"].clear()
    desk.pages["card"] = Page(text="new words")
    notice = desk.say("card", target="channel")
    desk.deliver()
    assert (desk.state(notice), desk.slack.texts()) == ("sent", ["new words"])
    assert desk.kept_pilot().root_ts == desk.slack.messages["C1"][0]["ts"]


def test_a_pilot_that_moved_gets_its_card_in_the_new_channel(desk: Desk) -> None:
    desk.say("card", target="channel")
    desk.deliver()
    desk.change_pilot(channel="C2")
    desk.say("card", target="channel", channel="C2")
    desk.deliver()
    assert (desk.slack.texts("C1"), desk.slack.texts("C2")) == (["card"], ["card"])


def test_a_page_that_fails_is_tried_again_and_then_given_up(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_notice: Notice) -> Page | None:
        raise KeyError("a bug")

    monkeypatch.setattr(desk, "render", broken)
    desk.use(UNLIMITED)
    notice = desk.say("card", target="channel")
    for _ in range(9):
        desk.later(600).deliver()
    assert (desk.state(notice), desk.slack.calls) == ("failed", [])
