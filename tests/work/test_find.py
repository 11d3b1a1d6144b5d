"""Which pilot is meant: by the longest start of what was typed, and retired ones where those are asked for."""

from __future__ import annotations

import pytest

from bot.records.tables import Pilot
from bot.work import find, life
from bot.work.results import Refusal
from tests.work.workspace import FINANCE, PILOTS, PRIYA, Workspace


def found(here: Workspace, words: str) -> tuple[str, str]:
    with here.desk() as desk:
        pilot, rest = find.split(desk, PILOTS, PRIYA, words)
        return (pilot.name if isinstance(pilot, Pilot) else pilot.code if pilot else "", rest)


@pytest.mark.parametrize(
    ("words", "name", "rest"),
    [
        ("AP Invoice Coder AP Coder Two", "AP Invoice Coder", "AP Coder Two"),
        ("AP Invoice Coder to Ledger Bot", "AP Invoice Coder", "to Ledger Bot"),
        ("AP Invoice Coder", "AP Invoice Coder", ""),
        ('"ap invoice  coder" to X', "AP Invoice Coder", "to X"),
        ("AP Inv Ledger", "AP Invoice Coder", "Ledger"),
        ("p1 Ledger", "AP Invoice Coder", "Ledger"),
        ("Path to Ready to Path", "Path to Ready", "to Path"),
        ("Path to Path", "Path to Ready", "Path"),
        ("Route Map", "pilot_ambiguous", "Map"),
        ("Zebra to X", "", "Zebra to X"),
        ("x " * 1400, "", "x " * 1400),
    ],
)
def test_the_longest_start_that_names_a_pilot(here: Workspace, words: str, name: str, rest: str) -> None:
    for pilot in ("AP Invoice Coder", "Path to Ready", "Route A", "Route B"):
        here.start(pilot)
    assert found(here, words) == (name, rest)


def test_a_pilot_of_another_channel_is_found_after_those_of_this_one(here: Workspace) -> None:
    here.start("Ledger Two", channel=FINANCE)
    assert found(here, "Ledger X") == ("Ledger Two", "X")
    here.start("Ledger One")
    assert found(here, "Ledger X") == ("Ledger One", "X")


def test_without_a_name_the_only_one_of_its_state(here: Workspace) -> None:
    first = here.start("One")
    here.start("Two")
    here.about(first, lambda desk, pilot: life.retire(desk, pilot, PRIYA))
    with here.desk() as desk:
        retired = find.one(desk, PILOTS, PRIYA, "", "retired")
        assert isinstance(retired, Pilot)
        assert retired.name == "One"
        here_open = find.one(desk, PILOTS, PRIYA, "")
        assert isinstance(here_open, Pilot)
        assert here_open.name == "Two"


def test_of_two_with_one_name_the_one_in_the_state_asked_for(here: Workspace) -> None:
    first = here.start("Same")
    here.about(first, lambda desk, pilot: life.retire(desk, pilot, PRIYA))
    second = here.start("Same")
    with here.desk() as desk:
        pair = [find.one(desk, PILOTS, PRIYA, "same", state) for state in ("retired", "open")]
        assert [pilot.id for pilot in pair if not isinstance(pilot, Refusal)] == [first, second]
