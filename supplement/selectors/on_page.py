"""What one page reads of the supplement, of all its groups at once."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef

from accounts.models import holds_on
from accounts.permissions import Permission
from collaborations.models import Collaboration, CollaborationGrant
from collaborations.rules import LED
from core.frame.visitor import Visitor
from supplement.models.consultation import SchemeAnswer
from supplement.selectors.consultation import consultations_running

Owed = dict[int, list[tuple[int, str, date]]]


def answers_owed(visitor: Visitor) -> Owed:
    """By group of the page that the visitor leads: the id, name and last day of each draft that the group has
    not answered. One query while nothing is asked.
    """
    return visitor.once(_owed, visitor)


def _owed(visitor: Visitor) -> Owed:
    owed: Owed = {}
    for consultation in consultations_running().filter(until_on__gte=visitor.on):
        leads = CollaborationGrant.all_dates.filter(
            holds_on(visitor.on),
            user=visitor.user,
            permission__codename=Permission.LEAD_COLLABORATION.split(".")[1],
            content_object=OuterRef("pk"),
        )
        said = SchemeAnswer.objects.filter(consultation=consultation, collaboration=OuterRef("pk"))
        ids = [group.pk for group in visitor.groups]
        groups = Collaboration.objects.filter(Exists(leads), ~Exists(said), pk__in=ids, state__in=LED)
        for pk in groups.order_by().values_list("pk", flat=True):
            row = (consultation.scheme_id, consultation.scheme.name, consultation.until_on)
            owed.setdefault(pk, []).append(row)
    return owed
