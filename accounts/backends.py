"""Who may: three backends with one duty each. All decide for the authority in scope, on today's date."""

from __future__ import annotations

from functools import cache
from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from guardian.backends import ObjectPermissionBackend

from accounts import selectors
from accounts.models import User
from accounts.roles import permissions_of


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
    """Permissions on one object: guardian's direct permission rows, which are dated
    (accounts.models.DatedGrant). All of a person are read at once.

    Guardian's rows for any object and for groups stay empty and are not read.
    """

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        app, _dot, name = perm.partition(".")
        if obj is None or app != obj._meta.app_label or not self._may_hold(user_obj):
            return False
        return (obj._meta.concrete_model._meta.label, name, obj.pk) in selectors.grants_today(user_obj)

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        if obj is None or not self._may_hold(user_obj):
            return set()
        app = obj._meta.app_label
        label = obj._meta.concrete_model._meta.label
        return {
            f"{app}.{name}"
            for kind, name, pk in selectors.grants_today(user_obj)
            if pk == obj.pk and kind == label
        }

    @staticmethod
    def _may_hold(user_obj: Any) -> bool:
        return isinstance(user_obj, User) and user_obj.is_active

    def get_group_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        return set()
