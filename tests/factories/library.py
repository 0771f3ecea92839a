"""Documents for tests, made through the services."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import Any

from django.db import models
from django.utils import timezone

from accounts.models import User
from collaborations.models import Collaboration
from library import services as library
from library.models import GroupDocument
from tests.factories.documents import ASKED_AT

LONG_AGO = date(2024, 9, 1)


def pdf(words: str = "") -> io.BytesIO:
    """A file that the check takes for a PDF."""
    return io.BytesIO(b"%PDF-1.7\n" + words.encode())


def shared(
    collaboration: Collaboration,
    by: User,
    title: str = "Behaviour policy",
    *,
    audience: str = "group",
    at: datetime = ASKED_AT,
    **more: Any,
) -> GroupDocument:
    """A document of one version, owned by whoever adds it."""
    facts = {"file": pdf(title), "name": "Scan 0001.pdf", **more}
    return library.add_document(
        collaboration=collaboration, title=title, audience=audience, by=by, at=at, **facts
    )


def named(
    collaboration: Collaboration, by: User, *readers: User, title: str = "About Bluebells"
) -> GroupDocument:
    """A document for named people, and its readers from long ago on."""
    document = shared(collaboration, by, title, audience="named")
    for reader in readers:
        library.name_reader(
            document_id=document.pk, person=reader, starts_on=LONG_AGO, ends_on=None, by=by, at=ASKED_AT
        )
    return document


def library_rows(collaboration: Any, people: dict[str, User]) -> dict[str, models.Model]:
    """Rows of the stage: the leader's documents for the group and
    for the member alone, and one that is removed.
    """
    leader, member = people["leader"], people["member"]
    for_group, for_member = shared(collaboration, leader), named(collaboration, leader, member)
    gone = shared(collaboration, leader, "Old rota")
    library.remove_document(document_id=gone.pk, by=leader, at=timezone.now())
    return {
        "document": for_group,
        "document version": for_group.versions.get(),
        "named document": for_member,
        "named reader": for_member.readers.get(),
        "removed document": gone,
    }
