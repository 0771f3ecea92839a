"""A role given by mistake is taken back on its first day, effective at once (A2)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import Authority, RoleAppointment, User
from accounts.roles import Role
from accounts.services.roles import appoint_to_role
from audit.models import Entry
from core.scoping import authority_scope
from memberships.models.members import SettingRole
from tests.collaborations.pages import day
from tests.factories.groups import Group

HOME = "/larkshire/"
Browse = Callable[[User | None], Client]


@pytest.mark.django_db
def test_a_role_given_by_mistake_today_is_taken_back_today(
    larkshire: Authority, maya: User, sam: User, browse: Browse
) -> None:
    today = timezone.localdate()
    with authority_scope(larkshire):
        role = appoint_to_role(user=sam, role=Role.OFFICER, starts_on=today, by=maya)
    session, manager = browse(sam), browse(maya)
    assert session.get("/larkshire/admin/").status_code == 200
    change = f"/larkshire/admin/accounts/roleappointment/{role.pk}/"
    answer = manager.post(f"{change}change/", {"ends_on": (today - timedelta(days=1)).isoformat()})
    assert "To end it now, use “Take away now”." in answer.content.decode()
    assert f"{change}delete/" in manager.get(f"{change}change/").content.decode()
    assert manager.post(f"{change}delete/", {"post": "yes"}).status_code == 302
    assert session.get("/larkshire/admin/").status_code in (302, 403)
    with authority_scope(larkshire):
        assert not RoleAppointment.objects.filter(user=sam).exists()
        sentence = str(Entry.objects.get(action="role_withdrawn"))
        assert sentence.startswith("Maya Thornton took back the role of Sam Wilder as Early years officer")


@pytest.mark.django_db
def test_a_role_of_yesterday_or_of_oneself_is_not_taken_back(
    larkshire: Authority, maya: User, amina: User, browse: Browse
) -> None:
    manager = browse(maya)
    with authority_scope(larkshire):
        old = amina.role_appointments.get()
        own = maya.role_appointments.get()
        RoleAppointment.objects.filter(pk=own.pk).update(starts_on=timezone.localdate())
    base = "/larkshire/admin/accounts/roleappointment"
    assert manager.post(f"{base}/{old.pk}/delete/", {"post": "yes"}).status_code == 403
    answer = manager.post(f"{base}/{own.pk}/delete/", {"post": "yes"}, follow=True)
    assert "You cannot take back your own role" in answer.content.decode()
    assert manager.get(HOME).status_code == 200


@pytest.mark.django_db
def test_a_setting_role_given_by_mistake_today_is_taken_back_today(
    larkshire: Authority, amina: User, sam: User, led: Group, browse: Browse
) -> None:
    today = timezone.localdate()
    people = f"/larkshire/collaborations/{led.collaboration.pk}/members/{led.bluebells.pk}/"
    officer, session = browse(amina), browse(sam)
    data = {"email": sam.email, "full_name": "Sam", "role": "manager", **day("starts_on", today)}
    assert officer.post(f"{people}people/add/", data).status_code == 302
    page = f"/larkshire/settings/{led.bluebells.provider_id}/"
    assert session.get(page).status_code == 200
    with authority_scope(larkshire):
        role = SettingRole.objects.get(user=sam)
    take_back = f"{people}people/{role.pk}/withdraw/"
    assert take_back in officer.get(people).content.decode()
    refused = officer.post(f"{people}people/{role.pk}/end/", day("ends_on", today - timedelta(days=1)))
    assert "If it was given by mistake, take it back instead." in refused.content.decode()
    assert officer.get(take_back).status_code == 200
    assert officer.post(take_back).status_code == 302
    assert session.get(page).status_code in (403, 404)
    with authority_scope(larkshire):
        assert not SettingRole.objects.filter(user=sam).exists()
        assert Entry.objects.filter(action="setting_role_withdrawn").count() == 1
        mo = SettingRole.objects.get(user=led.mo)
    assert officer.post(f"{people}people/{mo.pk}/withdraw/").status_code == 200, "began long ago: refused"
    with authority_scope(larkshire):
        assert SettingRole.objects.filter(pk=mo.pk).exists()
