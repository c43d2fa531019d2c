"""The benchmark of the models page."""

from __future__ import annotations

from app.pipeline.speed import measure, page_of_words
from app.settings import Settings


def test_a_page_has_as_many_words_as_it_says() -> None:
    for count in (1, 500, 6000):
        assert len(page_of_words(count).split()) == count


def test_a_machine_is_measured_through_a_worker() -> None:
    speed = measure(Settings())
    assert 50 < speed.tokens_per_second < 1_000_000
    assert 1 < speed.page_ms < 60_000
    assert speed.threads >= 1
    assert measure(Settings(threads=1)).threads == 1
