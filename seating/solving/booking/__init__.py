"""Booking meetings into rooms and times (会议室与时间的安排)."""
