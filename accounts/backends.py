"""Who may: three backends with one duty each. All decide for the authority in scope, on today's date."""

from __future__ import annotations

from functools import cache
from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.utils import timezone
from guardian.backends import ObjectPermissionBackend

from accounts import selectors
from accounts.models import User
from accounts.roles import permissions_of
from core.scoping import authority_id_or_none


class SignIn(AuthenticationBackend):
    """Checks the password or code.

    Gives no permission: Django's group and user permission tables stay empty.
    """

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        return False

    def has_module_perms(self, user_obj: Any, app_label: str) -> bool:
        return False

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        return set()


class Roles:
    """Permissions over the whole authority, by the role table.

    They hold for each object of the authority too.
    """

    def authenticate(self, request: Any, **credentials: Any) -> None:
        return None

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        return user_obj.is_active and perm in self.get_all_permissions(user_obj)

    def has_module_perms(self, user_obj: Any, app_label: str) -> bool:
        return any(name.startswith(f"{app_label}.") for name in self.get_all_permissions(user_obj))

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> frozenset[str]:
        if not isinstance(user_obj, User) or not user_obj.is_active:
            return frozenset()
        return _permission_names(selectors.roles_today(user_obj))


@cache
def _permission_names(roles: frozenset[str]) -> frozenset[str]:
    """Of the role table, which is constant: a page asks some hundred times."""
    return frozenset(str(name) for name in permissions_of(roles))


class Appointments(ObjectPermissionBackend):
    """Permissions on one object: guardian's direct permission rows,
    which are dated (accounts.models.DatedGrant).
    """

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        if obj is None or authority_id_or_none() is None:
            return False
        here = (authority_id_or_none(), timezone.localdate())
        if getattr(user_obj, "_grants_read_for", None) != here:
            # guardian keeps what it read on the user: right for one authority and day, wrong for the next.
            if hasattr(user_obj, "_guardian_perms_cache"):
                del user_obj._guardian_perms_cache
            user_obj._grants_read_for = here
        if perm.split(".")[0] != obj._meta.app_label:
            return False
        return bool(super().has_perm(user_obj, perm, obj))
