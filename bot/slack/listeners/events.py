"""What happens around the threads: people, channels, the bot itself. Each event is taken once, by its event_id."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.records import channels, pilots, receipts
from bot.records.tables import Pilot
from bot.slack.catching_up import catch_up
from bot.slack.directory import Directory, keep
from bot.slack.incoming import Payload, account_of, at, text_at
from bot.slack.listeners.mentions import on_mention
from bot.slack.office import Office
from bot.work import say
from bot.work.changes import after_change
from bot.work.desk import Desk
from bot.work.threads import hold, release

Handler = Callable[[Desk, Payload], None]


def on_event(office: Office, directory: Directory, event: Payload, event_id: str) -> None:
    """One event of any type but ``message``."""
    kind = text_at(event, "type")
    with office.desk() as desk:
        if event_id and not receipts.take(desk.session, desk.team, event_id, desk.now):
            return
        handler = EVENTS.get(kind)
        if handler is not None:
            handler(desk, event)
        _came_or_went(office, desk, event)
    if kind == "member_joined_channel" and text_at(event, "user") == office.user:
        office.background.later(_come_back, office, directory, text_at(event, "channel"))
    elif kind == "app_mention":
        on_mention(office, event)


def _come_back(office: Office, directory: Directory, channel: str) -> None:
    """The bot was invited (again): who is there, and what was written in the threads meanwhile."""
    directory.read_channel(channel)
    catch_up(office, channel)


def _user(desk: Desk, event: Payload) -> None:
    user = at(event, "user")
    if isinstance(user, Mapping):
        keep(desk, account_of(user, desk.team))


def _came_or_went(office: Office, desk: Desk, event: Payload) -> None:
    """Somebody, perhaps the bot, came into a channel or went."""
    user, channel = text_at(event, "user"), text_at(event, "channel")
    kind = text_at(event, "type")
    if kind == "member_joined_channel" and user == office.user:
        # Not among its people yet: that the bot stands there says that the list was read (``people.acts_in``).
        channels.left(desk.session, desk.team, channel, user)
        channels.put(desk.session, desk.team, channel, desk.now, joined=True)
        _release(desk, channel)
    elif kind == "member_joined_channel":
        channels.joined(desk.session, desk.team, channel, user)
    elif kind == "member_left_channel":
        channels.left(desk.session, desk.team, channel, user)


def _bot_left(desk: Desk, event: Payload) -> None:
    channel = text_at(event, "channel")
    channels.put(desk.session, desk.team, channel, desk.now, joined=False)
    for pilot in _open_here(desk, channel):
        hold(desk, pilot, "not_in_channel")


def _archived(desk: Desk, event: Payload) -> None:
    channel = text_at(event, "channel")
    channels.put(desk.session, desk.team, channel, desk.now, archived=True)
    for pilot in _open_here(desk, channel):
        hold(desk, pilot, "is_archived")


def _unarchived(desk: Desk, event: Payload) -> None:
    channel = text_at(event, "channel")
    channels.put(desk.session, desk.team, channel, desk.now, archived=False)
    _release(desk, channel)


def _renamed(desk: Desk, event: Payload) -> None:
    channel = text_at(event, "channel", "id")
    if channel:
        channels.put(desk.session, desk.team, channel, desk.now, name=text_at(event, "channel", "name"))


def _new_id(desk: Desk, event: Payload) -> None:
    """A channel got another id (shared with another company): everything that names it follows."""
    channels.rename_id(desk.session, desk.team, text_at(event, "old_channel_id"), text_at(event, "new_channel_id"))


def _gone(desk: Desk, event: Payload) -> None:
    """The app was uninstalled: nothing is posted until it is back; nothing is deleted."""
    del event
    for pilot in pilots.all_of(desk.session, desk.team):
        if pilot.state == "open" and not pilot.hold:
            hold(desk, pilot, "uninstalled")


def _home(desk: Desk, event: Payload) -> None:
    if event.get("tab", "home") == "home":
        say.home(desk, text_at(event, "user"))


def _nothing(desk: Desk, event: Payload) -> None:
    """Known, and nothing in the records follows from it."""
    del desk, event


EVENTS: dict[str, Handler] = {
    "app_mention": _nothing,
    "app_home_opened": _home,
    "user_change": _user,
    "team_join": _user,
    "member_joined_channel": _nothing,
    "member_left_channel": _nothing,
    "channel_left": _bot_left,
    "group_left": _bot_left,
    "channel_archive": _archived,
    "group_archive": _archived,
    "channel_unarchive": _unarchived,
    "group_unarchive": _unarchived,
    "channel_rename": _renamed,
    "group_rename": _renamed,
    "channel_deleted": _archived,
    "group_deleted": _archived,
    "channel_id_changed": _new_id,
    "app_uninstalled": _gone,
    "tokens_revoked": _gone,
}


def _open_here(desk: Desk, channel: str) -> list[Pilot]:
    return [pilot for pilot in pilots.in_channel(desk.session, desk.team, channel) if pilot.state == "open"]


def _release(desk: Desk, channel: str) -> None:
    for pilot in pilots.held(desk.session, desk.team, channel):
        release(desk, pilot)
        after_change(desk, pilot)
