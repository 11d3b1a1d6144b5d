"""What the small forms share: their frame and their fields, with words from ``small_words``."""

from __future__ import annotations

from collections.abc import Sequence

from bot.slack.pages.blocks import Block, context, input_block
from bot.slack.pages.forms import elements, small_words
from bot.slack.pages.forms.frame import DraftRef, ViewDict, modal

LINE, LINES = 80, 3000
"""Characters of a name, and of a longer text (the most that Slack takes)."""


def small_form(form: str, draft: DraftRef, blocks: Sequence[Block], *, sends: bool = True) -> ViewDict:
    """A small form with its title and button; ``sends`` False: it has nothing to send."""
    submit = small_words.SUBMITS.get(form, "Save") if sends else None
    return modal(form, small_words.TITLES[form], blocks, draft, submit=submit)


def says(form: str, **values: str) -> Block:
    """What stands above the fields; ``values`` are escaped."""
    return context(small_words.SAYS[form].format(**values))


def field(form: str, element: Block, *, second: str = "", optional: bool = True, **values: str) -> Block:
    """The field of an element, labelled by its action_id; ``second``: the second field of something given in two ways.

    ``values`` fill the label and the hint (plain text).
    """
    key = f"{element['action_id']}.{second}" if second else str(element["action_id"])
    label = small_words.LABELS[form][key].format(**values)
    hint = small_words.HINTS.get(form, {}).get(key, "").format(**values)
    return input_block(label, element, key, hint=hint, optional=optional)


def lines(action_id: str, initial: object = None, longest: int = LINES) -> Block:
    """A text of several lines."""
    return elements.text_input(action_id, initial, longest=longest, multiline=True)
