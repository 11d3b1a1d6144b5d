"""What must be so in a year, and on every day of it."""
