from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("exchange", "0002_isolation"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="sheetline",
            options={"ordering": ["place", "number", "kind", "pk"], "base_manager_name": "objects"},
        ),
        migrations.RemoveIndex(model_name="sheetline", name="exchange_lines_of"),
        migrations.AddField(model_name="sheetimport", name="account", field=models.JSONField(default=dict)),
        migrations.AddField(model_name="sheetimport", name="choices", field=models.JSONField(default=dict)),
        migrations.AddField(model_name="sheetimport", name="questions", field=models.JSONField(default=list)),
        migrations.AddField(
            model_name="sheetline",
            name="place",
            field=models.PositiveSmallIntegerField(default=0, verbose_name="place of the sheet"),
        ),
        migrations.AddField(
            model_name="sheetline",
            name="tab",
            field=models.CharField(blank=True, max_length=200, verbose_name="sheet"),
        ),
        migrations.AddIndex(
            model_name="sheetline",
            index=models.Index(
                fields=["authority", "sheet", "result", "place", "number"], name="exchange_lines_in_order"
            ),
        ),
    ]
