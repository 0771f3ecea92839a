"""People and what they are appointed to. A person may hold several roles in several authorities."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager
from guardian.managers import UserObjectPermissionManager
from guardian.models import UserObjectPermissionBase

from accounts.roles import ROLES, Role
from accounts.rules import KIND_LABELS, EventKind
from core.contrast import contrast_on_white
from core.history import keep_history
from core.models import AuthorityOwned

#: How long somebody who was added may leave the account unclaimed (A2, decision 0027).
CLAIM_PERIOD = timedelta(days=28)


def claim_until() -> datetime:
    """The last moment at which an account made now can be claimed."""
    return timezone.now() + CLAIM_PERIOD


#: First path segments that belong to the platform, so no authority may be called so.
RESERVED_SLUGS = frozenset(
    {"accounts", "admin", "health", "static", "files", "demonstration", "media", "api", "about", "status"}
)
#: What the short name of an authority looks like. Anything else in an address is not looked up.
SLUG = re.compile(r"[a-z][a-z0-9-]{0,39}\Z")


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
    contact_email = models.EmailField(_("team's email address"), blank=True)
    contact_phone = models.CharField(_("team's telephone number"), max_length=30, blank=True)
    postal_address = models.TextField(_("postal address"), blank=True)
    website = models.URLField(_("website"), blank=True)
    accessibility_email = models.EmailField(_("email address for accessibility problems"), blank=True)
    accessibility_tested_on = models.DateField(_("accessibility last tested on"), null=True, blank=True)
    data_protection_email = models.EmailField(_("data protection officer's email address"), blank=True)
    privacy_notice_url = models.URLField(_("address of the full privacy notice"), blank=True)
    public_page = models.BooleanField(
        _("public page of collaborations"),
        default=False,
        help_text=_("Anybody may then read which collaborations there are and how to join."),
    )
    joining_words = models.TextField(_("how to join, on the public page"), blank=True)
    second_factor_for_all = models.BooleanField(
        _("second step of sign-in for everybody"),
        default=False,
        help_text=_("Leaders and people of settings are asked for it too. The early years team always is."),
    )
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
    """Accounts: people who can sign in. Stand-ins of invited people are in ``User.with_invited`` only."""

    def get_queryset(self) -> models.QuerySet[User]:
        return super().get_queryset().filter(invited_to=None)

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser, PermissionsMixin):
    """Somebody who signs in with an email address.

    Global: permissions come from appointments inside an authority.
    """

    email = models.EmailField(_("email address"), db_index=True)
    full_name = models.CharField(_("full name"), max_length=150)
    is_active = models.BooleanField(_("may sign in"), default=True)
    is_platform_operator = models.BooleanField(_("platform operator"), default=False)
    joined_at = models.DateTimeField(_("account made at"), auto_now_add=True)
    claim_by = models.DateTimeField(
        _("must sign in for the first time by"), null=True, default=claim_until, editable=False
    )
    #: Part of every session's hash: one more, and the sessions made before have ended (A2, A3).
    session_epoch = models.PositiveIntegerField(default=0, db_default=0, editable=False)
    search_key_off = models.BooleanField(default=False, db_default=False, editable=False)  # the "/" key
    #: Set for the stand-in of somebody whom this authority has invited: the name and the address as it typed
    #: them, whoever the person may be (decision 0028). A stand-in never signs in; acceptance puts the
    #: person's own account in its place.
    invited_to = models.ForeignKey(
        Authority, null=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )

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
    with_invited: ClassVar[models.Manager[User]] = models.Manager()

    class Meta:
        ordering = ["full_name__in_order"]
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            # One account an address, and one stand-in an address in each authority
            models.UniqueConstraint(
                Lower("email"), F("invited_to"), name="accounts_user_email_once_each", nulls_distinct=False
            ),
            models.CheckConstraint(
                condition=Q(invited_to__isnull=True) | Q(is_active=False),
                name="accounts_user_invited_cannot_sign_in",
            ),
        ]

    def __str__(self) -> str:
        return self.full_name or self.email

    def get_full_name(self) -> str:
        return self.full_name

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What a session holds of the account.

        A change of password, main address or ``session_epoch`` ends every session but the one that is given
        the new value (``accounts.services.sessions``). Django asks this for each of its secret keys.
        """
        value = f"{self.password}|{self.email}|{self.session_epoch}"
        return salted_hmac("accounts.session", value, secret=secret, algorithm="sha256").hexdigest()

    def get_short_name(self) -> str:
        return self.full_name.split(" ")[0] if self.full_name else self.email

    @property
    def is_staff(self) -> bool:
        """Django's admin asks; the answer is a permission of the role in the authority in scope."""
        from accounts.permissions import Permission

        return self.has_perm(Permission.USE_ADMIN)


class Affiliation(models.Model):
    """That a person has or had something to do with an authority. Read at sign-in before one is in scope."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="affiliations")
    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField(auto_now_add=True)
    locked_at = models.DateTimeField(null=True)  # the authority is closed to the person (A2)
    locked_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    news_off_at = models.DateTimeField(null=True)  # no news by email; what is due goes all the same
    news_day = models.PositiveSmallIntegerField(default=0, db_default=0)  # of the weekly email, 0 is Monday
    news_day_chosen_on = models.DateField(null=True)
    #: Set with ``locked_at``: another account of the same person took over everything here (decision 0049).
    merged_into = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "authority"], name="accounts_affiliation_once"),
            models.CheckConstraint(condition=Q(news_day__lte=6), name="accounts_news_day"),
            models.CheckConstraint(
                condition=Q(locked_at__isnull=False) | Q(locked_by__isnull=True),
                name="accounts_affiliation_locked_by",
            ),
        ]
        indexes = [
            models.Index(
                fields=["authority", "user"],
                condition=Q(locked_at__isnull=False),
                name="accounts_affiliation_locked",
            )
        ]

    def __str__(self) -> str:
        return f"{self.user_id} at {self.authority_id}"


def holds_on(day: date) -> Q:
    """Rows of an appointment that hold on a day: ``[starts_on, ends_on)``; without an end it goes on."""
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
        _("last day"),
        null=True,
        blank=True,
        help_text=_("The last day with the role. Leave it empty if it goes on."),
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


def not_locked(user: str = "user_id", authority: str = "authority_id") -> models.Exists:
    """Rows whose person is not locked out of the row's authority; by the names of the two columns (A2)."""
    locks = Affiliation.objects.filter(
        user_id=models.OuterRef(user), authority_id=models.OuterRef(authority), locked_at__isnull=False
    )
    return ~models.Exists(locks)


def can_work() -> Q:
    """Rows of an appointment whose person may use it: neither closed nor locked out (A2)."""
    return Q(user__is_active=True) & Q(not_locked())


class TodaysGrants(UserObjectPermissionManager):
    """Only rows that hold today: a permission ends on its date even if no job runs.

    None of somebody who is locked out.
    """

    def get_queryset(self) -> models.QuerySet[Any]:
        return super().get_queryset().filter(holds_on(timezone.localdate()), not_locked())


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


class AccountNotice(AuthorityOwned):
    """What somebody is told of their account, and the address in force before it (A2).

    The email holds this row's number alone; rows are removed once they have been sent long ago.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=30)
    email = models.EmailField()
    at = models.DateTimeField()
    #: What the sentence names: an address, a new one.
    detail = models.CharField(max_length=254, blank=True)

    class Meta(AuthorityOwned.Meta):
        indexes = [models.Index(fields=["authority", "at"], name="accounts_notices_at")]

    def __str__(self) -> str:
        return self.kind


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


class SecurityEvent(models.Model):
    """Somebody signed in, failed to, was limited or was refused: who, from where, at which page (A3).

    Global: a sign-in may happen at no authority's address. Insert-only for the application's role, which
    removes only what is past its retention (a policy of the table, ``accounts.services.security.KEPT``). The
    address that was typed is kept as a keyed hash, never in clear.
    """

    at = models.DateTimeField(_("when"))
    kind = models.CharField(
        _("what"), max_length=20, choices=[(kind.value, _(KIND_LABELS[kind])) for kind in EventKind]
    )
    authority = models.ForeignKey(
        Authority, null=True, on_delete=models.PROTECT, related_name="+", db_index=False, editable=False
    )
    person = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("who")
    )
    address_hash = models.CharField(max_length=64, blank=True)
    client = models.GenericIPAddressField(_("from"), null=True)
    route = models.CharField(_("page"), max_length=200, blank=True)
    request_id = models.CharField(max_length=12, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("security event")
        verbose_name_plural = _("security events")
        indexes = [
            models.Index(fields=["authority", "-at", "-id"], name="accounts_event_newest"),
            models.Index(fields=["person", "-at", "-id"], name="accounts_event_person"),
            models.Index(fields=["at"], name="accounts_event_age"),
        ]

    def __str__(self) -> str:
        return self.kind


class AttemptCount(models.Model):
    """How often something that is limited was tried, by a keyed hash of what it is counted by.

    In the database, not in the cache: guessing is limited while the cache is away too.
    """

    key = models.CharField(max_length=64, primary_key=True)
    number = models.PositiveIntegerField()
    last_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.number}"


class PersonInvitation(AuthorityOwned):
    """That an authority has invited somebody (A2): the address and the name as it typed them, and the answer.

    ``user`` is the stand-in until the person accepts, and the person's own account from then on.
    """

    class State(models.TextChoices):
        SENT = "sent", _("Invited")
        ACCEPTED = "accepted", _("Accepted")
        DECLINED = "declined", _("Declined")
        WITHDRAWN = "withdrawn", _("Taken back")

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="invitations")
    email = models.EmailField(_("email address"))
    full_name = models.CharField(_("full name"), max_length=150)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.SENT)
    invited_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    sent_at = models.DateTimeField(_("sent at"))
    answered_at = models.DateTimeField(_("answered at"), null=True)

    class Meta(AuthorityOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["authority", "user"], name="accounts_invitation_once"),
            models.CheckConstraint(
                condition=Q(state="sent", answered_at__isnull=True)
                | (~Q(state="sent") & Q(answered_at__isnull=False)),
                name="accounts_invitation_answered",
            ),
        ]
        indexes = [models.Index(fields=["authority", "email"], name="accounts_invitation_email")]

    def __str__(self) -> str:
        return self.full_name
