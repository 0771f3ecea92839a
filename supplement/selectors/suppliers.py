"""Reads of supplier references, of payees that are not ready, and of funded hours (S9, S3)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import (
    Case,
    Count,
    Exists,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from collaborations.models import Collaboration
from collaborations.rules import LED
from memberships.models.members import Membership
from memberships.selectors.days import is_member_on
from providers.models import Provider
from supplement.models.claims import Claim, FundedHours
from supplement.models.parts import SchemePeriod
from supplement.models.payees import Mandate, Payee, SupplierReference
from supplement.rules.claims import BEFORE_APPROVAL, ClaimState
from supplement.rules.payees import Unready
from supplement.rules.scheme_states import SchemeState
from supplement.rules.schemes import Basis, Measure
from supplement.selectors.payees import proposed, receiving, signed_on

#: Of what is approved, what is not paid yet; what waits may be.
TO_PAY = (ClaimState.APPROVED, ClaimState.IN_RUN, ClaimState.ON_HOLD, ClaimState.APPEALED)


def settings_by_urn(urns: Collection[str]) -> dict[str, int]:
    """The number of each setting of these URNs."""
    rows = Provider.objects.filter(urn__in=urns).exclude(urn="").order_by()
    return dict(rows.values_list("urn", "pk"))


def setting_by_id(provider_id: int) -> Provider | None:
    return Provider.objects.filter(pk=provider_id).first()


def setting_for_update(provider_id: int) -> Provider | None:
    """The setting, locked until the transaction ends: what is written of it goes one after the other."""
    return Provider.objects.select_for_update(of=("self",), no_key=True).filter(pk=provider_id).first()


# --- supplier references ------------------------------------------------------------------------------------


def reference_of(provider_id: int) -> SupplierReference | None:
    rows = SupplierReference.objects.select_related("provider", "set_by")
    return rows.filter(provider=provider_id).first()


def settings_to_pay(*, on: date) -> QuerySet[Provider]:
    """Settings that receive or are proposed, and any with a reference: each with the reference as
    ``reference``, ``set_by_name`` and ``set_at``, and how many groups it receives for.
    """
    named = Payee.objects.filter(receiving(on) | proposed(on)).order_by().values("provider")
    known = SupplierReference.objects.order_by().values("provider")
    kept = SupplierReference.objects.filter(provider=OuterRef("pk"))
    groups = Payee.objects.filter(receiving(on), provider=OuterRef("pk")).order_by().values("provider")
    return (
        Provider.objects.filter(pk__in=named.union(known))
        .annotate(
            reference=Coalesce(Subquery(kept.values("reference")[:1]), Value("")),
            set_by_name=Coalesce(Subquery(kept.values("set_by__full_name")[:1]), Value("")),
            set_at=Subquery(kept.values("set_at")[:1]),
            groups=Coalesce(Subquery(groups.annotate(number=Count("pk")).values("number")), Value(0)),
        )
        .order_by("search_text", "pk")
    )


# --- payees that are not ready ------------------------------------------------------------------------------


def groups_not_ready(*, on: date) -> QuerySet[Collaboration]:
    """Active groups whose claim is not paid yet and that cannot be paid, or of which a mandate is missing; each
    with what is wrong first as ``wrong``, its payee as ``payee_name``, the proposal as ``proposed_name`` and ``mandates_missing``.
    """
    here = Payee.objects.filter(receiving(on), collaboration=OuterRef("pk"))
    waiting = Payee.objects.filter(proposed(on), collaboration=OuterRef("pk"))
    payee = Subquery(here.values("provider_id")[:1])
    claims = Claim.objects.filter(state__in=(*BEFORE_APPROVAL, *TO_PAY)).order_by().values("collaboration")
    rows = Collaboration.objects.filter(state__in=LED, pk__in=claims).annotate(
        payee_id=payee,
        payee_row=Subquery(here.values("pk")[:1]),
        payee_name=Coalesce(Subquery(here.values("provider__name")[:1]), Value("")),
        proposed_name=Coalesce(Subquery(waiting.values("provider__name")[:1]), Value("")),
    )
    members = Membership.objects.filter(is_member_on(on), collaboration=OuterRef("pk"))
    signed = Mandate.objects.filter(
        signed_on(on), membership=OuterRef("pk"), payee=OuterRef(OuterRef("payee_row"))
    )
    owing = members.exclude(provider=OuterRef("payee_id")).filter(~Exists(signed)).order_by()
    number = owing.values("collaboration").annotate(number=Count("pk")).values("number")
    rows = rows.annotate(
        is_member=Exists(members.filter(provider=OuterRef("payee_id"))),
        has_reference=Exists(SupplierReference.objects.filter(provider=OuterRef("payee_id"))),
        mandates_missing=Case(
            When(payee_row=None, then=Value(0)),
            default=Coalesce(Subquery(number), Value(0)),
            output_field=IntegerField(),
        ),
    )
    wrong = Case(
        When(payee_row=None, then=Value(Unready.NONE.value)),
        When(is_member=False, then=Value(Unready.LEFT.value)),
        When(~Q(proposed_name=""), then=Value(Unready.CHANGE.value)),
        When(has_reference=False, then=Value(Unready.REFERENCE.value)),
        When(mandates_missing__gt=0, then=Value(Unready.MANDATE.value)),
        default=Value(""),
    )
    return rows.annotate(wrong=wrong).exclude(wrong="").order_by("name__in_order", "pk")


# --- funded hours -------------------------------------------------------------------------------------------


def periods_by_hours() -> QuerySet[SchemePeriod]:
    """Periods of approved schemes that pay something by funded hours, the latest first."""
    by_hours = Q(scheme__components__basis=Basis.HOURS) | Q(
        scheme__components__basis__in=(Basis.POT, Basis.TIERS), scheme__components__measure=Measure.HOURS
    )
    rows = SchemePeriod.objects.filter(by_hours, scheme__state=SchemeState.APPROVED)
    return rows.select_related("scheme").distinct().order_by("-starts_on", "-pk")


def period_by_hours(period_id: int) -> SchemePeriod | None:
    return periods_by_hours().filter(pk=period_id).first()


def hours_of(period_id: int, provider_id: int) -> FundedHours | None:
    return FundedHours.objects.filter(period=period_id, provider=provider_id).first()


def settings_with_hours(period: SchemePeriod | int) -> QuerySet[Provider]:
    """Members on a period's count date, and whoever has hours for it: each with ``hours`` (None: not
    entered), ``source``, ``hours_by`` and ``hours_at``.
    """
    row = period if isinstance(period, SchemePeriod) else SchemePeriod.objects.get(pk=period)
    member = Membership.objects.filter(is_member_on(row.count_on), provider=OuterRef("pk"))
    kept = FundedHours.objects.filter(period=row.pk, provider=OuterRef("pk"))
    return (
        Provider.objects.filter(Exists(member) | Exists(kept))
        .annotate(
            has_hours=Exists(kept),
            hours=Subquery(kept.values("hours")[:1]),
            source=Coalesce(Subquery(kept.values("source")[:1]), Value("")),
            hours_by=Coalesce(Subquery(kept.values("by__full_name")[:1]), Value("")),
            hours_at=Subquery(kept.values("at")[:1]),
        )
        .order_by("has_hours", "hours", "search_text", "pk")
    )
