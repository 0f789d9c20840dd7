"""What a comparison of plans is made of (方案比选)."""
