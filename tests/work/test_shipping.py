"""*Shipped anyway*: who may decide and agree, to which decision, and for how long."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.readiness.facts import MemberState
from bot.records import members
from bot.records.tables import Pilot
from bot.work.desk import Desk
from bot.work.results import Refusal, Result
from bot.work.shipping import agree, ship_anyway
from tests.work.workspace import GUEST, NGOZI, PRIYA, SIPHO, TEAM, TOM, Workspace

UNTIL = date(2026, 12, 20)


def decided(here: Workspace, number: int, second: str = TOM, decider: str = NGOZI) -> Result:
    return here.about(number, lambda desk, pilot: ship_anyway(desk, pilot, PRIYA, decider, "now", UNTIL, second))


def agreeing(by: str, fact: int) -> Callable[[Desk, Pilot], Result]:
    return lambda desk, pilot: agree(desk, pilot, by, fact)


def last_fact(here: Workspace, number: int) -> int:
    return len(here.kinds(number))


def test_agreed_it_is_live(here: Workspace) -> None:
    number = here.start()
    assert decided(here, number).code == "second_asked"
    fact = last_fact(here, number)
    assert here.about(number, agreeing(TOM, fact)).code == "seconded"
    assert here.kinds(number)[-3:] == ["shipped_anyway", "seconded", "live"]
    assert here.about(number, agreeing(TOM, fact)).code == "question_closed"


def test_only_the_latest_decision_can_be_agreed_to(here: Workspace) -> None:
    number = here.start()
    decided(here, number)
    earlier = last_fact(here, number)
    decided(here, number)
    assert here.about(number, agreeing(TOM, earlier)).code == "question_closed"
    assert here.about(number, agreeing(TOM, last_fact(here, number))).code == "seconded"


def test_a_second_decision_leaves_the_day_it_went_live(here: Workspace) -> None:
    number = here.start()
    for _ in range(2):
        decided(here, number)
        assert here.about(number, agreeing(TOM, last_fact(here, number))).code == "seconded"
    assert here.kinds(number).count("live") == 1


@pytest.mark.parametrize(("days", "code"), [(26, "seconded"), (27, "decision_over")])
def test_it_can_be_agreed_to_until_its_last_day(here: Workspace, days: int, code: str) -> None:
    number = here.start()
    decided(here, number)
    assert here.about(number, agreeing(TOM, last_fact(here, number)), days=days).code == code


@pytest.mark.parametrize(("decider", "second", "slot"), [(GUEST, TOM, "decider"), (NGOZI, GUEST, "second")])
def test_both_are_active_full_members(here: Workspace, decider: str, second: str, slot: str) -> None:
    result = decided(here, here.start(), second, decider)
    assert isinstance(result, Refusal)
    assert (result.code, result.values["slot"]) == ("role_needs_member", slot)


@pytest.mark.parametrize(("gone", "code"), [(TOM, "members_only"), (NGOZI, "role_needs_member")])
def test_both_still_are_when_it_is_agreed_to(here: Workspace, gone: str, code: str) -> None:
    number = here.start()
    decided(here, number)
    fact = last_fact(here, number)
    with here.desk() as desk:
        members.put(desk.session, TEAM, gone, MemberState.GUEST, desk.now)
    assert here.about(number, agreeing(TOM, fact)).code == code
    assert "seconded" not in here.kinds(number)


def test_a_second_person_outside_the_channel_is_asked_by_direct_message(here: Workspace) -> None:
    number = here.start()
    decided(here, number)
    assert here.said_to(TOM) == []
    decided(here, number, SIPHO)
    assert here.said_to(SIPHO) == [("shipped_anyway", f"{last_fact(here, number)}:{SIPHO}")]
