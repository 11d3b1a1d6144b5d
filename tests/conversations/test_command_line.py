"""What the command line says of pilots that people took through the bot."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, timedelta

from bot import queries
from bot.queries import Answer, Asked
from bot.readiness.numbers import Numbers
from bot.records.store import open_store
from tests.conversations.told import NGOZI, TOM, Told


@contextmanager
def asked(told: Told) -> Iterator[Asked]:
    """The bot's own database, at this moment."""
    assert told.on.bot is not None
    with closing(open_store(told.on.database)) as store:
        yield Asked(store, Numbers(), told.on.bot.office.clock.now())


def test_a_pilot_that_was_shipped_anyway_is_listed_as_that(alone: Told) -> None:
    card = alone.start()
    alone.command("ship")
    alone.form(callback_id="shipped_anyway")
    until = date.fromisoformat(alone.on.driver.get("state")["now"][:10]) + timedelta(days=10)
    decision = {"decider": NGOZI, "why": "The auditors come", "until": until.isoformat(), "second": TOM}
    assert alone.priya.submit(decision)["ok"]
    assert alone.tom.press(alone.on.in_thread(card, "do you agree?"), "second")["ok"]
    alone.card(text="*Shipped anyway, not ready.*")
    with asked(alone) as question:
        line = queries.pilots(question)[0]
    assert line.state.startswith("shipped anyway, decided by Ngozi Okonkwo, until ")
    assert "Owner" in line.blocked_by


def test_status_in_a_terminal_has_neither_markup_nor_buttons(alone: Told) -> None:
    alone.command("start The *bold* one")
    alone.on.in_thread(alone.card("The ∗bold∗ one"), "1 of 5")
    with asked(alone) as question:
        answer = queries.status(question, "The *bold* one")
    assert isinstance(answer, Answer)
    assert answer.text.startswith("The *bold* one\nNot ready yet. Nothing is complete yet.\n")
    assert "\nThe five questions\n" in answer.text
    assert "[See the checks]" not in answer.text
    assert "Only you see this" not in answer.text
