"""What is asked about the lines of a file: hidden ones, values that stand above, words that are not known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from django.utils.translation import gettext_noop

from core.reasons import Fact, Reason
from exchange.imports.questions import Question
from ofsted.imports.layouts import squashed

ASK_ONE_HIDDEN: Final = gettext_noop("1 line of the sheet “%(sheet)s” is hidden, perhaps by a filter.")
ASK_HIDDEN: Final = gettext_noop("%(number)d lines of the sheet “%(sheet)s” are hidden, perhaps by a filter.")
HIDDEN_LINES: Final = gettext_noop("Hidden lines: %(lines)s")
READ_ONE_HIDDEN: Final = gettext_noop("Read the hidden line like the others")
LEAVE_ONE_HIDDEN: Final = gettext_noop("Leave the hidden line out")
READ_HIDDEN: Final = gettext_noop("Read the hidden lines like the others")
LEAVE_HIDDEN: Final = gettext_noop("Leave the hidden lines out")
ASK_ONE_ABOVE: Final = gettext_noop("1 cell is empty, and a line above it has a value.")
ASK_ABOVE: Final = gettext_noop("%(number)d cells are empty, and a line above them has a value.")
ONE_ABOVE: Final = gettext_noop("%(line)s, %(column)s: “%(value)s”, as in line %(above)d")
AND_MORE: Final = gettext_noop("And %(number)d more.")
TAKE_ONE_ABOVE: Final = gettext_noop("Take the value above, in this cell")
LEAVE_ONE_ABOVE: Final = gettext_noop("Leave this line out")
TAKE_ABOVE: Final = gettext_noop("Take the value above, in each of these cells")
LEAVE_ABOVE: Final = gettext_noop("Leave these lines out")
ASK_WORD_ONCE: Final = gettext_noop("The column “%(heading)s” says “%(word)s” in 1 line.")
ASK_WORD: Final = gettext_noop("The column “%(heading)s” says “%(word)s” in %(number)d lines.")
ASK_WORDS: Final = gettext_noop(
    "The column “%(heading)s” holds words that are not known here, in %(number)d lines."
)
LISTED: Final = gettext_noop("Such as: %(words)s")
IS_MEMBER: Final = gettext_noop("This setting is a member today")
IS_NO_MEMBER: Final = gettext_noop("It has left, or has not joined: leave this line out")
ARE_MEMBERS: Final = gettext_noop("These settings are members today")
NO_MEMBERS: Final = gettext_noop("They have left, or have not joined: leave these lines out")

ASK_GROUP: Final = gettext_noop(
    "The sheet “%(sheet)s” has no column Collaboration. Are its lines the members of “%(sheet)s”?"
)
IS_GROUP: Final = gettext_noop("Yes, each line is a member of the collaboration “%(sheet)s”")
IS_NO_GROUP: Final = gettext_noop("No, leave this sheet out")
ASK_ONE_COLUMN: Final = gettext_noop("1 column of the sheet “%(sheet)s” is hidden.")
ASK_COLUMNS: Final = gettext_noop("%(number)d columns of the sheet “%(sheet)s” are hidden.")
HIDDEN_COLUMNS: Final = gettext_noop("Hidden columns: %(columns)s")
READ_ONE_COLUMN: Final = gettext_noop("Read the hidden column like the others")
LEAVE_ONE_COLUMN: Final = gettext_noop("Leave the hidden column out")
READ_COLUMNS: Final = gettext_noop("Read the hidden columns like the others")
LEAVE_COLUMNS: Final = gettext_noop("Leave the hidden columns out")

MAX_DETAILS: Final = 10
MAX_WORDS: Final = 5
MAX_LISTED_LINES: Final = 30


def about_hidden(place: int, sheet: str, lines: Sequence[int]) -> Question:
    """Whether the hidden lines of a sheet are read: a filter hides lines that nobody means to leave out."""
    listed = ", ".join(map(str, lines[:MAX_LISTED_LINES])) + (" …" if len(lines) > MAX_LISTED_LINES else "")
    return Question(
        hidden_key(place),
        _counted(len(lines), ASK_ONE_HIDDEN, ASK_HIDDEN, sheet=sheet),
        (
            ("read", _counted(len(lines), READ_ONE_HIDDEN, READ_HIDDEN)),
            ("leave", _counted(len(lines), LEAVE_ONE_HIDDEN, LEAVE_HIDDEN)),
        ),
        (Reason("O7", HIDDEN_LINES, {"lines": listed}),),
    )


def about_group(place: int, sheet: str) -> Question:
    """Whether a sheet without a column for the collaboration holds the members of the one it is called by."""
    facts: dict[str, Fact] = {"sheet": sheet}
    options = (("read", Reason("O7", IS_GROUP, facts)), ("leave", Reason("O7", IS_NO_GROUP)))
    return Question(group_key(place, sheet), Reason("O7", ASK_GROUP, facts), options)


def about_columns(place: int, sheet: str, headings: Sequence[str]) -> Question:
    """Whether hidden columns that are known are read: what nobody sees may be old, or for other eyes."""
    number = len(headings)
    return Question(
        columns_key(place),
        _counted(number, ASK_ONE_COLUMN, ASK_COLUMNS, sheet=sheet),
        (
            ("read", _counted(number, READ_ONE_COLUMN, READ_COLUMNS)),
            ("leave", _counted(number, LEAVE_ONE_COLUMN, LEAVE_COLUMNS)),
        ),
        (Reason("O7", HIDDEN_COLUMNS, {"columns": ", ".join(headings)}),),
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
            _counted(len(proposals), ASK_ONE_ABOVE, ASK_ABOVE),
            (
                ("take", _counted(len(proposals), TAKE_ONE_ABOVE, TAKE_ABOVE)),
                ("leave", _counted(len(proposals), LEAVE_ONE_ABOVE, LEAVE_ABOVE)),
            ),
            details,
        )
    ]


def about_words(key: str, heading: str, words: Counter[str]) -> Iterator[Question]:
    """Whether the settings are members: one question for each word of a column, or one where there are many."""
    if len(words) > MAX_WORDS:
        options = (("member", Reason("O7", ARE_MEMBERS)), ("left", Reason("O7", NO_MEMBERS)))
        listed = Reason("O7", LISTED, {"words": "; ".join(list(words)[:MAX_DETAILS])})
        facts: dict[str, Fact] = {"heading": heading, "number": words.total()}
        yield Question(word_key(key, heading), Reason("O7", ASK_WORDS, facts), options, (listed,))
        return
    for word, number in words.items():
        options = (
            ("member", _counted(number, IS_MEMBER, ARE_MEMBERS)),
            ("left", _counted(number, IS_NO_MEMBER, NO_MEMBERS)),
        )
        sentence = _counted(number, ASK_WORD_ONCE, ASK_WORD, heading=heading, word=word)
        yield Question(word_key(key, heading, word), sentence, options)


def _counted(number: int, one: str, several: str, **facts: Fact) -> Reason:
    """A sentence about one thing, or about a number of them."""
    return Reason("O7", one if number == 1 else several, {**facts, "number": number})


def hidden_key(place: int) -> str:
    return f"hidden:{place}"


def columns_key(place: int) -> str:
    return f"columns:{place}"


def group_key(place: int, sheet: str) -> str:
    return f"group:{place}:{squashed(sheet)}"


def word_key(key: str, heading: str, word: str | None = None) -> str:
    return ":".join(["word", key, squashed(heading), *([] if word is None else [word.casefold()])])
