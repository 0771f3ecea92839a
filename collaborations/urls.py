"""Addresses of a collaboration's own pages. The memberships app, which knows the members, includes them."""

from django.urls import path

from collaborations import views
from collaborations.views import templates, writing

urlpatterns = [
    path("start/", views.StartCollaboration.as_view(), name="start"),
    path("<int:pk>/change/", views.ChangeCollaboration.as_view(), name="change"),
    path("<int:pk>/ways-of-working/start/", writing.StartTerms.as_view(), name="start_terms"),
    path("<int:pk>/ways-of-working/write/", writing.WriteTerms.as_view(), name="write_terms"),
    path("<int:pk>/ways-of-working/put-aside/", writing.DiscardTerms.as_view(), name="discard_terms"),
    path("ways-of-working/templates/", templates.TermsTemplates.as_view(), name="terms_templates"),
    path("ways-of-working/templates/start/", templates.StartTermsTemplate.as_view(), name="start_terms_template"),
    path("ways-of-working/templates/<int:row>/", templates.TermsTemplatePage.as_view(), name="terms_template"),
    path("ways-of-working/templates/<int:row>/publish/", templates.PublishTermsTemplate.as_view(), name="publish_terms_template"),
    path("ways-of-working/templates/<int:row>/put-aside/", templates.DiscardTermsTemplate.as_view(), name="discard_terms_template"),
    path("ways-of-working/templates/<int:row>/<str:key>/", templates.ChangeTermsTemplate.as_view(), name="change_terms_template"),
]
