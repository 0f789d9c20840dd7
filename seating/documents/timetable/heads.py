"""Heads of the pages of a timetable (日程页题)."""

from __future__ import annotations

import dataclasses
import datetime as dt

from seating.documents.furniture import Furniture, furniture_of
from seating.documents.paper import Box
from seating.documents.sheet import Sheet
from seating.documents.timetable.week import Week
from seating.documents.timetable.words import say_day, say_days

HEAD = 19.0
"""Height in mm that a head takes."""


def day_head(sheet: Sheet, week: Week, title: str, day: dt.date) -> Box:
    """Draw the title of a page about one day; return what is left (mm)."""
    return page_head(sheet, title, say_day(day, week.language, year=True))


def furniture(week: Week) -> Furniture:
    """Return header and footer; the date is that of all the days."""
    made = furniture_of(week.book, week.language)
    return dataclasses.replace(made, date=say_days(week.days, week.language))


def page_head(sheet: Sheet, title: str, line: str) -> Box:
    """Draw a title and the line below it; return what is left (mm)."""
    area = sheet.body
    sheet.text(
        area.cx, area.y, title, "title_song", 22, align="centre", upright="top",
        max_width=area.width,
    )  # fmt: skip
    sheet.text(
        area.cx, area.y + 10.4, line, "kai", 14, align="centre", upright="top",
        max_width=area.width,
    )  # fmt: skip
    return Box(area.x, area.y + HEAD, area.width, area.height - HEAD)
