"""Which account of the machine the private PostgreSQL runs as, and the folders it can reach.

PostgreSQL refuses to run as root. Root therefore runs it as ``postgres`` or ``nobody``, and what that
account cannot reach (a checkout in root's home) is put into a folder of its own below ``/var/tmp``.
"""

import hashlib
import os
import pwd
import shutil
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from config.local import CannotStart

SERVER_ACCOUNTS = ("postgres", "nobody")
NOT_NEEDED = shutil.ignore_patterns("*.a", "include", "doc", "man")


@dataclass(frozen=True)
class Account:
    """An account of the machine; ``other`` when it is not the one we run as."""

    uid: int
    gid: int
    other: bool

    def run_as(self) -> dict[str, Any]:
        """The arguments of ``subprocess`` that start a program as this account."""
        return {"user": self.uid, "group": self.gid, "extra_groups": []} if self.other else {}

    def can_reach(self, path: Path) -> bool:
        """Whether it can pass every existing folder on the way (root itself always can)."""
        if not self.other:
            return True
        return all(_passable(folder, self.uid) for folder in (path, *path.parents) if folder.exists())


def server_account(data: Path) -> Account:
    """Who runs the server: ourselves, or for root an account without
    privileges (whichever has the data already).
    """
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid(), other=False)
    entries = [entry for entry in pwd.getpwall() if entry.pw_name in SERVER_ACCOUNTS and entry.pw_uid != 0]
    if not entries:
        raise CannotStart(
            "PostgreSQL does not run as root, and this machine has neither the account postgres nor nobody.\n"
            "Run the command as an ordinary user."
        )
    owner = data.stat().st_uid if data.exists() else None
    entries.sort(key=lambda entry: (entry.pw_uid != owner, SERVER_ACCOUNTS.index(entry.pw_name)))
    return Account(entries[0].pw_uid, entries[0].pw_gid, other=True)


def own_folder(path: Path, account: Account, mode: int = 0o700) -> Path:
    """Make the folder for the account alone; refuse one that somebody else put there."""
    path.mkdir(mode=mode, parents=True, exist_ok=True)
    found = path.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in {os.geteuid(), account.uid}:
        raise CannotStart(f"{path} belongs to somebody else. Remove it, then try again.")
    if account.other:
        os.chown(path, account.uid, account.gid)
    path.chmod(mode)
    return path


def place_outside(path: Path, what: str) -> Path:
    """A folder below /var/tmp that stands for ``path``, always the same one."""
    return Path("/var/tmp") / f"eyc-{what}-{hashlib.sha256(str(path).encode()).hexdigest()[:12]}"


def copy_parcel(parts: tuple[Path, ...], root: Path, place: Path) -> None:
    """Copy the parts of ``root`` to ``place`` once, readable for all and writable for us alone."""
    if place.exists():
        if place.lstat().st_uid != os.geteuid() or place.is_symlink():
            raise CannotStart(f"{place} belongs to somebody else. Remove it, then try again.")
        return
    with tempfile.TemporaryDirectory(prefix=f"{place.name}-", dir=place.parent) as draft:
        for part in parts:
            shutil.copytree(
                part, Path(draft) / "parcel" / part.relative_to(root), symlinks=True, ignore=NOT_NEEDED
            )
        for folder in (Path(draft) / "parcel").rglob("*"):
            if folder.is_dir() and not folder.is_symlink():
                folder.chmod(0o755)
        (Path(draft) / "parcel").chmod(0o755)
        (Path(draft) / "parcel").replace(place)


def _passable(path: Path, uid: int) -> bool:
    found = path.stat()
    if not stat.S_ISDIR(found.st_mode):
        return True
    return bool(found.st_mode & stat.S_IXOTH) or (found.st_uid == uid and bool(found.st_mode & stat.S_IXUSR))
