"""The readiness model: pure, without Slack, SQL or a clock (docs/model.md)."""
