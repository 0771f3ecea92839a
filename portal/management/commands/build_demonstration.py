"""Build the demonstration, or print who can sign in to it."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from portal.demonstration.build import build
from portal.demonstration.cast import sign_ins


class Command(BaseCommand):
    help = "Build the demonstration's two authorities (once), or print its sign-ins."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--sign-ins", action="store_true", help="print who can sign in, and change nothing"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMONSTRATION:
            raise CommandError("This is not a demonstration: set DEMONSTRATION=1 first.")
        if options["sign_ins"]:
            self.print_sign_ins()
        else:
            self.build_once()

    def build_once(self) -> None:
        try:
            if not build(at=timezone.now(), say=self.stdout.write):
                self.stdout.write("The demonstration is there already.")
        except ValidationError as refusal:
            raise CommandError(
                "The demonstration could not be built, and nothing was written:"
                f" {'; '.join(refusal.messages)}"
            ) from refusal

    def print_sign_ins(self) -> None:
        for authority, people in sign_ins():
            self.stdout.write(f"\n{authority.name}  (/{authority.slug}/)")
            for person in people:
                self.stdout.write(f"  {person.role:<46} {person.email:<30} {person.password}")
        self.stdout.write(
            "\nOfficers, managers, finance officers, quality leads and auditors are asked for a code as well:"
            " see /demonstration/."
        )
