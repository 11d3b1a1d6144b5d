"""The commands, one function each: what the words mean, checked, and handed to the work."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.records import channels, pilots
from bot.records.tables import Pilot
from bot.slack.outcome import Opens, Outcome, Shows
from bot.slack.pages import help as help_pages
from bot.slack.showing import listing, status
from bot.work import details, find, life, moving, proposing, shipping
from bot.work import pilots as opening
from bot.work.authority import may_answer, may_lead, still_open
from bot.work.desk import Desk
from bot.work.names import clean_name
from bot.work.places import may_start
from bot.work.records_out import ask_for_record
from bot.work.results import Refusal, Result
from bot.work.views import current, record_of

PERSON = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^>]*)?>")
CHANNEL = re.compile(r"<#([CG][A-Z0-9]+)(?:\|[^>]*)?>")


@dataclass(frozen=True, slots=True)
class Asked:
    """A command: who typed it where. ``direct``: in a direct or group message; ``private``: in a private channel."""

    user: str
    channel: str
    text: str
    thread_ts: str = ""
    direct: bool = False
    private: bool = False
    team: str = ""


Command = Callable[[Desk, Asked, str], Outcome]


def start(desk: Desk, asked: Asked, words: str) -> Outcome:
    """``start <name>``; without a name, a form."""
    if asked.direct:
        return Refusal("direct_message")
    refused = may_start(desk, asked.channel, asked.user) or _not_there(desk, asked)
    if refused is not None:
        return refused
    if not words:
        return Opens("start", args={"channel": asked.channel})
    _, result = opening.start(desk, asked.channel, asked.user, plain(words))
    return result


def _not_there(desk: Desk, asked: Asked) -> Refusal | None:
    """In a public channel without the bot nothing is created; in a private one the pilot waits for the invitation."""
    known = channels.get(desk.session, desk.team, asked.channel)
    if known is None or known.joined or known.private or asked.private:  # None: Slack could not be asked, so try
        return None
    return Refusal("not_in_channel", {"command": f"/shipready {html.unescape(asked.text)}"})


def show_status(desk: Desk, asked: Asked, words: str) -> Outcome:
    """``status [pilot]``: the whole state, to the person alone."""
    pilot = _pilot(desk, asked, words)
    if isinstance(pilot, Refusal):
        return pilot
    return Shows(status(pilot.id or 0))


def show_list(desk: Desk, asked: Asked, words: str) -> Outcome:
    """``list [blocked|ready|live|all] [everywhere]``."""
    del desk
    return Shows(listing(asked.channel, asked.user, words.lower().split()))


def propose(role: str) -> Command:
    """``owner|backup|reviewer <pilot> @person``: proposes; the person named answers by their own click."""

    def command(desk: Desk, asked: Asked, words: str) -> Outcome:
        person = PERSON.search(words)
        pilot = _for(desk, asked, PERSON.sub(" ", words), may_answer)
        if isinstance(pilot, Refusal):
            return pilot
        if person is None:
            return Refusal("which_person", {"role": role})
        return proposing.propose(desk, pilot, asked.user, role, person[1])

    return command


def record(desk: Desk, asked: Asked, words: str) -> Outcome:
    """``record <pilot>``: uploads the readiness record to the thread."""
    return _then(desk, asked, words, may_answer, lambda pilot: ask_for_record(desk, pilot))


def ship(desk: Desk, asked: Asked, words: str) -> Outcome:
    """``ship <pilot>``: live; while not ready, the form for *shipped anyway*."""
    pilot = _for(desk, asked, words, may_lead)
    if isinstance(pilot, Refusal):
        return pilot
    result = shipping.ship(desk, pilot, asked.user)
    needs = isinstance(result, Refusal) and result.code == "needs_decision"
    return Opens("shipped_anyway", pilot.id) if needs else result


def retire(desk: Desk, asked: Asked, words: str) -> Outcome:
    """``retire <pilot>``."""
    return _then(desk, asked, words, may_lead, lambda pilot: life.retire(desk, pilot, asked.user))


def reopen(desk: Desk, asked: Asked, words: str) -> Outcome:
    """``reopen <pilot>``; without a name, the only retired one of the channel."""
    here = pilots.in_channel(desk.session, desk.team, asked.channel)
    state = "retired" if any(pilot.state == "retired" for pilot in here) else "open"
    pilot = _allowed(desk, asked, _pilot(desk, asked, words, state), may_lead, retired=True)
    return pilot if isinstance(pilot, Refusal) else life.reopen(desk, pilot, asked.user)


def rename(desk: Desk, asked: Asked, words: str) -> Outcome:
    """``rename <pilot> to <new name>``, also without the *to*; a new name alone, with one pilot in the channel."""
    found, new = _to_rename(desk, asked, words)
    pilot = _allowed(desk, asked, found, may_lead)
    if isinstance(pilot, Refusal):
        return pilot
    return details.rename(desk, pilot, asked.user, new) if new else Opens("rename", pilot.id)


def _to_rename(desk: Desk, asked: Asked, words: str) -> tuple[Pilot | Refusal, str]:
    """Which pilot, and its new name ("" where none stands there)."""
    typed = clean_name(html.unescape(words))
    found, rest = find.split(desk, asked.channel, asked.user, typed)
    old, separator, new = f" {typed}".rpartition(" to ")
    if found is not None:
        return found, plain(rest.removeprefix("to ") if rest != "to" else "")
    return _pilot(desk, asked, old if separator else ""), plain(new)


def move(desk: Desk, asked: Asked, words: str) -> Outcome:
    """``move <pilot> #channel``."""
    target = CHANNEL.search(words)
    pilot = _for(desk, asked, CHANNEL.sub(" ", words), may_lead)
    if isinstance(pilot, Refusal):
        return pilot
    return moving.move(desk, pilot, asked.user, target[1]) if target else Refusal("which_channel")


def lead(desk: Desk, asked: Asked, words: str) -> Outcome:
    """``lead <pilot> @person``."""
    person = PERSON.search(words)
    pilot = _for(desk, asked, PERSON.sub(" ", words), may_lead)
    if isinstance(pilot, Refusal):
        return pilot
    return life.lead(desk, pilot, asked.user, person[1]) if person else Refusal("which_person", {"role": "lead"})


def incident(desk: Desk, asked: Asked, words: str) -> Outcome:
    """``incident <pilot>``: a form."""
    pilot = _for(desk, asked, words, may_answer)
    return pilot if isinstance(pilot, Refusal) else Opens("incident", pilot.id)


def show_help(desk: Desk, asked: Asked, words: str) -> Outcome:
    """``help``: four to begin with."""
    del desk, asked, words
    return Shows(lambda _: help_pages.help_page())


def unknown(text: str) -> Outcome:
    """A word that is no command: the nearest one is offered."""
    return Shows(lambda _: help_pages.unknown(html.unescape(text), sorted(COMMANDS)))


COMMANDS: dict[str, Command] = {
    "start": start,
    "status": show_status,
    "list": show_list,
    "owner": propose("owner"),
    "backup": propose("backup"),
    "reviewer": propose("reviewer"),
    "record": record,
    "ship": ship,
    "retire": retire,
    "reopen": reopen,
    "rename": rename,
    "move": move,
    "lead": lead,
    "incident": incident,
    "help": show_help,
}

Check = Callable[..., Refusal | None]


def _then(desk: Desk, asked: Asked, words: str, check: Check, work: Callable[[Pilot], Result]) -> Result:
    """What may be asked for a retired pilot too."""
    pilot = _for(desk, asked, words, check, retired=True)
    return pilot if isinstance(pilot, Refusal) else work(pilot)


def _for(desk: Desk, asked: Asked, words: str, check: Check, *, retired: bool = False) -> Pilot | Refusal:
    """The pilot that the words name, if the person may do this with it."""
    return _allowed(desk, asked, _pilot(desk, asked, words), check, retired=retired)


def _allowed(
    desk: Desk, asked: Asked, pilot: Pilot | Refusal, check: Check, *, retired: bool = False
) -> Pilot | Refusal:
    if isinstance(pilot, Refusal):
        return pilot
    refused = check(desk, pilot, current(desk, record_of(desk, pilot)), asked.user)
    return refused or (None if retired else still_open(pilot)) or pilot


def _pilot(desk: Desk, asked: Asked, words: str, state: str = "open") -> Pilot | Refusal:
    """The pilot of the thread the command was written in, else the one that the words name."""
    if asked.thread_ts and not words.strip():
        here = pilots.by_root(desk.session, desk.team, asked.channel, asked.thread_ts)
        if here is not None:
            return here
    return find.one(desk, asked.channel, asked.user, plain(words), state)


def plain(words: str) -> str:
    """A name as it was typed: without quotes and with Slack's escapes undone."""
    return clean_name(html.unescape(words)).strip(find.QUOTES)
