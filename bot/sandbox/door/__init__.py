"""The strict door: what the real Slack refuses, with its own error codes."""
