"""When people are asked on Tuesdays: days, the grid, windows. Pure: the clock is never read (docs/model.md)."""
