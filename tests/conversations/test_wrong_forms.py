"""Forms open for hours, lost, sent twice, or open at two people at once: what was typed stays."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.sandbox.person import Person
from tests.conversations.forging import answered, hand_in, press, submission
from tests.conversations.stage import Json
from tests.conversations.told import EMEKA, NGOZI, PRIYA, TOM, Told, button

HOURS = "Weekdays 8 to 17, #ap-alerts"


def opened(told: Told, group: str, person: Person | None = None) -> Json:
    """The form of a group, opened from the checks."""
    who = person or told.priya
    told.open(told.card(text="*Next:*"), "see_checks", person=who)
    told.form(who, "checks")
    assert who.press_in_modal("open_form", f"1:{group}")["ok"]
    return told.form(who, f"form:{group}")


def saved(told: Told, slot: str) -> list[Any]:
    """What was saved in a slot, oldest first."""
    found = told.rows(f"select json_extract(slots, '$.{slot}') from fact where kind = 'saved' order by id")
    return [row[0] for row in found if row[0] is not None]


def test_a_form_open_for_hours_still_saves_when_the_question_moved_on(alone: Told) -> None:
    card = alone.start()
    question = alone.on.in_thread(card, "1 of 5")
    alone.open(question, "answer")
    assert alone.tom.press(question, "park")["ok"]
    alone.on.in_thread(card, "2 of 5")
    alone.on.driver.advance(hours=9)
    assert alone.priya.submit({"owner": NGOZI, "cover_hours": HOURS})["ok"]
    assert alone.priya.modal() is None
    assert saved(alone, "owner") == [NGOZI]
    assert alone.rows("select question from pilot") == [("dependencies",)]


def test_a_form_lost_after_a_month_gives_the_words_back(alone: Told) -> None:
    card = alone.start()
    alone.open(alone.on.in_thread(card, "1 of 5"), "answer")
    alone.on.set_clock(alone.on.bot.office.clock.now() + timedelta(days=31))  # type: ignore[union-attr]
    alone.start("Wakes The Sweep")
    alone.wait(lambda: alone.rows("select count(*) from draft") == [(0,)])
    assert alone.priya.submit({"owner": NGOZI, "cover_hours": HOURS})["ok"]
    page = str(alone.form(callback_id="said"))
    assert "Please open it again." in page
    assert HOURS in page
    assert saved(alone, "cover_hours") == []


def test_the_same_form_sent_twice_saves_once(alone: Told) -> None:
    card = alone.start()
    alone.open(alone.on.in_thread(card, "1 of 5"), "answer")
    alone.priya.fill({"owner": NGOZI})
    view = alone.priya.modal()
    assert view is not None
    values = {"owner": {"owner": {"type": "users_select", "selected_user": NGOZI}}}
    first, second = submission(PRIYA, view, values), submission(PRIYA, view, values)
    assert [answered(hand_in(alone.on, body)) for body in (first, first, second)] == [{}, {}, {}]
    assert saved(alone, "owner") == [NGOZI]


def test_two_people_in_one_form_see_each_others_entries_and_saving_again_decides(alone: Told) -> None:
    card = alone.start()
    question = alone.on.in_thread(card, "1 of 5")
    alone.open(question, "answer")
    alone.open(question, "answer", person=alone.tom)
    assert alone.tom.submit({"owner": TOM, "cover_hours": "Tom's phone"})["ok"]
    assert alone.priya.submit({"owner": NGOZI, "cover_hours": HOURS})["ok"]

    page = str(alone.form(callback_id="form:ownership"))
    assert "Tom Beard saved this form at" in page
    assert "while you were writing. Your text is all here" in page
    assert "Tom's phone" in page
    shown = alone.priya.modal_values()
    assert shown["owner"] == {"owner": NGOZI}
    assert shown["cover_hours"] == {"cover_hours": HOURS}
    assert saved(alone, "owner") == [TOM], "nothing of hers is saved yet"

    assert alone.priya.submit()["ok"]
    assert alone.priya.modal() is None
    assert saved(alone, "owner") == [TOM, NGOZI]
    assert saved(alone, "cover_hours") == ["Tom's phone", HOURS]


def test_two_people_who_agree_meet_no_conflict(alone: Told) -> None:
    question = alone.on.in_thread(alone.start(), "1 of 5")
    alone.open(question, "answer")
    alone.open(question, "answer", person=alone.tom)
    assert alone.tom.submit({"owner": NGOZI})["ok"]
    assert alone.priya.submit({"owner": NGOZI})["ok"]
    assert alone.priya.modal() is None


def test_two_people_in_one_row_see_each_others_entries(alone: Told) -> None:
    alone.start()
    opened(alone, "dependencies")
    assert alone.priya.press_in_modal("add_row", "data")["ok"]
    alone.form(callback_id="row:dependencies")
    assert alone.priya.submit({"new.name": "Supplier table"})["ok"], "its row is saved"
    row = alone.rows("select row from fact where row != ''")[0][0]
    alone.priya.close(everything=True)
    for person in (alone.priya, alone.tom):
        opened(alone, "dependencies", person)
        assert person.press_in_modal("edit_row", row)["ok"]
        alone.form(person, "row:dependencies")
    assert alone.tom.submit({f"{row}.name": "Vendor table"})["ok"]
    assert alone.priya.submit({f"{row}.name": "Suppliers"})["ok"]
    page = str(alone.form(callback_id="row:dependencies"))
    assert "Tom Beard saved this form at" in page
    assert "Vendor table" in page
    assert alone.priya.modal_values()[f"{row}.name"] == {"name": "Suppliers"}
    assert alone.priya.submit()["ok"]
    assert saved(alone, "name")[-2:] == ["Vendor table", "Suppliers"]


def test_closing_a_form_loses_no_row_that_was_saved(alone: Told) -> None:
    alone.start()
    opened(alone, "dependencies")
    for kind, name in (("data", "Supplier table"), ("model", "m-small-2026-05")):
        assert alone.priya.press_in_modal("add_row", kind)["ok"]
        alone.form(callback_id="row:dependencies")
        assert alone.priya.submit({"new.name": name})["ok"]
    alone.priya.close(everything=True)
    assert saved(alone, "name") == ["Supplier table", "m-small-2026-05"]
    assert "Supplier table" in str(opened(alone, "dependencies"))


def test_words_typed_in_a_form_outlive_its_other_buttons(alone: Told) -> None:
    alone.start()
    opened(alone, "failure")
    alone.priya.fill({"plan": "Stop the run, then call Ngozi."})
    assert alone.priya.press_in_modal("more_fields")["ok"]
    alone.wait(lambda: "drilled_on" in alone.priya.modal_values())
    assert alone.priya.modal_values()["plan"] == {"plan": "Stop the run, then call Ngozi."}


def test_a_form_of_somebody_who_left_meanwhile_saves_nothing_and_gives_the_words_back(alone: Told) -> None:
    emeka = alone.on.person(EMEKA)
    alone.open(alone.on.in_thread(alone.start(), "1 of 5"), "answer", person=emeka)
    emeka.change(kind="multi_guest")
    alone.on.driver.idle()
    assert emeka.submit({"cover_hours": HOURS})["ok"]
    page = str(alone.form(emeka, "said"))
    assert "Only full members of Northfield Finance can do this" in page
    assert HOURS in page
    assert saved(alone, "cover_hours") == []


def test_a_wrong_save_can_be_undone_once(alone: Told) -> None:
    question = alone.on.in_thread(alone.start(), "1 of 5")
    alone.open(question, "answer")
    assert alone.priya.submit({"owner": NGOZI})["ok"]
    alone.command("status")
    assert alone.priya.press(alone.priya.ephemerals("pilots")[-1], "more")["ok"]
    undo = button(alone.form(callback_id="more"), "undo_save")
    assert undo is not None
    alone.priya.press_in_modal("undo_save", undo["value"])
    assert "Undone: what stood before stands again." in str(alone.form(callback_id="said"))
    hand_in(alone.on, press(PRIYA, "undo_save", undo["value"]))
    alone.hear("can't be undone any more")
    assert alone.rows("select count(*) from fact where kind = 'undone'") == [(1,)]
    assert "Owner: nobody yet" in alone.command("status")
