"""The owner was silent: what the backup and the lead can say, and what follows."""

from __future__ import annotations

from datetime import timedelta

from tests.conversations.forging import hand_in, press
from tests.conversations.thread import NGOZI, SIPHO, Thread
from tests.conversations.tuesdays.owned import FIRST_TUESDAY

AFTER_THE_WINDOW = FIRST_TUESDAY + timedelta(days=3, hours=7)
"""Friday, 17:00 in Lagos."""


def is_silent(thread: Thread) -> None:
    """Ngozi says nothing until the window closes; Tom is asked."""
    thread.on.set_clock(FIRST_TUESDAY)
    thread.ngozi.gets("*Is Invoice Coder still yours?*")
    thread.on.set_clock(AFTER_THE_WINDOW)
    thread.tom.gets("I could not reach Ngozi Okonkwo about *Invoice Coder*.", "[I take it on]")


def test_the_backup_takes_it_on_by_their_own_press(thread: Thread) -> None:
    is_silent(thread)
    thread.tom.presses_privately("I take it on")
    thread.shows("Tom Beard owns *Invoice Coder* from now on.")
    thread.tom.gets("you own it now. Thank you.")
    thread.ngozi.gets("Tom Beard owns it now, so nothing is needed from you here.")
    thread.is_quiet()
    thread.tom.types("status")
    assert "Owner: Tom Beard" in thread.tom.is_told("Invoice Coder")["text"] or "Tom Beard" in thread.words()


def test_away_holds_the_lapse_and_the_owner_is_asked_again(thread: Thread) -> None:
    is_silent(thread)
    thread.tom.presses_privately("Ngozi is away")
    assert "at most 14 days" in str(thread.tom.person.submit({"until": "2026-12-31"}))
    thread.tom.sends(until="2026-12-14")
    thread.tom.gets("Ngozi Okonkwo is away until 14 December, as you said.")
    thread.on.set_clock(FIRST_TUESDAY + timedelta(weeks=2))
    thread.until(lambda: len(thread.ngozi.letters("*Is Invoice Coder still yours?*")) == 1)
    thread.ngozi.presses_privately("It is still mine")
    thread.ngozi.gets("Confirmed on Tuesday, 15 December")
    thread.is_quiet()
    assert not thread.priya.letters("I could not reach")


def test_whoever_does_not_know_changes_nothing(thread: Thread) -> None:
    is_silent(thread)
    thread.tom.presses_privately("I don't know")
    thread.tom.gets("thank you. You said that you don't know")
    thread.passes(days=7)
    thread.priya.gets("I could not reach Ngozi Okonkwo about *Invoice Coder*.")
    thread.ngozi.presses_privately("It is still mine")
    thread.priya.gets("the question is settled, so nothing is needed from you any more.")
    assert not thread.shown("no confirmed owner")


def test_somebody_elses_press_changes_nothing(thread: Thread) -> None:
    is_silent(thread)
    (ask,) = thread.rows("select pilot, id from ask where kind = 'backup'")
    (letter,) = thread.rows("select id from letter where user = ?", NGOZI)
    (checkin,) = thread.rows("select pilot, id from checkin where state = 'open'")
    facts = thread.rows("select count(*) from fact")
    for action, value in (
        ("take_on", f"{ask[0]}:{ask[1]}"),
        ("dont_know", f"{ask[0]}:{ask[1]}"),
        ("still_mine", str(letter[0])),
        ("ask_later", str(letter[0])),
        ("undo_mine", str(letter[0])),
        ("one_still_mine", f"{checkin[0]}:{checkin[1]}"),
        ("change", f"{checkin[0]}:{checkin[1]}"),
    ):
        hand_in(thread.on, press(SIPHO, action, value))
        told = thread.sipho.is_told("can answer this one, so nothing has changed")
        assert told, action
    thread.is_quiet()
    assert thread.rows("select count(*) from fact") == facts
    assert not thread.shown("owns *Invoice Coder* from now on")
