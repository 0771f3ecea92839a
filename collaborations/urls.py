"""Addresses of collaborations: their list, cards and map, their own pages, their life.

Each is whole, from the authority's own address on.
"""

from django.urls import path
from django.views.generic import RedirectView

from collaborations.views import (
    choosing,
    collaborations,
    first_answers,
    first_invited,
    first_meeting,
    gaps,
    life,
    maps,
)

MOVED = {"permanent": True, "query_string": True}
app_name = "collaborations"
GROUP = "collaborations/<int:pk>/meetings/"
#: A first meeting is one of the meetings of its group.
FIRST = f"{GROUP}<int:meeting>/"
urlpatterns = [
    path("collaborations/", collaborations.Collaborations.as_view(), name="list"),
    path("collaborations/<int:pk>/", collaborations.CollaborationPage.as_view(), name="detail"),
    # the cards of before
    path("collaborations/cards/", RedirectView.as_view(pattern_name="collaborations:list", **MOVED)),
    path("collaborations/map/", maps.CollaborationMap.as_view(), name="map"),
    path("collaborations/map/outlines/", maps.LoadOutlines.as_view(), name="load_outlines"),
    path("collaborations/map/outlines/remove/", maps.RemoveOutlines.as_view(), name="remove_outlines"),
    path("collaborations/settings-without/", gaps.SettingsWithout.as_view(), name="settings_without"),
    path("collaborations/<int:pk>/administration/", life.LifePage.as_view(), name="life"),
    path("collaborations/<int:pk>/life/", life.LifeMoved.as_view(), name="life_before"),
    path("collaborations/<int:pk>/life/move/<slug:to>/", life.Move.as_view(), name="move"),
    path("collaborations/<int:pk>/life/close/", life.Close.as_view(), name="close"),
    path(
        "collaborations/<int:pk>/life/first-meeting/",
        first_meeting.RecordFirstMeeting.as_view(),
        name="first_meeting",
    ),
    path(
        "collaborations/<int:pk>/life/ways-of-working/",
        life.RecordTermsAdopted.as_view(),
        name="record_terms",
    ),
    path("collaborations/for/<slug:job>/", choosing.ChooseCollaboration.as_view(), name="choose"),
    path("collaborations/start/", collaborations.StartCollaboration.as_view(), name="start"),
    path("collaborations/<int:pk>/change/", collaborations.ChangeCollaboration.as_view(), name="change"),
    path(f"{GROUP}first/arrange/", first_meeting.ArrangeFirst.as_view(), name="arrange_first"),
    path(f"{FIRST}invited/", first_invited.InvitedList.as_view(), name="invited_to_first"),
    path(f"{FIRST}invited/add/", first_invited.InviteToFirst.as_view(), name="invite_to_first"),
    path(f"{FIRST}invited/find/", first_invited.FindToInvite.as_view(), name="find_to_invite"),
    path(f"{FIRST}invited/remind/", first_invited.RemindInvited.as_view(), name="remind_invited"),
    path(f"{FIRST}invited/needs/", first_invited.NeedsAtFirst.as_view(), name="needs_at_first"),
    path(
        f"{FIRST}invited/<int:invited>/answer/",
        first_answers.AnswerInvited.as_view(),
        name="answer_invited",
    ),
    path(
        f"{FIRST}invited/<int:invited>/take-back/",
        first_invited.WithdrawInvited.as_view(),
        name="withdraw_invited",
    ),
    path(f"{FIRST}came/", first_meeting.WhoCameFirst.as_view(), name="who_came_first"),
    path("meetings/first/<str:token>/", first_answers.FirstByLink.as_view(), name="first_by_link"),
]
