"""Paths cut at marked areas: nothing of them is left inside, and outside they are what they were."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Operator

from app.formats.pdf.redact.cutting import cut

AREA = (10.0, 10.0, 20.0, 20.0)
IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
numbers = st.floats(-5, 35, allow_nan=False).map(lambda value: round(value, 2))
steps = st.one_of(
    st.tuples(st.lists(numbers, min_size=2, max_size=2), st.sampled_from(["m", "l"])),
    st.tuples(st.lists(numbers, min_size=6, max_size=6), st.just("c")),
    st.tuples(st.lists(numbers, min_size=4, max_size=4), st.sampled_from(["v", "y", "re"])),
    st.tuples(st.just([]), st.just("h")),
)


def path(*described: tuple[list[float], str]) -> list[tuple[list[Any], Any]]:
    return [(list(operands), Operator(name)) for operands, name in described]


def written(found: list[tuple[list[Any], Any]] | None) -> list[tuple[list[float], str]]:
    return [(operands, str(operator)) for operands, operator in found or []]


@given(st.lists(steps, max_size=12))
@settings(max_examples=150, deadline=None)
def test_no_point_is_left_inside(described: list[tuple[list[float], str]]) -> None:
    found = cut(path(([0.0, 0.0], "m"), *described, ([], "S")), [AREA], IDENTITY)
    for operands, name in written(found):
        points = list(zip(operands[0::2], operands[1::2], strict=True)) if name != "re" else []
        assert not any(10.001 < x < 19.999 and 10.001 < y < 19.999 for x, y in points)
    if found is not None:
        assert written(found)[-1] == ([], "S")


def test_what_only_passes_through_or_lies_beside_is_left_alone() -> None:
    beside = path(([0.0, 0.0], "m"), ([30.0, 30.0], "l"), ([0.0, 0.0, 40.0, 40.0], "re"), ([0.0, 5.0, 9.0, 5.0, 9.0, 9.0], "c"), ([], "B"))  # fmt: skip
    assert cut(beside, [AREA], IDENTITY) is None


def test_a_corner_inside_becomes_a_straight_line() -> None:
    found = written(
        cut(path(([0.0, 15.0], "m"), ([15.0, 15.0], "l"), ([15.0, 0.0], "l"), ([], "S")), [AREA], IDENTITY)
    )
    assert found[0] == ([0.0, 15.0], "m")
    assert found[-2] == ([15.0, 0.0], "l")
    assert ([15.0, 15.0], "l") not in found


def test_the_matrix_is_minded() -> None:
    moved = (1.0, 0.0, 0.0, 1.0, 100.0, 100.0)
    assert cut(path(([12.0, 12.0], "m"), ([13.0, 14.0], "l"), ([], "S")), [AREA], moved) is None
    assert written(cut(path(([-88.0, -88.0], "m"), ([-87.0, -86.0], "l"), ([], "S")), [AREA], moved)) == [
        ([], "S")
    ]
