"""Honest *Not yet* all the way: a few clicks and no typing to a *Not ready* with a list of what to do."""

from __future__ import annotations

from tests.conversations.story import QUESTIONS, opens
from tests.conversations.thread import NGOZI, TOM, Thread

FORMS = {
    "Incident playbook": "There is no incident playbook yet.",
    "Access": "Its access is not written down yet.",
    "Tests": "There are no tests yet.",
    "Swappable parts": "Its parts cannot be swapped yet.",
}
"""What the floor says of the four forms once they are answered so."""


def test_nine_clicks_and_no_typing_to_a_list_of_what_to_do(thread: Thread) -> None:
    for question in QUESTIONS:
        thread.shows(question)
        thread.priya.presses("Not yet")
    floor = "*Invoice Coder is not ready yet.* None of the seven checks is met so far."
    for check, noted in FORMS.items():
        thread.priya.presses("Not yet", beside=f"*{check}*", on=thread.shows(floor))
        thread.shows(floor, noted)
    assert thread.priya.clicks == 9
    shown = thread.shows(floor)["text"]
    for line in (
        "*Owner* · not yet\nNobody owns it yet.\n[Open]",
        "What it depends on is not known yet.",
        "*Failure and response* · not yet\nHow it fails is not written down yet.\nNothing replaces it yet.\n",
        "[Open Failures]\n[Open Replacement]\n",
        "Nobody reviews the output yet.",
        "Priya Raman can change all of it",
    ):
        assert line in shown
    assert "Not yet]" not in shown
    assert "not answered" not in shown
    assert not thread.in_channel("is not ready yet")


def test_the_list_of_checks_takes_it_and_shows_it(thread: Thread) -> None:
    thread.priya.presses("See the checks")
    thread.priya.presses("Not yet", beside="*Tests*")
    thread.until(lambda: "There are no tests yet." in str(thread.priya.sees_form("The seven checks")))
    assert thread.rows("select \"group\" from fact where kind = 'not_yet'") == [("tests",)]


def test_it_is_noted_with_who_and_by_when_where_people_want_to_say(thread: Thread) -> None:
    thread.priya.presses("Not yet")
    noted = thread.shows("Noted: nobody owns it yet. Who could change that, and by when?")
    assert "The thread has gone on. You can come back at any time." in noted["text"]
    thread.shows("2 of 5 · What does it depend on?")
    thread.priya.presses("Pick person and date")
    thread.priya.sends(who=NGOZI, by_when="2026-12-11")
    thread.shows("Noted: nobody owns it yet. Ngozi Okonkwo is named to change that by 11 December.")

    thread.priya.presses("Not yet")
    thread.shows("Noted: what it depends on is not known yet. Who could change that, and by when?")
    thread.priya.presses("Leave it open")
    thread.shows("Noted: what it depends on is not known yet. It can be answered at any time.")


def test_the_forms_take_it_too(thread: Thread) -> None:
    for question in QUESTIONS:
        thread.shows(question)
        thread.priya.presses("Not yet")
    thread.shows("Tests are not filled in.")
    opens(thread, "Tests")
    thread.priya.presses("Not yet")
    thread.shows("*Tests* · not yet\nThere are no tests yet.\n[Open]")


def test_an_answer_takes_its_place_later(thread: Thread) -> None:
    thread.priya.presses("Not yet")
    thread.shows("2 of 5 · What does it depend on?")
    thread.priya.presses("See the checks")
    thread.priya.presses("Open Owner")
    thread.priya.sends(owner=NGOZI, backup=TOM, cover_hours="8 to 17, #ap-alerts", cover_off_hours="The duty phone.")
    thread.shows("1 of 5 · Who owns it?", "Answered; see below")
    thread.ngozi.gets("will you own Invoice Coder?")
    assert "Noted: nobody owns it yet" not in thread.words()
