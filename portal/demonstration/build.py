"""Building the demonstration through the services, as people would: in
one transaction, so that it is whole or not there.
"""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from datetime import date, datetime, timedelta

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.db import connection, transaction
from django.utils import timezone

from accounts.models import Authority, User
from accounts.roles import Role
from accounts.selectors import people_with_role
from accounts.services.authorities import create_authority
from accounts.services.people import register_person
from accounts.services.roles import appoint_to_role
from collaborations.models import Collaboration
from collaborations.services import start_collaboration
from core.scoping import acting_as, authority_scope
from leadership.services.eligibility import review_leaders
from memberships.models.members import LeaderAppointment, SettingRole
from memberships.services.contacts import change_person_contact
from memberships.services.leaders import appoint_leader
from memberships.services.members import join
from memberships.services.people import add_person_of_setting
from ofsted.rules.policy import Verdict
from ofsted.selectors.standing import leading_decision
from ofsted.services.national import load_national
from ofsted.services.policy import ensure_first_policy
from portal.demonstration.cases import tell_cases
from portal.demonstration.cast import CAST, CHILDMINDING, PASSWORD, Person, cast_as
from portal.demonstration.places import SHIRES, Shire, first_file, second_file
from portal.demonstration.quality import bring_frameworks
from portal.demonstration.schools import bring_schools_and_agency
from portal.demonstration.story import Story
from providers.models import Provider
from providers.services.contacts import change_setting_contact
from providers.services.districts import add_district, set_district
from providers.services.register import change_provider

ROLES = {
    "Early years officer": Role.OFFICER,
    "Early years manager": Role.MANAGER,
    "Finance officer": Role.FINANCE,
    "Quality lead": Role.QUALITY_LEAD,
    "Auditor": Role.AUDITOR,
}
BEGINNING = date(2024, 9, 1)
APPOINTED = date(2025, 9, 8)
GIVEN = (
    "Ada",
    "Bea",
    "Chidi",
    "Dora",
    "Esra",
    "Flo",
    "Gwen",
    "Hari",
    "Ines",
    "Jo",
    "Kemi",
    "Lou",
    "Mina",
    "Noor",
    "Ola",
    "Pia",
)
FAMILY = (
    "Archer",
    "Bell",
    "Cole",
    "Dean",
    "Ellis",
    "Ford",
    "Gray",
    "Hale",
    "Innes",
    "Jay",
    "King",
    "Lane",
    "Moss",
    "Nash",
)
Say = Callable[[str], None]


def is_built() -> bool:
    """Whether both authorities are there: the build is one transaction, so all the rest is then there too."""
    slugs = [shire.slug for shire in SHIRES]
    return Authority.objects.filter(slug__in=slugs).count() == len(slugs)


@transaction.atomic
def build(*, at: datetime, say: Say) -> bool:
    """Make both authorities, their people, registers, collaborations and
    cases; answers whether there was anything to make.

    A second build at the same time waits for the first and then finds everything there. Raises
    ValidationError where somebody has made one of the authorities by hand.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('portal.demonstration'))")
    if is_built():
        return False
    authorities = [_authority(shire) for shire in SHIRES]
    say("Two authorities and their people")
    _load(first_file(), date(2025, 8, 31), authorities, at=at)
    for authority, shire in zip(authorities, SHIRES, strict=True):
        with authority_scope(authority):
            _Shire(authority, shire).build()
        say(f"{shire.name}: settings, collaborations, members and leaders")
    _load(second_file(), date(2026, 6, 30), authorities, at=at)
    for authority in authorities:
        with authority_scope(authority):
            _tell_story(authority, at)
            _bring_schools(authority, at)
            review_leaders(slot="demonstration", on=timezone.localdate(at), at=at)
            _tell_case(at)
            _bring_frameworks(at)
    say("Ofsted's newer file loaded and the leaders checked")
    return True


def _load(data: bytes, listed_on: date, authorities: list[Authority], *, at: datetime) -> None:
    load_national(
        file=io.BytesIO(data),
        name=f"providers_{listed_on}.csv",
        listed_on=listed_on,
        authorities=authorities,
        at=at,
        accept={"renumbered"},  # some settings were registered anew, at the same address
    )


def _bring_schools(authority: Authority, at: datetime) -> None:
    """Only the first county has a maintained nursery school and a childminder agency."""
    officer = people_with_role(Role.OFFICER, on=timezone.localdate(at)).first()
    if officer is not None and authority.slug == SHIRES[0].slug:
        with acting_as(officer.pk):
            bring_schools_and_agency(authority, officer, at=at)


def _tell_story(authority: Authority, at: datetime) -> None:
    """What has happened until today, told by the authority's own officer and manager."""
    shire = next(shire for shire in SHIRES if shire.slug == authority.slug)
    officer, manager = (
        people_with_role(role, on=timezone.localdate(at)).first() for role in (Role.OFFICER, Role.MANAGER)
    )
    if officer is not None and manager is not None:
        with acting_as(officer.pk):
            Story(authority, shire, officer, manager, at).tell()


def _tell_case(at: datetime) -> None:
    """What an officer has begun with the leader of the oldest case."""
    manager, officer = (
        people_with_role(role, on=timezone.localdate(at)).first() for role in (Role.MANAGER, Role.OFFICER)
    )
    if manager is not None and officer is not None:
        tell_cases(officer=officer, manager=manager, at=at)


def _bring_frameworks(at: datetime) -> None:
    """Where somebody leads on quality, which is in both authorities."""
    quality_lead = people_with_role(Role.QUALITY_LEAD, on=timezone.localdate(at)).first()
    if quality_lead:
        with acting_as(quality_lead.pk):
            bring_frameworks(quality_lead=quality_lead, at=at)


def _authority(shire: Shire) -> Authority:
    return create_authority(
        name=shire.name,
        slug=shire.slug,
        brand_colour=shire.colour,
        team_name=f"{shire.name} early years team",
        contact_email=f"early.years@{shire.slug}.example",
        contact_phone="01632 960100",
        accessibility_email=f"accessibility@{shire.slug}.example",
        accessibility_tested_on=date(2026, 10, 1),
        data_protection_email=f"data.protection@{shire.slug}.example",
        postal_address=f"Shire Hall, {shire.towns[0]}",
        social_care_phone="01632 960010",
        out_of_hours_phone="01632 960020",
        designated_officer_phone="01632 960030",
    )


class _Shire:
    """One county, built in its own scope."""

    def __init__(self, authority: Authority, shire: Shire) -> None:
        self.authority, self.shire = authority, shire
        self.chance = random.Random(shire.seed + 1)  # noqa: S311  invented data, the same every time
        self.people, self.numbers = 0, 200
        self.used: set[str] = set()

    def build(self) -> None:
        ensure_first_policy(on=BEGINNING)
        self.officers = {
            person.role: self._official(person)
            for person in CAST
            if person.authority == self.shire.slug and person.role in ROLES
        }
        self.officer = self.officers["Early years officer"]
        with acting_as(self.officer.pk):
            self._childminders()
            self._districts()
            self._groups()

    def _official(self, person: Person) -> User:
        user = register_person(email=person.email, full_name=person.name, password=PASSWORD)
        appoint_to_role(user=user, role=ROLES[person.role], starts_on=BEGINNING, by=None)
        if not Authenticator.objects.filter(user=user).exists():
            TOTP.activate(user, generate_totp_secret())
        return user

    def _districts(self) -> None:
        for town in self.shire.towns:
            district = add_district(name=f"{town} district", by=self.officer)
            providers = list(Provider.objects.filter(town=town).values_list("pk", flat=True))
            set_district(provider_ids=providers, district_id=district.pk, by=self.officer)

    def _childminders(self) -> None:
        """The authority knows what Ofsted holds back: names of its childminders, from their own returns.

        Nobody else has such a name: first and family name stand at an odd and an even place, or the other way
        round; those of all others both at odd or both at even ones.
        """
        for number, provider in enumerate(
            Provider.objects.filter(provider_type=Provider.Type.CHILDMINDER).order_by("urn")
        ):
            name = f"{GIVEN[number % len(GIVEN)]} {FAMILY[(number + 1) % len(FAMILY)]}{CHILDMINDING}"
            changes = {"name": name, "town": self.shire.towns[number % len(self.shire.towns)]}
            change_provider(provider_id=provider.pk, changes=changes, by=self.officer)

    def _groups(self) -> None:
        providers = list(Provider.objects.order_by("urn"))
        fit = [p for p in providers if self._verdict(p) is Verdict.MAY_LEAD]
        others = [p for p in providers if p not in fit]
        for number, name in enumerate(self.shire.groups):
            leading, second = fit.pop(0), fit.pop(0)
            others_there = [self._take(fit, others) for _ in range(3 + number % 4)]
            nursery = next(provider for provider in others_there if not provider.is_domestic)
            others_there.remove(nursery)
            members = [leading, second, nursery, *others_there]
            group = start_collaboration(
                name=name,
                district=leading.district if number % 2 == 0 else None,
                is_virtual=number == 6,
                purpose="Share practice, visit each other and plan training together.",
                started_on=BEGINNING,
                by=self.officer,
            )
            self._people(group, number, members)

    def _verdict(self, provider: Provider) -> Verdict:
        return leading_decision(provider_id=provider.pk, on=APPOINTED).verdict

    def _take(self, fit: list[Provider], others: list[Provider]) -> Provider:
        pool = others if others and (self.chance.random() < 0.5 or not fit) else fit
        return pool.pop(0)

    def _people(self, group: Collaboration, number: int, members: list[Provider]) -> None:
        joined = [
            join(collaboration=group, provider=provider, on=BEGINNING + timedelta(days=7), by=self.officer)
            for provider in members
        ]
        managers = [self._manager(provider, number, place) for place, provider in enumerate(members)]
        if number == 0:
            self._invited(members[-1])
        if number == 6:
            return  # a collaboration that has no leader yet
        for place in range(2 if number % 3 == 0 else 1):
            manner = LeaderAppointment.Manner.JOINT if number % 3 == 0 else LeaderAppointment.Manner.SOLE
            appoint_leader(
                membership=joined[place],
                user=managers[place],
                manner=manner,
                starts_on=APPOINTED,
                by=self.officer,
            )

    def _manager(self, provider: Provider, group: int, place: int) -> User:
        person = self._cast(provider, group, place)
        # the account first, as of somebody who has accepted; only the cast's has a password
        password = PASSWORD if person in CAST else None
        register_person(email=person.email, full_name=person.name, password=password, by=self.officer)
        role = add_person_of_setting(
            provider=provider,
            email=person.email,
            full_name=person.name,
            role=SettingRole.Role.MANAGER,
            starts_on=BEGINNING,
            by=self.officer,
        )
        self._reached(role.user, provider)
        return role.user

    def _reached(self, person: User, provider: Provider) -> None:
        """How a manager and the setting are reached: numbers of the range kept for drama."""
        self.numbers += 2
        number = f"01632 960{self.numbers % 1000:03d}"
        change_person_contact(user=person, telephone=number, wish="", by=self.officer)
        if provider.is_domestic:
            return
        change_setting_contact(
            provider_id=provider.pk,
            telephone=f"01632 960{(self.numbers + 1) % 1000:03d}",
            email=f"office.{provider.urn.lower()}@{self.shire.slug}.example",
            best_time="After 3pm" if self.numbers % 3 == 0 else "",
            by=self.officer,
        )

    def _invited(self, provider: Provider) -> None:
        """Somebody who has an invitation and has not answered yet."""
        add_person_of_setting(
            provider=provider,
            email=f"nia.dale@{self.shire.slug}.example",
            full_name="Nia Dale",
            role=SettingRole.Role.STAFF,
            starts_on=APPOINTED,
            by=self.officer,
        )

    def _cast(self, provider: Provider, group: int, place: int) -> Person:
        """Lena leads the first group, Mo manages a nursery in it, the first childminder who does not lead is
        Cara, Sam is elsewhere; of Rosa's setting the newer file has another judgement. A childminding bears
        its childminder's name.
        """
        parts = {
            (0, 0): "Leader",
            (0, 2): "Manager of a member",
            (3, 2): "Manager of a setting",
            (4, 0): "Leads, and has",
        }
        minds = "Childminder" if provider.is_domestic and place > 1 else ""
        part = parts.get((group, place), minds)
        person = cast_as(part, self.shire.slug) if part else None
        if person is not None and person.email not in self.used:
            self.used.add(person.email)
            if provider.is_domestic:
                changes = {"name": f"{person.name}{CHILDMINDING}"}
                change_provider(provider_id=provider.pk, changes=changes, by=self.officer)
            return person
        self.people += 1
        name = f"{GIVEN[self.people % len(GIVEN)]} {FAMILY[(self.people * 3) % len(FAMILY)]}"
        if provider.is_domestic:
            name = provider.name.removesuffix(CHILDMINDING)
        return Person(
            name,
            f"{name.lower().replace(' ', '.')}.{self.people}@{self.shire.slug}.example",
            "",
            self.shire.slug,
        )
