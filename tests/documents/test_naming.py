"""Long names: broken, laid on their side, never too small to be read where there is room."""

from __future__ import annotations

import pytest

from seating.documents.lettering import Lettering
from seating.documents.naming import NameStyle, draw_column, parted
from seating.documents.paper import Box, paper_of
from seating.documents.sheet import Sheet
from seating.typography.faces import resolve


class Seen(Sheet):
    """A page that remembers the lines set on it, with size in pt and turn."""

    def __init__(self) -> None:
        lettering = Lettering(resolve({}, base=None))
        super().__init__(paper_of("A4"), lettering, mono=False, margin=12, number=1)
        self.seen: list[tuple[str, float, float]] = []

    def text(self, x, y, s, role="song", size=10.5, **more):  # type: ignore[no-untyped-def]
        fitted = super().text(x, y, s, role, size, **more)
        self.seen.append((s, fitted.size, more.get("turn", 0.0)))
        return fitted


def test_names_are_parted_where_their_parts_end() -> None:
    assert parted("阿卜杜拉·买买提依明·吾斯曼", 2) == ["阿卜杜拉·", "买买提依明·吾斯曼"]
    assert parted("Maria-Josephine de Sousa e Silva", 2) == ["Maria-Josephine", "de Sousa e Silva"]
    assert parted("让-巴蒂斯特·德·拉·图尔", 3) == ["让-", "巴蒂斯特·", "德·拉·图尔"]
    assert parted("欧阳慕容清和", 2) == ["欧阳慕容清和"]


LONG = ["阿卜杜拉·买买提依明·吾斯曼", "Александр Сергеевич Пушкинский", "Nguyễn Thị Minh Khai"]


@pytest.mark.parametrize("name", LONG)
def test_long_names_across_are_read(name: str) -> None:
    page = Seen()
    NameStyle("kai", 11.0).draw(page, Box(0, 0, 16, 8), name)
    assert len(page.seen) >= 2
    assert min(size for _, size, _ in page.seen) > 5.5
    assert "".join(s for s, _, _ in page.seen).replace(" ", "") == name.replace(" ", "")


@pytest.mark.parametrize("name", LONG)
def test_long_names_downwards_are_read(name: str) -> None:
    page = Seen()
    draw_column(page, Box(0, 0, 9, 30), name, 26.0)
    assert min(size for _, size, _ in page.seen) > 5.5
    turned = {turn for _, _, turn in page.seen}
    assert turned == ({0.0} if "·" in name else {-90})


def test_short_names_stay_as_they_are() -> None:
    page = Seen()
    NameStyle("kai", 12.0).draw(page, Box(0, 0, 20, 10), "张三")
    draw_column(page, Box(0, 0, 10, 30), "欧阳慕容", 20.0)
    assert [s for s, _, _ in page.seen] == ["张三", *"欧阳慕容"]
