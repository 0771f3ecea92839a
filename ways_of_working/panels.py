"""Pages that go by the ways of working show what they go by, with a link to the clause and its version (W1)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from collaborations.views.mixins import OfCollaboration
from ways_of_working.selectors.clauses import clauses_from, clauses_of

if TYPE_CHECKING:
    from collaborations.models import Collaboration
    from ways_of_working.rules.drift import Drift
    from ways_of_working.rules.effective import EffectiveTerms
    from ways_of_working.selectors.clauses import ShownClause


class TermsClause(NamedTuple):
    """What ``components/terms_clause.html`` shows: a clause, and the address of its place in the reading page. A default has none."""

    shown: ShownClause
    address: str


def terms_clauses(clauses: Iterable[ShownClause]) -> list[TermsClause]:
    return [TermsClause(one, address_of_clause(one.collaboration_id, one.version, one.section)) for one in clauses]


def address_of_clause(collaboration_id: int, version: int | None, section: str | None) -> str:
    """The place of a section in the reading page of a version; empty for a default, which stands nowhere."""
    return f"{reverse('ways_of_working:terms_version', args=[collaboration_id, version])}#{section}" if version else ""


class ShowsClauses(OfCollaboration):
    """A page below a collaboration that goes by its ways of working. ``goes_by``: the keys of the questions, as they are shown."""

    goes_by: ClassVar[Sequence[str]] = ()

    def clauses(self) -> list[TermsClause]:
        return terms_clauses(clauses_of(self.collaboration, self.goes_by, on=timezone.localdate()))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"clauses": self.clauses(), **kwargs})


def clauses_for(collaboration: Collaboration, keys: Sequence[str]) -> list[TermsClause]:
    """The same for a page that is of something else."""
    return terms_clauses(clauses_of(collaboration, keys, on=timezone.localdate()))


class ShownDrift(NamedTuple):
    """One difference in words, and the clause that it is about."""

    text: str
    clause: TermsClause | None


def shown_drift(found: Iterable[Drift], terms: EffectiveTerms, *, collaboration_id: int) -> list[ShownDrift]:
    drift = list(found)
    keys = [one.key for one in drift]
    clauses = {one.shown.key: one for one in terms_clauses(clauses_from(terms, keys, collaboration_id=collaboration_id))} if keys else {}
    return [ShownDrift(one.reason.in_words(gettext), clauses.get(one.key)) for one in drift]
