"""What comes in with the forms of *settings*: whatever it is, it is read or refused at its field; nothing breaks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.records import habits
from bot.records.migrating import migrate
from bot.records.store import open_store
from bot.records.tables import Draft
from bot.slack.listeners.habits_submissions import pilot, settings
from bot.slack.listeners.sent import Answer, Errors, Sent
from bot.slack.submissions import Submitted
from bot.work import habits as work
from bot.work.results import Done
from tests.work.workspace import PILOTS, PRIYA, TEAM, Workspace

AS_SHOWN = {"weekday": "1", "hour": "10:00", "cadence": "usual", "reminders": "yes", "zone": "UTC"}
HOSTILE: list[dict[str, Any]] = [
    {},
    dict.fromkeys(("weekday", "hour", "cadence", "reminders", "zone", "country", "days_off")),
    {"weekday": "6", "hour": "23:30", "cadence": "hourly", "reminders": "perhaps"},
    {"weekday": ["1"], "hour": {"at": 10}, "cadence": 7, "reminders": True},
]


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Workspace]:
    url = f"sqlite:///{tmp_path / 'shipready.db'}"
    migrate(url)
    store = open_store(url)
    workspace = Workspace(store)
    workspace.fill()
    yield workspace
    store.close()


def send(here: Workspace, values: dict[str, Any], now: dict[str, Any] | None = None) -> Answer:
    """Send *Channel settings* of #pilots as it opened (or with another ``now``)."""
    with here.desk() as desk:
        shown = work.of_channel(desk, PILOTS).kept() if now is None else now
        draft = Draft(
            token="t",
            team=TEAM,
            user=PRIYA,
            form="settings",
            args={"channel": PILOTS, "now": shown},
            opened_at=desk.now,
        )
        return settings(Sent(desk, draft, None, PRIYA, Submitted("settings", slots=values)))


def kept(here: Workspace) -> dict[str, Any]:
    with here.desk() as desk:
        row = habits.of_channel(desk.session, TEAM, PILOTS)
        assert row is not None
        return row.model_dump(exclude={"id", "team", "channel", "pilot"}, exclude_defaults=True)


def test_nothing_changed_keeps_nothing(here: Workspace) -> None:
    here.start()
    assert isinstance(send(here, AS_SHOWN), Done)
    assert kept(here) == {}


def test_only_what_was_changed_is_kept(here: Workspace) -> None:
    send(here, {**AS_SHOWN, "hour": "08:30", "zone": ""})
    assert kept(here) == {"hour": "08:30"}


def test_days_that_are_over_need_not_be_typed_again(here: Workspace) -> None:
    send(here, {**AS_SHOWN, "days_off": "2026-11-24 to 2026-11-25"})
    here.now = here.now.replace(day=25)
    send(here, {**AS_SHOWN, "days_off": "2026-11-25", "country": "DE"})
    assert kept(here)["days_off"] == ["2026-11-24", "2026-11-25"]


@pytest.mark.parametrize("values", HOSTILE)
def test_what_is_no_choice_is_as_usual(here: Workspace, values: dict[str, Any]) -> None:
    assert isinstance(send(here, values), Done)
    with here.desk() as desk:
        shown = work.of_channel(desk, PILOTS)
    assert (shown.weekday, shown.hour, shown.cadence, shown.reminders) == (1, "10:00", "usual", True)


def test_a_draft_that_knows_nothing_is_taken_as_typed(here: Workspace) -> None:
    assert isinstance(send(here, {**AS_SHOWN, "weekday": "4"}, now={}), Done)
    assert kept(here)["weekday"] == 4


@pytest.mark.parametrize("slot", ["zone", "country", "days_off"])
@pytest.mark.parametrize("typed", ["x" * 3000, "\u202e../../etc", "🎉", "2026-99-99", "DE-" * 500])
def test_what_cannot_be_read_stands_at_its_field(here: Workspace, slot: str, typed: str) -> None:
    answer = send(here, {**AS_SHOWN, slot: typed})
    assert isinstance(answer, Errors)
    assert list(answer.by_block) == [slot]
    assert 0 < len(answer.by_block[slot]) < 300


def test_a_pilots_form_keeps_what_differs_from_its_channel(here: Workspace) -> None:
    number = here.start()
    with here.desk() as desk:
        draft = Draft(
            token="t", team=TEAM, user=PRIYA, form="habits", args={"now": work.Shown().kept()}, opened_at=desk.now
        )
        slots = {"weekday": "channel", "hour": "08:00", "cadence": "channel", "reminders": "no"}
        answer = pilot(Sent(desk, draft, here.pilot(desk.session, number), PRIYA, Submitted("habits", slots=slots)))
        row = habits.of_pilot(desk.session, TEAM, number)
        assert isinstance(answer, Done)
        assert row is not None
        assert (row.weekday, row.hour, row.cadence, row.reminders) == (None, "08:00", "", False)
