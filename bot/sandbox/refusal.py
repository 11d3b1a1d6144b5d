"""How the sandbox says no."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]


class RefusalError(Exception):
    """A Web API call that Slack would refuse; `code` is Slack's error code, `extra` goes into the answer."""

    def __init__(self, code: str, *, status: int = 200, headers: dict[str, str] | None = None, **extra: Any) -> None:
        super().__init__(code)
        self.code = code
        self.status = status
        self.headers = headers or {}
        self.extra = extra

    def body(self) -> Json:
        """The JSON answer as Slack gives it."""
        return {"ok": False, "error": self.code, **self.extra}


def refuse_with(code: str, messages: list[str]) -> RefusalError:
    """A refusal that carries `response_metadata.messages`, as Slack does for blocks, views and arguments."""
    return RefusalError(code, response_metadata={"messages": messages})


class ControlError(Exception):
    """A control request that cannot be carried out: a code, and a sentence for whoever wrote the request."""

    def __init__(self, code: str, detail: str = "", status: int = 400) -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail
        self.status = status
