"""How the database came to be: one file per step under versions/, applied by ``bot.records.migrating``."""
