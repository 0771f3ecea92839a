"""Close somebody's whole account, in every authority, or open it again: the platform operator's task."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from accounts.addresses import person_with_address
from accounts.services.life import close_account, reopen_account


class Command(BaseCommand):
    help = "Close the account with an email address: its sessions and links end, and nobody can sign in."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email", metavar="EMAIL", help="an email address of the person")
        parser.add_argument("--reopen", action="store_true", help="let a closed account sign in again")

    def handle(self, *args: Any, **options: Any) -> None:
        user = person_with_address(options["email"])
        if user is None:
            raise CommandError("Nobody has this email address.")
        act = reopen_account if options["reopen"] else close_account
        try:
            act(user=user, at=timezone.now())
        except ValidationError as refusal:
            raise CommandError(" ".join(refusal.messages)) from None
        done = "is open again" if options["reopen"] else "is closed"
        self.stdout.write(f"The account of {user} {done}.")
