"""The services below the application, and what the application's processes are told about them.

python -m config.local.stack stop     stop a demonstration that was left running
python -m config.local.stack clean    stop it and delete its data
"""

import os
import secrets
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from config.local import CannotStart
from config.local.bytecode import with_bytecode
from config.local.postgres import PrivatePostgres, place_of_copy
from config.local.processes import stop_remembered
from config.local.programs import postgres_programs
from config.local.valkey import PrivateValkey

ROOT = Path(__file__).resolve().parents[2]
LOCAL = ROOT / ".local"
REMEMBERED = LOCAL / "demonstration.json"
#: Where Homebrew keeps Pango: Python of another origin does not look there.
MAC_LIBRARIES = "/opt/homebrew/lib:/usr/local/lib"


@dataclass
class Stack:
    """PostgreSQL and Valkey: private ones, or those that DATABASE_URL and REDIS_URL name."""

    local: Path = LOCAL
    postgres: PrivatePostgres | None = field(init=False)
    valkey: PrivateValkey | None = field(init=False)

    def __post_init__(self) -> None:
        given = os.environ.get("DATABASE_URL")
        if given and not os.environ.get("DATABASE_OWNER_URL"):
            raise CannotStart(
                "DATABASE_URL is set and DATABASE_OWNER_URL is not. Migrations run as the owner's role:\n"
                "set both (deploy/roles.sql makes the roles), or neither for a private PostgreSQL."
            )
        self.postgres = None if given else PrivatePostgres(self.local / "postgres")
        self.valkey = None if os.environ.get("REDIS_URL") else PrivateValkey(self.local / "valkey")

    def start(self) -> None:
        for closed in ("files", "mail", "logs", "beat"):
            (self.local / closed).mkdir(mode=0o700, exist_ok=True)
        private = [service for service in (self.postgres, self.valkey) if service]
        with ThreadPoolExecutor() as pool:
            for started in [pool.submit(service.start) for service in private]:
                started.result()

    def stop(self) -> None:
        if self.valkey:
            self.valkey.stop()
        if self.postgres:
            self.postgres.stop()

    def environment(self, address: str, *, debug: bool = False) -> dict[str, str]:
        """What web, worker and beat are told. The owner's address is not among it."""
        variables = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "DEMONSTRATION": "1",
            "DEBUG": "1" if debug else "0",
            "BASE_URL": address,
            "SECRET_KEY": os.environ.get("SECRET_KEY") or self._secret_key(),
            "FILES_ROOT": str(self.local / "files"),
            "MAIL_ROOT": str(self.local / "mail"),
            "STATIC_ROOT": str(self.local / "static"),
            "CELERY_BEAT_FILE": str(self.local / "beat" / "schedule"),
        }
        variables.pop("DATABASE_OWNER_URL", None)
        if self.postgres:
            variables["DATABASE_URL"] = self.postgres.url("eyc_app")
        if self.valkey:
            variables["REDIS_URL"] = self.valkey.url()
        if sys.platform == "darwin":
            variables.setdefault("DYLD_FALLBACK_LIBRARY_PATH", MAC_LIBRARIES)
        return with_bytecode(variables)

    def owner_url(self) -> str:
        """For the migrations alone."""
        return self.postgres.url("eyc_owner") if self.postgres else os.environ["DATABASE_OWNER_URL"]

    def _secret_key(self) -> str:
        """Random, made once, so that sign-ins outlive a restart."""
        file = self.local / "secret-key"
        if not file.exists():
            file.touch(mode=0o600)
            file.write_text(secrets.token_urlsafe(48))
        return file.read_text()


def stop() -> None:
    """Stop the demonstration and its private servers, whoever left them running."""
    found = stop_remembered(REMEMBERED)
    for service in (PrivateValkey(LOCAL / "valkey"), PrivatePostgres(LOCAL / "postgres")):
        service.stop()
    print("The demonstration is stopped." if found else "No demonstration was running.")


def clean() -> None:
    """Stop them and the tests' server, and delete their data, wherever it lies."""
    stop_remembered(REMEMBERED)
    for name in ("postgres", "test-postgres"):
        PrivatePostgres(LOCAL / name).remove()
    PrivateValkey(LOCAL / "valkey").remove()
    with suppress(CannotStart):
        shutil.rmtree(place_of_copy(postgres_programs()), ignore_errors=True)
    shutil.rmtree(LOCAL, ignore_errors=True)


if __name__ == "__main__":
    {"stop": stop, "clean": clean}[sys.argv[1]]()
