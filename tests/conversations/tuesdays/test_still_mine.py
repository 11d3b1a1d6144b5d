"""Tuesday, 10:00: is it still yours? One press, and nothing more."""

from __future__ import annotations

from datetime import timedelta

from tests.conversations.thread import Thread
from tests.conversations.tuesdays.owned import FIRST_TUESDAY


def test_one_press_confirms_it(thread: Thread) -> None:
    thread.on.set_clock(FIRST_TUESDAY - timedelta(minutes=2))
    thread.is_quiet()
    assert not thread.ngozi.letters("still yours?")
    thread.on.set_clock(FIRST_TUESDAY)
    thread.ngozi.gets("*Is Invoice Coder still yours?*", "I keep the question open until Friday, 17:00.")
    thread.ngozi.presses_privately("It is still mine")
    thread.ngozi.gets("Confirmed on Tuesday, 1 December, 10:0", "*Invoice Coder* is yours", "[Undo]")


def test_silence_goes_to_the_backup_then_to_the_lead_and_then_it_lapses(thread: Thread) -> None:
    thread.on.set_clock(FIRST_TUESDAY)
    thread.ngozi.gets("*Is Invoice Coder still yours?*")
    thread.passes(days=2)
    thread.ngozi.gets("From Tuesday: is Invoice Coder still yours? One press is enough.")
    thread.passes(days=1)
    thread.ngozi.gets("My last note about Invoice Coder: the question closes today at 17:00.")
    thread.passes(hours=7)
    thread.tom.gets("I could not reach Ngozi Okonkwo about *Invoice Coder*.")
    thread.is_quiet()
    assert not thread.shown("no confirmed owner")
    thread.passes(days=7)
    thread.priya.gets("I could not reach Ngozi Okonkwo about *Invoice Coder*.")
    thread.passes(days=8)
    thread.shows(
        "*Invoice Coder has no confirmed owner at the moment.*", "Ngozi Okonkwo, Tom Beard and Priya Raman were asked"
    )
    thread.ngozi.presses("I own it")
    thread.shows("*Invoice Coder* has an owner again: Ngozi Okonkwo")
