"""Phrases that choose a follow-up. They choose a question and decide nothing: no phrase makes an answer sound or
unsound."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that make ``code`` the question to ask, about ``slot``; only while the slot is empty, unless ``always``.
    Never where each time it is denied ("nobody moves it by hand")."""

    code: str
    slot: str
    words: re.Pattern[str]
    always: bool = False

    def stands_in(self, text: str) -> bool:
        """Whether somebody says it; in a conversation of its own kind of denials ("never fails") a "no" is part of the
        words themselves."""
        found = self.words.finditer(text)
        return any(not (self.always and _DENIED.search(text, max(0, m.start() - _REACH), m.start())) for m in found)


_REACH = 50
_DENIED = re.compile(
    r"(?:\b(?:not|never|nobody|no one|nothing|without|no longer|none of it is|no more)\b"
    r"|n['’]t\b)[^.;!?\n]{0,40}$",
    re.I,
)


def _phrase(code: str, slot: str, words: str, always: bool = False) -> Phrase:
    return Phrase(code, slot, re.compile(rf"\b(?:{words})", re.I), always)


_LATER = (
    r"tb[dc]\b|to be (?:decided|defined|confirmed)|sort (?:that|it|this) (?:out )?(?:before"
    r"|later)|not decided|no idea|not sure|don't know"
)

PHRASES: dict[str, tuple[Phrase, ...]] = {
    "ownership": (
        _phrase(
            "owner_leaving",
            "owner",
            r"(?:is|'s|am|he's|she's) leaving|last day|leaves (?:in|at|on|us)|for now",
            always=True,
        ),
        _phrase("owner_decided_later", "owner", _LATER),
        _phrase("owner_outside", "owner", r"vendor|supplier|agency|consultant|freelancer|contractor|external partner"),
        _phrase("owner_shared_address", "owner", r"[\w.+-]{1,64}@[\w-]{1,63}\."),
        _phrase("owner_built_it", "owner", r"built it|wrote it|made it|knows it best"),
        _phrase(
            "owner_is_a_group",
            "owner",
            r"(?:the|our|whole|growth|data|product|it|ops|platform|finance|support) team|we all|all "
            r"of us|everybody|everyone|whoever|shared"
            r"|team (?:effort|sport|owns)|department|marketing|engineering|collectively|together",
        ),
    ),
    "dependencies": (
        _phrase(
            "runs_on_a_laptop",
            "if_gone",
            r"(?:my|his|her|\w+'s) (?:laptop|notebook|desktop|machine|computer|pc)\b",
            always=True,
        ),
        _phrase(
            "old_key",
            "rotated_on",
            r"hackathon|same key|key (?:is|from) (?:the one|the pilot|the demo)|(?:my|his|her|\w+'s) "
            r"(?:own )?(?:api )?key\b",
            always=True,
        ),
        _phrase(
            "moved_by_hand",
            "by_hand",
            r"by hand|manually|exports? (?:the|a|it)\b|uploads? (?:the|a|it)\b|copies (?:the|a|it)\b"
            r"|puts it on",
            always=True,
        ),
        _phrase("moving_version", "pinned", r"latest|whatever (?:is|version)|newest|default model", always=True),
        _phrase(
            "written_elsewhere",
            "name",
            r"see (?:the )?(?:confluence|wiki|code|readme|docs)|documented (?:in|on)|(?:is|it's) (?:all "
            r")?in the code",
        ),
        _phrase(
            "only_a_call",
            "name",
            r"nothing (?:really|much|special)|just an? (?:api|call)|no (?:external )?dependenc|the "
            r"usual",
        ),
        _phrase("names_only", "name", _LATER + r"|depends on the \w+ team|need to check"),
    ),
    "failure": (
        _phrase(
            "has_not_failed",
            "what",
            r"(?:does|did|has|will|can)(?:n't|n’t| not) (?:really |ever )?fail|hasn't failed|never "
            r"fail|no failures|accuracy|speaks for itself|nothing special",
        ),
        _phrase(
            "would_notice",
            "signal",
            r"(?:we|i)(?:'d| would|'ll| will) (?:notice|see|know)|users? (?:know|notice|would|will"
            r"|tell)|somebody would",
        ),
        _phrase("only_logged", "signal", r"logged|in the logs?\b|error message|dashboard"),
        _phrase(
            "who_gets_alert",
            "who",
            r"we have (?:alerts|alerting|monitoring)|we(?:'ll| will) monitor|monitor(?:ing|ed)?\b",
        ),
    ),
    "review": (
        _phrase(
            "builder_reviews",
            "reviewer",
            r"i (?:built|wrote|made) (?:it|the)|(?<!not )the builder\b|who built it",
            always=True,
        ),
        _phrase(
            "model_reviews_itself",
            "reviewer",
            r"(?:model|llm|ai|bot|second prompt|another model) (?:reviews?|checks?|grades?|judges?)"
            r"|second prompt",
        ),
        _phrase(
            "users_review",
            "reviewer",
            r"users? (?:will |would )?(?:tell|report|complain|notice)|customers? (?:will |would )?(?:tell"
            r"|complain)",
        ),
        _phrase(
            "reviewer_is_a_group", "reviewer", r"the team|qa\b|we all|everyone|everybody|whoever|legal\b|agents?\b"
        ),
        _phrase(
            "review_when_time",
            "every",
            r"when(?:ever)? (?:i|she|he|they|we) (?:have|has|get|gets|find)|now and then|sometimes"
            r"|from time to time|spot[- ]checks?|occasionally",
        ),
        _phrase("only_a_dashboard", "reviewer", r"dashboard|metrics|monitoring"),
        _phrase("no_review_needed", "reviewer", r"no(?: ?one|body) needs|only a draft|not needed|no need"),
    ),
    "replacement": (
        _phrase(
            "cannot_go_down",
            "path",
            r"(?:won't|will not|can't|cannot|never) (?:go|goes|be|break|die)|uptime|99[.,]\d|fix it "
            r"(?:quickly|fast|soon)",
        ),
        _phrase(
            "another_model",
            "tried_on",
            r"(?:another|other|second|different|fallback) (?:model|provider|vendor)|fallback to",
        ),
        _phrase("old_way", "path", r"old way|like before|as before|like cavemen|manually|by hand|ourselves"),
        _phrase("has_backups", "path", r"(?:have|has|got) (?:a )?back-?ups?"),
        _phrase("path_not_thought_of", "path", r"n/a\b|hadn't thought|not applicable|i guess|" + _LATER),
    ),
}
