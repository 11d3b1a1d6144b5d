"""Where a pilot may be: in channels that the bot sees and the person is in."""

from __future__ import annotations

import pytest

from bot.work.moving import move
from bot.work.pilots import start
from bot.work.results import Done, Refusal
from tests.work.workspace import FINANCE, GENERAL, GUEST, LEDGER, PILOTS, PRIYA, TOM, UNKNOWN, Workspace

PICKED = [
    (TOM, FINANCE, "not_your_channel"),
    (TOM, GENERAL, "not_in_target"),
    (TOM, LEDGER, "channel_unseen"),
    (TOM, UNKNOWN, "channel_unseen"),
    (GUEST, PILOTS, "members_only"),
    (GUEST, UNKNOWN, "members_only"),
]


@pytest.mark.parametrize(("by", "channel", "code"), PICKED)
def test_a_channel_that_was_picked_is_refused(here: Workspace, by: str, channel: str, code: str) -> None:
    with here.desk() as desk:
        pilot, result = start(desk, channel, by, "Ledger", picked=True)
    assert pilot is None
    assert isinstance(result, Refusal)
    assert result.code == code


def test_a_channel_that_was_picked_by_one_of_its_people(here: Workspace) -> None:
    with here.desk() as desk:
        assert start(desk, FINANCE, PRIYA, "Ledger", picked=True)[1].code == "started"


def test_a_command_from_a_private_channel_waits_there_for_the_bot(here: Workspace) -> None:
    with here.desk() as desk:
        pilot, result = start(desk, LEDGER, TOM, "Ledger")
        assert result.code == "waiting"
        assert pilot is not None
        assert pilot.hold == "waiting"


@pytest.mark.parametrize(("by", "channel", "code"), [*PICKED[:4], (TOM, PILOTS, "already_there")])
def test_a_pilot_moves_only_where_it_could_have_been_started(here: Workspace, by: str, channel: str, code: str) -> None:
    number = here.start(by=TOM)
    result = here.about(number, lambda desk, pilot: move(desk, pilot, by, channel))
    assert isinstance(result, Refusal)
    assert result.code == code
    assert here.about(number, lambda _, pilot: pilot.channel) == PILOTS


def test_a_pilot_moves_into_a_channel_of_the_mover(here: Workspace) -> None:
    number = here.start()
    assert isinstance(here.about(number, lambda desk, pilot: move(desk, pilot, PRIYA, FINANCE)), Done)
    assert here.about(number, lambda _, pilot: (pilot.channel, pilot.root_ts)) == (FINANCE, "")
