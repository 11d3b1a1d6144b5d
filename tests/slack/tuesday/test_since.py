"""What changed since the owner was last asked: in a few words, without what the thread has said already."""

from __future__ import annotations

import pytest

from bot.readiness.facts import Fact, FactKind
from bot.slack.pages.tuesday.changes import since_last_time
from tests.readiness.pilots import OWNER, accepted, record, said, saved
from tests.slack.tuesday.letters import asked, pilot

SINCE = accepted("owner", OWNER, "2026-11-03")
NEW = "2026-11-11"
CASES = {
    "nothing": ([], "nothing new since 3 November"),
    "the same once more": ([saved("failure", {"plan": "The rota runbook"}, on=NEW)], "nothing new since 3 November"),
    "a new plan": ([saved("failure", {"plan": "Another"}, on=NEW)], "since 3 November: failures changed"),
    "fallback": (
        [saved("replacement", {"tried_on": "2026-11-10"}, on=NEW)],
        "since 3 November: fallback tried on 10 November",
    ),
    "version": (
        [saved("dependencies", {"version": "m-2"}, "d2", NEW)],
        "since 3 November: “The planner's model” is now version m-2",
    ),
    "key": (
        [saved("dependencies", {"rotated_on": "2026-11-10"}, "d3", NEW)],
        "since 3 November: “rota-svc” changed on 10 November",
    ),
    "a word for a date": (
        [saved("dependencies", {"retires_on": "2027-11-10"}, "d2", NEW)],
        "since 3 November: “The planner's model” changed",
    ),
    "two more": (
        [saved("dependencies", {"kind": "data", "name": name}, name, NEW) for name in ("d8", "d9")],
        "since 3 November: two dependencies added",
    ),
    "an incident": (
        [said(FactKind.INCIDENT, OWNER, NEW, what="VAT & <more>")],
        "since 3 November: an incident, “VAT &amp; &lt;more&gt;”",
    ),
    "counted": (
        [
            saved("replacement", {"tried_on": "2026-11-10"}, on=NEW),
            saved("failure", {"plan": "Another"}, on=NEW),
            said(FactKind.LIVE, OWNER, "2026-11-12"),
        ],
        "since 3 November: fallback tried on 10 November, failures changed and one more",
    ),
}


@pytest.mark.parametrize(("more", "told"), CASES.values(), ids=CASES)
def test_since(more: list[Fact], told: str) -> None:
    assert since_last_time(asked(pilot(of=record(more=[SINCE, *more])))) == told


def test_it_is_counted_from_the_last_confirmation() -> None:
    again = said(FactKind.CHECKIN_CONFIRMED, OWNER, "2026-11-12", checkin=1)
    changed = saved("failure", {"plan": "Another"}, on=NEW)
    assert since_last_time(asked(pilot(of=record(more=[SINCE, changed, again])))) == "nothing new since 12 November"
