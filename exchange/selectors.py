"""Reads of spreadsheets of collaborations, and of the register for their lines."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Q, QuerySet
from django.urls import reverse

from accounts.addresses import person_here_with_address
from accounts.models import User
from collaborations.models import Collaboration
from documents.models import StoredFile, state_choices
from documents.rules import OPEN_UPLOADS
from exchange.models import SheetImport, SheetLine
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.selectors.days import not_ended_by, not_left_by
from providers.models import Provider

#: Each state of an upload in the words of its page.
STATES = state_choices(SheetImport)
RESULTS = dict(SheetLine.Result.choices)


def sheets() -> QuerySet[SheetImport]:
    """Every upload, newest first."""
    return SheetImport.objects.select_related("started_by", "job").order_by("-started_at", "-pk")


def sheet_by_id(sheet_id: int) -> SheetImport | None:
    return SheetImport.objects.select_related("started_by", "job", "file").filter(pk=sheet_id).first()


def place_of_file(file: StoredFile) -> tuple[str, str] | None:
    """The load that a spreadsheet was uploaded for."""
    sheet = SheetImport.objects.filter(file=file).first()
    return (sheet.file_name, reverse("exchange:sheet", args=[sheet.pk])) if sheet else None


def open_sheet() -> SheetImport | None:
    """The one upload that is being read, waits to be checked, or is being loaded."""
    return SheetImport.objects.filter(state__in=OPEN_UPLOADS).first()


def lines_of(sheet_id: int, *, result: str) -> QuerySet[SheetLine]:
    """The parts of lines with one result, in the order of the file."""
    return SheetLine.objects.filter(sheet_id=sheet_id, result=result).order_by("place", "number", "pk")


def lines_with(rows: QuerySet[SheetLine], text: str) -> QuerySet[SheetLine]:
    """Those that hold a text in what is shown of them."""
    return rows.filter(Q(values__what__icontains=text) | Q(values__collaboration__icontains=text))


def settings_by_urn(urns: Collection[str]) -> dict[str, Provider]:
    """Settings of the authority in scope by their Ofsted number; another authority's are not there."""
    return {provider.urn: provider for provider in Provider.objects.filter(urn__in=urns)}


def names_of_collaborations() -> list[str]:
    """The name of every collaboration, also of those that are closed."""
    return list(Collaboration.objects.order_by("name__in_order", "pk").values_list("name", flat=True))


def people_of_settings(urns: Collection[str], *, on: date) -> list[tuple[str, str, str]]:
    """URN, name and address of people of settings, on a day or later."""
    rows = SettingRole.objects.filter(not_ended_by(on), provider__urn__in=urns)
    facts = rows.order_by("provider__urn", "user__full_name__in_order", "pk")
    return list(facts.values_list("provider__urn", "user__full_name", "user__email"))


def collaboration_named(name: str) -> Collaboration | None:
    return Collaboration.objects.filter(name__iexact=name).first()


def membership_from(collaboration: Collaboration, provider: Provider, *, on: date) -> Membership | None:
    """The membership of a setting that holds on a day or begins later."""
    rows = Membership.objects.filter(not_left_by(on), collaboration=collaboration, provider=provider)
    return rows.select_related("collaboration", "provider").order_by("joined_on").first()


def role_of_person(provider: Provider, email: str, *, on: date) -> SettingRole | None:
    """What a person is at a setting on a day or later."""
    person = person_here_with_address(email)
    if person is None:
        return None
    rows = SettingRole.objects.filter(not_ended_by(on), provider=provider, user=person)
    return rows.select_related("user").order_by("starts_on").first()


def lead_of_person(membership: Membership, user: User, *, on: date) -> LeaderAppointment | None:
    """The appointment of a person that holds on a day or begins later."""
    return (
        LeaderAppointment.objects.filter(not_ended_by(on), membership=membership, user=user)
        .order_by("starts_on")
        .first()
    )


def people_loaded(sheet_id: int, *, before: int) -> set[tuple[str, str]]:
    """URN and address of people that the groups before one had among their lines, those refused aside."""
    rows = SheetLine.objects.filter(sheet_id=sheet_id, kind="person", values__group__lt=before).exclude(
        result=SheetLine.Result.REFUSED
    )
    return {(values["urn"], values["email"]) for values in rows.values_list("values", flat=True)}
