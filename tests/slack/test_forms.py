"""The nine forms and their rows: within Slack's limits and the field budget, and read back as they were filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pytest

from bot.readiness.expected import derived_slots
from bot.readiness.facts import Record, Value
from bot.readiness.parse import parse_group
from bot.readiness.slots import GROUPS
from bot.slack.pages.forms import DraftRef, group_form, row_form
from bot.slack.pages.forms.derived import is_prefilled
from bot.slack.pages.forms.rows import rows_of, values_of_row
from bot.slack.submissions import values_of
from bot.work.view import View
from tests.readiness import pilots as made
from tests.readiness.shared_pilots import pilots, record_of
from tests.slack.factories import view
from tests.slack.filling_in import as_opened, filled
from tests.slack.limits import check_view

DRAFT = DraftRef("a-token", 12)
MOST = 7
RECORDS = {key: record_of(told) for key, told in pilots().items()}
ON = date(2026, 11, 24)
KINDS = [(key, kind) for key, group in GROUPS.items() if group.rows for kind in group.rows.slots]


def view_of(record: Record) -> View:
    return view(record, today=ON)


def own(state: View, group: str) -> dict[str, Value]:
    return {name: held.value for name, held in state.state.groups[group].slots.items()}


def rows(state: View) -> Iterator[tuple[str, str, dict[str, Value]]]:
    """Every row of every form: group, row id, values."""
    for group, declared in GROUPS.items():
        if declared.rows:
            for row, held in rows_of(state, group).items():
                yield group, row, values_of_row(held)


def inputs(form: Mapping[str, Any]) -> list[str]:
    return [block["block_id"] for block in form["blocks"] if block["type"] == "input"]


@pytest.mark.parametrize("group", GROUPS)
def test_an_empty_form_is_one_that_slack_takes(group: str) -> None:
    form = group_form(view(), group, DRAFT, {})
    assert check_view(form) == []
    assert form["callback_id"] == f"form:{group}"
    assert len(inputs(form)) <= MOST
    assert form["submit"]["text"] == "Save"


@pytest.mark.parametrize(("group", "kind"), KINDS)
@pytest.mark.parametrize("more", [False, True])
def test_an_empty_row_is_one_that_slack_takes(group: str, kind: str, more: bool) -> None:
    form = row_form(view(), group, "", kind, DRAFT, {}, more=more)
    assert check_view(form) == []
    assert form["callback_id"] == f"row:{group}"
    assert more or len(inputs(form)) <= MOST
    assert all(block_id.startswith("new.") for block_id in inputs(form))


@pytest.mark.parametrize("key", RECORDS)
@pytest.mark.parametrize("more", [False, True])
def test_every_form_of_a_shared_pilot_is_one_that_slack_takes(key: str, more: bool) -> None:
    state = view_of(RECORDS[key])
    for group in GROUPS:
        assert check_view(group_form(state, group, DRAFT, own(state, group), more=more)) == [], group
    for group, row, values in rows(state):
        form = row_form(state, group, row, str(values.get("kind") or ""), DRAFT, values, more=more)
        assert check_view(form) == [], (group, row)


@pytest.mark.parametrize("key", RECORDS)
def test_a_group_filled_in_by_hand_reads_back_as_it_was_given(key: str) -> None:
    state = view_of(RECORDS[key])
    for group, declared in GROUPS.items():
        slots = {name: value for name, value in own(state, group).items() if value is not None}
        submitted = values_of(filled(group_form(view(), group, DRAFT, {}, more=True), slots))
        values, refused = parse_group(declared, None, submitted.slots, ON)
        assert (refused, dict(submitted.wrong)) == ({}, {}), group
        assert {name: value for name, value in values.items() if value is not None} == slots, group


@pytest.mark.parametrize("key", RECORDS)
def test_a_row_filled_in_by_hand_reads_back_as_it_was_given(key: str) -> None:
    state = view_of(RECORDS[key])
    for group, row, saved in rows(state):
        kind = str(saved.get("kind") or "")
        hidden = {"kind", *derived_slots(state.state, group, row)}
        given = {name: value for name, value in saved.items() if value is not None and name not in hidden}
        form = row_form(state, group, row, kind, DRAFT, {}, more=True)
        submitted = values_of(filled(form, given))
        values, refused = parse_group(GROUPS[group], kind, submitted.rows[row], ON)
        boxes = {"logged": "no", "checked": "no"} if group == "access" else {}
        assert (refused, dict(submitted.wrong)) == ({}, {}), (group, row)
        assert {name: value for name, value in values.items() if value is not None} == {**boxes, **given}, (group, row)


@pytest.mark.parametrize("key", RECORDS)
def test_a_form_sent_as_it_opened_changes_nothing(key: str) -> None:
    state = view_of(RECORDS[key])
    for group, declared in GROUPS.items():
        saved = own(state, group)
        submitted = values_of(as_opened(group_form(state, group, DRAFT, saved, more=True)))
        values, refused = parse_group(declared, None, submitted.slots, ON)
        assert refused == {}
        assert {name: value for name, value in values.items() if value != saved.get(name)} == {}, group


def test_the_smallest_sound_pilot_can_be_filled_in_with_few_fields() -> None:
    """MODEL: Field budget. What a person fills in, not counting the second fields that stay empty."""
    state, used = view(made.record()), 0
    forms = [group_form(state, group, DRAFT, own(state, group)) for group in GROUPS]
    forms += [
        row_form(state, group, row, str(values.get("kind") or ""), DRAFT, values) for group, row, values in rows(state)
    ]
    for form in forms:
        opened = as_opened(form)["state"]["values"].values()
        used += sum(
            any(value for key, value in state.items() if key != "type") for one in opened for state in one.values()
        )
    assert used <= 53


def test_the_draft_is_all_that_a_form_carries() -> None:
    submitted = values_of(as_opened(group_form(view(), "ownership", DRAFT, {})))
    assert (submitted.callback_id, submitted.token, submitted.revision) == ("form:ownership", "a-token", 12)


def test_more_fields_open_behind_a_button_and_keep_what_is_typed_in_place() -> None:
    values = {"plan": "the runbook", "drilled_on": "2026-10-06"}
    closed = group_form(view(), "failure", DRAFT, values)
    opened = group_form(view(), "failure", DRAFT, values, more=True)
    assert "drilled_on" not in inputs(closed)
    assert "Last drill: 6 October" in str(closed)
    assert inputs(opened) == [*inputs(closed), "drilled_on"]
    assert "more_fields" in str(closed)
    assert "more_fields" not in str(opened)


def test_what_was_typed_goes_before_what_is_saved() -> None:
    saved = {"path": "by hand", "who": {"users": [made.OWNER]}}
    typed = {"path": "by hand, in the old sheet", "who": {"users": [], "rota": "Team leads"}, "tried_on": "2026-08-06"}
    submitted = values_of(as_opened(group_form(view(), "replacement", DRAFT, saved, typed=typed)))
    values, _ = parse_group(GROUPS["replacement"], None, submitted.slots, ON)
    assert values["path"] == "by hand, in the old sheet"
    assert values["who"] == {"rota": "Team leads"}
    assert values["tried_on"] == "2026-08-06"


def test_prefilled_rows_are_named_by_their_dependency_and_cannot_be_removed() -> None:
    state = view(made.record())
    access = str(group_form(state, "access", DRAFT, {}))
    assert "*From Bookings table to the bot*" in access
    assert "*The bot to The planner's model*" in access
    assert "*The bot to where the results go*" in access
    assert "remove_row" not in access
    assert all(is_prefilled(state, "access", row) for row in rows_of(state, "access"))
    form = row_form(state, "access", "d1", "", DRAFT, {})
    assert inputs(form) == ["d1.account", "d1.logged"]
    assert inputs(row_form(state, "agnostic", "d3", "", DRAFT, {})) == ["d3.setting"]


def test_rows_that_people_added_can_be_removed() -> None:
    state = view(made.record(more=[made.saved("access", {"hop": "bot to archive", "account": "a_persons"}, "h1")]))
    form = group_form(state, "access", DRAFT, {})
    row = next(block for block in form["blocks"] if block.get("block_id") == "row:h1")
    assert [(one["action_id"], one["value"]) for one in row["elements"]] == [("edit_row", "h1"), ("remove_row", "h1")]
    assert "*bot to archive*" in str(form)
    assert "Still missing: log, check of the data" in str(form)
    assert inputs(row_form(state, "access", "h1", "", DRAFT, {})) == ["h1.hop", "h1.account", "h1.logged"]


def test_a_dependency_offers_a_button_for_each_kind() -> None:
    form = group_form(view(), "dependencies", DRAFT, {})
    adds = [block["accessory"] for block in form["blocks"] if str(block.get("block_id")).startswith("add:")]
    assert [one["value"] for one in adds] == ["data", "model", "credential", "person", "other"]
    assert {one["action_id"] for one in adds} == {"add_row"}
    assert inputs(form) == []
    assert form["submit"]["text"] == "Save"
