"""A flag of the registers that no file has told is unknown, not false (O7)."""

from django.db import migrations, models

FLAGS = ("on_early_years_register", "on_compulsory_register", "on_voluntary_register")
TABLES = ("providers_provider", "providers_provider_history")
#: On the way back what is unknown becomes false, in every authority's rows and without a history of it.
FALSE_AGAIN = [
    statement.format(table=table)
    for table in TABLES
    for statement in (
        "ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY",
        "ALTER TABLE {table} DISABLE TRIGGER USER",
        "UPDATE {table} SET "
        + ", ".join(f"{flag} = coalesce({flag}, false)" for flag in FLAGS)
        + " WHERE "
        + " OR ".join(f"{flag} IS NULL" for flag in FLAGS),
        "ALTER TABLE {table} ENABLE TRIGGER USER",
        "ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
    )
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
