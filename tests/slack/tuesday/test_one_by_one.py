"""*Look at them one by one*: a modal in which each press is one pilot's."""

from __future__ import annotations

from bot.slack.pages.forms.frame import DraftRef
from bot.slack.pages.plain_text import plain_text_of
from bot.slack.pages.tuesday.one_by_one import one_by_one
from bot.work.checkins.letter_view import LetterView
from tests.slack.limits import check_view
from tests.slack.tuesday.letters import asked, confirmed, fact, letter, pilot, several, stepped


def words(view: LetterView) -> str:
    """All that the modal says, which Slack would take."""
    made = one_by_one(view, DraftRef("t"))
    assert check_view(made) == []
    assert "submit" not in made
    return plain_text_of(made["blocks"], longest=100_000)


def test_each_pilot_has_buttons_of_its_own() -> None:
    first, second = several(2, ["AP Invoice Coder", "Supplier Chat"])
    assert words(letter([asked(first), asked(second)])) == (
        "Each press counts for one pilot, and shows here at once.\n"
        "*AP Invoice Coder* · nothing new since 2 November\n[Still mine] [Change]\n"
        "*Supplier Chat* · nothing new since 2 November\n[Still mine] [Change]"
    )


def test_what_is_answered_goes_below() -> None:
    first, second = several(2, ["AP Invoice Coder", "Supplier Chat"])
    text = words(letter([confirmed(first), asked(second)]))
    assert text.index("*Supplier Chat* · ") < text.index("Confirmed on Tuesday, 24 November, 10:04: *AP Invoice Coder*")


def test_nothing_is_open_any_more() -> None:
    text = words(letter([confirmed(pilot())]))
    assert text.startswith("None of your pilots waits for you here. Thank you.\nConfirmed")


def test_sixty_pilots_come_in_as_they_are_answered() -> None:
    views = several(60)
    text = words(letter([asked(one) for one in views]))
    assert text.count("[Still mine] [Change]") == 40
    assert text.endswith("20 more come in here as you go.")
    after = words(letter([*(confirmed(one) for one in views[:30]), *(asked(one) for one in views[30:])]))
    assert after.count("[Still mine] [Change]") == 30
    assert "*Pilot 60* · " in after


def test_what_else_the_letter_asks_is_there_too() -> None:
    one = pilot()
    text = words(letter([asked(one), stepped(pilot(2, "Supplier Chat"), "backup"), fact(one, "test_run_old")]))
    assert "I could not reach Ngozi Okonkwo about *Supplier Chat*." in text
    assert "[Add a later run] [Nothing changed] [I don't know]" in text
