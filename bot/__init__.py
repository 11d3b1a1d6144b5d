"""Shipready: a Slack bot that gets AI pilots from demo to production."""
