"""Files of the user and of the project → facts; every fault with its place (读入)."""
