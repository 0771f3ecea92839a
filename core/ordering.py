"""The order of names: the same on every server, whatever its locale.

``order_by("user__full_name__in_order")`` sorts by small letters without accents and apostrophes, as
``core.text.plain_letters`` folds them. A collation would do it with ICU alone, which not every PostgreSQL has
(docs/decisions/0030-text.md).
"""

from __future__ import annotations

from typing import Any

from django.db import models

from core.text import APOSTROPHES, PLAIN_LETTERS

ONE = {letter: plain for letter, plain in PLAIN_LETTERS.items() if len(plain) == 1}
SEVERAL = {letter: plain for letter, plain in PLAIN_LETTERS.items() if len(plain) > 1}
#: Marks above and below letters.
VANISHING = "\u0300-\u036f"
QUOTED = APOSTROPHES.replace("'", "''")
PUNCTUATION = "[ -/:-@[-`{-~\u2010-\u2015]+"


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


models.CharField.register_lookup(InOrder)
models.TextField.register_lookup(InOrder)
