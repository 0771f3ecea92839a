from django.db import migrations, models


class Migration(migrations.Migration):
    """Nullable, without a default: no row is written, so it is quick on a full table."""

    dependencies = [
        ("accounts", "0010_last_days"),
    ]

    operations = [
        migrations.AddField(
            model_name="affiliation",
            name="news_off_at",
            field=models.DateTimeField(null=True),
        ),
    ]
