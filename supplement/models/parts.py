"""S2 to S4: what a version of a scheme is made of: periods, components, criteria. Kept with it once approved."""

from __future__ import annotations

from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from core.constraints import ends_after
from core.history import keep_history
from core.models import AuthorityOwned, OwnedForeignKey
from supplement.models.schemes import Scheme, kept_with, pence_field
from supplement.rules.criteria import Consequence, Kind, When
from supplement.rules.schemes import Basis, Measure


def _scheme(name: str) -> OwnedForeignKey:
    return OwnedForeignKey(Scheme, on_delete=models.PROTECT, related_name=name, verbose_name=_("scheme"))


@keep_history()
class SchemePeriod(AuthorityOwned):
    """A time that is paid for, its days and its money. ``key`` is the same in every version."""

    scheme = _scheme("periods")
    key = models.SlugField(max_length=40, editable=False)
    name = models.CharField(_("name"), max_length=80)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("last day"))
    count_on = models.DateField(_("count date"))
    claims_from_on = models.DateField(_("claims from"))
    claims_until_on = models.DateField(_("last day to claim"))
    evidence_until_on = models.DateField(_("last day for evidence"))
    pot_pence = pence_field(_("pot"), null=True, blank=True)
    contingency_pence = pence_field(_("kept back of it"), default=0)

    class Meta(AuthorityOwned.Meta):
        ordering = ["starts_on", "pk"]
        verbose_name = _("period of a scheme")
        verbose_name_plural = _("periods of schemes")
        constraints = [
            ends_after("starts_on", "ends_on", "supplement_period_ends_later"),
            models.UniqueConstraint(fields=["authority", "scheme", "key"], name="supplement_period_key"),
            models.UniqueConstraint(fields=["authority", "scheme", "name"], name="supplement_period_name"),
            models.CheckConstraint(
                condition=Q(claims_until_on__gte=F("claims_from_on")), name="supplement_claims_end_later"
            ),
            models.CheckConstraint(
                condition=Q(contingency_pence__gte=0)
                & (Q(pot_pence=None) | Q(pot_pence__gte=F("contingency_pence"))),
                name="supplement_pot_above_contingency",
            ),
        ]
        triggers = [kept_with()]

    def __str__(self) -> str:
        return self.name


@keep_history()
class SchemeInstalment(AuthorityOwned):
    """A day of payment of a period, and its part in whole per cent."""

    period = OwnedForeignKey(
        SchemePeriod, on_delete=models.CASCADE, related_name="instalments", verbose_name=_("period")
    )
    pay_on = models.DateField(_("paid on"))
    percent = models.PositiveSmallIntegerField(_("per cent"), validators=[MaxValueValidator(100)])

    class Meta(AuthorityOwned.Meta):
        ordering = ["pay_on", "pk"]
        verbose_name = _("instalment of a period")
        verbose_name_plural = _("instalments of periods")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "period", "pay_on"], name="supplement_one_instalment_a_day"
            ),
            models.CheckConstraint(
                condition=Q(percent__gt=0, percent__lte=100), name="supplement_percent_of_instalment"
            ),
        ]
        triggers = [kept_with("supplement_schemeperiod", "period_id")]

    def __str__(self) -> str:
        return f"{self.period}: {self.percent} %"


@keep_history()
class SchemeComponent(AuthorityOwned):
    """S3: one part of the supplement. ``key`` is the same in every version, and orders the lines of a run."""

    scheme = _scheme("components")
    key = models.SlugField(max_length=40, editable=False)
    name = models.CharField(_("name"), max_length=80)
    basis = models.CharField(_("what is counted"), max_length=14, choices=Basis)
    rate = models.DecimalField(
        _("rate"), max_digits=10, decimal_places=4, default=Decimal(0), validators=[MinValueValidator(0)]
    )
    sum_pence = pence_field(_("fixed sum"), default=0)
    measure = models.CharField(_("shared by"), max_length=10, choices=Measure, default=Measure.HEADS)
    #: Values of ``Provider.Type``; empty: of every kind.
    provider_types = models.JSONField(_("kinds of setting"), default=list, blank=True)
    min_hours = models.DecimalField(
        _("at least so many hours a week"), max_digits=4, decimal_places=2, null=True, blank=True
    )
    min_level = models.PositiveSmallIntegerField(
        _("at least this qualification"), null=True, blank=True, validators=[MaxValueValidator(8)]
    )
    member_cap_pence = pence_field(_("at most for a member, a period"), null=True, blank=True)
    collaboration_cap_pence = pence_field(_("at most for a collaboration, a period"), null=True, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["key"]
        verbose_name = _("component of a scheme")
        verbose_name_plural = _("components of schemes")
        constraints = [
            models.UniqueConstraint(fields=["authority", "scheme", "key"], name="supplement_component_key"),
            models.UniqueConstraint(fields=["authority", "scheme", "name"], name="supplement_component_name"),
            models.CheckConstraint(
                condition=Q(rate__gte=0, sum_pence__gte=0), name="supplement_component_not_negative"
            ),
        ]
        triggers = [kept_with()]

    def __str__(self) -> str:
        return self.name


@keep_history()
class SchemeTier(AuthorityOwned):
    """From so many on, this sum."""

    component = OwnedForeignKey(
        SchemeComponent, on_delete=models.CASCADE, related_name="tiers", verbose_name=_("component")
    )
    from_number = models.DecimalField(_("from"), max_digits=8, decimal_places=2)
    pence = pence_field(_("sum"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["from_number", "pk"]
        verbose_name = _("tier of a component")
        verbose_name_plural = _("tiers of components")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "component", "from_number"], name="supplement_tier_once"
            ),
            models.CheckConstraint(
                condition=Q(from_number__gte=0, pence__gte=0), name="supplement_tier_not_negative"
            ),
        ]
        triggers = [kept_with("supplement_schemecomponent", "component_id")]

    def __str__(self) -> str:
        return f"{self.component}: {self.from_number}"


@keep_history()
class SchemeCriterion(AuthorityOwned):
    """S4: what must hold before money is paid, and what follows where it does not."""

    scheme = _scheme("criteria")
    kind = models.CharField(_("criterion"), max_length=20, choices=Kind)
    asked = models.CharField(_("asked"), max_length=10, choices=When, default=When.COUNT)
    consequence = models.CharField(_("if it is not met"), max_length=10, choices=Consequence)
    threshold = models.BigIntegerField(_("threshold"), null=True, blank=True)
    window_days = models.PositiveSmallIntegerField(_("days that count"), null=True, blank=True)
    reduce_percent = models.PositiveSmallIntegerField(
        _("smaller by, per cent"), default=0, validators=[MaxValueValidator(100)]
    )
    grace_days = models.PositiveSmallIntegerField(_("days of grace"), default=0)
    may_be_waived = models.BooleanField(_("can be waived"), default=False)

    class Meta(AuthorityOwned.Meta):
        ordering = ["pk"]
        verbose_name = _("criterion of a scheme")
        verbose_name_plural = _("criteria of schemes")
        constraints = [
            models.UniqueConstraint(fields=["authority", "scheme", "kind"], name="supplement_criterion_once"),
            models.CheckConstraint(
                condition=Q(reduce_percent__lte=100)
                & (Q(consequence="reduce", reduce_percent__gt=0) | ~Q(consequence="reduce")),
                name="supplement_reduced_by_something",
            ),
        ]
        triggers = [kept_with()]

    def __str__(self) -> str:
        return self.get_kind_display()
