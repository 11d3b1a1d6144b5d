"""The short lines that a thread hears."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.readiness.facts import FactKind
from bot.slack.pages.thread_lines import event, shipped_anyway
from tests.readiness.pilots import OTHER, OWNER, record
from tests.slack.factories import fact, last, view
from tests.slack.limits import check_message

NO_TESTS = {("tests", "", "bad"): 0}
DECISION = fact(FactKind.SHIPPED_ANYWAY, OTHER, {"why": "The auditors come.", "until": "2026-12-15", "second": OWNER})
INCIDENT = {"what": "Double codes for <40> invoices", "since": "2026-11-20", "light": "A supplier called."}

LINES = [
    (
        FactKind.LIVE,
        {},
        "*AP Invoice Coder is live* since 24 November, marked by Ngozi Okonkwo. All seven checks are met.",
    ),
    (
        FactKind.RETIRED,
        {},
        "*AP Invoice Coder is retired*, by Ngozi Okonkwo. Nothing is asked any more; what was answered stays on "
        "record.",
    ),
    (FactKind.REOPENED, {}, "*AP Invoice Coder is open again*, by Ngozi Okonkwo. It goes on where it stopped."),
    (
        FactKind.RENAMED,
        {"from": "AP <Bot>", "to": "AP Invoice Coder"},
        "AP &lt;Bot&gt; is called *AP Invoice Coder* from now on; Ngozi Okonkwo renamed it.",
    ),
    (
        FactKind.MOVED,
        {"from": "C1OLD", "to": "C0PILOT"},
        "*AP Invoice Coder* moved here from <#C1OLD>, by Ngozi Okonkwo.",
    ),
    (FactKind.LEAD, {"user": OTHER}, "Sipho Dube leads *AP Invoice Coder* from now on; Ngozi Okonkwo changed it."),
    (
        FactKind.LAUNCH,
        {"on": "2027-01-11"},
        "The launch of *AP Invoice Coder* is planned for 11 January now; Ngozi Okonkwo changed it.",
    ),
    (
        FactKind.LAUNCH,
        {"on": None},
        "The launch of *AP Invoice Coder* has no planned date any more; Ngozi Okonkwo changed it.",
    ),
    (
        FactKind.INCIDENT,
        INCIDENT,
        "Ngozi Okonkwo noted an incident with *AP Invoice Coder*, since 20 November: “Double codes for &lt;40&gt; "
        "invoices”. It "
        "came to light like this: “A supplier called”.",
    ),
]


@pytest.mark.parametrize(("kind", "values", "line"), LINES)
def test_what_happened(kind: FactKind, values: dict[str, str | None], line: str) -> None:
    seen = view(record(more=[fact(kind, OWNER, values)]))
    assert event(seen, last(seen)).text == line


def test_live_without_being_ready_says_so() -> None:
    seen = view(record(NO_TESTS, more=[fact(FactKind.LIVE, OWNER)]))
    assert event(seen, last(seen)).text.endswith("It is not ready; the checks say what is missing.")


def test_shipping_anyway_asks_the_second_person() -> None:
    seen = view(record(NO_TESTS, more=[DECISION]))
    message = shipped_anyway(seen, last(seen).id)
    assert message.text == (
        "*AP Invoice Coder is to ship without being ready, until 15 December.* Sipho Dube decides it: “The auditors "
        "come”. "
        f"<@{OWNER}>, do you agree?\n[I agree] [See the checks]\nOnly the press of the person named counts"
    )
    assert message.blocks[1]["elements"][0]["value"] == f"7:{last(seen).id}"
    assert check_message(message) == []


def test_shipping_anyway_once_agreed() -> None:
    decided = last(view(record(NO_TESTS, more=[DECISION]))).id
    agreed = fact(FactKind.SECONDED, OWNER, {"fact": decided}, hour=10)
    assert shipped_anyway(view(record(NO_TESTS, more=[DECISION, agreed])), decided).text == (
        "*AP Invoice Coder is shipped anyway, until 15 December.* Sipho Dube decided it: “The auditors come”. Ngozi "
        "Okonkwo "
        "agreed. It is not ready, and every digest says so."
    )


def test_a_second_person_who_does_not_read_the_thread_is_asked_in_a_message_of_their_own() -> None:
    seen = replace(view(record(NO_TESTS, more=[DECISION])), channel_members=frozenset({OTHER}))
    told = shipped_anyway(seen, last(seen).id).text
    assert " Ngozi Okonkwo is asked by direct message.\n[I agree]" in told
    assert "<@" not in told
    assert " Do you agree?\n[I agree]" in shipped_anyway(seen, last(seen).id, directly=True).text


def test_a_decision_whose_time_is_over_asks_nobody() -> None:
    seen = view(record(NO_TESTS, more=[DECISION]), today=date(2026, 12, 16))
    text = shipped_anyway(seen, last(seen).id).text
    assert text.endswith("That day is over, and nobody agreed to it before, so it does not count.")


def test_a_decision_that_was_replaced() -> None:
    assert (
        shipped_anyway(view(record(NO_TESTS, more=[DECISION])), 3).text == "This decision was replaced by a later one."
    )
