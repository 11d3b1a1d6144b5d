"""The control API: reading the workspace, acting as its people, changing it, causing faults."""
