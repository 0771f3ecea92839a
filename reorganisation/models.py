"""The plan to divide a collaboration or to merge several (C4)."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collaborations.models import Collaboration
from core.history import keep_history
from core.models import AuthorityOwned, OwnedForeignKey
from memberships.models.members import LeaderAppointment, Membership
from providers.models import District
from reorganisation.rules.plan_states import PlanState


@keep_history()
class Reorganisation(AuthorityOwned):
    """Drawn up, agreed with the leaders face to face, carried out in one transaction, or put aside."""

    class Kind(models.TextChoices):
        DIVIDE = "divide", _("Divide a collaboration")
        MERGE = "merge", _("Merge collaborations")

    State = PlanState

    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT)
    reason = models.TextField(_("why"))
    takes_effect_on = models.DateField(_("first day of the new collaborations"), null=True, blank=True)
    met_leaders_on = models.DateField(_("met the leaders on"), null=True, blank=True)
    met_words = models.TextField(_("what was agreed with the leaders"), blank=True)
    records_holder = models.CharField(_("who holds the old records"), max_length=200, blank=True)
    balance_words = models.TextField(_("how the balance is shared"), blank=True)
    copies_ways_of_working = models.BooleanField(
        _("the new collaborations begin with a copy of the ways of working"), default=True
    )
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("drawn up by")
    )
    started_at = models.DateTimeField(_("drawn up at"))
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    done_at = models.DateTimeField(_("carried out at"), null=True, blank=True)
    #: Rises with each change of the plan: what an officer looked at is what is carried out.
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta(AuthorityOwned.Meta):
        ordering = ["-started_at", "-pk"]
        verbose_name = _("division or merger")
        verbose_name_plural = _("divisions and mergers")

    def __str__(self) -> str:
        return str(_("%(kind)s (plan %(number)s)") % {"kind": self.get_kind_display(), "number": self.pk})


class ReorganisationSource(AuthorityOwned):
    """A collaboration that ends by the plan, and the state it had before. In one open plan at a time."""

    plan = OwnedForeignKey(Reorganisation, on_delete=models.CASCADE, related_name="sources")
    collaboration = OwnedForeignKey(Collaboration, on_delete=models.PROTECT, related_name="reorganisations")
    state_before = models.CharField(max_length=20)
    is_open = models.BooleanField(default=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["collaboration__name__in_order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "collaboration"],
                condition=Q(is_open=True),
                name="reorganisation_one_open_plan",
            ),
            models.UniqueConstraint(
                fields=["authority", "plan", "collaboration"], name="reorganisation_plan_source_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.collaboration)


class PlannedSuccessor(AuthorityOwned):
    """A collaboration that begins by the plan; ``collaboration`` is it, once the plan is carried out."""

    plan = OwnedForeignKey(Reorganisation, on_delete=models.CASCADE, related_name="successors")
    name = models.CharField(_("name"), max_length=120)
    district = OwnedForeignKey(
        District,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("district"),
    )
    collaboration = OwnedForeignKey(
        Collaboration, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    #: Of the balance and of what is still paid for the old one; with none the members' places decide.
    share_percent = models.PositiveSmallIntegerField(
        _("share of the balance, per cent"), null=True, blank=True, validators=[MaxValueValidator(100)]
    )

    class Meta(AuthorityOwned.Meta):
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(share_percent=None) | Q(share_percent__lte=100),
                name="reorganisation_share_of_a_whole",
            ),
            models.UniqueConstraint(
                fields=["authority", "plan", "name"], name="reorganisation_successor_name_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class PlannedMember(AuthorityOwned):
    """Where a member goes: to a successor, or it leaves. With neither, nobody has said yet."""

    plan = OwnedForeignKey(Reorganisation, on_delete=models.CASCADE, related_name="members")
    membership = OwnedForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    successor = OwnedForeignKey(
        PlannedSuccessor, null=True, blank=True, on_delete=models.CASCADE, related_name="members"
    )
    leaves = models.BooleanField(default=False)

    class Meta(AuthorityOwned.Meta):
        ordering = ["membership__provider__search_text", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "plan", "membership"], name="reorganisation_placed_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.membership)


class PlannedLeader(AuthorityOwned):
    """A person of a member who is to lead in the successor that the member
    goes to (L1 is asked when the plan is carried out).
    """

    member = OwnedForeignKey(PlannedMember, on_delete=models.CASCADE, related_name="leaders")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("person")
    )
    manner = models.CharField(
        _("leads"), max_length=10, choices=LeaderAppointment.Manner, default=LeaderAppointment.Manner.JOINT
    )
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    #: Where the leading policy leaves it to an officer: that decision in words.
    officers_decision = models.TextField(_("the officer's decision"), blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["user__full_name__in_order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "member", "user"], name="reorganisation_planned_to_lead_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.user)
