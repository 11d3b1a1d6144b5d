"""What the bot does. Each function takes a ``Desk`` (one transaction) and changes rows; it never calls Slack."""
