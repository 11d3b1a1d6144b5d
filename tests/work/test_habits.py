"""How a channel and a pilot are asked: what is kept, what follows from it, and who may set it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from bot.readiness.facts import FactKind
from bot.readiness.rhythm.grid import CADENCES
from bot.records import appointments, channels, checkins, habits
from bot.records.tables import Pilot
from bot.work import habits as work
from bot.work import moving
from bot.work.checkins.planning import plan_checkin
from bot.work.checkins.ways import OffDays, public, ways_in, ways_of
from bot.work.desk import Desk
from bot.work.results import Done, Refusal, Result
from bot.work.standing import standing_of
from tests.work.workspace import FINANCE, GENERAL, GUEST, NGOZI, PILOTS, PRIYA, SIPHO, TEAM, Workspace

NEW_YEAR = date(2027, 1, 1)


def set_channel(here: Workspace, chosen: Mapping[str, Any], user: str = PRIYA, channel: str = PILOTS) -> Result:
    with here.desk() as desk:
        return work.set_channel(desk, channel, user, chosen)


def owned(here: Workspace, name: str = "Invoice Coder") -> int:
    """A pilot that Ngozi owns."""
    number = here.start(name)

    def own(desk: Desk, pilot: Pilot) -> None:
        desk.note(pilot, FactKind.SAVED, PRIYA, group="ownership", values={"owner": NGOZI})
        desk.note(pilot, FactKind.ACCEPTED, NGOZI, group="ownership", values={"role": "owner"})

    here.about(number, own)
    return number


def period(here: Workspace, number: int) -> str:
    """The period that is planned by what holds now."""

    def planned(desk: Desk, pilot: Pilot) -> str:
        plan_checkin(desk, pilot, standing_of(desk, pilot))
        found = checkins.in_state(desk.session, TEAM, number, "planned")
        assert found is not None
        return found.period

    return here.about(number, planned)


def test_a_channel_keeps_what_is_chosen_and_what_was(here: Workspace) -> None:
    set_channel(here, {"weekday": 2, "hour": "08:00"})
    set_channel(here, {"country": "DE", "days_off": ["2026-12-30"]})
    with here.desk() as desk:
        ways = ways_in(desk, PILOTS)
    assert (ways.times.weekday, f"{ways.times.at:%H:%M}", ways.times.reminders) == (2, "08:00", True)
    assert NEW_YEAR in ways.off
    assert date(2026, 12, 30) in ways.off
    assert date(2026, 12, 29) not in ways.off


def test_a_pilots_own_habits_come_first_and_the_rest_is_its_channels(here: Workspace) -> None:
    number = owned(here)
    set_channel(here, {"weekday": 2, "hour": "08:00", "cadence": "weekly", "reminders": False})
    here.about(number, lambda desk, pilot: work.set_pilot(desk, pilot, {"hour": "09:00", "reminders": True}))
    ways = here.about(number, ways_of)
    assert (ways.times.weekday, ways.times.at.hour, ways.times.reminders) == (2, 9, True)
    assert ways.cadence == CADENCES["weekly"]
    shown = here.about(number, work.of_pilot)
    assert (shown.weekday, shown.hour, shown.cadence, shown.reminders) == (None, "09:00", "", True)


def test_it_says_what_holds_and_when_the_next_question_comes(here: Workspace) -> None:
    assert set_channel(here, {"hour": "08:00"}) == Done("habits_saved_nobody", {"weekday": 1, "at": "08:00"})
    owned(here)
    said = set_channel(here, {"weekday": 3})
    assert said == Done("habits_saved_next", {"weekday": 3, "at": "08:00", "on": date(2026, 12, 3)})


def test_of_many_pilots_the_plans_follow_a_moment_later(here: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "MOST_AT_ONCE", 1)
    numbers = [owned(here, name) for name in ("One", "Two")]
    assert set_channel(here, {"weekday": 3}) == Done("habits_saved", {"weekday": 3, "at": "10:00"})
    with here.desk() as desk:
        due = {row.pilot for row in appointments.due(desk.session, desk.now, 10) if row.kind == "plan"}
    assert due == set(numbers)


def test_the_zone_of_a_channel_is_that_of_its_pilots(here: Workspace) -> None:
    number = here.start()
    set_channel(here, {"zone": "Asia/Tokyo"})
    assert here.about(number, lambda _, pilot: pilot.zone) == "Asia/Tokyo"
    assert here.about(here.start("Second"), lambda _, pilot: pilot.zone) == "Asia/Tokyo"
    set_channel(here, {"zone": ""})
    assert here.about(number, lambda _, pilot: pilot.zone) == "Asia/Tokyo"
    assert here.about(here.start("Third"), lambda _, pilot: pilot.zone) == "UTC"


def test_a_pilot_that_moves_is_asked_as_people_are_there(here: Workspace) -> None:
    number = owned(here)
    set_channel(here, {"zone": "Asia/Tokyo", "weekday": 0, "cadence": "weekly"}, channel=FINANCE)
    here.now += timedelta(weeks=20)
    here.about(number, lambda desk, pilot: moving.move(desk, pilot, PRIYA, FINANCE))
    assert here.about(number, lambda _, pilot: pilot.zone) == "Asia/Tokyo"
    assert period(here, number) == "2027-04-19"


def test_nobody_is_asked_about_days_that_only_a_new_cadence_has(here: Workspace) -> None:
    number = owned(here)
    set_channel(here, {"cadence": "quarterly"})
    assert period(here, number) == "2026-12-01"
    here.about(number, _asked)
    assert period(here, number) == "2027-03-02"
    here.now += timedelta(weeks=8)
    set_channel(here, {"cadence": "weekly"})
    assert period(here, number) == "2027-01-26"


def _asked(desk: Desk, pilot: Pilot) -> None:
    found = checkins.in_state(desk.session, TEAM, pilot.id or 0, "planned")
    assert found is not None
    found.state = "confirmed"
    checkins.keep(desk.session, found)


def test_who_may_set_a_channel(here: Workspace) -> None:
    assert set_channel(here, {"hour": "08:00"}, GUEST) == Refusal("members_only", {"lead": ""})
    assert set_channel(here, {"hour": "08:00"}, SIPHO) == Refusal("not_your_channel", {"channel": PILOTS})
    told = set_channel(here, {"hour": "08:00"}, channel=GENERAL)
    assert told == Refusal("settings_without_bot", {"command": "/shipready settings"})
    with here.desk() as desk:
        assert habits.of_channel(desk.session, TEAM, PILOTS) is None


def test_a_channel_with_another_id_keeps_its_habits(here: Workspace) -> None:
    set_channel(here, {"weekday": 4})
    with here.desk() as desk:
        channels.rename_id(desk.session, TEAM, PILOTS, "C0NEWID01")
    with here.desk() as desk:
        assert ways_in(desk, "C0NEWID01").times.weekday == 4


def test_days_off_are_a_countrys_a_parts_and_further_ones() -> None:
    epiphany = date(2027, 1, 6)
    assert epiphany in OffDays("DE-BY", ())
    assert epiphany not in OffDays("DE", ())
    assert epiphany in OffDays("", ["2027-01-06"])
    assert "2027-01-06" not in OffDays("", ["2027-01-06"])


@pytest.mark.parametrize("country", ["XX", "DE-XX"])
def test_a_country_that_is_not_known_has_no_holidays(country: str) -> None:
    assert public(country, 2027) == frozenset()
