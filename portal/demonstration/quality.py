"""The quality frameworks of the demonstration: two in use, and one being written."""

from __future__ import annotations

from datetime import datetime

from accounts.models import User
from qa_framework.services.frameworks import publish_version
from qa_framework.services.loading import load_shipped

IN_USE = ("effective-collaboration", "quality-in-settings")
BEING_WRITTEN = "quality-at-home"


def bring_frameworks(*, quality_lead: User, at: datetime) -> None:
    """The thirteen characteristics and the settings' framework are in use; the childminders' one is a draft."""
    for name in IN_USE:
        version = load_shipped(name=name, by=quality_lead, at=at)
        publish_version(version_id=version.pk, by=quality_lead, at=at)
    load_shipped(name=BEING_WRITTEN, by=quality_lead, at=at)
