"""Ways of working for tests, built through the services: being written, with the members, adopted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from accounts.models import User
from collaborations.models import Collaboration
from ways_of_working.models import TermsTemplate, WaysOfWorking
from ways_of_working.rules.questions import QUESTION_OF
from ways_of_working.selectors.writing import section_of
from ways_of_working.services import sections, templates, writing

AT = datetime(2026, 11, 2, 10, tzinfo=UTC)
#: A little of everything: words, and answers of several kinds.
WORDS = {
    "aims": "We visit each other and pass on what works.",
    "safeguarding_disclosures": "Whoever hears it takes it on at once.",
}
ANSWERS = {"meetings_a_year": "4", "quorum": "share:50", "leaver_funding": "stays"}


def draft(
    collaboration: Collaboration,
    by: User,
    *,
    texts: Mapping[str, str] = WORDS,
    values: Mapping[str, object] = ANSWERS,
    members: tuple[int, ...] = (),
    at: datetime = AT,
) -> WaysOfWorking:
    """A version that is being written. ``members``: ids of the settings that may be the payee."""
    ways = writing.start_version(collaboration=collaboration, by=by, at=at)
    for key in dict.fromkeys(QUESTION_OF[one].section for one in (*texts, *values)):
        write(ways, key, by, texts=texts, values=values, members=members, at=at)
    return ways


def write(
    ways: WaysOfWorking, key: str, by: User, *, at: datetime = AT, members: tuple[int, ...] = (), **said: Any
) -> sections.Written:
    """Write a section as somebody who has just opened it."""
    row = section_of(ways, key)
    typed = sections.Typed(**said)
    return sections.write_section(
        ways_id=ways.pk, key=key, typed=typed, edition=row.edition if row else 0, members=members, by=by, at=at
    )  # fmt: skip


def circulated(
    collaboration: Collaboration,
    by: User,
    *,
    answer_by_on: date = date(2026, 12, 1),
    at: datetime = AT,
    **said: Any,
) -> WaysOfWorking:
    """A version that is with the members.

    Nobody is written to: see ways_of_working.services.agreement for that.
    """
    ways = draft(collaboration, by, at=at, **said)
    return writing.mark_circulated(
        ways=ways, answer_by_on=answer_by_on, is_material=True, change_words="", by=by, at=at
    )


def adopted(
    collaboration: Collaboration, by: User, *, on: date = date(2026, 11, 10), at: datetime = AT, **said: Any
) -> WaysOfWorking:
    """A version that holds from a day on; nobody was asked."""
    ways = circulated(collaboration, by, at=at, **said)
    later = datetime(on.year, on.month, on.day, 18, tzinfo=UTC)
    return writing.mark_adopted(
        ways=ways, on=on, decision="All members agreed at the meeting.", record={}, by=by, at=max(at, later)
    )


def template(
    by: User,
    *,
    texts: Mapping[str, str] | None = None,
    values: Mapping[str, object] | None = None,
    on: date = date(2026, 11, 2),
    at: datetime = AT,
) -> TermsTemplate:
    """A published template."""
    row = templates.start_template(by=by, at=at)
    keys = dict.fromkeys(QUESTION_OF[one].section for one in (*(texts or {}), *(values or {})))
    for key in keys:
        templates.change_template(
            template_id=row.pk, section=key, texts=texts or {}, values=values or {}, by=by
        )
    return templates.publish_template(template_id=row.pk, in_force_from=on, note="For tests", by=by, at=at)


def template_rows(by: User, at: datetime) -> dict[str, Any]:
    """Rows of the stage: a published template, and the next one being written."""
    published = template(by, texts={"aims": "What we want"}, on=at.date(), at=at)
    return {"template": published, "draft template": templates.start_template(by=by, at=at)}
