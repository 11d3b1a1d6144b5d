"""The five questions in the thread, and the same in private."""

from __future__ import annotations

import re

import pytest

from bot.readiness.facts import FactKind
from bot.readiness.slots import CONVERSATIONS
from bot.slack.pages.question import asked_privately, example, question
from bot.slack.pages.thread_lines import asked
from bot.slack.pages.words.questions import ASKS, EXAMPLES
from bot.work.view import View
from tests.readiness.pilots import BACKUP, BUILDER, OTHER, TODAY, moment, record
from tests.slack import factories
from tests.slack.factories import fact, reply, started, view
from tests.slack.limits import check_message

KEYS = [group.key for group in CONVERSATIONS]
REVIEW = (
    "AP Invoice Coder, 4 of 5 · Who reviews the output?\n"
    "*4 of 5 · Who reviews the output?*\n"
    "Apart from Priya Raman, who built it: who looks at what it produces, how much of it, and how often? May that "
    "person "
    "stop it without asking first? I let them confirm it themselves.\n"
)


def not_yet(times: int = 1, **values: str | None) -> str:
    """The question after *Not yet*, pressed so many times."""
    noted = [fact(FactKind.NOT_YET, BUILDER, values, "review", hour) for hour in range(9, 9 + times)]
    return question(view(started(noted)), "review").text


@pytest.mark.parametrize("key", KEYS)
def test_every_question_in_every_form_fits(key: str) -> None:
    seen = view(questions=[factories.question(key, "open")], question=key)
    pages = [
        question(seen, key),
        asked_privately(seen, key, BUILDER),
        asked(seen, key, BACKUP, BUILDER),
        example(seen, key),
    ]
    assert [check_message(page) for page in pages] == [[]] * 4
    assert EXAMPLES[key] in pages[3].text
    assert EXAMPLES[key] not in pages[0].text


@pytest.mark.parametrize("key", KEYS)
def test_at_most_three_sentences_stand_before_the_buttons(key: str) -> None:
    assert len(re.findall(r"[.?!](?=[\s\"]|$)", ASKS[key])) <= 3


def test_an_open_question() -> None:
    row = factories.question("review", "open")
    assert question(view(questions=[row], question="review"), "review").text == (
        f"{REVIEW}[Answer in a form] [Not yet] [Ask someone] [Park it]\n"
        "Or just reply here, in as many messages as you like.\n[Show an example]"
    )


def test_a_question_asked_of_somebody() -> None:
    row = factories.question("review", "parked", asked=BACKUP, asked_by=BUILDER)
    text = question(view(questions=[row]), "review").text
    assert text == f"{REVIEW}Asked: Tom Beard, by Priya Raman\n[Answer in a form] [Not yet] [Ask someone]"


def test_a_parked_question() -> None:
    text = question(view(questions=[factories.question("review", "parked")]), "review").text
    assert text == f"{REVIEW}Parked. It can be answered at any time.\n[Answer in a form] [Not yet] [Ask someone]"


@pytest.mark.parametrize(
    "seen",
    [
        view(record()),
        view(entries=[reply("review", "Emeka Obi reads 15 each week")]),
        view(questions=[factories.question("review", "open", read_at=moment(TODAY))]),
    ],
    ids=["saved", "read", "nothing could be read"],
)
def test_an_answered_question_has_no_buttons(seen: View) -> None:
    assert question(seen, "review").text == f"{REVIEW}Answered; see below"


def test_not_yet_asks_who_and_when() -> None:
    assert not_yet(who=None, by_when=None) == (
        f"{REVIEW}Noted: nobody reviews the output yet. Who could change that, and by when?\n"
        "[Pick person and date] [Leave it open]\nThe thread has gone on. You can come back at any time."
    )


@pytest.mark.parametrize(
    ("times", "who", "by_when", "line"),
    [
        (
            1,
            OTHER,
            "2026-12-04",
            "Noted: nobody reviews the output yet. Sipho Dube is named to change that by 4 December.",
        ),
        (1, OTHER, None, "Noted: nobody reviews the output yet. Sipho Dube is named to change that."),
        (1, None, "2027-11-30", "Noted: nobody reviews the output yet. A change is planned by 30 November 2027."),
        (2, None, None, "Noted: nobody reviews the output yet. It can be answered at any time."),
    ],
    ids=["both", "a person", "a date", "left open"],
)
def test_not_yet_with_what_was_said_about_it(times: int, who: str | None, by_when: str | None, line: str) -> None:
    assert not_yet(times, who=who, by_when=by_when) == f"{REVIEW}{line}\n[Answer in a form]"


def test_somebody_outside_the_channel_is_asked_privately() -> None:
    message = asked_privately(view(), "review", BUILDER)
    assert message.text.startswith("*Priya Raman asks you about AP Invoice Coder: Who reviews the output?*\nApart from")
    assert message.text.endswith(
        "[Answer in a form] [Not yet]\n"
        "Your answer goes on the record with your name, and is shown in the pilot's thread.\n[Show an example]"
    )


def test_somebody_in_the_channel_is_mentioned() -> None:
    text = asked(view(), "review", BACKUP, BUILDER).text
    assert text.startswith(f"<@{BACKUP}>, Priya Raman asks you this one: *4 of 5 · Who reviews the output?*\n")
