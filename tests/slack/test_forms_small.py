"""The small forms: within Slack's limits whatever the names are, and with the ids that the work reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from bot.readiness.facts import FactKind
from bot.readiness.slots import CONVERSATIONS
from bot.slack.pages import forms
from bot.slack.pages.forms import DraftRef
from bot.slack.submissions import text_in, values_of
from bot.work.view import View
from tests.readiness.pilots import BUILDER, OWNER, REVIEWER, record, said
from tests.slack.factories import reply, view
from tests.slack.filling_in import as_opened, filled
from tests.slack.limits import check_view

DRAFT = DraftRef("a-token", 3)
FORMS: dict[str, tuple[Callable[[View], Mapping[str, Any]], list[str]]] = {
    "start": (
        lambda _: forms.start_form(DRAFT, BUILDER),
        ["channel", "name", "purpose", "builder", "builder.text", "launch_on"],
    ),
    "details": (lambda v: forms.details_form(v, DRAFT), ["name", "purpose", "builder", "builder.text", "launch_on"]),
    "not_yet": (lambda v: forms.not_yet_form(v, DRAFT, "review"), ["who", "by_when"]),
    "ask_someone": (lambda v: forms.ask_someone_form(v, DRAFT, "review"), ["user"]),
    "decline": (lambda v: forms.decline_form(v, DRAFT, "owner"), ["reason"]),
    "not_quite": (lambda v: forms.not_quite_form(v, DRAFT), ["reason"]),
    "other_question": (lambda v: forms.other_question_form(v, DRAFT), ["conversation"]),
    "which_question": (lambda v: forms.which_question_form(v, DRAFT), ["conversation"]),
    "save_all": (lambda v: forms.save_all_form(v, DRAFT), []),
    "incident": (lambda v: forms.incident_form(v, DRAFT), ["what", "since", "light"]),
    "shipped_anyway": (
        lambda v: forms.shipped_anyway_form(v, DRAFT, BUILDER, 90),
        ["decider", "why", "until", "second"],
    ),
    "move": (lambda v: forms.move_form(v, DRAFT), ["channel"]),
    "lead": (lambda v: forms.lead_form(v, DRAFT), ["user"]),
    "rename": (lambda v: forms.rename_form(v, DRAFT), ["name"]),
    "retire": (lambda v: forms.retire_form(v, DRAFT), ["reason"]),
    "checks": (lambda v: forms.checks_view(v, DRAFT), []),
    "more": (lambda v: forms.more_view(v, DRAFT), []),
}
EVIL = "<!channel> " + "∑" * 200
VIEWS = {
    "new": lambda: view(),
    "sound": lambda: view(record()),
    "blocked": lambda: view(record({("tests", "", "bad"): 0, ("ownership", "", "backup"): None}, clicks=())),
    "hostile names": lambda: view(
        record(), name=EVIL, purpose=EVIL * 10, names=dict.fromkeys([BUILDER, OWNER, REVIEWER], EVIL)
    ),
}


@pytest.mark.parametrize("state", VIEWS)
@pytest.mark.parametrize("form", FORMS)
def test_each_is_one_that_slack_takes(form: str, state: str) -> None:
    made, ids = FORMS[form]
    opened = made(VIEWS[state]())
    assert check_view(opened) == []
    assert opened["callback_id"] == form
    assert [block["block_id"] for block in opened["blocks"] if block["type"] == "input"] == ids
    assert len(ids) <= 7
    assert "<!channel>" not in " ".join(_markup(opened))


def _markup(node: Any) -> list[str]:
    if isinstance(node, dict):
        return (
            [node["text"]] if node.get("type") == "mrkdwn" else [text for one in node.values() for text in _markup(one)]
        )
    return [text for one in node for text in _markup(one)] if isinstance(node, list) else []


def test_details_open_as_they_are_and_take_words_for_the_builder() -> None:
    opened = forms.details_form(view(record()), DRAFT)
    submitted = values_of(as_opened(opened))
    assert submitted.slots["name"] == "AP Invoice Coder"
    assert submitted.slots["builder"] == BUILDER
    assert submitted.slots["launch_on"] == "2026-12-14"
    state = values_of(as_opened(opened) | {"state": {"values": {
        "builder": {"builder": {"type": "users_select", "selected_user": None}},
        "builder.text": {"builder": {"type": "plain_text_input", "value": " left in September "}},
    }}})  # fmt: skip
    assert (state.slots["builder"], text_in(state, "builder")) == (None, "left in September")


def test_a_builder_kept_as_words_opens_as_words() -> None:
    told = said(FactKind.SAVED, BUILDER, group="builder", text="an agency")
    opened = forms.details_form(view(record(more=[told])), DRAFT)
    assert text_in(values_of(as_opened(opened)), "builder") == "an agency"


def test_a_pilot_started_in_a_channel_is_not_asked_for_one() -> None:
    assert "conversations_select" not in str(forms.start_form(DRAFT, BUILDER, "C0PILOT"))


def test_not_yet_says_what_was_noted_and_opens_with_it() -> None:
    noted = said(FactKind.NOT_YET, BUILDER, on="2026-11-20", group="review", who=OWNER, by_when="2026-12-01")
    opened = forms.not_yet_form(view(record(more=[noted])), DRAFT, "review")
    assert "nobody reviews the output yet" in str(opened)
    assert dict(values_of(as_opened(opened)).slots) == {"who": OWNER, "by_when": "2026-12-01"}


def test_which_of_the_five_is_read_back() -> None:
    opened = forms.other_question_form(view(record()), DRAFT)
    for group in CONVERSATIONS:
        assert text_in(values_of(filled(opened, {"conversation": group.key})), "conversation") == group.key


def test_decline_names_who_asked() -> None:
    assert "Anything Priya should know?" in str(forms.decline_form(view(record()), DRAFT, "owner"))


def test_save_all_shows_what_it_will_save_and_from_which_replies() -> None:
    state = view(entries=[reply("ownership", f"<@{OWNER}> owns it, <@{REVIEWER}> steps in.")])
    opened = str(forms.save_all_form(state, DRAFT))
    assert "Owner: Ngozi Okonkwo" in opened
    assert "From one reply by Priya Raman, 10:12" in opened
    assert forms.save_all_form(state, DRAFT)["submit"]["text"] == "Save all as read"


def test_save_all_with_nothing_waiting_has_nothing_to_send() -> None:
    assert "submit" not in forms.save_all_form(view(record()), DRAFT)


def test_the_checks_open_every_form_that_feeds_them() -> None:
    opened = forms.checks_view(view(), DRAFT)
    assert [value.split(":")[1] for value in _values(opened, "open_form")] == [
        "ownership", "dependencies", "failure", "replacement", "playbook", "review", "access", "tests", "agnostic",
    ]  # fmt: skip
    assert str(opened).count("* · not answered") == 7


def test_more_offers_what_can_be_done_now() -> None:
    state = view(record(clicks=()))
    offered = _actions(forms.more_view(state, DRAFT))
    assert offered[:3] == ["remind", "remind", "remind"]
    assert {"change_details", "get_record", "live", "incident", "lead", "rename", "move", "retire"} < set(offered)
    last = max(fact.id for fact in state.record.facts if fact.kind is FactKind.SAVED)
    assert _values(forms.more_view(state, DRAFT), "undo_save") == [f"7:{last}"]
    assert "reopen" not in offered


def test_more_of_a_retired_pilot_offers_to_reopen_it() -> None:
    assert _actions(forms.more_view(view(record(), state="retired"), DRAFT)) == ["reopen", "get_record", "undo_save"]


def test_more_lets_somebody_give_the_right_to_stop_it() -> None:
    no = said(FactKind.DECLINED, REVIEWER, on="2026-11-20", role="reviewer", may_stop="no")
    assert _values(forms.more_view(view(record(more=[no])), DRAFT), "given_now") == ["7:reviewer"]


def test_more_lets_somebody_agree_that_nothing_is_needed() -> None:
    nothing = {("replacement", "", slot): None for slot in ("path", "who", "trigger", "tried_on")}
    state = view(record({**nothing, ("replacement", "", "nothing_needed"): "yes"}))
    assert _values(forms.more_view(state, DRAFT), "agree_nothing") == ["7"]


def test_what_was_typed_stays_in_sight_when_a_form_cannot_be_sent() -> None:
    opened = forms.group_form(view(), "replacement", DRAFT, {})
    given = {"path": "clerks key <by hand>", "who": {"rota": "AP clerks"}, "tried_on": "2026-10-10"}
    kept = forms.typed_words(values_of(filled(opened, given)))
    assert kept == ("clerks key <by hand>", "AP clerks")
    shown = forms.said("That did not work.", [*kept, "x" * 9000])
    assert check_view(shown) == []
    assert "clerks key &lt;by hand&gt;" in str(shown)


def test_a_sentence_alone_is_a_view_that_slack_takes() -> None:
    assert check_view(forms.said("It is closed.")) == []


def _actions(opened: Mapping[str, Any]) -> list[str]:
    return [block["accessory"]["action_id"] for block in opened["blocks"] if "accessory" in block]


def _values(opened: Mapping[str, Any], action_id: str) -> list[str]:
    buttons = [one for block in opened["blocks"] for one in (block.get("accessory"), *block.get("elements", ())) if one]
    return [one["value"] for one in buttons if one.get("action_id") == action_id]
