"""A flag of the registers that no file has told is unknown, not false (O7)."""

from django.db import migrations, models

FLAGS = ("on_early_years_register", "on_compulsory_register", "on_voluntary_register")
TABLES = ("providers_provider", "providers_provider_history")
#: On the way back what is unknown becomes false. Done as the columns are rewritten: no trigger runs and no row is hidden.
FALSE_AGAIN = [
    f"ALTER TABLE {table} "
    + ", ".join(f"ALTER COLUMN {flag} TYPE boolean USING coalesce({flag}, false)" for flag in FLAGS)
    for table in TABLES
]


class Migration(migrations.Migration):
    dependencies = [
        ("providers", "0002_isolation"),
    ]

    operations = [
        migrations.AlterField(
            model_name="provider",
            name="on_compulsory_register",
            field=models.BooleanField(
                blank=True, null=True, verbose_name="on the compulsory Childcare Register"
            ),
        ),
        migrations.AlterField(
            model_name="provider",
            name="on_early_years_register",
            field=models.BooleanField(blank=True, null=True, verbose_name="on the Early Years Register"),
        ),
        migrations.AlterField(
            model_name="provider",
            name="on_voluntary_register",
            field=models.BooleanField(
                blank=True, null=True, verbose_name="on the voluntary Childcare Register"
            ),
        ),
        migrations.AlterField(
            model_name="providerhistory",
            name="on_compulsory_register",
            field=models.BooleanField(
                blank=True, null=True, verbose_name="on the compulsory Childcare Register"
            ),
        ),
        migrations.AlterField(
            model_name="providerhistory",
            name="on_early_years_register",
            field=models.BooleanField(blank=True, null=True, verbose_name="on the Early Years Register"),
        ),
        migrations.AlterField(
            model_name="providerhistory",
            name="on_voluntary_register",
            field=models.BooleanField(
                blank=True, null=True, verbose_name="on the voluntary Childcare Register"
            ),
        ),
        migrations.RunSQL(migrations.RunSQL.noop, FALSE_AGAIN),
    ]
