"""The commands, one function each: what the words mean, checked, and handed to the work."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.records import channels, pilots
from bot.records.tables import Pilot
from bot.slack.listeners.habits_table import channel_form, pilot_form
from bot.slack.outcome import Opens, Outcome, Shows
from bot.slack.pages import help as help_pages
from bot.slack.showing import FILTERS, listing, status
from bot.work import details, find, life, moving, proposing, shipping
from bot.work import pilots as opening
from bot.work.authority import may_answer, may_lead, still_open
from bot.work.checkins import asking_now
from bot.work.desk import Desk
from bot.work.names import clean_name, name_key, plain_words
from bot.work.places import may_start
from bot.work.records_out import ask_for_record
from bot.work.results import Refusal, Result
from bot.work.views import current, record_of

PERSON = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^>]*)?>")
CHANNEL = re.compile(r"<#([CG][A-Z0-9]+)(?:\|[^>]*)?>")
CHOICES = (*FILTERS, "everywhere")


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
    _, result = opening.start(desk, asked.channel, asked.user, plain(desk, words))
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
    chosen = words.lower().split()
    strange = [word for word in chosen if word not in CHOICES]
    if strange:
        return Refusal("list_word_unknown", {"words": plain(desk, strange[0])})
    return Shows(listing(asked.channel, asked.user, chosen))


def propose(role: str) -> Command:
    """``owner|backup|reviewer <pilot> @person``: proposes; the person named answers by their own click."""

    def command(desk: Desk, asked: Asked, words: str) -> Outcome:
        person = PERSON.search(words)
        pilot, unmet = _and_whom(desk, asked, PERSON.sub(" ", words), may_answer, "@")
        if isinstance(pilot, Refusal):
            return pilot
        if person is None:
            return _who(unmet, role)
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
    typed = clean_name(plain_words(desk, words))
    here = _of_thread(desk, asked)
    if here is not None:
        return here, _new_name(here, typed)
    found, rest = find.split(desk, asked.channel, asked.user, typed)
    old, separator, new = f" {typed}".rpartition(" to ")
    if found is not None:
        return found, bare(rest.removeprefix("to ") if rest != "to" else "")
    return _pilot(desk, asked, old if separator else ""), bare(new)


def _new_name(pilot: Pilot, typed: str) -> str:
    """In its own thread a pilot needs no name, so all words are the new one; unless they say the old one, then *to*."""
    old, _, new = f" {typed} ".partition(" to ")
    return bare(new) if name_key(bare(old)) in ("", pilot.name_key) and new else bare(typed)


def move(desk: Desk, asked: Asked, words: str) -> Outcome:
    """``move <pilot> #channel``."""
    target = CHANNEL.search(words)
    pilot, unmet = _and_whom(desk, asked, CHANNEL.sub(" ", words), may_lead, "#")
    if isinstance(pilot, Refusal):
        return pilot
    if target is None:
        return Refusal("channel_unknown", {"words": unmet}) if unmet else Refusal("which_channel")
    return moving.move(desk, pilot, asked.user, target[1])


def lead(desk: Desk, asked: Asked, words: str) -> Outcome:
    """``lead <pilot> @person``."""
    person = PERSON.search(words)
    pilot, unmet = _and_whom(desk, asked, PERSON.sub(" ", words), may_lead, "@")
    if isinstance(pilot, Refusal):
        return pilot
    return life.lead(desk, pilot, asked.user, person[1]) if person else _who(unmet, "lead")


def incident(desk: Desk, asked: Asked, words: str) -> Outcome:
    """``incident <pilot>``: a form."""
    pilot = _for(desk, asked, words, may_answer)
    return pilot if isinstance(pilot, Refusal) else Opens("incident", pilot.id)


def checkin(desk: Desk, asked: Asked, words: str) -> Outcome:
    """``checkin <pilot>``: the Tuesday question now."""
    pilot = _for(desk, asked, words, may_answer)
    return pilot if isinstance(pilot, Refusal) else asking_now.ask_now(desk, pilot)


def settings(desk: Desk, asked: Asked, words: str) -> Outcome:
    """``settings``: this channel's form; with a pilot's name, that of the pilot alone."""
    if words:
        pilot = _for(desk, asked, words, may_lead)
        return pilot if isinstance(pilot, Refusal) else pilot_form(desk, pilot)
    return Refusal("settings_need_channel") if asked.direct else channel_form(desk, asked.channel, asked.user)


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
    "checkin": checkin,
    "settings": settings,
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
    here = None if words.strip() else _of_thread(desk, asked)
    return here or find.one(desk, asked.channel, asked.user, plain(desk, words), state)


def _of_thread(desk: Desk, asked: Asked) -> Pilot | None:
    """The pilot of the thread that the command was written in."""
    return pilots.by_root(desk.session, desk.team, asked.channel, asked.thread_ts) if asked.thread_ts else None


def _and_whom(desk: Desk, asked: Asked, words: str, check: Check, mark: str) -> tuple[Pilot | Refusal, str]:
    """The pilot, and the name behind it that Slack made no mention of ("" for none): ``Invoice Coder @nobodyhere``."""
    pilot = _for(desk, asked, words, check)
    name, found, unmet = f" {words}".partition(f" {mark}")
    if not found or not isinstance(pilot, Refusal) or pilot.code != "pilot_unknown":
        return pilot, ""
    return _for(desk, asked, name, check), f"{mark}{plain(desk, unmet)}"


def _who(unmet: str, role: str) -> Refusal:
    """Nobody was named, or somebody whom Slack does not know by that name."""
    return Refusal("person_unknown", {"words": unmet}) if unmet else Refusal("which_person", {"role": role})


def plain(desk: Desk, words: str) -> str:
    """A name as it was typed: without quotes, with names for mentions, and with Slack's escapes undone."""
    return bare(clean_name(plain_words(desk, words)))


def bare(name: str) -> str:
    """A name without quotes around it."""
    return name.strip(find.QUOTES)
