"""When nothing could be read out of an answer: what could not be told from the words, and what will do instead."""

from __future__ import annotations

UNREAD = {
    "ownership": ("people and hours", "Two pickers and two lines will do it.", "Fill in four fields"),
    "dependencies": ("names and dates", "One short row for each thing will do it.", "Fill in the rows"),
    "failure": ("failures and alarms", "One short row for each failure will do it.", "Fill in the rows"),
    "review": ("people and times", "One picker and three short fields will do it.", "Fill in four fields"),
    "replacement": ("the way and its date", "Four short fields will do it.", "Fill in four fields"),
}
"""By conversation: what could not be told, what will do, and the words of the button."""
