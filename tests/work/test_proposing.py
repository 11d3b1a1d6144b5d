"""Putting somebody forward, once more after a no, and answers of people who are no full members any more."""

from __future__ import annotations

from bot.readiness.facts import MemberState
from bot.records import members
from bot.records.tables import Pilot
from bot.work import roles
from bot.work.desk import Desk
from bot.work.proposing import propose
from bot.work.views import current, record_of
from tests.work.workspace import NGOZI, PRIYA, TEAM, Workspace


def proposed(here: Workspace, number: int) -> None:
    done = here.about(number, lambda desk, pilot: propose(desk, pilot, PRIYA, "owner", NGOZI))
    assert done.code == "proposed"


def answered(here: Workspace, number: int, yes: bool) -> str:
    return here.about(number, lambda desk, pilot: roles.answer(desk, pilot, NGOZI, "owner", yes)).code


def requests(here: Workspace) -> list[str]:
    return [key for kind, key in here.said_to(NGOZI) if kind == "acceptance"]


def is_open(here: Workspace, number: int) -> bool:
    def look(desk: Desk, pilot: Pilot) -> bool:
        record = record_of(desk, pilot)
        return roles.answer_of(record, current(desk, record), "owner") is None

    return here.about(number, look)


def test_after_a_no_the_same_person_is_asked_once_more(here: Workspace) -> None:
    number = here.start()
    proposed(here, number)
    assert answered(here, number, yes=False) == "declined"
    proposed(here, number)
    assert is_open(here, number)
    assert len(set(requests(here))) == 2
    assert answered(here, number, yes=True) == "accepted"


def test_put_forward_twice_before_the_answer_is_one_request(here: Workspace) -> None:
    number = here.start()
    proposed(here, number)
    proposed(here, number)
    assert len(set(requests(here))) == 1


def test_somebody_who_is_a_guest_by_now_accepts_nothing(here: Workspace) -> None:
    number = here.start()
    proposed(here, number)
    with here.desk() as desk:
        members.put(desk.session, TEAM, NGOZI, MemberState.GUEST, desk.now)
    assert answered(here, number, yes=True) == "members_only"
    assert "accepted" not in here.kinds(number)
