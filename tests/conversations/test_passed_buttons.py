"""A button whose moment has passed: when the question was closed, how things stand now, and the way to the card."""

from __future__ import annotations

from tests.conversations.forging import hand_in, press
from tests.conversations.stage import Json
from tests.conversations.story import OWNERSHIP
from tests.conversations.thread import ERIK, NGOZI, TOM, Thread

YES = "1:owner"
"""The value of *Yes, I own it* in the request to Ngozi."""


def asked_to_own(thread: Thread) -> None:
    """Ngozi is asked to own it."""
    thread.priya.says(OWNERSHIP)
    thread.priya.presses("Save and go on")
    thread.ngozi.gets("will you own Invoice Coder?")


def card_button(message: Json) -> Json:
    """The button that leads to the card."""
    found: Json = next(
        one for block in message["blocks"] for one in block.get("elements", []) if one.get("action_id") == "open_card"
    )
    return found


def test_an_old_request_says_who_owns_it_now(thread: Thread) -> None:
    asked_to_own(thread)
    thread.passes(days=2)
    assert thread.priya.types("owner Invoice Coder @sipho")["ok"]
    thread.sipho.presses_privately("Yes, I own it")
    thread.sipho.gets("You own *Invoice Coder* since 26 November.")
    thread.passes(days=1)

    hand_in(thread.on, press(NGOZI, "accept", YES))
    told = thread.ngozi.is_told(
        "This question was closed on 26 November, so nothing has changed. Invoice Coder is now owned by Sipho Dube."
    )
    button = card_button(told)
    assert button["text"]["text"] == "Open its card"
    assert thread.root.replace(".", "") in button["url"]


def test_after_a_no_it_says_that_the_place_is_open(thread: Thread) -> None:
    asked_to_own(thread)
    thread.ngozi.presses_privately("No")
    thread.ngozi.sends()
    thread.shows("Owner is open again.")
    hand_in(thread.on, press(TOM, "accept", YES))
    thread.tom.is_told(
        "This question was closed on 24 November, so nothing has changed. "
        "Invoice Coder has no confirmed owner at the moment."
    )


def test_a_form_that_came_too_late_says_it_in_words_without_dead_buttons(thread: Thread) -> None:
    asked_to_own(thread)
    thread.ngozi.presses_privately("No")
    thread.ngozi.sees_form("No")
    assert thread.priya.types("owner Invoice Coder @sipho")["ok"]
    thread.sipho.gets("will you own Invoice Coder?")
    thread.ngozi.sends(reason="I leave in January.")
    said = str(thread.ngozi.sees_form("Nothing was saved"))
    assert "This question was closed on 24 November, so nothing has changed." in said
    assert "Invoice Coder has no confirmed owner yet; Sipho Dube was asked on 24 November." in said
    assert "Open its card" not in said
    assert "I leave in January." in said


def test_who_has_no_part_in_a_pilot_is_not_told_how_it_stands(thread: Thread) -> None:
    asked_to_own(thread)
    thread.ngozi.presses_privately("Yes, I own it")
    thread.ngozi.gets("You own *Invoice Coder*")
    thread.on.driver.post("kick", channel="pilots", person=ERIK)
    thread.on.driver.idle()
    hand_in(thread.on, press(ERIK, "accept", YES, channel={}, container={}))
    told = thread.erik.gets("This question was closed on 24 November, so nothing has changed.")["text"]
    assert told.endswith("The card shows how it stands.")
