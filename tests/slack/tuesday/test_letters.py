"""Letters in every state: what somebody tired reads on a Tuesday morning (COPY 6 and 7)."""

from __future__ import annotations

import pytest

from bot.slack.pages.tuesday.letter import letter as page
from bot.work.checkins.letter_view import LetterView
from tests.readiness.pilots import BACKUP, BUILDER, OWNER, record
from tests.slack.limits import check_message
from tests.slack.tuesday.letters import (
    asked,
    at,
    confirmed,
    fact,
    lapsed,
    letter,
    pilot,
    reminder,
    several,
    stepped,
)

NAMES = ("AP Invoice Coder", "Supplier Chat", "Credit Memo Sorter")
THREE = several(3, NAMES)
QUESTION = "If all is as it was, one press is enough. I keep the question open until Friday, 17:00."
UNDO = "[Undo]\n*Undo* opens the question again, until Friday, 17:00"


def words(view: LetterView) -> str:
    """The text of the letter, which Slack would take."""
    made = page(view)
    assert made is not None
    assert check_message(made) == []
    return made.text


def test_three_pilots_and_one_thing_to_look_up() -> None:
    view = letter([*(asked(one) for one in THREE), fact(THREE[0], "tried_too_long_ago")])
    assert words(view) == (
        "Tuesday: three pilots in your name. Still right?\n"
        f"*Three pilots are in your name. Still right?*\n{QUESTION}\n"
        "*AP Invoice Coder* · nothing new since 2 November\n[Change]\n"
        "*Supplier Chat* · nothing new since 2 November\n[Change]\n"
        "*Credit Memo Sorter* · nothing new since 2 November\n[Change]\n"
        "[All three are still mine] [Ask me on Thursday]\n"
        "*One thing to look up:* people last worked without *AP Invoice Coder* on 6 August. Is there a later date?\n"
        "[Add a date] [No, that was the last] [I don't know]\n"
        "It counts until 6 August 2027 · “I don't know” changes nothing today; I ask someone else who may"
    )


def test_one_pilot_is_not_named_twice() -> None:
    assert words(letter([asked(pilot())])) == (
        "Tuesday: is AP Invoice Coder still yours?\n"
        f"*Is AP Invoice Coder still yours?*\n{QUESTION}\nNothing new since 2 November.\n[Change]\n"
        "[It is still mine] [Ask me on Thursday]"
    )


def test_more_than_a_message_holds_is_counted() -> None:
    text = words(letter([asked(one) for one in several(60)]))
    assert text.startswith("Tuesday: 60 pilots in your name. Still right?\n*60 pilots are in your name.")
    assert "*Pilot 20* · " in text
    assert "*Pilot 21* · " not in text
    assert "… and 40 more; *Look at them one by one* lists them all." in text
    assert "[All 60 are still mine] [Ask me on Thursday] [Look at them one by one]" in text


def test_who_asked_for_thursday_reads_when_the_question_comes_back() -> None:
    text = words(letter([asked(one) for one in THREE[:2]], thursday=True))
    assert "As you asked, I come back on Thursday. I keep the question open until Friday, 17:00." in text
    assert text.endswith("[Both are still mine]")


def test_what_is_answered_stands_below_what_is_open() -> None:
    text = words(letter([confirmed(THREE[0]), asked(THREE[1]), asked(THREE[2])]))
    assert text.startswith("Tuesday: two pilots in your name. Still right?")
    assert text.endswith(
        f"[Ask me on Thursday]\nConfirmed on Tuesday, 24 November, 10:04: *AP Invoice Coder* is yours.\n{UNDO}"
    )


CONFIRMED = "Confirmed on Tuesday, 24 November, 10:04: "


@pytest.mark.parametrize(
    ("number", "yours"),
    [
        (1, "*AP Invoice Coder* is yours."),
        (2, "*AP Invoice Coder* and *Supplier Chat* are yours."),
        (3, "*AP Invoice Coder*, *Supplier Chat* and *Credit Memo Sorter* are yours."),
        (20, "all 20 are yours."),
    ],
)
def test_all_confirmed(number: int, yours: str) -> None:
    view = letter([confirmed(one) for one in several(number, NAMES)])
    assert words(view) == f"{CONFIRMED}{yours}\n{UNDO}"


def test_once_the_window_is_closed_nothing_is_undone() -> None:
    view = letter([confirmed(one) for one in THREE[:1]], now=at(27, 17))
    assert words(view) == f"{CONFIRMED}*AP Invoice Coder* is yours."


ENDED = {
    "newer": (asked(pilot(), newer=True), "I asked again since; the newer message is the one to answer."),
    "down": (
        asked(pilot(), state="closed", checkin_state="not_asked", checkin_why="down"),
        "I was out of order, so this could not be asked in time. Nothing follows from it.",
    ),
    "off": (
        asked(pilot(), state="closed", checkin_state="not_asked", checkin_why="off"),
        "this could not be asked in time. Nothing follows from it.",
    ),
    "lapsed": (
        asked(pilot(of=record(more=[lapsed()])), state="closed", checkin_state="lapsed", checkin_ended_at=at(24, 8)),
        "the question stayed open and was closed on Tuesday, 24 November, 08:00. It has no confirmed owner until one "
        "person says yes.\n[I own it]",
    ),
    "taken up since": (
        asked(pilot(), state="closed", checkin_state="lapsed"),
        "it is yours again, so nothing is needed from you here.",
    ),
    "another owner": (
        asked(pilot(of=record({("ownership", "", "owner"): BACKUP})), state="closed", checkin_state="closed"),
        "Tom Beard owns it now, so nothing is needed from you here.",
    ),
    "retired": (
        asked(pilot(state="retired"), state="closed", checkin_state="closed"),
        "it is retired, so nothing is needed from you here.",
    ),
    "confirmed elsewhere": (
        asked(pilot(), state="closed", checkin_state="confirmed", checkin_ended_at=at(25, 9, 30)),
        "yours, confirmed on Wednesday, 25 November, 09:30.",
    ),
}


@pytest.mark.parametrize(("one", "said"), ENDED.values(), ids=ENDED)
def test_how_it_ended(one: object, said: str) -> None:
    assert words(letter([one])) == f"*AP Invoice Coder*: {said}"  # type: ignore[list-item]


def test_the_window_is_closed_and_somebody_else_is_asked() -> None:
    one = asked(pilot(), checkin_step="backup", checkin_asked=BACKUP)
    text = words(letter([one], now=at(28)))
    assert "I have asked Tom Beard meanwhile. One press of yours still settles it." in text
    assert text.endswith("[It is still mine]")


def test_the_owner_is_away_others_say() -> None:
    one = asked(pilot(), checkin_step="away", checkin_asked="", checkin_next_at=at(8, month=12))
    assert "so I ask again on 8 December. One press settles it before that." in words(letter([one], now=at(28)))


def test_late_since_the_bot_was_away() -> None:
    late = {"since": at(23, 9).isoformat(), "until": at(26, 11).isoformat(), "down": "yes"}
    text = words(letter([asked(pilot())], now=at(26, 11), late=late))
    assert text.startswith(
        "Tuesday: is AP Invoice Coder still yours?\nI was out of order from Monday to Thursday, so this comes late.\n"
    )


def test_late_for_another_reason() -> None:
    late = {"since": at(24).isoformat(), "until": at(25, 9).isoformat(), "down": ""}
    assert "This was due on Tuesday, 10:00 and comes late." in words(letter([asked(pilot())], late=late))


FIRST = (
    "From Tuesday: are AP Invoice Coder, Supplier Chat and Credit Memo Sorter still yours? One press covers all three."
)
LAST = (
    "My last note about AP Invoice Coder, Supplier Chat and Credit Memo Sorter: the question closes today at 17:00. "
    "After that I ask Tom Beard, who steps in for you. Nothing gets switched off."
)


@pytest.mark.parametrize(("day", "said"), [(26, FIRST), (27, LAST)])
def test_reminders(day: int, said: str) -> None:
    view = reminder([asked(one) for one in THREE], day)
    assert words(view) == f"{said}\n[All three are still mine] [Look at them one by one]"


def test_a_reminder_speaks_only_of_what_is_open() -> None:
    text = words(reminder([confirmed(THREE[0]), asked(THREE[1])], 26))
    assert text == "From Tuesday: is Supplier Chat still yours? One press is enough.\n[It is still mine] [Change]"


def test_the_reminder_that_was_asked_for() -> None:
    text = words(reminder([asked(one) for one in THREE[:2]], 26, thursday=True))
    assert text.startswith("As you asked on Tuesday: are AP Invoice Coder and Supplier Chat still yours?")


def test_the_last_note_where_nobody_steps_in() -> None:
    alone = pilot(of=record({("ownership", "", "backup"): None}))
    assert "After that I ask Priya Raman, who leads it." in words(reminder([asked(alone)], 27))
    nobody = pilot(of=record({("ownership", "", "backup"): None}), lead=OWNER)
    text = words(reminder([asked(nobody)], 27))
    assert "After that it has no confirmed owner until one person says yes. Nothing gets switched off." in text


def test_the_last_note_names_everybody_who_is_asked_next() -> None:
    alone = pilot(2, "Supplier Chat", record({("ownership", "", "backup"): None}))
    text = words(reminder([asked(pilot()), asked(alone)], 27))
    assert "After that I ask Tom Beard and Priya Raman, each about their own." in text


def test_a_reminder_of_what_was_answered_since() -> None:
    assert words(reminder([confirmed(THREE[0])], 27)) == f"{CONFIRMED}*AP Invoice Coder* is yours.\n{UNDO}"


@pytest.mark.parametrize(
    ("step", "then", "pressed"),
    [
        ("backup", "I ask Priya Raman, who leads it.", "[I take it on] [I don't know]"),
        (
            "lead",
            "it has no confirmed owner from then on; the system itself runs on untouched.",
            "[I take it on] [Hand it over] [I don't know]",
        ),
    ],
)
def test_somebody_is_asked_in_the_owners_place(step: str, then: str, pressed: str) -> None:
    user = BACKUP if step == "backup" else BUILDER
    assert words(letter([stepped(pilot(), step)], user=user, until=None, remind_at=None)) == (
        "How do things stand with AP Invoice Coder?\n"
        "I could not reach Ngozi Okonkwo about *AP Invoice Coder*. Do you know how things stand? "
        f"If I hear nothing by 4 December, {then}\n[Ngozi is away] {pressed}\n"
        "“Ngozi is away” keeps Ngozi as owner, and I ask again after that · “I don't know” changes nothing; "
        "I go on asking"
    )


def test_away_twice_running_is_not_offered_again() -> None:
    text = words(letter([stepped(pilot(), "backup", checkin_away=2)], user=BACKUP, until=None))
    assert "is away" not in text
    assert "[I take it on] [I don't know]" in text


def test_several_in_the_owners_place() -> None:
    text = words(letter([stepped(one, "backup") for one in THREE], user=BACKUP, until=None))
    assert text.startswith("*How do things stand with three pilots?*\nI could not reach their owners.")
    assert text.count("· owner Ngozi Okonkwo · open until 4 December\n[Ngozi is away] [I take it on]") == 3


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("away:2026-12-08", "Ngozi Okonkwo is away until 8 December, as you said. I ask again after that."),
        ("unknown", "thank you. You said that you don't know; nothing more is needed from you."),
        ("", "the question is settled, so nothing is needed from you any more."),
    ],
)
def test_how_it_ended_for_whoever_was_asked_in_the_owners_place(answer: str, said: str) -> None:
    one = stepped(pilot(), "backup", state="answered", answer=answer)
    assert words(letter([one], user=BACKUP)) == f"*AP Invoice Coder*: {said}"


def test_whoever_took_it_on_reads_so() -> None:
    taken = pilot(of=record({("ownership", "", "owner"): BACKUP}))
    one = stepped(taken, "backup", state="answered", answer="took")
    assert words(letter([one], user=BACKUP)) == "*AP Invoice Coder*: you own it now. Thank you."


def test_several_kinds_in_one_letter_have_one_primary_button_and_lines_between() -> None:
    parts = [asked(THREE[0]), stepped(THREE[1], "backup"), fact(THREE[0], "test_run_old")]
    made = page(letter(parts))
    assert made is not None
    elements = [one for block in made.blocks for one in block.get("elements", []) if "style" in one]
    assert [one["text"]["text"] for one in elements] == ["It is still mine"]
    assert [block["type"] for block in made.blocks].count("divider") == 2


def test_what_is_open_comes_first() -> None:
    text = words(letter([confirmed(THREE[0]), stepped(THREE[1], "backup")]))
    assert text.startswith("How do things stand with Supplier Chat?\nI could not reach Ngozi Okonkwo")
    assert text.endswith(UNDO)


def test_a_letter_without_anything_is_none() -> None:
    assert page(letter([])) is None
