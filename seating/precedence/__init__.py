"""Who stands before whom, and why (排序)."""
