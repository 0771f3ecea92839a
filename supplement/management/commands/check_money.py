"""Run every check of the supplement's money now, for all authorities or one, and say what fails."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from accounts.selectors import active_authority_ids
from core.scoping import authority_scope
from supplement.services.checking import check_money


class Command(BaseCommand):
    help = "Does every payment, file, fund and run add up? Says which check fails on which rows."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--authority", type=int, help="the id of one authority; all without it")

    def handle(self, *args: Any, **options: Any) -> None:
        chosen = options["authority"]
        problems: list[str] = []
        for authority_id in [chosen] if chosen else active_authority_ids():
            with authority_scope(authority_id):
                check = check_money(at=timezone.now())
            problems += [
                f"authority {authority_id}: {name}: {result['count']}"
                for name, result in check.results.items()
            ]
            self.stdout.write(f"authority {authority_id}: {check.checks} checks, {check.failed} failed")
        if problems:
            raise CommandError("\n".join(problems))
