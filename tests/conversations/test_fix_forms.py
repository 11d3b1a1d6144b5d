"""Two people, or two devices, in one form: rows removed meanwhile, details, and *Save all as read*."""

from __future__ import annotations

from bot.sandbox.person import Person
from tests.conversations.forging import answered, hand_in, submission
from tests.conversations.stage import Json
from tests.conversations.told import PRIYA, Told

READS = "Ngozi Okonkwo owns it, weekdays 8 to 17 in #ap-alerts."


def checks(told: Told, group: str, person: Person) -> Json:
    """The form of a group, opened from the checks."""
    told.open(told.card(text="*Next:*"), "see_checks", person=person)
    told.form(person, "checks")
    assert person.press_in_modal("open_form", f"1:{group}")["ok"]
    return told.form(person, f"form:{group}")


def row_saved(told: Told) -> str:
    """A row of data, saved by Priya; its id."""
    checks(told, "dependencies", told.priya)
    assert told.priya.press_in_modal("add_row", "data")["ok"]
    told.form(callback_id="row:dependencies")
    assert told.priya.submit({"new.name": "Supplier table", "new.stability": "internal"})["ok"]
    told.priya.close(everything=True)
    return str(told.rows("select row from fact where row != ''")[0][0])


def test_a_row_that_somebody_removed_meanwhile_comes_back_only_when_saved_once_more(alone: Told) -> None:
    alone.start()
    row = row_saved(alone)
    checks(alone, "dependencies", alone.tom)
    assert alone.tom.press_in_modal("edit_row", row)["ok"]
    alone.form(alone.tom, "row:dependencies")
    checks(alone, "dependencies", alone.priya)
    assert alone.priya.press_in_modal("remove_row", row)["ok"]
    alone.wait(lambda: ("removed", PRIYA) in alone.facts())

    assert alone.tom.submit({f"{row}.name": "Vendor table"})["ok"]
    page = str(alone.form(alone.tom, "row:dependencies"))
    assert "This was removed by Priya Raman at" in page
    assert alone.tom.modal_values()[f"{row}.name"] == {"name": "Vendor table"}, "what was typed stays"
    assert alone.facts()[-1] == ("removed", PRIYA), "nothing of his is saved yet"
    assert alone.tom.submit()["ok"]
    assert "Vendor table" in str(alone.form(alone.tom, "form:dependencies"))
    assert alone.rows("select kind, row from fact order by id desc limit 1") == [("saved", row)]


def test_the_other_device_of_the_same_person_is_a_conflict_too(alone: Told) -> None:
    question = alone.on.in_thread(alone.start(), "1 of 5")
    alone.open(question, "answer")
    here = alone.form(callback_id="form:ownership")
    alone.priya.close(everything=True)
    alone.open(question, "answer")
    assert alone.priya.submit({"cover_hours": "Phone: 8 to 17"})["ok"]

    typed = {"cover_hours": {"cover_hours": {"type": "plain_text_input", "value": "Laptop: 9 to 18"}}}
    ack = answered(hand_in(alone.on, submission(PRIYA, here, typed)))
    assert ack["response_action"] == "update"
    assert "You saved this form in another place at" in str(ack["view"])
    assert "Phone: 8 to 17" in str(ack["view"])
    assert alone.rows("select count(*) from fact where kind = 'saved' and \"group\" = 'ownership'") == [(1,)]


def test_two_people_in_the_details_see_each_others_entries(alone: Told) -> None:
    card = alone.start()
    for person in (alone.priya, alone.tom):
        alone.open(card, "change_details", person=person)
    assert alone.priya.submit({"purpose": "Purpose by Priya", "launch_on": "2026-12-14"})["ok"]
    assert alone.tom.submit({"purpose": "Purpose by Tom"})["ok"]
    page = str(alone.form(alone.tom, "details"))
    assert "Priya Raman saved this form at" in page
    assert "*Purpose by Priya*" in page
    assert "*14 December*" in page
    assert alone.tom.modal_values()["purpose"] == {"purpose": "Purpose by Tom"}
    assert alone.rows("select purpose from pilot") == [("Purpose by Priya",)]
    assert alone.tom.submit({"launch_on": "2026-12-14"})["ok"]
    assert alone.tom.modal() is None
    assert alone.rows("select purpose, launch_on from pilot") == [("Purpose by Tom", "2026-12-14")]
    assert alone.rows("select by, json_extract(slots, '$.purpose') from fact where kind = 'details'") == [
        (PRIYA, "Purpose by Priya"),
        (alone.tom.id, "Purpose by Tom"),
    ]


def test_who_neither_owns_nor_leads_it_cannot_rename_it_in_the_details(alone: Told) -> None:
    alone.open(alone.start(), "change_details", person=alone.tom)
    refused = alone.tom.submit({"name": "Tom's Coder", "purpose": "Codes invoices."})
    said = "Only the owner or the lead can rename it. Put its name back, or ask Priya Raman."
    assert refused["errors"] == {"name": said}
    assert alone.rows("select name, purpose from pilot") == [("Invoice Coder", "")]
    assert alone.tom.submit({"name": "Invoice Coder"})["ok"]
    assert alone.rows("select name, purpose from pilot") == [("Invoice Coder", "Codes invoices.")]


def test_save_all_saves_only_what_was_shown(alone: Told) -> None:
    card = alone.start()
    alone.priya.say("pilots", READS, thread_ts=card["ts"])
    alone.on.in_thread(card, "Question 1, as I read it")
    for number in range(1, 6):
        alone.priya.press(alone.on.in_thread(card, f"{number} of 5"), "park")
    floor = alone.on.in_thread(card, "[Save all as read]")
    alone.open(floor, "save_all")
    edited = next(one for one in alone.on.thread(card) if one["text"] == READS)
    alone.priya.edit(edited, READS.replace("Ngozi Okonkwo", "Sipho Dube"))
    alone.wait(lambda: alone.rows("select 1 from entry where text like 'Sipho%'"))
    assert alone.priya.submit()["ok"]
    page = str(alone.form(callback_id="save_all"))
    assert "This changed while you were looking, so nothing is saved yet." in page
    assert "Sipho Dube" in page
    assert ("saved", PRIYA) not in alone.facts()[1:]
    assert alone.priya.submit()["ok"]
    assert alone.priya.modal() is None
    owners = alone.rows("select json_extract(slots, '$.owner') from fact where \"group\" = 'ownership'")
    assert owners == [("U0SIPHO01",)]
