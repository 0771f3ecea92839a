"""Encrypt every second factor with the newest key: a step of changing SECOND_FACTOR_KEYS."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from accounts.services.factors import rewrite_factors


class Command(BaseCommand):
    help = "Encrypt every second factor with the first of SECOND_FACTOR_KEYS (docs/how-to/rotate-keys.md)."

    def handle(self, *args: Any, **options: Any) -> None:
        done = rewrite_factors()
        self.stdout.write(f"Written anew with the first key: {done.written}.")
        if done.unreadable:
            raise CommandError(
                f"No key of SECOND_FACTOR_KEYS opens {done.unreadable} more. Put the key that locked them after the comma, or"
                " have these people set up a factor anew (remove_second_factor)."
            )
