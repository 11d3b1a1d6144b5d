"""``/shipready checkin``: the Tuesday question now."""

from __future__ import annotations

from pathlib import Path

from tests.conversations.thread import NAME, Thread, pilot
from tests.conversations.tuesdays.owned import FIRST_TUESDAY


def test_the_owner_is_asked_now_and_once_a_day(thread: Thread) -> None:
    thread.tom.types(f"checkin {NAME}")
    thread.tom.is_told("Ngozi Okonkwo is asked now, by direct message.")
    thread.ngozi.gets("*Is Invoice Coder still yours?*")
    thread.priya.types("checkin")
    thread.priya.is_told("Ngozi Okonkwo was asked today already; one message a day is enough.")
    thread.is_quiet()
    assert len(thread.ngozi.letters("still yours?")) == 1
    thread.ngozi.presses_privately("It is still mine")
    thread.ngozi.gets("Confirmed on Tuesday, 24 November", "*Invoice Coder* is yours")


def test_the_grid_goes_on_as_before(thread: Thread) -> None:
    thread.priya.types("checkin")
    thread.ngozi.presses_privately("It is still mine")
    thread.on.set_clock(FIRST_TUESDAY)
    thread.ngozi.gets("*Is Invoice Coder still yours?*")
    assert thread.rows("select period from checkin where state = 'open'") == [("2026-12-01",)]


def test_an_open_question_is_asked_once_more(thread: Thread) -> None:
    thread.on.set_clock(FIRST_TUESDAY)
    thread.ngozi.gets("*Is Invoice Coder still yours?*")
    thread.passes(days=1)
    thread.priya.says("@shipready checkin")
    thread.priya.is_told("Ngozi Okonkwo is asked now, by direct message.")
    thread.is_quiet()
    assert thread.rows("select count(*) from checkin where state = 'open'") == [(1,)]
    thread.ngozi.presses_privately("It is still mine")
    thread.ngozi.gets("Confirmed on Wednesday, 2 December")
    assert thread.rows("select count(*) from checkin where state = 'open'") == [(0,)]


def test_it_is_a_button_too(thread: Thread) -> None:
    thread.emeka.presses("More")
    thread.emeka.sees_form("More")
    thread.emeka.presses("Ask the owner now")
    thread.ngozi.gets("*Is Invoice Coder still yours?*")


def test_without_an_owner_who_said_yes_there_is_nobody_to_ask(tmp_path: Path) -> None:
    with pilot(tmp_path) as thread:
        thread.priya.types("checkin")
        thread.priya.is_told("Nobody has said yes to owning it, so nobody can be asked.")
        thread.priya.types("status")
        thread.priya.presses("More", on=thread.priya.is_told("[More]"))
        assert "Ask the owner now" not in str(thread.priya.sees_form("More"))


def test_a_guest_is_refused(thread: Thread) -> None:
    guest = thread.somebody("U0GUEST01")
    guest.types(f"checkin {NAME}")
    guest.is_told("full members")
    thread.is_quiet()
    assert not thread.ngozi.letters("still yours?")
