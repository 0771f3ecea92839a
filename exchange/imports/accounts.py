"""Parts of the account of a spreadsheet: names of columns without a heading, samples, and faults counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from core.reading.account import Sample, Tally, TallyKind
from exchange.imports.columns import title_of
from exchange.imports.lines import Line


def letters_of(place: int) -> str:
    """The name of a column without a heading: A for 0, AB for 27."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def samples_of(texts: Iterable[str]) -> tuple[Sample, ...]:
    return tuple(map(Sample, texts))


def tallies_of(lines: Sequence[Line]) -> tuple[Tally, ...]:
    rows: Counter[tuple[str, str, TallyKind]] = Counter()
    for line in lines:
        rows.update(
            {(problem.column, problem.reason.sentence, TallyKind.REJECTED) for problem in line.problems}
        )
        rows.update({(remark.column, remark.reason.sentence, TallyKind.MENDED) for remark in line.remarks})
    return tuple(
        Tally(title_of(column), column, sentence, kind, number)
        for (column, sentence, kind), number in rows.items()
    )
