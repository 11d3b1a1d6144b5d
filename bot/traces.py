"""A fault as a log may have it: which errors, and where in the code. Never their words, which may be a person's."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from pathlib import PurePath


def trace_of(error: BaseException) -> str:
    """The kind of ``error`` and of each error behind it, with the places in the code they went through, in one line.

    Neither messages nor values of variables: both can hold what somebody wrote.
    """
    return " from ".join(f"{type(one).__name__} ({_places(one)})" for one in _chain(error))


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: list[BaseException] = []
    one: BaseException | None = error
    while one is not None and one not in seen:
        seen.append(one)
        yield one
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)


def _places(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return ", ".join("/".join(PurePath(frame.filename).parts[-2:]) + f":{frame.lineno}" for frame in frames)
