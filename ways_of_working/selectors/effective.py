"""What holds for a collaboration on a day (W1): the adopted answers,
and the authority's defaults where they say nothing.

Every rule that the ways of working drive asks here. Nothing is kept: what holds on a day can always be said
again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import groupby
from operator import itemgetter

from django.db.models import Q

from collaborations.models import Collaboration
from ways_of_working.models import TermsTemplate, WaysOfWorking
from ways_of_working.rules.effective import Adopted, Defaults, EffectiveTerms
from ways_of_working.rules.effective import effective_terms as merge_terms

HELD = (WaysOfWorking.State.ADOPTED, WaysOfWorking.State.SUPERSEDED)


def effective_terms(collaboration: Collaboration, *, on: date) -> EffectiveTerms:
    """What holds for one collaboration on a day, each value with its source, and the members' words.

    Two queries.
    """
    adopted = _adopted_of([collaboration.pk], on=on, with_words=True)
    return merge_terms(on=on, adopted=adopted.get(collaboration.pk, ()), defaults=published_defaults(on=on))


def effective_terms_of(collaborations: Iterable[Collaboration], *, on: date) -> dict[int, EffectiveTerms]:
    """The values for many, by their ids, without the words. Two queries, however many there are."""
    return effective_terms_of_ids([collaboration.pk for collaboration in collaborations], on=on)


def effective_terms_of_ids(ids: Iterable[int], *, on: date) -> dict[int, EffectiveTerms]:
    """The same where only the ids are known."""
    pks = list(ids)
    if not pks:
        return {}
    defaults, adopted = published_defaults(on=on), _adopted_of(pks, on=on)
    return {one: merge_terms(on=on, adopted=adopted.get(one, ()), defaults=defaults) for one in pks}


def published_defaults(*, on: date) -> list[Defaults]:
    """The authority's defaults in force on a day: one, or none where it has published nothing by then.

    One query.
    """
    rows = TermsTemplate.objects.filter(state=TermsTemplate.State.PUBLISHED, in_force_from__lte=on).order_by(
        "-in_force_from", "-version"
    )
    found = rows.values_list("version", "in_force_from", "values")[:1]
    return [Defaults(version, from_on, values) for version, from_on, values in found if from_on is not None]


def _adopted_of(ids: list[int], *, on: date, with_words: bool = False) -> Mapping[int, list[Adopted]]:
    """The versions that hold on a day, by collaboration, with what their sections say. One query."""
    held = WaysOfWorking.objects.filter(
        Q(superseded_on=None) | Q(superseded_on__gt=on), state__in=HELD, adopted_on__lte=on
    )
    said = ("key", "is_used", "values", *(["texts"] if with_words else []))
    rows = held.filter(collaboration_id__in=ids).order_by("pk", "sections__position", "sections__pk")
    columns = ("collaboration_id", "version", "adopted_on", "superseded_on")
    found: dict[int, list[Adopted]] = defaultdict(list)
    for _pk, sections in groupby(
        rows.values_list("pk", *columns, *(f"sections__{name}" for name in said)), key=itemgetter(0)
    ):
        values: dict[str, object] = {}
        words: dict[str, object] = {}
        unused: set[str] = set()
        for row in sections:
            key, is_used, answers, *texts = row[1 + len(columns) :]
            collaboration_id, version, adopted_on, until = row[1 : 1 + len(columns)]
            if key is not None:  # a version without any section
                values.update(answers)
                for text in texts:
                    words.update(text)
                if not is_used:
                    unused.add(key)
        found[collaboration_id].append(Adopted(version, adopted_on, values, frozenset(unused), until, words))
    return found


def versions_that_hold(collaboration_ids: Iterable[int], *, on: date) -> dict[int, int]:
    """The number of the version that holds for each of some collaborations on a day, by id. One query."""
    held = WaysOfWorking.objects.filter(
        Q(superseded_on=None) | Q(superseded_on__gt=on), state__in=HELD, adopted_on__lte=on
    )
    rows = held.filter(collaboration_id__in=list(collaboration_ids)).order_by("version")
    return dict(rows.values_list("collaboration_id", "version"))
