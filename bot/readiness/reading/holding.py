"""The words by which somebody is said to own the pilot, or to step in for the one who does."""

from __future__ import annotations

import re

from bot.readiness.reading.piece import NW, P
from bot.readiness.reading.roles import ASIDE, WHO

_IS = r"\s?(?:is|are|will be|would be|=|:|-|–|->|ist|bin|macht|es|est|jest|è)?\s?(?:now\s|@)?"
_HELLO = r"(?:(?:hey|hi|hello|ok|okay|so|well|yes|yeah|yep|hm+|right|actually|i think),?\s){0,3}"
_BE = r"(?:['’]?s|['’]d be|['’]ll be| is| would be| will be| has to be)"
OWNER = (
    re.compile(
        rf"(?<!not )(?<!co-)\b(?:owner|owned by|(?:responsible|accountable)(?: person)?|verantwortlich(?:e|er)?"
        rf"|responsable|dueñ[oa]|właściciel(?:em|ka)?|المسؤول){_IS}{WHO}",
        re.I,
    ),
    re.compile(
        rf"(?<!if ){WHO}{ASIDE}(?:(?:now|currently|still|will)\s)?"
        r"(?:owns?\b(?! (?:the|our|my|a) (?:export|key|data|table|feed|list|model)\b)"
        r"|(?:is|am|'m|will be) (?:now )?(?:the |its )?(?:owner|accountable|responsible|in charge)\b(?! "
        r"for (?:the|our) (?:export|key|data)\b)"
        r"|accepted|accepts|runs (?:it|the)\b|(?:am|'m) responsable\b"
        r"|(?:takes (?:it|ownership|care of it)|is on it|looks after it|signs for it)\b(?! (?:when|if|while"
        r"|over|at|on|during"
        r"|for|with)\b)|ist verantwortlich|es responsable)",
        re.I,
    ),
    re.compile(
        rf"(?:^|[,.:]\s){NW}{{0,3}}{_HELLO}(?:that|it|this){_BE}\s{WHO}"
        rf"(?=\s?(?:$|[.,;!(\n–—]|(?:i (?:think|guess|suppose)|for now|then)\b))",
        re.I,
    ),
    re.compile(rf"(?:責任者|担当者|オーナー|負責人|负责人)\s?[は是:：]\s?{WHO}"),
    re.compile(rf"{WHO}(?:さん)?\s?[がは是]\s?(?:責任者|担当|オーナー|負責人|负责人)"),
)
"""Patterns with the owner as the group ``who``."""
_HOURS = r"(?! (?:the |all |our )?(?:days?|nights?|evenings?|mornings?|weekends?|weekdays|(?:office|working) hours)\b)"
_STEPS_IN = (
    rf"(?:(?:would |will |can |does it |takes it |is )?(?:covers?\b{_HOURS}|jumps? in\b|steps? in\b|stands? in\b"
    r"|fills? in\b|replac(?:es|ing) (?:me|her|him|them)\b|takes? over (?:when|if|while)\b|(?:is"
    r"|am|'m|will be|as) (?:the |my |her |his |their )?"
    r"(?:backup|back-up|deputy|stand-in|substitute)\b|when (?:she|he|they|i) (?:is|are|am|'s) "
    r"(?:off|away|out|ill|sick"
    r"|on (?:holidays?|leave|vacation))\b"
    r"|vertritt\b|springt ein\b|cubre\b))"
)
BACKUP = (
    re.compile(
        r"\b(?:back-?\s?up|deputy|stand-in|substitute|secondary|second person|(?:vacation|holiday|leave) "
        r"cover|stellvertret\w{2,8}|vertretung|suplente|respaldo)"
        rf"(?: who can [^:.\n]{{1,60}}:|{_IS}){WHO}",
        re.I,
    ),
    re.compile(
        rf"\b(?:if|when) (?:she|he|they|i)(?:'s| is| are|'re| am|'m) (?:out|away|off|ill|sick|on "
        rf"(?:leave|holidays?|vacation))\s?[:,]?\s?{WHO}",
        re.I,
    ),
    re.compile(rf"\bin (?:her|his|their|my) absence\s?[:,]?\s?{WHO}", re.I),
    re.compile(rf"\b(?:if|when) {P} is (?:out|away|off|ill|sick|on leave)\s?[:,]?\s?(?:then\s)?{WHO}", re.I),
    re.compile(rf"{WHO}{ASIDE}{_STEPS_IN}", re.I),
    re.compile(rf"{WHO}\s?\((?:the )?(?:backup|deputy|stand-in|vertretung)\)", re.I),
)
"""Patterns with the one who steps in as the group ``who``."""
