"""The kind of file of each load, and the early years area of a school's report card."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_isolation"),
        ("ofsted", "0006_names_in_order"),
        ("providers", "0006_agency_reference"),
    ]

    operations = [
        migrations.AddField(
            model_name="registername",
            name="kind",
            field=models.CharField(
                choices=[
                    ("childcare", "Childcare providers and inspections"),
                    ("schools", "State-funded school inspections"),
                    ("gias", "Register of schools (GIAS)"),
                    ("gias_links", "Links between schools (GIAS)"),
                    ("agencies", "Childminder agencies"),
                ],
                db_default="childcare",
                default="childcare",
                max_length=12,
                verbose_name="kind of file",
            ),
        ),
        migrations.RemoveConstraint(model_name="registername", name="ofsted_register_name_once"),
        migrations.AddConstraint(
            model_name="registername",
            constraint=models.UniqueConstraint(
                fields=("authority", "kind", "name"), name="ofsted_register_name_of_kind_once"
            ),
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="inspection",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="inspection",
            name="delete_delete",
        ),
        migrations.RemoveIndex(
            model_name="inspection",
            name="ofsted_latest_graded",
        ),
        migrations.AddField(
            model_name="importrun",
            name="kind",
            field=models.CharField(
                choices=[
                    ("childcare", "Childcare providers and inspections"),
                    ("schools", "State-funded school inspections"),
                    ("gias", "Register of schools (GIAS)"),
                    ("gias_links", "Links between schools (GIAS)"),
                    ("agencies", "Childminder agencies"),
                ],
                db_default="childcare",
                default="childcare",
                max_length=12,
                verbose_name="kind of file",
            ),
        ),
        migrations.AddField(
            model_name="inspection",
            name="rc_early_years",
            field=models.PositiveSmallIntegerField(
                blank=True, null=True, verbose_name="early years (in a school)"
            ),
        ),
        migrations.AddField(
            model_name="inspectionhistory",
            name="rc_early_years",
            field=models.PositiveSmallIntegerField(
                blank=True, null=True, verbose_name="early years (in a school)"
            ),
        ),
        migrations.AddIndex(
            model_name="inspection",
            index=models.Index(
                condition=models.Q(("is_graded", True), ("ruled_out_on__isnull", True)),
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
                    "rc_early_years",
                ),
                name="ofsted_latest_graded",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="inspection",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."authority_id" IS DISTINCT FROM (NEW."authority_id") OR OLD."behaviour_and_attitudes" IS DISTINCT FROM (NEW."behaviour_and_attitudes") OR OLD."from_file" IS DISTINCT FROM (NEW."from_file") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."inspected_on" IS DISTINCT FROM (NEW."inspected_on") OR OLD."inspection_number" IS DISTINCT FROM (NEW."inspection_number") OR OLD."is_graded" IS DISTINCT FROM (NEW."is_graded") OR OLD."leadership_and_management" IS DISTINCT FROM (NEW."leadership_and_management") OR OLD."met" IS DISTINCT FROM (NEW."met") OR OLD."overall" IS DISTINCT FROM (NEW."overall") OR OLD."personal_development" IS DISTINCT FROM (NEW."personal_development") OR OLD."provider_id" IS DISTINCT FROM (NEW."provider_id") OR OLD."published_on" IS DISTINCT FROM (NEW."published_on") OR OLD."quality_of_education" IS DISTINCT FROM (NEW."quality_of_education") OR OLD."rc_achievement" IS DISTINCT FROM (NEW."rc_achievement") OR OLD."rc_behaviour" IS DISTINCT FROM (NEW."rc_behaviour") OR OLD."rc_curriculum_and_teaching" IS DISTINCT FROM (NEW."rc_curriculum_and_teaching") OR OLD."rc_early_years" IS DISTINCT FROM (NEW."rc_early_years") OR OLD."rc_inclusion" IS DISTINCT FROM (NEW."rc_inclusion") OR OLD."rc_leadership_and_governance" IS DISTINCT FROM (NEW."rc_leadership_and_governance") OR OLD."rc_safeguarding" IS DISTINCT FROM (NEW."rc_safeguarding") OR OLD."rc_welfare" IS DISTINCT FROM (NEW."rc_welfare") OR OLD."regime" IS DISTINCT FROM (NEW."regime") OR OLD."ruled_out_on" IS DISTINCT FROM (NEW."ruled_out_on") OR OLD."safeguarding_effective" IS DISTINCT FROM (NEW."safeguarding_effective") OR OLD."visit_type" IS DISTINCT FROM (NEW."visit_type"))',
                    func='INSERT INTO "ofsted_inspection_history" ("authority_id", "behaviour_and_attitudes", "from_file", "id", "inspected_on", "inspection_number", "is_graded", "leadership_and_management", "met", "overall", "personal_development", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "published_on", "quality_of_education", "rc_achievement", "rc_behaviour", "rc_curriculum_and_teaching", "rc_early_years", "rc_inclusion", "rc_leadership_and_governance", "rc_safeguarding", "rc_welfare", "regime", "ruled_out_on", "safeguarding_effective", "visit_type") VALUES (OLD."authority_id", OLD."behaviour_and_attitudes", OLD."from_file", OLD."id", OLD."inspected_on", OLD."inspection_number", OLD."is_graded", OLD."leadership_and_management", OLD."met", OLD."overall", OLD."personal_development", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."provider_id", OLD."published_on", OLD."quality_of_education", OLD."rc_achievement", OLD."rc_behaviour", OLD."rc_curriculum_and_teaching", OLD."rc_early_years", OLD."rc_inclusion", OLD."rc_leadership_and_governance", OLD."rc_safeguarding", OLD."rc_welfare", OLD."regime", OLD."ruled_out_on", OLD."safeguarding_effective", OLD."visit_type"); RETURN NULL;',
                    hash="5d4922bb8b24abb2cc82be5bc0ab0352bf2f8401",
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
                    func='INSERT INTO "ofsted_inspection_history" ("authority_id", "behaviour_and_attitudes", "from_file", "id", "inspected_on", "inspection_number", "is_graded", "leadership_and_management", "met", "overall", "personal_development", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "published_on", "quality_of_education", "rc_achievement", "rc_behaviour", "rc_curriculum_and_teaching", "rc_early_years", "rc_inclusion", "rc_leadership_and_governance", "rc_safeguarding", "rc_welfare", "regime", "ruled_out_on", "safeguarding_effective", "visit_type") VALUES (OLD."authority_id", OLD."behaviour_and_attitudes", OLD."from_file", OLD."id", OLD."inspected_on", OLD."inspection_number", OLD."is_graded", OLD."leadership_and_management", OLD."met", OLD."overall", OLD."personal_development", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."provider_id", OLD."published_on", OLD."quality_of_education", OLD."rc_achievement", OLD."rc_behaviour", OLD."rc_curriculum_and_teaching", OLD."rc_early_years", OLD."rc_inclusion", OLD."rc_leadership_and_governance", OLD."rc_safeguarding", OLD."rc_welfare", OLD."regime", OLD."ruled_out_on", OLD."safeguarding_effective", OLD."visit_type"); RETURN NULL;',
                    hash="ca45e4f51e5537427ea1a2f9fb0da9435adf0e50",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_693e6",
                    table="ofsted_inspection",
                    when="AFTER",
                ),
            ),
        ),
        migrations.RunSQL(
            "ALTER TABLE ofsted_stagedinspection ADD COLUMN rc_early_years smallint",
            "ALTER TABLE ofsted_stagedinspection DROP COLUMN rc_early_years",
        ),
    ]
