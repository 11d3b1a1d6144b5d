"""Reading a form back: two ways merged, errors at the field, and no payload that raises."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.readiness.parse import Refused, parse_group
from bot.readiness.slots import GROUPS
from bot.slack.pages.filling import Names
from bot.slack.pages.forms import DraftRef, group_form, row_form
from bot.slack.pages.forms.errors import VALUES, parse_error, refused, sentence
from bot.slack.submissions import Submitted, channel_in, text_in, token_of, values_of
from bot.work.results import Refusal
from tests.readiness.pilots import BUILDER, OWNER
from tests.slack.factories import view
from tests.slack.filling_in import as_opened

ON = date(2026, 11, 24)
DRAFT = DraftRef("tok_en-1", 9)


def sent(**blocks: Any) -> dict[str, Any]:
    """A form whose fields are named like ``d1__name`` for the block ``d1.name``."""
    return {"state": {"values": {block.replace("__", "."): actions for block, actions in blocks.items()}}}


def day(value: str | None) -> dict[str, Any]:
    return {"type": "datepicker", "selected_date": value}


def boxes(*values: str) -> dict[str, Any]:
    return {"type": "checkboxes", "selected_options": [{"value": value} for value in values]}


def line(value: str | None) -> dict[str, Any]:
    return {"type": "plain_text_input", "value": value}


def person(value: str | None) -> dict[str, Any]:
    return {"type": "users_select", "selected_user": value}


def rotated(date_given: str | None, *ticked: str) -> Submitted:
    return values_of(
        sent(d3__rotated_on={"rotated_on": day(date_given)}, d3__rotated_on__managed={"rotated_on": boxes(*ticked)})
    )


@pytest.mark.parametrize(
    ("date_given", "ticked", "raw"),
    [("2026-11-03", (), "2026-11-03"), (None, ("managed",), "managed"), (None, (), None)],
)
def test_a_word_stands_in_for_an_empty_date(date_given: str | None, ticked: tuple[str, ...], raw: str | None) -> None:
    submitted = rotated(date_given, *ticked)
    assert dict(submitted.rows["d3"]) == {"rotated_on": raw}
    assert submitted.wrong == {}


def test_a_date_and_a_word_together_are_for_the_person_to_settle() -> None:
    submitted = rotated("2026-11-03", "managed")
    assert submitted.wrong == {"rotated_on.managed": "both_given"}
    assert parse_error("both_given") == "Choose one: empty this field or the one beside it."


def test_a_person_and_a_rota_together_are_refused_at_the_field() -> None:
    blocks = sent(f1__who={"who": person(OWNER)}, f1__who__rota={"who": line("on-call")})
    values, wrong = parse_group(GROUPS["failure"], "", values_of(blocks).rows["f1"], ON)
    assert values == {}
    assert {slot: found.code for slot, found in wrong.items()} == {"who": "both_given"}


def test_the_order_of_fields_in_the_payload_does_not_matter() -> None:
    blocks = sent(
        who__rota={"who": line("AP clerks")}, who={"who": {"type": "multi_users_select", "selected_users": []}}
    )
    values, wrong = parse_group(GROUPS["replacement"], None, values_of(blocks).slots, ON)
    assert (values, wrong) == ({"who": {"rota": "AP clerks"}}, {})


def test_boxes_that_are_not_ticked_mean_no() -> None:
    submitted = values_of(sent(d1__logged={"logged": boxes("checked")}))
    assert dict(submitted.rows["d1"]) == {"logged": "no", "checked": "yes"}


def test_a_choice_with_one_word_is_a_box() -> None:
    assert values_of(sent(nothing_needed={"nothing_needed": boxes("yes")})).slots == {"nothing_needed": "yes"}
    assert values_of(sent(nothing_needed={"nothing_needed": boxes()})).slots == {"nothing_needed": None}


def test_buttons_in_a_form_are_no_values() -> None:
    assert values_of(sent(buttons={"more_fields": {"type": "button", "value": "x"}})) == Submitted()


def test_a_date_still_to_come_is_refused_in_words() -> None:
    values, wrong = parse_group(GROUPS["tests"], None, {"last_run_on": "2026-12-01", "good": "-1"}, ON)
    assert values == {}
    assert parse_error(wrong["last_run_on"].code) == "That day is still to come. Put the last day it was done."
    assert parse_error(wrong["good"].code) == "That number is too small."


def test_every_code_of_the_parser_has_a_sentence() -> None:
    told = (Refused.__doc__ or "").partition("Codes:")[2].replace(".", "").split(",")
    assert {code.strip() for code in told} == set(VALUES)


def test_the_builder_as_reviewer_is_refused_with_the_name() -> None:
    said = refused(Refusal("reviewer_is_builder", {"user": BUILDER}), Names({BUILDER: "Priya Raman"}))
    assert said.startswith("Priya Raman built it, so the reviewer has to be someone else.")
    assert "*" not in said


def test_a_sentence_without_a_pilot_has_no_markup() -> None:
    assert sentence("not_in_target", channel="C0FINANCE").startswith(
        "I'm not in that channel yet. Type /invite @Shipready"
    )
    assert sentence("name_taken", name="A & B") == "A & B has a thread in this channel already. Choose another name."


def test_ids_are_taken_only_as_slack_writes_them() -> None:
    channel = {"type": "conversations_select", "selected_conversation": "C0FINANCE"}
    assert channel_in(values_of(sent(channel={"channel": channel})), "channel") == "C0FINANCE"
    assert channel_in(Submitted(slots={"channel": "'; drop table"}), "channel") == ""
    assert channel_in(Submitted(slots={"channel": {"a": 1}}), "channel") == ""
    assert text_in(Submitted(slots={"name": ["x"]}), "name") == ""


@pytest.mark.parametrize(
    "metadata",
    ["", "x", "[" * 3000, "{}", "[1]", '{"draft": 3, "revision": "9"}', '{"draft": "a b", "revision": true}',
     '{"draft": "\\ud800", "revision": -1}', '{"draft": "", "revision": 1e400}', json.dumps({"revision": 2**70}),
     7, None],
)  # fmt: skip
def test_metadata_that_is_not_ours_names_no_draft(metadata: object) -> None:
    submitted = values_of({"private_metadata": metadata, "callback_id": "form:../../etc"})
    assert (submitted.token, submitted.revision, submitted.callback_id) == ("", 0, "")


def test_the_token_is_read_from_any_form() -> None:
    assert token_of(group_form(view(), "tests", DRAFT, {})) == "tok_en-1"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)


@given(JSON)
def test_no_payload_raises(payload: Any) -> None:
    submitted = values_of(payload)
    assert isinstance(submitted.slots, dict)
    assert token_of(payload) == submitted.token


FORMS = [group_form(view(), key, DRAFT, {}, more=True) for key in ("ownership", "review", "replacement", "access")] + [
    row_form(view(), "dependencies", "d1", "model", DRAFT, {}, more=True),
    row_form(view(), "failure", "f1", "", DRAFT, {}),
    row_form(view(), "access", "h1", "", DRAFT, {}),
]


@given(st.data())
def test_a_form_with_junk_anywhere_in_it_never_raises(data: st.DataObject) -> None:
    form = as_opened(data.draw(st.sampled_from(FORMS)))
    values = form["state"]["values"]
    for block_id in data.draw(st.lists(st.sampled_from(sorted(values)), max_size=4)):
        slot = next(iter(values[block_id]), "")
        kind = values[block_id][slot].get("type") if isinstance(values[block_id].get(slot), dict) else "datepicker"
        keys = st.sampled_from(
            ["type", "value", "selected_date", "selected_option", "selected_options", "selected_users"]
        )
        junk = {"type": kind, **data.draw(st.dictionaries(keys, JSON, max_size=4))}
        values[block_id] = {slot: data.draw(st.sampled_from([junk, None, 3, {}, []]))}
    submitted = values_of(form)
    group = GROUPS[form["callback_id"].split(":")[1]]
    for raw in (submitted.slots, *submitted.rows.values()):
        for kind in (None, "", "model"):
            _, wrong = parse_group(group, kind, raw, ON)
            assert {found.code for found in wrong.values()} <= set(VALUES)


@given(st.text(max_size=30), st.text(max_size=15))
def test_any_block_and_action_ids_are_taken_or_left(block_id: str, action_id: str) -> None:
    submitted = values_of({"state": {"values": {block_id: {action_id: line("words")}}}})
    places = [submitted.slots, *submitted.rows.values()]
    assert all(action_id in place or not place for place in places)
