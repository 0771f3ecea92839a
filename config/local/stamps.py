"""Work that is skipped while what it reads is the same: a stamp is the hash of its inputs, kept where the result lies."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

#: What the state of a migrated database depends on.
MIGRATED_BY = ("*/migrations/**/*.py", "*/apps.py", "core/*.py", "deploy/roles.sql", "requirements/base.txt")


def hash_of(root: Path, patterns: Iterable[str]) -> str:
    """One hash over the names and contents of the files below ``root`` that match."""
    digest = hashlib.sha256()
    for path in sorted({path for pattern in patterns for path in root.glob(pattern) if path.is_file()}):
        digest.update(str(path.relative_to(root)).encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def is_done(stamp: Path, inputs: str) -> bool:
    return stamp.exists() and stamp.read_text() == inputs


def mark_done(stamp: Path, inputs: str) -> None:
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(inputs)
