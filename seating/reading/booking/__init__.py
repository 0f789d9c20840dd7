"""Rooms, meetings and leave → what is to be booked (会议室统筹的读入)."""
