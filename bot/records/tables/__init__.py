"""The tables. Every row belongs to a workspace (``team``, Slack's team id); moments are aware UTC; a ts stays text."""

from bot.records.tables.base import NAMES, Base
from bot.records.tables.checkins import Appointment, Ask, CheckIn, Habits, Letter, Outage, Pulse
from bot.records.tables.leavers import Departure, Vacancy
from bot.records.tables.people import Channel, ChannelMember, Member, MemberChange
from bot.records.tables.pilots import FactRow, Pilot, Verdicts
from bot.records.tables.post import Notice, Post, Receipt
from bot.records.tables.thread import Draft, Entry, Question, Tombstone, Wording

__all__ = [
    "NAMES", "Appointment", "Ask", "Base", "Channel", "ChannelMember", "CheckIn", "Departure", "Draft", "Entry",
    "FactRow", "Habits", "Letter", "Member", "MemberChange", "Notice", "Outage", "Pilot", "Post", "Pulse", "Question",
    "Receipt", "Tombstone", "Vacancy", "Verdicts", "Wording",
]  # fmt: skip
