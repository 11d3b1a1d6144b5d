"""The variables behind the settings: their names, what each allows, and the lines of a ``.env`` file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from dotenv.parser import parse_stream
from pydantic import BaseModel, SecretStr
from pydantic.fields import FieldInfo

from bot.settings import Settings

PREFIX = "SHIPREADY_"
ALIKE = 0.7
"""How alike a name has to be, from 0 to 1, to be offered in place of one that is unknown."""
SECRET = frozenset({"SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "DATABASE_URL"})


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable of the environment: its name, its default as it would be written, and what is allowed."""

    name: str
    default: str
    allowed: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with the settings: which (a variable, or a line of a file), what, and what is allowed."""

    name: str
    what: str
    allowed: str = ""


def variables() -> tuple[Variable, ...]:
    """Every variable that Shipready reads, in the order of the docs."""
    return tuple(_of(Settings, PREFIX))


def variable_name(location: tuple[int | str, ...]) -> str:
    """The variable behind the place of a validation error, for example ``("courier", "channel_seconds")``."""
    name = "__".join(str(part) for part in location)
    return name if name.isupper() else PREFIX + name.upper()


def _of(model: type[BaseModel], prefix: str) -> Iterator[Variable]:
    for key, field in model.model_fields.items():
        inner = field.annotation
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            yield from _of(inner, f"{prefix}{key.upper()}__")
        else:
            name = str(field.validation_alias or prefix + key.upper())
            yield Variable(name, _written(field.default), _allowed(field))


def _written(default: Any) -> str:
    if isinstance(default, bool):
        return str(default).lower()
    return "" if isinstance(default, SecretStr) else f"{default:g}" if isinstance(default, float) else str(default)


def _allowed(field: FieldInfo) -> str:
    if isinstance(field.json_schema_extra, dict):
        return str(field.json_schema_extra["allowed"])
    kind = "a whole number" if field.annotation is int else "a number"
    least, most = (_bound(field, name) for name in ("ge", "le"))
    return f"{kind} from {least:g} to {most:g}"


def _bound(field: FieldInfo, name: str) -> float:
    return next(float(value) for part in field.metadata if (value := getattr(part, name, None)) is not None)


def unknown(names: Iterable[str]) -> list[Problem]:
    """The names that begin like ours and are none, each with the nearest one that is."""
    known = [variable.name for variable in variables()]
    strange = sorted(name for name in names if name.startswith(PREFIX) and name not in known)
    return [Problem(name, "is not a setting of Shipready", _nearest(name, known)) for name in strange]


def _nearest(name: str, known: list[str]) -> str:
    near = max(known, key=lambda one: _likeness(name, one))
    alike = _likeness(name, near) >= ALIKE
    return f"did you mean {near}?" if alike else "docs/operate.md lists them all"


def _likeness(typed: str, name: str) -> float:
    """How alike two names are behind the prefix, 0 to 1: as a whole, or each typed word and the nearest of the name."""
    ours, theirs = name.removeprefix(PREFIX), typed.removeprefix(PREFIX)
    words = [max(_ratio(word, one) for one in ours.split("_")) for word in theirs.split("_") if word]
    return max(_ratio(theirs, ours), sum(words) / len(words) if words else 0.0)


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def read_env_file(path: Path) -> tuple[Mapping[str, str], list[Problem]]:
    """The values in a ``.env`` file, and its lines that cannot be read: named, never shown. No file: nothing."""
    try:
        with path.open(encoding="utf-8-sig") as stream:
            bindings = list(parse_stream(stream))
    except FileNotFoundError:
        return {}, []
    except (OSError, UnicodeDecodeError) as error:
        return {}, [Problem(str(path), f"cannot be read ({type(error).__name__})", "a readable text file in UTF-8")]
    values = {binding.key: binding.value for binding in bindings if binding.key and binding.value is not None}
    broken = [binding for binding in bindings if binding.error or (binding.key and binding.value is None)]
    return values, [_broken(path, binding.original.line, binding.original.string) for binding in broken]


def _broken(path: Path, line: int, text: str) -> Problem:
    leading = len(text) - len(text.lstrip("\r\n"))
    return Problem(f"{path.name}, line {line + text[:leading].count(chr(10))}", "cannot be read", "NAME=value")
