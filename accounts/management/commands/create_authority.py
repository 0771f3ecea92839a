"""Make a new local authority and its first early years manager: the platform operator's task."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from accounts.services.authorities import set_up_authority
from core.addresses import absolute


class Command(BaseCommand):
    help = "Make a local authority and its first early years manager, who adds everybody else."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="the authority's name, for example “Larkshire”")
        parser.add_argument("slug", help="its short name in addresses, for example larkshire")
        parser.add_argument(
            "--manager", metavar="EMAIL", required=True, help="email address of the first manager"
        )
        parser.add_argument("--manager-name", required=True, help="full name of the first manager")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        try:
            authority = set_up_authority(
                name=options["name"],
                slug=options["slug"],
                manager=options["manager"],
                manager_name=options["manager_name"],
                on=timezone.localdate(),
            )
        except ValidationError as refusal:
            raise CommandError(" ".join(refusal.messages)) from None
        self.stdout.write(
            f"{authority} is at {absolute(f'/{authority.slug}/')}. An email with this address goes to"
            f" {options['manager']}, who signs in there with a code by email."
        )
