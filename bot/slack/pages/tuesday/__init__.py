"""What people read on Tuesdays: letters, reminders, lapses, offers, launch days (COPY 6 to 9)."""
