"""Load Ofsted's national file from the command line."""

from __future__ import annotations

from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from accounts.models import Authority
from core.scoping import authority_scope
from ofsted.imports.opening import FileRefused
from ofsted.rules.days import NO_DAY, DayRefused
from ofsted.selectors.accounts import account_lines
from ofsted.selectors.imports import loaded_before
from ofsted.services.national import load_national

BAR = 40
HOW_TO_SAY_THE_DAY = "Say which day the file stands for with --listed-on 2026-08-31, or mend its name."


class Command(BaseCommand):
    help = (
        "Load a file into the register of one authority or of all: Ofsted's childcare providers and inspections,"
        " childminder agencies or state-funded schools, or the register of schools or its links."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the CSV file, plain, zip or gzip")
        whose = parser.add_mutually_exclusive_group(required=True)
        whose.add_argument(
            "--authority", metavar="SLUG", help="the authority's short name, for example larkshire"
        )
        whose.add_argument("--all", action="store_true", help="every authority on this platform")
        parser.add_argument(
            "--listed-on",
            type=date.fromisoformat,
            help="the day that the file stands for (2026-08-31), if the file does not say",
        )
        parser.add_argument(
            "--accept",
            metavar="CODE",
            action="append",
            default=[],
            help="say that you have looked at one doubt about the file; the command names each doubt's code",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        if not path.is_file():
            raise CommandError(f"There is no file {path}.")
        authorities = self.authorities(options["authority"])
        try:
            with path.open("rb") as file:
                load = load_national(
                    file=file,
                    name=path.name,
                    listed_on=options["listed_on"],
                    accept=options["accept"],
                    authorities=authorities,
                    at=timezone.now(),
                    on_progress=self.show_progress,
                    on_authority=self.show_authority,
                )
        except FileRefused as refused:
            details = "".join(f"\n  {detail.in_words()}" for detail in refused.details)
            raise CommandError(f"{refused.reason.in_words()}{details}") from None
        except DayRefused as refused:
            how = HOW_TO_SAY_THE_DAY if refused.reason.sentence == NO_DAY else ""
            raise CommandError(f"{refused.reason.in_words()} {how}".strip()) from None
        self.stdout.write(f"This is: {load.kind.label}.")
        for authority, account in load.accounts.items():
            with authority_scope(authority):
                before = loaded_before(load.kind)
            for line in account_lines(account, sees_private=True, before=before, kind=load.kind):
                self.stdout.write(f"{authority}: {line.label}: {line.text}")
        for authority in load.without_rows:
            self.stdout.write(
                self.style.WARNING(
                    f"{authority}: the file has no rows for this authority; nothing was changed."
                )
            )
        self.stdout.write(
            f"{sum(load.others.values()):,} rows of {len(load.others)} other authorities were left alone."
        )
        if load.doubtful:
            reasons = "\n".join(
                f"{authority}: --accept {doubt.code}\n    {doubt.sentence.in_words()}"
                for authority, doubts in load.doubtful.items()
                for doubt in doubts
            )
            raise CommandError(
                f"Nothing was loaded for these. Look at each doubt, and add if it is right:\n{reasons}"
            )

    def authorities(self, slug: str | None) -> list[Authority]:
        authorities = list(
            Authority.objects.filter(is_active=True, **({"slug": slug} if slug else {})).order_by(
                "name__in_order"
            )
        )
        if not authorities:
            known = (
                ", ".join(
                    Authority.objects.filter(is_active=True).order_by("slug").values_list("slug", flat=True)
                )
                or "none yet"
            )
            raise CommandError(f"There is no authority {slug or ''}. Known: {known}.")
        return authorities

    def show_progress(self, position: int, size: int) -> None:
        if not self.stdout.isatty():
            return
        share = position / size if size else 1
        done = round(BAR * share)
        self.stdout.write(
            f"\r[{'#' * done}{'.' * (BAR - done)}] {share:4.0%} read", ending="\n" if position == size else ""
        )
        self.stdout.flush()

    def show_authority(self, authority: Authority, counts: dict[str, int]) -> None:
        words = ", ".join(f"{number:,} {kind}" for kind, number in counts.items())
        self.stdout.write(f"{authority}: {words}")
