"""What the register of schools says of take-overs between schools (O2, O7)."""

import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import core.models
from core.isolation.operations import IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0008_names_in_order"),
        ("ofsted", "0007_kinds_of_file"),
    ]

    operations = [
        migrations.CreateModel(
            name="SchoolLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("urn", models.CharField(max_length=6, verbose_name="URN")),
                ("other_urn", models.CharField(max_length=6, verbose_name="linked URN")),
                (
                    "link_type",
                    models.CharField(
                        choices=[
                            ("predecessor", "Predecessor"),
                            ("predecessor_amalgamated", "Predecessor - amalgamated"),
                            ("predecessor_merged", "Predecessor - merged"),
                            ("predecessor_split", "Predecessor - Split School"),
                            ("successor", "Successor"),
                            ("successor_amalgamated", "Successor - amalgamated"),
                            ("successor_merged", "Successor - merged"),
                            ("successor_split", "Successor - Split School"),
                        ],
                        max_length=30,
                        verbose_name="kind of link",
                    ),
                ),
                ("other_name", models.CharField(blank=True, max_length=255, verbose_name="linked school")),
                ("since", models.DateField(blank=True, null=True, verbose_name="established on")),
                (
                    "gone_since",
                    models.DateField(editable=False, null=True, verbose_name="no longer in the file of"),
                ),
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
                "verbose_name": "link between schools",
                "verbose_name_plural": "links between schools",
                "ordering": ["urn", "other_urn", "link_type"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="SchoolLinkHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("urn", models.CharField(max_length=6, verbose_name="URN")),
                ("other_urn", models.CharField(max_length=6, verbose_name="linked URN")),
                (
                    "link_type",
                    models.CharField(
                        choices=[
                            ("predecessor", "Predecessor"),
                            ("predecessor_amalgamated", "Predecessor - amalgamated"),
                            ("predecessor_merged", "Predecessor - merged"),
                            ("predecessor_split", "Predecessor - Split School"),
                            ("successor", "Successor"),
                            ("successor_amalgamated", "Successor - amalgamated"),
                            ("successor_merged", "Successor - merged"),
                            ("successor_split", "Successor - Split School"),
                        ],
                        max_length=30,
                        verbose_name="kind of link",
                    ),
                ),
                ("other_name", models.CharField(blank=True, max_length=255, verbose_name="linked school")),
                ("since", models.DateField(blank=True, null=True, verbose_name="established on")),
                (
                    "gone_since",
                    models.DateField(editable=False, null=True, verbose_name="no longer in the file of"),
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
                    "pgh_obj",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="ofsted.schoollink",
                    ),
                ),
            ],
            options={
                "db_table": "ofsted_schoollink_history",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.AddIndex(
            model_name="schoollink",
            index=models.Index(fields=["authority", "other_urn"], name="ofsted_school_link_other"),
        ),
        migrations.AddConstraint(
            model_name="schoollink",
            constraint=models.UniqueConstraint(
                fields=("authority", "urn", "other_urn", "link_type"), name="ofsted_school_link_once"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="schoollink",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ofsted_schoollink_history" ("authority_id", "gone_since", "id", "link_type", "other_name", "other_urn", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "urn") VALUES (OLD."authority_id", OLD."gone_since", OLD."id", OLD."link_type", OLD."other_name", OLD."other_urn", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."since", OLD."urn"); RETURN NULL;',
                    hash="1cd8ef9201da60fdc2b5d78d20508ef9f71dfcf7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4b12a",
                    table="ofsted_schoollink",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="schoollink",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ofsted_schoollink_history" ("authority_id", "gone_since", "id", "link_type", "other_name", "other_urn", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "urn") VALUES (OLD."authority_id", OLD."gone_since", OLD."id", OLD."link_type", OLD."other_name", OLD."other_urn", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."since", OLD."urn"); RETURN NULL;',
                    hash="c5404f70c4f1ab9613fd3a77bfbe99c25afe869d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1f535",
                    table="ofsted_schoollink",
                    when="AFTER",
                ),
            ),
        ),
        IsolateTable("schoollink"),
        IsolateTable("schoollinkhistory"),
    ]
