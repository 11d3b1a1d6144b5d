"""Finding the people of a workspace in words: full names that are unique, first names that are unique among full
members."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from bot.readiness.facts import MemberState
from bot.readiness.reading.model import Person
from bot.readiness.words import clean, fold

_WORD = re.compile(r"\w+")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_SHORTEST = 2
# first names that are also ordinary words: as the first word of a sentence they are no names
_ALSO_WORDS = frozenset(
    [
        "will",
        "may",
        "mark",
        "grace",
        "hope",
        "art",
        "bill",
        "rose",
        "june",
        "april",
        "august",
        "faith",
        "joy",
        "dawn",
        "summer",
        "guy",
        "max",
        "pat",
        "rob",
        "drew",
    ]
)
_SENTENCE_START = re.compile(r"(?:^|[.!?:;\n]\s*|[-•*]\s)$")


@dataclass(frozen=True, slots=True)
class Name:
    """A way to write a person: folded, with the id; ``proposal`` for a first name."""

    folded: str
    user: str
    proposal: bool


@dataclass(slots=True)
class Names:
    """An index of names by their first word, or by their first character in scripts written without spaces."""

    by_start: dict[str, list[Name]] = field(default_factory=lambda: defaultdict(list))
    people: dict[str, Person] = field(default_factory=dict)
    by_email: dict[str, str] = field(default_factory=dict)
    by_mailbox: dict[str, str] = field(default_factory=dict)
    bots: frozenset[str] = frozenset()

    def find(self, text: str) -> Iterator[tuple[int, int, Name]]:
        """Every name in the text as (start, end, name): of several at one place the longest, never within a word."""
        folded = fold(text)
        for start, key in _starts(folded):
            found = [name for name in self.by_start.get(key, ()) if _stands(name, text, folded, start)]
            if found:
                name = max(found, key=lambda each: len(each.folded))
                yield start, start + len(name.folded), name


def index(people: Iterable[Person]) -> Names:
    """The index of all people, not to be changed. A name that two of them share is left out; bots are nobody."""
    return _index(tuple(people))


@lru_cache(maxsize=32)
def _index(accounts: tuple[Person, ...]) -> Names:
    """Kept for the channels that were read last: making it takes longer than reading with it."""
    everybody = [person for person in accounts if person.state is not MemberState.BOT]
    bots = frozenset(person.id for person in accounts if person.state is MemberState.BOT)
    names = Names(people={person.id: person for person in accounts}, bots=bots)
    for person in everybody:
        if person.email:
            names.by_email[person.email.casefold()] = person.id
    full = _unique((name, person.id) for person in everybody for name in _full_names(person))
    members = [person for person in everybody if person.state is MemberState.ACTIVE]
    first = _unique((name, person.id) for person in members for name in _first_names(person))
    names.by_mailbox = {".".join(name.split()): user for name, user in full.items() if " " in name}
    for name, user in {**first, **full}.items():
        names.by_start[_key(name)].append(Name(name, user, proposal=name not in full))
    return names


def _unique(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    users: dict[str, set[str]] = defaultdict(set)
    for name, user in pairs:
        users[name].add(user)
    return {name: next(iter(ids)) for name, ids in users.items() if len(ids) == 1}


def _full_names(person: Person) -> set[str]:
    """Names of two words or more (or in a script without spaces)."""
    written = {fold(clean(name)) for name in (person.full_name, person.display_name)}
    names = written | {name.replace(" ", "") for name in written if _UNSPACED.match(name)}
    return {name for name in names if len(name) >= _SHORTEST and (" " in name or _UNSPACED.match(name))}


def _first_names(person: Person) -> set[str]:
    words = [fold(clean(name)).split() for name in (person.full_name, person.display_name)]
    return {name[0] for name in words if name and len(name[0]) > _SHORTEST and _WORD.fullmatch(name[0])}


def _key(name: str) -> str:
    if _UNSPACED.match(name):
        return name[0]
    word = _WORD.match(name)
    return word.group() if word else name[0]


def _starts(folded: str) -> Iterator[tuple[int, str]]:
    """Where a name may begin, with its key: at a word, and at every character of a script without spaces."""
    for word in _WORD.finditer(folded):
        yield word.start(), word.group()
    if not folded.isascii():
        yield from ((each.start(), each.group()) for each in _UNSPACED.finditer(folded))


def _stands(name: Name, text: str, folded: str, start: int) -> bool:
    if not folded.startswith(name.folded, start):
        return False
    end = start + len(name.folded)
    if _UNSPACED.match(name.folded):
        return True
    if end < len(folded) and (folded[end].isalnum() or folded[end] == "_"):
        return False
    return not name.proposal or _is_name(name, text, start)


def _is_name(name: Name, text: str, start: int) -> bool:
    """Whether a first name is written as a name: with a capital where the script has them."""
    if text[start].islower():
        return False
    return name.folded not in _ALSO_WORDS or not _SENTENCE_START.search(text, max(0, start - 3), start)
