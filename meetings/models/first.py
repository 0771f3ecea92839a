"""Who is invited to the first meeting of a forming group, what they said, and who came (C1, G1)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.models import AuthorityOwned, OwnedForeignKey, OwnedOneToOneField
from meetings.models.planning import Meeting
from meetings.rules.first import Word
from providers.models import Provider


class FirstInvited(AuthorityOwned):
    """A setting that is invited, by an email to each of its managers; or somebody at an address.

    Each email has a link of its own (``meetings.selectors.first.FIRST_MEETING``). ``came`` is None until
    it is recorded who came.
    """

    Word = Word

    meeting = OwnedForeignKey(Meeting, on_delete=models.PROTECT, related_name="invited")
    provider = OwnedForeignKey(
        Provider,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("setting"),
    )
    name = models.CharField(_("name"), max_length=120, blank=True)
    email = models.EmailField(_("email address"), blank=True)
    works_at = models.CharField(_("where they work"), max_length=120, blank=True)
    words = models.CharField(_("what you tell them"), max_length=300, blank=True)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("invited by")
    )
    invited_at = models.DateTimeField(_("invited at"))
    #: The day of the last email that asked for an answer.
    asked_on = models.DateField(_("last asked on"))
    withdrawn_at = models.DateTimeField(_("taken back at"), null=True, blank=True)
    word = models.CharField(_("answer"), max_length=8, choices=Word, blank=True)
    people = models.CharField(_("who comes"), max_length=200, blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    came = models.BooleanField(_("came"), null=True, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["invited_at", "pk"]
        verbose_name = _("invited to a first meeting")
        verbose_name_plural = _("invited to first meetings")
        constraints = [
            models.CheckConstraint(
                condition=Q(provider__isnull=False) | (~Q(name="") & ~Q(email="")),
                name="meetings_first_somebody",
            ),
            models.UniqueConstraint(
                fields=["authority", "meeting", "provider"],
                condition=Q(withdrawn_at__isnull=True, provider__isnull=False),
                name="meetings_first_setting_once",
            ),
            models.UniqueConstraint(
                fields=["authority", "meeting", "email"],
                condition=Q(withdrawn_at__isnull=True) & ~Q(email=""),
                name="meetings_first_address_once",
            ),
        ]

    def __str__(self) -> str:
        if self.provider is not None:
            return str(self.provider)
        return f"{self.name}, {self.works_at}" if self.works_at else self.name


class FirstNeeds(AuthorityOwned):
    """What those who come need to get in and take part, locked (``core.keys``); health data may be in it.

    Read by those who arrange the meeting alone, and by who said it. Deleted with the invitation, and in the
    night after the day.
    """

    invited = OwnedOneToOneField(FirstInvited, on_delete=models.CASCADE, related_name="needs")
    sealed = models.TextField(editable=False)

    class Meta(AuthorityOwned.Meta):
        ordering = ["pk"]
        verbose_name = _("access needs at a first meeting")
        verbose_name_plural = _("access needs at first meetings")

    def __str__(self) -> str:
        return str(_("Needs"))
