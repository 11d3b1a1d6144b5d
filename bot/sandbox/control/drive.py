"""Writing as a person: POST /control/say, edit, delete, upload, react, open_home, open_dm."""

from __future__ import annotations

import base64
import mimetypes

from bot.sandbox import messages, posting, views
from bot.sandbox.clock import ts_of
from bot.sandbox.control.asked import Asked, Handler
from bot.sandbox.control.read import shown
from bot.sandbox.events import publish
from bot.sandbox.refusal import ControlError, Json
from bot.sandbox.render import channel_row
from bot.sandbox.state import Channel, FileItem, Message, Person
from bot.sandbox.typed import rich_text, wire_text
from bot.sandbox.workspace import BOT_USER
from bot.sandbox.world import World

SUBTYPES = ("", "me_message", "thread_broadcast")


def active(asked: Asked) -> Person:
    """The person acting; raises ControlError for a deactivated account."""
    person = asked.person()
    if person.deleted or person.left:
        raise ControlError("account_inactive", f"{person.id} is deactivated.")
    return person


def writable(asked: Asked, person: Person) -> Channel:
    """The channel, when that person may write there; raises ControlError."""
    channel = asked.channel()
    if person.id not in channel.members:
        raise ControlError("not_in_channel", f"{person.id} is not in {channel.id}.")
    if channel.is_archived:
        raise ControlError("is_archived", f"{channel.id} is archived.")
    if channel.read_only and person.kind not in ("admin", "owner"):
        raise ControlError("restricted_action_read_only_channel", f"{channel.id} is read-only.")
    return channel


def _thread(asked: Asked, channel: Channel) -> str:
    thread_ts = asked.text("thread_ts", "")
    parent = channel.messages.get(thread_ts)
    if thread_ts and (parent is None or parent.is_reply):
        raise ControlError("thread_not_found", f"There is no thread {thread_ts} in {channel.id}.", 404)
    if thread_ts in channel.locked_threads:
        raise ControlError("restricted_action_thread_locked", "The thread is locked.")
    return thread_ts


def _wire(asked: Asked, world: World) -> str:
    text = asked.text("text", "")
    return text if asked.flag("raw") else wire_text(world.space, text)


def say(asked: Asked) -> Json:
    """Post a message or a reply."""
    world, person = asked.world, active(asked)
    channel, subtype = writable(asked, person), asked.text("subtype", "")
    if subtype not in SUBTYPES:
        raise ControlError("unknown_subtype", f"A person's message has one of the subtypes {SUBTYPES}.")
    return _posted(asked, channel, _message(asked, world, person, channel, subtype=subtype))


def _message(asked: Asked, world: World, person: Person, channel: Channel, **more: object) -> Message:
    thread_ts, text = _thread(asked, channel), _wire(asked, world)
    if not text and not more.get("files"):
        raise ControlError("no_text", "A message needs a text.")
    return posting.new_message(
        world,
        channel,
        person.id,
        text,
        thread_ts=thread_ts,
        blocks=rich_text(text) if text else [],
        client_msg_id=posting.client_msg_id(),
        broadcast=bool(thread_ts) and asked.flag("broadcast"),
        **more,
    )


def _posted(asked: Asked, channel: Channel, message: Message) -> Json:
    posting.post(asked.world, channel, message)
    return {"ts": message.ts, "message": shown(asked.world, message)}


def upload(asked: Asked) -> Json:
    """Post a message with a file."""
    world, person = asked.world, active(asked)
    channel, name = writable(asked, person), asked.text("name")
    if "content_base64" in asked.body:
        content = base64.b64decode(asked.text("content_base64"))
    else:
        content = asked.text("content").encode()
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    item = FileItem(
        world.space.new_id("F"),
        name,
        person.id,
        asked.text("title", name),
        "",
        kind,
        len(content),
        content,
        True,
        True,
        world.clock.seconds(),
    )
    world.space.files[item.id] = item
    return _posted(asked, channel, _message(asked, world, person, channel, subtype="file_share", files=[item]))


def _own(asked: Asked) -> tuple[Person, Channel, Message]:
    person, channel = active(asked), asked.channel()
    message = asked.message(channel)
    if message.user != person.id and person.kind not in ("admin", "owner"):
        raise ControlError("not_your_message", f"The message is not {person.id}'s.")
    return person, channel, message


def edit(asked: Asked) -> Json:
    """Edit one's own message."""
    person, channel, message = _own(asked)
    if message.user != person.id:
        raise ControlError("not_your_message", "Only the author edits a message.")
    text = _wire(asked, asked.world)
    messages.edit(asked.world, channel, message, {"text": text, "blocks": rich_text(text)}, person.id, marked=True)
    return {"message": shown(asked.world, message)}


def delete(asked: Asked) -> Json:
    """Delete one's own message; admins delete any."""
    _person, channel, message = _own(asked)
    messages.delete(asked.world, channel, message)
    return {}


def react(asked: Asked) -> Json:
    """Add a reaction."""
    return _reacted(asked, add=True)


def unreact(asked: Asked) -> Json:
    """Take a reaction away."""
    return _reacted(asked, add=False)


def _reacted(asked: Asked, *, add: bool) -> Json:
    person, channel = active(asked), asked.channel()
    message = asked.message(channel)
    messages.react(asked.world, channel, message, person.id, asked.text("name").strip(":"), add=add)
    return {"message": shown(asked.world, message)}


def open_home(asked: Asked) -> Json:
    """Open the app's Home (or Messages) tab; `app_home_opened` is sent every time."""
    world, person, tab = asked.world, active(asked), asked.text("tab", "home")
    if not (world.app.home_tab if tab == "home" else world.app.messages_tab):
        raise ControlError("not_enabled", f"The app has no {tab} tab.")
    channel = world.space.open_direct(person.id, BOT_USER, world.clock.seconds())
    view = world.space.homes.get(person.id)
    event: Json = {
        "type": "app_home_opened",
        "user": person.id,
        "channel": channel.id,
        "tab": tab,
        "event_ts": ts_of(world.clock.micros()),
    }
    if view and tab == "home":
        event["view"] = views.view_json(world, view)
    publish(world, event)
    return {"view": views.view_json(world, view) if view else None, "channel": channel.id}


def open_dm(asked: Asked) -> Json:
    """Open the direct message with the bot or with somebody else."""
    world, person = asked.world, active(asked)
    other = asked.person("with").id if "with" in asked.body else BOT_USER
    if other == BOT_USER and not world.app.messages_tab:
        raise ControlError("messages_tab_disabled", "The app takes no direct messages.")
    channel = world.space.open_direct(person.id, other, world.clock.seconds())
    world.changes.add("channel", channel=channel.id)
    return {"channel": channel_row(world, channel)}


def bot_say(asked: Asked) -> Json:
    """Let another app's bot speak."""
    world, bot = asked.world, active(asked)
    if not bot.bot_id or bot.id == BOT_USER:
        raise ControlError("not_a_bot", f"{bot.id} is not another app's bot.")
    channel, thread_ts = writable(asked, bot), _thread(asked, asked.channel())
    classic: Json = {"subtype": "bot_message", "username": bot.real_name} if asked.flag("classic") else {}
    message = posting.new_message(
        world,
        channel,
        "" if classic else bot.id,
        _wire(asked, world),
        bot_id=bot.bot_id,
        thread_ts=thread_ts,
        **classic,
    )
    return _posted(asked, channel, message)


DRIVE: dict[str, Handler] = {
    "say": say,
    "upload": upload,
    "edit": edit,
    "delete": delete,
    "react": react,
    "unreact": unreact,
    "open_home": open_home,
    "open_dm": open_dm,
    "bots/say": bot_say,
}
