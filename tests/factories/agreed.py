"""Ways of working that members adopted, and an authority's
published defaults, as rows in the authority in scope.

Made without the steps between writing and adopting: for tests of what holds afterwards.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from django.utils import timezone

from accounts.models import User
from collaborations.models import Collaboration
from ways_of_working.models import TermsSection, TermsTemplate, WaysOfWorking
from ways_of_working.rules.questions import QUESTION_OF, SECTION_OF


def agreed(
    collaboration: Collaboration,
    by: User,
    *,
    on: date,
    values: dict[str, object],
    texts: dict[str, str] | None = None,
    unused: Collection[str] = (),
) -> WaysOfWorking:
    """The next version of a group's ways of working, adopted on a day; the one before holds until then.

    ``values`` and ``texts``: key of a question to its answer as stored, to its words.
    """
    State = WaysOfWorking.State
    before = WaysOfWorking.objects.filter(collaboration=collaboration).order_by("version").last()
    WaysOfWorking.objects.filter(collaboration=collaboration, state=State.ADOPTED).update(
        state=State.SUPERSEDED, superseded_on=on
    )
    version = before.version + 1 if before else 1
    ways = WaysOfWorking.objects.create(
        collaboration=collaboration, version=version, state=State.ADOPTED, started_by=by, started_at=timezone.now(), adopted_on=on,
        adopted_by=by, decision="All agreed.", before=before,
    )  # fmt: skip
    _write_sections(ways, values, texts or {}, unused)
    Collaboration.objects.filter(pk=collaboration.pk).update(terms_adopted_on=on)
    return ways


def published(by: User, *, version: int = 1, on: date, values: dict[str, object]) -> TermsTemplate:
    """The authority's defaults from a day on."""
    return TermsTemplate.objects.create(
        version=version,
        state=TermsTemplate.State.PUBLISHED,
        in_force_from=on,
        values=values,
        published_by=by,
        published_at=timezone.now(),
    )


def _write_sections(
    ways: WaysOfWorking, values: dict[str, object], texts: dict[str, str], unused: Collection[str]
) -> None:
    by_section: dict[str, tuple[dict[str, object], dict[str, str]]] = defaultdict(lambda: ({}, {}))
    for key, value in values.items():
        by_section[QUESTION_OF[key].section][0][key] = value
    for key, words in texts.items():
        by_section[QUESTION_OF[key].section][1][key] = words
    TermsSection.objects.bulk_create(
        TermsSection(
            ways=ways,
            key=key,
            position=number,
            values=by_section[key][0],
            texts=by_section[key][1],
            is_used=key not in unused,
        )
        for number, key in enumerate(SECTION_OF)
    )
