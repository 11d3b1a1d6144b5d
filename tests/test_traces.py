"""A fault as a log may have it: kinds and places, never words."""

from __future__ import annotations

from bot.traces import trace_of

SECRET = "our salaries"


def fails() -> None:
    words = SECRET
    try:
        int(words)
    except ValueError as error:
        raise RuntimeError(f"cannot read {words}") from error


def test_a_trace_names_kinds_and_places_and_no_words() -> None:
    try:
        fails()
    except RuntimeError as error:
        found = trace_of(error)
    assert found.startswith("RuntimeError (tests/test_traces.py:")
    assert " from ValueError (tests/test_traces.py:" in found
    assert "salaries" not in found
    assert "\n" not in found
