"""*Change details*: what is kept, who may rename, and two people at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.work import forms
from bot.work.details import Details, change_details, conflict
from bot.work.forms import Conflict
from bot.work.results import Refusal, Result
from tests.work.workspace import NGOZI, PRIYA, TOM, Workspace

AS_STARTED = Details("Invoice Coder", "", {"user": PRIYA}, None)


def opened(here: Workspace, number: int) -> int:
    """What the form has seen when it opens now."""
    return here.about(number, lambda desk, pilot: forms.revision_of(desk, pilot, "details"))


def changed(here: Workspace, number: int, wanted: Details, by: str = PRIYA) -> Result:
    return here.about(number, lambda desk, pilot: change_details(desk, pilot, by, wanted))


def meets(here: Workspace, number: int, seen: int, typed: Details, by: str = TOM) -> Conflict | None:
    return here.about(number, lambda desk, pilot: conflict(desk, pilot, by, seen, typed))


def test_only_what_differs_becomes_a_fact(here: Workspace) -> None:
    number = here.start()
    before = here.kinds(number)
    assert changed(here, number, AS_STARTED).code == "details_saved"
    assert here.kinds(number) == before
    changed(here, number, Details("Coder", "Codes invoices.", {"text": "left in September"}, date(2026, 12, 14)))
    assert here.kinds(number) == [*before, "renamed", "details", "saved", "launch"]


def test_the_name_is_for_owner_and_lead(here: Workspace) -> None:
    number = here.start()
    refused = changed(here, number, replace(AS_STARTED, name="Tom's Coder", purpose="Codes."), TOM)
    assert isinstance(refused, Refusal)
    assert refused.code == "owner_or_lead_only"
    assert here.about(number, lambda _, pilot: (pilot.name, pilot.purpose)) == ("Invoice Coder", "")
    assert changed(here, number, replace(AS_STARTED, purpose="Codes."), TOM).code == "details_saved"


def test_what_somebody_changed_meanwhile_stands_beside_what_was_typed(here: Workspace) -> None:
    number = here.start()
    seen = opened(here, number)
    changed(here, number, Details("Coder", "By Priya", {"user": NGOZI}, date(2026, 12, 14)))
    found = meets(here, number, seen, replace(AS_STARTED, purpose="By Tom"))
    assert found is not None
    assert found.fact.by == PRIYA
    assert found.theirs == {"name": "Coder", "purpose": "By Priya", "builder": NGOZI, "launch_on": "2026-12-14"}
    assert meets(here, number, opened(here, number), replace(AS_STARTED, purpose="By Tom")) is None, "once it was seen"


def test_two_who_agree_or_change_other_things_first_meet_no_conflict(here: Workspace) -> None:
    number = here.start()
    seen = opened(here, number)
    same = replace(AS_STARTED, purpose="The same")
    changed(here, number, same)
    assert meets(here, number, seen, same) is None


def test_the_other_device_of_the_same_person_is_told_apart(here: Workspace) -> None:
    number = here.start()
    seen = opened(here, number)
    changed(here, number, replace(AS_STARTED, purpose="On the phone"))
    found = meets(here, number, seen, AS_STARTED, PRIYA)
    assert found is not None
    assert found.mine
