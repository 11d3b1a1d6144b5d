"""One person of a sandbox, to act as."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.sandbox.refusal import Json

if TYPE_CHECKING:
    from bot.sandbox.driver import Driver


class Person:
    """Everything one person can do in the workspace. Channels by id or name, messages as the control API gives them."""

    def __init__(self, driver: Driver, user_id: str) -> None:
        self._driver = driver
        self.id = user_id

    def _post(self, path: str, **fields: object) -> Json:
        return self._driver.post(path, person=self.id, **fields)

    def say(self, channel: str, text: str, thread_ts: str | None = None, **more: object) -> Json:
        """Post a message or a reply; gives the message. `more`: broadcast, subtype, raw."""
        message: Json = self._post("say", channel=channel, text=text, thread_ts=thread_ts, **more)["message"]
        return message

    def upload(self, channel: str, name: str, content: str, text: str = "", thread_ts: str | None = None) -> Json:
        """Post a message with a text file; gives the message."""
        fields = {"channel": channel, "name": name, "content": content, "text": text, "thread_ts": thread_ts}
        message: Json = self._post("upload", **fields)["message"]
        return message

    def edit(self, message: Json, text: str) -> Json:
        """Edit one's message; gives it as it is now."""
        edited: Json = self._post("edit", channel=message["channel"], ts=message["ts"], text=text)["message"]
        return edited

    def delete(self, message: Json) -> None:
        """Delete a message."""
        self._post("delete", channel=message["channel"], ts=message["ts"])

    def react(self, message: Json, name: str) -> None:
        """Add a reaction."""
        self._post("react", channel=message["channel"], ts=message["ts"], name=name)

    def command(self, text: str, channel: str, thread_ts: str | None = None) -> Json:
        """Run a slash command, typed as one line; gives the outcome (`ok`, `error`, `response`, `modal`)."""
        return self._post("command", channel=channel, text=text, thread_ts=thread_ts)

    def press(self, message: Json, action_id: str, value: Any = None, block_id: str | None = None) -> Json:
        """Press a button (or choose `value` in a select) of a message; gives the outcome."""
        where = {"channel": message["channel"], "ts": message["ts"]}
        return self._post("press", **where, action_id=action_id, value=value, block_id=block_id)

    def press_in_modal(self, action_id: str, value: Any = None, block_id: str | None = None) -> Json:
        """Press a button (or choose `value`) in the open form; gives the outcome."""
        return self._post("press", view="modal", action_id=action_id, value=value, block_id=block_id)

    def press_in_home(self, action_id: str, value: Any = None, block_id: str | None = None) -> Json:
        """Press a button (or choose `value`) in App Home; gives the outcome."""
        return self._post("press", view="home", action_id=action_id, value=value, block_id=block_id)

    def modal(self) -> Json | None:
        """The form open for this person, or None."""
        found: Json | None = self._driver.get("modal", person=self.id)["modal"]
        return found

    def modal_values(self) -> Json:
        """What stands in the open form: `{block_id: {action_id: content}}`."""
        found: Json = self._driver.get("modal", person=self.id)["contents"]
        return found

    def fill(self, values: Json) -> Json:
        """Put values into the open form (see "Values" in docs/sandbox-api.md)."""
        return self._post("fill", values=values)

    def submit(self, values: Json | None = None) -> Json:
        """Hand the open form in; gives the outcome with `errors` by block id."""
        return self._post("submit", values=values)

    def close(self, everything: bool = False) -> Json:
        """Close the open form, or all of them."""
        return self._post("close", all=everything)

    def shortcut(self, callback_id: str, message: Json | None = None) -> Json:
        """Use a global shortcut, or a message shortcut on a message."""
        where = {"channel": message["channel"], "ts": message["ts"]} if message else {}
        return self._post("shortcut", callback_id=callback_id, **where)

    def open_home(self, tab: str = "home") -> Json | None:
        """Open App Home; gives the view it had at that moment."""
        found: Json | None = self._post("open_home", tab=tab)["view"]
        return found

    def home(self) -> Json | None:
        """The App Home of this person as it is."""
        found: Json | None = self._driver.get("home", person=self.id)["view"]
        return found

    def dm(self) -> str:
        """The id of the direct message with the bot, opened when needed."""
        return str(self._post("open_dm")["channel"]["id"])

    def dm_messages(self) -> list[Json]:
        """What stands in the direct message with the bot."""
        return self.messages(self.dm())

    def messages(self, channel: str) -> list[Json]:
        """A channel as this person sees it, oldest first, ephemeral messages included."""
        return list(self._driver.get("messages", channel=channel, person=self.id)["messages"])

    def thread(self, channel: str, ts: str) -> list[Json]:
        """A thread as this person sees it, its parent first."""
        return list(self._driver.get("messages", channel=channel, person=self.id, thread_ts=ts)["messages"])

    def ephemerals(self, channel: str) -> list[Json]:
        """What only this person sees in the channel and its threads."""
        return list(self._driver.get("ephemerals", channel=channel, person=self.id)["messages"])

    def find(self, channel: str, text: str) -> Json | None:
        """The latest message of the channel that this person sees and whose text contains `text`."""
        return next((m for m in reversed(self.messages(channel)) if text in m["text"]), None)

    def notices(self) -> list[Json]:
        """What Slack itself told this person."""
        return list(self._driver.get("notices", person=self.id)["notices"])

    def change(self, **fields: object) -> Json:
        """Change the account: kind=, deleted=, tz=, real_name=, left=, …"""
        return self._post("people/change", **fields)
