"""What a sheet has that stands in the way of reading it, or may mislead (表格疑点)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from seating.facts.fault import Fault, Where
from seating.facts.text import Text
from seating.reading.grid import Grid, Line, Merge, Unusable, blank, letter
from seating.reading.words import clean


def unusable_cells(
    data: Iterable[Line], mapping: Mapping[str, int], headings: list[str], place: Where
) -> list[Fault]:
    """Report formulas and error values, one fault for each column and kind."""
    found: dict[tuple[int, str], list[tuple[int, Unusable]]] = {}
    used = set(mapping.values())
    for line in data:
        for index, cell in enumerate(line.cells):
            if isinstance(cell, Unusable) and index in used:
                found.setdefault((index, cell.kind), []).append((line.number, cell))
    faults = []
    for (index, kind), cells in sorted(found.items()):
        names = [f"{letter(index)}{row}" for row, _ in cells]
        every = "、".join(names[:5]) + (f"等{len(names)}处" if len(names) > 5 else "")
        every_en = ", ".join(names[:5]) + (f" and {len(names) - 5} more" if len(names) > 5 else "")
        row, first = cells[0]
        where = Where(file=place.file, sheet=place.sheet, row=row, column=headings[index])
        if kind == "error":
            message = Text(
                f"单元格{every}是错误值（{first.text}）。", f"error in {every_en} ({first.text})."
            )
            advice = Text("请改正后重试。", "Correct it and try again.")
        else:
            message = Text(
                f"单元格{every}是公式（{first.text}），不能作准。",
                f"formula in {every_en} ({first.text}).",
            )
            advice = Text("请复制后“选择性粘贴—数值”。", "Copy it and paste it as values.")
        faults.append(Fault(where=where, message=message, advice=advice))
    return faults


def hidden_parts(
    grid: Grid, data: Iterable[Line], mapping: Mapping[str, int], headings: list[str]
) -> list[Fault]:
    """Doubt rows and columns that the user may not know to be there."""
    rows = [line.number for line in data if line.number in grid.hidden_rows]
    columns = [i for i in sorted(mapping.values()) if i in grid.hidden_columns]
    doubts = []
    if rows:
        every = "、".join(map(str, rows[:10])) + ("等" if len(rows) > 10 else "")
        doubts.append(
            Text(
                f"有{len(rows)}行是隐藏的（第{every}行），也读入了。",
                f"{len(rows)} rows are hidden ({', '.join(map(str, rows[:10]))}); they were read.",
            )
        )
    if columns:
        names = [f"{letter(i)} {headings[i]}" for i in columns]
        doubts.append(
            Text(
                f"有隐藏的列（{'、'.join(names)}），也读入了。",
                f"hidden columns ({', '.join(names)}) were read.",
            )
        )
    place = Where(file=grid.file, sheet=grid.sheet)
    return [Fault(where=place, message=text, severity="doubt") for text in doubts]


_EACH_ITS_OWN = ("name", "id")  # fields whose cells can never stand for several rows


def merged_cells(
    grid: Grid, top: Line, data: Sequence[Line], mapping: Mapping[str, int]
) -> tuple[list[Line], list[Fault]]:
    """Give every row of a merged cell its value, where that is what the cell says.

    A cell merged downwards in one column, as rosters write the unit of several people, stands
    for each of its rows; other merges among the headings and the data are faults.

    Returns:
        The rows, filled in, and what there is to say.
    """
    rows = {top.number, *(line.number for line in data)}
    used = set(mapping.values())
    own = {mapping[field] for field in _EACH_ITS_OWN if field in mapping}
    found: list[Fault] = []
    plain: list[Merge] = []
    for merge in grid.merges:
        columns = range(merge.first_column, merge.last_column + 1)
        if not any(merge.first_row <= row <= merge.last_row for row in rows):
            continue
        if used.isdisjoint(columns):
            continue
        if len(columns) == 1 and merge.first_row > top.number and own.isdisjoint(columns):
            plain.append(merge)
        else:
            found.append(_unclear(grid, merge))
    filled = _filled(data, plain, used)
    if plain:
        found.append(_spread(grid, plain, top))
    return filled, found


def _filled(data: Sequence[Line], merges: Iterable[Merge], used: set[int]) -> list[Line]:
    values = {line.number: line for line in data}
    cells = {line.number: list(line.cells) for line in data}
    for merge in merges:
        column, first = merge.first_column, values.get(merge.first_row)
        for number in range(merge.first_row + 1, merge.last_row + 1):
            row = cells.get(number)
            if first is None or row is None:
                continue
            if all(blank(values[number].cell(index)) for index in used):
                continue  # an empty row stays empty
            row.extend([None] * (column + 1 - len(row)))
            row[column] = first.cell(column)
    return [Line(line.number, tuple(cells[line.number])) for line in data]


def _spread(grid: Grid, merges: Sequence[Merge], top: Line) -> Fault:
    """Say that merged cells were read as standing for each of their rows."""
    number, first = len(merges), merges[0]
    more = f"等{number}处" if number > 1 else ""
    more_en = f" and {number - 1} more" if number > 1 else ""
    heading = top.cell(first.first_column)
    column = clean(str(heading)) if len({m.first_column for m in merges}) == 1 else ""
    return Fault(
        where=Where(file=grid.file, sheet=grid.sheet, row=first.first_row, column=column),
        message=Text(
            f"{first.name}{more}是合并单元格，其中每一行都按同样的内容读入。",
            f"{first.name}{more_en}: merged; every row in it was read with the same content.",
        ),
        severity="doubt",
    )


def _unclear(grid: Grid, merge: Merge) -> Fault:
    return Fault(
        where=Where(file=grid.file, sheet=grid.sheet, row=merge.first_row),
        message=Text(
            f"{merge.name}是合并单元格，分不清各行的内容。",
            f"{merge.name} is merged, so that its rows cannot be told apart.",
        ),
        advice=Text("请取消合并，逐格填写。", "Unmerge it and fill in every cell."),
    )


def empty_rows(rows: list[int], place: Where) -> Fault:
    """Say which rows have nothing in the columns that are read."""
    every = "、".join(map(str, rows[:10])) + ("等" if len(rows) > 10 else "")
    message = Text(
        f"有{len(rows)}行（第{every}行）只在没有读入的列中有内容，略过。",
        f"{len(rows)} rows ({', '.join(map(str, rows[:10]))}) were passed over; they have "
        "content only in columns that are not read.",
    )
    return Fault(where=place, message=message, severity="doubt")
