"""The rows of the last load as the register remembers them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from ofsted.imports.parts import HASH_BYTES


@dataclass(frozen=True, slots=True)
class Known:
    """The rows of the last load, packed: objects of them all would be most of a load's memory."""

    urns: str
    hashes: bytes

    def __iter__(self) -> Iterator[tuple[bytes, str]]:
        """Each row's hash and its URN."""
        urns = self.urns.split(",") if self.urns else []
        for number, urn in enumerate(urns):
            yield self.hashes[HASH_BYTES * number : HASH_BYTES * (number + 1)], urn

    @property
    def digest(self) -> str:
        """SHA-256: equal digests mean that a file is compared with the same rows."""
        return sha256(b"%s|%s" % (self.urns.encode(), self.hashes)).hexdigest()
