"""Charts of halls: seats in a grid, units by colour, parts of a big hall (会场座次图)."""
