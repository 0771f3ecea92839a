"""Attempts of one authority to read or write another's rows. Each answers what came of it.

A is Larkshire, the one who tries; B is Marlshire, whose rows hold the word SECRET. "LEAK" is the only bad
answer.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, models, transaction
from django.db.models import Count, Exists, OuterRef
from django.test import Client
from django_scopes.exceptions import ScopeError

from accounts.models import Authority, User
from collaborations.models import Collaboration
from core.scoping import NoAuthorityInScope
from documents.tasks import make_export
from memberships.models.members import Membership
from providers.models import District, Provider, ProviderIdentity
from tests.cast import sign_in

LEAK, OWN, NOTHING = "LEAK", "own rows only", "nothing"


@dataclass
class Stage:
    """Both authorities with a setting, a district and a collaboration each; ``scope`` opens A's scope as the
    isolation under test does.
    """

    a: Authority
    b: Authority
    setting_a: int
    setting_b: int
    district_b: int
    group_a: int
    group_b: int
    officer: User
    scope: Callable[[Any], Any]

    def client(self) -> Client:
        client = Client(raise_request_exception=False)
        sign_in(client, self.officer)
        return client


PROBES: dict[str, Callable[[Stage], str]] = {}


def probe(title: str) -> Callable[[Callable[[Stage], str]], Callable[[Stage], str]]:
    def keep(function: Callable[[Stage], str]) -> Callable[[Stage], str]:
        PROBES[title] = function
        return function

    return keep


def tried(function: Callable[[Stage], str], stage: Stage) -> str:
    """Run a probe in a savepoint that is rolled back: no probe sees what another one did."""
    try:
        with transaction.atomic():
            try:
                return function(stage)
            finally:
                transaction.set_rollback(True)
    except (ScopeError, NoAuthorityInScope) as refusal:
        return f"stopped: {type(refusal).__name__}"
    except DatabaseError as refusal:
        return f"stopped: {str(refusal).splitlines()[0][:60]}"


def seen(texts: Any) -> str:
    joined = " ".join(map(str, texts))
    return LEAK if "SECRET" in joined else OWN if "open A" in joined else NOTHING


def plain_manager(model: Any) -> Any:
    """What a developer leaves on a model by mistake."""
    manager: Any = models.Manager()
    manager.model = model
    return manager


def sql(statement: str, *values: Any) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall() if cursor.description else [cursor.rowcount]


# --- reading with no authority in scope ---------------------------------------------------------------------


@probe("the manager, scope forgotten")
def _(stage: Stage) -> str:
    return seen(provider.name for provider in Provider.objects.all())


@probe("exists(), scope forgotten")
def _(stage: Stage) -> str:
    return LEAK if Provider.objects.exists() else NOTHING


@probe("raw SQL, scope forgotten")
def _(stage: Stage) -> str:
    return seen(sql("SELECT name FROM providers_provider"))


@probe("a plain manager, scope forgotten")
def _(stage: Stage) -> str:
    return seen(provider.name for provider in plain_manager(Provider).all())


# --- reading as A -------------------------------------------------------------------------------------------


@probe("raw SQL as A")
def _(stage: Stage) -> str:
    with stage.scope(stage.a):
        return seen(sql("SELECT name FROM providers_provider"))


@probe("Model.objects.raw as A")
def _(stage: Stage) -> str:
    with stage.scope(stage.a):
        return seen(provider.name for provider in Provider.objects.raw("SELECT * FROM providers_provider"))


@probe("a foreign key as A")
def _(stage: Stage) -> str:
    with stage.scope(stage.a):
        return LEAK if Provider.objects.filter(pk=stage.setting_b).exists() else NOTHING


@probe("refresh_from_db of a foreign row")
def _(stage: Stage) -> str:
    with stage.scope(stage.a):
        provider = Provider(pk=stage.setting_b)
        try:
            provider.refresh_from_db()
        except Provider.DoesNotExist:
            return NOTHING
        return seen([provider.name])


@probe("a plain manager as A")
def _(stage: Stage) -> str:
    with stage.scope(stage.a):
        return seen(provider.name for provider in plain_manager(Provider).all())


@probe("counting over a reverse relation")
def _(stage: Stage) -> str:
    with stage.scope(stage.a):
        counted = Authority.objects.filter(pk=stage.b.pk).annotate(
            n=Exists(plain_manager(Provider).filter(authority_id=OuterRef("pk")))
        )
        return LEAK if counted.get().n else NOTHING


@probe("aggregate over a plain manager")
def _(stage: Stage) -> str:
    with stage.scope(stage.a):
        return LEAK if plain_manager(Provider).aggregate(n=Count("pk"))["n"] > 1 else OWN


@probe("a join to the authorities in raw SQL")
def _(stage: Stage) -> str:
    with stage.scope(stage.a):
        return seen(
            sql("SELECT p.name FROM accounts_authority a JOIN providers_provider p ON p.authority_id = a.id")
        )


@probe("row history in raw SQL")
def _(stage: Stage) -> str:
    with stage.scope(stage.b):
        Provider.objects.filter(pk=stage.setting_b).update(telephone="1")
    with stage.scope(stage.a):
        return seen(sql("SELECT name FROM providers_provider_history"))


@probe("the audit log in raw SQL")
def _(stage: Stage) -> str:
    with stage.scope(stage.a):
        return LEAK if sql("SELECT 1 FROM audit_entry WHERE authority_id = %s", stage.b.pk) else NOTHING


@probe("a foreign row through a planted foreign key")
def _(stage: Stage) -> str:
    with stage.scope(stage.a):
        provider = Provider.objects.get(pk=stage.setting_a)
        provider.district_id = stage.district_b
        try:
            return seen([provider.district])
        except District.DoesNotExist:
            return NOTHING


@probe("the second scope inside the first")
def _(stage: Stage) -> str:
    with stage.scope(stage.a), stage.scope(stage.b):
        return seen(provider.name for provider in Provider.objects.all())


# --- writing as A -------------------------------------------------------------------------------------------


@probe("create() for the other authority")
def _(stage: Stage) -> str:
    with stage.scope(stage.a):
        Provider.objects.create(authority_id=stage.b.pk, name="planted", urn="EY000001", provider_type="home")
        return LEAK


@probe("bulk_create() for the other authority")
def _(stage: Stage) -> str:
    with stage.scope(stage.a):
        Provider.objects.bulk_create(
            [Provider(authority_id=stage.b.pk, name="planted", urn="EY000002", provider_type="home")]
        )
        return LEAK


@probe("raw INSERT for the other authority")
def _(stage: Stage) -> str:
    with stage.scope(stage.a):
        sql("INSERT INTO providers_district (name, authority_id) VALUES ('planted', %s)", stage.b.pk)
        return LEAK


@probe("update() over foreign rows")
def _(stage: Stage) -> str:
    with stage.scope(stage.a):
        changed = Provider.objects.filter(pk__in=[stage.setting_a, stage.setting_b]).update(name="x")
        return LEAK if changed > 1 else OWN


@probe("moving a row to the other authority")
def _(stage: Stage) -> str:
    with stage.scope(stage.a):
        return LEAK if District.objects.update(authority=stage.b) else NOTHING


@probe("bulk_update() of foreign rows")
def _(stage: Stage) -> str:
    with stage.scope(stage.a):
        return (
            LEAK
            if Provider.objects.bulk_update([Provider(pk=stage.setting_b, name="x")], ["name"])
            else NOTHING
        )


@probe("save() of a foreign row")
def _(stage: Stage) -> str:
    with stage.scope(stage.a):
        Provider(pk=stage.setting_b, authority_id=stage.b.pk, name="x", provider_type="home").save(
            force_update=True
        )
        return LEAK


@probe("raw UPDATE without a condition")
def _(stage: Stage) -> str:
    with stage.scope(stage.a):
        return LEAK if sql("UPDATE providers_provider SET telephone = '1'")[0] > 1 else OWN


@probe("raw DELETE without a condition")
def _(stage: Stage) -> str:
    with stage.scope(stage.a):
        return LEAK if sql("DELETE FROM providers_provideridentity")[0] > 1 else OWN


@probe("a foreign key to the other authority's row, by id")
def _(stage: Stage) -> str:
    with stage.scope(stage.a):
        Provider.objects.filter(pk=stage.setting_a).update(district_id=stage.district_b)
        sql("SET CONSTRAINTS ALL IMMEDIATE")
        return LEAK


@probe("a membership of the other authority's setting, by id")
def _(stage: Stage) -> str:
    with stage.scope(stage.a):
        Membership.objects.create(
            collaboration_id=stage.group_a, provider_id=stage.setting_b, joined_on=date(2026, 1, 1)
        )
        sql("SET CONSTRAINTS ALL IMMEDIATE")
        return LEAK


@probe("uniqueness tells what the other authority has")
def _(stage: Stage) -> str:
    with stage.scope(stage.a):
        twin = Provider(authority_id=stage.a.pk, name="twin", urn="EY200002", provider_type="home")
        try:
            twin.validate_constraints()
        except ValidationError:
            return LEAK
        Provider.objects.create(name="twin", urn="EY200002", provider_type="home")
        return OWN


@probe("deleting a foreign row")
def _(stage: Stage) -> str:
    with stage.scope(stage.a):
        gone = ProviderIdentity(pk=1)
        gone.authority_id, gone.provider_id = stage.a.pk, stage.setting_b
        deleted = Collaboration.objects.filter(pk=stage.group_b).delete()[1]
        return LEAK if deleted else NOTHING


# --- endpoints ----------------------------------------------------------------------------------------------


@probe("A's officer opens B's home")
def _(stage: Stage) -> str:
    answer = stage.client().get("/marlshire/")
    return LEAK if answer.status_code == 200 else NOTHING


@probe("A's officer opens B's setting in A's admin")
def _(stage: Stage) -> str:
    return seen(
        [
            stage.client()
            .get(f"/larkshire/admin/providers/provider/{stage.setting_b}/change/")
            .content.decode()
        ]
    )


@probe("A's officer opens B's collaboration at A's address")
def _(stage: Stage) -> str:
    return seen([stage.client().get(f"/larkshire/collaborations/{stage.group_b}/").content.decode()])


@probe("the admin's list shows")
def _(stage: Stage) -> str:
    return seen([stage.client().get("/larkshire/admin/providers/provider/").content.decode()])


@probe("the list of collaborations shows")
def _(stage: Stage) -> str:
    return seen([stage.client().get("/larkshire/collaborations/").content.decode()])


# --- background work ----------------------------------------------------------------------------------------


@probe("a task asked for with no authority")
def _(stage: Stage) -> str:
    make_export.stamped({})
    return LEAK


@probe("the setting is gone after a block that failed")
def _(stage: Stage) -> str:
    try:
        with stage.scope(stage.a), stage.scope(stage.a):
            raise KeyError
    except KeyError:
        pass
    return LEAK if sql("SELECT name FROM providers_provider") else NOTHING
