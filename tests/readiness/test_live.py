"""Live, retired, shipped anyway."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from bot.readiness.facts import Fact, FactKind
from bot.readiness.live import Life, life_of
from bot.readiness.numbers import Numbers
from tests.readiness.pilots import BUILDER, OTHER, OWNER, judged, moment, record, said


def life(*facts: Fact, on: str = "2026-11-24") -> Life:
    everything = record(more=facts)
    return life_of(everything, everything.end_of(date.fromisoformat(on)), Numbers())


def shipped(until: object = "2026-12-15", second: str = OTHER) -> Fact:
    values = {"why": "The fair", "until": until, "second": second}
    return Fact(moment("2026-11-10"), OWNER, FactKind.SHIPPED_ANYWAY, values=values)  # type: ignore[arg-type]


def agreed(by: str = OTHER, on: str = "2026-11-11") -> Fact:
    return said(FactKind.SECONDED, by, on)


LIVE = said(FactKind.LIVE, OWNER, "2026-11-05")
RETIRED = said(FactKind.RETIRED, OWNER, "2026-11-10")
REOPENED = said(FactKind.REOPENED, OWNER, "2026-11-15")


@pytest.mark.parametrize(
    ("facts", "live", "retired"),
    [
        ([], False, False),
        ([LIVE], True, False),
        ([LIVE, RETIRED], False, True),
        ([LIVE, RETIRED, REOPENED], True, False),
    ],
)
def test_live_and_retired(facts: Sequence[Fact], live: bool, retired: bool) -> None:
    found = life(*facts)
    assert (found.is_live, found.retired is not None) == (live, retired)


@pytest.mark.parametrize(
    ("facts", "on", "holds"),
    [
        ([shipped()], "2026-11-24", False),
        ([shipped(), agreed()], "2026-11-24", True),
        ([shipped(), agreed()], "2026-12-15", True),
        ([shipped(), agreed()], "2026-12-16", False),
        ([shipped(), agreed(OWNER)], "2026-11-24", False),
        ([shipped(second=OWNER), agreed(OWNER)], "2026-11-24", False),
        ([shipped(second=BUILDER), agreed(BUILDER)], "2026-11-24", False),
        ([shipped(), agreed(on="2026-11-09")], "2026-11-24", False),
        ([shipped("2027-06-01"), agreed()], "2027-02-08", True),
        ([shipped("2027-06-01"), agreed()], "2027-02-09", False),
        ([shipped("soon"), agreed()], "2026-11-24", False),
    ],
)
def test_shipped_anyway_takes_a_second_person_and_ends(facts: Sequence[Fact], on: str, holds: bool) -> None:
    found = life(*facts, on=on).shipped_anyway
    assert found is not None
    assert found.holds(date.fromisoformat(on)) is holds


def test_shipping_anyway_turns_no_gate() -> None:
    changes = {("tests", "", "bad"): 0}
    assert judged(changes, [shipped(), agreed()]).gates == judged(changes).gates
