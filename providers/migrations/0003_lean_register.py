"""What a load of Ofsted's file writes for each setting, and no more."""

import django.db.models.deletion
from django.db import migrations, models

import core.models


def owned_key(to: str, related_name: str, verbose_name: str) -> models.ForeignKey:
    return core.models.OwnedForeignKey(
        blank=True,
        db_constraint=False,
        db_index=False,
        null=True,
        on_delete=django.db.models.deletion.PROTECT,
        related_name=related_name,
        to=to,
        verbose_name=verbose_name,
    )


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_walls"),
        ("providers", "0002_walls"),
    ]

    operations = [
        migrations.AddField("provider", "file_row_hash", models.BinaryField(max_length=16, null=True)),
        migrations.AlterField("provider", "agency", owned_key("providers.provider", "agency_members", "childminder agency")),
        migrations.AlterField("provider", "district", owned_key("providers.district", "providers", "district")),
        migrations.AddIndex(
            "provider",
            models.Index(fields=["authority", "district"], condition=models.Q(district__isnull=False), name="providers_of_district"),
        ),
        migrations.AddIndex(
            "provider",
            models.Index(fields=["authority", "agency"], condition=models.Q(agency__isnull=False), name="providers_of_agency"),
        ),
    ]
