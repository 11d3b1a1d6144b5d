"""The workspace the sandbox begins with: a finance team."""

from __future__ import annotations

from bot.sandbox.refusal import Json

TEAM: Json = {"id": "T0SANDBOX", "name": "Northfield Finance", "domain": "northfield"}

PEOPLE: list[Json] = [
    {"id": "U0PRIYA01", "name": "priya", "real_name": "Priya Raman"},
    {"id": "U0NGOZI01", "name": "ngozi", "real_name": "Ngozi Okonkwo", "tz": "Africa/Lagos"},
    {"id": "U0TOM0001", "name": "tom", "real_name": "Tom Beard"},
    {"id": "U0CLERK77", "name": "emeka", "real_name": "Emeka Obi", "tz": "Africa/Lagos"},
    {"id": "U0ERIK001", "name": "erik", "real_name": "Erik Sund", "tz": "Europe/Stockholm"},
    {"id": "U0SIPHO01", "name": "sipho", "real_name": "Sipho Dube", "tz": "Africa/Johannesburg"},
    {"id": "U0ADMIN01", "name": "alma", "real_name": "Alma Reyes", "kind": "admin", "tz": "America/New_York"},
    {"id": "U0OWNER01", "name": "henrik", "real_name": "Henrik Vale", "kind": "owner"},
    {"id": "U0GUEST01", "name": "gus", "real_name": "Gus Hart", "kind": "multi_guest"},
    {"id": "U0GUEST02", "name": "silvia", "real_name": "Silvia Conti", "kind": "single_guest", "tz": "Europe/Rome"},
    {
        "id": "U0EXT0001",
        "name": "mira",
        "real_name": "Mira Novak",
        "kind": "external",
        "team_id": "T0PARTNER",
        "tz": "Europe/Prague",
    },
    {"id": "U0GONE001", "name": "walt", "real_name": "Walt Kerr", "deleted": True},
    {"id": "U0OTHERBOT", "name": "ledgerbot", "real_name": "Ledgerbot", "kind": "bot"},
]

STAFF = ["U0PRIYA01", "U0NGOZI01", "U0TOM0001", "U0CLERK77", "U0ERIK001", "U0SIPHO01", "U0ADMIN01", "U0OWNER01"]

CHANNELS: list[Json] = [
    {"id": "C0GENERAL", "name": "general", "members": [*STAFF, "U0GONE001", "U0OTHERBOT"], "is_general": True},
    {"id": "C0PILOTS1", "name": "pilots", "members": [*STAFF, "U0GUEST01", "U0GUEST02", "U0OTHERBOT", "bot"]},
    {"id": "C0FINANCE", "name": "finance", "kind": "private", "members": ["U0PRIYA01", "U0NGOZI01", "U0ADMIN01"]},
    {"id": "C0CLOSING", "name": "month-end-2025", "members": [*STAFF, "bot"], "is_archived": True},
    {"id": "C0NOTICES", "name": "notices", "members": [*STAFF, "bot"], "read_only": True},
    {
        "id": "C0PARTNER",
        "name": "partner-ledger",
        "members": ["U0PRIYA01", "U0TOM0001", "U0EXT0001", "bot"],
        "is_ext_shared": True,
    },
]

WORKSPACE: Json = {"team": TEAM, "people": PEOPLE, "channels": CHANNELS}
