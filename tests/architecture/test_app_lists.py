"""Every list of our apps outside the settings names them all.

An app that one forgets is not typed, or not measured.
"""

from __future__ import annotations

import configparser
import re
import tomllib
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR)
OURS = set(settings.OUR_APPS)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())


def test_types_are_checked_in_each() -> None:
    assert set(PROJECT["tool"]["mypy"]["files"]) >= OURS


def test_rules_are_measured_in_each() -> None:
    assert set(PROJECT["tool"]["coverage"]["run"]["source"]) == OURS


def test_rules_of_each_are_asked_by_its_own_tests() -> None:
    folders = re.search(
        r"^RULES_TESTED_BY := \$\(addprefix tests/,([\w\s\\]+)\)", (ROOT / "Makefile").read_text(), re.M
    )
    assert folders is not None
    with_rules = {path.parent.name for path in ROOT.glob("*/rules.py")} | {
        path.parent.name for path in ROOT.glob("*/rules") if path.is_dir()
    }
    assert with_rules & OURS - {"core"} <= set(folders[1].replace("\\", " ").split())


def test_layers_hold_in_each() -> None:
    parser = configparser.ConfigParser()
    parser.read(ROOT / ".importlinter")
    assert set(parser["importlinter"]["root_packages"].split()) - {"config"} == OURS
