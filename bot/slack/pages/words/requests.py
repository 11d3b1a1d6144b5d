"""The words of the requests to own it, to step in and to confirm a review. Fields come in escaped."""

from __future__ import annotations

TITLES = {"owner": "Will you own {pilot}?", "backup": "Will you step in for {pilot}?"}

TITLE_NAMES = {"owner": "owner", "backup": "the one who steps in"}

PREVIEWS = {
    "owner": "{asker} asks: will you own {pilot}?",
    "backup": "{asker} asks: will you step in for {pilot}?",
    "reviewer": "Do you check what {pilot} produces?",
}
"""What a locked phone shows."""

COSTS = {
    "owner": (
        "When it misbehaves, you decide what happens; on some Tuesdays I ask whether that is still so. You can hand "
        "it over "
        "whenever you like, and “no” is an ordinary answer."
    ),
    "backup": (
        "When the owner is away and it misbehaves, you decide what happens; if the owner can't be reached, I ask you "
        "how things "
        "stand. You can hand it over whenever you like, and “no” is an ordinary answer."
    ),
}
"""What a yes costs."""

TAKEN = {
    "owner": (
        "You own {pilot} since {on}. On some Tuesdays I ask whether that is still so; until then there is nothing to "
        "do."
    ),
    "backup": "You step in for {pilot} since {on}. Until the owner can't be reached there is nothing to do.",
    "reviewer": (
        "You confirmed on {on} that you review {pilot} as written and may stop it. There is nothing more to do."
    ),
}
"""What the request becomes after a yes."""
