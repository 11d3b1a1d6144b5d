"""The five conversations as they go in a thread."""
