"""What a meeting notice says: its keys, its text, its readers (会议通知的内容)."""
