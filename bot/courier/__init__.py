"""From the outbox to Slack: what is due is claimed, paced, sent, and looked up when nobody knows whether it arrived."""
