"""Nothing lost, nothing doubled: the real bot under seeded faults, against a ledger of what people did."""
