"""Event + order + layouts + rules → scenes with all names resolved (场景)."""
