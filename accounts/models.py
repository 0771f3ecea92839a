"""People and what they are appointed to. A person may hold several roles in several authorities."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager
from guardian.managers import UserObjectPermissionManager
from guardian.models import UserObjectPermissionBase

from accounts.roles import ROLES, Role
from core.contrast import contrast_on_white
from core.history import keep_history
from core.models import AuthorityOwned

#: First path segments that belong to the platform, so no authority may be called so.
RESERVED_SLUGS = frozenset(
    {"accounts", "admin", "health", "static", "files", "demonstration", "media", "api", "about"}
)


def not_reserved(slug: str) -> None:
    if slug in RESERVED_SLUGS:
        raise ValidationError(
            _("“%(slug)s” is an address of the platform. Choose another short name."), params={"slug": slug}
        )


def readable_on_white(colour: str) -> None:
    """WCAG 2.2 1.4.3: text in the brand colour must have a contrast of at least 4.5 to 1 on white."""
    try:
        contrast = contrast_on_white(colour)
    except ValueError:
        return  # no colour at all: the other validator says so
    if contrast < 4.5:
        raise ValidationError(
            _(
                "This colour is too pale to read on white. Choose a darker one (contrast of at least 4.5"
                " to 1)."
            )
        )


class Authority(models.Model):
    """One English council's early years service, or the company that acts for it."""

    name = models.CharField(_("name"), max_length=100, unique=True)
    slug = models.SlugField(
        _("short name in addresses"),
        max_length=40,
        unique=True,
        validators=[
            RegexValidator(r"^[a-z][a-z0-9-]*$", _("Use small letters, digits and hyphens.")),
            not_reserved,
        ],
    )
    is_active = models.BooleanField(_("in use"), default=True)
    team_name = models.CharField(
        _("name of the early years team"), max_length=100, default="Early years team"
    )
    brand_colour = models.CharField(
        _("brand colour"),
        max_length=7,
        default="#1d70b8",
        validators=[
            RegexValidator(r"^#[0-9a-fA-F]{6}$", _("Enter a colour such as #1d70b8.")),
            readable_on_white,
        ],
    )
    contact_email = models.EmailField(_("team's e-mail address"), blank=True)
    contact_phone = models.CharField(_("team's telephone number"), max_length=30, blank=True)
    postal_address = models.TextField(_("postal address"), blank=True)
    website = models.URLField(_("website"), blank=True)
    accessibility_email = models.EmailField(_("e-mail address for accessibility problems"), blank=True)
    accessibility_tested_on = models.DateField(_("accessibility last tested on"), null=True, blank=True)
    data_protection_email = models.EmailField(_("data protection officer's e-mail address"), blank=True)
    privacy_notice_url = models.URLField(_("address of the full privacy notice"), blank=True)
    public_page = models.BooleanField(
        _("public page of collaborations"),
        default=False,
        help_text=_("Anybody may then read which collaborations there are and how to join."),
    )
    joining_words = models.TextField(_("how to join, on the public page"), blank=True)
    # G8: where a concern about a child goes. The software never takes the concern itself.
    social_care_phone = models.CharField(_("children's social care"), max_length=30, blank=True)
    out_of_hours_phone = models.CharField(_("children's social care out of hours"), max_length=30, blank=True)
    designated_officer_phone = models.CharField(
        _("local authority designated officer"), max_length=30, blank=True
    )
    safeguarding_url = models.URLField(_("page on reporting a concern"), blank=True)

    class Meta:
        ordering = ["name__in_order"]
        verbose_name = _("local authority")
        verbose_name_plural = _("local authorities")

    def __str__(self) -> str:
        return self.name


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, email: str | None) -> User:
        return self.get(email__iexact=email)

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser, PermissionsMixin):
    """Somebody who signs in with an e-mail address.

    Global: permissions come from appointments inside an authority.
    """

    email = models.EmailField(_("e-mail address"), unique=True)
    full_name = models.CharField(_("full name"), max_length=150)
    is_active = models.BooleanField(_("may sign in"), default=True)
    is_platform_operator = models.BooleanField(_("platform operator"), default=False)
    joined_at = models.DateTimeField(_("account made at"), auto_now_add=True)

    #: Nobody bypasses the role table (platform operators see no case content), so Django's superuser does not
    #: exist here.
    is_superuser = None  # type: ignore[assignment]
    #: People belong to no authority: signing in would write a table that all of them share (decision 0015).
    #: The session says when.
    last_login = None  # type: ignore[assignment]

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]
    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        ordering = ["full_name__in_order"]
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [models.UniqueConstraint(Lower("email"), name="accounts_user_email_once")]

    def __str__(self) -> str:
        return self.full_name or self.email

    def get_full_name(self) -> str:
        return self.full_name

    def get_short_name(self) -> str:
        return self.full_name.split(" ")[0] if self.full_name else self.email

    @property
    def is_staff(self) -> bool:
        """Django's admin asks; the answer is a permission of the role in the authority in scope."""
        from accounts.permissions import Permission

        return self.has_perm(Permission.USE_ADMIN)


class Affiliation(models.Model):
    """That a person has or had something to do with an authority.

    Ids only; read at sign-in before any authority is in scope.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="affiliations")
    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "authority"], name="accounts_affiliation_once")
        ]

    def __str__(self) -> str:
        return f"{self.user_id} at {self.authority_id}"


def holds_on(day: date) -> Q:
    """Rows of an appointment that hold on a day:

    ``[starts_on, ends_on)``, an open end meaning "until further notice".
    """
    return Q(starts_on__lte=day) & (Q(ends_on__isnull=True) | Q(ends_on__gt=day))


@keep_history()
class RoleAppointment(AuthorityOwned):
    """A person's role over a whole authority, ``[starts_on, ends_on)``."""

    user = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="role_appointments", verbose_name=_("person")
    )
    role = models.CharField(
        _("role"), max_length=20, choices=[(role.value, _(ROLES[role].title)) for role in Role]
    )
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(
        _("until"),
        null=True,
        blank=True,
        help_text=_("The first day without the role. Leave empty if it goes on."),
    )
    appointed_by = models.ForeignKey(
        User, null=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )

    class Meta(AuthorityOwned.Meta):
        ordering = ["user__full_name__in_order", "role", "starts_on"]
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "user", "role", "starts_on"], name="accounts_role_once"
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gt=F("starts_on")),
                name="accounts_role_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}"


class TodaysGrants(UserObjectPermissionManager):
    """Only rows that hold today: a permission ends on its date even if no job runs."""

    def get_queryset(self) -> models.QuerySet[Any]:
        return super().get_queryset().filter(holds_on(timezone.localdate()))


class DatedGrant(AuthorityOwned, UserObjectPermissionBase):
    """A permission on one object between two dates.

    ``is_exceptional`` rows were given by hand; all others are derived from appointments.
    """

    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    is_exceptional = models.BooleanField(default=False)

    objects = ScopedManager(authority="authority_id", _manager_class=TodaysGrants)
    all_dates = ScopedManager(authority="authority_id")

    class Meta(AuthorityOwned.Meta):
        abstract = True
        base_manager_name = "all_dates"
        default_manager_name = "objects"


class TaskLink(AuthorityOwned):
    """One link: what for, about which row, to whom, until when.

    Its address holds the row's number and our signature, no secret of its own.

    Opening it shows the task (mail scanners open links); only the button acts, and then the link is used up.
    """

    purpose = models.CharField(max_length=40)
    about_id = models.BigIntegerField()
    email = models.EmailField()
    user = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta(AuthorityOwned.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(used_at__isnull=True) | Q(withdrawn_at__isnull=True),
                name="accounts_link_used_or_withdrawn",
            ),
        ]
        indexes = [models.Index(fields=["authority", "purpose", "about_id"], name="accounts_links_about")]

    def __str__(self) -> str:
        return self.purpose
