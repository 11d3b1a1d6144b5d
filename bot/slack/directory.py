"""Asking Slack who is who: accounts, channels and who is in them. Outside transactions; what is learnt is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

import structlog
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.records import channels, entries, facts, members, pilots
from bot.records.tables import Pilot
from bot.slack.incoming import account_of, text_at
from bot.slack.office import Office
from bot.work import people
from bot.work.changes import after_change
from bot.work.desk import Desk
from bot.work.interview.replies import verify

log = structlog.get_logger(__name__)
PAGE = 200
KINDS = {"types": "public_channel,private_channel"}
UNSEEN = "channel_not_found"
TROUBLE = (SlackApiError, SlackClientError, OSError)


class Directory:
    """The cache of accounts and channel members: filled when the bot starts or joins, kept by events."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def refresh(self) -> None:
        """Learn every account of the workspace and every channel the bot is in (at start, and once a day)."""
        for users in batched(self._pages("users_list", "members"), PAGE):
            self.learn(*users)
        joined = [text_at(channel, "id") for channel in self._pages("users_conversations", "channels", **KINDS)]
        with self._office.desk() as desk:
            for known in channels.all_of(desk.session, desk.team):
                if known.joined and known.channel not in joined:
                    channels.put(desk.session, desk.team, known.channel, desk.now, joined=False)
        for channel in joined:
            self.look_at_channel(channel)

    def learn(self, *users: Mapping[str, Any]) -> None:
        """Keep what Slack says about accounts, in one transaction."""
        with self._office.desk() as desk:
            for user in users:
                keep(desk, account_of(user, desk.team))

    def look_at_person(self, user: str) -> bool:
        """Ask Slack about one account; False when it could not be asked."""
        try:
            answer = self._office.client.users_info(user=user)
        except TROUBLE as error:
            log.warning("person_not_found", error=code_of(error))
            return False
        self.learn(answer["user"])
        return True

    def look_at_channel(self, channel: str) -> bool:
        """Ask Slack about one channel and who is in it; False when it could not be asked."""
        try:
            found = self._office.client.conversations_info(channel=channel)["channel"]
        except TROUBLE as error:
            log.info("channel_not_seen", channel=channel, error=code_of(error))
            if code_of(error) == UNSEEN:
                self._note_unseen(channel)
            return False
        joined = bool(found.get("is_member"))
        users = list(self._pages("conversations_members", "members", channel=channel)) if joined else []
        with self._office.desk() as desk:
            channels.put(
                desk.session,
                desk.team,
                channel,
                desk.now,
                name=text_at(found, "name"),
                private=bool(found.get("is_private")),
                archived=bool(found.get("is_archived")),
                shared=bool(found.get("is_ext_shared")),
                joined=joined,
            )
            if joined:
                channels.set_people(desk.session, desk.team, channel, users)
                _let_go_on(desk, channel, bool(found.get("is_archived")))
        return True

    def _note_unseen(self, channel: str) -> None:
        """Slack shows the bot no such channel: it is a private one that the bot is not in."""
        with self._office.desk() as desk:
            channels.put(desk.session, desk.team, channel, desk.now, private=True, joined=False)

    def meet(self, user: str) -> None:
        """Somebody nobody has heard of acts: ask Slack before anything changes."""
        with self._office.reading_desk() as desk:
            known = members.get(desk.session, desk.team, user) is not None
        if not known:
            self.look_at_person(user)

    def arrive(self, channel: str) -> None:
        """A command comes from a channel that the bot is not known to be in: ask Slack before it is refused."""
        with self._office.reading_desk() as desk:
            known = channels.get(desk.session, desk.team, channel)
        if known is None or not known.joined:
            self.look_at_channel(channel)

    def _pages(self, method: str, key: str, **args: Any) -> Iterator[Any]:
        """All items of a paged list; what could be read so far where Slack fails on the way."""
        cursor = ""
        while True:
            try:
                answer = getattr(self._office.client, method)(limit=PAGE, cursor=cursor or None, **args)
            except TROUBLE as error:
                log.warning("list_cut_short", method=method, error=code_of(error))
                return
            yield from answer.get(key) or []
            cursor = text_at(answer.get("response_metadata"), "next_cursor")
            if not cursor:
                return


def code_of(error: Exception) -> str:
    """Slack's error code, or the kind of trouble on the way to it."""
    response = getattr(error, "response", None)
    return str(response.get("error", "")) if response is not None else type(error).__name__


def keep(desk: Desk, account: people.Account) -> None:
    """Keep an account: what it wrote before is filed now, and pilots that name it are brought up to date."""
    if not account.user:
        return
    known = members.get(desk.session, desk.team, account.user) is not None
    changed = people.remember(desk, account)
    for entry in entries.unverified(desk.session, desk.team, account.user):
        verify(desk, entry)
    if known and changed:
        for pilot in pilots.all_of(desk.session, desk.team):
            if pilot.state == "open" and _named(desk, pilot, account.user):
                after_change(desk, pilot)


def _named(desk: Desk, pilot: Pilot, user: str) -> bool:
    return user == pilot.lead or user in facts.users_in(facts.of_pilot(desk.session, desk.team, pilot.id or 0))


def _let_go_on(desk: Desk, channel: str, archived: bool) -> None:
    """The bot is in the channel: pilots that waited are posted; those whose thread is still closed are held again."""
    for pilot in pilots.held(desk.session, desk.team, channel):
        if not archived:
            pilot.hold = ""
            desk.session.add(pilot)
            after_change(desk, pilot)


def batched(items: Iterable[Any], size: int) -> Iterator[list[Any]]:
    """Lists of at most ``size`` items (``itertools.batched`` comes with Python 3.12)."""
    remaining = iter(items)
    while page := list(islice(remaining, size)):
        yield page
