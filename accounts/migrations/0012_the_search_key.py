from django.db import migrations, models


class Migration(migrations.Migration):
    """With a default of the database: no row is written, so it is quick on a full table."""

    dependencies = [
        ("accounts", "0011_news_by_email"),
    ]

    operations = [
        migrations.AddField(
            model_name="user",
            name="search_key_off",
            field=models.BooleanField(db_default=False, default=False, editable=False),
        ),
    ]
