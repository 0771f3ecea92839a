"""Q1: what a version of a quality framework says: levels, areas, standards, and the words of each for each kind of
setting that is written for in words of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """Whom a framework is for, and in whose words it is written."""

    SETTING = "setting", _("Nurseries, pre-schools and other settings")
    CHILDMINDER = "childminder", _("Childminders")
    SCHOOL = "school", _("Schools")
    COLLABORATION = "collaboration", _("Collaborations")


#: Kinds for which a standard may have words of their own; everybody else reads the usual ones.
WITH_OWN_WORDS = (Kind.CHILDMINDER, Kind.SCHOOL)


def kinds_with_own_words(kinds: Collection[str]) -> list[Kind]:
    """Of those whom a framework is for; none where it is for one kind alone, whose words are the usual ones."""
    return [kind for kind in WITH_OWN_WORDS if kind in kinds] if len(kinds) > 1 else []


@dataclass(frozen=True, slots=True)
class Level:
    """A level, the lowest first. ``award``: what is given for it throughout; "" where nothing is."""

    key: str
    name: str
    award: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """What a standard asks, in the words of one kind: the statement, a descriptor for each level by its key, and
    prompts for evidence. Empty parts are read in the usual words.
    """

    statement: str = ""
    levels: Mapping[str, str] = field(default_factory=dict)
    prompts: tuple[str, ...] = ()

    def texts(self) -> Iterator[str]:
        yield self.statement
        yield from self.levels.values()
        yield from self.prompts


@dataclass(frozen=True, slots=True)
class Standard:
    """A standard. ``key`` is the same in every version; ``words`` are the usual ones, ``own`` those of a kind."""

    key: str
    name: str
    words: Words
    own: Mapping[str, Words] = field(default_factory=dict)

    def words_for(self, kind: str) -> Words:
        """What a kind reads: its own words where they are written, the usual ones elsewhere."""
        own = self.own.get(kind)
        if own is None:
            return self.words
        levels = {key: own.levels.get(key) or text for key, text in self.words.levels.items()}
        return Words(own.statement or self.words.statement, levels, own.prompts or self.words.prompts)


@dataclass(frozen=True, slots=True)
class Area:
    key: str
    name: str
    about: str = ""
    standards: tuple[Standard, ...] = ()


@dataclass(frozen=True, slots=True)
class Framework:
    """A version as a whole: the only thing that rules, files and pages know of it."""

    key: str
    name: str
    about: str = ""
    kinds: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ()
    areas: tuple[Area, ...] = ()

    def standards(self) -> dict[str, tuple[Area, Standard]]:
        """Every standard with its area, by key, in order."""
        return {
            standard.key: (area, standard) for area in self.areas for standard in area.standards
        }  # the first of two with one key is lost: ``faults_of`` says so
