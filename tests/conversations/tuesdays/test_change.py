"""*Change* on a Tuesday: hand over, something changed, not mine."""

from __future__ import annotations

from tests.conversations.thread import SIPHO, Thread
from tests.conversations.tuesdays.owned import FIRST_TUESDAY


def opens_change(thread: Thread) -> None:
    thread.on.set_clock(FIRST_TUESDAY)
    thread.ngozi.gets("*Is Invoice Coder still yours?*")
    thread.ngozi.presses_privately("Change")
    thread.ngozi.sees_form("Change")


def test_something_changed_goes_on_the_record_and_counts_as_still_theirs(thread: Thread) -> None:
    opens_change(thread)
    thread.ngozi.sends(change="changed", what="model", words="We moved to m-small-2026-09.")
    thread.shows("m-small-2026-09")
    thread.ngozi.gets("Confirmed on Tuesday, 1 December")


def test_not_mine_opens_the_place_again(thread: Thread) -> None:
    opens_change(thread)
    thread.ngozi.sends(change="not_mine", words="I moved to treasury.")
    thread.shows("Owner is open again.")
    thread.priya.gets("Ngozi Okonkwo said no to owning *Invoice Coder*", "treasury")
    assert "treasury" not in thread.words()


def test_a_hand_over_counts_once_the_new_owner_says_yes(thread: Thread) -> None:
    opens_change(thread)
    thread.ngozi.sends(change="hand_over", user=SIPHO)
    thread.sipho.gets("*Will you take over Invoice Coder?*", "Until you say yes, Ngozi Okonkwo stays its owner.")
    thread.is_quiet()
    assert not thread.shown("Sipho Dube owns")
    thread.sipho.presses_privately("Yes, I own it")
    thread.shows("Sipho Dube owns *Invoice Coder* from now on.")
    thread.sipho.gets("You own *Invoice Coder* since 1 December.")
    thread.ngozi.gets("Sipho Dube owns it now, so nothing is needed from you here.")


def test_an_offer_that_stays_open_goes_back_and_the_lead_is_told(thread: Thread) -> None:
    opens_change(thread)
    thread.ngozi.sends(change="hand_over", user=SIPHO)
    thread.sipho.gets("*Will you take over Invoice Coder?*")
    thread.ngozi.presses_privately("It is still mine")
    thread.passes(days=7, hours=9)
    thread.priya.gets("was open for five working days and came back. Ngozi Okonkwo stays its owner.")
    thread.sipho.gets("The offer to own *Invoice Coder* stayed open and went back")


def test_a_declined_offer_is_told_to_those_who_made_it(thread: Thread) -> None:
    opens_change(thread)
    thread.ngozi.sends(change="hand_over", user=SIPHO)
    thread.sipho.presses_privately("No")
    thread.sipho.sends(reason="No time until March.")
    thread.ngozi.gets("came back with a no. Ngozi Okonkwo stays its owner.")
    thread.priya.gets("came back with a no.")
