"""What Slack sends, one file per kind: each commits first, then acknowledges, then whispers."""
