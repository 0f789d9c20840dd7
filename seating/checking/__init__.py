"""The checker: reads a finished plan, never having met the solver (独立核验)."""
