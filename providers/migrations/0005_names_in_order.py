from django.db import migrations

from providers.rules.register import setting_search_text

HOMES = ("childminder", "childminder_away", "domestic", "home")
BATCH = 2000


def refresh_search_texts(apps, schema_editor):
    """Write the search text anew where a name holds a letter or an apostrophe that is now read otherwise.

    The table's row-level security holds for its owner too, and is lifted for the length of this transaction.
    """
    table = schema_editor.quote_name("providers_provider")
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
        cursor.execute(
            "SELECT authority_id, id, name, urn, postcode, provider_type, search_text"
            f" FROM {table} WHERE name ~ '[^ -~]'"
        )
        changed = []
        for authority_id, pk, name, urn, postcode, provider_type, kept in cursor.fetchall():
            text = setting_search_text(name=name, urn=urn, postcode=postcode, is_home=provider_type in HOMES)
            if text != kept:
                changed.append((text, authority_id, pk))
        for start in range(0, len(changed), BATCH):
            cursor.executemany(
                f"UPDATE {table} SET search_text = %s WHERE authority_id = %s AND id = %s",
                changed[start : start + BATCH],
            )
        cursor.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")


class Migration(migrations.Migration):
    dependencies = [
        ("providers", "0004_registration_status"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="district",
            options={
                "base_manager_name": "objects",
                "ordering": ["name__in_order"],
                "verbose_name": "district",
                "verbose_name_plural": "districts",
            },
        ),
        migrations.RunPython(refresh_search_texts, migrations.RunPython.noop),
    ]
