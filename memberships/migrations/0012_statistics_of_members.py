"""A collaboration, and a setting, is one authority's: PostgreSQL is told, which takes columns for independent.

Without it, PostgreSQL expects of one group a share of its members, the fewer the smaller the authority is; a plan
for these values seems cheaper than the plan that it keeps, and it plans anew for every page (decision 0075).
"""

from django.db import migrations

CREATE = """
CREATE STATISTICS memberships_of_group_authority (dependencies)
    ON authority_id, collaboration_id FROM memberships_membership;
CREATE STATISTICS memberships_of_setting_authority (dependencies)
    ON authority_id, provider_id FROM memberships_membership;
"""
DROP = """
DROP STATISTICS memberships_of_group_authority;
DROP STATISTICS memberships_of_setting_authority;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("memberships", "0011_what_is_handed_over"),
    ]

    operations = [migrations.RunSQL(CREATE, DROP)]
