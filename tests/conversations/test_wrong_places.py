"""Channels that the bot is not in, that close, move, or lose the thread: a sentence, and nothing typed is lost."""

from __future__ import annotations

import pytest

from tests.conversations.forging import command, hand_in
from tests.conversations.stage import Json
from tests.conversations.told import NGOZI, PRIYA, TOM, Told, button

ANSWER = "Ngozi Okonkwo owns it, Tom Beard steps in, weekdays 8 to 17 in #ap-alerts, at night the duty phone."
BOT = "U0SHIPREADY"


def state_of(told: Told, message: Json) -> str:
    """What became of a reply."""
    found = told.rows("select state from entry where channel = ? and ts = ?", message["channel"], message["ts"])
    return str(found[0][0]) if found else ""


def held(told: Told, code: str = "") -> bool:
    """Whether the thread of the latest pilot is held for this reason ("" for none)."""
    return told.rows("select hold from pilot order by id desc limit 1") == [(code,)]


def test_in_a_public_channel_without_the_bot_nothing_is_created(alone: Told) -> None:
    assert alone.command("start Ledger", channel="general") == (
        "I can't open a thread here because I'm not in this channel. Type `/invite @Shipready`, then send your command "
        "again: `/shipready start Ledger`."
    )
    assert alone.rows("select id from pilot") == []
    alone.on.driver.post("invite", channel="general", person=BOT)
    alone.start("Ledger", "general")


def test_in_a_private_channel_without_the_bot_the_pilot_waits_for_the_invitation(alone: Told) -> None:
    assert alone.command("start Payroll", channel="finance") == (
        "Payroll is noted. I'm not in this channel, so type `/invite @Shipready`: its thread opens by itself, and you "
        "need not send anything again."
    )
    assert held(alone, "waiting")
    alone.on.driver.post("invite", channel="finance", person=BOT)
    card = alone.card("Payroll", "finance")
    alone.on.in_thread(card, "1 of 5")
    alone.settled(alone.ngozi.say("finance", ANSWER, thread_ts=card["ts"]), card)


@pytest.mark.parametrize("others", [[], [TOM, BOT], [TOM, NGOZI]])
def test_direct_and_group_messages_are_no_place_for_a_thread(alone: Told, others: list[str]) -> None:
    where = alone.priya.dm()
    if others:
        made = alone.on.driver.post(
            "channels/create", name="mpdm-priya--tom-1", kind="mpim", members=[PRIYA, *others], id="C0GROUPDM"
        )
        where = made["channel"]["id"]
    said = alone.command("start Ledger", channel=where)
    assert (
        said
        == "A pilot's thread needs a channel, where the team can read it. Type the command in one of your channels."
    )
    assert alone.rows("select id from pilot") == []


def test_a_channel_shared_with_another_company_is_refused(alone: Told) -> None:
    said = alone.command("start Ledger", channel="partner-ledger")
    assert said.startswith("This channel is shared with another company, and answers would be read there.")
    assert alone.rows("select id from pilot") == []


def test_an_archived_channel_is_refused(alone: Told) -> None:
    hand_in(alone.on, command(PRIYA, "start Ledger", channel_id="C0CLOSING", channel_name="month-end-2025"))
    alone.command("start")
    alone.form(callback_id="start")
    alone.on.driver.post("channels/change", channel="pilots", is_archived=True)
    alone.on.driver.idle()
    assert alone.priya.submit({"name": "Ledger", "purpose": "Matches ledgers."})["ok"]
    page = str(alone.form(callback_id="said"))
    assert "This channel is archived, so I can't open a thread here." in page
    assert "Matches ledgers." in page
    assert alone.rows("select id from pilot") == []


def test_archived_in_the_middle_it_waits_and_goes_on_when_it_is_back(alone: Told) -> None:
    card = alone.start()
    question = alone.on.in_thread(card, "1 of 5")
    alone.open(question, "answer")
    alone.on.driver.post("channels/change", channel="pilots", is_archived=True)
    alone.wait(lambda: held(alone, "is_archived"))
    assert alone.priya.submit({"owner": NGOZI, "backup": TOM, "cover_hours": "8 to 17", "cover_off_hours": "phone"})[
        "ok"
    ]
    alone.wait(lambda: alone.rows("select question from pilot") == [("dependencies",)])
    assert not any("2 of 5" in m["text"] for m in alone.on.thread(card))
    assert "The channel is archived, so nothing is posted." in alone.command("status Invoice", channel="general")
    alone.on.driver.post("channels/change", channel="pilots", is_archived=False)
    alone.on.in_thread(card, "2 of 5")
    alone.settled(alone.tom.say("pilots", "Bookings table, ours. Model m-small-2026-05.", thread_ts=card["ts"]), card)


def test_in_a_read_only_channel_the_pilot_is_held_until_somebody_can_write_there(alone: Told) -> None:
    alone.command("start Noticed", channel="notices")
    alone.wait(lambda: held(alone, "restricted_action_read_only_channel"))
    assert "I may not reply in the channel. An admin can allow it" in alone.command("status Noticed")
    alone.on.driver.post("channels/change", channel="notices", read_only=False)
    assert alone.command("move Noticed #pilots").startswith("It is in <#C0PILOTS1> from now on")
    alone.on.in_thread(alone.card("Noticed"), "1 of 5")


def test_a_locked_thread_is_held_and_goes_on_with_the_next_reply(alone: Told) -> None:
    card = alone.start()
    alone.on.driver.post("threads/lock", channel="pilots", ts=card["ts"])
    alone.priya.press(alone.on.in_thread(card, "1 of 5"), "park")
    alone.wait(lambda: held(alone, "restricted_action_thread_locked"))
    assert "The thread is locked, so I can't reply in it." in alone.command("status")
    alone.on.driver.post("threads/unlock", channel="pilots", ts=card["ts"])
    alone.priya.say("pilots", "It is open again.", thread_ts=card["ts"])
    alone.on.in_thread(card, "2 of 5")
    assert held(alone)


def test_removed_and_invited_again_it_goes_on_where_it_was(alone: Told) -> None:
    card = alone.start()
    alone.on.driver.post("kick", channel="pilots", person=BOT)
    alone.wait(lambda: held(alone, "not_in_channel"))
    assert "I'm not in the channel, so nothing is posted." in alone.command("status Invoice", channel="general")
    missed = alone.priya.say("pilots", ANSWER, thread_ts=card["ts"])
    alone.on.driver.post("invite", channel="pilots", person=BOT)
    alone.wait(lambda: held(alone))
    said = alone.tom.say("pilots", "On Sundays an alarm goes to the duty phone as well.", thread_ts=card["ts"])
    alone.wait(lambda: state_of(alone, said) == "answer")
    alone.wait(lambda: state_of(alone, missed) == "answer")


def test_a_renamed_channel_changes_nothing(alone: Told) -> None:
    card = alone.start()
    alone.on.driver.post("channels/change", channel="pilots", name="ai-pilots")
    alone.settled(alone.priya.say("ai-pilots", ANSWER, thread_ts=card["ts"]), card)
    assert alone.rows("select name from channel where channel = 'C0PILOTS1'") == [("ai-pilots",)]


def test_a_channel_with_a_new_id_keeps_its_pilots_words_and_buttons(alone: Told) -> None:
    card = alone.start()
    said = alone.priya.say("pilots", ANSWER, thread_ts=card["ts"])
    alone.settled(said, card)
    alone.on.driver.post("channels/change", channel="pilots", id="C0NEWID01")
    alone.wait(lambda: alone.rows("select channel from pilot") == [("C0NEWID01",)])
    assert alone.rows("select channel, state from entry") == [("C0NEWID01", "answer")]
    card = alone.card(channel="C0NEWID01")
    alone.settled(alone.priya.say("C0NEWID01", "The bookings table is ours.", thread_ts=card["ts"]), card)
    assert "has a thread here already" in alone.command("start Invoice Coder", channel="C0NEWID01")


def test_a_deleted_card_is_posted_anew_and_the_old_thread_still_counts(alone: Told) -> None:
    card = alone.start()
    first = alone.priya.say("pilots", ANSWER, thread_ts=card["ts"])
    alone.settled(first, card)
    alone.on.in_thread(card, "2 of 5")
    alone.on.person("U0ADMIN01").delete(card)
    anew = alone.on.driver.wait_for(lambda: next((c for c in alone.cards() if c["ts"] != card["ts"]), None))
    alone.on.in_thread(anew, "2 of 5")
    assert state_of(alone, first) == "answer", "what was said stays on record"
    late = alone.tom.say("pilots", "Bookings table, ours, platform team.", thread_ts=card["ts"])
    alone.wait(lambda: state_of(alone, late) == "answer")
    assert alone.rows("select root_ts from pilot") == [(anew["ts"],)]


def test_a_deleted_question_or_reading_is_said_again_when_there_is_more(alone: Told) -> None:
    card = alone.start()
    alone.settled(alone.priya.say("pilots", "Ngozi Okonkwo owns it.", thread_ts=card["ts"]), card)
    reading = alone.on.in_thread(card, "as I read it")
    alone.wait(lambda: alone.rows("select id from post where ts = ?", reading["ts"]))
    alone.on.person("U0ADMIN01").delete(reading)
    alone.wait(lambda: alone.rows("select count(*) from post where gone") == [(1,)])
    alone.settled(alone.priya.say("pilots", "Tom Beard steps in.", thread_ts=card["ts"]), card)
    assert "Tom Beard" in alone.on.in_thread(card, "as I read it")["text"]


def test_uninstalled_and_installed_again_everything_is_still_there(alone: Told) -> None:
    card = alone.start()
    alone.settled(alone.priya.say("pilots", ANSWER, thread_ts=card["ts"]), card)
    before = alone.rows("select * from entry"), alone.rows("select * from fact")
    alone.on.driver.post("app/uninstall")
    alone.wait(lambda: held(alone, "uninstalled"))
    alone.on.stop_bot()
    alone.on.driver.post("app/install")
    alone.on.start_bot()
    alone.on.driver.post("invite", channel="pilots", person=BOT)
    alone.wait(lambda: held(alone))
    assert (alone.rows("select * from entry"), alone.rows("select * from fact")) == before
    alone.settled(alone.priya.say("pilots", "Bookings table, ours.", thread_ts=card["ts"]), card)


def test_words_in_a_direct_message_get_help(alone: Told) -> None:
    alone.priya.say(alone.priya.dm(), "Who owns the invoice bot? Our salaries are secret.")
    page = alone.on.direct(alone.priya, "*Four to begin with*")
    assert button(page, "help_kept")
    assert b"salaries" not in alone.database.read_bytes()
