"""Subjects of emails: the reader's own group or setting, what it is about, by which day (decision 0040).

A subject is read on a locked telephone, where some 40 characters show. It names no person outside the team.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from django.utils.translation import gettext as _

from core.text import one_line

#: Characters of a whole subject, whatever the names in it.
MAX_SUBJECT: Final = 70
#: A name is never cut to less than this, so that two groups can be told apart.
MIN_NAME: Final = 12
#: Before the last word of a shortened name stand at least so many characters.
MIN_HEAD: Final = 4
ELLIPSIS: Final = "…"


class Again(StrEnum):
    """What an email says before its subject when it was written before."""

    NO = ""
    REMINDER = "reminder"
    STILL_OPEN = "still_open"


def subject_of(about: str, what: str, *, setting: str = "", then: str = "", again: Again = Again.NO) -> str:
    """“Larkton North: what by which day”. At most ``MAX_SUBJECT`` characters: only names are shortened.

    ``about`` is the group or setting, "" where the reader is the setting; ``setting`` stands behind it for
    people who answer for several; ``then`` is another name, at the end.
    """
    about, setting, then, what = (one_line(text) for text in (about, setting, then, what))
    if not about:
        return _before(again) % (what[:1].upper() + what[1:])
    frame = _before(again) % _("%(about)s: %(what)s")
    width = MAX_SUBJECT - len(frame % {"about": "", "what": f"{what}, " if then else what})
    if not then:
        return frame % {"about": _pair(about, setting, width), "what": what}
    first = shortened(about, max(width // 2, width - len(then), MIN_NAME))
    return frame % {"about": first, "what": f"{what}, {shortened(then, max(width - len(first), MIN_NAME))}"}


def subject_in(sentence: str, about: str, *, again: Again = Again.NO, **facts: object) -> str:
    """A subject in which the group stands within the words: “%(about)s invites you to join: …”.

    ``facts`` are what the sentence names besides ``%(about)s``. At most ``MAX_SUBJECT`` characters.
    """
    frame = _before(again)
    width = max(MAX_SUBJECT - len(frame % (sentence % {"about": "", **facts})), MIN_NAME)
    return frame % (sentence % {"about": shortened(one_line(about), width), **facts})


def _before(again: Again) -> str:
    frames = {Again.REMINDER: _("Reminder: %(subject)s"), Again.STILL_OPEN: _("Still open: %(subject)s")}
    return frames[again].replace("%(subject)s", "%s") if again else "%s"


def _pair(about: str, setting: str, width: int) -> str:
    """A group and, in brackets, a setting, each shortened by its own part of the width."""
    width = max(width, MIN_NAME)
    if not setting:
        return shortened(about, width)
    width -= len(" ()")
    first = shortened(about, max(width // 2, width - len(setting)))
    return f"{first} ({shortened(setting, width - len(first))})"


def shortened(name: str, limit: int) -> str:
    """A name of at most so many characters: its beginning and its last word, which often tells two apart.

    Cut between words where a word fits.
    """
    if len(name) <= limit:
        return name
    words = name.split()
    last = words[-1] if len(words) > 1 and len(words[-1]) <= limit // 2 else ""
    width = limit - len(f" {ELLIPSIS} {last}")
    if not last or width < MIN_HEAD:
        last, width = "", limit - len(ELLIPSIS)
    head = ""
    for word in words:
        longer = f"{head} {word}" if head else word
        if len(longer) > width:
            break
        head = longer
    head = head.rstrip(",;:-– (") or words[0][: max(width, 1)]
    return f"{head} {ELLIPSIS} {last}" if last else f"{head}{ELLIPSIS}"
