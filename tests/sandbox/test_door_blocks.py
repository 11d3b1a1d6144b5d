"""The strict door for blocks: each row is something the real Slack refuses, and the code it gives."""

from __future__ import annotations

from typing import Any

import pytest

from bot.sandbox.door.contents import check_contents
from bot.sandbox.door.view_rules import check_view
from bot.sandbox.refusal import RefusalError

Json = dict[str, Any]


def plain(text: str = "x") -> Json:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str = "x") -> Json:
    return {"type": "mrkdwn", "text": text}


def button(action_id: str = "a", **more: object) -> Json:
    return {"type": "button", "action_id": action_id, "text": plain(), **more}


def actions(*elements: Json, **more: object) -> Json:
    return {"type": "actions", "elements": list(elements), **more}


def options(count: int) -> list[Json]:
    return [{"text": plain(f"o{n}"), "value": f"v{n}"} for n in range(count)]


def select(kind: str = "static_select", **more: object) -> Json:
    return {"type": kind, "action_id": "s", **more}


def asks(element: Json | None = None, **more: object) -> Json:
    return {
        "type": "input",
        "label": plain(),
        "element": element or {"type": "plain_text_input", "action_id": "i"},
        **more,
    }


SECTION = {"type": "section", "text": mrkdwn()}
LONG = {"type": "section", "text": mrkdwn("x" * 3000)}

REFUSED_IN_MESSAGES = {
    "an unknown type": {"type": "nonsense"},
    "no type": {"text": mrkdwn()},
    "an alert, which is for modals": {"type": "alert", "text": mrkdwn()},
    "an unknown property": {"type": "divider", "colour": "red"},
    "a section of nothing": {"type": "section"},
    "an empty text": {"type": "section", "text": mrkdwn("")},
    "a section's text above 3,000": {"type": "section", "text": mrkdwn("x" * 3001)},
    "emoji on mrkdwn": {"type": "section", "text": {**mrkdwn(), "emoji": True}},
    "a text object of no type": {"type": "section", "text": {"text": "x"}},
    "eleven fields": {"type": "section", "fields": [mrkdwn()] * 11},
    "a field above 2,000": {"type": "section", "fields": [mrkdwn("x" * 2001)]},
    "a text input as an accessory": {**SECTION, "accessory": {"type": "plain_text_input", "action_id": "a"}},
    "a header above 150": {"type": "header", "text": plain("x" * 151)},
    "a header in mrkdwn": {"type": "header", "text": mrkdwn()},
    "an image without alt_text": {"type": "image", "image_url": "https://e.com/x.png"},
    "an image of nothing": {"type": "image", "alt_text": "x"},
    "an image address above 3,000": {"type": "image", "alt_text": "x", "image_url": "https://" + "x" * 3000},
    "a button in a context": {"type": "context", "elements": [button()]},
    "eleven in a context": {"type": "context", "elements": [mrkdwn()] * 11},
    "an empty context": {"type": "context", "elements": []},
    "empty actions": actions(),
    "26 actions": actions(*(button(f"a{n}") for n in range(26))),
    "an action_id twice in a block": actions(button("a"), button("a")),
    "an action_id above 255": actions(button("a" * 256)),
    "a block_id above 255": {"type": "divider", "block_id": "b" * 256},
    "a button's text above 75": actions(button(text=plain("x" * 76))),
    "a button's text in mrkdwn": actions(button(text=mrkdwn())),
    "a button's value above 2,000": actions(button(value="x" * 2001)),
    "a button's address above 3,000": actions(button(url="x" * 3001)),
    "a button's label above 75": actions(button(accessibility_label="x" * 76)),
    "a button of unknown style": actions(button(style="warning")),
    "a confirmation's title above 100": actions(
        button(confirm={"title": plain("x" * 101), "text": plain(), "confirm": plain(), "deny": plain()})
    ),
    "a confirmation's text above 300": actions(
        button(confirm={"title": plain(), "text": plain("x" * 301), "confirm": plain(), "deny": plain()})
    ),
    "a confirmation's word above 30": actions(
        button(confirm={"title": plain(), "text": plain(), "confirm": plain("x" * 31), "deny": plain()})
    ),
    "a select without options": actions(select()),
    "a select with 101 options": actions(select(options=options(101))),
    "a select with options and groups": actions(
        select(options=options(1), option_groups=[{"label": plain(), "options": options(1)}])
    ),
    "an option's text above 75": actions(select(options=[{"text": plain("x" * 76), "value": "v"}])),
    "an option's value above 150": actions(select(options=[{"text": plain(), "value": "v" * 151}])),
    "an option without a value": actions(select(options=[{"text": plain()}])),
    "an initial option that is none": actions(
        select(options=options(2), initial_option={"text": plain("o9"), "value": "v9"})
    ),
    "a placeholder above 150": actions(select(options=options(1), placeholder=plain("x" * 151))),
    "an overflow of one": actions({"type": "overflow", "action_id": "o", "options": options(1)}),
    "an overflow of six": actions({"type": "overflow", "action_id": "o", "options": options(6)}),
    "eleven checkboxes": actions({"type": "checkboxes", "action_id": "c", "options": options(11)}),
    "eleven radio buttons": actions({"type": "radio_buttons", "action_id": "r", "options": options(11)}),
    "a date that is none": actions({"type": "datepicker", "action_id": "d", "initial_date": "1 May"}),
    "a time that is none": actions({"type": "timepicker", "action_id": "t", "initial_time": "25:00"}),
    "a label above 2,000": asks(label=plain("x" * 2001)),
    "a hint above 2,000": asks(hint=plain("x" * 2001)),
    "a button as an input": asks(button()),
    "an input longer than 3,000": asks({"type": "plain_text_input", "action_id": "i", "max_length": 3001}),
    "an input of length 0": asks({"type": "plain_text_input", "action_id": "i", "max_length": 0}),
    "a table of 101 rows": {"type": "table", "rows": [[{"type": "raw_text", "text": "x"}]] * 101},
    "a table of 21 columns": {"type": "table", "rows": [[{"type": "raw_text", "text": "x"}] * 21]},
    "a data table without caption": {"type": "data_table", "rows": [[mrkdwn()], [mrkdwn()]]},
    "a container of eleven": {"type": "container", "title": plain(), "child_blocks": [{"type": "divider"}] * 11},
    "a card of nothing": {"type": "card"},
    "markdown above 12,000": {"type": "markdown", "text": "x" * 12_001},
}


@pytest.mark.parametrize("block", REFUSED_IN_MESSAGES.values(), ids=REFUSED_IN_MESSAGES.keys())
def test_a_message_is_refused_for(block: Json) -> None:
    with pytest.raises(RefusalError) as refused:
        check_contents("x", [block], None)
    assert refused.value.code == "invalid_blocks"
    assert "[json-pointer:/blocks/0" in refused.value.extra["response_metadata"]["messages"][0]


REFUSED_CONTENTS = {
    "nothing at all": (("", None, None), "no_text"),
    "blocks that are no list": (("x", {"type": "divider"}, None), "invalid_blocks_format"),
    "51 blocks": (("x", [{"type": "divider"}] * 51, None), "invalid_blocks"),
    "a block_id twice": (("x", [{"type": "divider", "block_id": "b"}] * 2, None), "invalid_blocks"),
    "12,001 characters over all blocks": (("x", [LONG] * 4 + [SECTION], None),
                                          "msg_blocks_too_long"),
    "101 attachments": (("x", None, [{"text": "x"}] * 101), "too_many_attachments"),
    "attachments that are texts": (("x", None, ["x"]), "invalid_attachments"),
    "a bad block in an attachment": (("x", None, [{"blocks": [{"type": "nonsense"}]}]), "invalid_blocks"),
    "two tables": (("x", [{"type": "table", "rows": [[mrkdwn()]]}] * 2, None), "invalid_attachments"),
    "markdown beside text": (("x", None, None, "# x"), "markdown_text_conflict"),
    "markdown above 12,000": (("", None, None, "x" * 12_001), "msg_too_long"),
}  # fmt: skip


@pytest.mark.parametrize(("given", "code"), REFUSED_CONTENTS.values(), ids=REFUSED_CONTENTS.keys())
def test_contents_are_refused_for(given: tuple[Any, ...], code: str) -> None:
    with pytest.raises(RefusalError) as refused:
        check_contents(*given)
    assert refused.value.code == code


def modal(*blocks: Json, **more: object) -> Json:
    return {"type": "modal", "title": plain(), "blocks": list(blocks), **more}


REFUSED_VIEWS = {
    "no title": ({"type": "modal", "blocks": []}, "modal"),
    "a title above 24": (modal(title=plain("x" * 25)), "modal"),
    "a submit above 24": (modal(submit=plain("x" * 25)), "modal"),
    "a close above 24": (modal(close=plain("x" * 25)), "modal"),
    "an input without submit": (modal(asks()), "modal"),
    "private_metadata above 3,000": (modal(private_metadata="x" * 3001), "modal"),
    "a callback_id above 255": (modal(callback_id="x" * 256), "modal"),
    "an external_id above 255": (modal(external_id="x" * 256), "modal"),
    "101 blocks": (modal(*[{"type": "divider"}] * 101), "modal"),
    "blocks that are no list": ({**modal(), "blocks": {}}, "modal"),
    "markdown in a modal": (modal({"type": "markdown", "text": "x"}), "modal"),
    "a table in a modal": (modal({"type": "table", "rows": [[mrkdwn()]]}), "modal"),
    "a container in a modal": (modal({"type": "container", "title": plain(), "child_blocks": [SECTION]}), "modal"),
    "a home as a modal": ({"type": "home", "blocks": []}, "modal"),
    "a modal as a home": (modal(), "home"),
    "a title on a home": ({"type": "home", "title": plain(), "blocks": []}, "home"),
    "a submit on a home": ({"type": "home", "submit": plain(), "blocks": []}, "home"),
    "a table on a home": ({"type": "home", "blocks": [{"type": "table", "rows": [[mrkdwn()]]}]}, "home"),
    "an alert on a home": ({"type": "home", "blocks": [{"type": "alert", "text": mrkdwn()}]}, "home"),
    "a block_id twice": (modal({"type": "divider", "block_id": "b"}, {"type": "divider", "block_id": "b"}), "modal"),
    "no view": (None, "modal"),
}


@pytest.mark.parametrize(("view", "surface"), REFUSED_VIEWS.values(), ids=REFUSED_VIEWS.keys())
def test_a_view_is_refused_for(view: Any, surface: str) -> None:
    with pytest.raises(RefusalError) as refused:
        check_view(view, surface)
    assert refused.value.code == "invalid_arguments"
    assert refused.value.extra["response_metadata"]["messages"]


def test_a_view_above_250_kilobytes_is_too_large() -> None:
    big = [{"type": "section", "text": mrkdwn("x" * 3000)}] * 90
    with pytest.raises(RefusalError) as refused:
        check_view(modal(*big), "modal")
    assert refused.value.code == "view_too_large"


TAKEN = [
    SECTION,
    {"type": "section", "fields": [mrkdwn("x" * 2000)] * 2, "accessory": button()},
    {"type": "header", "text": plain("x" * 150)},
    {"type": "divider"},
    {"type": "context", "elements": [mrkdwn(), {"type": "image", "alt_text": "x", "image_url": "https://e.com/x.png"}]},
    actions(*(button(f"a{n}") for n in range(25))),
    actions(select(options=options(100)), select("users_select", action_id="u"), button(style="primary", value="v")),
    actions({"type": "checkboxes", "action_id": "c", "options": options(10), "initial_options": options(2)}),
    asks({"type": "plain_text_input", "action_id": "i", "multiline": True, "max_length": 3000}),
    asks({"type": "number_input", "action_id": "i", "is_decimal_allowed": False, "min_value": "1"}),
    asks({"type": "datepicker", "action_id": "i", "initial_date": "2026-03-29"}, optional=True),
    {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "x"}]}]},
    {"type": "table", "rows": [[{"type": "raw_text", "text": "x"}]]},
]


@pytest.mark.parametrize("block", TAKEN, ids=lambda b: str(b["type"]))
def test_what_slack_takes_is_taken_and_gets_ids(block: Json) -> None:
    checked = check_contents("x", [block], None).blocks[0]
    assert checked["block_id"]
    assert {k: v for k, v in checked.items() if k != "block_id"} == block


def test_a_text_above_40000_is_cut_and_a_missing_one_is_taken_from_the_blocks() -> None:
    assert len(check_contents("x" * 40_001, None, None).text) == 40_000
    assert check_contents("", [SECTION], None).text == "x"


def test_a_response_url_may_carry_more_characters() -> None:
    long = [{"type": "section", "text": mrkdwn("x" * 3000)}] * 5
    assert len(check_contents("x", long, None, capped=False).blocks) == 5
