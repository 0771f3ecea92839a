"""Addresses of the export centre and of spreadsheets that are loaded.

Each is whole, from the authority's own address on.
"""

from django.urls import path

from exchange import views

app_name = "exchange"
urlpatterns = [
    path("collaborations/import/", views.Sheets.as_view(), name="sheets"),
    path("collaborations/import/new/", views.UploadSheet.as_view(), name="upload_sheet"),
    path("collaborations/import/template/", views.SheetTemplate.as_view(), name="sheet_template"),
    path("collaborations/import/<int:pk>/", views.SheetPage.as_view(), name="sheet"),
    path(
        "collaborations/import/<int:pk>/questions/", views.AnswerQuestions.as_view(), name="sheet_questions"
    ),
    path("collaborations/import/<int:pk>/discard/", views.DiscardSheet.as_view(), name="discard_sheet"),
    path("collaborations/import/<int:pk>/<slug:result>/", views.SheetLines.as_view(), name="sheet_lines"),
    path("exports/", views.ExportCentre.as_view(), name="exports"),
]
