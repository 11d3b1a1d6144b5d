"""A thread whose card was deleted: what is said, edited and deleted there counts on, also while the bot is away."""

from __future__ import annotations

from tests.conversations.stage import Json
from tests.conversations.story import DEPENDENCIES, OWNERSHIP
from tests.conversations.told import SIPHO, Told


def anew(told: Told, card: Json) -> Json:
    """The card is deleted: the one that is posted instead."""
    told.on.person("U0ADMIN01").delete(card)
    there: Json = told.on.driver.wait_for(lambda: next((c for c in told.cards() if c["ts"] != card["ts"]), None))
    told.wait(lambda: told.rows("select root_ts from pilot") == [(there["ts"],)])
    return there


def kept(told: Told, message: Json) -> tuple[object, ...]:
    """State and words of a reply on record; () where there is none."""
    found = told.rows("select state, text from entry where ts = ?", message["ts"])
    return found[0] if found else ()


def test_edits_and_deletions_there_count(alone: Told) -> None:
    card = alone.start()
    first = alone.priya.say("pilots", OWNERSHIP, thread_ts=card["ts"])
    alone.settled(first, card)
    new = anew(alone, card)
    late = alone.tom.say("pilots", DEPENDENCIES, thread_ts=card["ts"])
    alone.wait(lambda: kept(alone, late) == ("answer", DEPENDENCIES))
    alone.priya.edit(first, OWNERSHIP.replace("U0NGOZI01", SIPHO))
    assert "Sipho Dube" in alone.on.in_thread(new, "Owner: Sipho Dube")["text"]
    alone.tom.delete(late)
    alone.wait(lambda: kept(alone, late)[0] == "withdrawn")
    assert alone.rows("select count(*) from entry") == [(2,)]


def test_what_happens_there_while_the_bot_is_away_is_read_at_its_start(alone: Told) -> None:
    card = alone.start()
    edited = alone.priya.say("pilots", OWNERSHIP, thread_ts=card["ts"])
    deleted = alone.tom.say("pilots", "On Sundays an alarm goes to the duty phone.", thread_ts=card["ts"])
    alone.settled(deleted, card)
    new = anew(alone, card)
    alone.on.driver.idle()
    alone.on.stop_bot()
    alone.priya.edit(edited, OWNERSHIP.replace("U0NGOZI01", SIPHO))
    alone.tom.delete(deleted)
    missed = alone.tom.say("pilots", DEPENDENCIES, thread_ts=card["ts"])
    alone.on.start_bot()
    alone.wait(lambda: kept(alone, missed) == ("answer", DEPENDENCIES))
    alone.wait(lambda: kept(alone, deleted)[0] == "withdrawn")
    alone.on.in_thread(new, "Owner: Sipho Dube")
    assert alone.rows("select count(*) from entry") == [(3,)]
