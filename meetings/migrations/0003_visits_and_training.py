import django.core.validators
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import core.models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0014_isolation_of_decisions"),
        ("accounts", "__first__"),
        ("collaborations", "0004_one_name_for_one_thing"),
        ("meetings", "0002_isolation"),
        ("providers", "0008_isolation_of_contacts"),
    ]

    operations = [
        migrations.CreateModel(
            name="PeerVisit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField(verbose_name="day")),
                ("starts_at", models.TimeField(blank=True, null=True, verbose_name="from")),
                ("ends_at", models.TimeField(blank=True, null=True, verbose_name="until")),
                ("focus", models.CharField(max_length=300, verbose_name="what you want to see")),
                ("words", models.TextField(blank=True, verbose_name="more about it")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "Waiting for an answer"),
                            ("agreed", "Agreed"),
                            ("declined", "Not this time"),
                            ("cancelled", "Cancelled"),
                        ],
                        default="asked",
                        editable=False,
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("answer", models.CharField(blank=True, max_length=300, verbose_name="answer")),
                ("asked_by_host", models.BooleanField(default=False, editable=False)),
                ("edition", models.PositiveIntegerField(default=0, editable=False)),
                ("asked_at", models.DateTimeField(verbose_name="asked at")),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="asked by",
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
                    "collaboration",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="peer_visits",
                        to="collaborations.collaboration",
                        verbose_name="collaboration",
                    ),
                ),
                (
                    "host",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="providers.provider",
                        verbose_name="setting that is visited",
                    ),
                ),
            ],
            options={
                "verbose_name": "visit",
                "verbose_name_plural": "visits",
                "ordering": ["-on", "-pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["authority", "collaboration", "on"], name="meetings_visits_of")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_at__isnull", True),
                            models.Q(("ends_at__gt", models.F("starts_at")), ("starts_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="meetings_visit_end_after_start",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PeerVisitHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("on", models.DateField(verbose_name="day")),
                ("starts_at", models.TimeField(blank=True, null=True, verbose_name="from")),
                ("ends_at", models.TimeField(blank=True, null=True, verbose_name="until")),
                ("focus", models.CharField(max_length=300, verbose_name="what you want to see")),
                ("words", models.TextField(blank=True, verbose_name="more about it")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "Waiting for an answer"),
                            ("agreed", "Agreed"),
                            ("declined", "Not this time"),
                            ("cancelled", "Cancelled"),
                        ],
                        default="asked",
                        editable=False,
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("answer", models.CharField(blank=True, max_length=300, verbose_name="answer")),
                ("asked_by_host", models.BooleanField(default=False, editable=False)),
                ("edition", models.PositiveIntegerField(default=0, editable=False)),
                ("asked_at", models.DateTimeField(verbose_name="asked at")),
                (
                    "asked_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="asked by",
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
                    "host",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="providers.provider",
                        verbose_name="setting that is visited",
                    ),
                ),
                (
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="meetings.peervisit",
                    ),
                ),
            ],
            options={
                "db_table": "meetings_peervisit_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Training",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                ("words", models.TextField(blank=True, verbose_name="what it is about")),
                ("given_by", models.CharField(blank=True, max_length=120, verbose_name="who gives it")),
                ("on", models.DateField(verbose_name="day")),
                ("starts_at", models.TimeField(verbose_name="from")),
                ("ends_at", models.TimeField(verbose_name="until")),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="where")),
                ("access_notes", models.TextField(blank=True, verbose_name="getting in and taking part")),
                (
                    "online_url",
                    models.URLField(
                        blank=True, max_length=500, verbose_name="link for those who join online"
                    ),
                ),
                ("places", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="places")),
                (
                    "is_cancelled",
                    models.BooleanField(default=False, editable=False, verbose_name="cancelled"),
                ),
                (
                    "cancelled_because",
                    models.CharField(blank=True, max_length=300, verbose_name="why it was cancelled"),
                ),
                ("edition", models.PositiveIntegerField(default=0, editable=False)),
                ("planned_at", models.DateTimeField(verbose_name="planned at")),
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
                        related_name="trainings",
                        to="collaborations.collaboration",
                        verbose_name="collaboration",
                    ),
                ),
                (
                    "planned_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="planned by",
                    ),
                ),
            ],
            options={
                "verbose_name": "training",
                "verbose_name_plural": "training",
                "ordering": ["-on", "-starts_at", "-pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["authority", "collaboration", "on"], name="meetings_training_of")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                        name="meetings_training_end_after_start",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TrainingHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                ("words", models.TextField(blank=True, verbose_name="what it is about")),
                ("given_by", models.CharField(blank=True, max_length=120, verbose_name="who gives it")),
                ("on", models.DateField(verbose_name="day")),
                ("starts_at", models.TimeField(verbose_name="from")),
                ("ends_at", models.TimeField(verbose_name="until")),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="where")),
                ("access_notes", models.TextField(blank=True, verbose_name="getting in and taking part")),
                (
                    "online_url",
                    models.URLField(
                        blank=True, max_length=500, verbose_name="link for those who join online"
                    ),
                ),
                ("places", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="places")),
                (
                    "is_cancelled",
                    models.BooleanField(default=False, editable=False, verbose_name="cancelled"),
                ),
                (
                    "cancelled_because",
                    models.CharField(blank=True, max_length=300, verbose_name="why it was cancelled"),
                ),
                ("edition", models.PositiveIntegerField(default=0, editable=False)),
                ("planned_at", models.DateTimeField(verbose_name="planned at")),
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
                        to="meetings.training",
                    ),
                ),
                (
                    "planned_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="planned by",
                    ),
                ),
            ],
            options={
                "db_table": "meetings_training_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="TrainingPlace",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "people",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MaxValueValidator(99)],
                        verbose_name="how many come",
                    ),
                ),
                (
                    "came",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(99)],
                        verbose_name="how many came",
                    ),
                ),
                ("booked_at", models.DateTimeField(verbose_name="booked at")),
                (
                    "became",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("kept", "We do it now"),
                            ("changed", "We do it, in our own way"),
                            ("trying", "We are still trying it"),
                            ("dropped", "We do not do it"),
                        ],
                        max_length=10,
                        verbose_name="what became of it",
                    ),
                ),
                (
                    "became_words",
                    models.CharField(blank=True, max_length=300, verbose_name="what it changed"),
                ),
                ("asked_again_on", models.DateField(blank=True, editable=False, null=True)),
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
                    "booked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="booked by",
                    ),
                ),
                (
                    "provider",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="providers.provider",
                        verbose_name="setting",
                    ),
                ),
                (
                    "training",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="bookings",
                        to="meetings.training",
                    ),
                ),
            ],
            options={
                "verbose_name": "place at a training",
                "verbose_name_plural": "places at training",
                "ordering": ["pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["authority", "provider"], name="meetings_training_by")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("authority", "training", "provider"), name="meetings_training_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TrainingPlaceHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "people",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MaxValueValidator(99)],
                        verbose_name="how many come",
                    ),
                ),
                (
                    "came",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(99)],
                        verbose_name="how many came",
                    ),
                ),
                ("booked_at", models.DateTimeField(verbose_name="booked at")),
                (
                    "became",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("kept", "We do it now"),
                            ("changed", "We do it, in our own way"),
                            ("trying", "We are still trying it"),
                            ("dropped", "We do not do it"),
                        ],
                        max_length=10,
                        verbose_name="what became of it",
                    ),
                ),
                (
                    "became_words",
                    models.CharField(blank=True, max_length=300, verbose_name="what it changed"),
                ),
                ("asked_again_on", models.DateField(blank=True, editable=False, null=True)),
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
                    "booked_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="booked by",
                    ),
                ),
                (
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="meetings.trainingplace",
                    ),
                ),
                (
                    "provider",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="providers.provider",
                        verbose_name="setting",
                    ),
                ),
                (
                    "training",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.training",
                    ),
                ),
            ],
            options={
                "db_table": "meetings_trainingplace_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Visitor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("seen", models.TextField(blank=True, verbose_name="what you saw")),
                (
                    "idea",
                    models.CharField(blank=True, max_length=300, verbose_name="one idea that you take home"),
                ),
                (
                    "became",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("kept", "We do it now"),
                            ("changed", "We do it, in our own way"),
                            ("trying", "We are still trying it"),
                            ("dropped", "We do not do it"),
                        ],
                        max_length=10,
                        verbose_name="what became of it",
                    ),
                ),
                ("became_words", models.CharField(blank=True, max_length=300, verbose_name="in a sentence")),
                ("asked_again_on", models.DateField(blank=True, editable=False, null=True)),
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
                    "provider",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="providers.provider",
                        verbose_name="setting that visits",
                    ),
                ),
                (
                    "visit",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="visitors",
                        to="meetings.peervisit",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="written by",
                    ),
                ),
            ],
            options={
                "verbose_name": "visitor",
                "verbose_name_plural": "visitors",
                "ordering": ["pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["authority", "provider"], name="meetings_visits_by")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("authority", "visit", "provider"), name="meetings_visits_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="VisitorHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("seen", models.TextField(blank=True, verbose_name="what you saw")),
                (
                    "idea",
                    models.CharField(blank=True, max_length=300, verbose_name="one idea that you take home"),
                ),
                (
                    "became",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("kept", "We do it now"),
                            ("changed", "We do it, in our own way"),
                            ("trying", "We are still trying it"),
                            ("dropped", "We do not do it"),
                        ],
                        max_length=10,
                        verbose_name="what became of it",
                    ),
                ),
                ("became_words", models.CharField(blank=True, max_length=300, verbose_name="in a sentence")),
                ("asked_again_on", models.DateField(blank=True, editable=False, null=True)),
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
                        to="meetings.visitor",
                    ),
                ),
                (
                    "provider",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="providers.provider",
                        verbose_name="setting that visits",
                    ),
                ),
                (
                    "visit",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.peervisit",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="written by",
                    ),
                ),
            ],
            options={
                "db_table": "meetings_visitor_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="peervisit",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_peervisit_history" ("answer", "asked_at", "asked_by_host", "asked_by_id", "authority_id", "collaboration_id", "edition", "ends_at", "focus", "host_id", "id", "on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_at", "state", "words") VALUES (OLD."answer", OLD."asked_at", OLD."asked_by_host", OLD."asked_by_id", OLD."authority_id", OLD."collaboration_id", OLD."edition", OLD."ends_at", OLD."focus", OLD."host_id", OLD."id", OLD."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."starts_at", OLD."state", OLD."words"); RETURN NULL;',
                    hash="6cea2a9762efc3c9dce4cac1d548a1a4b2403f79",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d1037",
                    table="meetings_peervisit",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="peervisit",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_peervisit_history" ("answer", "asked_at", "asked_by_host", "asked_by_id", "authority_id", "collaboration_id", "edition", "ends_at", "focus", "host_id", "id", "on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_at", "state", "words") VALUES (OLD."answer", OLD."asked_at", OLD."asked_by_host", OLD."asked_by_id", OLD."authority_id", OLD."collaboration_id", OLD."edition", OLD."ends_at", OLD."focus", OLD."host_id", OLD."id", OLD."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."starts_at", OLD."state", OLD."words"); RETURN NULL;',
                    hash="8ca001a3e374bc7b501a0030cd03e84ccd558f30",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ca29c",
                    table="meetings_peervisit",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="training",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_training_history" ("access_notes", "authority_id", "cancelled_because", "collaboration_id", "edition", "ends_at", "given_by", "id", "is_cancelled", "on", "online_url", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "places", "planned_at", "planned_by_id", "starts_at", "title", "words") VALUES (OLD."access_notes", OLD."authority_id", OLD."cancelled_because", OLD."collaboration_id", OLD."edition", OLD."ends_at", OLD."given_by", OLD."id", OLD."is_cancelled", OLD."on", OLD."online_url", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."place", OLD."places", OLD."planned_at", OLD."planned_by_id", OLD."starts_at", OLD."title", OLD."words"); RETURN NULL;',
                    hash="de20e8b34469d2178f4bed5e6121857104cae2db",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1c97d",
                    table="meetings_training",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="training",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_training_history" ("access_notes", "authority_id", "cancelled_because", "collaboration_id", "edition", "ends_at", "given_by", "id", "is_cancelled", "on", "online_url", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "places", "planned_at", "planned_by_id", "starts_at", "title", "words") VALUES (OLD."access_notes", OLD."authority_id", OLD."cancelled_because", OLD."collaboration_id", OLD."edition", OLD."ends_at", OLD."given_by", OLD."id", OLD."is_cancelled", OLD."on", OLD."online_url", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."place", OLD."places", OLD."planned_at", OLD."planned_by_id", OLD."starts_at", OLD."title", OLD."words"); RETURN NULL;',
                    hash="062c31600f404c430a55091dd55936311f91cfed",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_bbef8",
                    table="meetings_training",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trainingplace",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_trainingplace_history" ("asked_again_on", "authority_id", "became", "became_words", "booked_at", "booked_by_id", "came", "id", "people", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "training_id") VALUES (OLD."asked_again_on", OLD."authority_id", OLD."became", OLD."became_words", OLD."booked_at", OLD."booked_by_id", OLD."came", OLD."id", OLD."people", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."provider_id", OLD."training_id"); RETURN NULL;',
                    hash="7b36060280263eaba0ec9d07996633cf7cd1b913",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_67b2d",
                    table="meetings_trainingplace",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trainingplace",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_trainingplace_history" ("asked_again_on", "authority_id", "became", "became_words", "booked_at", "booked_by_id", "came", "id", "people", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "training_id") VALUES (OLD."asked_again_on", OLD."authority_id", OLD."became", OLD."became_words", OLD."booked_at", OLD."booked_by_id", OLD."came", OLD."id", OLD."people", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."provider_id", OLD."training_id"); RETURN NULL;',
                    hash="3955c29b3c155d0cc5a8799e5592f0c456591034",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_48469",
                    table="meetings_trainingplace",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="visitor",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_visitor_history" ("asked_again_on", "authority_id", "became", "became_words", "id", "idea", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "seen", "visit_id", "written_by_id") VALUES (OLD."asked_again_on", OLD."authority_id", OLD."became", OLD."became_words", OLD."id", OLD."idea", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."provider_id", OLD."seen", OLD."visit_id", OLD."written_by_id"); RETURN NULL;',
                    hash="212e8b6b96b123ad283d8ca564acff7ddd34cd6a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_03fe5",
                    table="meetings_visitor",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="visitor",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_visitor_history" ("asked_again_on", "authority_id", "became", "became_words", "id", "idea", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "seen", "visit_id", "written_by_id") VALUES (OLD."asked_again_on", OLD."authority_id", OLD."became", OLD."became_words", OLD."id", OLD."idea", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."provider_id", OLD."seen", OLD."visit_id", OLD."written_by_id"); RETURN NULL;',
                    hash="b3f9af86c5b0844e3061e797aeee1288c625f9ac",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_df033",
                    table="meetings_visitor",
                    when="AFTER",
                ),
            ),
        ),
    ]
