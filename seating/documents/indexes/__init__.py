"""Lists by which people find their seats (索引)."""
