"""Tuesdays: check-ins are planned, asked in letters, go from owner to backup to lead, and lapse."""
