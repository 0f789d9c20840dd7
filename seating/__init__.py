"""Seat people by protocol, prove the plan, print it (会务座次).

The library's front door is :mod:`seating.planner`; the command line is
:mod:`seating.cli`.  Importing this package loads nothing heavy.
"""

__version__ = "0.1.0"
