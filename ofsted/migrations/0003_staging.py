"""Where the rows of a file wait between its comparison and its load (ofsted/services/staging.py)."""

from django.db import migrations

AUTHORITY = (
    "authority_id bigint NOT NULL DEFAULT NULLIF(current_setting('app.authority_id', true), '')::bigint"
)
POLICY = "authority_id = (SELECT NULLIF(current_setting('app.authority_id', true), '')::bigint)"
SETTING = """
    urn text, search_text text, name text, provider_type text, provider_subtype text, register_combination text,
    registered_person_urn text, registered_person_name text, address_line_1 text, address_line_2 text,
    address_line_3 text, town text, postcode text, telephone text, constituency text, region text,
    deprivation_band text, on_early_years_register boolean, on_compulsory_register boolean,
    on_voluntary_register boolean, registered_on date, places integer, places_including_estimates numeric(8,2),
    line integer, row_hash bytea
"""
INSPECTION = """
    urn text, regime text, inspection_number text, visit_type text, inspected_on date, is_graded boolean,
    overall smallint, quality_of_education smallint, behaviour_and_attitudes smallint,
    personal_development smallint, leadership_and_management smallint, safeguarding_effective smallint,
    rc_safeguarding smallint, rc_inclusion smallint, rc_curriculum_and_teaching smallint, rc_achievement smallint,
    rc_behaviour smallint, rc_welfare smallint, rc_leadership_and_governance smallint, met smallint
"""
TABLES = {
    "ofsted_stagedsetting": SETTING,
    "ofsted_stagedinspection": INSPECTION,
    "ofsted_stagedgone": "urn text",
}


def statements(table: str, columns: str) -> list[str]:
    """A table with row-level security, and its one partition, which takes COPY and nothing else."""
    return [
        f"CREATE TABLE {table} ({AUTHORITY}, {columns}) PARTITION BY LIST (authority_id)",
        f"CREATE UNLOGGED TABLE {table}_copied PARTITION OF {table} DEFAULT",
        f"CREATE INDEX {table}_authority ON {table} (authority_id)",
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
        f"CREATE POLICY authority_isolation ON {table} USING ({POLICY}) WITH CHECK ({POLICY})",
    ]


class Migration(migrations.Migration):
    dependencies = [("ofsted", "0002_isolation")]

    operations = [
        *(
            migrations.RunSQL(statements(table, columns), f"DROP TABLE {table}")
            for table, columns in TABLES.items()
        ),
    ]
