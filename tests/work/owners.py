"""A pilot in the situations in which somebody could become its owner, and what a press or a form makes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlmodel import select

from bot.readiness.facts import FactKind, MemberState
from bot.readiness.rules import people as model
from bot.records import letters, members
from bot.records.tables import Ask, CheckIn, Departure, FactRow, Letter, Pilot
from bot.work import handover, leaving, roles
from bot.work.desk import Desk, Pace
from bot.work.people import Account
from bot.work.saving import save_slots
from bot.work.views import current, record_of
from tests.work.workspace import BEGIN, NGOZI, PRIYA, SIPHO, TEAM, TOM, Workspace

OTHER = "U0OTHER01"


class UndoneError(Exception):
    """What was tried is taken back."""


def prepared(here: Workspace) -> int:
    """Ngozi owns it and Tom steps in, Priya leads it; the others are in the channel. Its number."""
    with here.store.write() as session:
        members.put(session, TEAM, OTHER, MemberState.ACTIVE, BEGIN, name=OTHER)
    number = here.start()
    here.about(number, lambda desk, pilot: save_slots(desk, pilot, PRIYA, "ownership", {"owner": NGOZI, "backup": TOM}))
    for role, user in (("owner", NGOZI), ("backup", TOM)):
        assert here.about(number, lambda d, p, r=role, u=user: roles.answer(d, p, u, r, yes=True)).code == "accepted"  # type: ignore[misc]
    return number


def asked_only(desk: Desk, pilot: Pilot) -> None:
    """Ngozi gave it back; Sipho is named and has not answered."""
    roles.answer(desk, pilot, NGOZI, "owner", yes=False)
    save_slots(desk, pilot, PRIYA, "ownership", {"owner": SIPHO})


def offered(desk: Desk, pilot: Pilot) -> None:
    """The place is offered to Sipho."""
    handover.offer(desk, pilot, NGOZI, SIPHO)


def silent(desk: Desk, pilot: Pilot) -> None:
    """Ngozi was asked on a Tuesday and said nothing; Tom and Priya are asked."""
    checkin = CheckIn(team=TEAM, pilot=pilot.id or 0, period="2026-12-01", state="open", owner=NGOZI, asked=TOM)
    desk.session.add(checkin)
    desk.session.flush()
    for kind, user in (("own", NGOZI), ("backup", TOM), ("lead", PRIYA)):
        letter = letters.add(
            desk.session,
            Letter(team=TEAM, user=user, slot="2026-12-01", day=desk.now.date(), zone="UTC", written_at=desk.now),
        )
        letters.ask(
            desk.session,
            Ask(
                team=TEAM, user=user, pilot=pilot.id or 0, kind=kind, key=str(checkin.id), checkin=checkin.id,
                state="asked", due_at=desk.now, letter=letter.id,
            ),
        )  # fmt: skip


def lapsed(desk: Desk, pilot: Pilot) -> None:
    """The check-in lapsed, and Sipho offers to take it."""
    desk.note(pilot, FactKind.CHECKIN_LAPSED, "", values={"checkin": 1, "asked": {"users": [NGOZI]}})
    handover.own_it(desk, pilot, SIPHO)


def owner_left(desk: Desk, pilot: Pilot) -> None:
    """Ngozi's account is no longer active."""
    del pilot
    leaving.keep(desk, Account(NGOZI, NGOZI, "", "", "UTC", MemberState.INACTIVE, admin=False))


SITUATIONS: dict[str, Callable[[Desk, Pilot], None]] = {
    "asked": asked_only,
    "offered": offered,
    "silent": silent,
    "lapsed": lapsed,
    "left": owner_left,
}


@contextmanager
def tried(here: Workspace, number: int) -> Iterator[tuple[Desk, Pilot]]:
    """A desk on which something is tried; nothing of it is kept."""
    try:
        with here.store.write() as session:
            yield Desk(session, TEAM, here.now, Pace()), here.pilot(session, number)
            raise UndoneError
    except UndoneError:
        pass


def owner_of(desk: Desk, pilot: Pilot) -> str:
    """Who owns it by their own yes; "" for nobody."""
    accepted = model.acceptance(current(desk, record_of(desk, pilot)), model.OWNER)
    return accepted.by if accepted else ""


def known(desk: Desk) -> tuple[int, ...]:
    """How many facts there are, and what became of what was asked."""
    asks = desk.session.exec(select(Ask).where(Ask.state == "asked")).all()
    return len(desk.session.exec(select(FactRow)).all()), len(asks)


def numbers(desk: Desk) -> list[str]:
    """Every number that a button could carry."""
    ids = (FactRow.id, Ask.id, CheckIn.id, Departure.id, Letter.id)
    found = {number or 0 for column in ids for number in desk.session.exec(select(column)).all()}
    return [str(number) for number in sorted(found)]
