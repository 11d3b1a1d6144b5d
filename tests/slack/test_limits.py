"""The checker of Slack's limits finds each thing that Slack refuses (the other tests of pages rely on it)."""

from __future__ import annotations

from typing import Any

import pytest

from bot.slack.pages.blocks import Block, Message, actions, button, context, input_block, option, section
from bot.slack.pages.forms.elements import text_input
from tests.slack.limits import check_message, check_view


def words(text: str, kind: str = "plain_text") -> Block:
    return {"type": kind, "text": text}


def modal(*blocks: Block, **more: Any) -> Block:
    return {"type": "modal", "title": words("Title"), "blocks": list(blocks), **more}


GO = button("Go", "go", "7")
NAME = input_block("Name", text_input("name"), "name")
TWO = [option("One", "1"), option("Two", "2")]
RADIO = {"type": "radio_buttons", "action_id": "x", "options": TWO}


def raw(text: str) -> Block:
    """A section that no helper has cut."""
    return {"type": "section", "text": words(text, "mrkdwn")}


GOOD = [Message("Hello", [section("Hello", GO), context("a"), actions(GO)]), Message("Hello"), Message("", remove=True)]
BAD_MESSAGES = {
    "no text": Message("", [section("Hello")]),
    "long text": Message("x" * 4001),
    "fifty-one blocks": Message("x", [section("a")] * 51),
    "too many characters in all": Message("x", [raw("a" * 2600)] * 4),
    "a field": Message("x", [NAME]),
    "an unknown block": Message("x", [{"type": "nonsense"}]),
    "a long section": Message("x", [raw("a" * 3001)]),
    "an empty section": Message("x", [raw("")]),
    "a section without text": Message("x", [{"type": "section"}]),
    "block ids twice": Message("x", [section("a", block_id="b"), section("a", block_id="b")]),
    "action ids twice in a block": Message("x", [actions(GO, GO)]),
    "no elements": Message("x", [actions()]),
    "a long button": Message("x", [actions({**GO, "text": words("x" * 76)})]),
    "a long label": Message("x", [actions({**GO, "accessibility_label": "x" * 76})]),
    "a long value": Message("x", [actions({**GO, "value": "x" * 2001})]),
    "markup in a button": Message("x", [actions({**GO, "text": words("x", "mrkdwn")})]),
    "a button without an id": Message("x", [actions({"type": "button", "text": words("x")})]),
    "a long header": Message("x", [{"type": "header", "text": words("x" * 151)}]),
    "six in an overflow": Message("x", [actions({"type": "overflow", "action_id": "o", "options": TWO * 3})]),
    "a long block id": Message("x", [section("a", block_id="x" * 256)]),
    "eleven in a context": Message("x", [{"type": "context", "elements": [words("x", "mrkdwn")] * 11}]),
}
BAD_VIEWS = {
    "a field without submit": modal(NAME),
    "a long title": modal(title=words("x" * 25)),
    "no title": {"type": "modal", "blocks": []},
    "a long submit": modal(NAME, submit=words("x" * 25)),
    "a hundred and one blocks": modal(*[section("a")] * 101),
    "long metadata": modal(private_metadata="x" * 3001),
    "submit at home": {"type": "home", "blocks": [], "submit": words("x")},
    "no view at all": {"type": "message", "blocks": []},
    "too large": modal(*[raw("ж" * 3000)] * 99),
    "text longer than its field": modal(
        input_block("Name", {**text_input("name", "abc"), "max_length": 2}, "name"), submit=words("Save")
    ),
    "a field of no length": modal(input_block("N", {**text_input("n"), "max_length": 0}, "n"), submit=words("Save")),
    "an option that is not there": modal(
        input_block("Which", {**RADIO, "initial_option": option("Three", "3")}, "x"), submit=words("Save")
    ),
    "nothing ticked, as a list": modal(
        input_block("Which", {**RADIO, "type": "checkboxes", "initial_options": []}, "x"), submit=words("Save")
    ),
    "an option twice": modal(input_block("Which", {**RADIO, "options": TWO * 2}, "x"), submit=words("Save")),
    "no options": modal(input_block("Which", {**RADIO, "options": []}, "x"), submit=words("Save")),
    "a long option": modal(
        input_block("Which", {**RADIO, "options": [{"text": words("x" * 76), "value": "1"}]}, "x"), submit=words("Save")
    ),
    "a button as a field": modal(input_block("Which", GO, "x"), submit=words("Save")),
    "a long confirmation": modal(actions({**GO, "confirm": {"title": words("x" * 101), "text": words("x")}})),
}


@pytest.mark.parametrize("message", GOOD)
def test_good_messages_pass(message: Message) -> None:
    assert check_message(message) == []


def test_good_views_pass() -> None:
    assert check_view(modal(section("Hello"), NAME, submit=words("Save"))) == []
    assert check_view({"type": "home", "blocks": [section("Hello", GO)]}) == []
    assert check_message(Message("Home", view={"type": "home", "blocks": [section("Hello")]})) == []


@pytest.mark.parametrize("message", BAD_MESSAGES.values(), ids=BAD_MESSAGES)
def test_bad_messages_are_found(message: Message) -> None:
    assert check_message(message) != []


@pytest.mark.parametrize("view", BAD_VIEWS.values(), ids=BAD_VIEWS)
def test_bad_views_are_found(view: Block) -> None:
    assert check_view(view) != []
