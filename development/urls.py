"""Addresses of development plans. Each is whole, from the authority's own address on."""

from django.urls import path

from development.views import reading, writing

app_name = "development"
urlpatterns = [
    path(
        "collaborations/development-plans/",
        reading.AllDevelopmentPlans.as_view(),
        name="all_development_plans",
    ),
    path(
        "collaborations/<int:pk>/development/", reading.DevelopmentPlans.as_view(), name="development_plans"
    ),
    path(
        "collaborations/<int:pk>/development/<int:row>/",
        reading.DevelopmentPlanPage.as_view(),
        name="development_plan",
    ),
    path(
        "collaborations/<int:pk>/development/<int:row>/print/",
        reading.PrintDevelopmentPlan.as_view(),
        name="print_development_plan",
    ),
    path(
        "collaborations/<int:pk>/development/start/",
        writing.StartDevelopmentPlan.as_view(),
        name="start_development_plan",
    ),
    path(
        "collaborations/<int:pk>/development/<int:row>/change/",
        writing.ChangeDevelopmentPlan.as_view(),
        name="change_development_plan",
    ),
    path(
        "collaborations/<int:pk>/development/<int:row>/begin/",
        writing.BeginWork.as_view(),
        name="begin_work_by_plan",
    ),
    path(
        "collaborations/<int:pk>/development/<int:row>/effect/",
        writing.Evaluate.as_view(),
        name="evaluate_plan",
    ),
    path(
        "collaborations/<int:pk>/development/<int:row>/close/",
        writing.CloseDevelopmentPlan.as_view(),
        name="close_development_plan",
    ),
    path(
        "collaborations/<int:pk>/development/<int:row>/objectives/add/",
        writing.AddObjective.as_view(),
        name="add_objective",
    ),
    path(
        "collaborations/<int:pk>/development/<int:row>/objectives/<int:objective>/change/",
        writing.ChangeObjective.as_view(),
        name="change_objective",
    ),
    path(
        "collaborations/<int:pk>/development/<int:row>/objectives/<int:objective>/move/<slug:way>/",
        writing.MoveObjective.as_view(),
        name="move_objective",
    ),
    path(
        "collaborations/<int:pk>/development/<int:row>/objectives/<int:objective>/remove/",
        writing.RemoveObjective.as_view(),
        name="remove_objective",
    ),
    path(
        "collaborations/<int:pk>/development/<int:row>/objectives/<int:objective>/actions/add/",
        writing.AddPlanAction.as_view(),
        name="add_plan_action",
    ),
    path(
        "collaborations/<int:pk>/development/<int:row>/actions/<int:action>/change/",
        writing.ChangePlanAction.as_view(),
        name="change_plan_action",
    ),
    path(
        "collaborations/<int:pk>/development/<int:row>/actions/<int:action>/done/",
        writing.FinishPlanAction.as_view(),
        name="finish_plan_action",
    ),
    path(
        "collaborations/<int:pk>/development/<int:row>/actions/<int:action>/remove/",
        writing.RemovePlanAction.as_view(),
        name="remove_plan_action",
    ),
]
