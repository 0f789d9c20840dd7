"""Kinds of rule, one file each: compile for the solver, check for the finished plan (规则种类)."""
