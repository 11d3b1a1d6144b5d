"""In order within a lane; what people wait for first; held threads wait and hold nobody else up."""

from __future__ import annotations

from datetime import timedelta

from bot.records import notices
from bot.records.outcomes import Outcome
from tests.courier.conftest import Desk, Page


def posted(desk: Desk) -> list[str]:
    return [sent["text"] for sent in desk.slack.made("chat.postMessage")]


def test_a_lane_keeps_its_order_whatever_the_ranks(desk: Desk) -> None:
    desk.say("a", rank=notices.BULK)
    desk.say("b", rank=notices.INTERACTIVE)
    desk.say("c", rank=notices.SCHEDULED)
    desk.deliver()
    assert posted(desk) == ["a", "b", "c"]


def test_between_lanes_the_interactive_comes_first_and_reactions_last(desk: Desk) -> None:
    desk.pages["eyes"] = Page(reaction="eyes")
    desk.say("eyes", "5.0", target="reaction", rank=notices.REACTIONS)
    desk.say("bulk", lane="1", rank=notices.BULK)
    desk.say("scheduled", lane="2", rank=notices.SCHEDULED)
    desk.say("interactive", lane="3")
    desk.deliver(rounds=1)
    assert posted(desk) == ["interactive", "scheduled", "bulk"]
    assert [method for method, _ in desk.slack.calls][-1] == "reactions.add"


def test_a_failed_try_holds_up_its_lane_only(desk: Desk) -> None:
    other = desk.add_pilot("Forecast", "C2")
    desk.slack.faults["chat.postMessage"].append("service_unavailable")
    desk.say("a")
    desk.say("b")
    desk.say("elsewhere", pilot=other)
    desk.deliver()
    assert desk.slack.texts("C1") == []
    assert desk.slack.texts("C2") == ["elsewhere"]
    desk.later(2).deliver()
    assert desk.slack.texts("C1") == ["a", "b"]


def test_what_is_planned_for_later_does_not_hold_up_what_is_due(desk: Desk) -> None:
    desk.say("planned", due_at=desk.now + timedelta(minutes=1))
    desk.say("now")
    desk.deliver()
    assert posted(desk) == ["now"]
    desk.later(60).deliver()
    assert posted(desk) == ["now", "planned"]


def test_an_archived_channel_holds_the_pilot_until_it_is_free_again(desk: Desk) -> None:
    other = desk.add_pilot("Forecast", "C2")
    desk.slack.faults["chat.postMessage"].append("is_archived")
    first = desk.say("a")
    desk.say("b")
    desk.say("elsewhere", pilot=other)
    desk.say("offer", target="user", channel="U7", lane="user:U7")
    desk.deliver()
    assert (desk.kept_pilot().hold, desk.state(first), desk.asked) == ("is_archived", "due", ["is_archived"])
    assert (desk.slack.texts("C2"), desk.slack.texts("D7")) == (["elsewhere"], ["offer"])
    assert desk.later(3600).deliver() == 0
    desk.change_pilot(hold="")
    desk.deliver()
    assert desk.slack.texts("C1") == ["a", "b"]


def test_a_refused_message_is_kept_as_failed_and_the_next_one_goes_on(desk: Desk) -> None:
    desk.slack.faults["chat.postMessage"].append("invalid_blocks")
    refused = desk.say("a")
    desk.say("b")
    desk.deliver()
    assert (desk.state(refused), desk.slack.texts()) == ("failed", ["b"])


def test_an_unknown_code_is_tried_a_few_times(desk: Desk) -> None:
    desk.slack.faults["chat.postMessage"].extend(["brand_new_error"] * 8)
    notice = desk.say("a")
    for _ in range(8):
        desk.later(300).deliver()
    assert (desk.state(notice), len(desk.asked)) == ("failed", 8)


def test_an_outage_is_waited_out(desk: Desk) -> None:
    desk.slack.faults["chat.postMessage"].extend(["token_revoked"] * 20)
    notice = desk.say("a")
    for _ in range(20):
        desk.later(300).deliver()
    assert (desk.state(notice), desk.asked) == ("due", [])
    desk.later(300).deliver()
    assert desk.state(notice) == "sent"


def test_work_decides_what_becomes_of_a_refusal(desk: Desk) -> None:
    desk.outcomes["is_archived"] = Outcome.DROP
    desk.slack.faults["chat.postMessage"].append("is_archived")
    notice = desk.say("a")
    desk.deliver()
    assert (desk.state(notice), desk.kept_pilot().hold) == ("failed", "")


def test_reactions_later_than_thirty_seconds_are_dropped(desk: Desk) -> None:
    desk.pages["eyes"] = Page(reaction="eyes")
    late = desk.say("eyes", "5.0", target="reaction")
    desk.later(31).deliver()
    in_time = desk.say("eyes", "6.0", target="reaction")
    desk.later(30).deliver()
    assert (desk.state(late), desk.state(in_time)) == ("dropped", "sent")
    assert [made["timestamp"] for made in desk.slack.made("reactions.add")] == ["6.0"]


def test_a_reaction_that_is_there_already_is_as_good_as_sent(desk: Desk) -> None:
    desk.pages["eyes"] = Page(reaction="eyes")
    desk.slack.faults["reactions.add"].append("already_reacted")
    notice = desk.say("eyes", "5.0", target="reaction")
    desk.deliver()
    assert (desk.state(notice), desk.asked) == ("sent", [])
