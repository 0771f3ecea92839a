"""Which setting belongs to which collaboration, who works where, and
who leads, each between two dates ``[from, until)``.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collaborations.models import Collaboration
from core.constraints import ends_after, never_overlaps
from core.history import keep_history
from core.models import AuthorityOwned, OwnedForeignKey
from providers.models import Provider
from providers.rules.workforce import roles_at


@keep_history()
class Membership(AuthorityOwned):
    """A setting in a collaboration, ``[joined_on, left_on)``.

    Two memberships of one setting in a group never overlap (exclusion constraint).
    """

    collaboration = OwnedForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="memberships", verbose_name=_("collaboration")
    )
    provider = OwnedForeignKey(
        Provider, on_delete=models.PROTECT, related_name="memberships", verbose_name=_("setting")
    )
    joined_on = models.DateField(_("joined on"))
    left_on = models.DateField(_("last day"), null=True, blank=True, help_text=_("The last day as a member."))
    leaving_reason = models.CharField(_("reason for leaving"), max_length=300, blank=True)
    #: The membership that this one carries on, under a new registration of the same setting (O2) or in a
    #: successor of the group (C4).
    continues = OwnedForeignKey(
        "self",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="continued_by",
        verbose_name=_("carries on"),
    )
    #: C7, written by whoever counts meetings: within the window, without those that were excused.
    meetings_held = models.PositiveIntegerField(_("meetings held"), default=0, editable=False)
    meetings_attended = models.PositiveIntegerField(_("meetings attended"), default=0, editable=False)
    at_risk_since = models.DateField(
        _("below the attendance agreed since"), null=True, blank=True, editable=False
    )

    class Meta(AuthorityOwned.Meta):
        ordering = ["collaboration__name__in_order", "provider__name__in_order", "joined_on"]
        verbose_name = _("member")
        verbose_name_plural = _("members")
        constraints = [
            ends_after("joined_on", "left_on", "memberships_left_after_joining"),
            never_overlaps(
                "collaboration",
                "provider",
                start="joined_on",
                end="left_on",
                name="memberships_one_membership_at_a_time",
                message=_("This setting is already a member of this collaboration in that time."),
            ),
        ]
        indexes = [
            models.Index(fields=["authority", "collaboration", "left_on"], name="memberships_of_group"),
            models.Index(fields=["authority", "provider", "left_on"], name="memberships_of_setting"),
            # all that the rates of an authority are summed from (C7), of members of whom a meeting counts
            models.Index(
                fields=["authority", "collaboration"],
                include=["joined_on", "left_on", "meetings_held", "meetings_attended", "at_risk_since"],
                condition=Q(meetings_held__gt=0),
                name="memberships_counted",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.provider} in {self.collaboration}"


@keep_history()
class SettingRole(AuthorityOwned):
    """A person of a setting, ``[starts_on, ends_on)``."""

    class Role(models.TextChoices):
        MANAGER = "manager", _("Manager")
        STAFF = "staff", _("Member of staff")

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="setting_roles",
        verbose_name=_("person"),
    )
    provider = OwnedForeignKey(
        Provider, on_delete=models.PROTECT, related_name="people", verbose_name=_("setting")
    )
    role = models.CharField(_("role"), max_length=10, choices=Role, default=Role.MANAGER)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("last day"), null=True, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["provider__name__in_order", "user__full_name__in_order"]
        verbose_name = _("person of a setting")
        verbose_name_plural = _("people of settings")
        constraints = [
            ends_after("starts_on", "ends_on", "memberships_setting_role_ends_later"),
            models.UniqueConstraint(
                fields=["authority", "user", "provider", "starts_on"], name="memberships_setting_role_once"
            ),
        ]
        indexes = [models.Index(fields=["authority", "provider"], name="memberships_people_of")]

    def __str__(self) -> str:
        return f"{self.user}, {self.provider}"

    def get_role_display(self) -> str:
        """What the person is called there: nobody is the manager of her own childminding."""
        return str(roles_at(self.provider.provider_type)[self.role])


@keep_history()
class LeaderAppointment(AuthorityOwned):
    """A person of a member setting who leads its collaboration, ``[starts_on, ends_on)`` (L1).

    To lead is to coordinate.
    """

    class Manner(models.TextChoices):
        SOLE = "sole", _("Alone")
        JOINT = "joint", _("Jointly")
        ROTATING = "rotating", _("In rotation")

    membership = OwnedForeignKey(
        Membership, on_delete=models.PROTECT, related_name="leaders", verbose_name=_("member")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="leads", verbose_name=_("person")
    )
    manner = models.CharField(_("leads"), max_length=10, choices=Manner, default=Manner.JOINT)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    may_lead_because = models.TextField(_("why the setting may lead"), blank=True, editable=False)
    #: The leading policy left it to an officer (L1): the words above are that decision, which the nightly
    #: check keeps (L2).
    officer_decided = models.BooleanField(_("an officer decided"), default=False, editable=False)
    #: How the members decided who leads, where they did so themselves.
    members_decision = models.TextField(_("the members' decision"), blank=True, editable=False)

    class Meta(AuthorityOwned.Meta):
        ordering = ["membership__collaboration__name__in_order", "user__full_name__in_order", "starts_on"]
        verbose_name = _("leader")
        verbose_name_plural = _("leaders")
        permissions = [("appoint_leader", "Can appoint leaders")]
        constraints = [
            ends_after("starts_on", "ends_on", "memberships_leader_ends_later"),
            never_overlaps(
                "membership",
                "user",
                start="starts_on",
                end="ends_on",
                name="memberships_leads_once_at_a_time",
                message=_("This person already leads this collaboration in that time."),
            ),
        ]
        indexes = [
            models.Index(fields=["authority", "membership", "ends_on"], name="memberships_leaders_of"),
            models.Index(fields=["authority", "user", "id"], name="memberships_leads_of"),
        ]

    def __str__(self) -> str:
        return f"{self.user} leads {self.membership.collaboration}"
