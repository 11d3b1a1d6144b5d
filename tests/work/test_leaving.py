"""Who left which places, said once for each channel; and what waited for them waits no more."""

from __future__ import annotations

from sqlmodel import select

from bot.readiness.facts import FactKind, MemberState
from bot.records.tables import Ask, Departure, Notice, Vacancy
from bot.work import handover, leaving, roles
from bot.work.checkins.wanted import still_wanted
from bot.work.desk import Desk
from bot.work.people import Account
from bot.work.results import Done
from bot.work.saving import save_slots
from bot.work.taking_over import take_over
from bot.work.views import record_of
from tests.work.owners import OTHER, owner_of, prepared
from tests.work.workspace import FINANCE, NGOZI, PRIYA, SIPHO, TEAM, TOM, Workspace


def becomes(here: Workspace, user: str, state: MemberState) -> None:
    """Slack says what the account is now."""
    with here.desk() as desk:
        leaving.keep(desk, Account(user, user, "", "", "UTC", state, admin=False))


def left(here: Workspace) -> list[tuple[str, str, list[tuple[int, str, bool]]]]:
    """Channel and person of each departure, with its places: pilot, role, and whether they had said yes."""
    with here.store.read() as session:
        found = session.exec(select(Departure).order_by("id")).all()
        places = {one.id: session.exec(select(Vacancy).where(Vacancy.departure == one.id)).all() for one in found}
        return [
            (one.channel, one.user, [(place.pilot, place.role, place.accepted) for place in places[one.id]])
            for one in found
        ]


def said(here: Workspace) -> list[tuple[str, str]]:
    """Channel and key of the messages about people who left."""
    with here.store.read() as session:
        rows = session.exec(select(Notice).where(Notice.kind == "leaver").order_by("id")).all()
        return [(row.channel, row.key) for row in rows]


def asks(here: Workspace) -> list[tuple[str, str]]:
    """Who is asked by letter to take it on, and how that stands."""
    with here.store.read() as session:
        return [(row.user, row.state) for row in session.exec(select(Ask).where(Ask.kind == "left")).all()]


def test_every_role_is_listed_once_for_each_channel(here: Workspace) -> None:
    first = prepared(here)
    second = here.start("Ticket Router")
    here.about(second, lambda d, p: save_slots(d, p, TOM, "review", {"reviewer": NGOZI}))
    there = here.start("Ledger Bot", channel=FINANCE)
    here.about(there, lambda d, p: save_slots(d, p, PRIYA, "ownership", {"owner": NGOZI}))
    becomes(here, NGOZI, MemberState.INACTIVE)
    assert left(here) == [
        ("C0PILOTS1", NGOZI, [(first, "owner", True), (second, "reviewer", False)]),
        (FINANCE, NGOZI, [(there, "owner", False)]),
    ]
    assert said(here) == [("C0PILOTS1", "1"), (FINANCE, "2")]
    assert asks(here) == [(TOM, "planned")]


def test_who_is_only_named_in_rows_leaves_no_place(here: Workspace) -> None:
    number = prepared(here)
    here.about(number, lambda d, p: save_slots(d, p, PRIYA, "dependencies", {"held_by": SIPHO}, row="d1"))
    becomes(here, SIPHO, MemberState.INACTIVE)
    assert left(here) == []
    becomes(here, PRIYA, MemberState.GUEST)
    assert left(here) == [("C0PILOTS1", PRIYA, [(number, "lead", True), (number, "named", True)])]


def test_the_same_heard_again_is_said_once_and_a_second_departure_is_another(here: Workspace) -> None:
    prepared(here)
    for state in (MemberState.INACTIVE, MemberState.INACTIVE, MemberState.GUEST):
        becomes(here, NGOZI, state)
    assert len(left(here)) == 1
    becomes(here, NGOZI, MemberState.ACTIVE)
    assert len(left(here)) == 1
    becomes(here, NGOZI, MemberState.INACTIVE)
    assert len(left(here)) == 2


def test_a_crash_before_the_commit_leaves_all_of_it_to_be_done_again(here: Workspace) -> None:
    prepared(here)
    try:
        with here.desk() as desk:
            leaving.keep(desk, Account(NGOZI, NGOZI, "", "", "UTC", MemberState.INACTIVE, admin=False))
            raise RuntimeError
    except RuntimeError:
        assert left(here) == []
    becomes(here, NGOZI, MemberState.INACTIVE)
    assert len(left(here)) == len(said(here)) == 1


def test_a_place_that_was_refused_is_none(here: Workspace) -> None:
    number = prepared(here)
    here.about(number, lambda d, p: roles.answer(d, p, NGOZI, "owner", yes=False))
    becomes(here, NGOZI, MemberState.INACTIVE)
    assert left(here) == []


def test_somebody_never_heard_of_is_no_leaver(here: Workspace) -> None:
    number = prepared(here)
    here.about(number, lambda d, p: save_slots(d, p, PRIYA, "review", {"reviewer": "U0NEVER01"}))
    becomes(here, "U0NEVER01", MemberState.INACTIVE)
    with here.desk() as desk:
        leaving.gone(desk, "U0NEVER02")
    assert left(here) == []


def test_everybody_named_is_looked_for_but_those_known_to_be_gone(here: Workspace) -> None:
    prepared(here)
    becomes(here, TOM, MemberState.INACTIVE)
    with here.desk() as desk:
        assert leaving.everybody_named(desk) == {PRIYA, NGOZI}


def test_whoever_is_gone_is_inactive_and_keeps_the_name(here: Workspace) -> None:
    prepared(here)
    with here.desk() as desk:
        leaving.gone(desk, NGOZI)
    assert left(here)[0][1] == NGOZI
    with here.desk() as desk:
        leaving.gone(desk, NGOZI)
    assert len(left(here)) == 1


def test_the_letter_is_wanted_until_the_place_is_taken(here: Workspace) -> None:
    number = prepared(here)
    becomes(here, NGOZI, MemberState.INACTIVE)
    assert wanted(here)
    taken = here.about(number, lambda d, p: take_over(d, p, OTHER, "owner", 1))
    assert isinstance(taken, Done)
    assert asks(here) == [(TOM, "closed")]
    assert here.about(number, owner_of) == OTHER


def wanted(here: Workspace) -> bool:
    with here.desk() as desk:
        (ask,) = desk.session.exec(select(Ask).where(Ask.kind == "left", Ask.team == TEAM)).all()
        return still_wanted(desk, ask)


def test_the_letter_is_not_wanted_once_the_owner_is_back(here: Workspace) -> None:
    prepared(here)
    becomes(here, NGOZI, MemberState.INACTIVE)
    becomes(here, NGOZI, MemberState.ACTIVE)
    assert not wanted(here)


def test_an_offer_ends_with_either_of_its_people(here: Workspace) -> None:
    number = prepared(here)
    here.about(number, lambda d, p: handover.offer(d, p, NGOZI, SIPHO))
    becomes(here, SIPHO, MemberState.INACTIVE)
    assert ended(here, number) == ["left"]
    here.about(number, lambda d, p: handover.offer(d, p, NGOZI, OTHER))
    becomes(here, NGOZI, MemberState.INACTIVE)
    assert ended(here, number) == ["left", "withdrawn"]


def ended(here: Workspace, number: int) -> list[object]:
    """How the pilot's offers ended."""
    with here.desk() as desk:
        record = record_of(desk, here.pilot(desk.session, number))
        return [fact.values["how"] for fact in record.facts if fact.kind is FactKind.OFFER_ENDED]


def test_whoever_takes_a_place_has_said_yes(here: Workspace) -> None:
    number = prepared(here)
    becomes(here, TOM, MemberState.INACTIVE)
    here.about(number, lambda d, p: take_over(d, p, SIPHO, "backup", 1))
    again = here.about(number, lambda d, p: take_over(d, p, OTHER, "backup", 1))
    assert again.code == "question_closed"

    def accepted(desk: Desk) -> list[tuple[str, object]]:
        record = record_of(desk, here.pilot(desk.session, number))
        return [(one.by, one.values["role"]) for one in record.facts if one.kind is FactKind.ACCEPTED]

    with here.desk() as desk:
        assert accepted(desk) == [(NGOZI, "owner"), (TOM, "backup"), (SIPHO, "backup")]
