"""A Slack workspace on one machine: Web API, Socket Mode, and a control API to act as its people."""
