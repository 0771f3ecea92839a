"""How a setting comes to be a member: it applies, or the group invites it. The members decide (C5)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collaborations.models import Collaboration
from core.history import keep_history
from core.models import AuthorityOwned, OwnedForeignKey
from memberships.models.members import Membership
from memberships.rules.joining import ApplicationState, InvitationState
from providers.models import Provider


@keep_history()
class Application(AuthorityOwned):
    """A setting asks to join. Grade is no part of it (C5)."""

    State = ApplicationState

    collaboration = OwnedForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="applications", verbose_name=_("collaboration")
    )
    provider = OwnedForeignKey(
        Provider, on_delete=models.PROTECT, related_name="applications", verbose_name=_("setting")
    )
    words = models.TextField(_("what the setting says"), blank=True)
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.OPEN)
    applied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("applied by")
    )
    applied_at = models.DateTimeField(_("applied at"))
    #: The recorded decision of the members: the day they decided, how, and who wrote it down.
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    decision = models.TextField(_("how the members decided"), blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("recorded by"),
    )
    membership = OwnedForeignKey(
        Membership, null=True, blank=True, on_delete=models.PROTECT, related_name="applications"
    )

    class Meta(AuthorityOwned.Meta):
        ordering = ["applied_at", "pk"]
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "collaboration", "provider"],
                condition=Q(state="open"),
                name="memberships_one_open_application",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["accepted", "declined"])
                | (Q(decided_on__isnull=False) & ~Q(decision="")),
                name="memberships_decided_application_says_how",
            ),
        ]
        indexes = [
            models.Index(fields=["authority", "provider", "state"], name="memberships_applications_of")
        ]

    def __str__(self) -> str:
        return str(_("%(setting)s to %(group)s") % {"setting": self.provider, "group": self.collaboration})


@keep_history()
class Invitation(AuthorityOwned):
    """The members have agreed to invite a setting; accepting by the link in the email makes it a member."""

    State = InvitationState

    collaboration = OwnedForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="invitations", verbose_name=_("collaboration")
    )
    provider = OwnedForeignKey(
        Provider, on_delete=models.PROTECT, related_name="invitations", verbose_name=_("setting")
    )
    email = models.EmailField(_("email address"))
    full_name = models.CharField(_("name of the person"), max_length=150)
    words = models.TextField(_("what the members say"), blank=True)
    decision = models.TextField(_("how the members decided"))
    decided_on = models.DateField(_("decided on"))
    #: An officer sent it and says that the address is of the setting: whoever accepts may become its manager.
    is_vouched_for = models.BooleanField(_("an officer vouches for the address"), default=False)
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.SENT)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("invited by")
    )
    sent_at = models.DateTimeField(_("invited at"))
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    membership = OwnedForeignKey(
        Membership, null=True, blank=True, on_delete=models.PROTECT, related_name="invitations"
    )

    class Meta(AuthorityOwned.Meta):
        ordering = ["sent_at", "pk"]
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "collaboration", "provider"],
                condition=Q(state="sent"),
                name="memberships_one_open_invitation",
            )
        ]
        indexes = [models.Index(fields=["authority", "provider", "state"], name="memberships_invitations_of")]

    def __str__(self) -> str:
        return str(_("%(setting)s to %(group)s") % {"setting": self.provider, "group": self.collaboration})
