"""Which statuses say that somebody is away, and until when."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.slack.incoming import account_of
from bot.slack.status import status_of

AWAY = [
    (":palm_tree:", ""),
    (":palm_tree:", "Vacationing"),
    (":face_with_thermometer:", "Out sick"),
    ("", "Vacation until next Monday"),
    ("", "OOO"),
    ("", "On leave, not working"),
    ("", "out of the office, back on 5 December"),
    ("", "Parental leave till March"),
    ("", "PTO 🎉"),
    ("", "On holiday, greetings to all"),
    ("", "I’m sick"),
    ("", "Away"),
    ("", "Away until Thursday"),
    ("", "Im Urlaub bis 14.12."),
    ("", "krank"),
    ("", "En congé"),
    ("", "vacances !"),
    ("", "De vacaciones"),
    (":airplane:", "Annual leave"),
]
HERE = [
    ("", ""),
    (":spiral_calendar_pad:", "In a meeting"),
    (":house_with_garden:", "Working remotely"),
    (":palm_tree:", "Working from Bali"),
    ("", "Away from desk for 5 min"),
    ("", "away from keyboard"),
    ("", "Sick of meetings"),
    ("", "wfh, sick child"),
    ("", "Vacation next week"),
    ("", "On leave from Friday"),
    ("", "Urlaub ab Montag"),
    ("", "Back from vacation"),
    ("", "Happy holidays!"),
    ("", "Planning my vacation"),
    (":airplane:", "On my way to Berlin"),
    (":bus:", "Commuting"),
    ("", "runaway"),
    ("", "Back in 5 minutes"),
]


def profile(emoji: str, text: str, expiration: object = 0) -> dict[str, Any]:
    return {"status_emoji": emoji, "status_text": text, "status_expiration": expiration}


@pytest.mark.parametrize(("emoji", "text"), AWAY)
def test_somebody_is_away(emoji: str, text: str) -> None:
    assert status_of(profile(emoji, text)) == (True, None)


@pytest.mark.parametrize(("emoji", "text"), HERE)
def test_somebody_is_here(emoji: str, text: str) -> None:
    assert status_of(profile(emoji, text, 1796040000)) == (False, None)


def test_it_ends_when_slack_says_so() -> None:
    assert status_of(profile(":palm_tree:", "", 1796040000)) == (True, datetime(2026, 11, 30, 12, tzinfo=UTC))


@pytest.mark.parametrize("expiration", [0, None, "soon", -5, 10**20, 1.5, []])
def test_an_end_that_is_none_is_none(expiration: object) -> None:
    away, until = status_of(profile(":palm_tree:", "", expiration))
    assert away
    assert until is None


@pytest.mark.parametrize("broken", [{}, {"status_text": None, "status_emoji": 7}, {"status_text": ["OOO"]}])
def test_a_broken_profile_is_nobody_away(broken: dict[str, Any]) -> None:
    assert status_of(broken) == (False, None)


def test_an_account_carries_it() -> None:
    account = account_of({"id": "U1", "profile": profile("", "Vacation", 1796040000)}, "T1")
    assert (account.away, account.away_until) == (True, datetime(2026, 11, 30, 12, tzinfo=UTC))
    assert not account_of({"id": "U1", "profile": None}, "T1").away
