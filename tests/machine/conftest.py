"""Folders for private servers: below the system's own folder for temporary files, and gone afterwards."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.local.postgres import FLEETING, PrivatePostgres


@pytest.fixture(scope="module")
def open_folder() -> Iterator[Path]:
    """A folder that any account can reach, as a checkout in an ordinary place."""
    folder = Path(tempfile.mkdtemp(prefix="eyc-machine-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def server(open_folder: Path) -> Iterator[PrivatePostgres]:
    """One private PostgreSQL for a module; what a test stops, the next one starts again."""
    server = PrivatePostgres(open_folder / ".local" / "postgres", FLEETING)
    server.start()
    yield server
    server.remove()
