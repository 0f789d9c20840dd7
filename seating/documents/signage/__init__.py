"""Signs: what stands on them, how large, with arrows drawn as shapes."""
