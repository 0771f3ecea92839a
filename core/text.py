"""One idea of a text: what the browser counts, the server accepts, the table keeps and paper shows is the
same.

``one_line`` is for names, titles and cells, ``several_lines`` for what people write at length. Reading a text
that was read already changes nothing. No Django, no settings: rules and imports may use it.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

#: What stands for a break: CRLF and CR, vertical tab, form feed, next line, and Unicode's two separators.
_BREAKS: Final = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
#: Format characters that are seen: signs that stand before or around Arabic and Kaithi numbers and verses.
_SEEN_FORMATS: Final = frozenset(
    map(chr, (*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD))
)
#: Letters and symbols by their category that draw nothing: Hangul's fillers and the empty Braille cell.
_BLANK: Final = frozenset("\u115f\u1160\u3164\uffa0\u2800")
#: Marks that draw nothing: the grapheme joiner and two vowels of Khmer that Unicode advises against.
_BLANK_MARKS: Final = frozenset("\u034f\u17b4\u17b5")
_JOINERS: Final = frozenset("\u200c\u200d")
_SELECTORS: Final = frozenset(
    map(chr, (0x180B, 0x180C, 0x180D, 0x180F, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
)
#: The flags of England, Scotland and Wales: a black flag and a run of tags, ended by the last one.
_FLAG: Final = re.compile("\U0001f3f4[\U000e0020-\U000e007e]{1,10}\U000e007f")
_TAGS: Final = frozenset(map(chr, range(0xE0000, 0xE0080)))
#: Scripts in which a joiner between two letters changes how they are written (Arabic to Mongolian).
_JOINING_SCRIPTS: Final = re.compile("[\u0600-\u08ff\u0900-\u0dff\u0e80-\u109f\u1780-\u18af\ua840-\ua8ff]")
_SEEN: Final = frozenset("LNPS")
#: Of these, every text of one line stays as it is: composed, seen, joined with nothing. No soft hyphen.
_PLAIN: Final = re.compile(r"[!-~¡-¬®-ſ–—‘’“”•…€]+(?: [!-~¡-¬®-ſ–—‘’“”•…€]+)*")
_PLAIN_LINES: Final = re.compile(r"[!-~](?:[\n -~]*[!-~])?")
_SPACES_BEFORE_A_BREAK: Final = re.compile(r" +$", re.MULTILINE)


def one_line(text: str) -> str:
    """A text of one line, as it is kept; empty when nothing in it can be seen.

    Composed (NFC), each run of spaces and breaks one space. Control, invisible and direction-changing
    characters are dropped; joiners stay between letters and emoji that need them.
    """
    if _PLAIN.fullmatch(text):
        return text
    return _settled(text, _one_line)


def several_lines(text: str) -> str:
    """A text of several lines, as it is kept; empty when nothing in it can be seen.

    Composed (NFC), each kind of break a line feed, no space before a break or at the ends, no control
    character but line feed and tab.
    """
    if _PLAIN_LINES.fullmatch(text):
        return _SPACES_BEFORE_A_BREAK.sub("", text)
    return _settled(text, _several_lines)


def has_something_to_see(text: str) -> bool:
    """Whether a letter, a number, a mark of punctuation or a symbol stands in it."""
    return any(
        (unicodedata.category(letter)[0] in _SEEN and letter not in _BLANK) or letter in _SEEN_FORMATS
        for letter in text
    )


def length_of(text: str) -> int:
    """How long the browser says that a text is: its units of UTF-16, a line end as one."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def with_line_ends(text: str) -> str:
    """The text with a line feed for each kind of break, for what was kept before texts were read here."""
    return _BREAKS.sub("\n", text)


def is_storable(text: str) -> bool:
    """Whether the database can keep it: it has no place for NUL, nor for half a character (a lone surrogate)."""
    return "\0" not in text and (text.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in text))


def _settled(text: str, read: object) -> str:
    """``read`` until nothing changes: what is dropped may let two characters compose."""
    before = None
    while text != before:
        before = text
        text = unicodedata.normalize("NFC", read(text))  # type: ignore[operator]
    return text if has_something_to_see(text) else ""


def _one_line(text: str) -> str:
    line = " ".join(_without_unseen(_BREAKS.sub(" ", text)).split())
    while line and unicodedata.category(line[0])[0] == "M":
        line = line[1:].lstrip()  # a mark with no letter under it would sit on what stands before the text
    return line


def _several_lines(text: str) -> str:
    kept = "".join(
        letter for letter in _BREAKS.sub("\n", text) if letter in "\n\t" or not _is_no_text(letter)
    )
    return "\n".join(line.rstrip() for line in kept.split("\n")).strip()


def _without_unseen(text: str) -> str:
    flags = {place for match in _FLAG.finditer(text) for place in range(*match.span())}
    kept: list[str] = []
    for place, letter in enumerate(text):
        if letter.isspace():
            kept.append(" ")
        elif place in flags or not _is_unseen(letter):
            kept.append(letter)
        elif letter in _JOINERS:
            after = next((each for each in text[place + 1 :] if not _is_dropped(each)), "")
            if kept and _joins(kept, letter, after):
                kept.append(letter)
        elif letter in _SELECTORS and kept and kept[-1] not in _SELECTORS and has_something_to_see(kept[-1]):
            kept.append(letter)
    return "".join(kept)


def _joins(kept: list[str], joiner: str, after: str) -> bool:
    """Whether a joiner stands between two letters of a script that needs it, or two pictures."""
    before = kept[-1]
    if _JOINING_SCRIPTS.match(before) and after and _JOINING_SCRIPTS.match(after):
        return not _is_unseen(before) and not _is_unseen(after)
    if before in _SELECTORS:
        before = kept[-2]
    return joiner == "\u200d" and _is_picture(before) and _is_picture(after)


def _is_picture(letter: str) -> bool:
    return bool(letter) and (
        unicodedata.category(letter) in ("So", "Sm") or "\U0001f3fb" <= letter <= "\U0001f3ff"
    )


def _is_dropped(letter: str) -> bool:
    """Whether it is left out wherever it stands."""
    return _is_unseen(letter) and not letter.isspace() and letter not in _JOINERS


def _is_unseen(letter: str) -> bool:
    return (
        _is_no_text(letter)
        or letter in _BLANK_MARKS
        or letter in _SELECTORS
        or letter in _TAGS
        or letter in _BLANK
        or (unicodedata.category(letter) == "Cf" and letter not in _SEEN_FORMATS)
    )


def _is_no_text(letter: str) -> bool:
    """Control characters, half characters, private ones, and code points that never will be characters."""
    category = unicodedata.category(letter)
    code = ord(letter)
    return category in ("Cc", "Cs", "Co") or (
        category == "Cn"
        and (
            code & 0xFFFE == 0xFFFE
            or 0xFDD0 <= code <= 0xFDEF
            or 0xE0000 <= code <= 0xE0FFF
            or 0xFFF0 <= code <= 0xFFF8
            or code in (0x2065,)
        )
    )


#: Letters of which Unicode knows no plain part, as people type them who lack the key. Small letters suffice:
#: case is folded first.
PLAIN_LETTERS: Final = {
    "ł": "l",
    "ø": "o",
    "đ": "d",
    "ħ": "h",
    "ı": "i",
    "ð": "d",
    "ŧ": "t",
    "ŋ": "n",
    "ĸ": "k",
    "ƚ": "l",
    "ɫ": "l",
    "ʉ": "u",
    "ȼ": "c",
    "ɇ": "e",
    "ɉ": "j",
    "ɍ": "r",
    "ɏ": "y",
    "ƀ": "b",
    "ɖ": "d",
    "ɗ": "d",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    "ß": "ss",
}
#: Marks that people use for an apostrophe. They vanish: O'Hara is found as OHara.
APOSTROPHES: Final = "'’‘‛′`´ʹʻʼʽˈ＇ꞌ"
_FOLDS: Final = {**dict.fromkeys(map(ord, APOSTROPHES), ""), **{ord(a): b for a, b in PLAIN_LETTERS.items()}}


def plain_letters(text: str) -> str:
    """Small letters without accents and apostrophes, as a text is searched and put in order."""
    text = text.translate(_FOLDS).casefold() if text.isascii() else text.casefold().translate(_FOLDS)
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return bare.casefold().translate(_FOLDS)
