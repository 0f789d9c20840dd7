"""Cards, labels, badges: stock and fold, several on a sheet, one size for all names (证件)."""
