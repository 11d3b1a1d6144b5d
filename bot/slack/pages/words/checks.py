"""The names of the seven checks, of the five conversations and of their states, as people read them (MODEL: Words)."""

from __future__ import annotations

from bot.readiness.findings import GateAnswer
from bot.readiness.slots import CONVERSATIONS, GATES

CHECKS = {
    "owner": "Owner",
    "dependencies": "Dependencies",
    "failure_modes": "Failure and response",
    "playbook": "Incident playbook",
    "access": "Access",
    "tests": "Tests",
    "agnostic": "Swappable parts",
}
"""The name of each check by the key of its gate, in the model's order."""

ANSWERS = {
    GateAnswer.YES: "met",
    GateAnswer.NO: "not yet",
    GateAnswer.UNANSWERED: "not answered",
    GateAnswer.LAPSED: "ran out",
}
"""The word for each answer of a check."""

TITLES = {
    "ownership": "Who owns it?",
    "dependencies": "What does it depend on?",
    "failure": "How does it fail?",
    "review": "Who reviews the output?",
    "replacement": "What replaces it?",
}
"""The five questions by the key of their conversation."""

GROUPS = {
    "ownership": "owner",
    "dependencies": "dependencies",
    "failure": "failures",
    "review": "review of the output",
    "replacement": "replacement",
    "playbook": "incident playbook",
    "access": "access",
    "tests": "tests",
    "agnostic": "swappable parts",
}
"""What a conversation or a form is called in the middle of a sentence."""

NOT_YET = {
    "ownership": "nobody owns it yet",
    "dependencies": "what it depends on is not known yet",
    "failure": "how it fails is not written down yet",
    "review": "nobody reviews the output yet",
    "replacement": "nothing replaces it yet",
    "playbook": "there is no incident playbook yet",
    "access": "its access is not written down yet",
    "tests": "there are no tests yet",
    "agnostic": "its parts cannot be swapped yet",
}
"""What *Not yet* says about a pilot, by group; the end of a sentence."""

ROLES = {"owner": "owner", "backup": "stepping in", "reviewer": "reviewer"}
"""The word for each role in the middle of a sentence."""

ROLE_ASKED = {"owner": "owning it", "backup": "stepping in", "reviewer": "reviewing the output"}
"""What somebody is asked to say yes or no to, by role."""

ROLE_OPEN = {"owner": "Owner", "backup": "Who steps in", "reviewer": "Who reviews the output"}
"""The role at the start of a sentence about its being open."""

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def number_of(conversation: str) -> int:
    """The place of a conversation among the five, 1 to 5. Raises ``ValueError`` for any other key."""
    return [group.key for group in CONVERSATIONS].index(conversation) + 1


def gate_of(group: str) -> str:
    """The key of the gate that the group ``group`` feeds."""
    return next(gate for gate, feeds in GATES if group in feeds)


def count(number: int) -> str:
    """A number as people write it: words up to ten, figures with a comma above."""
    return NUMBERS[number] if 0 <= number < len(NUMBERS) else f"{number:,}"


def counted(number: int, one: str, many: str = "") -> str:
    """``two replies``, ``one reply``: the number and its noun (``many`` defaults to ``one`` with an s)."""
    return f"{count(number)} {one if number == 1 else many or one + 's'}"
