"""Addresses of ways of working: writing, agreeing, reading, templates, reviews.

Each is whole, from the authority's own address on.
"""

from django.urls import path

from ways_of_working.views import (
    agreement,
    agreement_answers,
    comparing,
    printing,
    reading,
    reviews,
    sections,
    templates,
    terms_overview,
    writing,
)

app_name = "ways_of_working"
urlpatterns = [
    path("collaborations/ways-of-working/", terms_overview.TermsOverview.as_view(), name="terms_overview"),
    path(
        "collaborations/ways-of-working/answer/<str:token>/",
        agreement_answers.AnswerTermsByLink.as_view(),
        name="answer_terms_by_link",
    ),
    path(
        "collaborations/<int:pk>/ways-of-working/<int:version>/answer/<int:row>/",
        agreement_answers.AnswerTerms.as_view(),
        name="answer_terms",
    ),
    path(
        "collaborations/<int:pk>/ways-of-working/compare/",
        comparing.CompareTerms.as_view(),
        name="compare_terms",
    ),
    path(
        "collaborations/<int:pk>/ways-of-working/<int:version>/circulate/",
        agreement.CirculateTerms.as_view(),
        name="circulate_terms",
    ),
    path(
        "collaborations/<int:pk>/ways-of-working/<int:version>/answers/",
        agreement.TermsAnswers.as_view(),
        name="terms_answers",
    ),
    path(
        "collaborations/<int:pk>/ways-of-working/<int:version>/answers/<int:row>/reply/",
        agreement.ReplyTerms.as_view(),
        name="reply_terms",
    ),
    path(
        "collaborations/<int:pk>/ways-of-working/<int:version>/remind/",
        agreement.RemindTerms.as_view(),
        name="remind_terms",
    ),
    path(
        "collaborations/<int:pk>/ways-of-working/<int:version>/take-back/",
        agreement.TakeBackTerms.as_view(),
        name="take_back_terms",
    ),
    path(
        "collaborations/<int:pk>/ways-of-working/<int:version>/adopt/",
        agreement.AdoptTerms.as_view(),
        name="adopt_terms",
    ),
    path("collaborations/reviews/", reviews.AllReviews.as_view(), name="all_reviews"),
    path("collaborations/<int:pk>/reviews/", reviews.Reviews.as_view(), name="reviews"),
    path("collaborations/<int:pk>/reviews/<int:row>/", reviews.ReviewPage.as_view(), name="review"),
    path(
        "collaborations/<int:pk>/reviews/<int:row>/record/",
        reviews.RecordReview.as_view(),
        name="record_review",
    ),
    path("collaborations/ways-of-working/print/", printing.PrintTerms.as_view(), name="print_terms"),
    path("collaborations/<int:pk>/ways-of-working/", reading.Terms.as_view(), name="terms"),
    path(
        "collaborations/<int:pk>/ways-of-working/summary.pdf",
        reading.TermsSummaryPdf.as_view(),
        name="terms_summary_pdf",
    ),
    path(
        "collaborations/<int:pk>/ways-of-working/<int:version>/",
        reading.TermsVersion.as_view(),
        name="terms_version",
    ),
    path(
        "collaborations/<int:pk>/ways-of-working/<int:version>/pdf/",
        reading.TermsPdf.as_view(),
        name="terms_pdf",
    ),
    path(
        "collaborations/<int:pk>/ways-of-working/write/<str:key>/",
        sections.WriteTermsSection.as_view(),
        name="write_terms_section",
    ),
    path("collaborations/<int:pk>/ways-of-working/start/", writing.StartTerms.as_view(), name="start_terms"),
    path("collaborations/<int:pk>/ways-of-working/write/", writing.WriteTerms.as_view(), name="write_terms"),
    path(
        "collaborations/<int:pk>/ways-of-working/put-aside/",
        writing.DiscardTerms.as_view(),
        name="discard_terms",
    ),
    path(
        "collaborations/ways-of-working/templates/",
        templates.TermsTemplates.as_view(),
        name="terms_templates",
    ),
    path(
        "collaborations/ways-of-working/templates/start/",
        templates.StartTermsTemplate.as_view(),
        name="start_terms_template",
    ),
    path(
        "collaborations/ways-of-working/templates/<int:row>/",
        templates.TermsTemplatePage.as_view(),
        name="terms_template",
    ),
    path(
        "collaborations/ways-of-working/templates/<int:row>/publish/",
        templates.PublishTermsTemplate.as_view(),
        name="publish_terms_template",
    ),
    path(
        "collaborations/ways-of-working/templates/<int:row>/put-aside/",
        templates.DiscardTermsTemplate.as_view(),
        name="discard_terms_template",
    ),
    path(
        "collaborations/ways-of-working/templates/<int:row>/<str:key>/",
        templates.ChangeTermsTemplate.as_view(),
        name="change_terms_template",
    ),
]
