"""Remove the second factors of somebody who has lost them: the platform operator's task."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from accounts.addresses import person_with_address
from accounts.services.factors import remove_factors


class Command(BaseCommand):
    help = "Remove a person's second factors. The person is told by email and sets up another one when they sign in."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email", help="an email address of the person")
        parser.add_argument("--because", required=True, help="why, and how you made sure who asked")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        user = person_with_address(options["email"])
        if user is None:
            raise CommandError("Nobody signs in with this address.")
        count = remove_factors(user=user)
        if not count:
            raise CommandError("This person has no second factor.")
        self.stdout.write(f"Removed: {count}. The person is told by email.")
