"""A leadership case before publication (O6), and who may not know of it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from email.utils import parseaddr
from functools import partial
from typing import Any
from unittest import mock
from zlib import crc32

import time_machine
from django.core import mail
from django.db import connection
from django.test import override_settings

from accounts.models import User
from accounts.roles import Role
from accounts.services.authorities import create_authority
from config.schedule import TIMETABLE
from core import pdf
from core.exports.registry import Export, all_exports
from core.grants import PLATFORM_COLUMNS, PLATFORM_ROLE
from core.scoping import authority_scope
from core.tables.filters import WrongFilters
from core.tasks import task_named
from documents.services.outbox import relay
from leadership.models.cases import UnpublishedOutcome
from leadership.models.steps import CaseStep
from leadership.rules.letters import LetterKind
from leadership.rules.stages import Stage
from leadership.rules.steps import Answer, Channel, SupportKind
from leadership.selectors.sight import every_case
from leadership.services.leader_page import add_words
from leadership.services.letters import change_letter, send_letter, write_letter
from leadership.services.opening import open_case
from leadership.services.steps import Offer, Talk, offer_support, record_contact
from leadership.services.succession import note_successor
from memberships.models.members import Membership
from memberships.services.members import join
from memberships.services.permissions import settle_permissions
from tests.architecture.authorities import JOINED, NEIGHBOURS, AuthorityWithRows, _manager, build_authority
from tests.architecture.endpoint import NO_ROLE, Endpoint
from tests.architecture.matrix import ADMIN, ENDPOINTS
from tests.architecture.questions import FOREIGN_OFFICER, SIGNED_OUT
from tests.architecture.routes import Route
from tests.differential import Glance, Look
from tests.factories.memberships import LeaderAppointmentFactory
from tests.factories.people import appointed
from tests.factories.providers import ProviderFactory

NOW = datetime(2026, 11, 30, 10, tzinfo=UTC)
TOLD_ON = date(2026, 11, 20)
SECRET = "Marmalade"
#: What the other authority has not: it shows no public page.
NOT_ELSEWHERE = frozenset({"portal:public_page"})
#: Nobody waits for a turn: some ten times as long, for a night.
EVERYBODY = bool(os.environ.get("EMBARGO_EVERYBODY"))
ALL_ENDPOINTS: Mapping[str, Endpoint] = {**ENDPOINTS, **ADMIN}


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody outside the list of the case, and the role of the matrix whose pages they have.

    ``rows``: the kinds of rows of which they have some; None: of every kind that the role has.
    """

    who: str
    role: str
    rows: frozenset[str] | None = None

    def has(self, endpoint: Endpoint) -> bool:
        return self.rows is None or set(endpoint.rows.values()) <= self.rows


#: On the list, and so not here: the second officer, who opens the case and has it; managers, who see every case;
#: the leader concerned, since the first conversation.
OUTSIDE = (
    Part("officer", "officer"),
    Part("finance", "finance"),
    Part("quality lead", "quality lead"),
    Part("auditor", "auditor"),
    Part("leader", "leader"),  # leads the same group, jointly, and works at the same setting
    Part("member", "member"),  # noted inside as a possible successor
    Part("elsewhere", "elsewhere"),
    Part("childminder", "member", frozenset({"collaboration"})),
    Part(NEIGHBOURS[0], "leader", NO_ROLE),
    Part(NEIGHBOURS[1], "member", NO_ROLE),
    Part(NEIGHBOURS[2], "member", NO_ROLE),
    Part(FOREIGN_OFFICER, "officer", NO_ROLE),
    Part(SIGNED_OUT, SIGNED_OUT),
)
HOME = "home"
#: One in so many pages without a row is asked at the other authority too.
OF_OTHERS = 4
NEAREST = ("leader", "member")
TEAM = ("officer", "finance", "quality lead", "auditor")
#: Rows of the leader concerned, who is none of the people of the matrix: kind of row there -> of this leader.
OF_LEADER = ("leader", "setting role", "person")


@dataclass(frozen=True, slots=True)
class Case:
    """What is written, by the kind of row that the matrix names."""

    rows: Mapping[str, str]


def build() -> tuple[AuthorityWithRows, AuthorityWithRows]:
    """One authority with a row behind every address and no case at all, and an officer of another one."""
    own = build_authority("Larkshire", with_cases=False)
    with authority_scope(own.authority):
        officer = own.people["officer"]
        acorns = Membership.objects.select_related("provider", "collaboration").get(pk=own.rows["membership"])
        jo = _manager(acorns, "jo", own.authority, officer)
        leads = LeaderAppointmentFactory(user=jo.user, membership=acorns)
        home = join(
            collaboration=acorns.collaboration,
            provider=ProviderFactory(provider_type="childminder"),
            on=JOINED,
            by=officer,
        )
        cara = _manager(home, "cara", own.authority, officer)
        settle_permissions(user_ids=[jo.user_id, cara.user_id])
    own.people["childminder"] = cara.user
    own.people["leader concerned"] = jo.user
    rows = (leads.pk, jo.pk, jo.user_id)
    own.rows.update({f"concerned {kind}": str(pk) for kind, pk in zip(OF_LEADER, rows, strict=True)})
    marlshire = create_authority(name="Marlshire", slug="marlshire", contact_email="eyc@marlshire.example")
    otto = appointed(marlshire, "Otto Brandt", Role.OFFICER)
    return own, AuthorityWithRows(marlshire, {"officer": otto}, {})


def told_before_publication(own: AuthorityWithRows) -> Case:
    """A case as far as it goes before publication: talked over, support, the letter, somebody who could lead."""
    by: dict[str, Any] = {"by": own.people["second officer"], "at": datetime.now(tz=UTC)}
    talk = Talk(TOLD_ON, Channel.TELEPHONE, agreed=f"{SECRET}: we talk again", words=f"{SECRET}: calm")
    paper = mock.patch.object(pdf, "render", lambda html, **_more: html.encode())
    with authority_scope(own.authority), paper:
        case = open_case(
            appointment_id=int(own.rows["concerned leader"]),
            inspected_on=TOLD_ON,
            words=f"Requires improvement. {SECRET}.",
            **by,
        )
        record_contact(case_id=case.pk, talk=talk, **by)
        offer = Offer(Answer.YES, planned_for=date(2026, 12, 10), words=SECRET)
        support = offer_support(
            case_id=case.pk, kind=SupportKind.VISIT, offered_on=TOLD_ON, offer=offer, **by
        )
        letter = write_letter(case_id=case.pk, kind=LetterKind.EXPECTATION, **by)
        body = letter.body.replace("{telephone}", "01632 960123")
        change_letter(letter_id=letter.pk, subject=letter.subject, body=body, **by)
        sent = send_letter(letter_id=letter.pk, **by)
        member = Membership.objects.filter(collaboration=own.rows["collaboration"], left_on=None)
        setting = member.exclude(pk=own.rows["membership"]).earliest("pk")
        successor = note_successor(
            case_id=case.pk, membership=setting, user_id=own.people["member"].pk, words=SECRET, **by
        )
        leader: User = own.people["leader concerned"]
        add_words(case_id=case.pk, words=SECRET, by=leader, at=by["at"])
        with every_case():
            case.refresh_from_db()
            assert (case.stage, case.published_on) == (Stage.PUBLICATION, None)
            outcome = UnpublishedOutcome.objects.get(case=case)
            step = CaseStep.objects.filter(case=case).earliest("pk")
    rows = {
        "case": case,
        "ended case": case,
        "outcome": outcome,
        "letter": letter,
        "sent letter": sent,
        "case step": step,
        "case support": support,
        "possible successor": successor,
    }
    absent = dict.fromkeys(("switch", "time away", "page reader"), "0")
    return Case({**absent, **{kind: str(row.pk) for kind, row in rows.items()}})


# --- who asks what ------------------------------------------------------------------------------------------


def may(part: Part, endpoint: Endpoint, method: str) -> bool:
    """Whether the matrix lets somebody of this part do it."""
    roles = dict(endpoint.acts()).get(method, NO_ROLE)
    if part.role == SIGNED_OUT:
        return endpoint.public and bool(roles)
    return part.role in roles and part.has(endpoint)


def is_of_cases(endpoint: Endpoint) -> bool:
    """Whether an address names a case."""
    return bool({"case", "ended case"} & set(endpoint.rows.values()))


def readers_of(route: Route) -> list[Part]:
    """Who reads a page here: of those who have it one, in turn, who also acts there if any of them may. A
    page that names no row has one of the team and two of the groups, and some have the officer of the other
    authority; each part has its own home. An address of a case is asked by an officer, and in turn by whom it
    might concern most.

    With ``EMBARGO_EVERYBODY`` everybody who has a page reads it, and all of them ask for the case
    (docs/developing.md).
    """
    endpoint = ALL_ENDPOINTS[route.name]
    if EVERYBODY and is_of_cases(endpoint):
        return [part for part in OUTSIDE if part.role != SIGNED_OUT]  # who is led to the sign-in
    if is_of_cases(endpoint):
        nearest = [part for part in OUTSIDE if part.who in NEAREST]
        return [OUTSIDE[0], *_in_turn(route, nearest)]
    readers = [part for part in OUTSIDE if may(part, endpoint, "get") or may(part, endpoint, "post")]
    if EVERYBODY or route.name == HOME:
        return [part for part in readers if part.who != FOREIGN_OFFICER or route.name not in NOT_ELSEWHERE]
    here = [part for part in readers if part.who != FOREIGN_OFFICER]
    actors = [part for part in here if may(part, endpoint, "post")] or here
    if endpoint.rows or route.is_admin:
        return _in_turn(route, actors)
    of_team = [part for part in actors if part.who in TEAM]
    of_groups = [part for part in here if part.who not in TEAM]
    elsewhere = [part for part in readers if part not in here and _number(route) % OF_OTHERS == 0]
    return _in_turn(route, of_team) + _in_turn(route, of_groups, most=2) + elsewhere


def _number(route: Route) -> int:
    """By the route's name: another route changes nobody's turn."""
    return crc32(route.name.encode())


def _in_turn(route: Route, parts: list[Part], *, most: int = 1) -> list[Part]:
    """So many of them, whose turn it is."""
    start = _number(route) % len(parts) if parts else 0
    return (parts[start:] + parts[:start])[:most]


def looks_at(route: Route, own: AuthorityWithRows, case: Case) -> Iterator[Look]:
    endpoint, rows = ALL_ENDPOINTS[route.name], {**own.rows, **case.rows}
    concerned = {**rows, **{kind: rows[f"concerned {kind}"] for kind in OF_LEADER}}
    about = [rows, concerned] if set(OF_LEADER) & set(endpoint.rows.values()) else [rows]
    for place, part in enumerate(readers_of(route)):
        slug = "marlshire" if part.who == FOREIGN_OFFICER else own.slug
        for path in dict.fromkeys(f"/{slug}/{route.path(endpoint, kinds)}" for kinds in about):
            if endpoint.get is not None:
                yield Look(part.who, "get", path, route.name, follows=place == 0)
            if endpoint.post is not None and (
                may(part, endpoint, "post") or (place == 0 and is_of_cases(endpoint))
            ):
                yield Look(part.who, "post", path, route.name)


# --- what no address shows ----------------------------------------------------------------------------------


def glances_at_exports(own: AuthorityWithRows) -> list[Glance]:
    """Every sheet as the first of the team outside the list who may have it."""
    found = []
    for export in all_exports():
        who = next((name for name in TEAM if own.people[name].has_perm(export.permission)), TEAM[0])
        sheet = partial(_sheet, export, own, own.people[who])
        found.append(Glance(f"export {export.identifier} of {who}", sheet))
    return found


def _sheet(export: Export, own: AuthorityWithRows, person: User) -> Iterator[str]:
    with authority_scope(own.authority):
        person = User.objects.get(pk=person.pk)
        given = {
            each.name: own.rows[each.name]
            for each in export.filters
            if each.in_scope and each.name in own.rows
        }
        if not export.may_run(person, given):
            return
        try:
            filters = export.clean_filters(given)
        except WrongFilters:
            return  # of something that has no such row here
        yield str(export.count(filters, by=person))
        yield from map(str, export.rows(filters, by=person))
        for sheet in export.further_sheets(filters, by=person):
            yield str(sheet.title)
            yield from map(str, sheet.rows)


def emails_of_the_timetable(own: AuthorityWithRows, days: Iterable[date]) -> list[str]:
    """Every email to somebody outside the list when all that the timetable names has run on the mornings of
    some days.
    """
    people = own.people
    on_list = {people[name].email for name in ("second officer", "manager", "leader concerned")}
    with override_settings(EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend"):
        mail.outbox = []
        for day in days:
            with time_machine.travel(datetime.combine(day, time(8), tzinfo=UTC), tick=False):
                for tick in TIMETABLE.values():
                    task_named(str(tick["task"])).apply().get()
                while relay():
                    pass
        sent = [email for email in mail.outbox if not on_list & {address_of(to) for to in email.to}]
    return sorted(f"{email.to} {email.subject}\n{email.body}" for email in sent)


def address_of(recipient: str) -> str:
    return parseaddr(recipient)[1]


def read_by_the_platform() -> Iterator[str]:
    """All that the role for figures over all authorities may read."""
    with connection.cursor() as cursor:
        for table, columns in PLATFORM_COLUMNS.items():
            cursor.execute(
                f"SET LOCAL ROLE {PLATFORM_ROLE}; SELECT {', '.join(columns)} FROM {table} ORDER BY id"
            )
            yield from (f"{table}: {row}" for row in cursor.fetchall())
        cursor.execute("SET LOCAL ROLE eyc_app")
