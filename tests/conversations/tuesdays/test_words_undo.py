"""*Undo*, and what a press says when its moment has passed."""

from __future__ import annotations

from tests.conversations.forging import hand_in, press
from tests.conversations.thread import NGOZI, Thread
from tests.conversations.tuesdays.owned import FIRST_TUESDAY

ASKED = "*Is Invoice Coder still yours?*"


def test_undo_opens_the_question_again(thread: Thread) -> None:
    thread.on.set_clock(FIRST_TUESDAY)
    thread.ngozi.presses_privately("It is still mine")
    thread.ngozi.gets("Confirmed on Tuesday, 1 December", "*Undo* opens the question again, until Friday, 17:00")
    thread.ngozi.presses_privately("Undo")
    thread.ngozi.gets(ASKED, "[It is still mine]")
    assert thread.rows("select state from checkin where state <> 'planned'") == [("open",)]


def test_undo_is_gone_when_the_window_has_closed(thread: Thread) -> None:
    thread.on.set_clock(FIRST_TUESDAY)
    thread.ngozi.presses_privately("It is still mine")
    thread.ngozi.gets("Confirmed on Tuesday, 1 December", "[Undo]")
    thread.passes(days=4)
    thread.until(lambda: not thread.ngozi.letters("[Undo]"))
    ((letter,),) = thread.rows("select min(id) from letter where user = ?", NGOZI)
    hand_in(thread.on, press(NGOZI, "undo_mine", str(letter)))  # from a message that was not brought up to date yet
    assert thread.rows("select state from checkin where state <> 'planned'") == [("confirmed",)]


def test_thursday_is_said_and_comes(thread: Thread) -> None:
    thread.on.set_clock(FIRST_TUESDAY)
    thread.ngozi.presses_privately("Ask me on Thursday")
    letter = thread.ngozi.gets(ASKED, "As you asked, I come back on Thursday.")
    assert "[Ask me on Thursday]" not in letter["text"]
    thread.passes(days=2)
    thread.ngozi.gets("As you asked on Tuesday: is Invoice Coder still yours? One press is enough.")
