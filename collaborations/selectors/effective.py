"""What holds for a collaboration on a day (W1): the adopted answers, and the authority's defaults where they say nothing.

Every rule that the ways of working drive asks here. Nothing is kept: what holds on a day can always be said again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Q

from collaborations.models import Collaboration, TermsSection, TermsTemplate, WaysOfWorking
from collaborations.rules.terms import Adopted, Defaults, EffectiveTerms
from collaborations.rules.terms import effective_terms as merged

HELD = (WaysOfWorking.State.ADOPTED, WaysOfWorking.State.SUPERSEDED)


def effective_terms(collaboration: Collaboration, *, on: date) -> EffectiveTerms:
    """What holds for one collaboration on a day, each value with its source. At most three queries."""
    return effective_terms_of([collaboration], on=on)[collaboration.pk]


def effective_terms_of(collaborations: Iterable[Collaboration], *, on: date) -> dict[int, EffectiveTerms]:
    """The same for many, by their ids. At most three queries, however many there are."""
    return effective_terms_of_ids([one.pk for one in collaborations], on=on)


def effective_terms_of_ids(ids: Iterable[int], *, on: date) -> dict[int, EffectiveTerms]:
    """The same where only the ids are known."""
    wanted = list(ids)
    if not wanted:
        return {}
    defaults, adopted = published_defaults(on=on), _adopted_of(wanted, on=on)
    return {one: merged(on=on, adopted=adopted.get(one, ()), defaults=defaults) for one in wanted}


def published_defaults(*, on: date) -> list[Defaults]:
    """The authority's defaults in force on a day: one, or none where it has published nothing by then. One query."""
    rows = TermsTemplate.objects.filter(state=TermsTemplate.State.PUBLISHED, in_force_from__lte=on).order_by("-in_force_from", "-version")
    found = rows.values_list("version", "in_force_from", "values")[:1]
    return [Defaults(version, from_on, values) for version, from_on, values in found if from_on is not None]


def _adopted_of(ids: list[int], *, on: date) -> Mapping[int, list[Adopted]]:
    """The versions that hold on a day, by collaboration: one query, and one for what their sections say."""
    held = WaysOfWorking.objects.filter(Q(superseded_on=None) | Q(superseded_on__gt=on), state__in=HELD, adopted_on__lte=on)
    versions = list(held.filter(collaboration_id__in=ids).order_by("pk").only("collaboration_id", "version", "adopted_on", "superseded_on"))
    values: dict[int, dict[str, object]] = defaultdict(dict)
    unused: dict[int, set[str]] = defaultdict(set)
    if versions:
        sections = TermsSection.objects.filter(ways__in=[one.pk for one in versions]).order_by("position", "pk")
        for ways_id, key, is_used, answers in sections.values_list("ways_id", "key", "is_used", "values"):
            values[ways_id].update(answers)
            if not is_used:
                unused[ways_id].add(key)
    found: dict[int, list[Adopted]] = defaultdict(list)
    for one in versions:
        if one.adopted_on is not None:
            version = Adopted(one.version, one.adopted_on, values[one.pk], frozenset(unused[one.pk]), one.superseded_on)
            found[one.collaboration_id].append(version)
    return found
