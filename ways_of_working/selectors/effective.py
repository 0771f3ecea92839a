"""What holds for a collaboration on a day (W1): the adopted answers,
and the authority's defaults where they say nothing.

Every rule that the ways of working drive asks here. Nothing is kept: what holds on a day can always be said
again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.db.models import (
    BigIntegerField,
    BooleanField,
    CharField,
    DateField,
    Field,
    IntegerField,
    JSONField,
    Q,
    QuerySet,
    Value,
)

from collaborations.models import Collaboration
from ways_of_working.models import TermsTemplate, WaysOfWorking
from ways_of_working.rules.effective import Adopted, Defaults, EffectiveTerms
from ways_of_working.rules.effective import effective_terms as merge_terms

HELD = (WaysOfWorking.State.ADOPTED, WaysOfWorking.State.SUPERSEDED)


def effective_terms(collaboration: Collaboration, *, on: date) -> EffectiveTerms:
    """What holds for one collaboration on a day, each value with its source, and the members' words.

    One query.
    """
    adopted, defaults = _adopted_of([collaboration.pk], on=on, with_words=True)
    return merge_terms(on=on, adopted=adopted.get(collaboration.pk, ()), defaults=defaults)


def effective_terms_of(collaborations: Iterable[Collaboration], *, on: date) -> dict[int, EffectiveTerms]:
    """The values for many, by their ids, without the words. One query, however many there are."""
    return effective_terms_of_ids([collaboration.pk for collaboration in collaborations], on=on)


def effective_terms_of_ids(ids: Iterable[int], *, on: date) -> dict[int, EffectiveTerms]:
    """The same where only the ids are known."""
    pks = list(ids)
    if not pks:
        return {}
    adopted, defaults = _adopted_of(pks, on=on)
    return {one: merge_terms(on=on, adopted=adopted.get(one, ()), defaults=defaults) for one in pks}


def published_defaults(*, on: date) -> list[Defaults]:
    """The authority's defaults in force on a day: one, or none where it has published nothing by then.

    One query.
    """
    found = _published(on).values_list("version", "in_force_from", "values")
    return [Defaults(version, from_on, values) for version, from_on, values in found if from_on is not None]


def _published(on: date) -> QuerySet[TermsTemplate]:
    return TermsTemplate.objects.filter(state=TermsTemplate.State.PUBLISHED, in_force_from__lte=on).order_by(
        "-in_force_from", "-version"
    )[:1]


def _adopted_of(
    ids: list[int], *, on: date, with_words: bool = False
) -> tuple[Mapping[int, list[Adopted]], list[Defaults]]:
    """The versions that hold on a day, by collaboration, with what their sections say; and the defaults in
    force, which come as a row of no version. One query.
    """
    held = WaysOfWorking.objects.filter(
        Q(superseded_on=None) | Q(superseded_on__gt=on), state__in=HELD, adopted_on__lte=on
    )
    words = ["sections__texts"] if with_words else []
    rows = (
        held.filter(collaboration_id__in=ids)
        .order_by()
        .values_list(
            "version",
            "adopted_on",
            "sections__values",
            "pk",
            "sections__position",
            "sections__pk",
            "collaboration_id",
            "superseded_on",
            "sections__key",
            "sections__is_used",
            *words,
        )
    )
    fields: list[Field[Any, Any]] = [*_NOTHING, *([JSONField()] if words else [])]
    nothing = [Value(None, output_field=field) for field in fields]
    defaults = _published(on).values_list("version", "in_force_from", "values", *nothing)
    found = list(rows.union(defaults, all=True))
    versions = sorted((row for row in found if row[3] is not None), key=_place)
    adopted: dict[int, list[Adopted]] = defaultdict(list)
    for _pk, sections in groupby(versions, key=itemgetter(3)):
        values: dict[str, object] = {}
        texts: dict[str, object] = {}
        unused: set[str] = set()
        for row in sections:
            version, adopted_on, answers = row[:3]
            collaboration_id, until, key, is_used, *said = row[6:]
            if key is not None:  # a version without any section
                values.update(answers)
                for text in said:
                    texts.update(text)
                if not is_used:
                    unused.add(key)
        adopted[collaboration_id].append(
            Adopted(version, adopted_on, values, frozenset(unused), until, texts)
        )
    return adopted, [Defaults(*row[:3]) for row in found if row[3] is None]


#: What the row of the defaults has no value for, from the id of a version on.
_NOTHING: tuple[Field[Any, Any], ...] = (
    BigIntegerField(),
    IntegerField(),
    BigIntegerField(),
    BigIntegerField(),
    DateField(),
    CharField(),
    BooleanField(),
)


def _place(row: Sequence[Any]) -> tuple[int, int, int]:
    """By version, and its sections in their order."""
    return row[3], row[4] or 0, row[5] or 0


def versions_that_hold(collaboration_ids: Iterable[int], *, on: date) -> dict[int, int]:
    """The number of the version that holds for each of some collaborations on a day, by id. One query."""
    held = WaysOfWorking.objects.filter(
        Q(superseded_on=None) | Q(superseded_on__gt=on), state__in=HELD, adopted_on__lte=on
    )
    rows = held.filter(collaboration_id__in=list(collaboration_ids)).order_by("version")
    return dict(rows.values_list("collaboration_id", "version"))
