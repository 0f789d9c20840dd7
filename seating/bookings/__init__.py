"""Kinds of rule of booking meetings into rooms and times, one file each (会议室统筹的规则种类)."""
