"""What is kept: the tables, the store that opens them, and one file of queries per noun. Nothing is decided here."""
