import core.models
import django.db.models.deletion
import django.db.models.manager
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_first_tables"),
        ("accounts", "__first__"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("providers", "0001_first_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Collaboration",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("collaboration", "Collaboration"),
                            ("locality", "Locality partnership"),
                            ("eyfs_network", "EYFS network"),
                            ("themed_network", "Themed network"),
                            ("buddy_pair", "Buddy pair"),
                        ],
                        default="collaboration",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("enquiry", "Enquiry"), ("active", "Active"), ("closed", "Closed")],
                        default="active",
                        max_length=20,
                        verbose_name="state",
                    ),
                ),
                ("is_virtual", models.BooleanField(default=False, verbose_name="meets online only")),
                ("purpose", models.TextField(blank=True, verbose_name="purpose")),
                ("started_on", models.DateField(verbose_name="started on")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed on")),
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
                    "district",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="collaborations",
                        to="providers.district",
                        verbose_name="district",
                    ),
                ),
            ],
            options={
                "verbose_name": "collaboration",
                "verbose_name_plural": "collaborations",
                "ordering": ["name", "pk"],
                "permissions": [("lead_collaboration", "Can lead the collaboration")],
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(fields=("authority", "name"), name="collaborations_name_once"),
                    models.CheckConstraint(
                        condition=models.Q(("closed_on__isnull", True), ("closed_on__gte", models.F("started_on")), _connector="OR"),
                        name="collaborations_closed_after_start",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CollaborationGrant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(blank=True, null=True)),
                ("is_exceptional", models.BooleanField(default=False)),
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
                    "content_object",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="collaborations.collaboration",
                    ),
                ),
                ("permission", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="auth.permission")),
                ("user", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "abstract": False,
                "base_manager_name": "all_dates",
                "default_manager_name": "objects",
                "indexes": [models.Index(fields=["authority", "content_object", "user"], name="collaborations_grant_of")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("authority", "user", "content_object", "permission", "starts_on", "is_exceptional"),
                        name="collaborations_grant_once",
                    )
                ],
            },
            managers=[
                ("objects", django.db.models.manager.Manager()),
                ("all_dates", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="CollaborationHistory",
            fields=[
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("collaboration", "Collaboration"),
                            ("locality", "Locality partnership"),
                            ("eyfs_network", "EYFS network"),
                            ("themed_network", "Themed network"),
                            ("buddy_pair", "Buddy pair"),
                        ],
                        default="collaboration",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("enquiry", "Enquiry"), ("active", "Active"), ("closed", "Closed")],
                        default="active",
                        max_length=20,
                        verbose_name="state",
                    ),
                ),
                ("is_virtual", models.BooleanField(default=False, verbose_name="meets online only")),
                ("purpose", models.TextField(blank=True, verbose_name="purpose")),
                ("started_on", models.DateField(verbose_name="started on")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed on")),
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
                    "district",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="providers.district",
                        verbose_name="district",
                    ),
                ),
                (
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="collaborations.collaboration",
                    ),
                ),
            ],
            options={
                "db_table": "collaborations_collaboration_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="collaboration",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "collaborations_collaboration_history" ("authority_id", "closed_on", "district_id", "id", "is_virtual", "kind", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "started_on", "state") VALUES (OLD."authority_id", OLD."closed_on", OLD."district_id", OLD."id", OLD."is_virtual", OLD."kind", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."purpose", OLD."started_on", OLD."state"); RETURN NULL;',
                    hash="9fb0750ce26e58e3fccf5d68cd888c0314ddc99c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9a54f",
                    table="collaborations_collaboration",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="collaboration",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "collaborations_collaboration_history" ("authority_id", "closed_on", "district_id", "id", "is_virtual", "kind", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "started_on", "state") VALUES (OLD."authority_id", OLD."closed_on", OLD."district_id", OLD."id", OLD."is_virtual", OLD."kind", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."purpose", OLD."started_on", OLD."state"); RETURN NULL;',
                    hash="27113b921f9a02b197e81c7c73dd1c813c8c6cfd",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a3efd",
                    table="collaborations_collaboration",
                    when="AFTER",
                ),
            ),
        ),
    ]
