"""The card in every state: at most eight lines, one next step, two or three buttons."""

from __future__ import annotations

import pytest

from bot.readiness.facts import FactKind
from bot.slack.pages.card import card, card_moved
from bot.slack.pages.question import ask
from bot.work.view import View
from tests.readiness.pilots import BACKUP, BUILDER, GONE, OTHER, OWNER, REVIEWER, SOUND, accepted, moment, record
from tests.readiness.pilots import TODAY as TUESDAY
from tests.slack.factories import fact, question, reply, started, view
from tests.slack.limits import check_message

NO_TESTS = {("tests", "", "bad"): 0}
DECISION = {"why": "The auditors come", "until": "2026-12-15", "second": OWNER}


def new() -> View:
    return view(questions=[question("ownership", "open")], question="ownership")


def middle() -> View:
    """Dependencies complete; the owner read and not saved; the reviewer asked by name; question 3 parked."""
    gone = {place: GONE for place in PLACES if place[0] != "dependencies"}
    rows = [
        question("failure", "parked"),
        question("review", "parked", asked=REVIEWER, asked_by=BUILDER),
        question("replacement", "open"),
    ]
    told = [reply("ownership", f"Owner: <@{OWNER}>")]
    return view(record(gone, clicks=()), questions=rows, entries=told, question="replacement")


def shipped_anyway() -> View:
    decided = fact(FactKind.SHIPPED_ANYWAY, OTHER, DECISION)
    ids = {"fact": len(record(NO_TESTS).facts) + 1}
    agreed = [fact(FactKind.SECONDED, OWNER, ids, hour=10), fact(FactKind.LIVE, OWNER, hour=10)]
    return view(record(NO_TESTS, more=[decided, *agreed]), floor=True)


PLACES = tuple(SOUND)
SMALL = "Started by Priya Raman, who also built it · Launch planned for 14 December · "
REPLIES = "Replies here go on the record, later edits too"

STATES = {
    "first state": (
        new(),
        "*AP Invoice Coder*\nSuggests cost centre and VAT code for supplier invoices.\n"
        "Five questions come one at a time in this thread, then seven checks. Replies here go on the record, later "
        "edits "
        "too. “We don't have that yet” is a proper answer.\n"
        "*Next:* question 1, who owns it?\n[Answer question 1] [See the checks] [Change details]\n"
        f"{SMALL}Anyone in this channel may answer",
    ),
    "in the middle": (
        middle(),
        "*AP Invoice Coder*\nSuggests cost centre and VAT code for supplier invoices.\n"
        "*Not ready yet.* Complete: dependencies.\n"
        "Waiting for Emeka Obi (question 4). Parked: question 3.\n"
        "Read but not saved: owner. *Save and go on* stands below it in the thread.\n"
        "*Next:* question 5, what replaces it?\n[Answer question 5] [See the checks] [More]\n"
        f"{SMALL}{REPLIES}",
    ),
    "floor reached, a yes is out": (
        view(record(clicks=[accepted("owner", OWNER), accepted("reviewer", REVIEWER)]), floor=True),
        "*AP Invoice Coder*\nSuggests cost centre and VAT code for supplier invoices.\n"
        "*Not ready yet.* Six of the seven checks are met.\nWaiting for Tom Beard (stepping in).\n"
        "*Next:* Owner, a single press by Tom.\n[Remind Tom] [See the checks] [More]\n"
        f"{SMALL}{REPLIES}",
    ),
    "ready": (
        view(record(), floor=True),
        "*AP Invoice Coder*\nSuggests cost centre and VAT code for supplier invoices.\n"
        "*Ready to ship.* All seven checks are met. The first to run out: the last access review, on 10 February.\n"
        f"[It is live now] [Get the record] [More]\n{SMALL}{REPLIES}",
    ),
    "live": (
        view(record(more=[fact(FactKind.LIVE, OWNER)]), floor=True),
        "*AP Invoice Coder*\nSuggests cost centre and VAT code for supplier invoices.\n"
        "*Live since 24 November, and ready.* The first to run out: the last access review, on 10 February.\n"
        "[See the checks] [Get the record] [More]\n"
        f"Started by Priya Raman, who also built it · {REPLIES}",
    ),
    "live, not ready any more": (
        view(record(NO_TESTS, more=[fact(FactKind.LIVE, OWNER)]), floor=True),
        "*AP Invoice Coder*\nSuggests cost centre and VAT code for supplier invoices.\n"
        "*Live since 24 November, not ready.* Six of the seven checks are met.\n"
        "*Next:* Tests, one thing to settle.\n[Open Tests] [See the checks] [More]\n"
        f"Started by Priya Raman, who also built it · {REPLIES}",
    ),
    "shipped anyway": (
        shipped_anyway(),
        "*AP Invoice Coder*\nSuggests cost centre and VAT code for supplier invoices.\n"
        "*Shipped anyway, not ready.* Decided by Sipho Dube, until 15 December. Six of the seven checks are met.\n"
        "*Next:* Tests, one thing to settle.\n[Open Tests] [See the checks] [More]\n"
        f"Started by Priya Raman, who also built it · {REPLIES}",
    ),
    "a decision waits for its second person": (
        view(record(NO_TESTS, more=[fact(FactKind.SHIPPED_ANYWAY, OTHER, DECISION)]), floor=True),
        "*AP Invoice Coder*\nSuggests cost centre and VAT code for supplier invoices.\n"
        "*Not ready yet.* Six of the seven checks are met.\nWaiting for Ngozi Okonkwo (agreeing to ship anyway).\n"
        "*Next:* Tests, one thing to settle.\n[Open Tests] [See the checks] [More]\n"
        f"{SMALL}{REPLIES}",
    ),
    "retired": (
        view(record(more=[fact(FactKind.RETIRED, OWNER)]), state="retired", launch_on=None),
        "*AP Invoice Coder*\nSuggests cost centre and VAT code for supplier invoices.\n"
        "*Retired on 24 November.* Nothing is asked any more; what was answered stays on record.\n"
        f"[Get the record] [More]\nStarted by Priya Raman, who also built it · {REPLIES}",
    ),
}


@pytest.mark.parametrize(("seen", "text"), STATES.values(), ids=STATES.keys())
def test_the_card_says_where_the_pilot_stands(seen: View, text: str) -> None:
    message = card(seen)
    assert message.text == text
    assert len(message.text.split("\n")) <= 8
    assert check_message(message) == []


def test_the_fullest_card_has_eight_lines() -> None:
    told = [reply("ownership", f"Owner: <@{OWNER}>"), reply("replacement", "Old sheet, last done 4 August 2026")]
    rows = [question("failure", "parked"), question("review", "parked"), question("dependencies", "open")]
    clicks = [fact(FactKind.NOT_YET, BUILDER, {"who": None, "by_when": None}, "tests")]
    message = card(view(started(clicks), questions=rows, entries=told, question="dependencies"))
    assert len(message.text.split("\n")) == 8
    assert "Read but not saved: owner and replacement." in message.text
    assert "Parked: questions 3 and 4." in message.text


def test_it_says_where_to_save_once_the_checks_are_there() -> None:
    told = [reply("ownership", f"Owner: <@{OWNER}>")]
    assert "*Save all as read* stands with the checks." in card(view(entries=told, floor=True)).text


def test_somebody_else_built_it() -> None:
    built = fact(FactKind.SAVED, BUILDER, {"text": "Kofi, who left in <September>"}, "builder")
    words = "Started by Priya Raman · Who built it: Kofi, who left in &lt;September&gt; · "
    assert words in card(view(started([built]))).text


def test_the_card_names_who_started_it_and_the_present_lead_beside() -> None:
    built = fact(FactKind.SAVED, BUILDER, {"user": BUILDER}, "builder")
    text = card(view(started([built]), lead=BACKUP)).text
    assert "Started by Priya Raman, who also built it · Lead: Tom Beard · " in text


def test_no_question_takes_typed_words_for_a_person() -> None:
    built = fact(FactKind.SAVED, BUILDER, {"text": "left in September"}, "builder")
    seen = view(started([built]))
    assert ask(seen, "review").startswith("Apart from whoever built it: who looks at")
    assert ask(seen, "replacement").endswith("if somebody other than whoever built it agrees.")
    assert ask(view(), "review").startswith("Apart from Priya Raman, who built it: who looks at")


def test_the_one_who_is_asked_stands_at_the_open_question() -> None:
    row = question("ownership", "open", asked=BACKUP, asked_by=BUILDER, asked_at=moment(TUESDAY))
    assert (
        "*Next:* question 1, who owns it? Asked: Tom Beard." in card(view(questions=[row], question="ownership")).text
    )


def test_the_card_left_behind_says_where_the_pilot_is() -> None:
    said = "*AP Invoice Coder*\nThis pilot moved to <#C0NEW>. What was written here stays on record."
    assert card_moved(view(), "C0NEW").text == said


def test_a_new_pilot_that_is_live_or_about_to_be_says_that_first() -> None:
    asked = [question("ownership", "open")]
    live = view(started([fact(FactKind.LIVE, OWNER)]), questions=asked, question="ownership")
    assert "\n*Live since 24 November, not ready.* Nothing is complete yet.\n" in card(live).text
    decided = fact(FactKind.SHIPPED_ANYWAY, OTHER, DECISION)
    waits = view(started([decided]), questions=asked, question="ownership")
    assert "\nWaiting for Ngozi Okonkwo (agreeing to ship anyway).\n" in card(waits).text
    agreed = fact(FactKind.SECONDED, OWNER, {"fact": len(started([decided]).facts)}, hour=10)
    went_live = fact(FactKind.LIVE, OWNER, hour=10)
    anyway = view(started([decided, agreed, went_live]), questions=asked, question="ownership")
    assert "\n*Shipped anyway, not ready.* Decided by Sipho Dube, until 15 December." in card(anyway).text
