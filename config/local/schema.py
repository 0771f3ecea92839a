"""The migrated, empty database as a script: a new private server loads
it in a second instead of running every migration.

Django draws its models anew for each operation of a migration, which takes half a minute of a processor here
and grows with the square of the models. `make schema` writes the script from the migrations, never by hand.
It is used as long as each migration that it holds is unchanged; ``migrate`` follows in any case and applies
what is newer. Production does not know it.
"""

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from config.local import CannotStart
from config.local.bytecode import keep_bytecode, with_bytecode
from config.local.postgres import FLEETING, PrivatePostgres
from config.local.processes import python

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = Path(__file__).with_name("schema.sql")
NOTE = "-- Written by `make schema` from the migrations named here. Never edit it."
HOLDS = re.compile(r"^-- holds (\S+) ([0-9a-f]{64})$", re.MULTILINE)
#: What the script is made of: the migrations and the code that they run.
SOURCES = (
    "*/migrations/[0-9]*.py",
    "core/isolation/*.py",
    "core/constraints.py",
    "core/models.py",
    "core/ordering.py",
    "deploy/roles.sql",
)
#: What differs between two runs, and a setting that older servers do not know.
LEFT_OUT = re.compile(r"^(\\(un)?restrict .*|SET transaction_timeout.*|-- Dumped .*)\n", re.MULTILINE)


def is_usable(script: Path = SCRIPT, root: Path = ROOT) -> bool:
    """Whether each migration that the script holds, and the code that it runs, is still as it was."""
    held = HOLDS.findall(script.read_text()) if script.exists() else []
    return bool(held) and all(
        (root / path).is_file() and _hash(root / path) == digest for path, digest in held
    )


def is_complete(script: Path = SCRIPT, root: Path = ROOT) -> bool:
    """Whether the script is usable and holds every migration there is."""
    held = HOLDS.findall(script.read_text()) if script.exists() else []
    return is_usable(script, root) and {path for path, _ in held} == set(_sources(root))


def load(server: PrivatePostgres) -> bool:
    """Load the script into a database without tables, as its owner.

    Whether it did; what fails half-way leaves nothing.
    """
    if not is_usable() or server.ask("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") != "0":
        return False
    try:
        server.run_script("eyc_owner", SCRIPT)
    except CannotStart:  # a server that is older than the script
        return False
    return True


def write() -> None:
    """Migrate an empty database of a server of its own and write it down."""
    server = PrivatePostgres(ROOT / ".local" / "schema-postgres", FLEETING)
    server.remove()
    server.start()
    try:
        _migrate(server)
        SCRIPT.write_text(_header() + LEFT_OUT.sub("", server.dump()))
    finally:
        server.remove()


def _migrate(server: PrivatePostgres) -> None:
    variables = {
        "SECRET_KEY": "only-to-migrate",
        "SECOND_FACTOR_KEYS": "only-to-migrate",
        "LINK_KEYS": "only-to-migrate",
        "NEEDS_KEYS": "only-to-migrate",
        "DATABASE_URL": server.url("eyc_app"),
        "DATABASE_OWNER_URL": server.url("eyc_owner"),
        "REDIS_URL": "redis://127.0.0.1:1/0",  # nobody is asked
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    command = python("manage.py", "migrate", "--database", "owner", "--no-input", "--verbosity=0")
    subprocess.run(command, cwd=ROOT, env=with_bytecode({**os.environ, **variables}), check=True)


def _header() -> str:
    return "\n".join([NOTE, *(f"-- holds {path} {_hash(ROOT / path)}" for path in _sources(ROOT)), ""])


def _sources(root: Path) -> Iterator[str]:
    return (str(path.relative_to(root)) for pattern in SOURCES for path in sorted(root.glob(pattern)))


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    keep_bytecode()
    sys.exit(write())
