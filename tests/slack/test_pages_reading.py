"""What was read: to be saved, saved, not readable, changed by an edit, withdrawn."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.readiness.facts import Fact, FactKind
from bot.readiness.slots import CONVERSATIONS
from bot.slack.pages.blocks import Block
from bot.slack.pages.reading import reading
from tests.readiness.pilots import BACKUP, BUILDER, GONE, OTHER, OWNER, TODAY, accepted, moment, record
from tests.slack.factories import question, read_of, reply, view
from tests.slack.limits import check_message

KEYS = [group.key for group in CONVERSATIONS]
MENU = "[This belongs to another question] [This was not an answer]\n"
ROW_SLOTS = ("kind", "name", "stability", "by_hand", "rotated_on")
FIRST = moment(TODAY, 10) + timedelta(minutes=12)
OWNED = reply("ownership", f"Owner is <@{OWNER}>, Tom Beard steps in. 8 to 17, #ap-bot-alerts", at=FIRST)


def buttons(blocks: list[Block]) -> dict[str, str]:
    """The values of the buttons in a message by their ids."""
    pressed = [one for block in blocks for one in block.get("elements", ()) if one.get("type") == "button"]
    return {one["action_id"]: one["value"] for one in pressed}


def test_read_with_one_thing_missing() -> None:
    more = reply("ownership", "That is all I know.", at=FIRST + timedelta(minutes=1))
    row = question("ownership", "open", probe="cover_off_hours_missing")
    found = read_of({"owner": OWNER, "backup": BACKUP, "cover_hours": "8 to 17, #ap-bot-alerts"})
    seen = view(entries=[OWNED, more], questions=[row], question="ownership", readings={"ownership": found})
    message = reading(seen, "ownership")
    assert message.text == (
        "*Question 1, as I read it*\n"
        "Owner: Ngozi Okonkwo · will be asked\n"
        "Steps in: Tom Beard · will be asked\n"
        "Working hours: 8 to 17, #ap-bot-alerts\n"
        "Nights and weekends: _not found yet_\n"
        f"{MENU}"
        "One thing is still missing: where does an alarm go on a Sunday night? "
        '"It waits until Monday" is an answer too. '
        "Reply here or add it below.\n"
        "[Save and go on] [Add it] [Correct]\n"
        "From two replies by Priya Raman, 10:12 and 10:13"
    )
    assert buttons(message.blocks)["save_reading"] == f"7:ownership:2-{more.ts}"


def test_rows_are_short_lines_with_what_is_missing() -> None:
    found = read_of(
        {},
        [
            ("data", {"name": "Bookings table", "stability": "internal"}),
            ("model", {"name": "Small", "stability": "contract", "until": "2028-03-31", "version": "m-small-2026-05"}),
            ("credential", {"name": "rota-svc", "rotated_on": "2026-09-03"}),
            ("person", {}),
        ],
    )
    seen = view(entries=[reply("dependencies", "…")], readings={"dependencies": found})
    assert reading(seen, "dependencies").text == (
        "*Question 2, as I read it*\n"
        "Data: Bookings table, our own · _still missing: moved by hand or not_\n"
        "Model: Small, under contract, until 31 March 2028, m-small-2026-05 · "
        "_still missing: version fixed or not, day the model retires_\n"
        "Key or account: rota-svc, changed on 3 September · _still missing: whose promise it is_\n"
        "Person: _not found yet_ · _still missing: name, whose promise it is, deputy_\n"
        f"{MENU}"
        "Does Bookings table arrive by itself, or does somebody move it by hand? It can be added below.\n"
        "[Save and go on] [Add it] [Correct]\nFrom one reply by Priya Raman, 10:12"
    )


def test_read_with_nothing_missing() -> None:
    found = read_of({"path": "Old sheet", "who": {"rota": "Leads"}, "trigger": "Half a day", "tried_on": "2026-08-04"})
    seen = view(entries=[reply("replacement", "…")], readings={"replacement": found})
    assert reading(seen, "replacement").text.split("\n")[-3:-1] == ["Nothing is missing.", "[Save and go on] [Correct]"]


def test_nothing_could_be_read() -> None:
    message = reading(view(entries=[reply("ownership", "We will see.", author=OTHER)]), "ownership")
    assert message.text == (
        "*Question 1: your words are kept.* I can't tell people and hours from them by myself. Two pickers and two "
        "lines "
        f"will do it.\n{MENU}[Fill in four fields] [Go on]\nFrom one reply by Sipho Dube, 10:12"
    )


def test_saved_with_a_gap() -> None:
    gap = record({("ownership", "", "cover_off_hours"): GONE}, clicks=[accepted("owner", OWNER)])
    assert reading(view(gap), "ownership").text == (
        "*Question 1 is saved*\n"
        "Owner: Ngozi Okonkwo · said yes\nSteps in: Tom Beard · asked\n"
        "Working hours: Weekdays 8 to 18, #alarms\nNights and weekends: _not found yet_\n"
        "Saved; still missing: nights and weekends. It shows under Owner until someone adds it.\n[Add it] [Correct]\n"
        "From a form, by Priya Raman, 2 November, 12:00"
    )


def test_what_is_missing_altogether_is_said_first() -> None:
    lacks = {("dependencies", row, name): GONE for row in ("d1", "d3") for name in ROW_SLOTS}
    open_end = {("dependencies", "d2", "stability"): "contract"}
    text = reading(view(record({**lacks, **open_end})), "dependencies").text
    assert "Saved; still missing: data, a key or account and end of the contract. It shows under" in text


def test_a_fault_that_nobody_sees_is_missing_while_only_loud_ones_are_written() -> None:
    text = reading(view(record({("failure", "f1", "loudness"): "loud"})), "failure").text
    assert "Saved; still missing: a fault that nobody sees at once. It shows under" in text


def test_add_it_is_there_whenever_the_words_promise_it() -> None:
    whole = {"name": "T", "stability": "internal", "by_hand": "no"}
    seen = view(
        entries=[reply("dependencies", "…")],
        questions=[question("dependencies", "open")],
        question="dependencies",
        readings={"dependencies": read_of({}, [("data", whole)])},
    )
    message = reading(seen, "dependencies")
    assert "Reply here or add it below." in message.text
    assert "[Save and go on] [Add it] [Correct]" in message.text


def test_what_was_saved_and_went_with_its_reply_is_not_saved_any_more() -> None:
    empty = {("ownership", "", name): GONE for name in ("owner", "backup", "cover_hours", "cover_off_hours")}
    cited = Fact(moment(TODAY, 9), BUILDER, FactKind.SAVED, "ownership", "", {"owner": OWNER}, ("1.2",))
    taken = Fact(moment(TODAY, 10), BACKUP, FactKind.WITHDRAWN, "ownership", "", {"owner": None})
    gone = reply("ownership", "SECRET", state="withdrawn", withdrawn_by=BACKUP, withdrawn_at=moment(TODAY, 10))
    text = reading(view(record(empty, clicks=[], more=[cited, taken]), entries=[gone]), "ownership").text
    assert text == (
        "*Question 1 has no answer at the moment.* What was saved went with the reply it came from. A form takes "
        "another one.\n[Answer in a form] [Not yet]\nA reply was withdrawn by Tom Beard on 24 November"
    )


@pytest.mark.parametrize("state", ["talk", "refused", "unverified", "withdrawn"])
def test_what_is_no_answer_does_not_make_the_reading_another(state: str) -> None:
    found = read_of({"owner": OWNER})
    beside = reply("ownership", "// thanks", at=FIRST + timedelta(minutes=3), state=state)
    alone, together = (
        view(entries=told, questions=[question("ownership", "open")], readings={"ownership": found})
        for told in ([OWNED], [OWNED, beside])
    )
    values = [buttons(reading(seen, "ownership").blocks)["save_reading"] for seen in (alone, together)]
    assert values == [f"7:ownership:1-{OWNED.ts}"] * 2


def test_a_place_given_by_a_command_is_from_no_form() -> None:
    named = Fact(moment(TODAY, 9), OTHER, FactKind.SAVED, "ownership", "", {"owner": OTHER})
    assert "From a form, by Priya Raman" in reading(view(record(more=[named])), "ownership").text


def test_saved_whole() -> None:
    assert reading(view(record()), "dependencies").text == (
        "*Question 2 is saved*\n"
        "Data: Bookings table, our own, no work by hand\n"
        "Model: The planner's model, our own, m-small-2026-05, version fixed, no end announced\n"
        "Key or account: rota-svc, our own, changed by itself\n[Correct]\n"
        "From a form, by Priya Raman, 2 November, 12:00"
    )


def test_an_edit_after_saving_has_to_be_confirmed() -> None:
    edited = Fact(moment(TODAY, 9), "", FactKind.TO_CONFIRM, "ownership", "", {"owner": OTHER}, ("1.2",))
    text = reading(view(record(more=[edited])), "ownership").text
    assert text.startswith("*Question 1 reads otherwise since a reply was edited*\nOwner: Ngozi Okonkwo · said yes\n")
    assert text.endswith(
        "\nOwner: Sipho Dube instead of Ngozi Okonkwo. Until somebody saves it again, it does not count.\n[Look and "
        "save]\nFrom a form, by Priya Raman, 2 November, 12:00"
    )


def test_withdrawn_words_appear_nowhere() -> None:
    gone = reply("ownership", "SECRET", state="withdrawn", withdrawn_by=BACKUP, withdrawn_at=moment(TODAY, 11))
    message = reading(view(entries=[gone], question="ownership"), "ownership")
    assert "SECRET" not in str(message)
    assert message.text == (
        "*Question 1 has no answer at the moment.* Reply here, or answer in a form.\n[Answer in a form] [Not yet]\n"
        "A reply was withdrawn by Tom Beard on 24 November"
    )


def test_a_withdrawn_reply_beside_others() -> None:
    gone = reply(
        "ownership", "SECRET", ts="1.1", state="withdrawn", withdrawn_by=BUILDER, withdrawn_at=moment(TODAY, 11)
    )
    text = reading(view(entries=[gone, OWNED]), "ownership").text
    assert text.endswith("From one reply by Priya Raman, 10:12 · A reply was withdrawn by Priya Raman on 24 November")
    assert "SECRET" not in text


def test_more_than_eight_rows_are_counted() -> None:
    rows = {("dependencies", f"d{row}", "kind"): "data" for row in range(4, 24)}
    named = {("dependencies", f"d{row}", "name"): f"Table {row}" for row in range(4, 24)}
    message = reading(view(record({**rows, **named})), "dependencies")
    assert "\n… and 15 more\n" in message.text
    assert check_message(message) == []


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("words", ["x" * 40_000, f"Owner: <@{OWNER}> " + "<b>&*_ " * 6000, "- data: t\n" * 4000])
def test_forty_thousand_characters_fit(key: str, words: str) -> None:
    message = reading(view(entries=[reply(key, words)]), key)
    assert check_message(message) == []
    assert len(message.text) <= 3900


def test_several_authors_and_many_replies() -> None:
    told = [
        reply("review", f"Part {at}", author=who, at=FIRST + timedelta(minutes=at))
        for at, who in enumerate([BUILDER, OTHER, OWNER, BACKUP])
    ]
    text = reading(view(entries=told, read_too=False), "review").text
    assert text.endswith("From four replies by Priya Raman, Sipho Dube, Ngozi Okonkwo and 1 more, 10:12 to 10:15")
