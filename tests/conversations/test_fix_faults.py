"""Faults and refusals that used to be silent, and what is kept of messages that are none of the bot's business."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.records import pilots
from bot.slack.listeners import form_presses
from bot.work.threads import release
from tests.conversations.forging import event, hand_in
from tests.conversations.stage import stage
from tests.conversations.test_wrong_faults import SORRY
from tests.conversations.told import Told

CODE = "restricted_action_read_only_channel"


def message(ts: str, thread_ts: str) -> dict[str, object]:
    """A reply of Tom's as Slack tells of it."""
    said = {"type": "message", "user": "U0TOM0001", "text": "Ngozi owns it, Tom steps in.", "ts": ts}
    return {**said, "thread_ts": thread_ts, "channel": "C0PILOTS1", "team": "T0SANDBOX"}


def deleted(gone: dict[str, object]) -> dict[str, object]:
    """The event of its deletion."""
    return {
        "type": "message",
        "subtype": "message_deleted",
        "channel": "C0PILOTS1",
        "deleted_ts": gone["ts"],
        "previous_message": gone,
    }


def test_nothing_is_kept_of_what_is_deleted_outside_a_pilots_thread(alone: Told) -> None:
    alone.start()
    said = alone.priya.say("pilots", "Lunch?")
    reply = alone.tom.say("pilots", "Yes.", thread_ts=said["ts"])
    alone.tom.delete(reply)
    alone.priya.delete(said)
    alone.on.driver.idle()
    assert alone.rows("select channel, ts from tombstone") == []


def test_a_deletion_before_its_message_still_counts_in_a_pilots_thread(alone: Told) -> None:
    reply = message("1795999999.000100", str(alone.start()["ts"]))
    hand_in(alone.on, event(deleted(reply)))
    assert alone.rows("select ts from tombstone") == [("1795999999.000100",)]
    hand_in(alone.on, event(reply))
    assert alone.rows("select state, text from entry") == [("withdrawn", "")]


def test_the_lead_is_told_once_that_a_read_only_channel_takes_no_thread(alone: Told) -> None:
    alone.command("start Noticed", channel="notices")
    told = alone.on.direct(alone.priya, "*Noticed* is noted, but its thread is not open yet.")
    assert "I may not reply in the channel. An admin can allow it" in told["text"]
    assert alone.rows("select hold from pilot") == [(CODE,)]
    with alone.on.bot.office.desk() as desk:  # type: ignore[union-attr]
        release(desk, pilots.all_of(desk.session, desk.team)[0])
    alone.wait(lambda: alone.rows("select hold from pilot") == [(CODE,)])
    alone.wait(lambda: alone.rows("select count(*) from notice where kind = 'held' and state != 'sent'") == [(0,)])
    assert len([m for m in alone.priya.dm_messages() if "not open yet" in m["text"]]) == 1


def test_a_fault_in_a_press_inside_a_form_is_said_above_it(alone: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    alone.on.in_thread(alone.start(), "1 of 5")
    alone.priya.press(alone.on.in_thread(alone.card(), "1 of 5"), "park")
    alone.open(alone.on.in_thread(alone.card(), "2 of 5"), "answer")

    def fails(*_: object) -> None:
        raise ValueError("our salaries")

    monkeypatch.setattr(form_presses, "_decide", fails)
    alone.priya.press_in_modal("add_row", "data")
    assert SORRY.search(str(alone.form(callback_id="said")))


@pytest.mark.parametrize(("setting", "answer"), [("true", "The thread is open"), ("false", "This channel is shared")])
def test_pilots_in_shared_channels_are_a_setting(tmp_path: Path, setting: str, answer: str) -> None:
    with stage(tmp_path, SHIPREADY_SHARED_CHANNELS=setting) as on:
        told = Told(on, tmp_path)
        on.driver.post("invite", channel="partner-ledger", person="U0SHIPREADY")
        assert told.command("start Ledger", channel="partner-ledger").startswith(answer)
