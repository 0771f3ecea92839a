"""Q1: what changes for whoever is in the middle of a framework when the next version comes.

A standard with the same key goes on. Of one that the next version no longer has the writer says what comes after
it: one or several standards, or nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from qa_framework.rules.frameworks import Framework, Standard


class Change(TextChoices):
    """What becomes of a standard."""

    SAME = "same", _("Stays as it is")
    REWORDED = "reworded", _("Reads differently")
    MOVED = "moved", _("Stands in another area")
    CARRIED = "carried", _("Goes into another standard")
    ENDS = "ends", _("Ends")
    NEW = "new", _("New")


@dataclass(frozen=True, slots=True)
class StandardChange:
    """``before``: the name in the version in use, "" for a new one; ``after``: names in the next version."""

    change: Change
    before: str
    after: tuple[str, ...]

    @property
    def keeps_judgement(self) -> bool:
        """A judgement of it is worth the same in the next version; all others are looked at again."""
        return self.change in (Change.SAME, Change.MOVED)


def changes_between(
    before: Framework, after: Framework, successors: Mapping[str, Collection[str]]
) -> list[StandardChange]:
    """Each standard once, in the order of the version in use, then the new ones.

    ``successors``: by the key of a standard that ends the keys of what comes after it; none where nothing does.
    """
    found, now = [], after.standards()
    for key, (area, standard) in before.standards().items():
        if key not in now:
            names = tuple(now[other][1].name for other in successors.get(key, ()) if other in now)
            found.append(StandardChange(Change.CARRIED if names else Change.ENDS, standard.name, names))
            continue
        new_area, new = now[key]
        change = Change.SAME
        if not _reads_the_same(before, standard, after, new):
            change = Change.REWORDED
        elif new_area.key != area.key:
            change = Change.MOVED
        found.append(StandardChange(change, standard.name, (new.name,)))
    was = before.standards()
    carried_into = {key for keys in successors.values() for key in keys}
    found += [
        StandardChange(Change.NEW, "", (standard.name,))
        for key, (_area, standard) in now.items()
        if key not in was and key not in carried_into
    ]
    return found


def _reads_the_same(before: Framework, old: Standard, after: Framework, new: Standard) -> bool:
    levels = [level.key for level in before.levels] == [level.key for level in after.levels]
    return levels and (old.name, old.words, dict(old.own)) == (new.name, new.words, dict(new.own))
