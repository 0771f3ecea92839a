"""The picture in docs/architecture.md is the truth: its layers,
apps and modules are those that are enforced.
"""

from __future__ import annotations

import configparser
import re
from pathlib import Path

from django.conf import settings

from tests.architecture.test_layers import MODULES

ROOT = Path(settings.BASE_DIR)
PAGE = (ROOT / "docs/architecture.md").read_text()


def section(title: str) -> str:
    return PAGE.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def drawn_layers() -> list[set[str]]:
    block = section("Layers").partition("```text\n")[2].partition("```")[0]
    return [{app.strip() for app in row.split("|")} for row in block.splitlines()]


def enforced_layers() -> list[set[str]]:
    parser = configparser.ConfigParser()
    parser.read(ROOT / ".importlinter")
    rows = parser["importlinter:contract:domain"]["layers"].split("\n")
    return [{app.strip() for app in row.split("|")} for row in rows if row.strip()]


def first_column(title: str) -> list[str]:
    """Names in backticks of the first column of a table, in its order."""
    rows = re.findall(r"^\| (`[^|]+) \|", section(title), re.MULTILINE)
    return [name for row in rows for name in re.findall(r"`(\w+)`", row)]


def test_the_layers_are_those_of_import_linter() -> None:
    assert drawn_layers() == enforced_layers()


def test_the_layers_are_in_the_order_of_the_settings() -> None:
    depth = {app: level for level, row in enumerate(drawn_layers()) for app in row}
    levels = [depth[app] for app in settings.OUR_APPS]
    assert levels == sorted(levels)
    assert set(depth) == {*settings.OUR_APPS, "config"}


def test_the_table_says_what_each_app_holds() -> None:
    assert first_column("Layers") == settings.OUR_APPS


def test_the_table_of_modules_is_the_closed_list() -> None:
    assert sorted(first_column("Modules of an app")) == sorted(MODULES)


def test_each_journey_has_five_hops() -> None:
    journeys = re.split(r"^- \*\*", section("Journeys, five hops each"), flags=re.MULTILINE)[1:]
    assert {
        journey.partition(".")[0]: journey.count("→") for journey in journeys if journey.count("→") != 4
    } == {}


def test_every_check_that_the_page_names_is_there() -> None:
    checks = {path.name for path in (ROOT / "tests/architecture").glob("test_*.py")}
    assert set(re.findall(r"test_\w+\.py", section("Checked by machine"))) == checks
