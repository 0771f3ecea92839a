"""Pages that go by the ways of working show what they go by,
with a link to the clause and its version (W1).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from collaborations.views.mixins import OfCollaboration
from ways_of_working.selectors.clauses import clauses_from, clauses_of

if TYPE_CHECKING:
    from ways_of_working.rules.clauses import Clause
    from ways_of_working.rules.drift import Drift
    from ways_of_working.rules.effective import EffectiveTerms


def address_of_clause(clause: Clause) -> str:
    """Its place in the reading page; empty for a default. ``components/terms_source.html`` says the same."""
    if not clause.version:
        return ""
    page = reverse("ways_of_working:terms_version", args=[clause.collaboration_id, clause.version])
    return f"{page}#{clause.section}"


class ShowsClauses(OfCollaboration):
    """A page below a collaboration that goes by its ways of working.

    ``goes_by``: the keys of the questions, as they are shown.
    """

    goes_by: ClassVar[Sequence[str]] = ()

    def clauses(self) -> list[Clause]:
        return clauses_of(self.collaboration, self.goes_by, on=timezone.localdate())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"clauses": self.clauses(), **kwargs})


class ShownDrift(NamedTuple):
    """One difference in words, and the clause that it is about."""

    text: str
    clause: Clause | None


def shown_drift(found: Iterable[Drift], terms: EffectiveTerms, *, collaboration_id: int) -> list[ShownDrift]:
    drift = list(found)
    keys = [difference.key for difference in drift]
    clauses = (
        {clause.key: clause for clause in clauses_from(terms, keys, collaboration_id=collaboration_id)}
        if keys
        else {}
    )
    return [
        ShownDrift(difference.reason.in_words(gettext), clauses.get(difference.key)) for difference in drift
    ]
