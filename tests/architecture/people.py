"""What every request reads anew of the person who is signed in, read once a person.

Each request of the matrix is rolled back, so the next one would read the same: the account, whether they
belong to the authority, their roles, second factor and permissions. The checks themselves run in every
request.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from accounts import selectors
from accounts.backends import SignIn
from accounts.models import User

#: What selectors keep on the person for the length of a request.
READ_DICTIONARIES = (selectors.ROLES_READ, selectors.GRANTS_READ)


class PeopleReadOnce:
    """Gives every request its own copy of a person, with what the first GET has read of them."""

    def __init__(self) -> None:
        self.people: dict[int, User] = {}
        self.affiliations: dict[tuple[int, int], bool] = {}
        self.present: User | None = None

    @contextmanager
    def in_use(self) -> Iterator[None]:
        read_user, read_affiliation = SignIn.get_user, selectors.is_affiliated

        def get_user(backend: Any, user_id: int) -> User | None:
            known = self.people.get(user_id)
            self.present = copied(known) if known else read_user(backend, user_id)
            return self.present

        def is_affiliated(user: Any, authority: Any) -> bool:
            key = (user.pk, authority.pk)
            if key not in self.affiliations:
                self.affiliations[key] = read_affiliation(user, authority)
            return self.affiliations[key]

        with (
            mock.patch.object(SignIn, "get_user", get_user),
            mock.patch.object(selectors, "is_affiliated", is_affiliated),
        ):
            yield

    @contextmanager
    def request(self, method: str) -> Iterator[None]:
        """A POST may have changed what it read afterwards, so only a GET is remembered."""
        self.present = None
        yield
        if method == "get" and self.present is not None:
            self.people[self.present.pk] = copied(self.present)


def copied(person: User) -> User:
    twin = copy.copy(person)
    for name in READ_DICTIONARIES:
        if hasattr(twin, name):
            setattr(twin, name, dict(getattr(twin, name)))
    return twin
