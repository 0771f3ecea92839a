import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import core.models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_walls_of_links"),
        ("collaborations", "0005_first_moves"),
        ("documents", "0002_walls"),
        ("providers", "0008_wall_of_staff_return_reminders"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="DevelopmentPlan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(verbose_name="until")),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Being written"), ("current", "Current"), ("closed", "Closed")],
                        default="draft",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("evaluation", models.TextField(blank=True, verbose_name="the effect on teaching and learning")),
                (
                    "authority",
                    models.ForeignKey(
                        db_default=core.models.AuthorityInScope(),
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.authority",
                    ),
                ),
                (
                    "collaboration",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="development_plans",
                        to="collaborations.collaboration",
                        verbose_name="collaboration",
                    ),
                ),
            ],
            options={
                "verbose_name": "development plan",
                "verbose_name_plural": "development plans",
                "ordering": ["-starts_on", "-pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="DevelopmentPlanHistory",
            fields=[
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(verbose_name="until")),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Being written"), ("current", "Current"), ("closed", "Closed")],
                        default="draft",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("evaluation", models.TextField(blank=True, verbose_name="the effect on teaching and learning")),
                (
                    "authority",
                    models.ForeignKey(
                        db_constraint=False,
                        db_default=core.models.AuthorityInScope(),
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.authority",
                    ),
                ),
                (
                    "collaboration",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="collaborations.collaboration",
                        verbose_name="collaboration",
                    ),
                ),
                (
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="collaborations.developmentplan",
                    ),
                ),
            ],
            options={
                "db_table": "collaborations_developmentplan_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="DocumentVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField(verbose_name="version")),
                ("added_at", models.DateTimeField(verbose_name="added at")),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="added by"
                    ),
                ),
                (
                    "authority",
                    models.ForeignKey(
                        db_default=core.models.AuthorityInScope(),
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.authority",
                    ),
                ),
                (
                    "file",
                    core.models.OwnedForeignKey(
                        db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documents.storedfile"
                    ),
                ),
            ],
            options={
                "ordering": ["-number"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="DocumentOpening",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                (
                    "authority",
                    models.ForeignKey(
                        db_default=core.models.AuthorityInScope(),
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.authority",
                    ),
                ),
                ("user", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                (
                    "version",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="openings",
                        to="collaborations.documentversion",
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="GroupDocument",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=150, verbose_name="title")),
                (
                    "audience",
                    models.CharField(
                        choices=[("group", "Everybody in the group"), ("leaders", "The leaders"), ("named", "People you name")],
                        default="group",
                        max_length=10,
                        verbose_name="who may open it",
                    ),
                ),
                ("copyright_note", models.CharField(blank=True, max_length=300, verbose_name="copyright")),
                ("review_on", models.DateField(blank=True, null=True, verbose_name="look at it again on")),
                ("removed_at", models.DateTimeField(blank=True, null=True, verbose_name="removed at")),
                (
                    "authority",
                    models.ForeignKey(
                        db_default=core.models.AuthorityInScope(),
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.authority",
                    ),
                ),
                (
                    "collaboration",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="documents",
                        to="collaborations.collaboration",
                        verbose_name="collaboration",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="owner"
                    ),
                ),
            ],
            options={
                "verbose_name": "document of a group",
                "verbose_name_plural": "documents of groups",
                "ordering": ["title", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.AddField(
            model_name="documentversion",
            name="document",
            field=core.models.OwnedForeignKey(
                db_constraint=False, on_delete=django.db.models.deletion.CASCADE, related_name="versions", to="collaborations.groupdocument"
            ),
        ),
        migrations.CreateModel(
            name="DocumentReader",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(null=True)),
                (
                    "authority",
                    models.ForeignKey(
                        db_default=core.models.AuthorityInScope(),
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.authority",
                    ),
                ),
                ("user", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                (
                    "document",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="readers",
                        to="collaborations.groupdocument",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="GroupDocumentHistory",
            fields=[
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("title", models.CharField(max_length=150, verbose_name="title")),
                (
                    "audience",
                    models.CharField(
                        choices=[("group", "Everybody in the group"), ("leaders", "The leaders"), ("named", "People you name")],
                        default="group",
                        max_length=10,
                        verbose_name="who may open it",
                    ),
                ),
                ("copyright_note", models.CharField(blank=True, max_length=300, verbose_name="copyright")),
                ("review_on", models.DateField(blank=True, null=True, verbose_name="look at it again on")),
                ("removed_at", models.DateTimeField(blank=True, null=True, verbose_name="removed at")),
                (
                    "authority",
                    models.ForeignKey(
                        db_constraint=False,
                        db_default=core.models.AuthorityInScope(),
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.authority",
                    ),
                ),
                (
                    "collaboration",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="collaborations.collaboration",
                        verbose_name="collaboration",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="owner",
                    ),
                ),
                (
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="collaborations.groupdocument",
                    ),
                ),
            ],
            options={
                "db_table": "collaborations_groupdocument_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Objective",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("aim", models.CharField(max_length=300, verbose_name="objective")),
                ("data_behind", models.TextField(blank=True, verbose_name="the data behind it")),
                ("success_measure", models.TextField(blank=True, verbose_name="how you will know")),
                ("evaluation", models.TextField(blank=True, verbose_name="the effect on teaching and learning")),
                (
                    "authority",
                    models.ForeignKey(
                        db_default=core.models.AuthorityInScope(),
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.authority",
                    ),
                ),
                (
                    "plan",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="objectives",
                        to="collaborations.developmentplan",
                    ),
                ),
            ],
            options={
                "verbose_name": "objective",
                "verbose_name_plural": "objectives",
                "ordering": ["position", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="ObjectiveHistory",
            fields=[
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("aim", models.CharField(max_length=300, verbose_name="objective")),
                ("data_behind", models.TextField(blank=True, verbose_name="the data behind it")),
                ("success_measure", models.TextField(blank=True, verbose_name="how you will know")),
                ("evaluation", models.TextField(blank=True, verbose_name="the effect on teaching and learning")),
                (
                    "authority",
                    models.ForeignKey(
                        db_constraint=False,
                        db_default=core.models.AuthorityInScope(),
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.authority",
                    ),
                ),
                (
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="collaborations.objective",
                    ),
                ),
                (
                    "plan",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="collaborations.developmentplan",
                    ),
                ),
            ],
            options={
                "db_table": "collaborations_objective_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="PlanAction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("what", models.CharField(max_length=300, verbose_name="action")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="by")),
                ("cost_pence", models.PositiveIntegerField(default=0, verbose_name="cost in pence")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "authority",
                    models.ForeignKey(
                        db_default=core.models.AuthorityInScope(),
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.authority",
                    ),
                ),
                (
                    "objective",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="actions",
                        to="collaborations.objective",
                    ),
                ),
                (
                    "owner",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="providers.provider",
                        verbose_name="who does it",
                    ),
                ),
            ],
            options={
                "verbose_name": "action",
                "verbose_name_plural": "actions",
                "ordering": ["due_on", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="PlanActionHistory",
            fields=[
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("what", models.CharField(max_length=300, verbose_name="action")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="by")),
                ("cost_pence", models.PositiveIntegerField(default=0, verbose_name="cost in pence")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "authority",
                    models.ForeignKey(
                        db_constraint=False,
                        db_default=core.models.AuthorityInScope(),
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.authority",
                    ),
                ),
                (
                    "objective",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="collaborations.objective",
                    ),
                ),
                (
                    "owner",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="providers.provider",
                        verbose_name="who does it",
                    ),
                ),
                (
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="collaborations.planaction",
                    ),
                ),
            ],
            options={
                "db_table": "collaborations_planaction_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Review",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "clock",
                    models.CharField(
                        choices=[
                            ("work", "The work of the group"),
                            ("terms", "The ways of working"),
                            ("membership", "The membership"),
                            ("elections", "The chair and the administrator"),
                        ],
                        max_length=12,
                        verbose_name="review of",
                    ),
                ),
                ("due_on", models.DateField(verbose_name="due on")),
                ("opened_at", models.DateTimeField(verbose_name="opened at")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                ("words", models.TextField(blank=True, verbose_name="what you found and agreed")),
                (
                    "authority",
                    models.ForeignKey(
                        db_default=core.models.AuthorityInScope(),
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.authority",
                    ),
                ),
                (
                    "collaboration",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="collaborations.collaboration",
                        verbose_name="collaboration",
                    ),
                ),
                (
                    "done_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
            ],
            options={
                "verbose_name": "review",
                "verbose_name_plural": "reviews",
                "ordering": ["due_on", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="ReviewHistory",
            fields=[
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "clock",
                    models.CharField(
                        choices=[
                            ("work", "The work of the group"),
                            ("terms", "The ways of working"),
                            ("membership", "The membership"),
                            ("elections", "The chair and the administrator"),
                        ],
                        max_length=12,
                        verbose_name="review of",
                    ),
                ),
                ("due_on", models.DateField(verbose_name="due on")),
                ("opened_at", models.DateTimeField(verbose_name="opened at")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                ("words", models.TextField(blank=True, verbose_name="what you found and agreed")),
                (
                    "authority",
                    models.ForeignKey(
                        db_constraint=False,
                        db_default=core.models.AuthorityInScope(),
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.authority",
                    ),
                ),
                (
                    "collaboration",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="collaborations.collaboration",
                        verbose_name="collaboration",
                    ),
                ),
                (
                    "done_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
                (
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="collaborations.review",
                    ),
                ),
            ],
            options={
                "db_table": "collaborations_review_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="TermsTemplate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(verbose_name="version")),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Draft"), ("published", "Published")], default="draft", max_length=10, verbose_name="state"
                    ),
                ),
                ("in_force_from", models.DateField(blank=True, null=True, verbose_name="in force from")),
                ("note", models.TextField(blank=True, verbose_name="what is new")),
                ("texts", models.JSONField(blank=True, default=dict, verbose_name="words")),
                ("values", models.JSONField(blank=True, default=dict, verbose_name="answers")),
                ("published_at", models.DateTimeField(editable=False, null=True, verbose_name="published at")),
                (
                    "authority",
                    models.ForeignKey(
                        db_default=core.models.AuthorityInScope(),
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.authority",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "started_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "template of ways of working",
                "verbose_name_plural": "templates of ways of working",
                "ordering": ["-version"],
                "permissions": [("publish_termstemplate", "Can publish a template of ways of working")],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="TermsTemplateHistory",
            fields=[
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(verbose_name="version")),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Draft"), ("published", "Published")], default="draft", max_length=10, verbose_name="state"
                    ),
                ),
                ("in_force_from", models.DateField(blank=True, null=True, verbose_name="in force from")),
                ("note", models.TextField(blank=True, verbose_name="what is new")),
                ("texts", models.JSONField(blank=True, default=dict, verbose_name="words")),
                ("values", models.JSONField(blank=True, default=dict, verbose_name="answers")),
                ("published_at", models.DateTimeField(editable=False, null=True, verbose_name="published at")),
                (
                    "authority",
                    models.ForeignKey(
                        db_constraint=False,
                        db_default=core.models.AuthorityInScope(),
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.authority",
                    ),
                ),
                (
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="collaborations.termstemplate",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "started_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "collaborations_termstemplate_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="WaysOfWorking",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(verbose_name="version")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Being written"),
                            ("circulated", "With the members"),
                            ("adopted", "Adopted"),
                            ("superseded", "Replaced by a later version"),
                            ("discarded", "Put aside"),
                        ],
                        default="draft",
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("is_material", models.BooleanField(default=True, verbose_name="asks the members again")),
                ("change_words", models.TextField(blank=True, verbose_name="what changes, and why")),
                ("started_at", models.DateTimeField(verbose_name="begun at")),
                ("circulated_at", models.DateTimeField(blank=True, null=True, verbose_name="sent to the members at")),
                ("answer_by_on", models.DateField(blank=True, null=True, verbose_name="answer by")),
                ("adopted_on", models.DateField(blank=True, null=True, verbose_name="adopted on")),
                ("decision", models.TextField(blank=True, verbose_name="how the members decided")),
                ("superseded_on", models.DateField(blank=True, null=True, verbose_name="held until")),
                ("record", models.JSONField(default=dict, editable=False, verbose_name="adoption record")),
                (
                    "adopted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
                (
                    "authority",
                    models.ForeignKey(
                        db_default=core.models.AuthorityInScope(),
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.authority",
                    ),
                ),
                (
                    "before",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="later_versions",
                        to="collaborations.waysofworking",
                    ),
                ),
                (
                    "circulated_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "collaboration",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ways_of_working",
                        to="collaborations.collaboration",
                        verbose_name="collaboration",
                    ),
                ),
                (
                    "document",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.storedfile",
                    ),
                ),
                (
                    "started_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="begun by"
                    ),
                ),
                (
                    "template",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="collaborations.termstemplate",
                        verbose_name="template",
                    ),
                ),
            ],
            options={
                "verbose_name": "ways of working",
                "verbose_name_plural": "ways of working",
                "ordering": ["collaboration__name", "-version"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="TermsSection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=20)),
                ("position", models.PositiveSmallIntegerField()),
                ("title", models.CharField(blank=True, help_text="Of a section of your own.", max_length=120, verbose_name="title")),
                ("is_used", models.BooleanField(default=True, verbose_name="this section is used")),
                ("texts", models.JSONField(default=dict)),
                ("values", models.JSONField(default=dict)),
                ("edition", models.PositiveIntegerField(default=0)),
                ("edited_at", models.DateTimeField(null=True)),
                (
                    "authority",
                    models.ForeignKey(
                        db_default=core.models.AuthorityInScope(),
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.authority",
                    ),
                ),
                (
                    "edited_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "ways",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sections",
                        to="collaborations.waysofworking",
                    ),
                ),
            ],
            options={
                "ordering": ["position", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="WaysOfWorkingHistory",
            fields=[
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(verbose_name="version")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Being written"),
                            ("circulated", "With the members"),
                            ("adopted", "Adopted"),
                            ("superseded", "Replaced by a later version"),
                            ("discarded", "Put aside"),
                        ],
                        default="draft",
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("is_material", models.BooleanField(default=True, verbose_name="asks the members again")),
                ("change_words", models.TextField(blank=True, verbose_name="what changes, and why")),
                ("started_at", models.DateTimeField(verbose_name="begun at")),
                ("circulated_at", models.DateTimeField(blank=True, null=True, verbose_name="sent to the members at")),
                ("answer_by_on", models.DateField(blank=True, null=True, verbose_name="answer by")),
                ("adopted_on", models.DateField(blank=True, null=True, verbose_name="adopted on")),
                ("decision", models.TextField(blank=True, verbose_name="how the members decided")),
                ("superseded_on", models.DateField(blank=True, null=True, verbose_name="held until")),
                ("record", models.JSONField(default=dict, editable=False, verbose_name="adoption record")),
                (
                    "adopted_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
                (
                    "authority",
                    models.ForeignKey(
                        db_constraint=False,
                        db_default=core.models.AuthorityInScope(),
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.authority",
                    ),
                ),
                (
                    "before",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="collaborations.waysofworking",
                    ),
                ),
                (
                    "circulated_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "collaboration",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="collaborations.collaboration",
                        verbose_name="collaboration",
                    ),
                ),
                (
                    "document",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="documents.storedfile",
                    ),
                ),
                (
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="collaborations.waysofworking",
                    ),
                ),
                (
                    "started_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="begun by",
                    ),
                ),
                (
                    "template",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="collaborations.termstemplate",
                        verbose_name="template",
                    ),
                ),
            ],
            options={
                "db_table": "collaborations_waysofworking_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.AddIndex(
            model_name="developmentplan",
            index=models.Index(fields=["authority", "collaboration", "state"], name="collaborations_plans_of"),
        ),
        migrations.AddConstraint(
            model_name="developmentplan",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__gt", models.F("starts_on"))), name="collaborations_plan_ends_later"
            ),
        ),
        migrations.AddConstraint(
            model_name="developmentplan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "current")), fields=("authority", "collaboration"), name="collaborations_one_current_plan"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="developmentplan",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "collaborations_developmentplan_history" ("authority_id", "collaboration_id", "ends_on", "evaluation", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "state", "title") VALUES (OLD."authority_id", OLD."collaboration_id", OLD."ends_on", OLD."evaluation", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."starts_on", OLD."state", OLD."title"); RETURN NULL;',
                    hash="ebe8e80341258e77390696e1476f05366427d3d3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7d821",
                    table="collaborations_developmentplan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="developmentplan",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "collaborations_developmentplan_history" ("authority_id", "collaboration_id", "ends_on", "evaluation", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "state", "title") VALUES (OLD."authority_id", OLD."collaboration_id", OLD."ends_on", OLD."evaluation", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."starts_on", OLD."state", OLD."title"); RETURN NULL;',
                    hash="68e7860e1fa0697ba017afe7869ee210506efa4d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_fef68",
                    table="collaborations_developmentplan",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="documentopening",
            index=models.Index(fields=["authority", "version", "-at"], name="collaborations_openings_of"),
        ),
        migrations.AddIndex(
            model_name="groupdocument",
            index=models.Index(fields=["authority", "collaboration", "title"], name="collaborations_documents_of"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="groupdocument",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "collaborations_groupdocument_history" ("audience", "authority_id", "collaboration_id", "copyright_note", "id", "owner_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "review_on", "title") VALUES (OLD."audience", OLD."authority_id", OLD."collaboration_id", OLD."copyright_note", OLD."id", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."removed_at", OLD."review_on", OLD."title"); RETURN NULL;',
                    hash="849be91c96fafcf58aaf4f3a0240eaeb856c5a28",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f7941",
                    table="collaborations_groupdocument",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="groupdocument",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "collaborations_groupdocument_history" ("audience", "authority_id", "collaboration_id", "copyright_note", "id", "owner_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "review_on", "title") VALUES (OLD."audience", OLD."authority_id", OLD."collaboration_id", OLD."copyright_note", OLD."id", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."removed_at", OLD."review_on", OLD."title"); RETURN NULL;',
                    hash="77338134c71d98873cdbaa084a52cf4eb8e34b3f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_42698",
                    table="collaborations_groupdocument",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="documentversion",
            index=models.Index(fields=["authority", "file"], name="collaborations_version_of_file"),
        ),
        migrations.AddConstraint(
            model_name="documentversion",
            constraint=models.UniqueConstraint(fields=("authority", "document", "number"), name="collaborations_document_version_once"),
        ),
        migrations.AddConstraint(
            model_name="documentreader",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__isnull", True), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                name="collaborations_reader_ends",
            ),
        ),
        migrations.AddConstraint(
            model_name="documentreader",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ends_on__isnull", True)), fields=("authority", "document", "user"), name="collaborations_reader_once"
            ),
        ),
        migrations.AddIndex(
            model_name="objective",
            index=models.Index(fields=["authority", "plan"], name="collaborations_objectives_of"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="objective",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "collaborations_objective_history" ("aim", "authority_id", "data_behind", "evaluation", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "position", "success_measure") VALUES (OLD."aim", OLD."authority_id", OLD."data_behind", OLD."evaluation", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."plan_id", OLD."position", OLD."success_measure"); RETURN NULL;',
                    hash="75afe268e4c532c387bc73f31897c5ccb5f35410",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a12e6",
                    table="collaborations_objective",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="objective",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "collaborations_objective_history" ("aim", "authority_id", "data_behind", "evaluation", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "position", "success_measure") VALUES (OLD."aim", OLD."authority_id", OLD."data_behind", OLD."evaluation", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."plan_id", OLD."position", OLD."success_measure"); RETURN NULL;',
                    hash="94069d03cb77ea8287e9a64431c7f80f941654c1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5e9be",
                    table="collaborations_objective",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="planaction",
            index=models.Index(fields=["authority", "objective"], name="collaborations_actions_of"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planaction",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "collaborations_planaction_history" ("authority_id", "cost_pence", "done_on", "due_on", "id", "objective_id", "owner_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "what") VALUES (OLD."authority_id", OLD."cost_pence", OLD."done_on", OLD."due_on", OLD."id", OLD."objective_id", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."what"); RETURN NULL;',
                    hash="265d58c306f2451e1e06409f69e928c68949dd72",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_32ee1",
                    table="collaborations_planaction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planaction",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "collaborations_planaction_history" ("authority_id", "cost_pence", "done_on", "due_on", "id", "objective_id", "owner_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "what") VALUES (OLD."authority_id", OLD."cost_pence", OLD."done_on", OLD."due_on", OLD."id", OLD."objective_id", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."what"); RETURN NULL;',
                    hash="cef29a1ccd9a5b7309d76542e765198be92ff078",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0b4cb",
                    table="collaborations_planaction",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="review",
            constraint=models.UniqueConstraint(fields=("authority", "collaboration", "clock", "due_on"), name="collaborations_review_once"),
        ),
        migrations.AddConstraint(
            model_name="review",
            constraint=models.UniqueConstraint(
                condition=models.Q(("done_on__isnull", True)),
                fields=("authority", "collaboration", "clock"),
                name="collaborations_one_open_review",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="review",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "collaborations_review_history" ("authority_id", "clock", "collaboration_id", "done_by_id", "done_on", "due_on", "id", "opened_at", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") VALUES (OLD."authority_id", OLD."clock", OLD."collaboration_id", OLD."done_by_id", OLD."done_on", OLD."due_on", OLD."id", OLD."opened_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."words"); RETURN NULL;',
                    hash="ce34ec387b9b5a73f5be8c1498b776ac9c49ffc7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ed2b0",
                    table="collaborations_review",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="review",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "collaborations_review_history" ("authority_id", "clock", "collaboration_id", "done_by_id", "done_on", "due_on", "id", "opened_at", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") VALUES (OLD."authority_id", OLD."clock", OLD."collaboration_id", OLD."done_by_id", OLD."done_on", OLD."due_on", OLD."id", OLD."opened_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."words"); RETURN NULL;',
                    hash="ba8576d9c300169dfec84a1ce1d15b794fd24bb9",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_52d9c",
                    table="collaborations_review",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="termstemplate",
            constraint=models.UniqueConstraint(fields=("authority", "version"), name="collaborations_template_version_once"),
        ),
        migrations.AddConstraint(
            model_name="termstemplate",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "draft")), fields=("authority",), name="collaborations_one_draft_template"
            ),
        ),
        migrations.AddConstraint(
            model_name="termstemplate",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state", "draft"), models.Q(("in_force_from__isnull", False), ("published_at__isnull", False)), _connector="OR"
                ),
                name="collaborations_published_template_dated",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="termstemplate",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "collaborations_termstemplate_history" ("authority_id", "id", "in_force_from", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "started_by_id", "state", "texts", "values", "version") VALUES (OLD."authority_id", OLD."id", OLD."in_force_from", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."published_at", OLD."published_by_id", OLD."started_by_id", OLD."state", OLD."texts", OLD."values", OLD."version"); RETURN NULL;',
                    hash="cf9d3775736df598170d7f6d184c45a6a038080f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9ba9f",
                    table="collaborations_termstemplate",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="termstemplate",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "collaborations_termstemplate_history" ("authority_id", "id", "in_force_from", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "started_by_id", "state", "texts", "values", "version") VALUES (OLD."authority_id", OLD."id", OLD."in_force_from", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."published_at", OLD."published_by_id", OLD."started_by_id", OLD."state", OLD."texts", OLD."values", OLD."version"); RETURN NULL;',
                    hash="6a51d1abc93a9d56b6fa96f2a4aa6d7e3ea2d6f1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c8150",
                    table="collaborations_termstemplate",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="waysofworking",
            index=models.Index(fields=["authority", "collaboration", "state"], name="collaborations_terms_of"),
        ),
        migrations.AddConstraint(
            model_name="waysofworking",
            constraint=models.UniqueConstraint(fields=("authority", "collaboration", "version"), name="collaborations_terms_version_once"),
        ),
        migrations.AddConstraint(
            model_name="waysofworking",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["draft", "circulated"])),
                fields=("authority", "collaboration"),
                name="collaborations_one_terms_in_hand",
            ),
        ),
        migrations.AddConstraint(
            model_name="waysofworking",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "adopted")), fields=("authority", "collaboration"), name="collaborations_one_terms_adopted"
            ),
        ),
        migrations.AddConstraint(
            model_name="waysofworking",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["adopted", "superseded"]), _negated=True),
                    models.Q(("adopted_on__isnull", False), models.Q(("decision", ""), _negated=True)),
                    _connector="OR",
                ),
                name="collaborations_adopted_terms_say_how",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="waysofworking",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "collaborations_waysofworking_history" ("adopted_by_id", "adopted_on", "answer_by_on", "authority_id", "before_id", "change_words", "circulated_at", "circulated_by_id", "collaboration_id", "decision", "document_id", "id", "is_material", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "record", "started_at", "started_by_id", "state", "superseded_on", "template_id", "version") VALUES (OLD."adopted_by_id", OLD."adopted_on", OLD."answer_by_on", OLD."authority_id", OLD."before_id", OLD."change_words", OLD."circulated_at", OLD."circulated_by_id", OLD."collaboration_id", OLD."decision", OLD."document_id", OLD."id", OLD."is_material", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."record", OLD."started_at", OLD."started_by_id", OLD."state", OLD."superseded_on", OLD."template_id", OLD."version"); RETURN NULL;',
                    hash="d06d924046c2349c7159289a0df714e44e6f9f48",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ad4b2",
                    table="collaborations_waysofworking",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="waysofworking",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "collaborations_waysofworking_history" ("adopted_by_id", "adopted_on", "answer_by_on", "authority_id", "before_id", "change_words", "circulated_at", "circulated_by_id", "collaboration_id", "decision", "document_id", "id", "is_material", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "record", "started_at", "started_by_id", "state", "superseded_on", "template_id", "version") VALUES (OLD."adopted_by_id", OLD."adopted_on", OLD."answer_by_on", OLD."authority_id", OLD."before_id", OLD."change_words", OLD."circulated_at", OLD."circulated_by_id", OLD."collaboration_id", OLD."decision", OLD."document_id", OLD."id", OLD."is_material", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."record", OLD."started_at", OLD."started_by_id", OLD."state", OLD."superseded_on", OLD."template_id", OLD."version"); RETURN NULL;',
                    hash="28a7b2f6e0d50dddab043a0f7f8ad4be598ecd65",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_16fe9",
                    table="collaborations_waysofworking",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="termssection",
            constraint=models.UniqueConstraint(fields=("authority", "ways", "key"), name="collaborations_terms_section_once"),
        ),
    ]
