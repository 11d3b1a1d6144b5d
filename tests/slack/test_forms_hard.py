"""Forms under load: long texts, markup in names, sixty rows, two people at once."""

from __future__ import annotations

from typing import Any

import pytest

from bot.readiness.facts import Fact, FactKind
from bot.readiness.slots import GROUPS, Kind
from bot.slack.pages.forms import DraftRef, group_form, row_form
from bot.slack.pages.forms.rows import PAGE
from bot.work.forms import Conflict
from bot.work.view import View
from tests.readiness.pilots import BACKUP, OWNER, moment, record, said, saved
from tests.slack.factories import reply, view
from tests.slack.limits import check_view

DRAFT = DraftRef("a-token", 12)
EVIL = "*bold* <!channel> <@U0EVIL> & <https://evil.example|bank> `x`"
NAMES = {"evil": EVIL, "long": "Ж" * 5000, "right to left": "מערכת חשבוניות", "lines": "a\nb\nc\n" * 500}


def rows_of(form: dict[str, Any]) -> list[str]:
    return [block["block_id"][4:] for block in form["blocks"] if str(block.get("block_id")).startswith("row:")]


def full_of(text: str) -> View:
    """A pilot whose every text is this one."""
    more: list[Fact] = []
    for group, declared in GROUPS.items():
        texts = {slot.name: text for slot in declared.slots if slot.kind is Kind.TEXT}
        more.append(saved(group, texts))
        for number, (kind, slots) in enumerate(declared.rows.slots.items() if declared.rows else ()):
            named = {slot.name: text for slot in slots if slot.kind is Kind.TEXT} | ({"kind": kind} if kind else {})
            more.append(saved(group, named, f"x{number}"))
    return view(record(more=more), name=text, names={OWNER: text, BACKUP: text})


@pytest.mark.parametrize("text", NAMES.values(), ids=NAMES)
def test_any_text_makes_forms_that_slack_takes(text: str) -> None:
    state = full_of(text)
    for group, declared in GROUPS.items():
        own = {name: held.value for name, held in state.state.groups[group].slots.items()}
        assert check_view(group_form(state, group, DRAFT, own, more=True)) == []
        for row, held in state.state.groups[group].rows.items():
            values = {name: one.value for name, one in held.slots.items()}
            assert (
                check_view(row_form(state, group, row, str(values.get("kind") or ""), DRAFT, values, more=True)) == []
            )
        assert declared.key == group


def test_names_and_entries_are_escaped_where_slack_reads_markup() -> None:
    state = full_of(EVIL)
    theirs = Conflict(Fact(moment("2026-11-24"), OWNER, FactKind.SAVED, "playbook"), {"detection": EVIL})
    forms = [
        group_form(state, group, DRAFT, {}, conflict=theirs, typed={"detection": "mine"}, more=True) for group in GROUPS
    ]
    for text in (one for form in forms for one in marked_up(form)):
        assert "<!channel>" not in text
        assert "<@U0EVIL>" not in text
        assert "<https" not in text


def marked_up(node: Any) -> list[str]:
    if isinstance(node, list):
        return [text for one in node for text in marked_up(one)]
    if not isinstance(node, dict):
        return []
    return (
        [node["text"]] if node.get("type") == "mrkdwn" else [text for one in node.values() for text in marked_up(one)]
    )


def test_sixty_rows_are_paged_by_eight() -> None:
    facts = [saved("failure", {"what": f"failure {number}", "loudness": "quiet"}, f"f{number}") for number in range(60)]
    state = view(record({("failure", "f1", "what"): None}, more=facts))
    seen: list[str] = []
    for page in range(8):
        form = group_form(state, "failure", DRAFT, {}, page=page)
        assert check_view(form) == []
        assert len(rows_of(form)) <= PAGE
        seen += rows_of(form)
    assert sorted(seen) == sorted(f"f{number}" for number in range(60))


def test_pages_lead_to_each_other_and_none_lies_beyond_the_last() -> None:
    facts = [saved("failure", {"what": f"failure {number}"}, f"f{number}") for number in range(20)]
    state = view(record(more=facts))
    middle, beyond = (group_form(state, "failure", DRAFT, {}, page=page) for page in (1, 99))
    turns = [block for block in middle["blocks"] if str(block.get("block_id")).startswith("page:")]
    assert [block["accessory"]["value"] for block in turns] == ["0", "2"]
    assert [block["text"]["text"] for block in turns] == ["Before these: 1 to 8 of 20", "After these: 17 to 20 of 20"]
    assert len(rows_of(beyond)) == 4


def test_fields_of_two_people_stand_side_by_side() -> None:
    fact = Fact(moment("2026-11-24", 14), BACKUP, FactKind.SAVED, "playbook")
    conflict = Conflict(fact, {"detection": "the alert", "retention_days": None})
    typed = {"detection": "the Monday sample", "retention_days": "90"}
    form = group_form(view(record()), "playbook", DRAFT, {}, conflict=conflict, typed=typed)
    assert check_view(form) == []
    ids = [block.get("block_id") for block in form["blocks"]]
    below = form["blocks"][ids.index("detection") + 1]
    assert below["elements"][0]["text"] == "Tom Beard, 14:00: *the alert*"
    assert form["blocks"][ids.index("retention_days") + 1]["elements"][0]["text"] == "Tom Beard, 14:00: *left empty*"
    assert form["blocks"][ids.index("detection")]["element"]["initial_value"] == "the Monday sample"
    assert "Tom Beard saved this form at 14:00 while you were writing." in form["blocks"][1]["text"]["text"]


def test_the_other_entry_stands_below_both_fields_of_a_slot_with_two() -> None:
    fact = Fact(moment("2026-11-20", 14), BACKUP, FactKind.SAVED, "dependencies", "d3")
    conflict = Conflict(fact, {"rotated_on": "managed"})
    form = row_form(
        view(record()),
        "dependencies",
        "d3",
        "credential",
        DRAFT,
        {},
        typed={"rotated_on": "2026-11-03"},
        conflict=conflict,
    )
    ids = [block.get("block_id") for block in form["blocks"]]
    below = form["blocks"][ids.index("d3.rotated_on.managed") + 1]
    assert below["elements"][0]["text"] == "Tom Beard, 20 November 2026, 14:00: *It changes by itself*"


def test_both_boxes_of_a_step_show_what_the_other_person_ticked() -> None:
    fact = Fact(moment("2026-11-24", 14), BACKUP, FactKind.SAVED, "access", "d1")
    conflict = Conflict(fact, {"logged": "no", "checked": "no"})
    form = row_form(view(record()), "access", "d1", "", DRAFT, {}, typed={"logged": "yes"}, conflict=conflict)
    assert "no log" in str(form)
    assert "data not checked" in str(form)


def test_rows_read_in_the_thread_are_shown_before_they_are_saved() -> None:
    words = "Bookings table, ours. Model m-small-2026-05, contract to 31 March 2028. Account rota-svc."
    state = view(entries=[reply("dependencies", words)])
    assert state.readings["dependencies"].rows
    form = group_form(state, "dependencies", DRAFT, {})
    assert check_view(form) == []
    assert "not on the list yet" in str(form)
    assert "take_rows" in str(form)


def test_a_form_says_where_its_entries_come_from() -> None:
    state = view(entries=[reply("ownership", f"<@{OWNER}> owns it, <@{BACKUP}> steps in.")])
    form = group_form(state, "ownership", DRAFT, {})
    assert "From one reply by Priya Raman, 10:12. It is saved when you press *Save*." in str(form)


def test_a_form_says_that_not_yet_was_noted() -> None:
    noted = said(FactKind.NOT_YET, OWNER, on="2026-11-20", group="tests")
    form = group_form(view(record(more=[noted])), "tests", DRAFT, {})
    assert "Noted by Ngozi Okonkwo on 20 November: there are no tests yet." in str(form)


def test_a_form_says_what_an_edited_reply_reads_now() -> None:
    edited = said(FactKind.TO_CONFIRM, "", on="2026-11-20", group="ownership", owner=BACKUP)
    form = group_form(view(record(more=[edited])), "ownership", DRAFT, {})
    assert "Owner: Tom Beard instead of Ngozi Okonkwo. *Save* confirms what stands here." in str(form)


def test_a_row_of_a_kind_that_does_not_exist_still_opens() -> None:
    assert check_view(row_form(view(), "dependencies", "d9", "unheard of", DRAFT, {})) == []
