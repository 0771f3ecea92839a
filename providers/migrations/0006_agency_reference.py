"""A childminder agency's reference as a further number."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("providers", "0005_names_in_order"),
    ]

    operations = [
        migrations.AlterField(
            model_name="provideridentity",
            name="scheme",
            field=models.CharField(
                choices=[
                    ("dfe_urn", "Department for Education URN"),
                    ("laestab", "LAESTAB"),
                    ("ukprn", "UKPRN"),
                    ("ca_reference", "childminder agency reference"),
                    ("local", "authority's own code"),
                ],
                max_length=12,
                verbose_name="scheme",
            ),
        ),
    ]
