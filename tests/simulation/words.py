"""What people write: answers as they are typed, chat, and edits. ``{m}`` is a mark, a word that is nowhere else."""

from __future__ import annotations

from random import Random

ANSWERS = (
    "Priya Raman owns it, Tom Beard steps in. Weekdays 9 to 18 the {m} desk, nights and weekends the {m} pager.",
    "Owner: Ngozi Okonkwo. Backup: Erik Sund. Alarms go to #{m} around the clock",
    "data: {m} ledger export, internal, by hand no\nmodel: gpt-{m} 2026-03-01, contract until 2027-05-01, pinned",
    "credential: {m} service key, internal, rotated on 2026-10-01",
    "Quiet: wrong code for {m}, caught by a daily sample of twenty by Ngozi. Plan: https://example.com/{m}",
    "Loud: the {m} queue stops and pages us within five minutes, Tom Beard restarts it",
    "Sipho Dube reads 20 of them every week, last on 2026-11-20, and keeps notes in {m}",
    "The team falls back to the {m} spreadsheet, Emeka Obi decides when the queue is down for a day, tried 2026-09-01",
    "We do not know yet, {m} would have to be asked and nobody has done that so far this year",
    "It is <@U0TOM0001>, for {m} and everything around it, at any hour of the day & night",
)
CHAT = ("ok {m}", "// {m} is for another day", "what about {m}?", "thanks, {m}!")


def answer(random: Random, mark: str) -> str:
    """Something like an answer, or chat now and then."""
    return random.choice(ANSWERS if random.random() < 0.8 else CHAT).format(m=mark)
