"""What the performance figures come from, each one command (benchmarks/README.md)."""
