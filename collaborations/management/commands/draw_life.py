"""Writes the table and the diagram of C1 into ``docs/rules/C1.md``,
between their marks, as ``TRANSITIONS`` makes them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from collaborations.rules import diagram, state_table

BEGIN, END = "<!-- made by manage.py draw_life -->", "<!-- end -->"


class Command(BaseCommand):
    help = "Writes the state table and the diagram of a collaboration's life into docs/rules/C1.md."

    def handle(self, *args: Any, **options: Any) -> None:
        page = Path(settings.BASE_DIR) / "docs/rules/C1.md"
        before, _, rest = page.read_text().partition(BEGIN)
        _, _, after = rest.partition(END)
        page.write_text(f"{before}{BEGIN}\n\n{state_table()}\n\n{diagram()}\n\n{END}{after}")
        self.stdout.write(f"{page.name} is written.")
