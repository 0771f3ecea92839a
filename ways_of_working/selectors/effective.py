"""What holds for a collaboration on a day (W1): the adopted answers,
and the authority's defaults where they say nothing.

Every rule that the ways of working drive asks here. Nothing is kept: what holds on a day can always be said
again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Q

from collaborations.models import Collaboration
from ways_of_working.models import TermsSection, TermsTemplate, WaysOfWorking
from ways_of_working.rules.effective import Adopted, Defaults, EffectiveTerms
from ways_of_working.rules.effective import effective_terms as merge_terms

HELD = (WaysOfWorking.State.ADOPTED, WaysOfWorking.State.SUPERSEDED)


def effective_terms(collaboration: Collaboration, *, on: date) -> EffectiveTerms:
    """What holds for one collaboration on a day, each value with its source, and the members' words.

    At most three queries.
    """
    adopted = _adopted_of([collaboration.pk], on=on, with_words=True)
    return merge_terms(on=on, adopted=adopted.get(collaboration.pk, ()), defaults=published_defaults(on=on))


def effective_terms_of(collaborations: Iterable[Collaboration], *, on: date) -> dict[int, EffectiveTerms]:
    """The values for many, by their ids, without the words. At most three queries, however many there are."""
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
    """The versions that hold on a day, by collaboration: one query, and one for what their sections say."""
    held = WaysOfWorking.objects.filter(
        Q(superseded_on=None) | Q(superseded_on__gt=on), state__in=HELD, adopted_on__lte=on
    )
    versions = list(
        held.filter(collaboration_id__in=ids)
        .order_by("pk")
        .only("collaboration_id", "version", "adopted_on", "superseded_on")
    )
    said = _said_in([version.pk for version in versions], with_words=with_words) if versions else {}
    found: dict[int, list[Adopted]] = defaultdict(list)
    for one in versions:
        if one.adopted_on is not None:
            values, texts, unused = said.get(one.pk, ({}, {}, frozenset()))
            version = Adopted(one.version, one.adopted_on, values, unused, one.superseded_on, texts)
            found[one.collaboration_id].append(version)
    return found


def _said_in(
    ways: list[int], *, with_words: bool
) -> dict[int, tuple[dict[str, object], dict[str, object], frozenset[str]]]:
    """Answers, words, and the sections that are not used, by version."""
    columns = ("ways_id", "key", "is_used", "values", *(["texts"] if with_words else []))
    found: dict[int, tuple[dict[str, object], dict[str, object], set[str]]] = defaultdict(
        lambda: ({}, {}, set())
    )
    for ways_id, key, is_used, answers, *texts in (
        TermsSection.objects.filter(ways__in=ways).order_by("position", "pk").values_list(*columns)
    ):
        values, words, unused = found[ways_id]
        values.update(answers)
        for text in texts:
            words.update(text)
        if not is_used:
            unused.add(key)
    return {one: (values, words, frozenset(unused)) for one, (values, words, unused) in found.items()}


def versions_that_hold(collaboration_ids: Iterable[int], *, on: date) -> dict[int, int]:
    """The number of the version that holds for each of some collaborations on a day, by id. One query."""
    held = WaysOfWorking.objects.filter(
        Q(superseded_on=None) | Q(superseded_on__gt=on), state__in=HELD, adopted_on__lte=on
    )
    rows = held.filter(collaboration_id__in=list(collaboration_ids)).order_by("version")
    return dict(rows.values_list("collaboration_id", "version"))
