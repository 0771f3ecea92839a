"""What a load writes for each row, and no more: hashes on the setting, no index or constraint that says nothing new."""

import django.db.models.deletion
from django.db import migrations, models

import core.models

KEEP_HASHES = """
    UPDATE providers_provider p SET file_row_hash = r.row_hash
      FROM ofsted_registerrow r WHERE r.authority_id = p.authority_id AND r.provider_id = p.id
"""


def authority() -> models.ForeignKey:
    """The composite key says already that the authority exists."""
    return models.ForeignKey(
        db_constraint=False,
        db_default=core.models.AuthorityInScope(),
        db_index=False,
        editable=False,
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
        to="accounts.authority",
    )


class Migration(migrations.Migration):
    dependencies = [
        ("ofsted", "0002_walls"),
        ("providers", "0003_lean_register"),
    ]

    operations = [
        migrations.RunSQL(KEEP_HASHES, migrations.RunSQL.noop),
        migrations.DeleteModel("RegisterRow"),
        migrations.RemoveIndex("inspection", "ofsted_inspection_of"),  # a prefix of the key that lets an inspection stand once
        migrations.AlterField("inspection", "authority", authority()),
        migrations.AlterField(
            "inspection",
            "provider",
            core.models.OwnedForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="inspections",
                to="providers.provider",
                verbose_name="setting",
            ),
        ),
        migrations.AlterField("plannedrow", "authority", authority()),
        migrations.AlterField(
            "plannedrow",
            "run",
            core.models.OwnedForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="rows",
                to="ofsted.importrun",
            ),
        ),
    ]
