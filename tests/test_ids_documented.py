"""docs/ids.md is a contract: every id of a button, form and field stands there, and none that does not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bot.readiness.slots import GROUPS, Slot
from bot.records.tables import Draft
from bot.slack.bolt import COMMAND, SHORTCUT
from bot.slack.form_views import FORMS, Drawing, build
from bot.slack.listeners.action_table import BUTTONS, HELP, LINKS, WHEN_RETIRED
from bot.slack.listeners.form_presses import STEPS
from bot.slack.listeners.submission_table import SUBMISSIONS
from bot.slack.pages.forms.inputs import Fields
from tests.conversations.stage import stage
from tests.slack import factories

DOCS = (Path(__file__).resolve().parent.parent / "docs" / "ids.md").read_text(encoding="utf-8")
COMMANDS = {"run_command"}
"""Buttons that carry a command instead of a pilot (``listeners.actions.decide``)."""
NINE = {"form", "row"}
ABOUT = {"not_yet": "ownership", "ask_someone": "ownership", "decline": "owner", "other_question": "ownership"}
"""What a small form is opened about, where it needs that to be drawn."""


@cache
def section(heading: str) -> str:
    """The text below a heading, up to the next one of its level."""
    level = heading.split(" ")[0]
    found = re.search(rf"^{re.escape(heading)}\n(.*?)(?=^{level} |^## |\Z)", DOCS, re.MULTILINE | re.DOTALL)
    assert found is not None, f"no section {heading}"
    return found[1]


def rows(heading: str) -> list[list[str]]:
    """The cells of the table below a heading, without its head."""
    lines = [line for line in section(heading).splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def ids(cell: str) -> list[str]:
    """What stands between backticks."""
    return re.findall(r"`([^`]+)`", cell)


def first_ids(heading: str) -> list[str]:
    return [ids(cells[0])[0] for cells in rows(heading)]


def test_every_button_is_documented_and_no_other() -> None:
    assert sorted(first_ids("## Buttons")) == sorted({*BUTTONS, *HELP, *LINKS, *COMMANDS})


def test_every_button_of_the_forms_is_documented_and_no_other() -> None:
    assert sorted(first_ids("## Buttons inside the nine forms")) == sorted(STEPS)


def test_every_form_is_documented_and_no_other() -> None:
    assert sorted(first_ids("## Forms")) == sorted({*SUBMISSIONS, *FORMS})


def test_the_buttons_of_a_retired_pilot_are_those_named() -> None:
    (line,) = [line for line in DOCS.splitlines() if line.startswith("A retired pilot answers only to")]
    assert sorted(ids(line)) == sorted(WHEN_RETIRED)


def test_the_command_and_the_shortcut_are_named() -> None:
    (line,) = [line for line in DOCS.splitlines() if line.startswith("The slash command is")]
    assert ids(line) == [COMMAND, SHORTCUT]


def test_the_forms_that_cannot_be_sent_are_those_without_a_submission() -> None:
    unsent = {ids(cells[0])[0] for cells in rows("## Forms") if cells[2] == "cannot be sent"}
    assert unsent == set(FORMS) - set(SUBMISSIONS)


def small_form(form: str) -> dict[str, Any]:
    args = {"about": [ABOUT[form]]} if form in ABOUT else {}
    draft = Draft(token="t", team="T0TEAM", user=factories.BUILDER, form=form, args=args, opened_at=datetime.now(UTC))
    return build(None if form == "start" else factories.view(), Drawing(draft))


@pytest.mark.parametrize("form", sorted({*SUBMISSIONS, *FORMS} - NINE))
def test_the_fields_of_a_small_form_are_those_named(form: str) -> None:
    (cells,) = [cells for cells in rows("## Forms") if ids(cells[0])[0] == form]
    inputs = [block for block in small_form(form)["blocks"] if block["type"] == "input"]
    assert ids(cells[1]) == [block["block_id"] for block in inputs]
    assert all(block["block_id"].split(".")[0] == block["element"]["action_id"] for block in inputs)


def fields(group: str) -> Iterator[tuple[str, str, str, str]]:
    """The fields of a group as the docs' table has them: block_id, element, values, where."""
    for kind, slot in slots(group):
        where = "form" if kind is None else "row"
        for block in Fields(group, "" if kind is None else "ROW").blocks_of(slot):
            element = block["element"]
            values = " ".join(f"`{option['value']}`" for option in element.get("options", []))
            more = "; after *More fields*" if slot.more else ""
            yield block["block_id"], element["type"], values, f"{where}{': ' + kind if kind else ''}{more}"


def slots(group: str) -> Iterator[tuple[str | None, Slot]]:
    own = GROUPS[group]
    yield from ((None, slot) for slot in own.slots)
    if own.rows is not None:
        yield from ((kind, slot) for kind, declared in own.rows.slots.items() for slot in declared)


def documented(group: str) -> Iterator[tuple[str, str, str, str]]:
    """The same from the docs, a line for each kind of row that a cell names."""
    for block_id, element, values, where in rows(f"### `{group}`"):
        named = re.fullmatch(r"row: ([a-z, ]+)(;.*)?", where)
        each = [f"row: {kind}{named[2] or ''}" for kind in named[1].split(", ")] if named else [where]
        yield from ((ids(block_id)[0], element, values, one) for one in each)


@pytest.mark.parametrize("group", GROUPS)
def test_every_field_is_documented_and_no_other(group: str) -> None:
    assert sorted(documented(group)) == sorted(fields(group))


@pytest.mark.parametrize("group", GROUPS)
def test_every_slot_stands_in_the_docs(group: str) -> None:
    told = section(f"### `{group}`") + section("## Fields").split("###")[0]
    assert [slot.name for _, slot in slots(group) if f"{slot.name}`" not in told] == []


def test_the_groups_stand_in_their_order() -> None:
    assert re.findall(r"^### `(\w+)`$", DOCS, re.MULTILINE) == list(GROUPS)


def test_the_program_takes_a_pilot_to_its_verdict(tmp_path: Path) -> None:
    (program,) = re.findall(r"^```python\n(.*?)^```$", DOCS, re.MULTILINE | re.DOTALL)
    own: dict[str, Any] = {}
    exec(compile(program, "docs/ids.md", "exec"), own)
    with stage(tmp_path) as on:
        said = own["drive"](on.sandbox.url, "Invoice Coder")
    assert said.startswith("*Invoice Coder is ready to ship.* All seven checks are met")
