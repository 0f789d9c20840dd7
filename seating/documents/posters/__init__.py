"""Pages that are read from afar (海报)."""
