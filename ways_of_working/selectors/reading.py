"""A version of the ways of working as it is read (W4): one
structure, from which the page and the PDF are both drawn.

Of an adopted version everything about people comes from its adoption record and nothing from today, so that
the same version says the same for ever; what happened to it afterwards (replaced, review due) is no part of
it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.permissions import Permission
from collaborations.models import Collaboration
from core.wording import date_in_words, last_day_in_words
from memberships.models.members import LeaderAppointment
from memberships.models.offices import OfficeHolder
from providers.models import Provider
from provision.models import DeliveryPartnership
from ways_of_working.models import TermsAnswer, WaysOfWorking
from ways_of_working.rules.adoption import AdoptionRule
from ways_of_working.rules.choices import ADOPTION_RULES
from ways_of_working.rules.clauses import Clause
from ways_of_working.rules.record import PartnershipLine, Record
from ways_of_working.selectors.record import HELD, record_of
from ways_of_working.selectors.writing import WrittenSection, sections_written, versions_of

State = WaysOfWorking.State
RECORD, MEMBERS, PARTNERSHIPS, UNUSED, SIGNATURES = (
    "adoption",
    "members",
    "partnerships",
    "not-used",
    "signatures",
)


@dataclass(frozen=True, slots=True)
class SectionText:
    """A section that is used. Its number is the anchor on the page and in the PDF: ``#1.9``."""

    key: str
    title: str
    clauses: tuple[Clause, ...]

    @property
    def heading(self) -> str:
        return f"{self.key} {self.title}".strip()


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with its anchor, for the list of contents."""

    anchor: str
    heading: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of the document: caption, heads of its columns, rows of
    text; the first cell of a row names the row.
    """

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Partnership:
    """A delivery partnership in words: its name and pairs of label and text."""

    name: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TermsDocument:
    """Everything that page and PDF say.

    ``mark``: what stands across each page of a version that is not adopted.
    """

    group: str
    version: int
    running: str
    mark: str
    facts: tuple[tuple[str, str], ...]
    record: tuple[tuple[str, str], ...]
    answers: Sheet | None
    members: Sheet
    people: Sheet | None
    sections: tuple[SectionText, ...]
    unused: tuple[str, ...]
    partnerships: tuple[Partnership, ...]
    signatures: tuple[str, ...]

    @property
    def parts(self) -> tuple[Part, ...]:
        """The contents, in the order of the document."""
        return tuple(self._parts())

    def _parts(self) -> Iterator[Part]:
        if self.record:
            yield Part(RECORD, _("How it was adopted"))
        yield Part(MEMBERS, _("Members"))
        yield from (Part(section.key, section.heading) for section in self.sections)
        if self.unused:
            yield Part(UNUSED, _("Sections that are not used"))
        if self.partnerships:
            yield Part(PARTNERSHIPS, _("Delivery partnerships"))
        if self.signatures:
            yield Part(SIGNATURES, _("Signatures"))


def terms_document(ways: WaysOfWorking, *, on: date) -> TermsDocument:
    """A version as it is read on a day.

    At most seven queries for one that is not adopted, three for one that is.
    """
    record, sections = record_of(ways, on=on), sections_written(ways)
    is_held = ways.state in HELD
    return TermsDocument(
        group=ways.collaboration.name,
        version=ways.version,
        running=_("%(group)s: ways of working, version %(version)d")
        % {"group": ways.collaboration.name, "version": ways.version},
        mark="" if is_held else _mark(ways),
        facts=tuple(_facts(ways)),
        record=tuple(_adoption(ways, record)) if is_held else (),
        answers=_answers(record) if is_held else None,
        members=_members(record),
        people=_people(record),
        sections=tuple(_section(section, record.names) for section in sections if section.is_shown),
        unused=tuple(
            f"{section.key} {section.title}" for section in sections if not section.is_used and section.title
        ),
        partnerships=tuple(_partnership(partnership) for partnership in record.partnerships),
        signatures=tuple(member.name for member in record.members),
    )


# --- who may read which version -----------------------------------------------------------------------------


def may_write(user: User, collaboration: Collaboration) -> bool:
    """Who sees a version while it is written: whoever runs the group, and officers who may help."""
    return user.has_perm(Permission.RUN_COLLABORATION, collaboration) or user.has_perm(
        Permission.CHANGE_COLLABORATIONS
    )


def versions_seen(user: User, collaboration: Collaboration) -> QuerySet[WaysOfWorking]:
    """The versions that somebody who sees the collaboration may read, the newest first.

    To others a draft does not exist.
    """
    rows = versions_of(collaboration)
    return rows if may_write(user, collaboration) else rows.exclude(state__in=(State.DRAFT, State.DISCARDED))


# --- in words -----------------------------------------------------------------------------------------------


def _mark(ways: WaysOfWorking) -> str:
    return _("Not adopted") if ways.state == State.CIRCULATED else _("Draft")


def _facts(ways: WaysOfWorking) -> Iterator[tuple[str, str]]:
    yield _("Version"), str(ways.version)
    if ways.state in HELD:
        yield _("Adopted on"), date_in_words(ways.adopted_on)
        return
    yield _("State"), str(State(ways.state).label)
    if ways.state == State.CIRCULATED:
        yield _("Sent to the members"), date_in_words(ways.circulated_at)
        if ways.answer_by_on:
            yield _("Answer by"), date_in_words(ways.answer_by_on)


def _adoption(ways: WaysOfWorking, record: Record) -> Iterator[tuple[str, str]]:
    yield _("Adopted on"), date_in_words(ways.adopted_on)
    yield _("How the members decided"), ways.decision
    if record.rule in tuple(AdoptionRule):
        yield _("Who had to agree"), _(ADOPTION_RULES[record.rule])
    if ways.adopted_by is not None:
        yield _("Recorded by"), str(ways.adopted_by)
    if ways.change_words:
        yield _("What changed, and why"), ways.change_words


def _answers(record: Record) -> Sheet | None:
    rows = tuple(
        (answer.setting, _label(TermsAnswer.Answer, answer.answer), date_in_words(answer.on), answer.by)
        for answer in record.answers
    )
    return (
        Sheet(_("What each member answered"), (_("Setting"), _("Answer"), _("On"), _("By")), rows)
        if rows
        else None
    )


def _members(record: Record) -> Sheet:
    rows = tuple(
        (member.name, _label(Provider.Type, member.kind), date_in_words(member.joined_on))
        for member in record.members
    )
    return Sheet(_("Member settings"), (_("Setting"), _("Type"), _("Member since")), rows)


def _people(record: Record) -> Sheet | None:
    is_alone = len({leader.name for leader in record.leaders}) == 1
    leaders = [
        (leader.name, _("Leader") if is_alone else _leads(leader.manner), leader.setting)
        for leader in record.leaders
    ]
    offices = [
        (office.name, _label(OfficeHolder.Office, office.office), office.setting) for office in record.offices
    ]
    return (
        Sheet(_("People and offices"), (_("Name"), _("Task"), _("Setting")), (*leaders, *offices))
        if leaders or offices
        else None
    )


def _leads(manner: str) -> str:
    if manner == LeaderAppointment.Manner.ROTATING:
        return _("Leader, in rotation")
    return _("Leader, jointly") if manner == LeaderAppointment.Manner.JOINT else _("Leader")


def _label(choices: type, code: str) -> str:
    """The words of a code; a code that this version of the product
    does not know any more stays as it was kept.
    """
    labels: Iterable[tuple[str, object]] = choices.choices  # type: ignore[attr-defined]
    return str(dict(labels).get(code, code))


def _section(section: WrittenSection, names: dict[int, str]) -> SectionText:
    return SectionText(
        section.key, section.title, tuple(_as_recorded(clause, names) for clause in section.answered)
    )


def _as_recorded(clause: Clause, names: dict[int, str]) -> Clause:
    """The payee is named as it was called when the version was adopted."""
    if clause.key == "payee" and isinstance(clause.value, int) and clause.value in names:
        return replace(clause, lines=(names[clause.value],))
    return clause


def _partnership(one: PartnershipLine) -> Partnership:
    partners = ", ".join(
        [_hours(one.lead, one.hours), *(_hours(partner.setting, partner.hours) for partner in one.partners)]
    )
    facts = (
        (_("How it works"), _label(DeliveryPartnership.Model, one.model)),
        (_("Hours a week"), partners),
        (_("Transport and hand-over"), one.transport),
        (_("Lead contact"), one.contact),
        (_("Where these ways of working say so"), one.reference),
        (_("From"), date_in_words(one.starts_on)),
        (_("To"), last_day_in_words(one.ends_on)),
    )
    return Partnership(
        _("Led by %(setting)s") % {"setting": one.lead}, tuple(fact for fact in facts if fact[1])
    )


def _hours(setting: str, hours: str) -> str:
    plain = hours.rstrip("0").rstrip(".") if "." in hours else hours
    return _("%(setting)s: %(hours)s") % {"setting": setting, "hours": plain}
