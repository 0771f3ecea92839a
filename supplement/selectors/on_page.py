"""What one page reads of the supplement, of all its groups at once."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, QuerySet

from accounts.models import holds_on
from accounts.permissions import Permission
from collaborations.models import Collaboration, CollaborationGrant
from collaborations.rules import LED
from core.frame.page_rows import add_page_rows, page_rows
from core.frame.visitor import Visitor
from supplement.models.consultation import SchemeAnswer
from supplement.selectors.consultation import consultations_running

Owed = dict[int, list[tuple[int, str, date]]]


def answers_owed(visitor: Visitor) -> Owed:
    """By group of the page that the visitor leads: the id, name and last day of each draft that the group has
    not answered.
    """
    owed: Owed = {}
    for row in page_rows(visitor, "drafts_to_answer"):
        draft = (row.facts["scheme_id"], row.facts["name"], date.fromisoformat(row.facts["until_on"]))
        for group in row.facts["owing"]:
            owed.setdefault(group, []).append(draft)
    return owed


def _drafts_to_answer(groups: Any, settings: Any, user: Any, on: Any) -> QuerySet[Any]:
    """Consultations that can be answered, with the page's groups that the reader leads and that owe one."""
    leads = CollaborationGrant.all_dates.filter(
        holds_on(on),
        user=user,
        permission__codename=Permission.LEAD_COLLABORATION.split(".")[1],
        content_object=OuterRef("pk"),
    )
    said = SchemeAnswer.objects.filter(consultation=OuterRef(OuterRef("pk")), collaboration=OuterRef("pk"))
    owing = Collaboration.objects.filter(Exists(leads), ~Exists(said), pk__in=groups, state__in=sorted(LED))
    rows = consultations_running().filter(until_on__gte=on).order_by()
    return rows.annotate(owing=ArraySubquery(owing.order_by("pk").values("pk")))


add_page_rows(
    _drafts_to_answer,
    key="drafts_to_answer",
    facts={"scheme_id": "scheme_id", "name": "scheme__name", "until_on": "until_on", "owing": "owing"},
)
