"""Requests for a role by direct message, before and after the answer; and what the thread hears of it."""

from __future__ import annotations

import pytest

from bot.readiness.facts import FactKind
from bot.slack.pages import thread_lines
from bot.slack.pages.acceptance import acceptance
from tests.readiness.pilots import BACKUP, CLICKS, GONE, OTHER, OWNER, REVIEWER, accepted, record
from tests.slack.factories import fact, last, view
from tests.slack.limits import check_message

LINK = "https://acme.slack.com/archives/C0PILOT/p1793000000000100"
NO = fact(FactKind.DECLINED, OWNER, {"role": "owner", "reason": "I move to Lagos in <May>."})
MAY_NOT = fact(FactKind.DECLINED, REVIEWER, {"role": "reviewer", "may_stop": "no"})
GIVEN = fact(FactKind.GIVEN, OWNER, {"role": "reviewer"}, hour=10)
OTHERS = [accepted("owner", OWNER), accepted("backup", BACKUP)]


def test_the_owner_is_told_what_it_costs() -> None:
    message = acceptance(view(record(clicks=[])), "owner", OWNER, LINK)
    assert message.text == (
        "Priya Raman asks: will you own AP Invoice Coder?\n*Will you own AP Invoice Coder?*\n"
        "Priya Raman suggests you as owner (“Suggests cost centre and VAT code for supplier invoices”, launch planned "
        "for "
        "14 December). When it misbehaves, you decide what happens; on some Tuesdays I ask whether that is still so. "
        "You can "
        "hand it over whenever you like, and “no” is an ordinary answer.\n"
        "[Yes, I own it] [No] [Read the thread]\n"
        "Steps in when you are away: Tom Beard, also asked · Only your own press counts · Asked on 2 November"
    )
    assert check_message(message) == []


def test_the_one_who_steps_in() -> None:
    text = acceptance(view(record(clicks=[accepted("owner", OWNER)])), "backup", BACKUP).text
    assert text.startswith(
        "Priya Raman asks: will you step in for AP Invoice Coder?\n*Will you step in for AP Invoice Coder?*\n"
    )
    assert "When the owner is away and it misbehaves, you decide what happens;" in text
    assert text.endswith(
        "[Yes, I'll step in] [No]\nOwner: Ngozi Okonkwo, said yes · Only your own press counts · Asked on 2 November"
    )


def test_the_reviewer_confirms_what_was_written() -> None:
    message = acceptance(view(record(clicks=[])), "reviewer", REVIEWER)
    assert message.text == (
        "Do you check what AP Invoice Coder produces?\n"
        "*Is this what you do?* “Emeka checks 15 of its results each week and may stop it.”\n"
        "Priya Raman wrote it about your work on *AP Invoice Coder*. If any of it is off, I'd rather have your "
        "version.\n"
        "[Yes, all of it] [Not quite] [I may not stop it]\n"
        "Last check: 1 November, as Priya Raman wrote · Only your own press counts"
    )
    assert check_message(message) == []


@pytest.mark.parametrize(
    ("share", "every", "days", "words"),
    [
        ("all", "day", GONE, "Emeka checks all its results each day and may stop it."),
        (20, "each_item", GONE, "Emeka checks 20 of its results as each one comes and may stop it."),
        (5, "other_days", 10, "Emeka checks 5 of its results every 10 days and may stop it."),
    ],
)
def test_what_was_written_in_a_sentence(share: object, every: object, days: object, words: str) -> None:
    changes = {("review", "", "share"): share, ("review", "", "every"): every, ("review", "", "every_days"): days}
    assert words in acceptance(view(record(changes, clicks=[])), "reviewer", REVIEWER).text


YES = [
    (
        "owner",
        OWNER,
        "You own *AP Invoice Coder* since 2 November. On some Tuesdays I ask whether that is still so; until then "
        "there is "
        "nothing to do.",
    ),
    (
        "backup",
        BACKUP,
        "You step in for *AP Invoice Coder* since 2 November. Until the owner can't be reached there is nothing to do.",
    ),
    (
        "reviewer",
        REVIEWER,
        "You confirmed on 2 November that you review *AP Invoice Coder* as written and may stop it. There is nothing "
        "more "
        "to do.",
    ),
]


@pytest.mark.parametrize(("role", "user", "words"), YES)
def test_after_yes(role: str, user: str, words: str) -> None:
    assert acceptance(view(record()), role, user).text == words


def test_after_no() -> None:
    assert acceptance(view(record(clicks=[NO])), "owner", OWNER).text == (
        "You said no on 24 November, about *AP Invoice Coder*. Priya knows, and the thread says only that the "
        "question is "
        "open again."
    )


def test_somebody_else_was_proposed_meanwhile() -> None:
    assert acceptance(view(record(clicks=[])), "owner", OTHER).text == (
        "The question about *AP Invoice Coder* is closed, so nothing is needed from you. Ngozi Okonkwo is asked "
        "instead."
    )
    nobody = view(record({("ownership", "", "owner"): GONE}))
    assert acceptance(nobody, "owner", OWNER).text.endswith("so nothing is needed from you.")


def test_a_retired_pilot_needs_nobody() -> None:
    text = acceptance(view(record(clicks=[]), state="retired"), "owner", OWNER).text
    assert text == "*AP Invoice Coder* is retired, so nothing is needed from you any more."


def test_a_reviewer_who_may_not_stop_it_is_asked_again_once_that_is_given() -> None:
    told = acceptance(view(record(clicks=[*OTHERS, MAY_NOT])), "reviewer", REVIEWER).text
    assert told == (
        "You said on 24 November that you may not stop *AP Invoice Coder*. I ask again once somebody gives you the "
        "right."
    )
    assert "[Yes, all of it]" in acceptance(view(record(clicks=[*OTHERS, MAY_NOT, GIVEN])), "reviewer", REVIEWER).text


def test_the_thread_hears_only_that_it_is_open_again() -> None:
    message = thread_lines.declined(view(record(clicks=[NO])), "owner")
    assert message.text == "Owner is open again.\n[Ask someone]"
    assert thread_lines.declined(view(record()), "owner").text == (
        "Owner was open again; Ngozi Okonkwo has said yes since."
    )


def test_the_proposer_and_the_lead_get_to_read_the_reason() -> None:
    seen = view(record(clicks=[NO]))
    assert thread_lines.declined_to(seen, "owner", last(seen)).text == (
        "Ngozi Okonkwo said no to owning *AP Invoice Coder*. Their words: “I move to Lagos in &lt;May&gt;”.\n[Ask "
        "someone]\n"
        "Only you and the lead get to read this"
    )
    silent = view(record(clicks=[fact(FactKind.DECLINED, OWNER, {"role": "owner"})]))
    assert "No reason was given, and none is needed." in thread_lines.declined_to(silent, "owner", last(silent)).text


def test_the_right_to_stop_it() -> None:
    asked = thread_lines.may_not_stop(view(record(clicks=[*OTHERS, MAY_NOT])))
    assert asked.text == (
        "The reviewer needs the right to stop it. Ngozi Okonkwo or Priya Raman can give it.\n[Given now]"
    )
    given = thread_lines.may_not_stop(view(record(clicks=[*OTHERS, MAY_NOT, GIVEN])))
    assert given.text == "Ngozi Okonkwo gave the reviewer the right to stop it. The reviewer is asked once more."
    done = [*OTHERS, MAY_NOT, GIVEN, fact(FactKind.ACCEPTED, REVIEWER, {"role": "reviewer"}, hour=11)]
    assert thread_lines.may_not_stop(view(record(clicks=done))).text == "The reviewer has the right to stop it."


def test_nothing_needed_waits_for_somebody_else() -> None:
    nothing = {("replacement", "", "nothing_needed"): "yes", ("replacement", "", "path"): GONE}
    assert thread_lines.agree(view(record(nothing))).text == (
        "The answer says that nothing needs to replace it. It counts once somebody who did not build it agrees.\n[I "
        "agree]"
    )
    agreed = record(nothing, clicks=[*CLICKS, fact(FactKind.AGREED, OTHER, group="replacement")])
    assert thread_lines.agree(view(agreed)).text == "Nothing needs to replace it: Sipho Dube agreed on 24 November."
    assert thread_lines.agree(view(record())).text.startswith("What replaces it was answered in another way since")
