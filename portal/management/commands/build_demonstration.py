"""Build the demonstration, or print who can sign in to it."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from portal.demonstration import sign_ins
from portal.demonstration.build import build, is_built


class Command(BaseCommand):
    help = "Build the demonstration's two authorities (once), or print its sign-ins."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--sign-ins", action="store_true", help="print who can sign in, and change nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMONSTRATION:
            raise CommandError("This is not a demonstration: set DEMONSTRATION=1 first.")
        if options["sign_ins"]:
            self.print_sign_ins()
        elif is_built():
            self.stdout.write("The demonstration is there already.")
        else:
            build(at=timezone.now(), say=self.stdout.write)

    def print_sign_ins(self) -> None:
        for authority, people in sign_ins():
            self.stdout.write(f"\n{authority.name}  (/{authority.slug}/)")
            for person in people:
                self.stdout.write(f"  {person.role:<46} {person.email:<30} {person.password}")
        self.stdout.write("\nOfficers, managers, finance and quality leads are asked for a code as well: see /demonstration/.")
