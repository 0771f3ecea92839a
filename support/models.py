"""What officers do for collaborations besides cases (L4): referrals,
and the requests that collaborations make of them.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collaborations.models import Collaboration
from core.history import keep_history
from core.models import AuthorityOwned, OwnedForeignKey
from documents.models import Job
from providers.models import Provider
from support import rules


@keep_history()
class Referral(AuthorityOwned):
    """An officer points a setting to a collaboration.

    What became of it is read from applications and memberships.
    """

    State = rules.ReferralState

    provider = OwnedForeignKey(
        Provider, on_delete=models.PROTECT, related_name="referrals", verbose_name=_("setting")
    )
    collaboration = OwnedForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="referrals", verbose_name=_("collaboration")
    )
    words = models.TextField(_("why this group"), blank=True)
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.OPEN)
    outcome_words = models.TextField(_("what became of it"), blank=True)
    referred_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("referred by")
    )
    referred_at = models.DateTimeField(_("referred at"))
    ended_on = models.DateField(_("ended on"), null=True, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["-referred_at", "-pk"]
        verbose_name = _("referral")
        verbose_name_plural = _("referrals")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "provider", "collaboration"],
                condition=Q(state__in=["open", "in_touch"]),
                name="support_one_open_referral",
            )
        ]
        indexes = [
            models.Index(fields=["authority", "collaboration", "state"], name="support_referrals_to"),
            models.Index(fields=["authority", "-referred_at", "-id"], name="support_newest_referrals"),
        ]

    def __str__(self) -> str:
        return str(_("%(setting)s to %(group)s") % {"setting": self.provider, "group": self.collaboration})


@keep_history()
class SupportRequest(AuthorityOwned):
    """A collaboration asks officers for something.

    They attend by invitation only: they have no standing right (L4).
    """

    Kind = rules.Kind

    State = rules.RequestState

    collaboration = OwnedForeignKey(
        Collaboration,
        on_delete=models.PROTECT,
        related_name="support_requests",
        verbose_name=_("collaboration"),
    )
    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    wanted_on = models.DateField(_("day"), null=True, blank=True)
    place = models.CharField(_("where or how"), max_length=200, blank=True)
    words = models.TextField(_("what it is about"), blank=True)
    #: Whom and which setting it is about, where the kind is about one.
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("person"),
    )
    provider = OwnedForeignKey(
        Provider,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("setting"),
    )
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.ASKED)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("asked by")
    )
    asked_at = models.DateTimeField(_("asked at"))
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("answered by"),
    )
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    answer = models.TextField(_("answer"), blank=True)
    #: The officer who comes.
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("officer"),
    )

    class Meta(AuthorityOwned.Meta):
        ordering = ["-asked_at", "-pk"]
        verbose_name = _("request for support")
        verbose_name_plural = _("requests for support")
        indexes = [
            models.Index(fields=["authority", "collaboration", "state"], name="support_support_of"),
            models.Index(fields=["authority", "-asked_at", "-id"], name="support_newest_support"),
        ]

    def __str__(self) -> str:
        return str(_("%(kind)s: %(group)s") % {"kind": self.get_kind_display(), "group": self.collaboration})


class Message(AuthorityOwned):
    """What was written, by whom, to whom. It is sent in the background, one email a person."""

    class Audience(models.TextChoices):
        LEADERS = "leaders", _("Their leaders")
        MANAGERS = "managers", _("The managers of all their member settings")

    subject = models.CharField(_("subject"), max_length=120)
    text = models.TextField(_("message"))
    audience = models.CharField(_("to"), max_length=10, choices=Audience)
    about = models.TextField(_("collaborations"), help_text=_("Their names at the time."))
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("from")
    )
    sent_at = models.DateTimeField(_("when"))
    job = OwnedForeignKey(Job, on_delete=models.PROTECT, related_name="+")

    class Meta(AuthorityOwned.Meta):
        ordering = ["-sent_at", "-pk"]
        verbose_name = _("message")
        verbose_name_plural = _("messages")

    def __str__(self) -> str:
        return self.subject


class MessageCopy(AuthorityOwned):
    """The email to one person: the claim that it is sent once."""

    message = OwnedForeignKey(Message, on_delete=models.CASCADE, related_name="copies")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("to")
    )
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["authority", "message", "user"], name="support_one_copy_a_person")
        ]

    def __str__(self) -> str:
        return f"{self.message}: {self.user}"
