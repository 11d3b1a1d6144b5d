"""Tuesdays: check-ins, letters, what is asked in them, appointments, habits, who left, and when the bot was at work."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Applies this step."""
    op.create_table(
        "habits",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("pilot", sa.Integer(), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=True),
        sa.Column("hour", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("cadence", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("days_off", sa.JSON(), nullable=False),
        sa.Column("reminders", sa.Boolean(), nullable=True),
        sa.Column("since", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_habits")),
        sa.UniqueConstraint("team", "channel", "pilot", name=op.f("uq_habits_team_channel_pilot")),
    )
    op.create_table(
        "letter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("slot", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("written_at", UTCDateTime(), nullable=False),
        sa.Column("until", UTCDateTime(), nullable=True),
        sa.Column("closes_at", UTCDateTime(), nullable=True),
        sa.Column("late", sa.JSON(), nullable=False),
        sa.Column("remind_at", UTCDateTime(), nullable=True),
        sa.Column("reminders", sa.JSON(), nullable=False),
        sa.Column("thursday", sa.Boolean(), nullable=False),
        sa.Column("reminds", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
        sa.UniqueConstraint("team", "user", "slot", name=op.f("uq_letter_team_user_slot")),
    )
    op.create_index("ix_letter_closes_at", "letter", ["closes_at"], unique=False)
    op.create_index("ix_letter_remind_at", "letter", ["remind_at"], unique=False)

    op.create_table(
        "outage",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("since", UTCDateTime(), nullable=False),
        sa.Column("until", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outage")),
    )
    op.create_index("ix_outage_team_until", "outage", ["team", "until"], unique=False)

    op.create_table(
        "pulse",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pulse")),
        sa.UniqueConstraint("team", name=op.f("uq_pulse_team")),
    )
    op.create_table(
        "appointment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("pilot", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["pilot"], ["pilot.id"], name=op.f("fk_appointment_pilot_pilot")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointment")),
        sa.UniqueConstraint("pilot", "kind", "key", name=op.f("uq_appointment_pilot_kind_key")),
    )
    op.create_index("ix_appointment_at", "appointment", ["at"], unique=False)

    op.create_table(
        "checkin",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("pilot", sa.Integer(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("asked", sa.String(), nullable=False),
        sa.Column("next_at", UTCDateTime(), nullable=True),
        sa.Column("asked_at", UTCDateTime(), nullable=True),
        sa.Column("until", UTCDateTime(), nullable=True),
        sa.Column("skipped", sa.JSON(), nullable=False),
        sa.Column("away", sa.Integer(), nullable=False),
        sa.Column("repeats", sa.Integer(), nullable=True),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("fact", sa.Integer(), nullable=True),
        sa.Column("ended_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["pilot"], ["pilot.id"], name=op.f("fk_checkin_pilot_pilot")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checkin")),
        sa.UniqueConstraint("pilot", "period", name=op.f("uq_checkin_pilot_period")),
    )
    op.create_index("ix_checkin_state_next_at", "checkin", ["state", "next_at"], unique=False)
    op.create_index("ix_checkin_team_owner_state", "checkin", ["team", "owner", "state"], unique=False)

    op.create_table(
        "ask",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("pilot", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("checkin", sa.Integer(), nullable=True),
        sa.Column("about", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("due_at", UTCDateTime(), nullable=False),
        sa.Column("letter", sa.Integer(), nullable=True),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("fact", sa.Integer(), nullable=True),
        sa.Column("answered_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["checkin"], ["checkin.id"], name=op.f("fk_ask_checkin_checkin")),
        sa.ForeignKeyConstraint(["letter"], ["letter.id"], name=op.f("fk_ask_letter_letter")),
        sa.ForeignKeyConstraint(["pilot"], ["pilot.id"], name=op.f("fk_ask_pilot_pilot")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ask")),
        sa.UniqueConstraint("team", "pilot", "kind", "key", "user", name=op.f("uq_ask_team_pilot_kind_key_user")),
    )
    op.create_index("ix_ask_letter", "ask", ["letter"], unique=False)
    op.create_index("ix_ask_state_due_at", "ask", ["state", "due_at"], unique=False)
    op.create_index("ix_ask_team_user_state", "ask", ["team", "user", "state"], unique=False)

    op.create_table(
        "departure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("change", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_departure")),
        sa.UniqueConstraint("team", "channel", "user", "change", name=op.f("uq_departure_team_channel_user_change")),
    )
    op.create_table(
        "vacancy",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("departure", sa.Integer(), nullable=False),
        sa.Column("pilot", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("accepted", sa.Boolean(), nullable=False),
        sa.Column("settled", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["departure"], ["departure.id"], name=op.f("fk_vacancy_departure_departure")),
        sa.ForeignKeyConstraint(["pilot"], ["pilot.id"], name=op.f("fk_vacancy_pilot_pilot")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vacancy")),
        sa.UniqueConstraint("departure", "pilot", "role", name=op.f("uq_vacancy_departure_pilot_role")),
    )
    op.create_index("ix_vacancy_team_pilot_settled", "vacancy", ["team", "pilot", "settled"], unique=False)

    op.add_column("member", sa.Column("away_until", UTCDateTime(), nullable=True))

    op.add_column("notice", sa.Column("under", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    """Takes it back."""
    with op.batch_alter_table("notice", schema=None) as batch_op:
        batch_op.drop_column("under")

    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.drop_column("away_until")

    op.drop_index("ix_vacancy_team_pilot_settled", "vacancy")

    op.drop_table("vacancy")
    op.drop_table("departure")
    op.drop_index("ix_ask_team_user_state", "ask")
    op.drop_index("ix_ask_state_due_at", "ask")
    op.drop_index("ix_ask_letter", "ask")

    op.drop_table("ask")
    op.drop_index("ix_checkin_team_owner_state", "checkin")
    op.drop_index("ix_checkin_state_next_at", "checkin")

    op.drop_table("checkin")
    op.drop_index("ix_appointment_at", "appointment")

    op.drop_table("appointment")
    op.drop_table("pulse")
    op.drop_index("ix_outage_team_until", "outage")

    op.drop_table("outage")
    op.drop_index("ix_letter_remind_at", "letter")

    op.drop_table("letter")
    op.drop_table("habits")
