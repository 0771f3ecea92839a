"""What a page's contributions read of elections."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject

from core.frame.page_rows import add_page_rows
from meetings.models.elections import Election, Nomination
from meetings.rules.elections import UNDER_WAY
from meetings.selectors.elections import terms_that_end
from memberships.models.members import Membership
from memberships.selectors.days import is_member_on


def _elections(groups: Any, settings: Any, user: Any, on: Any) -> QuerySet[Any]:
    """The elections under way in the page's groups, in those of its settings, and where the reader is
    nominated.
    """
    members = Membership.objects.filter(is_member_on(on), provider__in=settings).values("collaboration_id")
    nominations = Nomination.objects.filter(election=OuterRef("pk"))
    row = JSONObject(pk="pk", person="person_id", by="nominated_by_id", answer="answer")
    rows = Election.objects.filter(
        Q(collaboration__in=groups)
        | Q(collaboration__in=members)
        | Exists(nominations.filter(person=user, answer="")),
        state__in=UNDER_WAY,
    )
    return rows.annotate(nominated=ArraySubquery(nominations.order_by("pk").values(row=row)))


def _terms(groups: Any, settings: Any, user: Any, on: Any) -> QuerySet[Any]:
    return terms_that_end(on=on).filter(membership__collaboration__in=groups)


add_page_rows(
    _elections,
    key="elections",
    facts={
        "group_id": "collaboration_id",
        "group": "collaboration__name",
        "office": "office",
        "state": "state",
        "nominate_until": "nominate_until",
        "nominated": "nominated",
        "closes_at": "ballot__closes_at",
        "ballot": "ballot__state",
    },
)
add_page_rows(
    _terms,
    key="terms",
    facts={
        "group_id": "membership__collaboration_id",
        "office": "office",
        "person": "user__full_name",
        "starts_on": "starts_on",
        "ends_on": "ends_on",
    },
)
