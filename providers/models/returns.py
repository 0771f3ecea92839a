"""The staff return: how many people each setting employs to work directly with children on a count date."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from core.history import keep_history
from core.models import AuthorityOwned, OwnedForeignKey
from providers.models.provider import Provider

MOST_STAFF = 500


@keep_history()
class ReturnPeriod(AuthorityOwned):
    """One asking: the count date, the days between which it can be answered, and who counts, in the authority's own words."""

    name = models.CharField(_("name"), max_length=80, help_text=_("For example “Autumn 2026”."))
    count_date = models.DateField(_("count date"))
    opens_on = models.DateField(_("opens on"))
    due_on = models.DateField(_("due by"), help_text=_("The last day."))
    definition = models.TextField(_("who counts"), help_text=_("Shown beside the question."))
    childminder_definition = models.TextField(_("who counts, for childminders"), blank=True)
    asks_detail = models.BooleanField(_("ask for hours, role and qualification"), default=False)

    class Meta(AuthorityOwned.Meta):
        ordering = ["-count_date", "-pk"]
        verbose_name = _("staff return period")
        verbose_name_plural = _("staff return periods")
        constraints = [
            models.UniqueConstraint(fields=["authority", "name"], name="providers_period_name_once"),
            models.UniqueConstraint(fields=["authority", "count_date"], name="providers_period_date_once"),
            models.CheckConstraint(condition=Q(due_on__gte=F("opens_on")), name="providers_period_due_after_opening"),
        ]

    def __str__(self) -> str:
        return self.name


@keep_history()
class StaffReturn(AuthorityOwned):
    """What a setting certified for a period. A correction changes the row; its history keeps the earlier number."""

    period = OwnedForeignKey(ReturnPeriod, on_delete=models.PROTECT, related_name="returns", verbose_name=_("period"))
    provider = OwnedForeignKey(Provider, on_delete=models.PROTECT, related_name="staff_returns", verbose_name=_("setting"))
    staff = models.PositiveIntegerField(_("staff"), validators=[MaxValueValidator(MOST_STAFF)])
    is_unchanged = models.BooleanField(_("confirmed as nothing changed"), default=False)
    note = models.CharField(_("note"), max_length=300, blank=True)
    certified_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("certified by"))
    certified_at = models.DateTimeField(_("certified at"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["-period__count_date", "provider__search_text", "pk"]
        verbose_name = _("staff return")
        verbose_name_plural = _("staff returns")
        constraints = [models.UniqueConstraint(fields=["authority", "period", "provider"], name="providers_one_return_a_period")]
        indexes = [models.Index(fields=["authority", "provider"], name="providers_returns_of")]

    def __str__(self) -> str:
        return f"{self.provider}: {self.period}"


class StaffReturnLine(AuthorityOwned):
    """Optional detail of a return: one line a person, with no name."""

    staff_return = OwnedForeignKey(StaffReturn, on_delete=models.CASCADE, related_name="lines")
    hours_a_week = models.DecimalField(
        _("hours a week"), max_digits=4, decimal_places=2, validators=[MinValueValidator(0), MaxValueValidator(60)]
    )
    role = models.CharField(_("role"), max_length=80, blank=True)
    qualification_level = models.PositiveSmallIntegerField(
        _("level of qualification"), null=True, blank=True, validators=[MaxValueValidator(8)]
    )

    class Meta(AuthorityOwned.Meta):
        ordering = ["pk"]
        indexes = [models.Index(fields=["authority", "staff_return"], name="providers_lines_of")]

    def __str__(self) -> str:
        return f"{self.hours_a_week}"


class StaffReturnReminder(AuthorityOwned):
    """That a setting was reminded of a period on a day: the claim that it is asked once a day, whoever presses. Its links are about it."""

    period = OwnedForeignKey(ReturnPeriod, on_delete=models.CASCADE, related_name="reminders", verbose_name=_("period"))
    provider = OwnedForeignKey(Provider, on_delete=models.CASCADE, related_name="staff_return_reminders", verbose_name=_("setting"))
    sent_on = models.DateField(_("sent on"))
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("sent by"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["-sent_on", "pk"]
        constraints = [models.UniqueConstraint(fields=["authority", "period", "provider", "sent_on"], name="providers_reminded_once_a_day")]
        indexes = [models.Index(fields=["authority", "provider"], name="providers_reminders_of")]

    def __str__(self) -> str:
        return f"{self.provider}: {self.period}"
