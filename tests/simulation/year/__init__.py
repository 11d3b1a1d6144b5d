"""A year of Tuesdays: the real bot against the sandbox, on a clock that jumps from one event to the next."""
