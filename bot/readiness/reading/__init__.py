"""Pre-filling: what can be read from people's words (docs/model.md, *Prose is the record, slots are the judgement*).

Reading never raises, never makes anything sound and never invents a word; what is doubtful is left unread.
"""

from bot.readiness.reading.model import Entry, Person, Read, Reading, ReadRow
from bot.readiness.reading.read import read

__all__ = ["Entry", "Person", "Read", "ReadRow", "Reading", "read"]
