"""Very long words, very many rows, very many replies: kept whole, shown shortened, and Slack takes every page."""

from __future__ import annotations

import urllib.request

from tests.conversations.stage import Json
from tests.conversations.told import Told


def refused(told: Told) -> list[str]:
    """What Slack refused to take from the bot, by its error."""
    answers = [call["response"] or {} for call in told.on.driver.calls()]
    return [str(answer["error"]) for answer in answers if answer.get("ok") is False]


def record_of(told: Told, card: Json, name: str) -> str:
    """The readiness record, as it is uploaded to the thread."""
    told.command(f"record {name}")
    message = told.on.in_thread(card, f"Readiness record of {name}")
    with urllib.request.urlopen(f"{told.on.sandbox.url}/files/{message['files'][0]['id']}") as answer:
        return str(answer.read().decode())


def test_forty_thousand_characters_are_kept_whole_and_shown_shortened(alone: Told) -> None:
    card = alone.start()
    words = "Ngozi Okonkwo owns it. " + "All night the old queue hums & waits. " * 1100
    said = alone.priya.say("pilots", words[:39_986] + " The very end.", thread_ts=card["ts"])
    alone.settled(said, card)
    reading = alone.on.in_thread(card, "as I read it")
    assert len(reading["text"]) < 4000
    assert alone.rows("select length(text) from entry") == [(40_000,)]
    record = record_of(alone, card, "Invoice Coder")
    assert "The very end." in record
    assert record.count("old queue hums") > 1000
    assert refused(alone) == []


def test_sixty_dependencies_are_listed_page_by_page(alone: Told) -> None:
    card = alone.start()
    alone.priya.press(alone.on.in_thread(card, "1 of 5"), "park")
    alone.open(alone.on.in_thread(card, "2 of 5"), "answer")
    kinds = ("data", "model", "credential", "person", "other")
    for number in range(60):
        assert alone.priya.press_in_modal("add_row", kinds[number % 5])["ok"]
        alone.form(callback_id="row:dependencies")
        assert alone.priya.submit({"new.name": f"Row number {number}"})["ok"]
        alone.form(callback_id="form:dependencies")
    assert alone.rows("select count(distinct row) from fact where row != ''") == [(60,)]
    for page in range(1, 8):
        assert alone.priya.press_in_modal("page", str(page))["ok"]
        alone.wait(lambda: f"Row number {page * 8}" in str(alone.priya.modal()))  # noqa: B023 - waited for here
    assert alone.priya.submit({})["ok"]
    alone.on.in_thread(card, "3 of 5")
    assert "Row number 59" in record_of(alone, card, "Invoice Coder")
    assert refused(alone) == []


def test_three_hundred_replies_in_one_thread_all_count(alone: Told) -> None:
    card = alone.start()
    for number in range(300):
        who = (alone.priya, alone.ngozi, alone.tom)[number % 3]
        said = who.say(
            "pilots", f"Reply {number}: the planner waits for the bank's file at night.", thread_ts=card["ts"]
        )
    alone.settled(said, card, timeout=60)
    assert alone.rows("select count(*), count(distinct ts), min(state), max(state) from entry") == [
        (300, 300, "answer", "answer")
    ]
    record = record_of(alone, card, "Invoice Coder")
    assert all(f"Reply {number}:" in record for number in range(300))
    assert refused(alone) == []
