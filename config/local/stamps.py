"""Work that is skipped while what it reads is the same: a stamp is
the hash of its inputs, kept where the result lies.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path

#: What the state of a migrated database depends on.
MIGRATED_BY = (
    "*/migrations/**/*.py",
    "*/apps.py",
    "core/*.py",
    "core/isolation/*.py",
    "deploy/roles.sql",
    "requirements/base.txt",
)


def hash_of(root: Path, patterns: Iterable[str]) -> str:
    """One hash over the names and contents of the files below
    ``root`` that match, hidden folders left out.
    """
    digest = hashlib.sha256()
    found = {path for pattern in patterns for path in root.glob(pattern) if path.is_file()}
    for path in sorted(found):
        if any(part.startswith(".") for part in path.relative_to(root).parts):
            continue
        digest.update(str(path.relative_to(root)).encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def is_done(stamp: Path, inputs: str) -> bool:
    return stamp.exists() and stamp.read_text() == inputs


def mark_done(stamp: Path, inputs: str) -> None:
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(inputs)
