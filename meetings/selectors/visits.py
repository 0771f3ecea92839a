"""Reads about peer visits and training that a group organises."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from django.db.models import Prefetch, Q, QuerySet, Sum

from accounts.models import User, holds_on
from accounts.selectors import people_to_write_to
from collaborations.models import Collaboration
from core.saving import edition_of
from meetings.models.visits import PeerVisit, Training, TrainingPlace, Visitor
from meetings.rules.visits import LIVE, VisitState
from memberships.models.members import Membership, SettingRole
from memberships.selectors.days import is_member_on
from providers.models import Provider


def _with_visitors() -> Prefetch[str]:
    return Prefetch("visitors", Visitor.objects.select_related("provider", "written_by").order_by("pk"))


def _with_bookings() -> Prefetch[str]:
    rows = TrainingPlace.objects.select_related("provider").order_by("provider__name__in_order", "pk")
    return Prefetch("bookings", rows)


def every_visit() -> QuerySet[PeerVisit]:
    """Every visit, the latest first, with host and visitors."""
    rows = PeerVisit.objects.select_related("collaboration__district", "host", "asked_by")
    return rows.prefetch_related(_with_visitors()).order_by("-on", "-pk")


def every_training() -> QuerySet[Training]:
    """Every training, the latest first, with how many come and came."""
    rows = Training.objects.select_related("collaboration__district")
    counted = rows.annotate(coming=Sum("bookings__people"), came=Sum("bookings__came"))
    return counted.order_by("-on", "-starts_at", "-pk")


def visits_of(collaboration: Collaboration) -> QuerySet[PeerVisit]:
    """The visits among the settings of a group, the latest first."""
    return every_visit().filter(collaboration=collaboration)


def training_of(collaboration: Collaboration) -> QuerySet[Training]:
    """The training of a group, the latest first, with who comes."""
    return every_training().filter(collaboration=collaboration).prefetch_related(_with_bookings())


def visit_in(collaboration: Collaboration, visit_id: int) -> PeerVisit | None:
    """A visit of this group; None where it is another's or there is none."""
    return visits_of(collaboration).filter(pk=visit_id).first()


def visit_by_id(visit_id: int) -> PeerVisit | None:
    """For emails, with its group and authority."""
    return every_visit().select_related("authority").filter(pk=visit_id).first()


def visit_for_update(visit_id: int) -> PeerVisit:
    """The row, locked until the transaction ends."""
    rows = PeerVisit.objects.select_for_update(of=("self",)).select_related("collaboration", "host")
    return rows.prefetch_related(_with_visitors()).get(pk=visit_id)


def training_in(collaboration: Collaboration, training_id: int) -> Training | None:
    """A training of this group; None where it is another's or there is none."""
    return training_of(collaboration).filter(pk=training_id).first()


def training_by_id(training_id: int) -> Training | None:
    """For emails, with its group and authority."""
    rows = Training.objects.select_related("collaboration", "authority").prefetch_related(_with_bookings())
    return rows.filter(pk=training_id).first()


def training_for_update(training_id: int) -> Training:
    """The row, locked until the transaction ends."""
    rows = Training.objects.select_for_update(of=("self",)).select_related("collaboration")
    return rows.get(pk=training_id)


def same_visit(
    collaboration: Collaboration, *, host: Provider, visitors: Collection[int], on: date, focus: str
) -> PeerVisit | None:
    """The live visit that says just this already."""
    rows = visits_of(collaboration).filter(host=host, on=on, focus=focus, state__in=LIVE)
    return next(
        (row for row in rows if {each.provider_id for each in row.visitors.all()} == set(visitors)), None
    )


def members_on(collaboration: Collaboration, *, on: date) -> list[Provider]:
    """The settings that are members on a day, by name."""
    ids = Membership.objects.filter(is_member_on(on), collaboration=collaboration).values("provider_id")
    return list(Provider.objects.filter(pk__in=ids).order_by("name__in_order", "pk"))


def works_at(user: User, provider_ids: Iterable[int], *, on: date) -> set[int]:
    """At which of some settings somebody works on a day."""
    rows = SettingRole.objects.filter(holds_on(on), user=user, provider__in=list(provider_ids))
    return set(rows.values_list("provider_id", flat=True))


def managers_of(provider_ids: Iterable[int], *, on: date) -> QuerySet[User]:
    """Who manages some settings, and is written to."""
    roles = SettingRole.objects.filter(
        holds_on(on), role=SettingRole.Role.MANAGER, provider__in=list(provider_ids)
    )
    return people_to_write_to(roles.order_by().values("user_id"))


def asked_side(visit: PeerVisit) -> list[int]:
    """The settings that answer: the visitors of an invitation, or the host."""
    visitors = [row.provider_id for row in visit.visitors.all()]
    return visitors if visit.asked_by_host else [visit.host_id]


def asking_side(visit: PeerVisit) -> list[int]:
    """The settings that asked."""
    visitors = [row.provider_id for row in visit.visitors.all()]
    return [visit.host_id] if visit.asked_by_host else visitors


def everyone_in(visit: PeerVisit) -> list[int]:
    """Host and visitors."""
    return [visit.host_id, *(row.provider_id for row in visit.visitors.all())]


def visits_to_answer(provider_ids: Collection[int], *, on: date) -> list[PeerVisit]:
    """What some settings are asked, and have not answered, soonest first."""
    waiting = every_visit().filter(state=VisitState.ASKED, on__gte=on)
    asked = Q(asked_by_host=False, host__in=provider_ids)
    asked |= Q(asked_by_host=True, visitors__provider__in=provider_ids)
    return list(waiting.filter(asked).distinct().order_by("on", "pk"))


def ideas_to_ask_again(*, until: date) -> QuerySet[Visitor]:
    """Ideas from visits until a day, of which nobody has said what became of them."""
    rows = Visitor.objects.filter(visit__state=VisitState.AGREED, visit__on__lte=until, became="").exclude(
        idea=""
    )
    return rows.select_related("visit__collaboration", "visit__host", "provider").order_by("pk")


def training_to_ask_again(*, until: date) -> QuerySet[TrainingPlace]:
    """Settings that came to a training until a day, and have not said what it changed."""
    rows = TrainingPlace.objects.filter(
        training__is_cancelled=False, training__on__lte=until, came__gt=0, became=""
    )
    return rows.select_related("training__collaboration", "provider").order_by("pk")


def training_ahead(collaboration_ids: Collection[int], *, on: date) -> list[Training]:
    """Training of some groups that is still to come, the next first, with who comes."""
    rows = Training.objects.filter(collaboration__in=collaboration_ids, on__gte=on, is_cancelled=False)
    return list(
        rows.select_related("collaboration")
        .prefetch_related(_with_bookings())
        .order_by("on", "starts_at", "pk")
    )


def training_to_count(collaboration_ids: Collection[int], *, since: date, on: date) -> list[Training]:
    """Training of ``[since, on)`` with bookings of which nobody has said how many came."""
    rows = Training.objects.filter(
        collaboration__in=collaboration_ids, on__gte=since, on__lt=on, is_cancelled=False
    ).filter(bookings__came__isnull=True, bookings__people__gt=0)
    return list(rows.select_related("collaboration").distinct().order_by("on", "pk"))


def booking_of(training: Training, provider: Provider) -> TrainingPlace | None:
    return TrainingPlace.objects.filter(training=training, provider=provider).first()


def people_taken(training: Training, *, but: int | None = None) -> int:
    """How many people of the settings come, apart from one setting's."""
    rows = TrainingPlace.objects.filter(training=training).exclude(provider=but)
    return int(rows.aggregate(people=Sum("people"))["people"] or 0)


def edition_of_visit(visit: PeerVisit) -> str:
    """A mark that changes with what the form shows of a visit."""
    return edition_of(visit.on, visit.starts_at, visit.ends_at, visit.focus, visit.words, visit.state)


def edition_of_training(training: Training) -> str:
    """A mark that changes with what the form shows of a training."""
    values: list[Any] = [training.title, training.words, training.given_by, training.on, training.starts_at]
    values += [training.ends_at, training.place, training.access_notes, training.online_url, training.places]
    return edition_of(*values)
