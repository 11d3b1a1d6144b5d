"""*Change* and *Look at them one by one*: one pilot, in a form that shows only what belongs to the choice."""

from __future__ import annotations

from datetime import timedelta

from tests.conversations.stage import Json
from tests.conversations.thread import Thread
from tests.conversations.tuesdays.owned import FIRST_TUESDAY

ASKED = "*Is Invoice Coder still yours?*"


def is_asked(thread: Thread) -> None:
    """Tuesday has come."""
    thread.on.set_clock(FIRST_TUESDAY)
    thread.ngozi.gets(ASKED)


def fields(form: Json) -> list[str]:
    """The fields that a form shows."""
    return [block["block_id"] for block in form["blocks"] if block["type"] == "input"]


def shown(form: Json) -> str:
    """All that a form says."""
    return "\n".join(block["text"]["text"] for block in form["blocks"] if block["type"] == "section")


def test_the_fields_come_with_the_choice_and_nothing_typed_is_lost(thread: Thread) -> None:
    is_asked(thread)
    ngozi = thread.ngozi
    ngozi.presses_privately("Change")
    assert fields(ngozi.sees_form("Change")) == ["change"]
    ngozi.person.press_in_modal("change", "changed")
    thread.until(lambda: fields(ngozi.sees_form()) == ["change", "what", "words"])
    ngozi.person.fill({"words": "They moved to the new supplier list"})
    ngozi.person.press_in_modal("change", "hand_over")
    thread.until(lambda: fields(ngozi.sees_form()) == ["change", "user"])
    ngozi.person.press_in_modal("change", "changed")
    thread.until(lambda: fields(ngozi.sees_form()) == ["change", "what", "words"])
    ngozi.sends(what="data")
    thread.shows(
        "Ngozi Okonkwo noted for *Invoice Coder* that the data changed: “They moved to the new supplier list”.",
        "[Open Dependencies]",
    )
    ngozi.gets("Confirmed on Tuesday, 1 December, 10:0", "*Invoice Coder* is yours.")


def test_sent_with_the_choice_alone_the_form_shows_its_fields(thread: Thread) -> None:
    is_asked(thread)
    ngozi = thread.ngozi
    ngozi.presses_privately("Change")
    ngozi.person.submit({"change": "hand_over"})  # as a program does that hands it in in one go
    assert fields(ngozi.sees_form("Change")) == ["change", "user"]
    assert ngozi.person.submit()["errors"], "somebody has to be picked"
    ngozi.sends(user=thread.sipho.person.id)
    thread.sipho.gets("*Will you take over Invoice Coder?*", "[Yes, I own it] [No]")
    assert thread.ngozi.letters(ASKED), "it stays hers until Sipho says yes"


def test_it_is_not_mine(thread: Thread) -> None:
    is_asked(thread)
    ngozi = thread.ngozi
    ngozi.presses_privately("Change")
    ngozi.sends(change="not_mine", words="I moved to treasury.")
    thread.shows("Owner is open again.")
    thread.priya.gets("Ngozi Okonkwo said no", "I moved to treasury")
    assert not thread.shown("treasury")
    ngozi.gets("the question is settled, so nothing is needed from you here.")


def test_something_went_wrong_is_an_incident(thread: Thread) -> None:
    is_asked(thread)
    thread.ngozi.presses_privately("Change")
    thread.ngozi.sends(change="changed", what="incident", words="Wrong VAT codes for two days")
    thread.shows("Ngozi Okonkwo noted an incident with *Invoice Coder*", "Wrong VAT codes for two days")


def test_one_by_one_from_a_reminder(thread: Thread) -> None:
    second = "Supplier Chat"
    thread.priya.types(f"start {second}")
    thread.priya.types(f"owner {second} <@{thread.ngozi.person.id}>")
    thread.ngozi.gets(f"Will you own {second}?")
    thread.ngozi.presses_privately("Yes, I own it")
    thread.ngozi.gets(f"You own *{second}*")
    thread.on.set_clock(FIRST_TUESDAY)
    thread.ngozi.gets("*Two pilots are in your name. Still right?*")
    thread.passes(days=2)
    thread.ngozi.gets("From Tuesday: are Invoice Coder and Supplier Chat still yours? One press covers both.")
    ngozi = thread.ngozi
    ngozi.presses_privately("Look at them one by one")
    ngozi.sees_form("One by one")
    ngozi.presses("Still mine", beside=second)
    thread.until(lambda: "Confirmed on Thursday, 3 December, 10:0" in shown(ngozi.sees_form()))
    assert "*Invoice Coder* · " in shown(ngozi.sees_form())
    ngozi.presses("Change", beside="Invoice Coder")
    ngozi.sees_form("Change")
    ngozi.sends(change="changed", what="fallback")
    thread.until(lambda: "None of your pilots waits for you here." in shown(ngozi.sees_form("One by one")))
    ngozi.leaves_the_form()
    ngozi.gets("Confirmed on Thursday, 3 December, 10:0", "*Invoice Coder* and *Supplier Chat* are yours.")


def test_a_reminder_of_one_pilot_offers_change_instead(thread: Thread) -> None:
    is_asked(thread)
    thread.passes(days=2)
    thread.ngozi.gets("From Tuesday: is Invoice Coder still yours? One press is enough.\n[It is still mine] [Change]")


def test_the_launch_question_is_settled_by_another_date(thread: Thread) -> None:
    day = (FIRST_TUESDAY + timedelta(days=1)).date()
    thread.priya.presses("More", on=thread.card)
    thread.priya.presses("Change details")
    thread.priya.sees_form("Change details")
    thread.priya.sends(launch_on=day.isoformat())
    thread.on.set_clock(FIRST_TUESDAY + timedelta(days=1, hours=3))
    thread.priya.gets("Today was the planned launch of *Invoice Coder*. Did it go live?")
    thread.priya.presses_privately("New date")
    thread.priya.sends(launch_on=(day + timedelta(days=30)).isoformat())
    thread.priya.gets("The launch of *Invoice Coder* was moved since, so nothing is needed from you here.")
