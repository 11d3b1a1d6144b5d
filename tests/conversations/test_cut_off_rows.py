"""A dependency is removed while somebody fills in what followed from it: told as a conflict, and the words stay."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conversations.told import PRIYA, Told


@pytest.fixture
def filling(alone: Told) -> tuple[Told, str]:
    """Priya has the step of a dependency open, and Tom removes that dependency; its row."""
    alone.start()
    opened(alone, "dependencies")
    assert alone.priya.press_in_modal("add_row", "data")["ok"]
    alone.form(callback_id="row:dependencies")
    assert alone.priya.submit({"new.name": "Supplier table"})["ok"]
    alone.priya.close(everything=True)
    row = str(alone.rows("select row from fact where row != ''")[0][0])
    return alone, row


def opened(told: Told, group: str, by: str = PRIYA) -> None:
    """The form of a group, opened from the checks."""
    who = told.on.person(by)
    told.open(told.card(text="*Next:*"), "see_checks", person=who)
    told.form(who, "checks")
    assert who.press_in_modal("open_form", f"1:{group}")["ok"]
    told.form(who, f"form:{group}")


def edits(told: Told, group: str, row: str) -> None:
    """Priya opens a row of the form."""
    opened(told, group)
    assert told.priya.press_in_modal("edit_row", row)["ok"]
    told.form(callback_id=f"row:{group}")


def tom_removes(told: Told, row: str) -> None:
    """Tom takes the dependency off the record."""
    opened(told, "dependencies", told.tom.id)
    assert told.tom.press_in_modal("remove_row", row)["ok"]
    told.wait(lambda: told.rows("select by from fact where kind = 'removed'"))


def saves(told: Told, group: str) -> list[tuple[Any, ...]]:
    """The rows that were saved in a group, with their slots."""
    return told.rows("select row, slots from fact where kind = 'saved' and \"group\" = ?", group)


def test_a_step_is_kept_and_becomes_one_of_its_own(filling: tuple[Told, str]) -> None:
    told, row = filling
    edits(told, "access", row)
    tom_removes(told, row)
    assert told.priya.submit({f"{row}.account": "service_limited", f"{row}.logged": ["logged"]})["ok"]
    assert "This was removed by Tom Beard at" in str(told.form(callback_id="row:access"))
    assert saves(told, "access") == []
    typed = told.priya.modal_values()
    assert typed[f"{row}.account"]["account"]["value"] == "service_limited"
    assert typed[f"{row}.hop"] == {"hop": "Supplier table"}

    assert told.priya.submit()["ok"]
    told.wait(lambda: len(saves(told, "access")) == 1)
    own, slots = saves(told, "access")[0]
    assert own != row
    assert '"hop": "Supplier table"' in str(slots)
    assert "Supplier table" in str(told.form(callback_id="form:access"))


def test_a_connection_too(filling: tuple[Told, str]) -> None:
    told, row = filling
    edits(told, "agnostic", row)
    tom_removes(told, row)
    assert told.priya.submit({f"{row}.setting": "SUPPLIERS_URL"})["ok"]
    assert "This was removed by Tom Beard at" in str(told.form(callback_id="row:agnostic"))
    assert saves(told, "agnostic") == []
    assert told.priya.submit()["ok"]
    told.wait(lambda: len(saves(told, "agnostic")) == 1)
    own, slots = saves(told, "agnostic")[0]
    assert own != row
    assert '"point": "data_source"' in str(slots)
    assert "SUPPLIERS_URL" in str(told.form(callback_id="form:agnostic"))


def test_a_bare_connection_that_got_a_dependency_of_its_own_is_told_as_well(filling: tuple[Told, str]) -> None:
    told, _ = filling
    edits(told, "agnostic", "model")
    opened(told, "dependencies", told.tom.id)
    assert told.tom.press_in_modal("add_row", "model")["ok"]
    told.form(told.tom, "row:dependencies")
    assert told.tom.submit({"new.name": "m-small-2026-05"})["ok"]
    assert told.priya.submit({"model.setting": "AP_MODEL"})["ok"]
    assert "This was removed by Tom Beard at" in str(told.form(callback_id="row:agnostic"))
    assert saves(told, "agnostic") == []
    assert told.priya.submit()["ok"]
    told.wait(lambda: len(saves(told, "agnostic")) == 1)
    assert saves(told, "agnostic")[0][0] != "model"
