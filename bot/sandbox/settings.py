"""What of the sandbox can be set while it runs."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field

from bot.sandbox.refusal import ControlError, Json


@dataclass
class SandboxSettings:
    """Times are real seconds; `retry_scale` shortens the waits between retries."""

    strict_limits: bool = True
    ack_timeout_seconds: float = 3.0
    retry_seconds: list[float] = field(default_factory=lambda: [0.0, 60.0, 300.0])
    retry_scale: float = 1.0
    trigger_seconds: float = 3.0
    calls_kept: int = 20_000

    def take(self, changes: Json) -> None:
        """Set what `changes` names; raises ControlError for a name or a kind of value it does not know."""
        known = asdict(type(self)())
        for name, value in changes.items():
            if name not in known:
                raise ControlError("unknown_setting", f"There is no setting {name!r}; known: {', '.join(known)}.")
            self._check(name, known[name], value)
            setattr(self, name, value)

    @staticmethod
    def _check(name: str, known: object, value: object) -> None:
        kinds = (int, float) if isinstance(known, float) else (type(known),)
        if not isinstance(value, kinds) or isinstance(value, bool) != isinstance(known, bool):
            raise ControlError("wrong_setting", f"{name} takes a value like {known!r}, not {value!r}.")

    def shown(self) -> Json:
        """The settings as JSON."""
        return asdict(self)
