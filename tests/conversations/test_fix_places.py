"""The form that starts a pilot, and moving one: only where the bot sees the channel and the person is in it."""

from __future__ import annotations

import pytest

from tests.conversations.told import PRIYA, TOM, Told, button

FINANCE, GENERAL, NOPE = "C0FINANCE", "C0GENERAL", "C0NOPE001"
SAID = {
    FINANCE: "You are not in that channel, so nothing has changed. Join it, then try again.",
    GENERAL: "I'm not in that channel yet. Type /invite @Shipready there, then send your command again.",
    NOPE: "I can't see that channel: invite me there first.",
}


@pytest.fixture
def invited(alone: Told) -> Told:
    """The bot is in the private channel #finance, Tom is not."""
    alone.on.driver.post("invite", channel="finance", person="U0SHIPREADY")
    alone.wait(lambda: alone.rows("select 1 from channel_member where channel = 'C0FINANCE' and user = 'U0SHIPREADY'"))
    return alone


def test_the_start_form_takes_no_channel_that_the_person_or_the_bot_is_not_in(invited: Told) -> None:
    invited.tom.say("pilots", "@shipready start")
    offered = invited.hear("One press opens the form.", invited.tom)
    assert invited.tom.press(offered, "start_pilot")["ok"]
    invited.form(invited.tom, "start")
    for channel, said in SAID.items():
        sent = invited.tom.submit({"name": "Sneak", "channel": channel})
        assert sent["errors"] == {"channel": said}
    assert invited.rows("select id from pilot") == []
    assert invited.tom.submit({"name": "Sneak", "channel": "C0PILOTS1"})["ok"]
    assert invited.card("Sneak")


def test_nor_does_the_move_form(invited: Told) -> None:
    invited.command("start Mover", invited.tom)
    card = invited.card("Mover")
    invited.open(card, "see_checks", person=invited.tom)
    invited.tom.close(everything=True)
    invited.command("status Mover", invited.tom)
    assert invited.tom.press(invited.tom.ephemerals("pilots")[-1], "more")["ok"]
    move = button(invited.form(invited.tom, "more"), "move")
    assert move is not None
    assert invited.tom.press_in_modal("move", move["value"])["ok"]
    invited.form(invited.tom, "move")
    for channel, said in SAID.items():
        assert invited.tom.submit({"channel": channel})["errors"] == {"channel": said}
    assert invited.rows("select channel from pilot") == [("C0PILOTS1",)]


def test_nor_does_the_command(invited: Told) -> None:
    invited.command("start Mover", invited.tom)
    said = f"You are not in <#{FINANCE}>, so nothing has changed. Join it, then try again."
    assert invited.command(f"move Mover <#{FINANCE}>", invited.tom) == said


def test_one_of_the_channel_may(invited: Told) -> None:
    invited.start("Mover")
    assert invited.command(f"move Mover <#{FINANCE}>").startswith(f"It is in <#{FINANCE}> from now on")
    assert invited.card("Mover", "finance")
    assert invited.rows("select lead from pilot") == [(PRIYA,)]
    assert TOM not in str(invited.on.driver.messages("finance"))
