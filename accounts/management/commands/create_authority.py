"""Make a new local authority and its first early years manager: the platform operator's task."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from accounts.roles import Role
from accounts.services.authorities import create_authority
from accounts.services.people import register_person
from accounts.services.roles import appoint_to_role
from core.scoping import authority_scope


class Command(BaseCommand):
    help = "Make a local authority and its first early years manager, who adds everybody else."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="the authority's name, for example “Larkshire”")
        parser.add_argument("slug", help="its short name in addresses, for example larkshire")
        parser.add_argument(
            "--manager", metavar="E-MAIL", required=True, help="e-mail address of the first manager"
        )
        parser.add_argument("--manager-name", required=True, help="full name of the first manager")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        try:
            authority = create_authority(name=options["name"], slug=options["slug"])
            with authority_scope(authority):
                manager = register_person(email=options["manager"], full_name=options["manager_name"])
                appoint_to_role(user=manager, role=Role.MANAGER, starts_on=timezone.localdate(), by=None)
        except ValidationError as refusal:
            raise CommandError(" ".join(refusal.messages)) from None
        self.stdout.write(
            f"{authority} is at /{authority.slug}/. The manager signs in there with a code sent to"
            f" {options['manager']}."
        )
