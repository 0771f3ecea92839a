"""Bytes to text: UTF-8, with or without its mark, Windows' one-byte text line by line, UTF-16 by its mark.

Never with replacement: a letter that cannot be read is told, not guessed.
"""

from __future__ import annotations

import codecs
from typing import Final

UTF_8_MARK: Final = codecs.BOM_UTF8
UTF_16_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode(line: bytes) -> str | None:
    """UTF-8, else cp1252, strictly; None when it is neither."""
    try:
        return line.decode()
    except UnicodeDecodeError:
        try:
            return line.decode("cp1252")
        except UnicodeDecodeError:
            return None


def is_utf_16(head: bytes) -> bool:
    """Whether the first bytes of a text are those of UTF-16."""
    return head.startswith(UTF_16_MARKS) or head.count(b"\x00") > len(head) // 4


def as_utf_8(data: bytes) -> bytes:
    """A text without its mark, UTF-16 turned into UTF-8; others stay as they are, to be decoded by line.

    Raises UnicodeDecodeError for UTF-16 that is damaged.
    """
    if data.startswith(UTF_16_MARKS):
        return data.decode("utf-16").encode()
    return data.removeprefix(UTF_8_MARK)
