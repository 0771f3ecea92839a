"""What one page reads of payees (S9), of all its groups and settings at once: who is to sign, and which
groups have named nobody.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from collaborations.models import Collaboration
from collaborations.rules import LED
from core.frame.page_rows import PageRow, add_page_rows, page_rows
from core.frame.visitor import Visitor
from memberships.models.members import Membership
from memberships.selectors.days import is_member_on
from supplement.models.payees import Mandate, Payee
from supplement.models.schemes import Scheme
from supplement.rules.payees import Part
from supplement.rules.scheme_states import SchemeState

_KEYS = {
    Part.ACCEPT: "payees_to_accept",
    Part.HAND_OVER: "payees_to_hand_over",
    Part.MANDATE: "mandates_to_sign",
}
_RECEIVES = Q(in_force_on__isnull=False, ended_on=None)
_WAITS = Q(in_force_on=None, withdrawn_at=None)


def signatures_owed(visitor: Visitor) -> list[tuple[Part, PageRow]]:
    """What the page's settings are to sign: of each the group, the setting and the payee."""
    return [(part, row) for part, key in _KEYS.items() for row in page_rows(visitor, key)]


def groups_without_payee(visitor: Visitor) -> set[int]:
    """The page's groups that have named nobody, while a scheme pays."""
    return {row.pk for row in page_rows(visitor, "groups_without_payee")}


def _to_accept(groups: Any, settings: Any, user: Any, on: Any) -> QuerySet[Any]:
    return Payee.objects.filter(_WAITS, accepted_at=None, provider__in=settings)


def _to_hand_over(groups: Any, settings: Any, user: Any, on: Any) -> QuerySet[Any]:
    """Proposals in the place of one of the settings, which has not handed over."""
    before = Payee.objects.filter(_RECEIVES, collaboration=OuterRef("collaboration"), provider__in=settings)
    rows = Payee.objects.filter(_WAITS, handed_over_at=None).annotate(
        before_id=Subquery(before.values("provider_id")[:1])
    )
    return rows.filter(before_id__isnull=False)


def _to_sign(groups: Any, settings: Any, user: Any, on: Any) -> QuerySet[Any]:
    """Memberships without a mandate for the setting that is proposed, else for the one that receives."""
    of_group = Payee.objects.filter(collaboration=OuterRef("collaboration"))
    waiting, receiving = of_group.filter(_WAITS), of_group.filter(_RECEIVES)
    rows = Membership.objects.filter(is_member_on(on), provider__in=settings)
    rows = rows.annotate(
        target=Coalesce(Subquery(waiting.values("pk")[:1]), Subquery(receiving.values("pk")[:1]))
    )
    signed = Mandate.objects.filter(membership=OuterRef("pk"), payee=OuterRef("target"), withdrawn_at=None)
    itself = Payee.objects.filter(pk=OuterRef("target"), provider=OuterRef("provider"))
    return rows.filter(~Exists(signed), ~Exists(itself), target__isnull=False)


def _without_payee(groups: Any, settings: Any, user: Any, on: Any) -> QuerySet[Any]:
    named = Payee.objects.filter(_RECEIVES | _WAITS, collaboration=OuterRef("pk"))
    pays = Scheme.objects.filter(state=SchemeState.APPROVED.value, ends_on__gt=on)
    return Collaboration.objects.filter(~Exists(named), Exists(pays), pk__in=groups, state__in=sorted(LED))


_OF_PAYEE = {"group_id": "collaboration_id", "group": "collaboration__name"}
add_page_rows(
    _to_accept,
    key=_KEYS[Part.ACCEPT],
    facts={**_OF_PAYEE, "setting_id": "provider_id"},
)
add_page_rows(
    _to_hand_over,
    key=_KEYS[Part.HAND_OVER],
    facts={**_OF_PAYEE, "setting_id": "before_id"},
)
add_page_rows(
    _to_sign,
    key=_KEYS[Part.MANDATE],
    facts={**_OF_PAYEE, "setting_id": "provider_id"},
)
add_page_rows(_without_payee, key="groups_without_payee", facts={"name": "name"})
