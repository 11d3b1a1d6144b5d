"""What can be wrong with the database, said in a sentence for the person who runs the bot."""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError


class StoreProblem(Exception):  # noqa: N818 - what went wrong is no programming error
    """The database cannot be used; the text says why and what to do."""


SENTENCES = {
    "SQLITE_READONLY": "The database {place} is read-only. Give the user that runs Shipready the right to write it.",
    "SQLITE_CANTOPEN": "The database {place} cannot be opened. Does its directory exist, and may Shipready write it?",
    "SQLITE_FULL": "No room is left for the database {place}. Free some space on its disk; nothing was half-saved.",
    "SQLITE_IOERR": "The disk of the database {place} failed to read or write. Nothing was half-saved.",
    "SQLITE_BUSY": "Another process holds the database {place}. With SQLite only one Shipready may run: stop one.",
    "SQLITE_NOTADB": "The file {place} is not a database. Check DATABASE_URL.",
    "SQLITE_CORRUPT": "The database {place} is damaged. Put back the last copy of it.",
}
NO_TABLES = "The database {place} has no tables for this version of Shipready. Run: shipready migrate"
OTHERWISE = "The database {place} cannot be reached or used: {reason}"


def explain(error: DBAPIError, place: str) -> StoreProblem:
    """The problem behind a driver's ``error``; ``place`` is the file or address without its password."""
    reason = (str(error.orig or error).strip().splitlines() or [""])[0]  # what follows may quote a row
    name = str(getattr(error.orig, "sqlite_errorname", ""))
    for code, sentence in SENTENCES.items():
        if name.startswith(code):
            return StoreProblem(sentence.format(place=place))
    if "no such table" in reason or "no such column" in reason or "does not exist" in reason:
        return StoreProblem(NO_TABLES.format(place=place))
    return StoreProblem(OTHERWISE.format(place=place, reason=reason))
