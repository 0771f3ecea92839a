"""Where practice has moved away from the agreement, as a component of a page (``components/terms_drift.html``)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext

from collaborations.selectors import clauses_from
from collaborations.views.clauses import TermsClause, terms_clauses

if TYPE_CHECKING:
    from collaborations.rules.terms import EffectiveTerms
    from memberships.rules.drift import Drift


class ShownDrift(NamedTuple):
    """One difference in words, and the clause that it is about."""

    text: str
    clause: TermsClause | None


def shown_drift(found: Iterable[Drift], terms: EffectiveTerms, *, collaboration_id: int) -> list[ShownDrift]:
    drift = list(found)
    keys = [one.key for one in drift]
    clauses = {one.shown.key: one for one in terms_clauses(clauses_from(terms, keys, collaboration_id=collaboration_id))} if keys else {}
    return [ShownDrift(one.reason.in_words(gettext), clauses.get(one.key)) for one in drift]
