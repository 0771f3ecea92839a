"""Check that a restored service is whole: each file's bytes, the audit log's seals, and the keys."""

from __future__ import annotations

import hashlib
from typing import Any

from django.core.files.storage import default_storage
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from accounts.selectors import active_authority_ids
from accounts.services.factors import unreadable_factors
from core.scoping import authority_scope
from documents.models import StoredFile

BLOCK = 1024 * 1024


class Command(BaseCommand):
    help = "After a restore: are all files there and unchanged, does the audit log fit, do the keys open what they must?"

    def handle(self, *args: Any, **options: Any) -> None:
        problems = [*self._files(), *self._second_factors()]
        if problems:
            raise CommandError("\n".join(problems))
        call_command("verify_audit", stdout=self.stdout)
        self.stdout.write("Every file has its bytes, and the keys open every second factor.")

    def _files(self) -> list[str]:
        problems = []
        for authority_id in active_authority_ids():
            with authority_scope(authority_id):
                for file in StoredFile.objects.order_by("pk").iterator():
                    if problem := _problem_of(file):
                        problems.append(f"authority {authority_id}: file {file.pk} {problem}")
        return problems

    def _second_factors(self) -> list[str]:
        unreadable = unreadable_factors()
        return [f"{unreadable} second factors cannot be read with these keys"] if unreadable else []


def _problem_of(file: StoredFile) -> str:
    if not default_storage.exists(file.storage_key):
        return "has no bytes"
    digest = hashlib.sha256()
    with default_storage.open(file.storage_key) as stored:
        while block := stored.read(BLOCK):
            digest.update(block)
    return "" if digest.hexdigest() == file.sha256 else "has other bytes than it had"
