"""The order of names: the same on every server, whatever its locale.

``order_by("user__full_name__in_order")`` sorts by small letters without accents and apostrophes, as
``core.text.plain_letters`` folds them. A collation would do it with ICU alone, which not every PostgreSQL has
(docs/decisions/0030-text.md).
"""

from __future__ import annotations

import re
from typing import Any

from django.db import models

from core.text import APOSTROPHES, PLAIN_LETTERS, plain_letters

ONE = {letter: plain for letter, plain in PLAIN_LETTERS.items() if len(plain) == 1}
SEVERAL = {letter: plain for letter, plain in PLAIN_LETTERS.items() if len(plain) > 1}
#: Marks above and below letters.
VANISHING = "\u0300-\u036f"
QUOTED = APOSTROPHES.replace("'", "''")
PUNCTUATION = "[ -/:-@[-`{-~\u2010-\u2015]+"
_PUNCTUATION = re.compile(PUNCTUATION)


def _variants() -> tuple[str, str]:
    letters = [chr(code) for code in (*range(0xC0, 0x180), *range(0x1E00, 0x1F00))]
    plain = {letter: plain_letters(letter) for letter in letters if letter == letter.casefold()}
    plain = {letter: other for letter, other in plain.items() if len(other) == 1 and other != letter}
    return "".join(plain) + APOSTROPHES, "".join(plain.values())


#: The small letters with accents of Latin scripts, then apostrophes; and the plain letters of the former.
VARIANTS = _variants()
_SQL_VARIANTS = VARIANTS[0].replace("'", "''")


class Plain(models.Func):
    """A text in small letters without accents and apostrophes, where no index and no order needs it.

    Texts of English letters alone are most, and cost a tenth of what ``InOrder`` costs.
    """

    output_field = models.TextField()
    arity = 1
    template = (
        "(CASE WHEN octet_length(%(expressions)s) = char_length(%(expressions)s)"
        " THEN lower(replace(%(expressions)s, '''', ''))"
        f" ELSE translate(lower(%(expressions)s), '{_SQL_VARIANTS}', '{VARIANTS[1]}') END)"
    )

    def as_sql(self, *args: Any, **kwargs: Any) -> Any:
        sql, params = super().as_sql(*args, **kwargs)
        return sql, tuple(params) * 4


def _template() -> str:
    """Only functions that never change their mind, so that an index may be made of it."""
    folded = f"lower(normalize(translate(%(expressions)s, '{QUOTED}', ''), NFKD))"
    folded = f"translate({folded}, '{''.join(ONE)}', '{''.join(ONE.values())}')"
    for letter, plain in SEVERAL.items():
        folded = f"replace({folded}, '{letter}', '{plain}')"
    folded = f"regexp_replace({folded}, '[{VANISHING}]', '', 'g')"
    return f"(btrim(regexp_replace({folded}, '{PUNCTUATION}', ' ', 'g')) COLLATE \"C\")"


class InOrder(models.Transform):
    """A text as it is put in order."""

    lookup_name = "in_order"
    template = _template()
    output_field = models.TextField()

    def as_sql(self, *args: Any, **kwargs: Any) -> Any:
        kwargs.setdefault("template", self.template)
        return super().as_sql(*args, **kwargs)


def in_order(text: str) -> str:
    """What the database makes of a text by ``in_order``: for what was typed and is looked for there."""
    return _PUNCTUATION.sub(" ", plain_letters(text)).strip()


models.CharField.register_lookup(InOrder)
models.TextField.register_lookup(InOrder)
