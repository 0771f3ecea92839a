"""Riverside with its documents: Lena leads, Cara is administrator, Mo is a person of a member and no more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.core.files.storage import InMemoryStorage
from django.test import Client

from accounts.models import Authority, User
from collaborations.models import Collaboration
from core.scoping import authority_scope
from library.models import GroupDocument
from memberships.services.offices import give_office
from tests.factories.groups import APPOINTED, Group
from tests.factories.library import named, shared
from tests.staging import staged

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def now() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@dataclass(frozen=True, slots=True)
class Shelf:
    """The group, and a document of Lena's for each audience; the named reader is Mo."""

    group: Group
    documents: dict[str, GroupDocument]

    @property
    def collaboration(self) -> Collaboration:
        return self.group.collaboration

    def url(self, rest: str = "", *, of: str = "", slug: str = "larkshire") -> str:
        document = f"{self.documents[of].pk}/" if of else ""
        return f"/{slug}/collaborations/{self.collaboration.pk}/library/{document}{rest}"

    def download(self, audience: str, *, slug: str = "larkshire", number: int = 1) -> str:
        return self.url(f"versions/{self.version(audience, number)}/", of=audience, slug=slug)

    def version(self, audience: str, number: int = 1) -> int:
        with authority_scope(self.collaboration.authority_id):
            return self.documents[audience].versions.get(number=number).pk


@staged
def shelf(larkshire: Authority, led: Group, amina: User) -> Shelf:
    with authority_scope(larkshire):
        give_office(
            membership=led.caras,
            user=led.cara,
            office="administrator",
            starts_on=APPOINTED,
            decision="All agreed",
            by=amina,
        )
        documents = {
            "group": shared(led.collaboration, led.lena, "Behaviour policy"),
            "leaders": shared(led.collaboration, led.lena, "Budget talk", audience="leaders"),
            "named": named(led.collaboration, led.lena, led.mo),
        }
    return Shelf(led, documents)


Browse = Callable[..., Client]


class Bucket(InMemoryStorage):
    """A storage without folders and paths, as an S3-compatible one is."""

    def path(self, name: str) -> str:
        raise NotImplementedError(name)

    def _relative_path(self, name: str) -> str:
        """Where in memory: the one place in which Django's own asks for a path."""
        return name.removeprefix(self.location).strip("/") or "."


def opened(client: Client, address: str) -> int:
    """Ask for a file, read it to its end, and say the status."""
    response: Any = client.get(address)
    if response.streaming:
        b"".join(response.streaming_content)
    return int(response.status_code)


def text(response: Any) -> str:
    return " ".join(response.content.decode().split())
