"""What settings offer: vacancies, delivery partnerships for funded
hours, and the consent to be named in public.
"""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from core.constraints import ends_after
from core.history import keep_history
from core.models import AuthorityOwned, OwnedForeignKey
from providers.models import Provider


@keep_history()
class Vacancy(AuthorityOwned):
    """Places that a setting has. Shown for 28 days after it was last confirmed, then it fades by itself."""

    class AgeBand(models.TextChoices):
        UNDER_TWO = "under_two", _("Under 2")
        TWO = "two", _("2")
        THREE_AND_FOUR = "three_and_four", _("3 and 4")
        SCHOOL_AGE = "school_age", _("School age")

    class Session(models.TextChoices):
        ALL_DAY = "all_day", _("All day")
        MORNING = "morning", _("Mornings")
        AFTERNOON = "afternoon", _("Afternoons")
        BEFORE_AFTER = "before_after", _("Before and after school")
        HOLIDAYS = "holidays", _("School holidays")

    provider = OwnedForeignKey(
        Provider, on_delete=models.CASCADE, related_name="vacancies", verbose_name=_("setting")
    )
    age_band = models.CharField(_("age"), max_length=16, choices=AgeBand)
    session = models.CharField(_("session"), max_length=16, choices=Session)
    places = models.PositiveSmallIntegerField(_("places"), validators=[MaxValueValidator(200)])
    from_on = models.DateField(_("free from"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=200, blank=True)
    confirmed_on = models.DateField(_("confirmed on"))
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("by")
    )

    class Meta(AuthorityOwned.Meta):
        ordering = ["provider__search_text", "age_band", "session", "pk"]
        verbose_name = _("vacancy")
        verbose_name_plural = _("free places")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "provider", "age_band", "session"], name="provision_vacancy_once"
            ),
            models.CheckConstraint(condition=Q(places__gt=0), name="provision_vacancy_has_places"),
        ]
        indexes = [models.Index(fields=["authority", "confirmed_on"], name="provision_fresh_vacancies")]

    def __str__(self) -> str:
        return f"{self.provider}: {self.get_age_band_display()}, {self.get_session_display()}"

    def in_words(self) -> str:
        """3 places, age 2, mornings."""
        places = ngettext("%(places)d place", "%(places)d places", self.places) % {"places": self.places}
        return gettext("%(places)s, age %(age)s, %(session)s") % {
            "places": places,
            "age": self.get_age_band_display().lower(),
            "session": self.get_session_display().lower(),
        }


@keep_history()
class PublicConsent(AuthorityOwned):
    """That a childminder agreed to be named on the authority's public page, ``[given_on, withdrawn_on)``.

    The address never is.
    """

    provider = OwnedForeignKey(
        Provider, on_delete=models.CASCADE, related_name="public_consents", verbose_name=_("setting")
    )
    given_on = models.DateField(_("given on"))
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("by")
    )
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["-given_on", "-pk"]
        verbose_name = _("consent to be named")
        verbose_name_plural = _("consents to be named")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "provider"],
                condition=Q(withdrawn_on__isnull=True),
                name="provision_one_consent",
            )
        ]

    def __str__(self) -> str:
        return str(self.provider)


@keep_history()
class DeliveryPartnership(AuthorityOwned):
    """Settings that deliver one child's working-parent entitlement
    together ("30 hours" for short), ``[starts_on, ends_on)``.
    """

    class Model(models.TextChoices):
        SPLIT_DAY = "split_day", _("One day at two settings")
        SPLIT_WEEK = "split_week", _("Different days at different settings")
        HOLIDAYS = "holidays", _("Term time at one, holidays at the other")
        OTHER = "other", _("Another way")

    lead = OwnedForeignKey(
        Provider, on_delete=models.PROTECT, related_name="partnerships_led", verbose_name=_("lead setting")
    )
    model = models.CharField(_("how it works"), max_length=12, choices=Model)
    lead_hours = models.DecimalField(_("hours a week at the lead setting"), max_digits=4, decimal_places=2)
    transport = models.TextField(_("transport and hand-over"), blank=True)
    lead_contact = models.CharField(_("lead contact"), max_length=150)
    terms_reference = models.CharField(_("where the ways of working say so"), max_length=80, blank=True)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("last day"), null=True, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["lead__search_text", "starts_on", "pk"]
        verbose_name = _("delivery partnership")
        verbose_name_plural = _("delivery partnerships")
        constraints = [ends_after("starts_on", "ends_on", "provision_partnership_ends_later")]
        indexes = [models.Index(fields=["authority", "lead"], name="provision_partnerships_led")]

    def __str__(self) -> str:
        return f"{self.lead}: {self.get_model_display()}"


class DeliveryPartner(AuthorityOwned):
    """A partner and its hours a week."""

    partnership = OwnedForeignKey(DeliveryPartnership, on_delete=models.CASCADE, related_name="partners")
    provider = OwnedForeignKey(
        Provider, on_delete=models.PROTECT, related_name="partnerships", verbose_name=_("partner")
    )
    hours = models.DecimalField(_("hours a week"), max_digits=4, decimal_places=2)

    class Meta(AuthorityOwned.Meta):
        ordering = ["provider__search_text", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "partnership", "provider"], name="provision_partner_once"
            )
        ]
        indexes = [models.Index(fields=["authority", "provider"], name="provision_partnerships_of")]

    def __str__(self) -> str:
        return str(self.provider)


MAX_STAFF = 500


@keep_history()
class ReturnPeriod(AuthorityOwned):
    """One asking: the count date, the days between which it can be
    answered, and who counts, in the authority's own words.
    """

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
            models.UniqueConstraint(fields=["authority", "name"], name="provision_period_name_once"),
            models.UniqueConstraint(fields=["authority", "count_date"], name="provision_period_date_once"),
            models.CheckConstraint(
                condition=Q(due_on__gte=F("opens_on")), name="provision_period_due_after_opening"
            ),
        ]

    def __str__(self) -> str:
        return self.name


@keep_history()
class StaffReturn(AuthorityOwned):
    """What a setting certified for a period.

    A correction changes the row; its history keeps the earlier number.
    """

    period = OwnedForeignKey(
        ReturnPeriod, on_delete=models.PROTECT, related_name="returns", verbose_name=_("period")
    )
    provider = OwnedForeignKey(
        Provider, on_delete=models.PROTECT, related_name="staff_returns", verbose_name=_("setting")
    )
    staff = models.PositiveIntegerField(_("staff"), validators=[MaxValueValidator(MAX_STAFF)])
    is_unchanged = models.BooleanField(_("confirmed as nothing changed"), default=False)
    note = models.CharField(_("note"), max_length=300, blank=True)
    certified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("certified by")
    )
    certified_at = models.DateTimeField(_("certified at"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["-period__count_date", "provider__search_text", "pk"]
        verbose_name = _("staff return")
        verbose_name_plural = _("staff returns")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "period", "provider"], name="provision_one_return_a_period"
            )
        ]
        indexes = [models.Index(fields=["authority", "provider"], name="provision_returns_of")]

    def __str__(self) -> str:
        return f"{self.provider}: {self.period}"


class StaffReturnLine(AuthorityOwned):
    """Optional detail of a return: one line a person, with no name."""

    staff_return = OwnedForeignKey(StaffReturn, on_delete=models.CASCADE, related_name="lines")
    hours_a_week = models.DecimalField(
        _("hours a week"),
        max_digits=4,
        decimal_places=2,
        validators=[MinValueValidator(0), MaxValueValidator(60)],
    )
    role = models.CharField(_("role"), max_length=80, blank=True)
    qualification_level = models.PositiveSmallIntegerField(
        _("level of qualification"), null=True, blank=True, validators=[MaxValueValidator(8)]
    )

    class Meta(AuthorityOwned.Meta):
        ordering = ["pk"]
        indexes = [models.Index(fields=["authority", "staff_return"], name="provision_lines_of")]

    def __str__(self) -> str:
        return f"{self.hours_a_week}"


class StaffReturnReminder(AuthorityOwned):
    """That a setting was reminded of a period on a day: the claim that it is asked once a day, whoever
    presses. Its links are about it.
    """

    period = OwnedForeignKey(
        ReturnPeriod, on_delete=models.CASCADE, related_name="reminders", verbose_name=_("period")
    )
    provider = OwnedForeignKey(
        Provider, on_delete=models.CASCADE, related_name="staff_return_reminders", verbose_name=_("setting")
    )
    sent_on = models.DateField(_("sent on"))
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("sent by")
    )

    class Meta(AuthorityOwned.Meta):
        ordering = ["-sent_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "period", "provider", "sent_on"], name="provision_reminded_once_a_day"
            )
        ]
        indexes = [models.Index(fields=["authority", "provider"], name="provision_reminders_of")]

    def __str__(self) -> str:
        return f"{self.provider}: {self.period}"
