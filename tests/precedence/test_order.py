"""The order of people: criteria in turn, explicit statements, circles, reasons."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seating.facts.event import PrecedenceSpec
from seating.facts.fault import BadInputError
from seating.facts.people import Person, Unit
from seating.precedence.order import Order, arrange, natural

BY = ("rank", "unit", "seniority")


def order(
    people: Sequence[Person],
    *before: str,
    by: tuple[str, ...] = ("rank",),
    units: Sequence[Unit] = (),
) -> Order:
    """Arrange; each statement is a text of one-letter ids in descending order."""
    return arrange(people, units, PrecedenceSpec(by=by, before=tuple(tuple(b) for b in before)))


def ranked(names: str) -> list[Person]:
    """Return people ranked as written."""
    return [Person(id=n, name=f"N{n}", rank=i + 1) for i, n in enumerate(names)]


def text(found: Order) -> str:
    return "".join(found.ids)


def test_rank_decides() -> None:
    assert text(order(list(reversed(ranked("abcd"))))) == "abcd"


def test_missing_rank_comes_last() -> None:
    people = [Person(id="x", name="x"), *ranked("ab"), Person(id="c", name="c", rank=99)]
    assert text(order(people)) == "abcx"


def test_criteria_in_turn() -> None:
    units = [Unit(name="Second", order=2), Unit(name="First", order=1)]
    people = [
        Person(id="a", name="a", rank=2, unit="First", seniority="2001"),
        Person(id="b", name="b", rank=1, unit="Second", seniority="2010"),
        Person(id="c", name="c", rank=1, unit="First", seniority="2020"),
        Person(id="d", name="d", rank=1, unit="First", seniority="2005"),
        Person(id="e", name="e", rank=1, unit="Elsewhere", seniority="1990"),
        Person(id="f", name="f", rank=1, unit="First"),
    ]
    found = order(people, by=BY, units=units)
    assert text(found) == "dcfbea"
    assert found.reason("d", "c").en == "by seniority"
    assert found.reason("f", "b").en == "by order of units"
    assert found.reason("e", "a").en == "by rank"
    assert text(order(people, by=("seniority",), units=units)) == "eadbcf"


def test_units_without_a_number_keep_the_order_of_the_list() -> None:
    units = [Unit(name="Z"), Unit(name="A"), Unit(name="N", order=5)]
    people = [Person(id=u.name.lower(), name=u.name, unit=u.name) for u in units]
    found = order(people, by=("unit",), units=units)
    assert text(found) == "nza"
    assert "2个单位没有先后" in found.doubts[0].message.zh


def test_units_without_a_number_are_doubted_only_where_they_decide() -> None:
    units = [Unit(name="A"), Unit(name="Z"), Unit(name="N", order=5)]
    apart = [Person(id=u.name, name=u.name, unit=u.name, rank=n) for n, u in enumerate(units, 1)]
    assert not order(apart, by=BY, units=units).doubts
    assert not order(apart, by=("rank",), units=units).doubts
    alone = [Person(id=u.name, name=u.name, unit=u.name) for u in units[1:]]
    assert not order(alone, by=BY, units=units).doubts
    (doubt,) = order([*apart, *alone], by=("unit",), units=units).doubts
    assert "A, Z" in doubt.message.en


def test_ids_break_ties_by_value() -> None:
    people = [Person(id=i, name="same") for i in ("A10", "A9", "A1", "B2")]
    assert order(people, by=()).ids == ("A1", "A9", "A10", "B2")
    assert natural("A9") < natural("A10")


def test_equal_by_every_criterion_but_the_id() -> None:
    people = [Person(id=i, name="same", rank=1) for i in "ab"]
    assert order(people).reason("a", "b").en == "by id"


def test_statement_raises_the_junior_to_just_before_the_senior() -> None:
    found = order(ranked("abcde"), "db")
    assert text(found) == "adbce"
    assert found.overruled == (("d", "b"),)


def test_statement_that_says_what_holds_anyway_changes_nothing() -> None:
    found = order(ranked("abcd"), "ad")
    assert text(found) == "abcd"
    assert found.overruled == ()


def test_chain_raises_together() -> None:
    assert text(order(ranked("abcdef"), "fdb")) == "afdbce"
    assert text(order(ranked("abcdef"), "fd", "db")) == "afdbce"


def test_several_raised_before_one_stay_in_their_own_order() -> None:
    assert text(order(ranked("abcdef"), "fb", "db")) == "adfbce"


def test_raised_in_two_steps_stands_before_those_raised_in_one() -> None:
    """f stands before d, who is senior to e; all three stand before b."""
    assert text(order(ranked("abcdef"), "eb", "fdb")) == "afdebc"


def test_raised_by_the_most_senior_of_several() -> None:
    assert text(order(ranked("abcdef"), "fd", "fb")) == "afbcde"


def test_statement_between_two_raised() -> None:
    assert text(order(ranked("abcdef"), "ea", "fe")) == "feabcd"


def test_reasons() -> None:
    found = order(ranked("abcde"), "db")
    assert found.reason("a", "d").en == "by rank"
    assert found.reason("d", "b").en == "by an explicit statement"
    assert found.reason("d", "c").en == "as a consequence of an explicit statement"
    assert found.reason("b", "c").zh == "按级别"


def test_absent_people_drop_out_of_a_chain() -> None:
    """The middle one is away; the statement about the others still holds."""
    people = [p for p in ranked("abcd") if p.id != "c"]
    assert text(order(people, "dca")) == "dab"


@pytest.mark.parametrize("statements", [("ab", "ba"), ("abc", "ca"), ("ab", "bc", "cd", "da")])
def test_circle_is_named(statements: tuple[str, ...]) -> None:
    with pytest.raises(BadInputError) as caught:
        order(ranked("abcde"), *statements)
    (fault,) = caught.value.faults
    names = sorted(set("".join(statements)))
    circle = " > ".join(f"N{n}" for n in [*names, names[0]])
    assert circle in fault.message.en
    assert fault.where.key == "precedence.before"
    assert "Ne" not in fault.message.en


def test_unknown_criterion() -> None:
    with pytest.raises(BadInputError, match=r"unknown criterion 'height'.*rank"):
        order(ranked("ab"), by=("height",))


def test_nobody() -> None:
    assert order([]).ids == ()


names = st.permutations("abcdefg")
pairs = st.lists(
    st.lists(st.sampled_from("abcdefg"), min_size=2, max_size=3, unique=True), max_size=4
)


def consistent(statements: list[list[str]]) -> bool:
    try:
        order(ranked("abcdefg"), *("".join(s) for s in statements))
    except BadInputError:
        return False
    return True


@settings(max_examples=150, deadline=None, derandomize=True)
@given(shuffled=names, statements=pairs, turned=st.randoms(use_true_random=False))
def test_order_of_the_roster_never_matters(
    shuffled: list[str], statements: list[list[str]], turned: object
) -> None:
    """Nor does the order of the statements."""
    if not consistent(statements):
        return
    people = ranked("abcdefg")
    by_id = {p.id: p for p in people}
    said = ["".join(s) for s in statements]
    expected = order(people, *said)
    turned.shuffle(said)  # type: ignore[attr-defined]
    assert order([by_id[n] for n in shuffled], *said).ids == expected.ids


@settings(max_examples=150, deadline=None, derandomize=True)
@given(statements=pairs)
def test_statements_hold_and_others_keep_their_order(statements: list[list[str]]) -> None:
    if not consistent(statements):
        return
    ids = order(ranked("abcdefg"), *("".join(s) for s in statements)).ids
    at = {n: i for i, n in enumerate(ids)}
    assert sorted(ids) == list("abcdefg")
    for chain in statements:
        assert [at[n] for n in chain] == sorted(at[n] for n in chain)
    raised = {n for chain in statements for n in chain[:-1]}
    others = [n for n in ids if n not in raised]
    assert others == sorted(others), "somebody who was not raised changed places"


@given(junior=st.sampled_from("bcdefg"), senior=st.sampled_from("abcdef"))
@settings(max_examples=60, deadline=None, derandomize=True)
def test_one_statement_moves_one_person(junior: str, senior: str) -> None:
    """Checked against the plain meaning: take out, put in just before."""
    if junior <= senior:
        return
    line = [n for n in "abcdefg" if n != junior]
    line.insert(line.index(senior), junior)
    assert text(order(ranked("abcdefg"), junior + senior)) == "".join(line)
