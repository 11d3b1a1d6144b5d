"""Every way in has a listener and every listener a way in: the manifest, the buttons of all pages, the forms."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bot.readiness.slots import GROUPS
from bot.slack.bolt import COMMAND, SHORTCUT
from bot.slack.form_views import FORMS
from bot.slack.listeners.action_table import BUTTONS, HELP, LINKS, WHEN_RETIRED
from bot.slack.listeners.command_table import COMMANDS
from bot.slack.listeners.events import EVENTS
from bot.slack.listeners.form_presses import STEPS
from bot.slack.listeners.submission_table import SUBMISSIONS
from bot.slack.pages import forms, help, home, listing, refusals, status
from bot.slack.pages.forms.words import ADD
from tests.slack import test_forms_small, test_pages_junk
from tests.slack.factories import pilot, view

ROOT = Path(__file__).resolve().parents[2]
MANIFEST = json.loads((ROOT / "manifest.json").read_text(encoding="utf-8"))
PAGES = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "bot" / "slack" / "pages").rglob("*.py"))
PRESSED = {*BUTTONS, *HELP, *LINKS, *STEPS, "run_command"}
SHOW_ONLY = {"checks", "more"}
"""Modals with nothing to send."""


def test_every_command_and_shortcut_of_the_manifest_is_listened_to_and_the_reverse() -> None:
    assert [one["command"] for one in MANIFEST["features"]["slash_commands"]] == [COMMAND]
    assert [one["callback_id"] for one in MANIFEST["features"]["shortcuts"]] == [SHORTCUT]


def test_every_event_of_the_manifest_is_listened_to_and_the_reverse() -> None:
    asked = {
        re.sub(r"^message\..*", "message", name) for name in MANIFEST["settings"]["event_subscriptions"]["bot_events"]
    }
    assert asked - {*EVENTS, "message"} == set()
    assert set(EVENTS) - asked == set()


def test_every_command_is_in_help_and_help_names_no_other() -> None:
    page = help.help_all().text
    named = set(re.findall(r"`(\w+)(?= |`)", page)) - {"shipready"}
    assert set(COMMANDS) - named == set()
    assert named - set(COMMANDS) == set()


def elements(node: object) -> Iterator[Mapping[str, Any]]:
    """Every element with an action_id, anywhere in a page."""
    if isinstance(node, Mapping):
        if "action_id" in node:
            yield node
        for inner in node.values():
            yield from elements(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from elements(inner)


@cache
def pages() -> dict[str, Any]:
    """Every page and form, as blocks."""
    everything = test_pages_junk.hostile("AP Invoice Coder")
    made: dict[str, Any] = {name: make(everything).blocks for name, make in test_pages_junk.PAGES.items()}
    for state, make_view in test_forms_small.VIEWS.items():
        shown = make_view()
        made |= {f"{name} {state}": make(shown)["blocks"] for name, (make, _) in test_forms_small.FORMS.items()}
        made |= {f"form:{key} {state}": forms.group_form(shown, key, forms.DraftRef(), {}) for key in GROUPS}
        made[f"listing {state}"] = listing.listing([shown]).blocks
        made[f"status {state}"] = status.status(shown).blocks
        made[f"home {state}"] = home.home([shown], shown.pilot.lead, "Priya").view
    made |= {"help": help.help_page().blocks, "unknown": help.unknown("stauts", sorted(COMMANDS)).blocks}
    made["guest"] = refusals.guest(pilot(), "Acme", "Priya").blocks
    made["first home"] = home.home([], "U0NEW0001", "Nora").view
    return made


@pytest.mark.parametrize("name", pages())
def test_every_button_of_a_page_is_listened_to(name: str) -> None:
    shown = [one for one in elements(pages()[name]) if one["type"] in ("button", "overflow")]
    assert {one["action_id"] for one in shown} - PRESSED == set()


def test_every_listener_of_a_button_has_one_somewhere() -> None:
    written = set(re.findall(r'"(\w+)"', PAGES))
    assert PRESSED - written == set()


def test_every_form_that_can_be_sent_has_a_submission_and_the_reverse() -> None:
    opened = {*FORMS, "start"}
    assert opened - SHOW_ONLY - set(SUBMISSIONS) == set()
    assert set(SUBMISSIONS) - opened == set()


def test_forms_that_only_show_have_nothing_to_send() -> None:
    assert "submit" not in forms.checks_view(view(), forms.DraftRef())
    assert "submit" not in forms.more_view(view(), forms.DraftRef())


def test_every_kind_of_row_can_be_added() -> None:
    kinds = {kind or key for key, group in GROUPS.items() if group.rows for kind in group.rows.slots}
    assert kinds - set(ADD) <= {"access", "agnostic"}, "those two list what the dependencies are"


def test_what_a_retired_pilot_still_answers_to_are_buttons() -> None:
    assert WHEN_RETIRED - set(BUTTONS) == set()


def test_every_id_is_in_the_contract() -> None:
    told = (ROOT / "docs" / "ids.md").read_text(encoding="utf-8")
    names = {*BUTTONS, *HELP, *LINKS, *STEPS, *(form for form in SUBMISSIONS if form not in ("form", "row"))}
    assert {name for name in names if not re.search(rf"\b{name}\b", told)} == set()
