"""Unpacking the one table of a gzip or zip file.

Only a limited process does this (``core.limits``): nobody else imports it.
"""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, Final

from ofsted.imports.opening import (
    BOMB,
    DAMAGE,
    DAMAGED,
    EMPTY,
    ENCRYPTED,
    MEGABYTE,
    SEVERAL,
    TOO_BIG,
    WORKBOOK,
    ZIP_METHOD,
    FileRefused,
)

PIECE: Final = 1 << 18
BROKEN: Final = (*DAMAGE, struct.error, zlib.error, zipfile.BadZipFile, zipfile.LargeZipFile)


def unpack(
    file: BinaryIO, *, target: BinaryIO, max_bytes: int, max_ratio: int, ratio_counts_from: int
) -> None:
    """Write the table that is packed in a file to ``target``. Raises FileRefused.

    More than ``max_bytes``, or than ``max_ratio`` times the file once ``ratio_counts_from`` bytes are out, is
    refused before it is written.
    """
    size, unpacked = file.seek(0, io.SEEK_END), 0
    file.seek(0)
    for piece in _pieces(file):
        unpacked += len(piece)
        if unpacked > max_bytes:
            raise FileRefused(TOO_BIG, limit=max_bytes // MEGABYTE)
        if unpacked > ratio_counts_from and unpacked > max_ratio * size:
            raise FileRefused(BOMB)
        target.write(piece)


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    try:
        packed = _packed(file)
        while piece := packed.read(PIECE):
            yield piece
    except BROKEN as error:
        raise FileRefused(DAMAGED) from error


def _packed(file: BinaryIO) -> BinaryIO:
    head = file.read(4)
    file.seek(0)
    if head.startswith(b"\x1f\x8b"):
        return gzip.GzipFile(fileobj=file, mode="rb")  # type: ignore[return-value]
    archive = zipfile.ZipFile(file)
    return archive.open(_only_table(archive))  # type: ignore[return-value]


def _only_table(archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    """The one CSV file of a zip."""
    names = {info.filename for info in archive.infolist()}
    if "[Content_Types].xml" in names:
        raise FileRefused(WORKBOOK, kind="Microsoft Office")
    if "mimetype" in names and "content.xml" in names:
        raise FileRefused(WORKBOOK, kind="OpenDocument")
    members = [info for info in archive.infolist() if not info.is_dir() and not _is_clutter(info.filename)]
    tables = [info for info in members if info.filename.lower().endswith((".csv", ".txt"))] or members
    if not tables:
        raise FileRefused(EMPTY)
    if len(tables) > 1:
        raise FileRefused(SEVERAL, count=len(tables))
    if tables[0].flag_bits & 0x1:
        raise FileRefused(ENCRYPTED)
    if tables[0].compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise FileRefused(ZIP_METHOD)
    return tables[0]


def _is_clutter(name: str) -> bool:
    return name.startswith("__MACOSX/") or name.rsplit("/", 1)[-1].startswith(".")
