"""Load Ofsted's national file from the command line."""

from __future__ import annotations

from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from accounts.models import Authority
from ofsted.imports.opening import FileRefused
from ofsted.rules.loads import Doubt
from ofsted.services.national import load_national

BAR = 40
DOUBTS = {
    Doubt.MANY_GONE: "many settings would no longer be listed",
    Doubt.OLDER: "the file is older than the one loaded last",
}


class Command(BaseCommand):
    help = (
        "Load Ofsted's file of childcare providers and inspections into the register of one authority or of"
        " all."
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
            "--yes",
            action="store_true",
            help="load an older file, or one that many settings are missing from, too",
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
                    sure=options["yes"],
                    authorities=authorities,
                    at=timezone.now(),
                    on_progress=self.show_progress,
                    on_authority=self.show_authority,
                )
        except FileRefused as refused:
            details = "".join(f"\n  {detail.in_words()}" for detail in refused.details)
            raise CommandError(f"{refused.reason.in_words()}{details}") from None
        except ValueError:
            raise CommandError(
                "Neither the file nor its name says which day it stands for. Add --listed-on 2026-08-31."
            ) from None
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
                f"{authority}: {' and '.join(DOUBTS[doubt] for doubt in doubts)}"
                for authority, doubts in load.doubtful.items()
            )
            raise CommandError(f"Nothing was loaded for these; add --yes if it is right:\n{reasons}")

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
