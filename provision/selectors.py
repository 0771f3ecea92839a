"""Who of a collaboration's members, or of all members, has certified the staff number and who owes it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    Case,
    Count,
    DateField,
    Exists,
    IntegerField,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.utils.translation import gettext as _

from accounts.models import User, can_work, holds_on
from accounts.permissions import Permission
from collaborations.models import Collaboration
from memberships.models.members import Membership, SettingRole
from memberships.selectors.days import is_member_on
from memberships.selectors.districts import NO_DISTRICT
from providers.models import Provider, ProviderGrant
from providers.rules.workforce import ONE_PERSON
from providers.selectors import IN_A_HOME
from provision import rules
from provision.models import (
    DeliveryPartner,
    DeliveryPartnership,
    PublicConsent,
    ReturnPeriod,
    StaffReturn,
    StaffReturnReminder,
    Vacancy,
)
from provision.rules import PeriodState, ReturnState, return_state

#: What a link in an email is for; it is about a StaffReturnReminder.
LINK_PURPOSE = "provision.staff_return"


def is_childminder(provider: Provider) -> bool:
    """Whether the setting is one person, who counts as one: the
    question is then how many assistants there are.
    """
    return provider.provider_type in ONE_PERSON


def periods() -> QuerySet[ReturnPeriod]:
    """Every period, the newest count date first, each with ``next_opens_on`` and the number ``certified``."""
    later = ReturnPeriod.objects.filter(count_date__gt=OuterRef("count_date")).order_by("count_date")
    certified = StaffReturn.objects.filter(period=OuterRef("pk")).order_by().values("period")
    number = certified.annotate(number=Count("pk"))
    return ReturnPeriod.objects.annotate(
        next_opens_on=Subquery(later.values("opens_on")[:1]), certified=Subquery(number.values("number"))
    ).order_by("-count_date", "-pk")


def period_by_id(period_id: int) -> ReturnPeriod | None:
    return periods().filter(pk=period_id).first()


def opened_periods(on: date) -> QuerySet[ReturnPeriod]:
    return periods().filter(opens_on__lte=on)


def open_period(on: date) -> ReturnPeriod | None:
    """The period to be answered on a day, late or not: the last one that has opened."""
    return opened_periods(on).first()


def newest_period(on: date) -> ReturnPeriod | None:
    """The one that a list shows first: the open one, else the next to come."""
    return open_period(on) or periods().order_by("count_date").first()


def times_of(period: ReturnPeriod) -> rules.PeriodTimes:
    """The days of a period as the rules take them."""
    if hasattr(period, "next_opens_on"):
        next_opens_on = period.next_opens_on
    else:
        later = ReturnPeriod.objects.filter(count_date__gt=period.count_date).order_by("count_date")
        next_opens_on = later.values_list("opens_on", flat=True).first()
    return rules.PeriodTimes(period.count_date, period.opens_on, period.due_on, next_opens_on)


def state_of_period(period: ReturnPeriod, *, on: date) -> rules.PeriodState:
    return rules.period_state(times_of(period), on)


def definition_for(period: ReturnPeriod, provider: Provider) -> str:
    """Who counts, in the authority's words for this kind of setting."""
    return (is_childminder(provider) and period.childminder_definition) or period.definition


def return_of(provider: Provider, period: ReturnPeriod) -> StaffReturn | None:
    """What a setting certified for a period, with its lines."""
    rows = StaffReturn.objects.select_related("certified_by", "period", "provider").prefetch_related("lines")
    return rows.filter(provider=provider, period=period).first()


def last_return(provider: Provider, *, before: ReturnPeriod) -> StaffReturn | None:
    """What the setting certified for the latest period with an earlier count date, with its lines."""
    rows = StaffReturn.objects.select_related("period", "certified_by").prefetch_related("lines")
    return (
        rows.filter(provider=provider, period__count_date__lt=before.count_date)
        .order_by("-period__count_date")
        .first()
    )


def last_certified(setting: str, /) -> Subquery:
    """For an annotation: the number that a setting certified last, of the latest count date."""
    rows = StaffReturn.objects.filter(provider=OuterRef(setting)).order_by("-period__count_date")
    return Subquery(rows.values("staff")[:1])


def returns_of(provider: Provider) -> QuerySet[StaffReturn]:
    """Everything that a setting certified, the latest first."""
    return (
        StaffReturn.objects.filter(provider=provider)
        .select_related("period", "certified_by")
        .order_by("-period__count_date", "pk")
    )


def earlier_numbers(staff_return: StaffReturn) -> list[dict[str, Any]]:
    """What the return said before each correction, the latest first: ``staff``, ``certified_at``."""
    rows = staff_return.history.order_by("-pgh_id").values("staff", "certified_at")  # type: ignore[attr-defined]
    kept: list[dict[str, Any]] = []
    for row in rows:
        if (row["staff"], row["certified_at"]) != (
            staff_return.staff,
            staff_return.certified_at,
        ) and row not in kept:
            kept.append(row)
    return kept


def return_for_update(provider_id: int, period_id: int) -> StaffReturn | None:
    rows = StaffReturn.objects.select_for_update(of=("self",), no_key=True).select_related("certified_by")
    return rows.filter(provider_id=provider_id, period_id=period_id).first()


def reminder_by_id(reminder_id: int) -> StaffReturnReminder | None:
    return StaffReturnReminder.objects.select_related("provider", "period").filter(pk=reminder_id).first()


def answers_for(user: User, provider: Provider) -> bool:
    """Whether a person manages the setting today, rather than doing its tasks as an officer."""
    grants = ProviderGrant.objects.filter(user=user, content_object=provider)
    return grants.filter(permission__codename=Permission.MANAGE_SETTING.split(".")[1]).exists()


def open_members(on: Any) -> QuerySet[Membership]:
    """Memberships that hold on a day, of collaborations that were not closed by then.

    ``on``: a date, or an expression that gives one.
    """
    closed = Q(collaboration__closed_on__lte=on) | Q(
        collaboration__closed_on=None, collaboration__state=Collaboration.State.CLOSED
    )
    return Membership.objects.filter(is_member_on(on)).exclude(closed)


def settings_asked(period: ReturnPeriod, *, collaboration: Collaboration | None = None) -> QuerySet[Provider]:
    """Who is asked for the staff number: the members on the count date, of some collaboration or of one."""
    memberships = open_members(period.count_date).filter(provider=OuterRef("pk"))
    if collaboration is not None:
        memberships = memberships.filter(collaboration=collaboration)
    return Provider.objects.filter(Exists(memberships)).order_by("search_text", "pk")


def settings_that_owe(
    period: ReturnPeriod, *, collaboration: Collaboration | None = None
) -> QuerySet[Provider]:
    """Those of them that have not certified for a period."""
    certified = StaffReturn.objects.filter(period=period, provider=OuterRef("pk"))
    return settings_asked(period, collaboration=collaboration).filter(~Exists(certified))


def returns_in(
    period: ReturnPeriod, *, on: date, collaboration: Collaboration | None = None
) -> QuerySet[Provider]:
    """Everybody asked, and who certified though not asked, each with ``staff``, ``certified_at``,
    ``certified_name``, ``reminded_on`` and the names of its ``groups`` on the count date; absent values are
    None. Of one collaboration also its members of today who ``joined_later`` (a day) and so are not asked.
    """
    made = StaffReturn.objects.filter(period=period, provider=OuterRef("pk"))
    reminded = StaffReturnReminder.objects.filter(period=period, provider=OuterRef("pk")).order_by("-sent_on")
    counted = open_members(period.count_date).filter(provider=OuterRef("pk"))
    names = counted.order_by("collaboration__name__in_order").values("collaboration__name")
    rows: QuerySet[Any] = Provider.objects.annotate(joined_later=Value(None, output_field=DateField()))
    if collaboration is None:
        # A setting that certified and left is part of what was certified.
        rows = rows.filter(Exists(counted) | Exists(made))
    else:
        here = counted.filter(collaboration=collaboration)
        later = Membership.objects.filter(
            is_member_on(on),
            collaboration=collaboration,
            provider=OuterRef("pk"),
            joined_on__gt=period.count_date,
        )
        rows = Provider.objects.filter(Exists(here) | Exists(later)).annotate(
            joined_later=Case(When(Exists(here), then=None), default=Subquery(later.values("joined_on")[:1]))
        )
    return rows.select_related("district").annotate(
        staff=Subquery(made.values("staff")[:1]),
        certified_at=Subquery(made.values("certified_at")[:1]),
        certified_name=Subquery(made.values("certified_by__full_name")[:1]),
        reminded_on=Subquery(reminded.values("sent_on")[:1]),
        groups=ArraySubquery(names),
    )


def in_state(rows: Any, wanted: str) -> Any:
    """Those of ``returns_in`` that have certified, or that owe."""
    return rows.filter(staff__isnull=wanted != ReturnState.CERTIFIED)


def of_group(rows: QuerySet[Provider], collaboration_id: int, *, on: date) -> QuerySet[Provider]:
    """Those of ``returns_in`` that are members of a collaboration."""
    return rows.filter(
        Exists(open_members(on).filter(provider=OuterRef("pk"), collaboration_id=collaboration_id))
    )


def state_of_row(row: Provider, period_state: PeriodState) -> ReturnState:
    """How a row of ``returns_in`` stands."""
    if row.joined_later is not None and row.staff is None:  # type: ignore[attr-defined]
        return ReturnState.NOT_ASKED
    return return_state(is_certified=row.staff is not None, period=period_state)  # type: ignore[attr-defined]


def managers_by_setting(provider_ids: Collection[int], *, on: date) -> dict[int, list[User]]:
    """Who answers for each setting on a day, by name."""
    found: dict[int, list[User]] = {}
    roles = SettingRole.objects.filter(
        holds_on(on), can_work(), provider_id__in=provider_ids, role=SettingRole.Role.MANAGER
    ).select_related("user")
    for role in roles.order_by("provider_id", "user__full_name__in_order", "user_id", "starts_on"):
        people = found.setdefault(role.provider_id, [])
        if role.user not in people:
            people.append(role.user)
    return found


def shared_partners(lead: Provider, *, on: date) -> QuerySet[Provider]:
    """The settings that are members of a collaboration together with this one on a day, by name."""
    groups = open_members(on).filter(provider=lead).values("collaboration_id")
    together = open_members(on).filter(collaboration__in=groups, provider=OuterRef("pk"))
    return Provider.objects.filter(Exists(together)).exclude(pk=lead.pk).order_by("search_text", "pk")


def vacancies_of(provider: Provider) -> QuerySet[Vacancy]:
    """What a setting lists, faded or not, in the order of ages."""
    return (
        Vacancy.objects.filter(provider=provider)
        .select_related("confirmed_by")
        .order_by("age_band", "session", "pk")
    )


def vacancy_of(provider: Provider, vacancy_id: int) -> Vacancy | None:
    return Vacancy.objects.select_related("provider").filter(provider=provider, pk=vacancy_id).first()


def vacancy_for_update(vacancy_id: int) -> Vacancy | None:
    return (
        Vacancy.objects.select_for_update(of=("self",))
        .select_related("provider")
        .filter(pk=vacancy_id)
        .first()
    )


def shown_vacancies(*, on: date) -> QuerySet[Vacancy]:
    """Those that have not faded on a day, by district and setting."""
    rows = Vacancy.objects.filter(confirmed_on__gt=rules.faded_if_confirmed_by(on)).select_related(
        "provider__district"
    )
    return rows.order_by(
        "provider__district__name__in_order", "provider__search_text", "age_band", "session", "pk"
    )


def vacancies_for_anybody(*, on: date) -> QuerySet[Vacancy]:
    """Those of them that are shown outside the early years team: of
    settings that Ofsted lists and that may be named.
    """
    return shown_vacancies(on=on).filter(
        provider__in=nameable_ids(on=on), provider__unlisted_since__isnull=True
    )


def with_age_in_order(rows: QuerySet[Vacancy]) -> QuerySet[Vacancy]:
    """Each with ``age_in_order``: the youngest first, as the names of the bands do not sort."""
    places = [When(age_band=band, then=Value(place)) for place, band in enumerate(Vacancy.AgeBand.values)]
    return rows.annotate(age_in_order=Case(*places, output_field=IntegerField()))


def name_for_anybody(provider: Provider) -> str:
    """The name outside the early years team: of a home without the
    number that stands in for a missing name elsewhere.
    """
    return (provider.name or _("A childminder")) if provider.is_domestic else str(provider)


def telephone_for_anybody(provider: Provider) -> str:
    """Nobody's telephone at home."""
    return "" if provider.is_domestic else provider.telephone


def agreed_on(day: date) -> Q:
    """Rows of PublicConsent that hold on a day."""
    return Q(given_on__lte=day) & (Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=day))


def may_be_named(rows: QuerySet[Provider], *, on: date) -> QuerySet[Provider]:
    """Settings that a public page may name: those that are nobody's home, and homes that agreed."""
    agreed = Exists(PublicConsent.objects.filter(agreed_on(on), provider=OuterRef("pk")))
    return rows.filter(~IN_A_HOME | agreed)


def nameable_ids(*, on: date) -> QuerySet[Provider, int]:
    """The ids of all that a public page may name, as a part of other queries."""
    return may_be_named(Provider.objects.order_by(), on=on).values_list("pk", flat=True)


def consent_of(provider: Provider) -> PublicConsent | None:
    """The consent that has not been withdrawn."""
    return (
        PublicConsent.objects.select_related("given_by")
        .filter(provider=provider, withdrawn_on__isnull=True)
        .first()
    )


def partnerships_of(provider: Provider, *, on: date) -> QuerySet[DeliveryPartnership]:
    """Those that a setting leads or is a partner of, which hold on a day or begin later."""
    with_it = Exists(DeliveryPartner.objects.filter(partnership=OuterRef("pk"), provider=provider))
    not_over = Q(ends_on__isnull=True) | Q(ends_on__gt=on)
    rows = DeliveryPartnership.objects.filter(Q(lead=provider) | with_it, not_over).select_related("lead")
    return rows.prefetch_related(partners()).order_by("lead__search_text", "starts_on", "pk")


def partners() -> Prefetch[Any]:
    rows = DeliveryPartner.objects.select_related("provider").order_by("provider__search_text", "pk")
    return Prefetch("partners", queryset=rows)


def partnership_led_by(provider: Provider, partnership_id: int) -> DeliveryPartnership | None:
    """A partnership that this setting leads: only the lead setting changes or ends it."""
    rows = DeliveryPartnership.objects.select_related("lead").prefetch_related("partners__provider")
    return rows.filter(lead=provider, pk=partnership_id).first()


def partnership_for_update(partnership_id: int) -> DeliveryPartnership:
    return (
        DeliveryPartnership.objects.select_for_update(of=("self",))
        .select_related("lead")
        .get(pk=partnership_id)
    )


def partnerships_of_settings(provider_ids: Collection[int], *, on: date) -> QuerySet[DeliveryPartnership]:
    """Those led by any of the settings that hold on a day: what the ways of working of their group lists."""
    rows = DeliveryPartnership.objects.filter(holds_on(on), lead_id__in=provider_ids).select_related("lead")
    return rows.prefetch_related("partners__provider").order_by("lead__search_text", "starts_on", "pk")


AGE_BANDS = Vacancy.AgeBand.choices
SESSIONS = Vacancy.Session.choices


def vacancies_to_list(*, on: date, with_homes: bool) -> QuerySet[Vacancy]:
    """Those that have not faded.

    ``with_homes``: also of homes that did not agree to be named, which officers alone see.
    """
    return with_age_in_order(shown_vacancies(on=on) if with_homes else vacancies_for_anybody(on=on))


def vacancies_in_district(rows: QuerySet[Vacancy], wanted: str) -> QuerySet[Vacancy]:
    """Those of settings in a district by its id, or of settings in none."""
    return (
        rows.filter(provider__district__isnull=True)
        if wanted == NO_DISTRICT
        else rows.filter(provider__district_id=wanted)
    )
