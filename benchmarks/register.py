"""Made-up authorities in one database: 6,000, 60,000 and 600,000 settings, each a member whose leader is to
be checked, and one of 3,000, as large as a real county.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django.contrib.auth.models import Permission

from accounts.models import Authority, User
from accounts.permissions import Permission as Right
from accounts.roles import Role
from accounts.services.authorities import change_authority, create_authority
from accounts.services.people import register_person
from accounts.services.roles import appoint_to_role
from benchmarks.meter import in_child
from benchmarks.servers import Superuser
from collaborations.models import CollaborationGrant
from core.scoping import authority_scope
from memberships.services.counts import settle_counts

TODAY = date(2026, 9, 1)
IDS_FROM = 100_000_000
MEMBERS_OF_EACH = 10
DISTRICTS = 12


@dataclass(frozen=True)
class Region:
    """An authority by its size."""

    name: str
    leaders: int
    place: int

    @property
    def slug(self) -> str:
        return self.name.lower()

    @property
    def base(self) -> int:
        """What the ids of its rows are counted from."""
        return IDS_FROM * self.place


REGIONS = (
    Region("Sixshire", 6_000, 1),
    Region("Sixtyshire", 60_000, 2),
    Region("Sixhundredshire", 600_000, 3),
)

#: As large as a real county; only the search is measured in it.
COUNTY = Region("Threeshire", 3_000, 4)

#: A setting has one to four inspections, the newest below the line for one in twenty.
STATEMENTS = """
    INSERT INTO providers_district (id, authority_id, name)
    SELECT {base} + d, {authority}, 'District ' || lpad(d::text, 2, '0') FROM generate_series(1,
      {districts}) d;
    INSERT INTO providers_provider (id, authority_id, urn, name, search_text, provider_type,
      provider_subtype, register_combination,
        on_early_years_register, on_compulsory_register, on_voluntary_register, registered_on,
          registered_person_urn,
        registered_person_name, address_line_1, address_line_2, address_line_3, town, postcode, telephone,
          constituency, region,
        deprivation_band, places, first_listed_on, district_id)
    SELECT {base} + i, {authority}, 'EY' || i, f.name || ' ' || i, lower(f.name || ' ' || i || ' ey' || i),
      'non_domestic', 'Full day care', 'ALL',
        true, true, false, date '2010-01-01' + i % 3000, 'RP' || i % 40000, 'Owner Ltd',
          i % 200 || ' High Street', '', '', 'Larkton',
        'LK' || i % 30 || ' ' || i % 9 || 'AB', '', 'Larkton', 'South East', 'Average', 10 + i % 90,
          date '2026-06-30',
           CASE WHEN i % 50 <> 0 THEN {base} + 1 + i / 10 % {districts} END
      FROM generate_series(1, {leaders}) i,
           LATERAL (SELECT (ARRAY['Acorn', 'Bluebell', 'Cherry', 'Daisy', 'Elm', 'Foxglove',
             'Hazel'])[1 + (i::bigint * 7919 % 7)::int] || ' Nursery' AS name) f;
    INSERT INTO ofsted_inspection (id, authority_id, provider_id, regime, inspection_number, inspected_on,
      published_on, visit_type, is_graded, overall)
    SELECT ({base} + i) * 4 + n, {authority}, {base} + i,
      CASE WHEN d < '2019-09-01' THEN 'cif' ELSE 'eif' END, '1000' || i, d, d + 30, '', true,
           CASE WHEN n = 0 AND i % 20 = 0 THEN 3 + i % 40 / 20 ELSE 1 + (i + n) % 2 END
      FROM generate_series(1, {leaders}) i, generate_series(0, i % 4) n,
        LATERAL (SELECT date '2025-06-01' - (i::bigint * 104729 % 700)::int - n * 1100 AS d) q;
    INSERT INTO collaborations_collaboration (id, authority_id, name, kind, state, is_virtual, purpose,
      started_on, asked_by, enquiry,
        district_id)
    SELECT {base} + i, {authority}, 'Riverside ' || i, 'collaboration', 'active', false, '',
      date '2023-09-01', '', '',
           CASE WHEN i % 50 <> 0 THEN {base} + 1 + i % {districts} END
      FROM generate_series(1, {leaders} / {members}) i;
    INSERT INTO memberships_membership (id, authority_id, collaboration_id, provider_id, joined_on,
      leaving_reason, meetings_held,
        meetings_attended)
    SELECT {base} + i, {authority}, {base} + 1 + (i - 1) / {members}, {base} + i, date '2024-09-01', '', 0,
      0 FROM generate_series(1, {leaders}) i;
    INSERT INTO memberships_leaderappointment (id, authority_id, membership_id, user_id, manner, starts_on,
      may_lead_because, officer_decided,
        members_decision)
    SELECT {base} + i, {authority}, {base} + i, {leader}, 'sole', date '2025-01-01', '', false,
      '' FROM generate_series(1, {leaders}) i
"""


def make(superuser: Superuser) -> None:
    """Fill the authorities."""
    for region in (*REGIONS, COUNTY):
        authority, leader = in_child(partial(_authority, region))
        facts = {
            "authority": authority,
            "leader": leader,
            "base": region.base,
            "leaders": region.leaders,
            "members": MEMBERS_OF_EACH,
        }
        facts["districts"] = DISTRICTS
        # Nothing analyzes by itself: without it the counts below are planned as if the tables were empty
        superuser.run(*STATEMENTS.format(**facts).split(";"), "ANALYZE")
        in_child(partial(_settle, region))
        print(f"  made up: {region.leaders:,} leaders", flush=True)
    superuser.run("VACUUM ANALYZE", "CHECKPOINT")


def _settle(region: Region) -> None:
    """The rows were made with triggers at rest: count them."""
    with authority_scope(authority_of(region)):
        settle_counts()


def _authority(region: Region) -> tuple[int, int]:
    authority = create_authority(
        name=region.name, slug=region.slug, contact_email=f"one@{region.slug}.example"
    )
    with authority_scope(authority):
        leader = register_person(email=f"lena@{region.slug}.example", full_name="Lena Field")
        manager = register_person(email=f"maya@{region.slug}.example", full_name="Maya Thornton")
        appoint_to_role(user=manager, role=Role.MANAGER, starts_on=date(2024, 1, 1), by=None)
    return authority.pk, leader.pk


def authority_of(region: Region) -> Authority:
    return Authority.objects.get(slug=region.slug)


def leader_of(region: Region) -> User:
    return User.objects.get(email=f"lena@{region.slug}.example")


def publish_and_let_lead(region: Region) -> None:
    """For the pages: the public page is on, and the leader may open one
    group's pages (the rows above bring nobody's permissions).
    """
    authority = authority_of(region)
    with authority_scope(authority):
        if not authority.public_page:
            change_authority(authority=authority, by=manager_of(region), changes={"public_page": True})
        facts = {
            "user": leader_of(region),
            "content_object_id": region.base + 1,
            "starts_on": date(2024, 9, 1),
            "is_exceptional": True,
        }
        for name in (Right.VIEW_COLLABORATIONS, Right.RUN_COLLABORATION, Right.LEAD_COLLABORATION):
            right = Permission.objects.get(
                content_type__app_label="collaborations", codename=name.split(".")[1]
            )
            CollaborationGrant.all_dates.get_or_create(permission=right, **facts)


def manager_of(region: Region) -> User:
    return User.objects.get(email=f"maya@{region.slug}.example")


def prove_second_factor(client: Any, person: User) -> None:
    """Write into a client's session what signing in with an authenticator app writes."""
    session = client.session
    session["account_authentication_methods"] = [{"method": "mfa", "at": time.time(), "type": "totp"}]
    session["account_authentication_methods_user"] = str(person.pk)
    session.save()
