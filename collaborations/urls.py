"""Addresses of collaborations: their list, cards and map, their own pages, their life.

Each is whole, from the authority's own address on.
"""

from django.urls import path
from django.views.generic import RedirectView

from collaborations.views import choosing, collaborations, first_meeting, gaps, life, maps

MOVED = {"permanent": True, "query_string": True}
app_name = "collaborations"
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
]
