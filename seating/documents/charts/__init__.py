"""Charts to scale: cards, their fitting on the page, and what stands in the room (座次图)."""
