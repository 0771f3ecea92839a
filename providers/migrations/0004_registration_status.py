"""The state of a registration in a word, the day of the row that is held, and days of listing in order."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

#: A setting that an older file unlisted before it was first listed is not listed from that day on.
IN_ORDER = """
    DO $$
    DECLARE one bigint; before text := current_setting('app.authority_id', true);
    BEGIN
        FOR one IN SELECT id FROM accounts_authority LOOP
            PERFORM set_config('app.authority_id', one::text, true);
            UPDATE providers_provider SET unlisted_since = first_listed_on
             WHERE authority_id = one AND unlisted_since < first_listed_on;
        END LOOP;
        PERFORM set_config('app.authority_id', coalesce(before, ''), true);
    END $$
"""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_isolation"),
        ("providers", "0003_unknown_register_flags"),
    ]

    operations = [
        migrations.RunSQL(IN_ORDER, migrations.RunSQL.noop),
        pgtrigger.migrations.RemoveTrigger(
            model_name="provider",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="provider",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="provider",
            name="file_row_on",
            field=models.DateField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="provider",
            name="registration_status",
            field=models.CharField(
                blank=True, db_default="", editable=False, max_length=40, verbose_name="registration status"
            ),
        ),
        migrations.AddField(
            model_name="providerhistory",
            name="registration_status",
            field=models.CharField(
                blank=True, db_default="", editable=False, max_length=40, verbose_name="registration status"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="provider",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."address_line_1" IS DISTINCT FROM (NEW."address_line_1") OR OLD."address_line_2" IS DISTINCT FROM (NEW."address_line_2") OR OLD."address_line_3" IS DISTINCT FROM (NEW."address_line_3") OR OLD."agency_id" IS DISTINCT FROM (NEW."agency_id") OR OLD."authority_id" IS DISTINCT FROM (NEW."authority_id") OR OLD."constituency" IS DISTINCT FROM (NEW."constituency") OR OLD."deprivation_band" IS DISTINCT FROM (NEW."deprivation_band") OR OLD."district_id" IS DISTINCT FROM (NEW."district_id") OR OLD."first_listed_on" IS DISTINCT FROM (NEW."first_listed_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."on_compulsory_register" IS DISTINCT FROM (NEW."on_compulsory_register") OR OLD."on_early_years_register" IS DISTINCT FROM (NEW."on_early_years_register") OR OLD."on_voluntary_register" IS DISTINCT FROM (NEW."on_voluntary_register") OR OLD."places" IS DISTINCT FROM (NEW."places") OR OLD."places_including_estimates" IS DISTINCT FROM (NEW."places_including_estimates") OR OLD."postcode" IS DISTINCT FROM (NEW."postcode") OR OLD."provider_subtype" IS DISTINCT FROM (NEW."provider_subtype") OR OLD."provider_type" IS DISTINCT FROM (NEW."provider_type") OR OLD."region" IS DISTINCT FROM (NEW."region") OR OLD."register_combination" IS DISTINCT FROM (NEW."register_combination") OR OLD."registered_on" IS DISTINCT FROM (NEW."registered_on") OR OLD."registered_person_name" IS DISTINCT FROM (NEW."registered_person_name") OR OLD."registered_person_urn" IS DISTINCT FROM (NEW."registered_person_urn") OR OLD."registration_status" IS DISTINCT FROM (NEW."registration_status") OR OLD."telephone" IS DISTINCT FROM (NEW."telephone") OR OLD."town" IS DISTINCT FROM (NEW."town") OR OLD."unlisted_since" IS DISTINCT FROM (NEW."unlisted_since") OR OLD."urn" IS DISTINCT FROM (NEW."urn"))',
                    func='INSERT INTO "providers_provider_history" ("address_line_1", "address_line_2", "address_line_3", "agency_id", "authority_id", "constituency", "deprivation_band", "district_id", "first_listed_on", "id", "name", "on_compulsory_register", "on_early_years_register", "on_voluntary_register", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "places_including_estimates", "postcode", "provider_subtype", "provider_type", "region", "register_combination", "registered_on", "registered_person_name", "registered_person_urn", "registration_status", "telephone", "town", "unlisted_since", "urn") VALUES (OLD."address_line_1", OLD."address_line_2", OLD."address_line_3", OLD."agency_id", OLD."authority_id", OLD."constituency", OLD."deprivation_band", OLD."district_id", OLD."first_listed_on", OLD."id", OLD."name", OLD."on_compulsory_register", OLD."on_early_years_register", OLD."on_voluntary_register", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."places", OLD."places_including_estimates", OLD."postcode", OLD."provider_subtype", OLD."provider_type", OLD."region", OLD."register_combination", OLD."registered_on", OLD."registered_person_name", OLD."registered_person_urn", OLD."registration_status", OLD."telephone", OLD."town", OLD."unlisted_since", OLD."urn"); RETURN NULL;',
                    hash="1f1d112cb50f1e0f15b160b6036f091c99dfd205",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b4a7f",
                    table="providers_provider",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="provider",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "providers_provider_history" ("address_line_1", "address_line_2", "address_line_3", "agency_id", "authority_id", "constituency", "deprivation_band", "district_id", "first_listed_on", "id", "name", "on_compulsory_register", "on_early_years_register", "on_voluntary_register", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "places_including_estimates", "postcode", "provider_subtype", "provider_type", "region", "register_combination", "registered_on", "registered_person_name", "registered_person_urn", "registration_status", "telephone", "town", "unlisted_since", "urn") VALUES (OLD."address_line_1", OLD."address_line_2", OLD."address_line_3", OLD."agency_id", OLD."authority_id", OLD."constituency", OLD."deprivation_band", OLD."district_id", OLD."first_listed_on", OLD."id", OLD."name", OLD."on_compulsory_register", OLD."on_early_years_register", OLD."on_voluntary_register", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."places", OLD."places_including_estimates", OLD."postcode", OLD."provider_subtype", OLD."provider_type", OLD."region", OLD."register_combination", OLD."registered_on", OLD."registered_person_name", OLD."registered_person_urn", OLD."registration_status", OLD."telephone", OLD."town", OLD."unlisted_since", OLD."urn"); RETURN NULL;',
                    hash="81faea14f99e937988fb9c0015a2a18ee220e7da",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_42d8b",
                    table="providers_provider",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="provider",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("unlisted_since__isnull", True),
                    ("first_listed_on__isnull", True),
                    ("unlisted_since__gte", models.F("first_listed_on")),
                    _connector="OR",
                ),
                name="providers_unlisted_after_listed",
            ),
        ),
    ]
