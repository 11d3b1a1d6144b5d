"""One call of a Web API method: its arguments, whatever way they came."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from bot.sandbox.refusal import Json, RefusalError, refuse_with
from bot.sandbox.world import World

JSON_ARGS = frozenset({"blocks", "attachments", "view", "metadata", "files", "unfurls"})


@dataclass
class Call:
    """A call with its arguments; all readers raise Slack's refusals for what is missing or malformed."""

    world: World
    method: str
    args: Json

    def text(self, name: str, default: str = "") -> str:
        """An argument as text, stripped of nothing; `default` when absent or null."""
        value = self.args.get(name)
        return default if value is None else str(value)

    def needed(self, name: str, code: str = "invalid_arguments") -> str:
        """An argument that must be there; raises `code` otherwise."""
        value = self.text(name)
        if not value:
            if code == "invalid_arguments":
                raise refuse_with(code, [f"[ERROR] missing required field: {name}"])
            raise RefusalError(code)
        return value

    def flag(self, name: str) -> bool:
        """A boolean argument in any of the forms the clients send."""
        return str(self.args.get(name, "")).lower() in ("1", "true")

    def number(self, name: str, default: int, most: int) -> int:
        """A positive integer argument; raises `invalid_limit` above `most` or when it is no number."""
        value = self.args.get(name)
        if value in (None, "", 0, "0"):
            return default
        if not str(value).isdigit() or int(str(value)) > most:
            raise RefusalError("invalid_limit" if name == "limit" else "invalid_arguments")
        return int(str(value))

    def parsed(self, name: str, kind: type, code: str) -> Any:
        """A JSON argument of that kind, or None when absent; raises `code` when it is not valid JSON of that kind."""
        value = self.args.get(name)
        if isinstance(value, str) and value:
            try:
                value = json.loads(value)
            except ValueError as error:
                raise RefusalError(code) from error
        if value in (None, ""):
            return None
        if not isinstance(value, kind):
            raise RefusalError(code)
        return value


def read_args(content_type: str, query: str, body: bytes) -> Json:
    """The arguments of a request: from its query and from a form or JSON body; raises RefusalError for bad JSON."""
    args: Json = dict(parse_qsl(query, keep_blank_values=True))
    if content_type.startswith("application/json"):
        args |= _json_body(body)
    elif body:
        args |= dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
    return args


def _json_body(body: bytes) -> Json:
    try:
        value = json.loads(body or b"{}")
    except ValueError as error:
        raise RefusalError("invalid_json") from error
    if not isinstance(value, dict):
        raise RefusalError("json_not_object")
    return value


def shown_args(args: Json) -> Json:
    """The arguments for the log: JSON strings unpacked, the token left out."""
    return {name: _unpacked(value) if name in JSON_ARGS else value for name, value in args.items() if name != "token"}


def _unpacked(value: Any) -> Any:
    """A JSON string unpacked; a malformed one as it came, since the door has its say about it."""
    try:
        return json.loads(value) if isinstance(value, str) else value
    except ValueError:
        return value
