"""Answers and words of the ways of working as a screen shows them that goes by them: what is said, and the
clause that says it (W1).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.utils.translation import gettext

from collaborations.models import Collaboration
from providers.models import Provider
from ways_of_working.rules.answers import ANSWERS, in_words
from ways_of_working.rules.clauses import Clause
from ways_of_working.rules.effective import AgreedClause, EffectiveTerms, Source
from ways_of_working.rules.questions import QUESTION_OF
from ways_of_working.selectors.effective import effective_terms


def clauses_of(collaboration: Collaboration, keys: Sequence[str], *, on: date) -> list[Clause]:
    """What holds for a collaboration about these questions, in their order.

    Unanswered ones are left out. At most four queries.
    """
    return clauses_from(effective_terms(collaboration, on=on), keys, collaboration_id=collaboration.pk)


def clauses_from(terms: EffectiveTerms, keys: Iterable[str], *, collaboration_id: int) -> list[Clause]:
    """The same where it is known what holds. One query, where the payee is asked for."""
    names = _payee_name(terms) if "payee" in (keys := list(keys)) else {}
    found = (_shown(terms, key, names, collaboration_id) for key in keys)
    return [one for one in found if one is not None]


def _shown(terms: EffectiveTerms, key: str, names: Mapping[int, str], collaboration_id: int) -> Clause | None:
    term = terms.of(key) if key in ANSWERS else None
    said = terms.words(key)
    source: Source | None = term.source if term else said.source if said else None
    if source is None:
        return None
    return Clause(
        key=key,
        section=QUESTION_OF[key].section,
        label=gettext(ANSWERS[key].label if key in ANSWERS else QUESTION_OF[key].prompt),
        lines=tuple(one.in_words(gettext) for one in in_words(key, term.value, settings=names))
        if term
        else (),
        words=str(said.value) if said else "",
        value=term.value if term else None,
        source=source.reason.in_words(gettext),
        collaboration_id=collaboration_id,
        version=source.version if isinstance(source, AgreedClause) else None,
    )


def _payee_name(terms: EffectiveTerms) -> dict[int, str]:
    return (
        {provider.pk: str(provider) for provider in Provider.objects.filter(pk=terms.payee).order_by("pk")}
        if terms.payee
        else {}
    )
