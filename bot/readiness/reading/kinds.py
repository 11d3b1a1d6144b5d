"""Which kind of dependency a piece of text speaks of, what it is called, and which version of a model it names."""

from __future__ import annotations

import re

from bot.readiness.reading.piece import NW, P, Piece

_LABELS = {
    "model": r"models?|modell|modelo|llm",
    "credential": r"cred(?:s|entials?)?|(?:api )?keys?|tokens?|accounts?|secrets?|service account|zugang|cuenta",
    "data": r"data|daten|datos|inputs?|sources?",
    "person": r"persons?|people",
}
_IDENTIFIER = r"[a-z][\w.]*(?:-\w|\s?\d)"
_LABELLED = {
    kind: re.compile(
        rf"^{NW}{{0,4}}(?:\d{{1,2}}[.)]\s)?{NW}{{0,3}}(?:(?:the|our)\s)?(?:{words})"
        rf"(?:\s?(?:[:=]|\s[–—-])|\sis\s(?={_IDENTIFIER}))",
        re.I,
    )
    for kind, words in _LABELS.items()
}
_FAMILIES = r"gpt|claude|llama|mistral|mixtral|gemini|haiku|sonnet|opus|whisper|qwen|deepseek|gemma|phi-\d"
_WORDS = {
    "credential": re.compile(
        r"\b(?:keys?|tokens?|secrets?|passwords?|credentials?|creds|logins?|accounts?|service principal"
        r"|managed identity|vault"
        r"|certificates?|schlüssel|clave|svc-[\w-]{1,60}|sp-[\w-]{1,60})(?![\w-])",
        re.I,
    ),
    "model": re.compile(rf"\b(?:models?|modell|modelo|llm|(?:{_FAMILIES})(?![a-z]))", re.I),
    "data": re.compile(
        r"\b(?:exports?|csv|tables?|views?|feeds?|streams?|kafka|lists?|folders?|shares?|syncs?"
        r"|apis?|databases?|replica|postgres"
        r"|snowflake|buckets?|sharepoint|sap|zendesk|crm|queues?|index|spreadsheets?|sheets?|excel"
        r"|warehouse|datei|tabla|tabelle)\b",
        re.I,
    ),
}
_NOT_A_ROW = re.compile(
    rf"^{NW}{{0,4}}(?:\d{{1,2}}[.)]\s)?(?:no|not|none|nobody|nobody's|nothing|without|if|contract"
    rf"|questions?|kein[e]?|see|everything|the usual|it\b(?! (?:reads|uses|needs|calls|pulls|takes|gets|depends)))\b",
    re.I,
)
# a word that ends like a model's version: m-small-2026-05, x-chat-70b
_DATED = re.compile(
    r"^[A-Za-z][\w.]{0,40}-(?:[\w.]{1,40}-){0,4}(?:20\d\d-\d\d(?:-\d\d)?|20\d{6}|\d{1,3}b)[),.;:]{0,2}$", re.I
)
_USES = r"(?:it|we)(?: is| are)? (?:reads?|uses?|using|needs?|calls?|pulls?|takes?|gets?|depends?)(?: (?:from|on|in))?"
_WORKS = r"the (?:bot|tool|agent|pilot) (?:logs in|works|runs|reads|uses)(?: with| from| on| as| under)?"
_FETCHES = rf"(?:{P}|I|we)\s(?:also\s|manually\s)?(?:downloads?|exports?|uploads?|copies|copy|sends?|pulls?|e?mails?)"
_LEAD = re.compile(
    rf"^{NW}{{0,4}}(?:\(?\d{{1,2}}[.)]\s)?(?:(?:and|then|plus|also|well|so),?\s)?"
    rf"(?:{_USES}\s|{_FETCHES}\s|{_WORKS}\s)?(?:(?:only |just )?(?:one|two|three|four|five|\d)(?: "
    rf"things)?:\s)?",
    re.I,
)
_ARTICLE = re.compile(rf"{NW}*(?:(?:the|an?|our|my)\s)?\w", re.I)
# Names end where an attribute begins; "exported by hand" is what is said of a thing, not its name.
_NAME_END = re.compile(
    r"\s?(?:[(,;]|->|\s[–—-]\s|\b(?:pinned|not pinned|unpinned|rotat\w{1,3}|expires|owner|owned "
    r"by|held by|through|via|self[- ]hosted"
    r"|on (?:our|their) own|contract|exported by hand|was exported|retires|shut ?down|last (?:changed|rotated)|changed"
    r"|ours\b|(?:is )?mine\b|under contract|until|which|that|lives|lands|created|comes from|(?:and|since)$"
    r"|(?:every|each) (?:day|week|month|morning|evening|night|\w{3,6}day)|daily|weekly|monthly"
    r"|(?:nightly|hourly|streaming)$"
    r"|and (?:drops|puts|sends|saves|uploads|copies))\b)",
    re.I,
)


def kind_of(piece: Piece) -> str | None:
    """``data``, ``model``, ``credential`` or ``person``, by its label or by its first telling word; None if it tells
    nothing."""
    return None if piece.asks or _NOT_A_ROW.search(piece.mask) else mentioned_kind(piece)


def mentioned_kind(piece: Piece) -> str | None:
    """The kind of the dependency that is spoken of, also where it is said that there is none."""
    mask = piece.mask
    for kind, label in _LABELLED.items():
        if label.search(mask):
            return kind
    found = {kind: match.start() for kind, words in _WORDS.items() if (match := words.search(mask))}
    if not found and "-" in mask and any(_DATED.search(word) for word in mask.split() if "-" in word):
        return "model"
    # "API key" is a key and "model API" a model, so data comes last
    return min(found, key=lambda kind: (kind == "data", found[kind]), default=None)


def name_of(piece: Piece, longest: int) -> str | None:
    """What the thing is called: the person's words up to the first attribute; None when nothing is left."""
    mask = piece.mask
    label = next((match for pattern in _LABELLED.values() if (match := pattern.search(mask))), None)
    lead = _LEAD.match(mask)
    start = label.end() if label else lead.end() if lead else 0
    article = _ARTICLE.match(mask, start)
    end = _NAME_END.search(mask, article.end() if article else start + 1)
    said = re.sub(r"\s(?:is|are|was|were)$", "", piece.cut(start, end.start() if end else None).said)
    return said if 0 < len(said) <= longest and not re.match(r"(?:none|no|nobody)\b", said, re.I) else None


def version_of(piece: Piece) -> str | None:
    """The model version named: a token such as ``gpt-5-mini-2025-08-07``, "version 7", or "latest"; the first one."""
    mask = piece.mask
    for match in re.finditer(r"(?<!\S)\S{2,120}(?!\S)", mask):
        token = piece.text[match.start() : match.end()].strip("(),;.:'\"`*_")
        if _is_version(token) and not re.search(
            r"\b(?:successor|fallback|than|was)\W*$", mask[max(0, match.start() - 12) : match.start()]
        ):
            return token
    numbered = re.search(r"\b(?:version|endpoint|model)\s(v?\d[\w.-]{0,30})(?<![.-])", mask, re.I)
    if numbered:
        return numbered[1]
    return "latest" if re.search(r"\blatest\b", mask, re.I) else None


def _is_version(token: str) -> bool:
    if not token[:1].isalpha() or "-" not in token or token.lower().startswith(("svc-", "sp-", "sha")):
        return False
    return any(c.isdigit() for c in token) and bool(re.fullmatch(r"[\w.:@-]+", token)) and P[0] not in token
