"""Read the audit log of every authority again and compare it with its seals."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from accounts.selectors import active_authority_ids
from audit.services import broken_seals
from core.scoping import authority_scope


class Command(BaseCommand):
    help = "Check every seal of the audit log; fails if an entry was changed, removed or slipped in."

    def handle(self, *args: Any, **options: Any) -> None:
        broken = []
        for authority_id in active_authority_ids():
            with authority_scope(authority_id):
                broken += [
                    f"authority {authority_id}: seal {seal.pk} of {timezone.localtime(seal.at):%d/%m/%Y %H:%M}"
                    for seal in broken_seals()
                ]
        if broken:
            raise CommandError("These seals no longer fit their entries:\n" + "\n".join(broken))
        self.stdout.write("Every seal fits.")
