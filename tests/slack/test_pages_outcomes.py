"""What the person alone is told: every outcome and refusal of the bot's own code has its sentence."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.slack.pages import refusals
from bot.slack.pages.outcomes import Names, open_by_button, sentence
from bot.slack.pages.words.outcomes import OUTCOMES
from bot.slack.pages.words.refusals import REFUSALS
from bot.work.results import Done, Refusal
from tests.readiness.pilots import TODAY
from tests.slack.factories import pilot
from tests.slack.limits import check_message

SOURCES = [path for room in ("work", "slack") for path in (Path(__file__).parents[2] / "bot" / room).rglob("*.py")]
CODE = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
NAMES = Names({"U1": "Ngozi Okonkwo", "U2": "Priya <Raman>"}, "Acme & Sons", TODAY)


def test_every_outcome_has_its_sentence() -> None:
    used = set(re.findall(r"""Done\(\s*"(\w+)\"""", CODE)) | {"waiting", "started", "accepted", "declined"}
    assert used - set(OUTCOMES) == set()


def test_every_refusal_has_its_sentence() -> None:
    used = set(re.findall(r"""Refusal\(\s*"(\w+)\"""", CODE)) | {"not_a_member", "unknown_person", "no_pilot_here"}
    assert used - set(REFUSALS) == set()


@pytest.mark.parametrize("code", [*OUTCOMES, *REFUSALS])
def test_a_sentence_stands_whatever_its_values_are(code: str) -> None:
    for outcome in (Done(code), Refusal(code)):
        message = sentence(outcome, NAMES)
        assert check_message(message) == [] or message.text == ""
        assert "{" not in message.text


SAID: list[tuple[Done | Refusal, str]] = [
    (
        Refusal("only_the_person_asked", {"user": "U1", "since": TODAY, "role": "owner"}),
        "Only Ngozi Okonkwo can answer this one, so nothing has changed. The question was asked on 24 November.",
    ),
    (
        Refusal("question_closed", {"role": "owner", "holder": "U1"}),
        "This question is closed by now, so nothing has changed. The card shows how it stands.",
    ),
    (
        Refusal("question_closed", {"role": "second", "holder": "", "on": date(2026, 1, 15)}),
        "This question was closed on 15 January 2026, so nothing has changed. The card shows how it stands.",
    ),
    (
        Refusal("pilot_ambiguous", {"names": ["A (p1)", "B <x> (p2)"]}),
        "More than one pilot fits: A (p1) and B &lt;x&gt; (p2). Type the command again with one of these names, or "
        "the short "
        "id.\n[Show the pilots here]",
    ),
    (
        Refusal("not_in_channel", {"command": "/shipready start AP"}),
        "I can't open a thread here because I'm not in this channel. Type `/invite @Shipready`, then send your "
        "command again: "
        "`/shipready start AP`.",
    ),
    (
        Refusal("role_needs_member", {"user": "U2", "role": "owner"}),
        "Priya &lt;Raman&gt; can't be named here: only active full members of Acme &amp; Sons can.",
    ),
    (
        Refusal("not_in_target", {"channel": "C0NEW"}),
        "I'm not in <#C0NEW> yet. Type `/invite @Shipready` there, then send your command again.",
    ),
    (Refusal("of_a_later_version"), "That did not work, so nothing has changed. The card shows how it stands."),
    (Done("saved_all", {"count": 2}), "Saved: two."),
    (Done("moved_words", {"conversation": "review"}), "Moved to question 4."),
    (
        Done("proposed", {"user": "U1", "role": "owner", "pilot": "AP <!channel>"}),
        "Ngozi Okonkwo is asked about AP &lt;!channel&gt;. It counts once Ngozi Okonkwo says yes.",
    ),
    (
        Done("declined", {"proposer": "U1", "role": "owner"}),
        "Thank you. Ngozi Okonkwo knows, and the thread says only that the question is open again.",
    ),
]


@pytest.mark.parametrize(("outcome", "words"), SAID, ids=[outcome.code for outcome, _ in SAID])
def test_the_sentence(outcome: Done | Refusal, words: str) -> None:
    assert sentence(outcome, NAMES).text == words


def test_an_outcome_that_the_thread_says_has_no_words() -> None:
    assert sentence(Done(), NAMES).text == ""


@pytest.mark.parametrize(
    ("form", "number", "action", "value"),
    [
        ("form:access", 7, "open_form", "7:access"),
        ("start", None, "start_pilot", None),
        ("shipped_anyway", 7, "live", "7"),
        ("incident", 7, "incident", "7"),
    ],
)
def test_a_form_opens_from_a_press(form: str, number: int | None, action: str, value: str | None) -> None:
    message = open_by_button(form, number)
    button: dict[str, Any] = message.blocks[1]["elements"][0]
    assert (button["action_id"], button.get("value")) == (action, value)
    assert check_message(message) == []


def test_a_fault_gives_the_reference() -> None:
    message = refusals.fault("ab12cd34")
    assert message.text.endswith("give your admin this reference: `ab12cd34`.")
    assert check_message(message) == []


def test_a_guest_is_told_what_to_do() -> None:
    assert refusals.guest(pilot(), "Acme", "Priya Raman").text == (
        "Answers to this pilot come from full members of Acme. Your message stays in the thread; ask Priya Raman to "
        "put it on "
        "the record."
    )
