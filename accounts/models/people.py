"""People and what they are appointed to. A person may hold several roles in several authorities."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from accounts.models.authority import Authority
from accounts.roles import ROLES, Role
from core.history import keep_history
from core.models import AuthorityOwned


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, email: str | None) -> User:
        return self.get(email__iexact=email)

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser, PermissionsMixin):
    """Somebody who signs in with an e-mail address. Global: rights come from appointments inside an authority."""

    email = models.EmailField(_("e-mail address"), unique=True)
    full_name = models.CharField(_("full name"), max_length=150)
    is_active = models.BooleanField(_("may sign in"), default=True)
    is_platform_operator = models.BooleanField(_("platform operator"), default=False)
    joined_at = models.DateTimeField(_("account made at"), auto_now_add=True)

    #: Nobody bypasses the role table (platform operators see no case content), so Django's superuser does not exist here.
    is_superuser = None  # type: ignore[assignment]
    #: People belong to no authority: signing in would write a table that all of them share (decision 0015). The session says when.
    last_login = None  # type: ignore[assignment]

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]
    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        ordering = ["full_name"]
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
    """That a person has or had something to do with an authority. Ids only; read at sign-in before any authority is in scope."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="affiliations")
    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "authority"], name="accounts_affiliation_once")]

    def __str__(self) -> str:
        return f"{self.user_id} at {self.authority_id}"


def holds_on(day: date) -> Q:
    """Rows of an appointment that hold on a day: ``[starts_on, ends_on)``, an open end meaning "until further notice"."""
    return Q(starts_on__lte=day) & (Q(ends_on__isnull=True) | Q(ends_on__gt=day))


@keep_history()
class RoleAppointment(AuthorityOwned):
    """A person's role over a whole authority, ``[starts_on, ends_on)``."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="role_appointments", verbose_name=_("person"))
    role = models.CharField(_("role"), max_length=20, choices=[(role.value, _(ROLES[role].title)) for role in Role])
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True, blank=True, help_text=_("The first day without the role. Leave empty if it goes on."))
    appointed_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+", editable=False)

    class Meta(AuthorityOwned.Meta):
        ordering = ["user__full_name", "role", "starts_on"]
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        constraints = [
            models.UniqueConstraint(fields=["authority", "user", "role", "starts_on"], name="accounts_role_once"),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gt=F("starts_on")), name="accounts_role_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}"
