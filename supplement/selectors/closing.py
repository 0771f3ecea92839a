"""Reads of periods as finance closes them (S8): what is open of each, and who closed or opened it when."""

from __future__ import annotations

from datetime import date

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from core.wording import date_in_words
from supplement.models.claims import Claim
from supplement.models.closing import PeriodClosing
from supplement.models.parts import SchemeInstalment, SchemePeriod
from supplement.models.payments import Payment
from supplement.models.runs import Adjustment, Run
from supplement.rules.claims import Assessment, ClaimState
from supplement.rules.closing import Open
from supplement.rules.payments import LEFT, UNANSWERED
from supplement.rules.runs import FIXED, RunState
from supplement.rules.scheme_states import SchemeState
from supplement.selectors.fund import paid_without_receipt

#: Runs that nothing more comes of.
ENDED_RUNS = (RunState.CLOSED, RunState.CANCELLED)
#: Claims that somebody, or a run, still works at.
GOING_ON = (
    *(
        ClaimState.SUBMITTED,
        ClaimState.CHECKING,
        ClaimState.RETURNED,
        ClaimState.ON_HOLD,
        ClaimState.APPEALED,
    ),
    *(ClaimState.CALCULATED, ClaimState.REVIEWED, ClaimState.IN_RUN, ClaimState.ADJUSTED),
)
#: Claims for which money came and of which nothing is reported.
TO_REPORT = (ClaimState.PAID,)
APPROVED = (SchemeState.APPROVED, SchemeState.SUPERSEDED)


def goes_on(prefix: str = "") -> Q:
    """Claims that a period waits for: those that are eligible and in no run among them."""
    eligible = Q(**{f"{prefix}state": ClaimState.ASSESSED}) & ~Q(**{f"{prefix}assessment": Assessment.NOT})
    return Q(**{f"{prefix}state__in": GOING_ON}) | eligible


def closings() -> QuerySet[PeriodClosing]:
    """The closings that hold."""
    return PeriodClosing.objects.filter(reopened_at=None)


def periods() -> QuerySet[SchemePeriod]:
    """The periods of approved schemes with something to close, the latest first; each with ``claims_count``,
    ``runs_open`` and ``closed_at``.
    """
    closed = closings().filter(period=OuterRef("pk"))
    rows = SchemePeriod.objects.filter(
        Exists(Claim.objects.filter(period=OuterRef("pk"))), scheme__state__in=APPROVED
    )
    runs_open = Count("runs", filter=~Q(runs__state__in=ENDED_RUNS), distinct=True)
    rows = rows.annotate(
        claims_count=Count("claims", distinct=True),
        runs_open=runs_open,
        closed_at=Subquery(closed.values("closed_at")[:1]),
    )
    return rows.select_related("scheme").order_by("-starts_on", "-pk")


def period_by_id(period_id: int) -> SchemePeriod | None:
    return periods().filter(pk=period_id).first()


def period_for_closing(period_id: int) -> SchemePeriod | None:
    """The row, locked against whatever looks whether it is closed."""
    rows = SchemePeriod.objects.select_for_update(of=("self",)).select_related("scheme")
    return rows.filter(pk=period_id, scheme__state__in=APPROVED).first()


def closings_of(period: SchemePeriod) -> list[PeriodClosing]:
    """Every closing of a period, the latest first."""
    rows = PeriodClosing.objects.filter(period=period).select_related("closed_by", "reopened_by")
    return list(rows.order_by("-closed_at", "-pk"))


def closing_of(period: SchemePeriod) -> PeriodClosing | None:
    """The closing that holds."""
    return closings().filter(period=period).select_related("closed_by").first()


def closed_for_time_of(period: SchemePeriod) -> PeriodClosing | None:
    """The closing of some of a period's days, whichever version of the scheme it was of."""
    rows = closings().filter(period__starts_on__lt=period.ends_on, period__ends_on__gt=period.starts_on)
    return rows.order_by("-closed_at", "-pk").first()


def closed_in_words(period: SchemePeriod) -> str:
    """S8: that nothing is begun or changed in a period any more; "" while it is open."""
    closing = closed_for_time_of(period)
    if closing is None:
        return ""
    words = _("This period was closed on %(day)s. Finance opens it again if something has to change.")
    return words % {"day": date_in_words(timezone.localdate(closing.closed_at))}


def is_over(period: SchemePeriod, *, on: date) -> bool:
    """Whether its last day and its last day of payment are past."""
    later = SchemeInstalment.objects.filter(period=period, pay_on__gte=on).exists()
    return period.ends_on <= on and not later


def open_of(period: SchemePeriod) -> dict[str, int]:
    """S8: what of a period is open, by `rules.closing.Open`: only what there is. Five statements."""
    claims = Claim.objects.filter(period=period)
    counts = claims.aggregate(
        claims=Count("pk", filter=goes_on()),
        drafts=Count("pk", filter=Q(state=ClaimState.DRAFT)),
        unreported=Count("pk", filter=Q(state__in=TO_REPORT)),
    )
    payments = Payment.objects.filter(run__period=period).aggregate(
        payments=Count("pk", filter=Q(state__in=UNANSWERED)), unpaid=Count("pk", filter=Q(state__in=LEFT))
    )
    waiting = Adjustment.objects.filter(claim__period=period, settlement=None, taken_back_at=None)
    counts |= payments
    counts["runs"] = Run.objects.filter(period=period).exclude(state__in=ENDED_RUNS).count()
    counts["corrections"] = waiting.exclude(run__state__in=sorted(FIXED)).count()
    paid = claims.filter(payments__state="paid").order_by().values_list("collaboration_id", flat=True)
    counts["receipts"] = (
        paid_without_receipt(paid).filter(paid_on__gte=period.starts_on, paid_on__lt=period.ends_on).count()
    )
    return {each.value: counts[each.value] for each in Open if counts[each.value]}


def runs_open(period: SchemePeriod) -> list[Run]:
    """The runs of a period that are not closed, the earliest first."""
    return list(Run.objects.filter(period=period).exclude(state__in=ENDED_RUNS).order_by("number"))


def periods_to_close(on: date) -> QuerySet[SchemePeriod]:
    """S8: periods that are over, of which every run is closed and nothing goes on: finance can close them."""
    of = {"period": OuterRef("pk")}
    return SchemePeriod.objects.filter(
        ~Exists(closings().filter(**of)),
        ~Exists(SchemeInstalment.objects.filter(pay_on__gte=on, **of)),
        ~Exists(Run.objects.filter(**of).exclude(state__in=ENDED_RUNS)),
        ~Exists(Claim.objects.filter(goes_on(), **of)),
        Exists(Run.objects.filter(state=RunState.CLOSED, **of)),
        ends_on__lte=on,
        scheme__state__in=APPROVED,
    ).order_by(F("ends_on").asc(), "pk")
