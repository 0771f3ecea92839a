"""What is asked about the lines of a file: hidden ones, values that stand above, words that are not known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from django.utils.translation import gettext_noop

from core.reasons import Fact, Reason
from exchange.imports.questions import Question
from ofsted.imports.layouts import squashed

ASK_HIDDEN: Final = gettext_noop("%(number)d lines of the sheet “%(sheet)s” are hidden, perhaps by a filter.")
HIDDEN_LINES: Final = gettext_noop("Hidden lines: %(lines)s")
READ_HIDDEN: Final = gettext_noop("Read the hidden lines like the others")
LEAVE_HIDDEN: Final = gettext_noop("Leave the hidden lines out")
ASK_ABOVE: Final = gettext_noop("%(number)d cells are empty, and a line above them has a value.")
ONE_ABOVE: Final = gettext_noop("%(line)s, %(column)s: “%(value)s”, as in line %(above)d")
AND_MORE: Final = gettext_noop("And %(number)d more.")
TAKE_ABOVE: Final = gettext_noop("Take the value above, in each of these cells")
LEAVE_ABOVE: Final = gettext_noop("Leave these lines out")
ASK_WORD: Final = gettext_noop("The column “%(heading)s” says “%(word)s” in %(number)d lines.")
ASK_WORDS: Final = gettext_noop(
    "The column “%(heading)s” holds words that are not known here, in %(number)d lines."
)
LISTED: Final = gettext_noop("Such as: %(words)s")
ARE_MEMBERS: Final = gettext_noop("These settings are members today")
NO_MEMBERS: Final = gettext_noop("They have left, or have not joined: leave these lines out")

MAX_DETAILS: Final = 10
MAX_WORDS: Final = 5
MAX_LISTED_LINES: Final = 30


def about_hidden(place: int, sheet: str, lines: Sequence[int]) -> Question:
    """Whether the hidden lines of a sheet are read: a filter hides lines that nobody means to leave out."""
    listed = ", ".join(map(str, lines[:MAX_LISTED_LINES])) + (" …" if len(lines) > MAX_LISTED_LINES else "")
    return Question(
        hidden_key(place),
        Reason("O7", ASK_HIDDEN, {"number": len(lines), "sheet": sheet}),
        (("read", Reason("O7", READ_HIDDEN)), ("leave", Reason("O7", LEAVE_HIDDEN))),
        (Reason("O7", HIDDEN_LINES, {"lines": listed}),),
    )


def about_values_above(proposals: Sequence[Reason]) -> list[Question]:
    """Whether values that are given once for a block of lines stand for each of them."""
    if not proposals:
        return []
    beyond = len(proposals) - MAX_DETAILS
    details = [*proposals[:MAX_DETAILS]]
    details += [Reason("O7", AND_MORE, {"number": beyond})] if beyond > 0 else []
    return [
        Question(
            "above",
            Reason("O7", ASK_ABOVE, {"number": len(proposals)}),
            (("take", Reason("O7", TAKE_ABOVE)), ("leave", Reason("O7", LEAVE_ABOVE))),
            details,
        )
    ]


def about_words(key: str, heading: str, words: Counter[str]) -> Iterator[Question]:
    """Whether the settings are members: one question for each word of a column, or one where there are many."""
    options = (("member", Reason("O7", ARE_MEMBERS)), ("left", Reason("O7", NO_MEMBERS)))
    if len(words) > MAX_WORDS:
        listed = Reason("O7", LISTED, {"words": "; ".join(list(words)[:MAX_DETAILS])})
        facts: dict[str, Fact] = {"heading": heading, "number": words.total()}
        yield Question(word_key(key, heading), Reason("O7", ASK_WORDS, facts), options, (listed,))
        return
    for word, number in words.items():
        facts = {"heading": heading, "word": word, "number": number}
        yield Question(word_key(key, heading, word), Reason("O7", ASK_WORD, facts), options)


def hidden_key(place: int) -> str:
    return f"hidden:{place}"


def word_key(key: str, heading: str, word: str | None = None) -> str:
    return ":".join(["word", key, squashed(heading), *([] if word is None else [word.casefold()])])
