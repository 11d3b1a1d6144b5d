"""Small checks that larger ones are made of; each notes problems in Slack's words with a JSON pointer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Check = Callable[[Any, str, list[str]], None]


def problem(problems: list[str], at: str, sentence: str) -> None:
    """Note one problem as Slack words it."""
    problems.append(f"[ERROR] {sentence} [json-pointer:{at}]")


def string(most: int, least: int = 1) -> Check:
    """A string of `least` to `most` characters."""

    def check(value: Any, at: str, problems: list[str]) -> None:
        if not isinstance(value, str):
            problem(problems, at, "must be a string")
        elif len(value) > most:
            problem(problems, at, f"must be less than {most + 1} characters")
        elif len(value) < least:
            problem(problems, at, f"must be more than {least - 1} characters")

    return check


def boolean(value: Any, at: str, problems: list[str]) -> None:
    """True or false."""
    if not isinstance(value, bool):
        problem(problems, at, "must be a boolean")


def integer(low: int, high: int) -> Check:
    """A whole number from `low` to `high`."""

    def check(value: Any, at: str, problems: list[str]) -> None:
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            problem(problems, at, f"must be an integer between {low} and {high}")

    return check


def one_of(*allowed: object) -> Check:
    """One of the values named."""

    def check(value: Any, at: str, problems: list[str]) -> None:
        if value not in allowed:
            problem(problems, at, f"must be one of {', '.join(map(str, allowed))}")

    return check


def items(check_item: Check, least: int, most: int) -> Check:
    """A list of `least` to `most` things."""

    def check(value: Any, at: str, problems: list[str]) -> None:
        if not isinstance(value, list):
            problem(problems, at, "must be an array")
        elif len(value) > most:
            problem(problems, at, f"no more than {most} items allowed")
        elif len(value) < least:
            problem(problems, at, f"must have at least {least} item{'s' if least > 1 else ''}")
        else:
            for number, item in enumerate(value):
                check_item(item, f"{at}/{number}", problems)

    return check


def anything(_value: Any, _at: str, _problems: list[str]) -> None:
    """Whatever Slack takes here is not checked."""


def fields(
    value: Any, at: str, problems: list[str], required: Mapping[str, Check], optional: Mapping[str, Check]
) -> None:
    """An object with exactly these fields; a field that is null counts as missing, as in Slack."""
    if not isinstance(value, dict):
        problem(problems, at, "must be an object")
        return
    for name in required:
        if value.get(name) is None:
            problem(problems, at, f"missing required field: {name}")
    for name, inner in value.items():
        check = required.get(name) or optional.get(name)
        if check is None:
            problem(problems, at, f"invalid additional property: {name}")
        elif inner is not None:
            check(inner, f"{at}/{name}", problems)


def plain_text(most: int) -> Check:
    """A `plain_text` object of at most `most` characters."""

    def check(value: Any, at: str, problems: list[str]) -> None:
        fields(value, at, problems, {"type": one_of("plain_text"), "text": string(most)}, {"emoji": boolean})

    return check


def mrkdwn_or_plain(most: int) -> Check:
    """A text object of either type of at most `most` characters."""
    plain = plain_text(most)

    def check(value: Any, at: str, problems: list[str]) -> None:
        if isinstance(value, dict) and value.get("type") == "mrkdwn":
            fields(value, at, problems, {"type": one_of("mrkdwn"), "text": string(most)}, {"verbatim": boolean})
        else:
            plain(value, at, problems)

    return check
