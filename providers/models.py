"""The register of settings."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import DatedGrant
from core.counts import KeptCount, RowCount
from core.history import keep_history
from core.models import AuthorityOwned, OwnedForeignKey, OwnedOneToOneField
from providers.rules.register import FURTHER_SCHEMES


class District(AuthorityOwned):
    """A part of the authority that officers work by. Its bounds bind no collaboration (C3)."""

    name = models.CharField(_("name"), max_length=80)

    class Meta(AuthorityOwned.Meta):
        ordering = ["name__in_order"]
        verbose_name = _("district")
        verbose_name_plural = _("districts")
        constraints = [models.UniqueConstraint(fields=["authority", "name"], name="providers_district_once")]

    def __str__(self) -> str:
        return self.name


@keep_history(exclude=["search_text", "last_listed_on", "file_row_hash", "file_row_on"])
class Provider(AuthorityOwned):
    """A setting: nursery, pre-school, childminder, maintained nursery
    school, school with early years, out-of-school club.

    ``urn`` is the Ofsted number, empty for a setting known by other numbers only (O1: see ProviderIdentity).
    Text that Ofsted holds back (``REDACTED``) is empty here; what the authority holds itself is never
    overwritten by such a row (O7).
    """

    class Type(models.TextChoices):
        CHILDMINDER = "childminder", _("Childminder")
        CHILDMINDER_AWAY = "childminder_away", _("Childminder without domestic premises")
        DOMESTIC = "domestic", _("Childcare on domestic premises")
        NON_DOMESTIC = "non_domestic", _("Childcare on non-domestic premises")
        HOME = "home", _("Home childcarer")
        AGENCY = "agency", _("Childminder agency")
        SCHOOL = "school", _("School with early years")
        NURSERY_SCHOOL = "nursery_school", _("Maintained nursery school")

    DOMESTIC_TYPES = frozenset({Type.CHILDMINDER, Type.CHILDMINDER_AWAY, Type.DOMESTIC, Type.HOME})

    urn = models.CharField(_("Ofsted URN"), max_length=12, blank=True)
    name = models.CharField(_("name"), max_length=255, blank=True)
    provider_type = models.CharField(_("type"), max_length=20, choices=Type)
    provider_subtype = models.CharField(_("kind of care"), max_length=100, blank=True)
    register_combination = models.CharField(_("registers"), max_length=40, blank=True)
    on_early_years_register = models.BooleanField(_("on the Early Years Register"), null=True, blank=True)
    on_compulsory_register = models.BooleanField(
        _("on the compulsory Childcare Register"), null=True, blank=True
    )
    on_voluntary_register = models.BooleanField(
        _("on the voluntary Childcare Register"), null=True, blank=True
    )
    registered_on = models.DateField(_("registered on"), null=True, blank=True)
    registered_person_urn = models.CharField(_("registered person's number"), max_length=12, blank=True)
    registered_person_name = models.CharField(_("registered person"), max_length=255, blank=True)
    address_line_1 = models.CharField(_("address line 1"), max_length=200, blank=True)
    address_line_2 = models.CharField(_("address line 2"), max_length=200, blank=True)
    address_line_3 = models.CharField(_("address line 3"), max_length=200, blank=True)
    town = models.CharField(_("town"), max_length=100, blank=True)
    postcode = models.CharField(_("postcode"), max_length=10, blank=True)
    telephone = models.CharField(_("telephone"), max_length=40, blank=True)
    constituency = models.CharField(_("constituency"), max_length=100, blank=True)
    region = models.CharField(_("region"), max_length=60, blank=True)
    deprivation_band = models.CharField(_("deprivation band"), max_length=30, blank=True)
    places = models.PositiveIntegerField(_("places"), null=True, blank=True)
    places_including_estimates = models.DecimalField(
        _("places including estimates"), max_digits=8, decimal_places=2, null=True, blank=True
    )
    district = OwnedForeignKey(
        District,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="providers",
        verbose_name=_("district"),
        db_index=False,
    )
    agency = OwnedForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="agency_members",
        verbose_name=_("childminder agency"),
        db_index=False,
    )
    search_text = models.TextField(editable=False, blank=True)
    first_listed_on = models.DateField(_("first seen in Ofsted's file"), null=True, editable=False)
    last_listed_on = models.DateField(_("last seen in Ofsted's file"), null=True, editable=False)
    unlisted_since = models.DateField(_("no longer listed since"), null=True, editable=False)
    #: Ofsted's word for the state of the registration. Empty while it is active.
    registration_status = models.CharField(
        _("registration status"), max_length=40, blank=True, db_default="", editable=False
    )
    #: Of its line in the last file loaded: while the bytes stay the same the line is not even read.
    file_row_hash = models.BinaryField(max_length=16, null=True, editable=False)
    #: The day of the file in which that line was first read so.
    file_row_on = models.DateField(null=True, editable=False)

    class Meta(AuthorityOwned.Meta):
        ordering = ["search_text", "pk"]  # as people read it, whatever the locale of the server
        verbose_name = _("setting")
        verbose_name_plural = _("settings")
        permissions = [
            ("view_private_address", "Can see a childminder's address"),
            ("manage_provider", "Can do a setting's own tasks"),
            ("link_provider", "Can link a setting to the one it took over from"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "urn"], condition=~Q(urn=""), name="providers_urn_once"
            ),
            models.CheckConstraint(
                condition=Q(unlisted_since__isnull=True)
                | Q(first_listed_on__isnull=True)
                | Q(unlisted_since__gte=F("first_listed_on")),
                name="providers_unlisted_after_listed",
            ),
        ]
        indexes = [
            models.Index(fields=["authority", "search_text", "id"], name="providers_in_order"),
            models.Index(fields=["authority", "postcode"], name="providers_by_postcode"),
            models.Index(
                fields=["authority", "unlisted_since"],
                condition=Q(unlisted_since__isnull=False),
                name="providers_unlisted",
            ),
            models.Index(
                fields=["authority", "district"],
                condition=Q(district__isnull=False),
                name="providers_of_district",
            ),
            models.Index(
                fields=["authority", "search_text", "id"],
                condition=Q(provider_type="agency"),
                name="providers_agencies",
            ),
            models.Index(
                fields=["authority", "agency"], condition=Q(agency__isnull=False), name="providers_of_agency"
            ),
        ]

    def __str__(self) -> str:
        return self.name or _("%(type)s %(urn)s") % {
            "type": self.get_provider_type_display(),
            "urn": self.urn,
        }

    @property
    def with_urn(self) -> str:
        """The setting with its Ofsted URN, where it has one."""
        return f"{self} ({self.urn})" if self.urn and self.name else str(self)

    @property
    def is_domestic(self) -> bool:
        """Whether the address is somebody's home, which is shown only with the permission to see it."""
        return self.provider_type in self.DOMESTIC_TYPES

    @property
    def is_listed(self) -> bool:
        return self.unlisted_since is None


@keep_history()
class SettingContact(AuthorityOwned):
    """How a setting is reached, as its people or the early years team say it (O7).

    A table of its own: no load of Ofsted's file writes here, whatever it brings.
    """

    provider = OwnedOneToOneField(
        Provider, on_delete=models.CASCADE, related_name="contact", verbose_name=_("setting")
    )
    telephone = models.CharField(_("telephone"), max_length=40, blank=True)
    email = models.EmailField(_("email address"), blank=True)
    website = models.URLField(_("website"), blank=True)
    best_time = models.CharField(_("best time to ring"), max_length=100, blank=True)

    class Meta(AuthorityOwned.Meta):
        verbose_name = _("contact of a setting")
        verbose_name_plural = _("contacts of settings")

    def __str__(self) -> str:
        return str(self.provider)


LISTED = "r.unlisted_since IS NULL"


class ListedCount(KeptCount):
    """Changes of the number of settings that Ofsted lists, by district (null: of none)."""

    keys = ("district_id",)
    truth = f"""
        SELECT r.district_id, count(*) FROM {Provider._meta.db_table} r
         WHERE r.authority_id = %(authority)s AND {LISTED} GROUP BY r.district_id"""

    district_id = models.BigIntegerField(null=True)

    class Meta(KeptCount.Meta):
        indexes = [models.Index(fields=["authority", "district_id"], name="providers_listed_count")]


for trigger in RowCount(
    "listed_count", ListedCount._meta.db_table, {"district_id": "r.district_id"}, LISTED
).triggers():
    trigger.register(Provider)


class ProviderGrant(DatedGrant):
    """A person's permission on one setting (guardian's direct row)."""

    content_object = OwnedForeignKey(Provider, on_delete=models.CASCADE, related_name="+")

    class Meta(DatedGrant.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "user", "content_object", "permission", "starts_on", "is_exceptional"],
                name="providers_grant_once",
            )
        ]
        indexes = [models.Index(fields=["authority", "content_object", "user"], name="providers_grant_of")]


class ProviderIdentity(AuthorityOwned):
    """A further number of a setting in a named scheme. The Ofsted URN itself is ``Provider.urn``.

    A six-digit Ofsted URN can equal an unrelated school number, so nothing ever matches across schemes (O1).
    """

    provider = OwnedForeignKey(
        Provider, on_delete=models.CASCADE, related_name="identities", verbose_name=_("setting")
    )
    scheme = models.CharField(_("scheme"), max_length=12, choices=FURTHER_SCHEMES)
    value = models.CharField(_("number"), max_length=40)

    class Meta(AuthorityOwned.Meta):
        ordering = ["scheme", "value"]
        verbose_name = _("other number")
        verbose_name_plural = _("other numbers")
        constraints = [
            models.UniqueConstraint(fields=["authority", "scheme", "value"], name="providers_identity_once")
        ]
        indexes = [models.Index(fields=["authority", "provider"], name="providers_identity_of")]

    def __str__(self) -> str:
        return f"{self.get_scheme_display()} {self.value}"


@keep_history()
class SuccessionLink(AuthorityOwned):
    """That a new registration took over from an old one, as an officer decided (O2).

    Judgements stay with the old one.
    """

    old = OwnedForeignKey(
        Provider, on_delete=models.PROTECT, related_name="successors", verbose_name=_("earlier registration")
    )
    new = OwnedForeignKey(
        Provider, on_delete=models.PROTECT, related_name="predecessors", verbose_name=_("later registration")
    )
    on = models.DateField(_("took over on"))
    reason = models.CharField(_("reason"), max_length=300)
    linked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", editable=False
    )

    class Meta(AuthorityOwned.Meta):
        ordering = ["-on", "pk"]
        verbose_name = _("take-over")
        verbose_name_plural = _("take-overs")
        constraints = [
            models.UniqueConstraint(fields=["authority", "old", "new"], name="providers_succession_once"),
            models.CheckConstraint(condition=~Q(old=F("new")), name="providers_succession_not_itself"),
        ]
        indexes = [models.Index(fields=["authority", "new"], name="providers_succession_new")]

    def __str__(self) -> str:
        return f"{self.old} → {self.new}"


class DistrictOutline(AuthorityOwned):
    """One district as closed lines in the map's own units (0 to 1000 from the top left; y points down)."""

    district = OwnedOneToOneField(District, on_delete=models.CASCADE, related_name="outline")
    rings = models.JSONField(_("outline"))
    attribution = models.CharField(_("attribution"), max_length=300, blank=True)

    class Meta(AuthorityOwned.Meta):
        verbose_name = _("outline of a district")
        verbose_name_plural = _("outlines of districts")

    def __str__(self) -> str:
        return str(self.district)
