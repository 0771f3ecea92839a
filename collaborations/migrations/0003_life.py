import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import core.models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_single_task_links"),
        ("collaborations", "0002_walls"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="FirstMeeting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("held_on", models.DateField(verbose_name="held on")),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="where")),
                ("notes", models.TextField(verbose_name="what was agreed")),
            ],
            options={
                "verbose_name": "first meeting",
                "verbose_name_plural": "first meetings",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="FirstMeetingHistory",
            fields=[
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("held_on", models.DateField(verbose_name="held on")),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="where")),
                ("notes", models.TextField(verbose_name="what was agreed")),
            ],
            options={
                "db_table": "collaborations_firstmeeting_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Lineage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("on", models.DateField(verbose_name="on")),
            ],
            options={
                "ordering": ["on", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="StateChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "from_state",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("enquiry", "Enquiry"),
                            ("proposed", "Proposed"),
                            ("initial_meeting", "First meeting"),
                            ("drafting", "Drafting ways of working"),
                            ("active", "Active"),
                            ("under_review", "Under review"),
                            ("dividing", "Dividing"),
                            ("merging", "Merging"),
                            ("dormant", "Dormant"),
                            ("closed", "Closed"),
                        ],
                        max_length=20,
                        verbose_name="from",
                    ),
                ),
                (
                    "to_state",
                    models.CharField(
                        choices=[
                            ("enquiry", "Enquiry"),
                            ("proposed", "Proposed"),
                            ("initial_meeting", "First meeting"),
                            ("drafting", "Drafting ways of working"),
                            ("active", "Active"),
                            ("under_review", "Under review"),
                            ("dividing", "Dividing"),
                            ("merging", "Merging"),
                            ("dormant", "Dormant"),
                            ("closed", "Closed"),
                        ],
                        max_length=20,
                        verbose_name="to",
                    ),
                ),
                ("on", models.DateField(verbose_name="on")),
                ("words", models.TextField(blank=True, verbose_name="in words")),
                ("at", models.DateTimeField(verbose_name="recorded at")),
            ],
            options={
                "verbose_name": "move",
                "verbose_name_plural": "moves",
                "ordering": ["at", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.AlterModelOptions(
            name="collaboration",
            options={
                "base_manager_name": "objects",
                "ordering": ["name", "pk"],
                "permissions": [
                    ("lead_collaboration", "Can lead the collaboration"),
                    ("run_collaboration", "Can do the collaboration's daily work"),
                ],
                "verbose_name": "collaboration",
                "verbose_name_plural": "collaborations",
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="collaboration",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="collaboration",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="collaboration",
            name="asked_by",
            field=models.CharField(blank=True, max_length=200, verbose_name="who asked"),
        ),
        migrations.AddField(
            model_name="collaboration",
            name="enquiry",
            field=models.TextField(blank=True, verbose_name="what they asked for"),
        ),
        migrations.AddField(
            model_name="collaboration",
            name="terms_adopted_on",
            field=models.DateField(blank=True, null=True, verbose_name="ways of working adopted on"),
        ),
        migrations.AddField(
            model_name="collaborationhistory",
            name="asked_by",
            field=models.CharField(blank=True, max_length=200, verbose_name="who asked"),
        ),
        migrations.AddField(
            model_name="collaborationhistory",
            name="enquiry",
            field=models.TextField(blank=True, verbose_name="what they asked for"),
        ),
        migrations.AddField(
            model_name="collaborationhistory",
            name="terms_adopted_on",
            field=models.DateField(blank=True, null=True, verbose_name="ways of working adopted on"),
        ),
        migrations.AlterField(
            model_name="collaboration",
            name="state",
            field=models.CharField(
                choices=[
                    ("enquiry", "Enquiry"),
                    ("proposed", "Proposed"),
                    ("initial_meeting", "First meeting"),
                    ("drafting", "Drafting ways of working"),
                    ("active", "Active"),
                    ("under_review", "Under review"),
                    ("dividing", "Dividing"),
                    ("merging", "Merging"),
                    ("dormant", "Dormant"),
                    ("closed", "Closed"),
                ],
                default="active",
                max_length=20,
                verbose_name="state",
            ),
        ),
        migrations.AlterField(
            model_name="collaborationhistory",
            name="state",
            field=models.CharField(
                choices=[
                    ("enquiry", "Enquiry"),
                    ("proposed", "Proposed"),
                    ("initial_meeting", "First meeting"),
                    ("drafting", "Drafting ways of working"),
                    ("active", "Active"),
                    ("under_review", "Under review"),
                    ("dividing", "Dividing"),
                    ("merging", "Merging"),
                    ("dormant", "Dormant"),
                    ("closed", "Closed"),
                ],
                default="active",
                max_length=20,
                verbose_name="state",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="collaboration",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "collaborations_collaboration_history" ("asked_by", "authority_id", "closed_on", "district_id", "enquiry", "id", "is_virtual", "kind", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "started_on", "state", "terms_adopted_on") VALUES (OLD."asked_by", OLD."authority_id", OLD."closed_on", OLD."district_id", OLD."enquiry", OLD."id", OLD."is_virtual", OLD."kind", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."purpose", OLD."started_on", OLD."state", OLD."terms_adopted_on"); RETURN NULL;',
                    hash="0daf31adda3231de94596f7877ffb18fc818dffb",
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
                    func='INSERT INTO "collaborations_collaboration_history" ("asked_by", "authority_id", "closed_on", "district_id", "enquiry", "id", "is_virtual", "kind", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "started_on", "state", "terms_adopted_on") VALUES (OLD."asked_by", OLD."authority_id", OLD."closed_on", OLD."district_id", OLD."enquiry", OLD."id", OLD."is_virtual", OLD."kind", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."purpose", OLD."started_on", OLD."state", OLD."terms_adopted_on"); RETURN NULL;',
                    hash="5e5ea1ff30b27e1648c75861926747cd3b895dc4",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a3efd",
                    table="collaborations_collaboration",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="firstmeeting",
            name="authority",
            field=models.ForeignKey(
                db_default=core.models.AuthorityInScope(),
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.authority",
            ),
        ),
        migrations.AddField(
            model_name="firstmeeting",
            name="collaboration",
            field=core.models.OwnedOneToOneField(
                db_constraint=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="first_meeting",
                to="collaborations.collaboration",
            ),
        ),
        migrations.AddField(
            model_name="firstmeeting",
            name="facilitated_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="facilitated by",
            ),
        ),
        migrations.AddField(
            model_name="firstmeetinghistory",
            name="authority",
            field=models.ForeignKey(
                db_constraint=False,
                db_default=core.models.AuthorityInScope(),
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="accounts.authority",
            ),
        ),
        migrations.AddField(
            model_name="firstmeetinghistory",
            name="collaboration",
            field=core.models.OwnedForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="collaborations.collaboration",
            ),
        ),
        migrations.AddField(
            model_name="firstmeetinghistory",
            name="facilitated_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="facilitated by",
            ),
        ),
        migrations.AddField(
            model_name="firstmeetinghistory",
            name="pgh_obj",
            field=core.models.OwnedForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="collaborations.firstmeeting",
            ),
        ),
        migrations.AddField(
            model_name="lineage",
            name="authority",
            field=models.ForeignKey(
                db_default=core.models.AuthorityInScope(),
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.authority",
            ),
        ),
        migrations.AddField(
            model_name="lineage",
            name="earlier",
            field=core.models.OwnedForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="later_ones",
                to="collaborations.collaboration",
            ),
        ),
        migrations.AddField(
            model_name="lineage",
            name="later",
            field=core.models.OwnedForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="earlier_ones",
                to="collaborations.collaboration",
            ),
        ),
        migrations.AddField(
            model_name="statechange",
            name="authority",
            field=models.ForeignKey(
                db_default=core.models.AuthorityInScope(),
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.authority",
            ),
        ),
        migrations.AddField(
            model_name="statechange",
            name="by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="by"
            ),
        ),
        migrations.AddField(
            model_name="statechange",
            name="collaboration",
            field=core.models.OwnedForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="state_changes",
                to="collaborations.collaboration",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="firstmeeting",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "collaborations_firstmeeting_history" ("authority_id", "collaboration_id", "facilitated_by_id", "held_on", "id", "notes", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place") VALUES (OLD."authority_id", OLD."collaboration_id", OLD."facilitated_by_id", OLD."held_on", OLD."id", OLD."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."place"); RETURN NULL;',
                    hash="6f23db7c9ea740e329a09dfbf5d23d25c4a4a414",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0309a",
                    table="collaborations_firstmeeting",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="firstmeeting",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "collaborations_firstmeeting_history" ("authority_id", "collaboration_id", "facilitated_by_id", "held_on", "id", "notes", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place") VALUES (OLD."authority_id", OLD."collaboration_id", OLD."facilitated_by_id", OLD."held_on", OLD."id", OLD."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."place"); RETURN NULL;',
                    hash="50d4c3ce0652f2c82132ba50461329ab72beb518",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_3a43d",
                    table="collaborations_firstmeeting",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="lineage",
            index=models.Index(fields=["authority", "later"], name="collaborations_lineage_later"),
        ),
        migrations.AddConstraint(
            model_name="lineage",
            constraint=models.UniqueConstraint(fields=("authority", "earlier", "later"), name="collaborations_lineage_once"),
        ),
        migrations.AddConstraint(
            model_name="lineage",
            constraint=models.CheckConstraint(
                condition=models.Q(("earlier", models.F("later")), _negated=True), name="collaborations_not_its_own_heir"
            ),
        ),
        migrations.AddIndex(
            model_name="statechange",
            index=models.Index(fields=["authority", "collaboration", "at"], name="collaborations_life_of"),
        ),
        migrations.AddConstraint(
            model_name="statechange",
            constraint=models.CheckConstraint(
                condition=models.Q(("from_state", models.F("to_state")), _negated=True), name="collaborations_moves_somewhere"
            ),
        ),
    ]
