"""The matter of the one-page overview (一页通)."""
