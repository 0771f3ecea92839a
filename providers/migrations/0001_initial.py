import core.models
import django.db.models.deletion
import django.db.models.manager
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('auth', '0012_alter_user_first_name_max_length'),
    ]

    operations = [
        migrations.CreateModel(
            name='District',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=80, verbose_name='name')),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
            ],
            options={
                'verbose_name': 'district',
                'verbose_name_plural': 'districts',
                'ordering': ['name'],
                'abstract': False,
                'base_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(fields=('authority', 'name'), name='providers_district_once')],
            },
        ),
        migrations.CreateModel(
            name='DistrictOutline',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rings', models.JSONField(verbose_name='outline')),
                ('attribution', models.CharField(blank=True, max_length=300, verbose_name='attribution')),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
                ('district', core.models.OwnedOneToOneField(db_constraint=False, on_delete=django.db.models.deletion.CASCADE, related_name='outline', to='providers.district')),
            ],
            options={
                'verbose_name': 'outline of a district',
                'verbose_name_plural': 'outlines of districts',
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='ListedCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('change', models.IntegerField()),
                ('district_id', models.BigIntegerField(null=True)),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'indexes': [models.Index(fields=['authority', 'district_id'], name='providers_listed_count')],
            },
        ),
        migrations.CreateModel(
            name='Provider',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('urn', models.CharField(blank=True, max_length=12, verbose_name='Ofsted URN')),
                ('name', models.CharField(blank=True, max_length=255, verbose_name='name')),
                ('provider_type', models.CharField(choices=[('childminder', 'Childminder'), ('childminder_away', 'Childminder without domestic premises'), ('domestic', 'Childcare on domestic premises'), ('non_domestic', 'Childcare on non-domestic premises'), ('home', 'Home childcarer'), ('agency', 'Childminder agency'), ('school', 'School with early years'), ('nursery_school', 'Maintained nursery school')], max_length=20, verbose_name='type')),
                ('provider_subtype', models.CharField(blank=True, max_length=100, verbose_name='kind of care')),
                ('register_combination', models.CharField(blank=True, max_length=40, verbose_name='registers')),
                ('on_early_years_register', models.BooleanField(default=False, verbose_name='on the Early Years Register')),
                ('on_compulsory_register', models.BooleanField(default=False, verbose_name='on the compulsory Childcare Register')),
                ('on_voluntary_register', models.BooleanField(default=False, verbose_name='on the voluntary Childcare Register')),
                ('registered_on', models.DateField(blank=True, null=True, verbose_name='registered on')),
                ('registered_person_urn', models.CharField(blank=True, max_length=12, verbose_name="registered person's number")),
                ('registered_person_name', models.CharField(blank=True, max_length=255, verbose_name='registered person')),
                ('address_line_1', models.CharField(blank=True, max_length=200, verbose_name='address line 1')),
                ('address_line_2', models.CharField(blank=True, max_length=200, verbose_name='address line 2')),
                ('address_line_3', models.CharField(blank=True, max_length=200, verbose_name='address line 3')),
                ('town', models.CharField(blank=True, max_length=100, verbose_name='town')),
                ('postcode', models.CharField(blank=True, max_length=10, verbose_name='postcode')),
                ('telephone', models.CharField(blank=True, max_length=40, verbose_name='telephone')),
                ('constituency', models.CharField(blank=True, max_length=100, verbose_name='constituency')),
                ('region', models.CharField(blank=True, max_length=60, verbose_name='region')),
                ('deprivation_band', models.CharField(blank=True, max_length=30, verbose_name='deprivation band')),
                ('places', models.PositiveIntegerField(blank=True, null=True, verbose_name='places')),
                ('places_including_estimates', models.DecimalField(blank=True, decimal_places=2, max_digits=8, null=True, verbose_name='places including estimates')),
                ('search_text', models.TextField(blank=True, editable=False)),
                ('first_listed_on', models.DateField(editable=False, null=True, verbose_name="first seen in Ofsted's file")),
                ('last_listed_on', models.DateField(editable=False, null=True, verbose_name="last seen in Ofsted's file")),
                ('unlisted_since', models.DateField(editable=False, null=True, verbose_name='no longer listed since')),
                ('file_row_hash', models.BinaryField(max_length=16, null=True)),
                ('agency', core.models.OwnedForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='agency_members', to='providers.provider', verbose_name='childminder agency')),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
                ('district', core.models.OwnedForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='providers', to='providers.district', verbose_name='district')),
            ],
            options={
                'verbose_name': 'setting',
                'verbose_name_plural': 'settings',
                'ordering': ['search_text', 'pk'],
                'permissions': [('view_private_address', "Can see a childminder's address"), ('manage_provider', "Can do a setting's own tasks"), ('link_provider', 'Can link a setting to the one it took over from')],
                'abstract': False,
                'base_manager_name': 'objects',
                'indexes': [models.Index(fields=['authority', 'search_text', 'id'], name='providers_in_order'), models.Index(fields=['authority', 'postcode'], name='providers_by_postcode'), models.Index(condition=models.Q(('unlisted_since__isnull', False)), fields=['authority', 'unlisted_since'], name='providers_unlisted'), models.Index(condition=models.Q(('district__isnull', False)), fields=['authority', 'district'], name='providers_of_district'), models.Index(condition=models.Q(('provider_type', 'agency')), fields=['authority', 'search_text', 'id'], name='providers_agencies'), models.Index(condition=models.Q(('agency__isnull', False)), fields=['authority', 'agency'], name='providers_of_agency')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('urn', ''), _negated=True), fields=('authority', 'urn'), name='providers_urn_once')],
            },
        ),
        migrations.CreateModel(
            name='ProviderGrant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('is_exceptional', models.BooleanField(default=False)),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
                ('content_object', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='providers.provider')),
                ('permission', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='auth.permission')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'all_dates',
                'default_manager_name': 'objects',
                'indexes': [models.Index(fields=['authority', 'content_object', 'user'], name='providers_grant_of')],
                'constraints': [models.UniqueConstraint(fields=('authority', 'user', 'content_object', 'permission', 'starts_on', 'is_exceptional'), name='providers_grant_once')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('all_dates', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='ProviderHistory',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('id', models.BigIntegerField()),
                ('urn', models.CharField(blank=True, max_length=12, verbose_name='Ofsted URN')),
                ('name', models.CharField(blank=True, max_length=255, verbose_name='name')),
                ('provider_type', models.CharField(choices=[('childminder', 'Childminder'), ('childminder_away', 'Childminder without domestic premises'), ('domestic', 'Childcare on domestic premises'), ('non_domestic', 'Childcare on non-domestic premises'), ('home', 'Home childcarer'), ('agency', 'Childminder agency'), ('school', 'School with early years'), ('nursery_school', 'Maintained nursery school')], max_length=20, verbose_name='type')),
                ('provider_subtype', models.CharField(blank=True, max_length=100, verbose_name='kind of care')),
                ('register_combination', models.CharField(blank=True, max_length=40, verbose_name='registers')),
                ('on_early_years_register', models.BooleanField(default=False, verbose_name='on the Early Years Register')),
                ('on_compulsory_register', models.BooleanField(default=False, verbose_name='on the compulsory Childcare Register')),
                ('on_voluntary_register', models.BooleanField(default=False, verbose_name='on the voluntary Childcare Register')),
                ('registered_on', models.DateField(blank=True, null=True, verbose_name='registered on')),
                ('registered_person_urn', models.CharField(blank=True, max_length=12, verbose_name="registered person's number")),
                ('registered_person_name', models.CharField(blank=True, max_length=255, verbose_name='registered person')),
                ('address_line_1', models.CharField(blank=True, max_length=200, verbose_name='address line 1')),
                ('address_line_2', models.CharField(blank=True, max_length=200, verbose_name='address line 2')),
                ('address_line_3', models.CharField(blank=True, max_length=200, verbose_name='address line 3')),
                ('town', models.CharField(blank=True, max_length=100, verbose_name='town')),
                ('postcode', models.CharField(blank=True, max_length=10, verbose_name='postcode')),
                ('telephone', models.CharField(blank=True, max_length=40, verbose_name='telephone')),
                ('constituency', models.CharField(blank=True, max_length=100, verbose_name='constituency')),
                ('region', models.CharField(blank=True, max_length=60, verbose_name='region')),
                ('deprivation_band', models.CharField(blank=True, max_length=30, verbose_name='deprivation band')),
                ('places', models.PositiveIntegerField(blank=True, null=True, verbose_name='places')),
                ('places_including_estimates', models.DecimalField(blank=True, decimal_places=2, max_digits=8, null=True, verbose_name='places including estimates')),
                ('first_listed_on', models.DateField(editable=False, null=True, verbose_name="first seen in Ofsted's file")),
                ('unlisted_since', models.DateField(editable=False, null=True, verbose_name='no longer listed since')),
                ('agency', core.models.OwnedForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.provider', verbose_name='childminder agency')),
                ('authority', models.ForeignKey(db_constraint=False, db_default=core.models.AuthorityInScope(), editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.authority')),
                ('district', core.models.OwnedForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.district', verbose_name='district')),
                ('pgh_obj', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='providers.provider')),
            ],
            options={
                'db_table': 'providers_provider_history',
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='ProviderIdentity',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('scheme', models.CharField(choices=[('dfe_urn', 'Department for Education URN'), ('laestab', 'LAESTAB'), ('ukprn', 'UKPRN'), ('local', "authority's own code")], max_length=12, verbose_name='scheme')),
                ('value', models.CharField(max_length=40, verbose_name='number')),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
                ('provider', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.CASCADE, related_name='identities', to='providers.provider', verbose_name='setting')),
            ],
            options={
                'verbose_name': 'other number',
                'verbose_name_plural': 'other numbers',
                'ordering': ['scheme', 'value'],
                'abstract': False,
                'base_manager_name': 'objects',
                'indexes': [models.Index(fields=['authority', 'provider'], name='providers_identity_of')],
                'constraints': [models.UniqueConstraint(fields=('authority', 'scheme', 'value'), name='providers_identity_once')],
            },
        ),
        migrations.CreateModel(
            name='SuccessionLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField(verbose_name='took over on')),
                ('reason', models.CharField(max_length=300, verbose_name='reason')),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
                ('linked_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('new', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='predecessors', to='providers.provider', verbose_name='later registration')),
                ('old', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='successors', to='providers.provider', verbose_name='earlier registration')),
            ],
            options={
                'verbose_name': 'take-over',
                'verbose_name_plural': 'take-overs',
                'ordering': ['-on', 'pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'indexes': [models.Index(fields=['authority', 'new'], name='providers_succession_new')],
                'constraints': [models.UniqueConstraint(fields=('authority', 'old', 'new'), name='providers_succession_once'), models.CheckConstraint(condition=models.Q(('old', models.F('new')), _negated=True), name='providers_succession_not_itself')],
            },
        ),
        migrations.CreateModel(
            name='SuccessionLinkHistory',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('id', models.BigIntegerField()),
                ('on', models.DateField(verbose_name='took over on')),
                ('reason', models.CharField(max_length=300, verbose_name='reason')),
                ('authority', models.ForeignKey(db_constraint=False, db_default=core.models.AuthorityInScope(), editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.authority')),
                ('linked_by', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('new', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.provider', verbose_name='later registration')),
                ('old', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.provider', verbose_name='earlier registration')),
                ('pgh_obj', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='providers.successionlink')),
            ],
            options={
                'db_table': 'providers_successionlink_history',
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='provider',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."address_line_1" IS DISTINCT FROM (NEW."address_line_1") OR OLD."address_line_2" IS DISTINCT FROM (NEW."address_line_2") OR OLD."address_line_3" IS DISTINCT FROM (NEW."address_line_3") OR OLD."agency_id" IS DISTINCT FROM (NEW."agency_id") OR OLD."authority_id" IS DISTINCT FROM (NEW."authority_id") OR OLD."constituency" IS DISTINCT FROM (NEW."constituency") OR OLD."deprivation_band" IS DISTINCT FROM (NEW."deprivation_band") OR OLD."district_id" IS DISTINCT FROM (NEW."district_id") OR OLD."first_listed_on" IS DISTINCT FROM (NEW."first_listed_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."on_compulsory_register" IS DISTINCT FROM (NEW."on_compulsory_register") OR OLD."on_early_years_register" IS DISTINCT FROM (NEW."on_early_years_register") OR OLD."on_voluntary_register" IS DISTINCT FROM (NEW."on_voluntary_register") OR OLD."places" IS DISTINCT FROM (NEW."places") OR OLD."places_including_estimates" IS DISTINCT FROM (NEW."places_including_estimates") OR OLD."postcode" IS DISTINCT FROM (NEW."postcode") OR OLD."provider_subtype" IS DISTINCT FROM (NEW."provider_subtype") OR OLD."provider_type" IS DISTINCT FROM (NEW."provider_type") OR OLD."region" IS DISTINCT FROM (NEW."region") OR OLD."register_combination" IS DISTINCT FROM (NEW."register_combination") OR OLD."registered_on" IS DISTINCT FROM (NEW."registered_on") OR OLD."registered_person_name" IS DISTINCT FROM (NEW."registered_person_name") OR OLD."registered_person_urn" IS DISTINCT FROM (NEW."registered_person_urn") OR OLD."telephone" IS DISTINCT FROM (NEW."telephone") OR OLD."town" IS DISTINCT FROM (NEW."town") OR OLD."unlisted_since" IS DISTINCT FROM (NEW."unlisted_since") OR OLD."urn" IS DISTINCT FROM (NEW."urn"))', func='INSERT INTO "providers_provider_history" ("address_line_1", "address_line_2", "address_line_3", "agency_id", "authority_id", "constituency", "deprivation_band", "district_id", "first_listed_on", "id", "name", "on_compulsory_register", "on_early_years_register", "on_voluntary_register", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "places_including_estimates", "postcode", "provider_subtype", "provider_type", "region", "register_combination", "registered_on", "registered_person_name", "registered_person_urn", "telephone", "town", "unlisted_since", "urn") VALUES (OLD."address_line_1", OLD."address_line_2", OLD."address_line_3", OLD."agency_id", OLD."authority_id", OLD."constituency", OLD."deprivation_band", OLD."district_id", OLD."first_listed_on", OLD."id", OLD."name", OLD."on_compulsory_register", OLD."on_early_years_register", OLD."on_voluntary_register", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."places", OLD."places_including_estimates", OLD."postcode", OLD."provider_subtype", OLD."provider_type", OLD."region", OLD."register_combination", OLD."registered_on", OLD."registered_person_name", OLD."registered_person_urn", OLD."telephone", OLD."town", OLD."unlisted_since", OLD."urn"); RETURN NULL;', hash='12f0ba476db246331378d555c3bc8691ac5214c5', operation='UPDATE', pgid='pgtrigger_update_update_b4a7f', table='providers_provider', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='provider',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "providers_provider_history" ("address_line_1", "address_line_2", "address_line_3", "agency_id", "authority_id", "constituency", "deprivation_band", "district_id", "first_listed_on", "id", "name", "on_compulsory_register", "on_early_years_register", "on_voluntary_register", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "places_including_estimates", "postcode", "provider_subtype", "provider_type", "region", "register_combination", "registered_on", "registered_person_name", "registered_person_urn", "telephone", "town", "unlisted_since", "urn") VALUES (OLD."address_line_1", OLD."address_line_2", OLD."address_line_3", OLD."agency_id", OLD."authority_id", OLD."constituency", OLD."deprivation_band", OLD."district_id", OLD."first_listed_on", OLD."id", OLD."name", OLD."on_compulsory_register", OLD."on_early_years_register", OLD."on_voluntary_register", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."places", OLD."places_including_estimates", OLD."postcode", OLD."provider_subtype", OLD."provider_type", OLD."region", OLD."register_combination", OLD."registered_on", OLD."registered_person_name", OLD."registered_person_urn", OLD."telephone", OLD."town", OLD."unlisted_since", OLD."urn"); RETURN NULL;', hash='8717dbf0363bf2b66c93d4691e17a9e0cb222776', operation='DELETE', pgid='pgtrigger_delete_delete_42d8b', table='providers_provider', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='provider',
            trigger=pgtrigger.compiler.Trigger(name='listed_count_added', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE counted record;', func='\n            FOR counted IN\n                SELECT r.authority_id, r.district_id AS district_id, count(*)::integer AS number\n                  FROM new_rows r WHERE r.unlisted_since IS NULL GROUP BY 1, 2\n            LOOP\n                INSERT INTO providers_listedcount (authority_id, district_id, change) VALUES (counted.authority_id, counted.district_id, +counted.number);\n            END LOOP;\n            RETURN NULL;\n        ', hash='dfc22bf8263df8c4a98c86d4a5d9b970391a3c92', level='STATEMENT', operation='INSERT', pgid='pgtrigger_listed_count_added_f8764', referencing='REFERENCING NEW TABLE AS new_rows ', table='providers_provider', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='provider',
            trigger=pgtrigger.compiler.Trigger(name='listed_count_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE counted record;', func='\n            FOR counted IN\n                SELECT r.authority_id, r.district_id AS district_id, count(*)::integer AS number\n                  FROM old_rows r WHERE r.unlisted_since IS NULL GROUP BY 1, 2\n            LOOP\n                INSERT INTO providers_listedcount (authority_id, district_id, change) VALUES (counted.authority_id, counted.district_id, -counted.number);\n            END LOOP;\n            RETURN NULL;\n        ', hash='02f163a3486df85e423380dfdd26b8f43b8bc19f', level='STATEMENT', operation='DELETE', pgid='pgtrigger_listed_count_deleted_46fe4', referencing='REFERENCING OLD TABLE AS old_rows ', table='providers_provider', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='provider',
            trigger=pgtrigger.compiler.Trigger(name='listed_count_changed', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN ((OLD.district_id) IS DISTINCT FROM (NEW.district_id) OR (OLD.unlisted_since IS NULL) IS DISTINCT FROM (NEW.unlisted_since IS NULL))', func='\n            IF OLD.unlisted_since IS NULL THEN INSERT INTO providers_listedcount (authority_id, district_id, change) VALUES (OLD.authority_id, OLD.district_id, -1); END IF;\n            IF NEW.unlisted_since IS NULL THEN INSERT INTO providers_listedcount (authority_id, district_id, change) VALUES (NEW.authority_id, NEW.district_id, 1); END IF;\n            RETURN NULL;\n        ', hash='f7aec4ea76769d7daf1498035e869d0fcaf57057', operation='UPDATE', pgid='pgtrigger_listed_count_changed_86915', table='providers_provider', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='provider',
            trigger=pgtrigger.compiler.Trigger(name='covered_count_changed', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN ((OLD.district_id) IS DISTINCT FROM (NEW.district_id) OR (OLD.unlisted_since IS NULL) IS DISTINCT FROM (NEW.unlisted_since IS NULL))', declare='DECLARE touched record; thing record; edge record; others datemultirange; before datemultirange; after datemultirange;', func="\n            SELECT NEW.authority_id, NEW.id AS thing, '{}'::bigint[] AS ids INTO touched;\n            \n        SELECT coalesce(range_agg(daterange(m.joined_on, m.left_on)), '{}') FROM memberships_membership m\n         WHERE m.authority_id = touched.authority_id AND m.provider_id = touched.thing AND m.id <> ALL (touched.ids) INTO before;\n            after := '{}';\n            FOR edge IN \n            SELECT e.day, sum(e.change)::integer AS change FROM (\n                SELECT lower(s), -1 FROM unnest(before) s UNION ALL\n                SELECT upper(s), 1 FROM unnest(before) s WHERE NOT upper_inf(s) UNION ALL\n                SELECT lower(s), 1 FROM unnest(after) s UNION ALL\n                SELECT upper(s), -1 FROM unnest(after) s WHERE NOT upper_inf(s)\n            ) e (day, change) GROUP BY e.day HAVING sum(e.change) <> 0 LOOP\n                IF OLD.unlisted_since IS NULL THEN INSERT INTO memberships_coveredcount (authority_id, district_id, day, change) VALUES (OLD.authority_id, OLD.district_id, edge.day, edge.change); END IF;\n                IF NEW.unlisted_since IS NULL THEN INSERT INTO memberships_coveredcount (authority_id, district_id, day, change) VALUES (NEW.authority_id, NEW.district_id, edge.day, -edge.change); END IF;\n            END LOOP;\n            RETURN NULL;\n        ", hash='ee40d23233ef81916ed065a00be4dfdf7e1c6758', operation='UPDATE', pgid='pgtrigger_covered_count_changed_4ad82', table='providers_provider', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='successionlink',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "providers_successionlink_history" ("authority_id", "id", "linked_by_id", "new_id", "old_id", "on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (OLD."authority_id", OLD."id", OLD."linked_by_id", OLD."new_id", OLD."old_id", OLD."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."reason"); RETURN NULL;', hash='5bb2421ba641c962c3aaf5706c71b86d5f7d4a50', operation='UPDATE', pgid='pgtrigger_update_update_88f1d', table='providers_successionlink', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='successionlink',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "providers_successionlink_history" ("authority_id", "id", "linked_by_id", "new_id", "old_id", "on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (OLD."authority_id", OLD."id", OLD."linked_by_id", OLD."new_id", OLD."old_id", OLD."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."reason"); RETURN NULL;', hash='cd1321d5045c9e4bcbf71b5854828f5f38c76434', operation='DELETE', pgid='pgtrigger_delete_delete_2eef2', table='providers_successionlink', when='AFTER')),
        ),
    ]
