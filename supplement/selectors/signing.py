"""What a link in an email asks somebody to sign about a payee (S9), and whether it is still to be signed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Max, Q
from django.utils import timezone

from accounts.models import TaskLink
from memberships.models.members import Membership
from memberships.selectors.staff_told import manages_setting
from providers.models import Provider
from supplement.models.payees import Mandate, Payee
from supplement.rules.payees import Part
from supplement.selectors.payees import PURPOSES, PayeeStanding, payee_by_id, standing_of

_PARTS = {purpose: part for part, purpose in PURPOSES.items()}


@dataclass(frozen=True, slots=True)
class ToSign:
    """One thing to sign: for which payee, by which setting; of a mandate, as which member."""

    part: Part
    payee: Payee
    provider: Provider
    membership: Membership | None = None
    before: Payee | None = None

    @property
    def about_id(self) -> int:
        """What its link is about."""
        return self.membership.pk if self.membership is not None else self.payee.pk


def everything_to_sign(standing: PayeeStanding) -> list[ToSign]:
    """What is still to be signed in a group: the new payee, the one before, then the members by name."""
    signs = []
    row, before = standing.proposal, standing.before
    for part in standing.parts_missing:
        if row is not None and part is Part.ACCEPT:
            signs.append(ToSign(part, row, row.provider, before=before))
        elif row is not None and before is not None and part is Part.HAND_OVER:
            signs.append(ToSign(part, row, before.provider, before=before))
    target = standing.target
    if target is not None:
        signs += [ToSign(Part.MANDATE, target, row.provider, row, before) for row in standing.owing]
    return signs


def to_sign(part: Part, about_id: int, *, on: date) -> ToSign | None:
    """What a number stands for (a membership for a mandate, else a payee), while it is still to be signed."""
    group = _group_of(part, about_id)
    if group is None:
        return None
    rows = everything_to_sign(standing_of(group, on=on))
    return next((row for row in rows if row.part is part and row.about_id == about_id), None)


def _group_of(part: Part, about_id: int) -> int | None:
    model = Membership if part is Part.MANDATE else Payee
    return model.objects.filter(pk=about_id).values_list("collaboration_id", flat=True).first()


def signature_asked(link: TaskLink, *, on: date) -> ToSign | None:
    """What a link asks; None once it is signed, the proposal went on, or whoever got it no longer manages the
    setting.
    """
    part = _PARTS.get(link.purpose)
    row = None if part is None else to_sign(part, link.about_id, on=on)
    if row is None or link.made_at < row.payee.named_at:
        return None
    return row if manages_setting(link.user_id, row.provider.pk, on=on) else None


def signature_given(link: TaskLink) -> tuple[str, date] | None:
    """Who signed what a link asked and when, by it or otherwise; None where nobody has."""
    if _PARTS.get(link.purpose) is Part.MANDATE:
        rows = Mandate.objects.filter(
            membership=link.about_id, withdrawn_at=None, signed_at__gte=link.made_at
        )
        mandate = rows.order_by("pk").first()
        return (mandate.signed_name, timezone.localdate(mandate.signed_at)) if mandate else None
    payee = payee_by_id(link.about_id)
    if payee is None:
        return None
    accepts = _PARTS.get(link.purpose) is Part.ACCEPT
    by, at = (
        (payee.accepted_by, payee.accepted_at) if accepts else (payee.handed_over_by, payee.handed_over_at)
    )
    return (str(by), timezone.localdate(at)) if by is not None and at is not None else None


def setting_of_link(link: TaskLink) -> int | None:
    """The setting that a link was to sign for: of a mandate the member's, else as `signature_given` reads it."""
    if _PARTS.get(link.purpose) is Part.MANDATE:
        return Membership.objects.filter(pk=link.about_id).values_list("provider_id", flat=True).first()
    payee = payee_by_id(link.about_id)
    if payee is None or _PARTS.get(link.purpose) is Part.ACCEPT:
        return payee.provider_id if payee is not None else None
    before = Payee.objects.filter(collaboration=payee.collaboration_id, ended_on=payee.in_force_on)
    return before.order_by("-pk").values_list("provider_id", flat=True).first()


def last_asked(rows: Sequence[ToSign]) -> dict[tuple[str, int], date]:
    """When each was last written to, by purpose and what the link is about. One query."""
    asked = Q(pk__in=())
    for row in rows:
        asked |= Q(purpose=PURPOSES[row.part], about_id=row.about_id, made_at__gte=row.payee.named_at)
    links = TaskLink.objects.filter(asked).order_by().values_list("purpose", "about_id")
    return {
        (purpose, about): timezone.localdate(at) for purpose, about, at in links.annotate(last=Max("made_at"))
    }


def groups_with_payees() -> list[int]:
    """Groups in which a setting receives or is proposed: what the night looks at."""
    rows = Payee.objects.filter(ended_on=None, withdrawn_at=None).order_by()
    return sorted(set(rows.values_list("collaboration_id", flat=True)))


def mandate_in(collaboration_id: int, mandate_id: int) -> Mandate | None:
    """A mandate of a group that holds."""
    rows = Mandate.objects.filter(pk=mandate_id, payee__collaboration=collaboration_id, withdrawn_at=None)
    return rows.select_related("membership__provider", "payee").first()
