"""Asking Slack who is who: accounts, channels and who is in them. Outside transactions; what is learnt is kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import structlog

from bot.records import channels, entries, members, pilots
from bot.slack.incoming import account_of, text_at
from bot.slack.lists import TROUBLE, UnreadError, code_of
from bot.slack.office import Office
from bot.work import leaving, people
from bot.work.changes import after_change
from bot.work.checkins.planning import owner_asked_anew
from bot.work.desk import Desk
from bot.work.interview.replies import verify

log = structlog.get_logger(__name__)
KINDS = {"types": "public_channel,private_channel"}
UNSEEN = "channel_not_found"
NO_SUCH_USER = {"user_not_found", "users_not_found"}
MOST = 999
"""People of a channel in one answer (Slack: fewer than 1000)."""


class Directory:
    """The cache of accounts and channel members: filled when the bot starts or joins, kept by events.

    ``refresh``, ``find_person``, ``read_channel`` and ``read_people`` take their time and belong in the background;
    ``meet`` and ``arrive`` ask once, before an acknowledgement. Where Slack is not read to the end, nothing is changed.
    """

    def __init__(self, office: Office) -> None:
        self._office = office

    def refresh(self) -> None:
        """Learn every account of the workspace and every channel the bot is in (at start, and once a day)."""
        try:
            listed = self._learn_everybody()
            found = self._office.lists.all("users.conversations", "channels", **KINDS)
        except UnreadError as error:
            self._office.lists.missed(error)
            return
        joined = [text_at(channel, "id") for channel in found]
        self._not_joined_but(joined)
        for channel in joined:
            self.read_channel(channel)
        self._look_for(listed)

    def _learn_everybody(self) -> set[str]:
        """Learn every account that Slack lists; their user ids."""
        listed: set[str] = set()
        for users in self._office.lists.pages("users.list", "members"):
            self.learn(*users)
            listed |= {text_at(user, "id") for user in users}
        return listed

    def _look_for(self, listed: set[str]) -> None:
        """Ask Slack about each account that a pilot names and the whole list did not hold: it may be gone."""
        with self._office.reading_desk() as desk:
            missing = leaving.everybody_named(desk) - listed
        for user in sorted(missing):
            self.find_person(user)

    def _not_joined_but(self, joined: list[str]) -> None:
        with self._office.desk() as desk:
            for known in channels.all_of(desk.session, desk.team):
                if known.joined and known.channel not in joined:
                    channels.put(desk.session, desk.team, known.channel, desk.now, joined=False)

    def learn(self, *users: Mapping[str, Any]) -> None:
        """Keep what Slack says about accounts, in one transaction."""
        with self._office.desk() as desk:
            for user in users:
                keep(desk, account_of(user, desk.team))

    def find_person(self, user: str) -> None:
        """Ask Slack about one account until it says who it is, or that there is none."""
        try:
            self.learn(self._office.lists.ask("users.info", user=user)["user"])
        except UnreadError as error:
            self._office.lists.missed(error)
            if error.code in NO_SUCH_USER:
                with self._office.desk() as desk:
                    leaving.gone(desk, user)

    def read_channel(self, channel: str) -> None:
        """Ask Slack about one channel and who is in it."""
        try:
            found = self._office.lists.ask("conversations.info", channel=channel)["channel"]
        except UnreadError as error:
            self._office.lists.missed(error)
            self._note_refused(channel, error.code)
            return
        if self._keep_channel(channel, found):
            self.read_people(channel)

    def read_people(self, channel: str) -> None:
        """Ask Slack who is in a channel."""
        with self._office.reading_desk() as desk:
            known = channels.people(desk.session, desk.team, channel)
        try:
            users = self._office.lists.all("conversations.members", "members", channel=channel)
        except UnreadError as error:
            self._office.lists.missed(error)
            return
        with self._office.desk() as desk:
            channels.set_people(desk.session, desk.team, channel, users, known)

    def meet(self, user: str) -> None:
        """Somebody nobody has heard of acts: ask Slack before anything changes."""
        with self._office.reading_desk() as desk:
            known = members.get(desk.session, desk.team, user) is not None
        if not known:
            self._look_at_person(user)

    def arrive(self, channel: str) -> None:
        """A command comes from, or names, a channel that the bot is not known to be in: ask Slack before it is refused.

        One call; who is in the channel is read in the background.
        """
        with self._office.reading_desk() as desk:
            known = channels.get(desk.session, desk.team, channel)
        if (known is None or not known.joined) and self._look_at_channel(channel):
            self._office.background.later(self.read_people, channel)

    def _look_at_person(self, user: str) -> None:
        try:
            answer = self._office.client.users_info(user=user)
        except TROUBLE as error:
            log.warning("person_not_found", error=code_of(error))
            return
        self.learn(answer["user"])

    def _look_at_channel(self, channel: str) -> bool:
        """Ask Slack once about one channel; whether the bot is in it."""
        try:
            found = self._office.client.conversations_info(channel=channel)["channel"]
        except TROUBLE as error:
            log.info("channel_not_seen", channel=channel, error=code_of(error))
            self._note_refused(channel, code_of(error))
            return False
        return self._keep_channel(channel, found)

    def _joined(self, channel: str, found: Mapping[str, Any]) -> bool:
        """Whether the bot is in the channel. Where Slack's answer does not say, the list of its people does."""
        if "is_member" in found:
            return bool(found["is_member"])
        try:
            users = self._office.client.conversations_members(channel=channel, limit=MOST).get("members")
        except TROUBLE as error:
            log.info("members_not_seen", channel=channel, error=code_of(error))
            return False
        return self._office.user in (users or ())

    def _keep_channel(self, channel: str, found: Mapping[str, Any]) -> bool:
        """Keep what Slack says about a channel; whether the bot is in it."""
        joined, archived = self._joined(channel, found), bool(found.get("is_archived"))
        with self._office.desk() as desk:
            channels.put(
                desk.session,
                desk.team,
                channel,
                desk.now,
                name=text_at(found, "name"),
                private=bool(found.get("is_private")),
                archived=archived,
                shared=bool(found.get("is_ext_shared")),
                joined=joined,
            )
            if joined and not archived:
                _let_go_on(desk, channel)
        return joined

    def _note_refused(self, channel: str, code: str) -> None:
        """Where Slack shows the bot no such channel, it is a private one that the bot is not in."""
        if code == UNSEEN:
            with self._office.desk() as desk:
                channels.put(desk.session, desk.team, channel, desk.now, private=True, joined=False)


def keep(desk: Desk, account: people.Account) -> None:
    """Keep an account: what it wrote before is filed now, and pilots that name it are brought up to date."""
    if not account.user:
        return
    was_away = people.away_until(desk, account.user)
    leaving.keep(desk, account)
    if people.away_until(desk, account.user) != was_away:
        owner_asked_anew(desk, account.user)
    for entry in entries.unverified(desk.session, desk.team, account.user):
        verify(desk, entry)


def _let_go_on(desk: Desk, channel: str) -> None:
    """The bot is in the channel: pilots that waited are posted; those whose thread is still closed are held again."""
    for pilot in pilots.held(desk.session, desk.team, channel):
        pilot.hold = ""
        desk.session.add(pilot)
        after_change(desk, pilot)
