"""Owner, backup and reviewer answer for themselves: a yes, a no with its reason, and a request that is repeated."""

from __future__ import annotations

from tests.conversations.story import OWNERSHIP
from tests.conversations.thread import NGOZI, SIPHO, TOM, Thread

REASON = "I leave the company in January."


def saves_the_first_answer(thread: Thread) -> None:
    """Tom saves what Priya wrote: he is the proposer, she is the lead."""
    thread.priya.says(OWNERSHIP)
    thread.tom.presses("Save and go on")
    thread.shows("*Question 1 is saved*", "Owner: Ngozi Okonkwo · asked")


def test_a_no_is_heard_by_the_proposer_and_the_lead_alone(thread: Thread) -> None:
    saves_the_first_answer(thread)
    thread.ngozi.presses_privately("No")
    assert "Anything Tom should know?" in str(thread.ngozi.sees_form("No"))
    thread.ngozi.sends(reason=REASON)

    thread.shows("Owner is open again.", "[Ask someone]")
    thread.ngozi.gets("You said no on 24 November", "the thread says only that the question is open again.")
    for hears in (thread.tom, thread.priya):
        hears.gets("Ngozi Okonkwo said no to owning *Invoice Coder*. Their words: “I leave the company in January”")
    thread.is_quiet()
    assert REASON.rstrip(".") not in thread.words()
    assert not thread.in_channel("said no")
    assert not any(REASON.rstrip(".") in letter for other in (thread.sipho, thread.erik) for letter in other.letters())


def test_a_no_without_a_reason_needs_none(thread: Thread) -> None:
    saves_the_first_answer(thread)
    thread.ngozi.presses_privately("No")
    thread.ngozi.sends()
    thread.priya.gets("Ngozi Okonkwo said no to owning *Invoice Coder*. No reason was given, and none is needed.")


def test_after_a_no_somebody_else_takes_the_place(thread: Thread) -> None:
    saves_the_first_answer(thread)
    thread.ngozi.presses_privately("No")
    thread.ngozi.sends()
    thread.shows("Owner is open again.", "[Ask someone]")
    assert thread.priya.types("owner Invoice Coder @sipho")["ok"]
    thread.sipho.presses_privately("Yes, I own it")
    thread.shows("Owner was open again; Sipho Dube has said yes since.")
    thread.ngozi.gets("is closed, so nothing is needed from you. Sipho Dube ")


def test_a_request_is_repeated_by_a_new_letter_once_a_day(thread: Thread) -> None:
    saves_the_first_answer(thread)
    thread.tom.gets("Will you step in for Invoice Coder?")
    thread.priya.presses("More")
    thread.priya.presses("Remind Tom")
    thread.until(lambda: len(thread.tom.letters("Will you step in")) == 2)
    thread.priya.leaves_the_form()
    thread.priya.presses("More")
    thread.priya.presses("Remind Tom")
    thread.is_quiet()
    assert len(thread.tom.letters("Will you step in")) == 2

    thread.tom.presses_privately("Yes, I'll step in")
    thread.until(lambda: len(thread.tom.letters("You step in for *Invoice Coder* since 24 November.")) == 2)


def test_a_wrong_save_is_undone_and_its_request_closed(thread: Thread) -> None:
    saves_the_first_answer(thread)
    thread.priya.presses("Correct", on=thread.shows("*Question 1 is saved*"))
    thread.priya.sends(owner=SIPHO)
    thread.shows("*Question 1 is saved*", "Owner: Sipho Dube")
    thread.sipho.gets("will you own Invoice Coder?")

    thread.priya.presses("More")
    thread.priya.presses("Undo last save")
    thread.shows("*Question 1 is saved*", "Owner: Ngozi Okonkwo", "Steps in: Tom Beard")
    thread.sipho.gets("is closed, so nothing is needed from you. Ngozi Okonkwo is asked instead.")
    thread.ngozi.presses_privately("Yes, I own it")
    thread.shows("*Question 1 is saved*", "Owner: Ngozi Okonkwo · said yes")


def test_one_person_cannot_be_both(thread: Thread) -> None:
    thread.priya.presses("Answer in a form")
    outcome = thread.priya.person.submit({"owner": NGOZI, "backup": NGOZI})
    assert outcome["errors"] == {
        "backup": (
            "Ngozi Okonkwo can't be both owner and the one who steps in. "
            "If there is no second person yet, leave it empty."
        )
    }
    thread.priya.sends(backup=TOM)
    thread.shows("*Question 1 is saved*", "Owner: Ngozi Okonkwo", "Steps in: Tom Beard")
