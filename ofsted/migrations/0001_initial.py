import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import core.models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("documents", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("providers", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="InspectionHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("regime", models.CharField(max_length=20, verbose_name="framework")),
                ("inspection_number", models.CharField(blank=True, max_length=20, verbose_name="inspection number")),
                ("inspected_on", models.DateField(verbose_name="inspected on")),
                ("published_on", models.DateField(blank=True, null=True, verbose_name="published on")),
                ("visit_type", models.CharField(blank=True, max_length=60, verbose_name="kind of visit")),
                ("is_graded", models.BooleanField(default=False, verbose_name="graded")),
                ("overall", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="overall effectiveness")),
                ("quality_of_education", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="quality of education")),
                (
                    "behaviour_and_attitudes",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="behaviour and attitudes"),
                ),
                ("personal_development", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="personal development")),
                (
                    "leadership_and_management",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="leadership and management"),
                ),
                (
                    "safeguarding_effective",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="safeguarding is effective"),
                ),
                ("rc_safeguarding", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="safeguarding")),
                ("rc_inclusion", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="inclusion")),
                (
                    "rc_curriculum_and_teaching",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="curriculum and teaching"),
                ),
                ("rc_achievement", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="achievement")),
                (
                    "rc_behaviour",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="behaviour, attitudes and establishing routines"),
                ),
                ("rc_welfare", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="children's welfare and wellbeing")),
                (
                    "rc_leadership_and_governance",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="leadership and governance"),
                ),
                ("met", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="requirements")),
            ],
            options={
                "db_table": "ofsted_inspection_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="LeadingPolicy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(verbose_name="version")),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Draft"), ("adopted", "Adopted")], default="draft", max_length=10, verbose_name="state"
                    ),
                ),
                ("cells", models.JSONField(verbose_name="table")),
                ("note", models.TextField(blank=True, verbose_name="what changed and why")),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="in force from")),
                ("adopted_at", models.DateTimeField(editable=False, null=True, verbose_name="adopted at")),
                ("edits", models.PositiveIntegerField(default=0, editable=False)),
            ],
            options={
                "verbose_name": "leading policy",
                "verbose_name_plural": "leading policy",
                "ordering": ["-version"],
                "permissions": [("adopt_leadingpolicy", "Can adopt a version of the leading policy")],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="LeadingPolicyHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(verbose_name="version")),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Draft"), ("adopted", "Adopted")], default="draft", max_length=10, verbose_name="state"
                    ),
                ),
                ("cells", models.JSONField(verbose_name="table")),
                ("note", models.TextField(blank=True, verbose_name="what changed and why")),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="in force from")),
                ("adopted_at", models.DateTimeField(editable=False, null=True, verbose_name="adopted at")),
                ("edits", models.PositiveIntegerField(default=0, editable=False)),
            ],
            options={
                "db_table": "ofsted_leadingpolicy_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="PlannedRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("new", "New"), ("changed", "Changed"), ("vanished", "No longer listed"), ("rejected", "Rejected")],
                        max_length=10,
                    ),
                ),
                ("line", models.PositiveIntegerField(null=True, verbose_name="line")),
                ("urn", models.CharField(blank=True, max_length=40, verbose_name="URN")),
                ("name", models.CharField(blank=True, max_length=255, verbose_name="setting")),
                ("differences", models.JSONField(default=list)),
                ("column", models.CharField(blank=True, max_length=120, verbose_name="column")),
                ("value", models.CharField(blank=True, max_length=300, verbose_name="value")),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="reason")),
            ],
            options={
                "verbose_name": "row of a load",
                "verbose_name_plural": "rows of a load",
                "ordering": ["line", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="RegisterName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=100, verbose_name="name in Ofsted's file")),
            ],
            options={
                "ordering": ["name"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="ImportRun",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("file_name", models.CharField(max_length=200, verbose_name="file")),
                ("counts", models.JSONField(default=dict)),
                ("digest", models.CharField(blank=True, editable=False, max_length=64)),
                ("problem", models.TextField(blank=True, verbose_name="problem")),
                ("started_at", models.DateTimeField(verbose_name="uploaded at")),
                ("loaded_at", models.DateTimeField(null=True, verbose_name="loaded at")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("reading", "Being compared"),
                            ("ready", "Ready to check"),
                            ("loading", "Being loaded"),
                            ("loaded", "Loaded"),
                            ("failed", "Could not be loaded"),
                            ("discarded", "Put aside"),
                        ],
                        default="reading",
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("file_sha256", models.CharField(max_length=64)),
                ("layout", models.CharField(blank=True, max_length=40, verbose_name="layout")),
                ("listed_on", models.DateField(blank=True, null=True, verbose_name="state of the register on")),
                ("others", models.JSONField(default=dict)),
                ("staged", models.JSONField(null=True)),
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
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.storedfile",
                        verbose_name="file",
                    ),
                ),
                (
                    "job",
                    core.models.OwnedForeignKey(
                        db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documents.job"
                    ),
                ),
                (
                    "loaded_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "started_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
            ],
            options={
                "verbose_name": "load of Ofsted's file",
                "verbose_name_plural": "loads of Ofsted's file",
                "ordering": ["-started_at", "-pk"],
                "permissions": [("import_register", "Can load Ofsted's file into the register")],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Inspection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("regime", models.CharField(max_length=20, verbose_name="framework")),
                ("inspection_number", models.CharField(blank=True, max_length=20, verbose_name="inspection number")),
                ("inspected_on", models.DateField(verbose_name="inspected on")),
                ("published_on", models.DateField(blank=True, null=True, verbose_name="published on")),
                ("visit_type", models.CharField(blank=True, max_length=60, verbose_name="kind of visit")),
                ("is_graded", models.BooleanField(default=False, verbose_name="graded")),
                ("overall", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="overall effectiveness")),
                ("quality_of_education", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="quality of education")),
                (
                    "behaviour_and_attitudes",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="behaviour and attitudes"),
                ),
                ("personal_development", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="personal development")),
                (
                    "leadership_and_management",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="leadership and management"),
                ),
                (
                    "safeguarding_effective",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="safeguarding is effective"),
                ),
                ("rc_safeguarding", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="safeguarding")),
                ("rc_inclusion", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="inclusion")),
                (
                    "rc_curriculum_and_teaching",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="curriculum and teaching"),
                ),
                ("rc_achievement", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="achievement")),
                (
                    "rc_behaviour",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="behaviour, attitudes and establishing routines"),
                ),
                ("rc_welfare", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="children's welfare and wellbeing")),
                (
                    "rc_leadership_and_governance",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="leadership and governance"),
                ),
                ("met", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="requirements")),
                (
                    "authority",
                    models.ForeignKey(
                        db_constraint=False,
                        db_default=core.models.AuthorityInScope(),
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.authority",
                    ),
                ),
            ],
            options={
                "verbose_name": "inspection",
                "verbose_name_plural": "inspections",
                "ordering": ["-inspected_on", "-pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.AddField(
            model_name="inspection",
            name="provider",
            field=core.models.OwnedForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="inspections",
                to="providers.provider",
                verbose_name="setting",
            ),
        ),
        migrations.AddField(
            model_name="inspectionhistory",
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
            model_name="inspectionhistory",
            name="pgh_obj",
            field=core.models.OwnedForeignKey(
                db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name="history", to="ofsted.inspection"
            ),
        ),
        migrations.AddField(
            model_name="inspectionhistory",
            name="provider",
            field=core.models.OwnedForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="providers.provider",
                verbose_name="setting",
            ),
        ),
        migrations.AddField(
            model_name="leadingpolicy",
            name="adopted_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="adopted by",
            ),
        ),
        migrations.AddField(
            model_name="leadingpolicy",
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
            model_name="leadingpolicyhistory",
            name="adopted_by",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="adopted by",
            ),
        ),
        migrations.AddField(
            model_name="leadingpolicyhistory",
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
            model_name="leadingpolicyhistory",
            name="pgh_obj",
            field=core.models.OwnedForeignKey(
                db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name="history", to="ofsted.leadingpolicy"
            ),
        ),
        migrations.AddField(
            model_name="plannedrow",
            name="authority",
            field=models.ForeignKey(
                db_constraint=False,
                db_default=core.models.AuthorityInScope(),
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.authority",
            ),
        ),
        migrations.AddField(
            model_name="plannedrow",
            name="run",
            field=core.models.OwnedForeignKey(
                db_constraint=False, db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="rows", to="ofsted.importrun"
            ),
        ),
        migrations.AddField(
            model_name="registername",
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
        migrations.AddIndex(
            model_name="importrun",
            index=models.Index(fields=["authority", "-started_at"], name="ofsted_run_newest"),
        ),
        migrations.AddIndex(
            model_name="inspection",
            index=models.Index(
                condition=models.Q(("is_graded", True)),
                fields=["authority", "provider", "-inspected_on", "-id"],
                include=(
                    "published_on",
                    "regime",
                    "overall",
                    "rc_safeguarding",
                    "rc_inclusion",
                    "rc_curriculum_and_teaching",
                    "rc_achievement",
                    "rc_behaviour",
                    "rc_welfare",
                    "rc_leadership_and_governance",
                ),
                name="ofsted_latest_graded",
            ),
        ),
        migrations.AddConstraint(
            model_name="inspection",
            constraint=models.UniqueConstraint(fields=("authority", "provider", "regime", "inspected_on"), name="ofsted_inspection_once"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="inspection",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ofsted_inspection_history" ("authority_id", "behaviour_and_attitudes", "id", "inspected_on", "inspection_number", "is_graded", "leadership_and_management", "met", "overall", "personal_development", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "published_on", "quality_of_education", "rc_achievement", "rc_behaviour", "rc_curriculum_and_teaching", "rc_inclusion", "rc_leadership_and_governance", "rc_safeguarding", "rc_welfare", "regime", "safeguarding_effective", "visit_type") VALUES (OLD."authority_id", OLD."behaviour_and_attitudes", OLD."id", OLD."inspected_on", OLD."inspection_number", OLD."is_graded", OLD."leadership_and_management", OLD."met", OLD."overall", OLD."personal_development", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."provider_id", OLD."published_on", OLD."quality_of_education", OLD."rc_achievement", OLD."rc_behaviour", OLD."rc_curriculum_and_teaching", OLD."rc_inclusion", OLD."rc_leadership_and_governance", OLD."rc_safeguarding", OLD."rc_welfare", OLD."regime", OLD."safeguarding_effective", OLD."visit_type"); RETURN NULL;',
                    hash="28da4bcb36968965b611188dd360f55bac0f9ff5",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_88780",
                    table="ofsted_inspection",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="inspection",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ofsted_inspection_history" ("authority_id", "behaviour_and_attitudes", "id", "inspected_on", "inspection_number", "is_graded", "leadership_and_management", "met", "overall", "personal_development", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "published_on", "quality_of_education", "rc_achievement", "rc_behaviour", "rc_curriculum_and_teaching", "rc_inclusion", "rc_leadership_and_governance", "rc_safeguarding", "rc_welfare", "regime", "safeguarding_effective", "visit_type") VALUES (OLD."authority_id", OLD."behaviour_and_attitudes", OLD."id", OLD."inspected_on", OLD."inspection_number", OLD."is_graded", OLD."leadership_and_management", OLD."met", OLD."overall", OLD."personal_development", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."provider_id", OLD."published_on", OLD."quality_of_education", OLD."rc_achievement", OLD."rc_behaviour", OLD."rc_curriculum_and_teaching", OLD."rc_inclusion", OLD."rc_leadership_and_governance", OLD."rc_safeguarding", OLD."rc_welfare", OLD."regime", OLD."safeguarding_effective", OLD."visit_type"); RETURN NULL;',
                    hash="cce80eda680c385ccf0e762d60fd306df5398b98",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_693e6",
                    table="ofsted_inspection",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="leadingpolicy",
            constraint=models.UniqueConstraint(fields=("authority", "version"), name="ofsted_policy_version_once"),
        ),
        migrations.AddConstraint(
            model_name="leadingpolicy",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "draft")), fields=("authority",), name="ofsted_policy_one_draft"
            ),
        ),
        migrations.AddConstraint(
            model_name="leadingpolicy",
            constraint=models.CheckConstraint(
                condition=models.Q(("state", "draft"), ("starts_on__isnull", False), _connector="OR"), name="ofsted_policy_adopted_from"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="leadingpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="adopted_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.\"state\" = 'adopted')",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="cc1c41046fcedbc7398db4ee40e0a7d1dc6bf2c0",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_adopted_stays_96d5e",
                    table="ofsted_leadingpolicy",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="leadingpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ofsted_leadingpolicy_history" ("adopted_at", "adopted_by_id", "authority_id", "cells", "edits", "id", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "state", "version") VALUES (OLD."adopted_at", OLD."adopted_by_id", OLD."authority_id", OLD."cells", OLD."edits", OLD."id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."starts_on", OLD."state", OLD."version"); RETURN NULL;',
                    hash="89fce4ace49472f54e49182de9f36f0363a9c0b7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fadd0",
                    table="ofsted_leadingpolicy",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="leadingpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ofsted_leadingpolicy_history" ("adopted_at", "adopted_by_id", "authority_id", "cells", "edits", "id", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "state", "version") VALUES (OLD."adopted_at", OLD."adopted_by_id", OLD."authority_id", OLD."cells", OLD."edits", OLD."id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."starts_on", OLD."state", OLD."version"); RETURN NULL;',
                    hash="140d2104c2709fd73313118e8674989a256df2eb",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_77b09",
                    table="ofsted_leadingpolicy",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="plannedrow",
            index=models.Index(fields=["authority", "run", "kind", "line"], name="ofsted_planned_of_run"),
        ),
        migrations.AddIndex(
            model_name="plannedrow",
            index=models.Index(fields=["authority", "urn", "-id"], name="ofsted_planned_of_urn"),
        ),
        migrations.AddConstraint(
            model_name="registername",
            constraint=models.UniqueConstraint(fields=("authority", "name"), name="ofsted_register_name_once"),
        ),
    ]
