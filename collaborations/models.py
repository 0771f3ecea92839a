"""Groups of settings that improve together."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import DatedGrant
from collaborations import rules
from core.counts import KeptCount, RowCount
from core.history import keep_history
from core.models import AuthorityOwned, OwnedForeignKey, OwnedOneToOneField
from core.ordering import InOrder
from providers.models import District


@keep_history()
class Collaboration(AuthorityOwned):
    """A group of settings.

    Mostly formed by locality; district bounds do not bind, and it may be virtual (C3).
    """

    class Kind(models.TextChoices):
        COLLABORATION = "collaboration", _("Collaboration")
        LOCALITY = "locality", _("Locality partnership")
        NETWORK = "eyfs_network", _("EYFS network")
        THEMED = "themed_network", _("Themed network")
        BUDDIES = "buddy_pair", _("Buddy pair")

    State = rules.State

    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.COLLABORATION)
    state = models.CharField(_("state"), max_length=20, choices=State, default=State.ACTIVE)
    district = OwnedForeignKey(
        District,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="collaborations",
        verbose_name=_("district"),
    )
    is_virtual = models.BooleanField(_("meets online only"), default=False)
    purpose = models.TextField(_("purpose"), blank=True)
    started_on = models.DateField(_("started on"))
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    asked_by = models.CharField(_("who asked"), max_length=200, blank=True)
    enquiry = models.TextField(_("what they asked for"), blank=True)
    #: Until ways of working are kept here as a document: the day the members adopted theirs (C1 asks for them
    #: before "active").
    terms_adopted_on = models.DateField(_("ways of working adopted on"), null=True, blank=True)
    #: The earliest day of a version that was adopted here; written by ways of working.
    first_version_adopted_on = models.DateField(null=True, blank=True, editable=False)

    class Meta(AuthorityOwned.Meta):
        ordering = ["name__in_order", "pk"]
        verbose_name = _("collaboration")
        verbose_name_plural = _("collaborations")
        permissions = [
            ("lead_collaboration", "Can lead the collaboration"),
            ("run_collaboration", "Can do the collaboration's daily work"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["authority", "name"], name="collaborations_name_once"),
            models.CheckConstraint(
                condition=models.Q(closed_on__isnull=True) | models.Q(closed_on__gte=models.F("started_on")),
                name="collaborations_closed_after_start",
            ),
        ]
        indexes = [
            models.Index("authority", InOrder("name"), "id", name="collaborations_in_order"),
            models.Index("authority", "district", InOrder("name"), "id", name="collaborations_of_district"),
            models.Index(
                fields=["authority", "started_on"],
                condition=models.Q(state="enquiry"),
                name="collaborations_enquiries",
            ),
            models.Index(
                fields=["authority", "started_on"],
                condition=models.Q(state__in=("initial_meeting", "proposed")),
                name="collaborations_forming",
            ),
            models.Index(fields=["authority", "started_on"], name="collaborations_by_start"),
        ]

    def __str__(self) -> str:
        return self.name


class CollaborationGrant(DatedGrant):
    """A person's right on one collaboration (guardian's direct row)."""

    content_object = OwnedForeignKey(Collaboration, on_delete=models.CASCADE, related_name="+")

    class Meta(DatedGrant.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "user", "content_object", "permission", "starts_on", "is_exceptional"],
                name="collaborations_grant_once",
            )
        ]
        indexes = [
            models.Index(fields=["authority", "content_object", "user"], name="collaborations_grant_of")
        ]


class CollaborationCount(KeptCount):
    """Changes of the number of collaborations, by district (null: of none) and state."""

    keys = ("district_id", "state")
    truth = f"""
        SELECT r.district_id, r.state, count(*) FROM {Collaboration._meta.db_table} r
         WHERE r.authority_id = %(authority)s GROUP BY r.district_id, r.state"""

    district_id = models.BigIntegerField(null=True)
    state = models.CharField(max_length=20)

    class Meta(KeptCount.Meta):
        indexes = [models.Index(fields=["authority", "district_id"], name="collaborations_count")]


_BY = {"district_id": "r.district_id", "state": "r.state"}
for trigger in RowCount("count", CollaborationCount._meta.db_table, _BY).triggers():
    trigger.register(Collaboration)


class StateChange(AuthorityOwned):
    """One move. Rows are only added: together they are the life as it was lived."""

    collaboration = OwnedForeignKey(Collaboration, on_delete=models.PROTECT, related_name="state_changes")
    from_state = models.CharField(_("from"), max_length=20, choices=Collaboration.State, blank=True)
    to_state = models.CharField(_("to"), max_length=20, choices=Collaboration.State)
    on = models.DateField(_("on"))
    words = models.TextField(_("in words"), blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("recorded at"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["at", "pk"]
        verbose_name = _("move")
        verbose_name_plural = _("moves")
        indexes = [models.Index(fields=["authority", "collaboration", "at"], name="collaborations_life_of")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(from_state=F("to_state")), name="collaborations_moves_somewhere"
            )
        ]

    def __str__(self) -> str:
        return f"{self.collaboration}: {self.get_to_state_display()}"


@keep_history()
class FirstMeeting(AuthorityOwned):
    """The meeting that an officer facilitates before a group is one (C1)."""

    collaboration = OwnedOneToOneField(Collaboration, on_delete=models.PROTECT, related_name="first_meeting")
    held_on = models.DateField(_("held on"))
    place = models.CharField(_("where"), max_length=200, blank=True)
    facilitated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("facilitated by"),
    )
    notes = models.TextField(_("what was agreed"))
    #: None where it was not said.
    came = models.PositiveSmallIntegerField(_("how many came"), null=True, blank=True)

    class Meta(AuthorityOwned.Meta):
        verbose_name = _("first meeting")
        verbose_name_plural = _("first meetings")

    def __str__(self) -> str:
        return f"{self.collaboration}: {self.held_on}"


class Lineage(AuthorityOwned):
    """That a collaboration came from another, by division or merger (C4). Rows are only added."""

    earlier = OwnedForeignKey(Collaboration, on_delete=models.PROTECT, related_name="later_ones")
    later = OwnedForeignKey(Collaboration, on_delete=models.PROTECT, related_name="earlier_ones")
    on = models.DateField(_("on"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "earlier", "later"], name="collaborations_lineage_once"
            ),
            models.CheckConstraint(condition=~Q(earlier=F("later")), name="collaborations_not_its_own_heir"),
        ]
        indexes = [models.Index(fields=["authority", "later"], name="collaborations_lineage_later")]

    def __str__(self) -> str:
        return f"{self.earlier} → {self.later}"
