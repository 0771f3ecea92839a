"""Groups of settings that improve together."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from accounts.models import DatedGrant
from core.history import keep_history
from core.models import AuthorityOwned, OwnedForeignKey
from providers.models import District


@keep_history()
class Collaboration(AuthorityOwned):
    """A group of settings. Mostly formed by locality; district bounds do not bind, and it may be virtual (C3)."""

    class Kind(models.TextChoices):
        COLLABORATION = "collaboration", _("Collaboration")
        LOCALITY = "locality", _("Locality partnership")
        NETWORK = "eyfs_network", _("EYFS network")
        THEMED = "themed_network", _("Themed network")
        BUDDIES = "buddy_pair", _("Buddy pair")

    class State(models.TextChoices):
        """C1. The moves between them are ``collaborations.rules.TRANSITIONS``."""

        ENQUIRY = "enquiry", _("Enquiry")
        PROPOSED = "proposed", _("Proposed")
        INITIAL_MEETING = "initial_meeting", _("First meeting")
        DRAFTING = "drafting", _("Drafting ways of working")
        ACTIVE = "active", _("Active")
        UNDER_REVIEW = "under_review", _("Under review")
        DIVIDING = "dividing", _("Dividing")
        MERGING = "merging", _("Merging")
        DORMANT = "dormant", _("Dormant")
        CLOSED = "closed", _("Closed")

    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.COLLABORATION)
    state = models.CharField(_("state"), max_length=20, choices=State, default=State.ACTIVE)
    district = OwnedForeignKey(
        District, on_delete=models.PROTECT, null=True, blank=True, related_name="collaborations", verbose_name=_("district")
    )
    is_virtual = models.BooleanField(_("meets online only"), default=False)
    purpose = models.TextField(_("purpose"), blank=True)
    started_on = models.DateField(_("started on"))
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    asked_by = models.CharField(_("who asked"), max_length=200, blank=True)
    enquiry = models.TextField(_("what they asked for"), blank=True)
    #: Until ways of working are kept here as a document: the day the members adopted theirs (C1 asks for them before "active").
    terms_adopted_on = models.DateField(_("ways of working adopted on"), null=True, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["name", "pk"]
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
            models.Index("authority", Lower("name"), "id", name="collaborations_in_order"),
            models.Index("authority", "district", Lower("name"), "id", name="collaborations_of_district"),
            models.Index(fields=["authority", "started_on"], condition=models.Q(state="enquiry"), name="collaborations_enquiries"),
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
        indexes = [models.Index(fields=["authority", "content_object", "user"], name="collaborations_grant_of")]
