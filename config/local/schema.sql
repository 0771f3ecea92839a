-- Written by `make schema` from the migrations named here. Never edit it.
-- holds accounts/migrations/0001_initial.py 3a63162e71a39ae9e48c976055446cae9cc77f62a9a91c0e4323b6d3ddadcc27
-- holds accounts/migrations/0002_isolation.py f03f5fe3ef267d8566fffafe6391c3611691b41cf31c2244a02dd254941d8ce0
-- holds accounts/migrations/0003_invited_people.py ed1611f7c1b30e88165e06b087f6ae5efe07c77d7fe85d607553b00d98b4f7b3
-- holds accounts/migrations/0004_isolation_of_invitations.py d5f5f9d3a775e073e1fafa5cd4c3c8faaef4123273925af4a59b4d8fb52c86f7
-- holds accounts/migrations/0005_sessions_locks_and_notices.py c3e95fb95a2d57f3ca2225ef75c953e3492130b1b1dd61d57eedc66b7b3cbe67
-- holds accounts/migrations/0006_isolation_of_notices.py a6e57dc03df3155c744707e1f6f34b451a1b8a63d3c5cbb20993d40d60855816
-- holds accounts/migrations/0007_security_events.py fef20eae3d4ac47f34cdca6b32cdc73157d6bd02dab1dce2b0072ccb689c4738
-- holds accounts/migrations/0008_names_in_order.py 72f062de1bf7e9cb8639836a05a8339040788c412a2b0317900a81c802e8cff5
-- holds accounts/migrations/0009_malware_events.py bfef7852cb5f39ffe6bb2921d49b26322d9da193e4aaa1ed6b23cb41c3cb286e
-- holds accounts/migrations/0010_last_days.py 5e6e7e286e32b485d7a135e0851c4b9f3584d1c1b3d757b774cefdc6075a3acb
-- holds accounts/migrations/0011_news_by_email.py 20213ec4a1345175c2e8e297a7d67a6c1f4cbefa1b83608c911c4168a36eac02
-- holds accounts/migrations/0012_the_search_key.py f53e6782e282575653251d77b4404cf8ee5b6b7ebf198000668ec1a922e7a2fc
-- holds accounts/migrations/0013_blocking_and_corrections.py 37ecf04a27e8a22ad8b34be7efca10b50e9270f01c559aa1f9e3342a10cfb872
-- holds accounts/migrations/0014_isolation_of_decisions.py c8c2e7c9b2d2d35476cfff1abf335d877db2194a95e971ef840ebb7685d3da92
-- holds audit/migrations/0001_initial.py 61d75761c2886a3a0f16ed894e7afdc234fa40604c83452bfb957e5570849d96
-- holds audit/migrations/0002_isolation.py d0e69295fc561f96cd0c5df7b0bcf43f814937e2541c6704832a417acceacac6
-- holds audit/migrations/0003_seal_digest_version.py bfae8dca41af9346a577f14762a0da3e4bfb5c560c9126894777b805b13f70da
-- holds audit/migrations/0004_audit_log_named.py b8613dee745c56ed6093b7e6415dcd38c6339907ea074e6e4b2d0b7cd973d82e
-- holds collaborations/migrations/0001_initial.py 2c0f9c14c1b55464972bfc25bfaacc04726d95ca105455503982a2d40da59005
-- holds collaborations/migrations/0002_isolation.py f8b81c8b0a48303d9c5bec8bee8cc11fc9810c4e78a9dc6b719756154117b712
-- holds collaborations/migrations/0003_names_in_order.py 431d44820eeb07dedfe1eeb50ecbad918c14880a7f479060a8c675cc6e9be1b0
-- holds collaborations/migrations/0004_one_name_for_one_thing.py af79695ec31c1fa24996c16c8fb5528df9c2471dd63ff7b278262ab99b437ec3
-- holds development/migrations/0001_initial.py 855cdf87e1ad910f5b4563300ddb9ff2bad8169a303fd67ccca9192bdc1a1754
-- holds development/migrations/0002_isolation.py 0a7ef20a67a62d5233998753aedf3d5c62ca5a4b3a3c8a5af1c4960d7e80f11e
-- holds development/migrations/0003_last_days.py 3522491e25a2df627a81b234d4cc54be800267d0c87499031e61a66115016821
-- holds development/migrations/0004_action_of_a_person.py c36085ea878d6b74c84a50be367bccdd1d0399688aa8c921a91740ae37d1afd8
-- holds documents/migrations/0001_initial.py 01879c592fa57c089a03bd0e16f0735822920b4377b9269d9dcd4d0c8e2e888c
-- holds documents/migrations/0002_isolation.py e917cdb036721f0d097c5b9d5e4399a46b620bc720b98f4f0a976f51b29a42c6
-- holds documents/migrations/0003_backup.py b6ba080037a3d576e3efcd2ae877aabd578cb255d77322e66ed0751c5f47a01d
-- holds documents/migrations/0004_kept_lists.py ded68c3bc899018c077d5d418e843579bbfe68d53bc2cc8df4297a0955c4a466
-- holds documents/migrations/0005_isolation_of_kept_lists.py 132108662e6322f174237af7104f305a2fad7ed766dde4316aaa4e28ed961cc8
-- holds documents/migrations/0006_sent_emails.py 50365f3499e31f8ea26fbe96723c269cf51c864ce3b36cf3b0f1a7044e06d3bb
-- holds documents/migrations/0007_isolation_of_sent_emails.py 9e792ff6c4cfabc7936258f25f36ff94c0c624be51b1157db1c565f8cdfee9bd
-- holds exchange/migrations/0001_initial.py 21e8c631803eb3d3a889802a9e7e5fa3b5a82477b000713a6a7b5814146c2054
-- holds exchange/migrations/0002_isolation.py 045fe8251f2420db4a07d0ae4017d143f4f3c4f92148f8ed30971825d637379d
-- holds exchange/migrations/0003_account_questions_and_sheets.py 4584a036cee326eb495ef3eb5272be0c9e053f2efcdf07eed99e29daa6619fe1
-- holds exchange/migrations/0004_one_wording_of_states.py 182428e806708564220959a951123a033a3a6067d1a289775058c1a47ac48133
-- holds leadership/migrations/0001_initial.py e2a17d89c65bcb3ccbbec788342d6b3ea4fe8198418a5b90b6c240fa55562cd6
-- holds leadership/migrations/0002_isolation.py fa8bbeaf47399f2cb1c0b44d6f32845cf8354850695d618a8628ece78b68ff0f
-- holds library/migrations/0001_initial.py c77aaf3d0e3adb10437c4570ecd5c1443a22b7feccbd2bf39b38b8bd45a2014f
-- holds library/migrations/0002_isolation.py 810cd5180af262132a8f2fbee8dded61590aad7c63b7afb418b6ae9481a3699b
-- holds library/migrations/0003_names_in_order.py a449676616a31e66f646cb5e0045d371120b1765449b6997ce5f264e9649a01c
-- holds library/migrations/0004_visits_to_documents.py 3178fb1dc4090d00912903d41b72070e5d5463a15f93bdf5257eaf0e2930cb09
-- holds library/migrations/0005_isolation_of_visits.py 424863f2e6fd3bc9ab08630ea9a5c960ece36c0262eca3f13863ec08512aee75
-- holds meetings/migrations/0001_initial.py d2be99697017fd8491a0f82e9bcc6ea41d183a5101e66eb594051542e6598021
-- holds meetings/migrations/0002_isolation.py c84a23cf649ff9e7da44df1d9bcdef494c9b2abc82376a55176ef56ebb15b56e
-- holds memberships/migrations/0001_initial.py d30f865e3558c32caa5c06b7f1cec76275e6df9ce4ca2e3e73cd4d9be3a3c815
-- holds memberships/migrations/0002_isolation.py e52b973dbbd42ad6a50f160e69d97f990659d998a91e8e8c0ef1ddf352c28387
-- holds memberships/migrations/0003_names_in_order.py 5e2eebda76709647227c99d68529e4b5d635f59b674f49049df7d634bdfd9b24
-- holds memberships/migrations/0004_last_days.py 703beab2766aae5b1b594076dccfeb7208afb0e51948a31023fa889f624fab3c
-- holds memberships/migrations/0005_one_name_for_one_thing.py c5ba6f7e15aedd9c2f01aeeff026ab309cbda63b5d31c3bd8be70493348813bc
-- holds memberships/migrations/0006_contacts_of_people.py d0845f674b753896d6a997b69dde88024c498706c762d2e2c1c7636e93652bac
-- holds memberships/migrations/0007_isolation_of_contacts.py 254eb61bacec75966fcb799ef7d6232861735e7170c4358f0d330c4274ef6834
-- holds memberships/migrations/0008_leads_of_a_person.py 09061e50551794c4c6343427ffae027fad1129188d596c0139fe9277b9e3aa1e
-- holds ofsted/migrations/0001_initial.py f493c41f7ae3c3e2fa8eecfc94e1005b516a0a2f98d8a314ec45e356621b6624
-- holds ofsted/migrations/0002_isolation.py 6a8c21524a489e3e1b92982bcf3c3c11ef48e7c1832236ed358eefe249156a0c
-- holds ofsted/migrations/0003_staging.py 51db367ec4bd3ba9c286b67f98fc43d9a0e1aa458f203293d1e345a8e5f481f2
-- holds ofsted/migrations/0004_account_and_remarks.py 7e7a09fab95109c835fecb2c8819084403b7ca29f9ad3277d5f44e9bb25db7b1
-- holds ofsted/migrations/0005_state_of_loads.py ea128e0bf8aa038363921d13f42d9d892cf6fdab93fcce99a4b8b72a59f4b64d
-- holds ofsted/migrations/0006_names_in_order.py e97b6267146e709b29c054d4d11ab799392f3ce13d9b05f58ee7c91cdda648f2
-- holds ofsted/migrations/0007_kinds_of_file.py cbc3d30bd76f5e243922f1da6517899764cbabf3efc1f001c920a6e7af74a3cc
-- holds ofsted/migrations/0008_school_links.py dcccafbe5ac22ada7a424eb7cd28eb897fbf26cf9a4bebad19dec2fc2b05e74b
-- holds providers/migrations/0001_initial.py 1616c4cc8874708cf6a21ae7307929f0a0228e66cac0133ca96a64392e91e947
-- holds providers/migrations/0002_isolation.py 30e82bd5948f51cefc17e3ae30580a102dacb11e2f42d5021ba1d7e6dfe348cf
-- holds providers/migrations/0003_unknown_register_flags.py a596087afb497836acd1b69e57dfe9dda6442634fdf34adba6bf83e13ed84247
-- holds providers/migrations/0004_registration_status.py f4b4477eafaac73078867c30751fd2492bb9b4b15a9a2f5d530f9624853630be
-- holds providers/migrations/0005_names_in_order.py 8eebfde32ebf2f847e184f6a38d096a8b3a56c7aae133951b1c9c1490af4b751
-- holds providers/migrations/0006_agency_reference.py c11a3fc70eb12fcf8c090136e07d4c115eb359e6b2d6317bdc66991d70f71856
-- holds providers/migrations/0007_contacts_of_settings.py 59fb66ac4a37f5339d9bbcb964682177c584d799cb1dfc3dfb5101edfe0e389a
-- holds providers/migrations/0008_isolation_of_contacts.py a713135cbc171d5547c3fecf255b72f939e47121dee19c3614a18835de9538f3
-- holds provision/migrations/0001_initial.py 5afb222902ae148c97b4e031e386a0c6bea6bd97d9811bdc34179e683bc0d4a1
-- holds provision/migrations/0002_isolation.py 5cbda852dc86f4428247aed2f7b2e26ea3b803533793dbebc2ef7fffef675e9d
-- holds provision/migrations/0003_last_days.py a9267a06cd4cd76d394c116f7e2398f757709730d9e983f75de49360b73c213b
-- holds provision/migrations/0004_one_name_for_one_thing.py 6e170c65afaa5cf15e8e21afd64f53cd6f1af229fd5259fa4b4ea64cc2a8c26b
-- holds reorganisation/migrations/0001_initial.py 6146569e36035ef6c7e6ee6fafad9ffbf5b3555146d29fee4a8d50059392480a
-- holds reorganisation/migrations/0002_isolation.py 92ad4f3c047f958fe790fc06d98487ddb250ac1a6692abdfd41931ceb7bbb64a
-- holds reorganisation/migrations/0003_names_in_order.py 5002d4faa0a501add9f745559e787fa090ade8fd05d6cba1cc09d88077d25591
-- holds reorganisation/migrations/0004_last_days.py 1c6678ced2e614e823f571a73f901b72e296f97058217af48201262923766a07
-- holds support/migrations/0001_initial.py 88167823187645199059449e570752ad0c4e8fbd4233cfba498dc5e64605a311
-- holds support/migrations/0002_isolation.py 0a36c6b7112cfbdb3e707d44deb2bc5c50385b6a549de10905ddd67bf7713694
-- holds support/migrations/0003_kinds_of_request.py bab0f7ddf45ea5f1fd284988521e78f6722571314c973686ed7d910ac8ac771b
-- holds support/migrations/0004_isolation_of_requests.py 3579d23e7fe3331a0ca9b4d33f76a96e1c90944fb9b277d8b3937ae293f8e868
-- holds support/migrations/0005_invitations_to_send.py 293806d926cb3d214ff63616a2433aba7a62de482c76a555900494649003f8f3
-- holds support/migrations/0006_drafts_files_and_templates_of_messages.py f342b8e56377ca9ede3e2d43c5241de20a9642def6651a45e4f8c42faa3917f7
-- holds support/migrations/0007_isolation_of_messages.py 72e63b0650368378bd48b78d0bcd28c24759dd9670e8322bb5ee0b3199cde341
-- holds ways_of_working/migrations/0001_initial.py e5728a3861b660d3dab49a5dc8978a722dbafb7ab04547bf1851dc45629eae18
-- holds ways_of_working/migrations/0002_isolation.py 6eb094db8ff0cfd1b9fd967eaee818e8f817300aafa05ad558fc0408549b0f67
-- holds ways_of_working/migrations/0003_names_in_order.py 237673b5fa7e75f15d5021ef5c847d1c6a8ddfafc515df66f85034f6bc50538d
-- holds ways_of_working/migrations/0004_last_days.py ad33105b51496ef9683ae25213e386aa6f23fad79376a18010a9525629166f41
-- holds core/isolation/__init__.py e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
-- holds core/isolation/audit.py ad8ceb29345ba8cc1c161334d61d83728c4db02d263606cd81a6bc6a316ad0b6
-- holds core/isolation/missing.py 9a74230051265ee9be957c3d8ed9ee70607fd3de71060e21297b71fe51503a54
-- holds core/isolation/operations.py a8f1257a3305d6c941c0ea339f8be734d6496f582dbc67f36ea27ccff7ed9c3e
-- holds core/isolation/tables.py 3f82f209ef334927958019158ed5f13a1375ac7ef0ac1de76c6c1a4af7eab23e
-- holds core/constraints.py c4423207cbbad12806dd2c45de893dc2a728d925925611793fbb7197430fb949
-- holds core/models.py b3f00417e25ab9f6c2705bc2be652f3eab1c2e44ad493e096bc498fee28d7181
-- holds core/ordering.py 2b580b836903cc5117bbf7203881d7698f0dcb533e7d5f2346cd0d2c369eaf69
-- holds deploy/roles.sql 1c5246508874cdbc10c3eacaa31ea99ca1d844c7490b3876eeb0420b58ff4b10
--
-- PostgreSQL database dump
--



SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: _pgh_attach_context(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public._pgh_attach_context() RETURNS uuid
    LANGUAGE plpgsql
    AS $$
                    DECLARE
                        _pgh_context_id UUID;
                        _pgh_context_metadata JSONB;
                    BEGIN
                        BEGIN
                            SELECT INTO _pgh_context_id
                                CURRENT_SETTING('pghistory.context_id');
                            SELECT INTO _pgh_context_metadata
                                CURRENT_SETTING('pghistory.context_metadata');
                            EXCEPTION WHEN OTHERS THEN
                        END;
                        IF _pgh_context_id IS NOT NULL AND _pgh_context_metadata IS NOT NULL THEN
                            INSERT INTO pghistory_context (id, metadata, created_at, updated_at)
                                VALUES (_pgh_context_id, _pgh_context_metadata, NOW(), NOW())
                                ON CONFLICT (id) DO UPDATE
                                    SET metadata = EXCLUDED.metadata,
                                        updated_at = EXCLUDED.updated_at
                                    WHERE pghistory_context.metadata != EXCLUDED.metadata;
                            RETURN _pgh_context_id;
                        ELSE
                            RETURN NULL;
                        END IF;
                    END;
                $$;


--
-- Name: _pgtrigger_should_ignore(name); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public._pgtrigger_should_ignore(trigger_name name) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
                DECLARE
                    _pgtrigger_ignore TEXT[];
                    _result BOOLEAN;
                BEGIN
                    BEGIN
                        SELECT INTO _pgtrigger_ignore
                            CURRENT_SETTING('pgtrigger.ignore');
                        EXCEPTION WHEN OTHERS THEN
                    END;
                    IF _pgtrigger_ignore IS NOT NULL THEN
                        SELECT trigger_name = ANY(_pgtrigger_ignore)
                        INTO _result;
                        RETURN _result;
                    ELSE
                        RETURN FALSE;
                    END IF;
                END;
            $$;


--
-- Name: pgtrigger_adopted_stays_96d5e(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_adopted_stays_96d5e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


--
-- Name: pgtrigger_count_added_45e06(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_count_added_45e06() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                DECLARE counted record;
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            FOR counted IN
                SELECT r.authority_id, r.district_id AS district_id, r.state AS state, count(*)::integer AS number
                  FROM new_rows r WHERE true GROUP BY 1, 2, 3
            LOOP
                INSERT INTO collaborations_collaborationcount (authority_id, district_id, state, change) VALUES (counted.authority_id, counted.district_id, counted.state, +counted.number);
            END LOOP;
            RETURN NULL;
        
                END;
            $$;


--
-- Name: pgtrigger_count_changed_5cebd(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_count_changed_5cebd() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            IF true THEN INSERT INTO collaborations_collaborationcount (authority_id, district_id, state, change) VALUES (OLD.authority_id, OLD.district_id, OLD.state, -1); END IF;
            IF true THEN INSERT INTO collaborations_collaborationcount (authority_id, district_id, state, change) VALUES (NEW.authority_id, NEW.district_id, NEW.state, 1); END IF;
            RETURN NULL;
        
                END;
            $$;


--
-- Name: pgtrigger_count_deleted_e89c4(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_count_deleted_e89c4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                DECLARE counted record;
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            FOR counted IN
                SELECT r.authority_id, r.district_id AS district_id, r.state AS state, count(*)::integer AS number
                  FROM old_rows r WHERE true GROUP BY 1, 2, 3
            LOOP
                INSERT INTO collaborations_collaborationcount (authority_id, district_id, state, change) VALUES (counted.authority_id, counted.district_id, counted.state, -counted.number);
            END LOOP;
            RETURN NULL;
        
                END;
            $$;


--
-- Name: pgtrigger_covered_count_changed_4ad82(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_covered_count_changed_4ad82() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                DECLARE touched record; thing record; edge record; others datemultirange; before datemultirange; after datemultirange;
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            SELECT NEW.authority_id, NEW.id AS thing, '{}'::bigint[] AS ids INTO touched;
            
        SELECT coalesce(range_agg(daterange(m.joined_on, m.left_on)), '{}') FROM memberships_membership m
         WHERE m.authority_id = touched.authority_id AND m.provider_id = touched.thing AND m.id <> ALL (touched.ids) INTO before;
            after := '{}';
            FOR edge IN 
            SELECT e.day, sum(e.change)::integer AS change FROM (
                SELECT lower(s), -1 FROM unnest(before) s UNION ALL
                SELECT upper(s), 1 FROM unnest(before) s WHERE NOT upper_inf(s) UNION ALL
                SELECT lower(s), 1 FROM unnest(after) s UNION ALL
                SELECT upper(s), -1 FROM unnest(after) s WHERE NOT upper_inf(s)
            ) e (day, change) GROUP BY e.day HAVING sum(e.change) <> 0 LOOP
                IF OLD.unlisted_since IS NULL THEN INSERT INTO memberships_coveredcount (authority_id, district_id, day, change) VALUES (OLD.authority_id, OLD.district_id, edge.day, edge.change); END IF;
                IF NEW.unlisted_since IS NULL THEN INSERT INTO memberships_coveredcount (authority_id, district_id, day, change) VALUES (NEW.authority_id, NEW.district_id, edge.day, -edge.change); END IF;
            END LOOP;
            RETURN NULL;
        
                END;
            $$;


--
-- Name: pgtrigger_covered_count_delete_acf6f(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_covered_count_delete_acf6f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                DECLARE touched record; thing record; edge record; others datemultirange; before datemultirange; after datemultirange;
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            FOR touched IN
                SELECT u.authority_id, u.thing, array_agg(u.id) AS ids,
                       coalesce(range_agg(u.span) FILTER (WHERE NOT u.is_new), '{}') AS old_spans,
                       coalesce(range_agg(u.span) FILTER (WHERE u.is_new), '{}') AS new_spans
                  FROM (SELECT t.*, false AS is_new FROM (SELECT m.authority_id, m.provider_id AS thing, m.id, daterange(m.joined_on, m.left_on) AS span FROM old_rows m) t) u (authority_id, thing, id, span, is_new) GROUP BY u.authority_id, u.thing
            LOOP
                CONTINUE WHEN touched.old_spans = touched.new_spans;
                
        SELECT coalesce(range_agg(daterange(m.joined_on, m.left_on)), '{}') FROM memberships_membership m
         WHERE m.authority_id = touched.authority_id AND m.provider_id = touched.thing AND m.id <> ALL (touched.ids) INTO others;
                before := others + touched.old_spans;
                after := others + touched.new_spans;
                CONTINUE WHEN before = after;
                
        SELECT r.district_id FROM providers_provider r
         WHERE r.authority_id = touched.authority_id AND r.id = touched.thing AND r.unlisted_since IS NULL INTO thing;
                CONTINUE WHEN NOT FOUND;
                FOR edge IN 
            SELECT e.day, sum(e.change)::integer AS change FROM (
                SELECT lower(s), -1 FROM unnest(before) s UNION ALL
                SELECT upper(s), 1 FROM unnest(before) s WHERE NOT upper_inf(s) UNION ALL
                SELECT lower(s), 1 FROM unnest(after) s UNION ALL
                SELECT upper(s), -1 FROM unnest(after) s WHERE NOT upper_inf(s)
            ) e (day, change) GROUP BY e.day HAVING sum(e.change) <> 0 LOOP
                    INSERT INTO memberships_coveredcount (authority_id, district_id, day, change) VALUES (touched.authority_id, thing.district_id, edge.day, edge.change);
                END LOOP;
            END LOOP;
            RETURN NULL;
        
                END;
            $$;


--
-- Name: pgtrigger_covered_count_insert_32d51(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_covered_count_insert_32d51() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                DECLARE touched record; thing record; edge record; others datemultirange; before datemultirange; after datemultirange;
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            FOR touched IN
                SELECT u.authority_id, u.thing, array_agg(u.id) AS ids,
                       coalesce(range_agg(u.span) FILTER (WHERE NOT u.is_new), '{}') AS old_spans,
                       coalesce(range_agg(u.span) FILTER (WHERE u.is_new), '{}') AS new_spans
                  FROM (SELECT t.*, true AS is_new FROM (SELECT m.authority_id, m.provider_id AS thing, m.id, daterange(m.joined_on, m.left_on) AS span FROM new_rows m) t) u (authority_id, thing, id, span, is_new) GROUP BY u.authority_id, u.thing
            LOOP
                CONTINUE WHEN touched.old_spans = touched.new_spans;
                
        SELECT coalesce(range_agg(daterange(m.joined_on, m.left_on)), '{}') FROM memberships_membership m
         WHERE m.authority_id = touched.authority_id AND m.provider_id = touched.thing AND m.id <> ALL (touched.ids) INTO others;
                before := others + touched.old_spans;
                after := others + touched.new_spans;
                CONTINUE WHEN before = after;
                
        SELECT r.district_id FROM providers_provider r
         WHERE r.authority_id = touched.authority_id AND r.id = touched.thing AND r.unlisted_since IS NULL INTO thing;
                CONTINUE WHEN NOT FOUND;
                FOR edge IN 
            SELECT e.day, sum(e.change)::integer AS change FROM (
                SELECT lower(s), -1 FROM unnest(before) s UNION ALL
                SELECT upper(s), 1 FROM unnest(before) s WHERE NOT upper_inf(s) UNION ALL
                SELECT lower(s), 1 FROM unnest(after) s UNION ALL
                SELECT upper(s), -1 FROM unnest(after) s WHERE NOT upper_inf(s)
            ) e (day, change) GROUP BY e.day HAVING sum(e.change) <> 0 LOOP
                    INSERT INTO memberships_coveredcount (authority_id, district_id, day, change) VALUES (touched.authority_id, thing.district_id, edge.day, edge.change);
                END LOOP;
            END LOOP;
            RETURN NULL;
        
                END;
            $$;


--
-- Name: pgtrigger_covered_count_update_7fd6a(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_covered_count_update_7fd6a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                DECLARE touched record; thing record; edge record; others datemultirange; before datemultirange; after datemultirange;
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            FOR touched IN
                SELECT u.authority_id, u.thing, array_agg(u.id) AS ids,
                       coalesce(range_agg(u.span) FILTER (WHERE NOT u.is_new), '{}') AS old_spans,
                       coalesce(range_agg(u.span) FILTER (WHERE u.is_new), '{}') AS new_spans
                  FROM (SELECT t.*, false AS is_new FROM (SELECT m.authority_id, m.provider_id AS thing, m.id, daterange(m.joined_on, m.left_on) AS span FROM old_rows m) t UNION ALL SELECT t.*, true AS is_new FROM (SELECT m.authority_id, m.provider_id AS thing, m.id, daterange(m.joined_on, m.left_on) AS span FROM new_rows m) t) u (authority_id, thing, id, span, is_new) GROUP BY u.authority_id, u.thing
            LOOP
                CONTINUE WHEN touched.old_spans = touched.new_spans;
                
        SELECT coalesce(range_agg(daterange(m.joined_on, m.left_on)), '{}') FROM memberships_membership m
         WHERE m.authority_id = touched.authority_id AND m.provider_id = touched.thing AND m.id <> ALL (touched.ids) INTO others;
                before := others + touched.old_spans;
                after := others + touched.new_spans;
                CONTINUE WHEN before = after;
                
        SELECT r.district_id FROM providers_provider r
         WHERE r.authority_id = touched.authority_id AND r.id = touched.thing AND r.unlisted_since IS NULL INTO thing;
                CONTINUE WHEN NOT FOUND;
                FOR edge IN 
            SELECT e.day, sum(e.change)::integer AS change FROM (
                SELECT lower(s), -1 FROM unnest(before) s UNION ALL
                SELECT upper(s), 1 FROM unnest(before) s WHERE NOT upper_inf(s) UNION ALL
                SELECT lower(s), 1 FROM unnest(after) s UNION ALL
                SELECT upper(s), -1 FROM unnest(after) s WHERE NOT upper_inf(s)
            ) e (day, change) GROUP BY e.day HAVING sum(e.change) <> 0 LOOP
                    INSERT INTO memberships_coveredcount (authority_id, district_id, day, change) VALUES (touched.authority_id, thing.district_id, edge.day, edge.change);
                END LOOP;
            END LOOP;
            RETURN NULL;
        
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_05e37(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_05e37() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "provision_staffreturn_history" ("authority_id", "certified_at", "certified_by_id", "id", "is_unchanged", "note", "period_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "staff") VALUES (OLD."authority_id", OLD."certified_at", OLD."certified_by_id", OLD."id", OLD."is_unchanged", OLD."note", OLD."period_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."provider_id", OLD."staff"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_1ab6c(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_1ab6c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "memberships_handover_history" ("authority_id", "done_by_id", "done_on", "id", "kind", "membership_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "taken_by_id", "what") VALUES (OLD."authority_id", OLD."done_by_id", OLD."done_on", OLD."id", OLD."kind", OLD."membership_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."taken_by_id", OLD."what"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_1f535(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_1f535() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "ofsted_schoollink_history" ("authority_id", "gone_since", "id", "link_type", "other_name", "other_urn", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "urn") VALUES (OLD."authority_id", OLD."gone_since", OLD."id", OLD."link_type", OLD."other_name", OLD."other_urn", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."since", OLD."urn"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_2c12a(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_2c12a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "meetings_agendaitem_history" ("answer", "authority_id", "carried_from_id", "id", "is_standing", "meeting_id", "minutes", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "presented_by", "proposed_at", "proposed_by_id", "proposed_for_id", "purpose", "state", "title", "was_reached", "words") VALUES (OLD."answer", OLD."authority_id", OLD."carried_from_id", OLD."id", OLD."is_standing", OLD."meeting_id", OLD."minutes", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."position", OLD."presented_by", OLD."proposed_at", OLD."proposed_by_id", OLD."proposed_for_id", OLD."purpose", OLD."state", OLD."title", OLD."was_reached", OLD."words"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_2eef2(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_2eef2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "providers_successionlink_history" ("authority_id", "id", "linked_by_id", "new_id", "old_id", "on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (OLD."authority_id", OLD."id", OLD."linked_by_id", OLD."new_id", OLD."old_id", OLD."on", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."reason"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_2f516(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_2f516() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_roleappointment_history" ("appointed_by_id", "authority_id", "ends_on", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "starts_on", "user_id") VALUES (OLD."appointed_by_id", OLD."authority_id", OLD."ends_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."role", OLD."starts_on", OLD."user_id"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_37725(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_37725() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "memberships_application_history" ("applied_at", "applied_by_id", "authority_id", "collaboration_id", "decided_by_id", "decided_on", "decision", "id", "membership_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "state", "words") VALUES (OLD."applied_at", OLD."applied_by_id", OLD."authority_id", OLD."collaboration_id", OLD."decided_by_id", OLD."decided_on", OLD."decision", OLD."id", OLD."membership_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."provider_id", OLD."state", OLD."words"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_3a43d(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_3a43d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "collaborations_firstmeeting_history" ("authority_id", "collaboration_id", "facilitated_by_id", "held_on", "id", "notes", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place") VALUES (OLD."authority_id", OLD."collaboration_id", OLD."facilitated_by_id", OLD."held_on", OLD."id", OLD."notes", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."place"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_3bb53(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_3bb53() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "support_supportrequest_history" ("answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "authority_id", "collaboration_id", "id", "kind", "officer_id", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "provider_id", "state", "wanted_on", "words") VALUES (OLD."answer", OLD."answered_at", OLD."answered_by_id", OLD."asked_at", OLD."asked_by_id", OLD."authority_id", OLD."collaboration_id", OLD."id", OLD."kind", OLD."officer_id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."place", OLD."provider_id", OLD."state", OLD."wanted_on", OLD."words"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_42d8b(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_42d8b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "providers_provider_history" ("address_line_1", "address_line_2", "address_line_3", "agency_id", "authority_id", "constituency", "deprivation_band", "district_id", "first_listed_on", "id", "name", "on_compulsory_register", "on_early_years_register", "on_voluntary_register", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "places_including_estimates", "postcode", "provider_subtype", "provider_type", "region", "register_combination", "registered_on", "registered_person_name", "registered_person_urn", "registration_status", "telephone", "town", "unlisted_since", "urn") VALUES (OLD."address_line_1", OLD."address_line_2", OLD."address_line_3", OLD."agency_id", OLD."authority_id", OLD."constituency", OLD."deprivation_band", OLD."district_id", OLD."first_listed_on", OLD."id", OLD."name", OLD."on_compulsory_register", OLD."on_early_years_register", OLD."on_voluntary_register", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."places", OLD."places_including_estimates", OLD."postcode", OLD."provider_subtype", OLD."provider_type", OLD."region", OLD."register_combination", OLD."registered_on", OLD."registered_person_name", OLD."registered_person_urn", OLD."registration_status", OLD."telephone", OLD."town", OLD."unlisted_since", OLD."urn"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_4bf26(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_4bf26() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "meetings_meeting_history" ("access_notes", "authority_id", "cancelled_because", "chaired_by_id", "check_in_code", "check_in_until", "collaboration_id", "edition", "ends_at", "id", "items_until", "kind", "on", "online_url", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned_at", "planned_by_id", "starts_at", "state", "title") VALUES (OLD."access_notes", OLD."authority_id", OLD."cancelled_because", OLD."chaired_by_id", OLD."check_in_code", OLD."check_in_until", OLD."collaboration_id", OLD."edition", OLD."ends_at", OLD."id", OLD."items_until", OLD."kind", OLD."on", OLD."online_url", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."place", OLD."planned_at", OLD."planned_by_id", OLD."starts_at", OLD."state", OLD."title"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_60bd4(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_60bd4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "ways_of_working_termstemplate_history" ("authority_id", "id", "in_force_from", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "started_by_id", "state", "texts", "values", "version") VALUES (OLD."authority_id", OLD."id", OLD."in_force_from", OLD."note", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."published_at", OLD."published_by_id", OLD."started_by_id", OLD."state", OLD."texts", OLD."values", OLD."version"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_628a2(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_628a2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "memberships_officeholder_history" ("authority_id", "decision", "ends_on", "id", "membership_id", "office", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "user_id") VALUES (OLD."authority_id", OLD."decision", OLD."ends_on", OLD."id", OLD."membership_id", OLD."office", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."starts_on", OLD."user_id"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_693e6(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_693e6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "ofsted_inspection_history" ("authority_id", "behaviour_and_attitudes", "from_file", "id", "inspected_on", "inspection_number", "is_graded", "leadership_and_management", "met", "overall", "personal_development", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "published_on", "quality_of_education", "rc_achievement", "rc_behaviour", "rc_curriculum_and_teaching", "rc_early_years", "rc_inclusion", "rc_leadership_and_governance", "rc_safeguarding", "rc_welfare", "regime", "ruled_out_on", "safeguarding_effective", "visit_type") VALUES (OLD."authority_id", OLD."behaviour_and_attitudes", OLD."from_file", OLD."id", OLD."inspected_on", OLD."inspection_number", OLD."is_graded", OLD."leadership_and_management", OLD."met", OLD."overall", OLD."personal_development", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."provider_id", OLD."published_on", OLD."quality_of_education", OLD."rc_achievement", OLD."rc_behaviour", OLD."rc_curriculum_and_teaching", OLD."rc_early_years", OLD."rc_inclusion", OLD."rc_leadership_and_governance", OLD."rc_safeguarding", OLD."rc_welfare", OLD."regime", OLD."ruled_out_on", OLD."safeguarding_effective", OLD."visit_type"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_77232(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_77232() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reorganisation_reorganisation_history" ("authority_id", "balance_words", "copies_ways_of_working", "done_at", "done_by_id", "id", "kind", "met_leaders_on", "met_words", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "records_holder", "started_at", "started_by_id", "state", "takes_effect_on", "version") VALUES (OLD."authority_id", OLD."balance_words", OLD."copies_ways_of_working", OLD."done_at", OLD."done_by_id", OLD."id", OLD."kind", OLD."met_leaders_on", OLD."met_words", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."reason", OLD."records_holder", OLD."started_at", OLD."started_by_id", OLD."state", OLD."takes_effect_on", OLD."version"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_77b09(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_77b09() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "ofsted_leadingpolicy_history" ("adopted_at", "adopted_by_id", "authority_id", "cells", "edits", "id", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "state", "version") VALUES (OLD."adopted_at", OLD."adopted_by_id", OLD."authority_id", OLD."cells", OLD."edits", OLD."id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."starts_on", OLD."state", OLD."version"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_8289d(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_8289d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "memberships_leaderappointment_history" ("authority_id", "ends_on", "id", "manner", "may_lead_because", "members_decision", "membership_id", "officer_decided", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "user_id") VALUES (OLD."authority_id", OLD."ends_on", OLD."id", OLD."manner", OLD."may_lead_because", OLD."members_decision", OLD."membership_id", OLD."officer_decided", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."starts_on", OLD."user_id"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_869b9(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_869b9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "provision_deliverypartnership_history" ("authority_id", "ends_on", "id", "lead_contact", "lead_hours", "lead_id", "model", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "terms_reference", "transport") VALUES (OLD."authority_id", OLD."ends_on", OLD."id", OLD."lead_contact", OLD."lead_hours", OLD."lead_id", OLD."model", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."starts_on", OLD."terms_reference", OLD."transport"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_9854a(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_9854a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "support_referral_history" ("authority_id", "collaboration_id", "ended_on", "id", "outcome_words", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "referred_at", "referred_by_id", "state", "words") VALUES (OLD."authority_id", OLD."collaboration_id", OLD."ended_on", OLD."id", OLD."outcome_words", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."provider_id", OLD."referred_at", OLD."referred_by_id", OLD."state", OLD."words"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_996d8(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_996d8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "memberships_membership_history" ("at_risk_since", "authority_id", "collaboration_id", "continues_id", "id", "joined_on", "leaving_reason", "left_on", "meetings_attended", "meetings_held", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id") VALUES (OLD."at_risk_since", OLD."authority_id", OLD."collaboration_id", OLD."continues_id", OLD."id", OLD."joined_on", OLD."leaving_reason", OLD."left_on", OLD."meetings_attended", OLD."meetings_held", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."provider_id"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_9c4c0(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_9c4c0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "memberships_settingrole_history" ("authority_id", "ends_on", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "role", "starts_on", "user_id") VALUES (OLD."authority_id", OLD."ends_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."provider_id", OLD."role", OLD."starts_on", OLD."user_id"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_9c6c5(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_9c6c5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "library_groupdocument_history" ("audience", "authority_id", "collaboration_id", "copyright_note", "id", "owner_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "review_on", "title") VALUES (OLD."audience", OLD."authority_id", OLD."collaboration_id", OLD."copyright_note", OLD."id", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."removed_at", OLD."review_on", OLD."title"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_a116e(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_a116e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "ways_of_working_review_history" ("authority_id", "clock", "collaboration_id", "done_by_id", "done_on", "due_on", "id", "opened_at", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") VALUES (OLD."authority_id", OLD."clock", OLD."collaboration_id", OLD."done_by_id", OLD."done_on", OLD."due_on", OLD."id", OLD."opened_at", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."words"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_a3efd(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_a3efd() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "collaborations_collaboration_history" ("asked_by", "authority_id", "closed_on", "district_id", "enquiry", "first_version_adopted_on", "id", "is_virtual", "kind", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "started_on", "state", "terms_adopted_on") VALUES (OLD."asked_by", OLD."authority_id", OLD."closed_on", OLD."district_id", OLD."enquiry", OLD."first_version_adopted_on", OLD."id", OLD."is_virtual", OLD."kind", OLD."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."purpose", OLD."started_on", OLD."state", OLD."terms_adopted_on"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_b3775(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_b3775() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "memberships_personcontact_history" ("authority_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "shown_to_groups", "telephone", "user_id", "wish") VALUES (OLD."authority_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."shown_to_groups", OLD."telephone", OLD."user_id", OLD."wish"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_c02cc(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_c02cc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "development_planaction_history" ("authority_id", "cost_pence", "done_on", "done_words", "due_on", "id", "objective_id", "owner_id", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "what") VALUES (OLD."authority_id", OLD."cost_pence", OLD."done_on", OLD."done_words", OLD."due_on", OLD."id", OLD."objective_id", OLD."owner_id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."what"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_c14e4(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_c14e4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "ways_of_working_termsanswer_history" ("answer", "answered_at", "answered_by_id", "authority_id", "id", "membership_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "ways_id", "words") VALUES (OLD."answer", OLD."answered_at", OLD."answered_by_id", OLD."authority_id", OLD."id", OLD."membership_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."ways_id", OLD."words"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_c6a49(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_c6a49() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "provision_returnperiod_history" ("asks_detail", "authority_id", "childminder_definition", "count_date", "definition", "due_on", "id", "name", "opens_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."asks_detail", OLD."authority_id", OLD."childminder_definition", OLD."count_date", OLD."definition", OLD."due_on", OLD."id", OLD."name", OLD."opens_on", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_c8f2f(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_c8f2f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "ways_of_working_waysofworking_history" ("adopted_by_id", "adopted_on", "answer_by_on", "authority_id", "before_id", "change_words", "circulated_at", "circulated_by_id", "collaboration_id", "decision", "document_id", "id", "is_material", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "record", "started_at", "started_by_id", "state", "superseded_on", "template_id", "version") VALUES (OLD."adopted_by_id", OLD."adopted_on", OLD."answer_by_on", OLD."authority_id", OLD."before_id", OLD."change_words", OLD."circulated_at", OLD."circulated_by_id", OLD."collaboration_id", OLD."decision", OLD."document_id", OLD."id", OLD."is_material", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."record", OLD."started_at", OLD."started_by_id", OLD."state", OLD."superseded_on", OLD."template_id", OLD."version"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_d7ea1(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_d7ea1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "development_developmentplan_history" ("authority_id", "collaboration_id", "ends_on", "evaluation", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "state", "title") VALUES (OLD."authority_id", OLD."collaboration_id", OLD."ends_on", OLD."evaluation", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."starts_on", OLD."state", OLD."title"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_df57a(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_df57a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "providers_settingcontact_history" ("authority_id", "best_time", "email", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "telephone", "website") VALUES (OLD."authority_id", OLD."best_time", OLD."email", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."provider_id", OLD."telephone", OLD."website"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_e1c43(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_e1c43() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "provision_vacancy_history" ("age_band", "authority_id", "confirmed_by_id", "confirmed_on", "from_on", "id", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "provider_id", "session") VALUES (OLD."age_band", OLD."authority_id", OLD."confirmed_by_id", OLD."confirmed_on", OLD."from_on", OLD."id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."places", OLD."provider_id", OLD."session"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_ec4a5(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_ec4a5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "provision_publicconsent_history" ("authority_id", "given_by_id", "given_on", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "withdrawn_on") VALUES (OLD."authority_id", OLD."given_by_id", OLD."given_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."provider_id", OLD."withdrawn_on"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_f38b8(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_f38b8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "development_objective_history" ("aim", "authority_id", "data_behind", "evaluation", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "position", "success_measure") VALUES (OLD."aim", OLD."authority_id", OLD."data_behind", OLD."evaluation", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."plan_id", OLD."position", OLD."success_measure"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_f47d3(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_f47d3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "leadership_leadershipcase_history" ("appointment_id", "assigned_to_id", "authority_id", "closed_at", "closed_by_id", "ground", "id", "inspection_id", "nothing_found_since", "opened_at", "outcome", "outcome_words", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "policy_id", "reason") VALUES (OLD."appointment_id", OLD."assigned_to_id", OLD."authority_id", OLD."closed_at", OLD."closed_by_id", OLD."ground", OLD."id", OLD."inspection_id", OLD."nothing_found_since", OLD."opened_at", OLD."outcome", OLD."outcome_words", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."policy_id", OLD."reason"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_faf63(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_faf63() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "memberships_invitation_history" ("answered_at", "authority_id", "collaboration_id", "decided_on", "decision", "email", "full_name", "id", "is_vouched_for", "membership_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "sent_at", "sent_by_id", "state", "words") VALUES (OLD."answered_at", OLD."authority_id", OLD."collaboration_id", OLD."decided_on", OLD."decision", OLD."email", OLD."full_name", OLD."id", OLD."is_vouched_for", OLD."membership_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."provider_id", OLD."sent_at", OLD."sent_by_id", OLD."state", OLD."words"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_fe8f9(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_fe8f9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "memberships_conductconcern_history" ("about_id", "authority_id", "collaboration_id", "decision", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "raised_by_id", "state", "words") VALUES (OLD."about_id", OLD."authority_id", OLD."collaboration_id", OLD."decision", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."raised_at", OLD."raised_by_id", OLD."state", OLD."words"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_led_count_changed_925c0(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_led_count_changed_925c0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                DECLARE touched record; thing record; edge record; others datemultirange; before datemultirange; after datemultirange;
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            SELECT NEW.authority_id, NEW.id AS thing, '{}'::bigint[] AS ids INTO touched;
            
        SELECT coalesce(range_agg(daterange(m.joined_on, m.left_on) * daterange(l.starts_on, l.ends_on)), '{}') FROM memberships_membership m
          JOIN memberships_leaderappointment l ON l.authority_id = m.authority_id AND l.membership_id = m.id
         WHERE m.authority_id = touched.authority_id AND m.collaboration_id = touched.thing AND l.id <> ALL (touched.ids) INTO before;
            after := '{}';
            FOR edge IN 
            SELECT e.day, sum(e.change)::integer AS change FROM (
                SELECT lower(s), -1 FROM unnest(before) s UNION ALL
                SELECT upper(s), 1 FROM unnest(before) s WHERE NOT upper_inf(s) UNION ALL
                SELECT lower(s), 1 FROM unnest(after) s UNION ALL
                SELECT upper(s), -1 FROM unnest(after) s WHERE NOT upper_inf(s)
            ) e (day, change) GROUP BY e.day HAVING sum(e.change) <> 0 LOOP
                IF true THEN INSERT INTO memberships_ledcount (authority_id, district_id, state, day, change) VALUES (OLD.authority_id, OLD.district_id, OLD.state, edge.day, edge.change); END IF;
                IF true THEN INSERT INTO memberships_ledcount (authority_id, district_id, state, day, change) VALUES (NEW.authority_id, NEW.district_id, NEW.state, edge.day, -edge.change); END IF;
            END LOOP;
            RETURN NULL;
        
                END;
            $$;


--
-- Name: pgtrigger_led_count_delete_191dc(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_led_count_delete_191dc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                DECLARE touched record; thing record; edge record; others datemultirange; before datemultirange; after datemultirange;
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            FOR touched IN
                SELECT u.authority_id, u.thing, array_agg(u.id) AS ids,
                       coalesce(range_agg(u.span) FILTER (WHERE NOT u.is_new), '{}') AS old_spans,
                       coalesce(range_agg(u.span) FILTER (WHERE u.is_new), '{}') AS new_spans
                  FROM (SELECT t.*, false AS is_new FROM (
    SELECT m.authority_id, m.collaboration_id AS thing, l.id, daterange(m.joined_on, m.left_on) * daterange(l.starts_on, l.ends_on) AS span
      FROM old_rows l JOIN memberships_membership m ON m.authority_id = l.authority_id AND m.id = l.membership_id) t) u (authority_id, thing, id, span, is_new) GROUP BY u.authority_id, u.thing
            LOOP
                CONTINUE WHEN touched.old_spans = touched.new_spans;
                
        SELECT coalesce(range_agg(daterange(m.joined_on, m.left_on) * daterange(l.starts_on, l.ends_on)), '{}') FROM memberships_membership m
          JOIN memberships_leaderappointment l ON l.authority_id = m.authority_id AND l.membership_id = m.id
         WHERE m.authority_id = touched.authority_id AND m.collaboration_id = touched.thing AND l.id <> ALL (touched.ids) INTO others;
                before := others + touched.old_spans;
                after := others + touched.new_spans;
                CONTINUE WHEN before = after;
                
        SELECT r.district_id, r.state FROM collaborations_collaboration r
         WHERE r.authority_id = touched.authority_id AND r.id = touched.thing INTO thing;
                CONTINUE WHEN NOT FOUND;
                FOR edge IN 
            SELECT e.day, sum(e.change)::integer AS change FROM (
                SELECT lower(s), -1 FROM unnest(before) s UNION ALL
                SELECT upper(s), 1 FROM unnest(before) s WHERE NOT upper_inf(s) UNION ALL
                SELECT lower(s), 1 FROM unnest(after) s UNION ALL
                SELECT upper(s), -1 FROM unnest(after) s WHERE NOT upper_inf(s)
            ) e (day, change) GROUP BY e.day HAVING sum(e.change) <> 0 LOOP
                    INSERT INTO memberships_ledcount (authority_id, district_id, state, day, change) VALUES (touched.authority_id, thing.district_id, thing.state, edge.day, edge.change);
                END LOOP;
            END LOOP;
            RETURN NULL;
        
                END;
            $$;


--
-- Name: pgtrigger_led_count_insert_5e7f3(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_led_count_insert_5e7f3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                DECLARE touched record; thing record; edge record; others datemultirange; before datemultirange; after datemultirange;
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            FOR touched IN
                SELECT u.authority_id, u.thing, array_agg(u.id) AS ids,
                       coalesce(range_agg(u.span) FILTER (WHERE NOT u.is_new), '{}') AS old_spans,
                       coalesce(range_agg(u.span) FILTER (WHERE u.is_new), '{}') AS new_spans
                  FROM (SELECT t.*, true AS is_new FROM (
    SELECT m.authority_id, m.collaboration_id AS thing, l.id, daterange(m.joined_on, m.left_on) * daterange(l.starts_on, l.ends_on) AS span
      FROM new_rows l JOIN memberships_membership m ON m.authority_id = l.authority_id AND m.id = l.membership_id) t) u (authority_id, thing, id, span, is_new) GROUP BY u.authority_id, u.thing
            LOOP
                CONTINUE WHEN touched.old_spans = touched.new_spans;
                
        SELECT coalesce(range_agg(daterange(m.joined_on, m.left_on) * daterange(l.starts_on, l.ends_on)), '{}') FROM memberships_membership m
          JOIN memberships_leaderappointment l ON l.authority_id = m.authority_id AND l.membership_id = m.id
         WHERE m.authority_id = touched.authority_id AND m.collaboration_id = touched.thing AND l.id <> ALL (touched.ids) INTO others;
                before := others + touched.old_spans;
                after := others + touched.new_spans;
                CONTINUE WHEN before = after;
                
        SELECT r.district_id, r.state FROM collaborations_collaboration r
         WHERE r.authority_id = touched.authority_id AND r.id = touched.thing INTO thing;
                CONTINUE WHEN NOT FOUND;
                FOR edge IN 
            SELECT e.day, sum(e.change)::integer AS change FROM (
                SELECT lower(s), -1 FROM unnest(before) s UNION ALL
                SELECT upper(s), 1 FROM unnest(before) s WHERE NOT upper_inf(s) UNION ALL
                SELECT lower(s), 1 FROM unnest(after) s UNION ALL
                SELECT upper(s), -1 FROM unnest(after) s WHERE NOT upper_inf(s)
            ) e (day, change) GROUP BY e.day HAVING sum(e.change) <> 0 LOOP
                    INSERT INTO memberships_ledcount (authority_id, district_id, state, day, change) VALUES (touched.authority_id, thing.district_id, thing.state, edge.day, edge.change);
                END LOOP;
            END LOOP;
            RETURN NULL;
        
                END;
            $$;


--
-- Name: pgtrigger_led_count_update_19759(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_led_count_update_19759() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                DECLARE touched record; thing record; edge record; others datemultirange; before datemultirange; after datemultirange;
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            FOR touched IN
                SELECT u.authority_id, u.thing, array_agg(u.id) AS ids,
                       coalesce(range_agg(u.span) FILTER (WHERE NOT u.is_new), '{}') AS old_spans,
                       coalesce(range_agg(u.span) FILTER (WHERE u.is_new), '{}') AS new_spans
                  FROM (SELECT t.*, false AS is_new FROM (
    SELECT m.authority_id, m.collaboration_id AS thing, l.id, daterange(m.joined_on, m.left_on) * daterange(l.starts_on, l.ends_on) AS span
      FROM old_rows m JOIN memberships_leaderappointment l ON l.authority_id = m.authority_id AND l.membership_id = m.id) t UNION ALL SELECT t.*, true AS is_new FROM (
    SELECT m.authority_id, m.collaboration_id AS thing, l.id, daterange(m.joined_on, m.left_on) * daterange(l.starts_on, l.ends_on) AS span
      FROM new_rows m JOIN memberships_leaderappointment l ON l.authority_id = m.authority_id AND l.membership_id = m.id) t) u (authority_id, thing, id, span, is_new) GROUP BY u.authority_id, u.thing
            LOOP
                CONTINUE WHEN touched.old_spans = touched.new_spans;
                
        SELECT coalesce(range_agg(daterange(m.joined_on, m.left_on) * daterange(l.starts_on, l.ends_on)), '{}') FROM memberships_membership m
          JOIN memberships_leaderappointment l ON l.authority_id = m.authority_id AND l.membership_id = m.id
         WHERE m.authority_id = touched.authority_id AND m.collaboration_id = touched.thing AND l.id <> ALL (touched.ids) INTO others;
                before := others + touched.old_spans;
                after := others + touched.new_spans;
                CONTINUE WHEN before = after;
                
        SELECT r.district_id, r.state FROM collaborations_collaboration r
         WHERE r.authority_id = touched.authority_id AND r.id = touched.thing INTO thing;
                CONTINUE WHEN NOT FOUND;
                FOR edge IN 
            SELECT e.day, sum(e.change)::integer AS change FROM (
                SELECT lower(s), -1 FROM unnest(before) s UNION ALL
                SELECT upper(s), 1 FROM unnest(before) s WHERE NOT upper_inf(s) UNION ALL
                SELECT lower(s), 1 FROM unnest(after) s UNION ALL
                SELECT upper(s), -1 FROM unnest(after) s WHERE NOT upper_inf(s)
            ) e (day, change) GROUP BY e.day HAVING sum(e.change) <> 0 LOOP
                    INSERT INTO memberships_ledcount (authority_id, district_id, state, day, change) VALUES (touched.authority_id, thing.district_id, thing.state, edge.day, edge.change);
                END LOOP;
            END LOOP;
            RETURN NULL;
        
                END;
            $$;


--
-- Name: pgtrigger_led_count_update_7a24f(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_led_count_update_7a24f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                DECLARE touched record; thing record; edge record; others datemultirange; before datemultirange; after datemultirange;
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            FOR touched IN
                SELECT u.authority_id, u.thing, array_agg(u.id) AS ids,
                       coalesce(range_agg(u.span) FILTER (WHERE NOT u.is_new), '{}') AS old_spans,
                       coalesce(range_agg(u.span) FILTER (WHERE u.is_new), '{}') AS new_spans
                  FROM (SELECT t.*, false AS is_new FROM (
    SELECT m.authority_id, m.collaboration_id AS thing, l.id, daterange(m.joined_on, m.left_on) * daterange(l.starts_on, l.ends_on) AS span
      FROM old_rows l JOIN memberships_membership m ON m.authority_id = l.authority_id AND m.id = l.membership_id) t UNION ALL SELECT t.*, true AS is_new FROM (
    SELECT m.authority_id, m.collaboration_id AS thing, l.id, daterange(m.joined_on, m.left_on) * daterange(l.starts_on, l.ends_on) AS span
      FROM new_rows l JOIN memberships_membership m ON m.authority_id = l.authority_id AND m.id = l.membership_id) t) u (authority_id, thing, id, span, is_new) GROUP BY u.authority_id, u.thing
            LOOP
                CONTINUE WHEN touched.old_spans = touched.new_spans;
                
        SELECT coalesce(range_agg(daterange(m.joined_on, m.left_on) * daterange(l.starts_on, l.ends_on)), '{}') FROM memberships_membership m
          JOIN memberships_leaderappointment l ON l.authority_id = m.authority_id AND l.membership_id = m.id
         WHERE m.authority_id = touched.authority_id AND m.collaboration_id = touched.thing AND l.id <> ALL (touched.ids) INTO others;
                before := others + touched.old_spans;
                after := others + touched.new_spans;
                CONTINUE WHEN before = after;
                
        SELECT r.district_id, r.state FROM collaborations_collaboration r
         WHERE r.authority_id = touched.authority_id AND r.id = touched.thing INTO thing;
                CONTINUE WHEN NOT FOUND;
                FOR edge IN 
            SELECT e.day, sum(e.change)::integer AS change FROM (
                SELECT lower(s), -1 FROM unnest(before) s UNION ALL
                SELECT upper(s), 1 FROM unnest(before) s WHERE NOT upper_inf(s) UNION ALL
                SELECT lower(s), 1 FROM unnest(after) s UNION ALL
                SELECT upper(s), -1 FROM unnest(after) s WHERE NOT upper_inf(s)
            ) e (day, change) GROUP BY e.day HAVING sum(e.change) <> 0 LOOP
                    INSERT INTO memberships_ledcount (authority_id, district_id, state, day, change) VALUES (touched.authority_id, thing.district_id, thing.state, edge.day, edge.change);
                END LOOP;
            END LOOP;
            RETURN NULL;
        
                END;
            $$;


--
-- Name: pgtrigger_listed_count_added_f8764(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_listed_count_added_f8764() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                DECLARE counted record;
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            FOR counted IN
                SELECT r.authority_id, r.district_id AS district_id, count(*)::integer AS number
                  FROM new_rows r WHERE r.unlisted_since IS NULL GROUP BY 1, 2
            LOOP
                INSERT INTO providers_listedcount (authority_id, district_id, change) VALUES (counted.authority_id, counted.district_id, +counted.number);
            END LOOP;
            RETURN NULL;
        
                END;
            $$;


--
-- Name: pgtrigger_listed_count_changed_86915(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_listed_count_changed_86915() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            IF OLD.unlisted_since IS NULL THEN INSERT INTO providers_listedcount (authority_id, district_id, change) VALUES (OLD.authority_id, OLD.district_id, -1); END IF;
            IF NEW.unlisted_since IS NULL THEN INSERT INTO providers_listedcount (authority_id, district_id, change) VALUES (NEW.authority_id, NEW.district_id, 1); END IF;
            RETURN NULL;
        
                END;
            $$;


--
-- Name: pgtrigger_listed_count_deleted_46fe4(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_listed_count_deleted_46fe4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                DECLARE counted record;
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            FOR counted IN
                SELECT r.authority_id, r.district_id AS district_id, count(*)::integer AS number
                  FROM old_rows r WHERE r.unlisted_since IS NULL GROUP BY 1, 2
            LOOP
                INSERT INTO providers_listedcount (authority_id, district_id, change) VALUES (counted.authority_id, counted.district_id, -counted.number);
            END LOOP;
            RETURN NULL;
        
                END;
            $$;


--
-- Name: pgtrigger_open_count_added_24009(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_open_count_added_24009() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                DECLARE counted record;
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            FOR counted IN
                SELECT r.authority_id, r.assigned_to_id AS assigned_to_id, r.nothing_found_since IS NOT NULL AS finds_nothing, count(*)::integer AS number
                  FROM new_rows r WHERE r.closed_at IS NULL GROUP BY 1, 2, 3
            LOOP
                INSERT INTO leadership_opencasecount (authority_id, assigned_to_id, finds_nothing, change) VALUES (counted.authority_id, counted.assigned_to_id, counted.finds_nothing, +counted.number);
            END LOOP;
            RETURN NULL;
        
                END;
            $$;


--
-- Name: pgtrigger_open_count_changed_ee27b(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_open_count_changed_ee27b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            IF OLD.closed_at IS NULL THEN INSERT INTO leadership_opencasecount (authority_id, assigned_to_id, finds_nothing, change) VALUES (OLD.authority_id, OLD.assigned_to_id, OLD.nothing_found_since IS NOT NULL, -1); END IF;
            IF NEW.closed_at IS NULL THEN INSERT INTO leadership_opencasecount (authority_id, assigned_to_id, finds_nothing, change) VALUES (NEW.authority_id, NEW.assigned_to_id, NEW.nothing_found_since IS NOT NULL, 1); END IF;
            RETURN NULL;
        
                END;
            $$;


--
-- Name: pgtrigger_open_count_deleted_14847(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_open_count_deleted_14847() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                DECLARE counted record;
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            FOR counted IN
                SELECT r.authority_id, r.assigned_to_id AS assigned_to_id, r.nothing_found_since IS NOT NULL AS finds_nothing, count(*)::integer AS number
                  FROM old_rows r WHERE r.closed_at IS NULL GROUP BY 1, 2, 3
            LOOP
                INSERT INTO leadership_opencasecount (authority_id, assigned_to_id, finds_nothing, change) VALUES (counted.authority_id, counted.assigned_to_id, counted.finds_nothing, -counted.number);
            END LOOP;
            RETURN NULL;
        
                END;
            $$;


--
-- Name: pgtrigger_update_update_01aac(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_01aac() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "provision_vacancy_history" ("age_band", "authority_id", "confirmed_by_id", "confirmed_on", "from_on", "id", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "provider_id", "session") VALUES (OLD."age_band", OLD."authority_id", OLD."confirmed_by_id", OLD."confirmed_on", OLD."from_on", OLD."id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."places", OLD."provider_id", OLD."session"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_0309a(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_0309a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "collaborations_firstmeeting_history" ("authority_id", "collaboration_id", "facilitated_by_id", "held_on", "id", "notes", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place") VALUES (OLD."authority_id", OLD."collaboration_id", OLD."facilitated_by_id", OLD."held_on", OLD."id", OLD."notes", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."place"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_0b503(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_0b503() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "library_groupdocument_history" ("audience", "authority_id", "collaboration_id", "copyright_note", "id", "owner_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "review_on", "title") VALUES (OLD."audience", OLD."authority_id", OLD."collaboration_id", OLD."copyright_note", OLD."id", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."removed_at", OLD."review_on", OLD."title"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_1e148(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_1e148() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "memberships_invitation_history" ("answered_at", "authority_id", "collaboration_id", "decided_on", "decision", "email", "full_name", "id", "is_vouched_for", "membership_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "sent_at", "sent_by_id", "state", "words") VALUES (OLD."answered_at", OLD."authority_id", OLD."collaboration_id", OLD."decided_on", OLD."decision", OLD."email", OLD."full_name", OLD."id", OLD."is_vouched_for", OLD."membership_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."provider_id", OLD."sent_at", OLD."sent_by_id", OLD."state", OLD."words"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_26327(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_26327() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "support_supportrequest_history" ("answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "authority_id", "collaboration_id", "id", "kind", "officer_id", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "provider_id", "state", "wanted_on", "words") VALUES (OLD."answer", OLD."answered_at", OLD."answered_by_id", OLD."asked_at", OLD."asked_by_id", OLD."authority_id", OLD."collaboration_id", OLD."id", OLD."kind", OLD."officer_id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."place", OLD."provider_id", OLD."state", OLD."wanted_on", OLD."words"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_26536(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_26536() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "ways_of_working_termstemplate_history" ("authority_id", "id", "in_force_from", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "started_by_id", "state", "texts", "values", "version") VALUES (OLD."authority_id", OLD."id", OLD."in_force_from", OLD."note", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."published_at", OLD."published_by_id", OLD."started_by_id", OLD."state", OLD."texts", OLD."values", OLD."version"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_30971(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_30971() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "memberships_handover_history" ("authority_id", "done_by_id", "done_on", "id", "kind", "membership_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "taken_by_id", "what") VALUES (OLD."authority_id", OLD."done_by_id", OLD."done_on", OLD."id", OLD."kind", OLD."membership_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."taken_by_id", OLD."what"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_39327(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_39327() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "ways_of_working_waysofworking_history" ("adopted_by_id", "adopted_on", "answer_by_on", "authority_id", "before_id", "change_words", "circulated_at", "circulated_by_id", "collaboration_id", "decision", "document_id", "id", "is_material", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "record", "started_at", "started_by_id", "state", "superseded_on", "template_id", "version") VALUES (OLD."adopted_by_id", OLD."adopted_on", OLD."answer_by_on", OLD."authority_id", OLD."before_id", OLD."change_words", OLD."circulated_at", OLD."circulated_by_id", OLD."collaboration_id", OLD."decision", OLD."document_id", OLD."id", OLD."is_material", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."record", OLD."started_at", OLD."started_by_id", OLD."state", OLD."superseded_on", OLD."template_id", OLD."version"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_3e0a3(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_3e0a3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "development_developmentplan_history" ("authority_id", "collaboration_id", "ends_on", "evaluation", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "state", "title") VALUES (OLD."authority_id", OLD."collaboration_id", OLD."ends_on", OLD."evaluation", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."starts_on", OLD."state", OLD."title"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_3e41e(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_3e41e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "development_objective_history" ("aim", "authority_id", "data_behind", "evaluation", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "position", "success_measure") VALUES (OLD."aim", OLD."authority_id", OLD."data_behind", OLD."evaluation", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."plan_id", OLD."position", OLD."success_measure"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_462f7(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_462f7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "memberships_application_history" ("applied_at", "applied_by_id", "authority_id", "collaboration_id", "decided_by_id", "decided_on", "decision", "id", "membership_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "state", "words") VALUES (OLD."applied_at", OLD."applied_by_id", OLD."authority_id", OLD."collaboration_id", OLD."decided_by_id", OLD."decided_on", OLD."decision", OLD."id", OLD."membership_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."provider_id", OLD."state", OLD."words"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_495b8(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_495b8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "meetings_meeting_history" ("access_notes", "authority_id", "cancelled_because", "chaired_by_id", "check_in_code", "check_in_until", "collaboration_id", "edition", "ends_at", "id", "items_until", "kind", "on", "online_url", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned_at", "planned_by_id", "starts_at", "state", "title") VALUES (OLD."access_notes", OLD."authority_id", OLD."cancelled_because", OLD."chaired_by_id", OLD."check_in_code", OLD."check_in_until", OLD."collaboration_id", OLD."edition", OLD."ends_at", OLD."id", OLD."items_until", OLD."kind", OLD."on", OLD."online_url", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."place", OLD."planned_at", OLD."planned_by_id", OLD."starts_at", OLD."state", OLD."title"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_4b12a(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_4b12a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "ofsted_schoollink_history" ("authority_id", "gone_since", "id", "link_type", "other_name", "other_urn", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "urn") VALUES (OLD."authority_id", OLD."gone_since", OLD."id", OLD."link_type", OLD."other_name", OLD."other_urn", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."since", OLD."urn"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_4e84c(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_4e84c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "provision_deliverypartnership_history" ("authority_id", "ends_on", "id", "lead_contact", "lead_hours", "lead_id", "model", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "terms_reference", "transport") VALUES (OLD."authority_id", OLD."ends_on", OLD."id", OLD."lead_contact", OLD."lead_hours", OLD."lead_id", OLD."model", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."starts_on", OLD."terms_reference", OLD."transport"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_51e35(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_51e35() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "memberships_membership_history" ("at_risk_since", "authority_id", "collaboration_id", "continues_id", "id", "joined_on", "leaving_reason", "left_on", "meetings_attended", "meetings_held", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id") VALUES (OLD."at_risk_since", OLD."authority_id", OLD."collaboration_id", OLD."continues_id", OLD."id", OLD."joined_on", OLD."leaving_reason", OLD."left_on", OLD."meetings_attended", OLD."meetings_held", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."provider_id"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_67cbc(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_67cbc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "memberships_conductconcern_history" ("about_id", "authority_id", "collaboration_id", "decision", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "raised_by_id", "state", "words") VALUES (OLD."about_id", OLD."authority_id", OLD."collaboration_id", OLD."decision", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."raised_at", OLD."raised_by_id", OLD."state", OLD."words"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_77f91(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_77f91() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "development_planaction_history" ("authority_id", "cost_pence", "done_on", "done_words", "due_on", "id", "objective_id", "owner_id", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "what") VALUES (OLD."authority_id", OLD."cost_pence", OLD."done_on", OLD."done_words", OLD."due_on", OLD."id", OLD."objective_id", OLD."owner_id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."what"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_848b8(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_848b8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "memberships_personcontact_history" ("authority_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "shown_to_groups", "telephone", "user_id", "wish") VALUES (OLD."authority_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."shown_to_groups", OLD."telephone", OLD."user_id", OLD."wish"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_88780(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_88780() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "ofsted_inspection_history" ("authority_id", "behaviour_and_attitudes", "from_file", "id", "inspected_on", "inspection_number", "is_graded", "leadership_and_management", "met", "overall", "personal_development", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "published_on", "quality_of_education", "rc_achievement", "rc_behaviour", "rc_curriculum_and_teaching", "rc_early_years", "rc_inclusion", "rc_leadership_and_governance", "rc_safeguarding", "rc_welfare", "regime", "ruled_out_on", "safeguarding_effective", "visit_type") VALUES (OLD."authority_id", OLD."behaviour_and_attitudes", OLD."from_file", OLD."id", OLD."inspected_on", OLD."inspection_number", OLD."is_graded", OLD."leadership_and_management", OLD."met", OLD."overall", OLD."personal_development", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."provider_id", OLD."published_on", OLD."quality_of_education", OLD."rc_achievement", OLD."rc_behaviour", OLD."rc_curriculum_and_teaching", OLD."rc_early_years", OLD."rc_inclusion", OLD."rc_leadership_and_governance", OLD."rc_safeguarding", OLD."rc_welfare", OLD."regime", OLD."ruled_out_on", OLD."safeguarding_effective", OLD."visit_type"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_88f1d(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_88f1d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "providers_successionlink_history" ("authority_id", "id", "linked_by_id", "new_id", "old_id", "on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (OLD."authority_id", OLD."id", OLD."linked_by_id", OLD."new_id", OLD."old_id", OLD."on", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."reason"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_9a54f(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_9a54f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "collaborations_collaboration_history" ("asked_by", "authority_id", "closed_on", "district_id", "enquiry", "first_version_adopted_on", "id", "is_virtual", "kind", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "started_on", "state", "terms_adopted_on") VALUES (OLD."asked_by", OLD."authority_id", OLD."closed_on", OLD."district_id", OLD."enquiry", OLD."first_version_adopted_on", OLD."id", OLD."is_virtual", OLD."kind", OLD."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."purpose", OLD."started_on", OLD."state", OLD."terms_adopted_on"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_9cd0d(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_9cd0d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reorganisation_reorganisation_history" ("authority_id", "balance_words", "copies_ways_of_working", "done_at", "done_by_id", "id", "kind", "met_leaders_on", "met_words", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "records_holder", "started_at", "started_by_id", "state", "takes_effect_on", "version") VALUES (OLD."authority_id", OLD."balance_words", OLD."copies_ways_of_working", OLD."done_at", OLD."done_by_id", OLD."id", OLD."kind", OLD."met_leaders_on", OLD."met_words", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."reason", OLD."records_holder", OLD."started_at", OLD."started_by_id", OLD."state", OLD."takes_effect_on", OLD."version"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_a0366(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_a0366() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "memberships_officeholder_history" ("authority_id", "decision", "ends_on", "id", "membership_id", "office", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "user_id") VALUES (OLD."authority_id", OLD."decision", OLD."ends_on", OLD."id", OLD."membership_id", OLD."office", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."starts_on", OLD."user_id"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_a8f5b(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_a8f5b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "providers_settingcontact_history" ("authority_id", "best_time", "email", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "telephone", "website") VALUES (OLD."authority_id", OLD."best_time", OLD."email", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."provider_id", OLD."telephone", OLD."website"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_aa479(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_aa479() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "leadership_leadershipcase_history" ("appointment_id", "assigned_to_id", "authority_id", "closed_at", "closed_by_id", "ground", "id", "inspection_id", "nothing_found_since", "opened_at", "outcome", "outcome_words", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "policy_id", "reason") VALUES (OLD."appointment_id", OLD."assigned_to_id", OLD."authority_id", OLD."closed_at", OLD."closed_by_id", OLD."ground", OLD."id", OLD."inspection_id", OLD."nothing_found_since", OLD."opened_at", OLD."outcome", OLD."outcome_words", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."policy_id", OLD."reason"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_b4a7f(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_b4a7f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "providers_provider_history" ("address_line_1", "address_line_2", "address_line_3", "agency_id", "authority_id", "constituency", "deprivation_band", "district_id", "first_listed_on", "id", "name", "on_compulsory_register", "on_early_years_register", "on_voluntary_register", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "places_including_estimates", "postcode", "provider_subtype", "provider_type", "region", "register_combination", "registered_on", "registered_person_name", "registered_person_urn", "registration_status", "telephone", "town", "unlisted_since", "urn") VALUES (OLD."address_line_1", OLD."address_line_2", OLD."address_line_3", OLD."agency_id", OLD."authority_id", OLD."constituency", OLD."deprivation_band", OLD."district_id", OLD."first_listed_on", OLD."id", OLD."name", OLD."on_compulsory_register", OLD."on_early_years_register", OLD."on_voluntary_register", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."places", OLD."places_including_estimates", OLD."postcode", OLD."provider_subtype", OLD."provider_type", OLD."region", OLD."register_combination", OLD."registered_on", OLD."registered_person_name", OLD."registered_person_urn", OLD."registration_status", OLD."telephone", OLD."town", OLD."unlisted_since", OLD."urn"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_b6fd4(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_b6fd4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "ways_of_working_termsanswer_history" ("answer", "answered_at", "answered_by_id", "authority_id", "id", "membership_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "ways_id", "words") VALUES (OLD."answer", OLD."answered_at", OLD."answered_by_id", OLD."authority_id", OLD."id", OLD."membership_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."ways_id", OLD."words"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_c88d3(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_c88d3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "ways_of_working_review_history" ("authority_id", "clock", "collaboration_id", "done_by_id", "done_on", "due_on", "id", "opened_at", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") VALUES (OLD."authority_id", OLD."clock", OLD."collaboration_id", OLD."done_by_id", OLD."done_on", OLD."due_on", OLD."id", OLD."opened_at", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."words"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_c9978(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_c9978() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "support_referral_history" ("authority_id", "collaboration_id", "ended_on", "id", "outcome_words", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "referred_at", "referred_by_id", "state", "words") VALUES (OLD."authority_id", OLD."collaboration_id", OLD."ended_on", OLD."id", OLD."outcome_words", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."provider_id", OLD."referred_at", OLD."referred_by_id", OLD."state", OLD."words"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_ca6ee(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_ca6ee() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "meetings_agendaitem_history" ("answer", "authority_id", "carried_from_id", "id", "is_standing", "meeting_id", "minutes", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "presented_by", "proposed_at", "proposed_by_id", "proposed_for_id", "purpose", "state", "title", "was_reached", "words") VALUES (OLD."answer", OLD."authority_id", OLD."carried_from_id", OLD."id", OLD."is_standing", OLD."meeting_id", OLD."minutes", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."position", OLD."presented_by", OLD."proposed_at", OLD."proposed_by_id", OLD."proposed_for_id", OLD."purpose", OLD."state", OLD."title", OLD."was_reached", OLD."words"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_d4bf5(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_d4bf5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "provision_publicconsent_history" ("authority_id", "given_by_id", "given_on", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "withdrawn_on") VALUES (OLD."authority_id", OLD."given_by_id", OLD."given_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."provider_id", OLD."withdrawn_on"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_dad4c(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_dad4c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "memberships_settingrole_history" ("authority_id", "ends_on", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "role", "starts_on", "user_id") VALUES (OLD."authority_id", OLD."ends_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."provider_id", OLD."role", OLD."starts_on", OLD."user_id"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_de0a4(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_de0a4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "provision_staffreturn_history" ("authority_id", "certified_at", "certified_by_id", "id", "is_unchanged", "note", "period_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "staff") VALUES (OLD."authority_id", OLD."certified_at", OLD."certified_by_id", OLD."id", OLD."is_unchanged", OLD."note", OLD."period_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."provider_id", OLD."staff"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_eea9b(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_eea9b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_roleappointment_history" ("appointed_by_id", "authority_id", "ends_on", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "starts_on", "user_id") VALUES (OLD."appointed_by_id", OLD."authority_id", OLD."ends_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."role", OLD."starts_on", OLD."user_id"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_f14e2(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_f14e2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "memberships_leaderappointment_history" ("authority_id", "ends_on", "id", "manner", "may_lead_because", "members_decision", "membership_id", "officer_decided", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "user_id") VALUES (OLD."authority_id", OLD."ends_on", OLD."id", OLD."manner", OLD."may_lead_because", OLD."members_decision", OLD."membership_id", OLD."officer_decided", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."starts_on", OLD."user_id"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_fadd0(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_fadd0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "ofsted_leadingpolicy_history" ("adopted_at", "adopted_by_id", "authority_id", "cells", "edits", "id", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "state", "version") VALUES (OLD."adopted_at", OLD."adopted_by_id", OLD."authority_id", OLD."cells", OLD."edits", OLD."id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."starts_on", OLD."state", OLD."version"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_fecf7(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_fecf7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "provision_returnperiod_history" ("asks_detail", "authority_id", "childminder_definition", "count_date", "definition", "due_on", "id", "name", "opens_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."asks_detail", OLD."authority_id", OLD."childminder_definition", OLD."count_date", OLD."definition", OLD."due_on", OLD."id", OLD."name", OLD."opens_on", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id"); RETURN NULL;
                END;
            $$;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: account_emailaddress; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);


--
-- Name: account_emailaddress_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: account_emailconfirmation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);


--
-- Name: account_emailconfirmation_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: accounts_accountnotice; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts_accountnotice (
    id bigint NOT NULL,
    kind character varying(30) NOT NULL,
    email character varying(254) NOT NULL,
    at timestamp with time zone NOT NULL,
    detail character varying(254) NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE ONLY public.accounts_accountnotice FORCE ROW LEVEL SECURITY;


--
-- Name: accounts_accountnotice_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.accounts_accountnotice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_accountnotice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: accounts_affiliation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts_affiliation (
    id bigint NOT NULL,
    since timestamp with time zone NOT NULL,
    user_id bigint NOT NULL,
    authority_id bigint NOT NULL,
    locked_at timestamp with time zone,
    locked_by_id bigint,
    news_off_at timestamp with time zone,
    merged_into_id bigint,
    CONSTRAINT accounts_affiliation_locked_by CHECK (((locked_at IS NOT NULL) OR (locked_by_id IS NULL)))
);


--
-- Name: accounts_affiliation_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.accounts_affiliation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_affiliation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: accounts_attemptcount; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts_attemptcount (
    key character varying(64) NOT NULL,
    number integer NOT NULL,
    last_at timestamp with time zone NOT NULL,
    CONSTRAINT accounts_attemptcount_number_check CHECK ((number >= 0))
);


--
-- Name: accounts_authority; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts_authority (
    id bigint NOT NULL,
    name character varying(100) NOT NULL,
    slug character varying(40) NOT NULL,
    is_active boolean NOT NULL,
    team_name character varying(100) NOT NULL,
    brand_colour character varying(7) NOT NULL,
    contact_email character varying(254) NOT NULL,
    contact_phone character varying(30) NOT NULL,
    postal_address text NOT NULL,
    website character varying(200) NOT NULL,
    accessibility_email character varying(254) NOT NULL,
    accessibility_tested_on date,
    data_protection_email character varying(254) NOT NULL,
    privacy_notice_url character varying(200) NOT NULL,
    public_page boolean NOT NULL,
    joining_words text NOT NULL,
    social_care_phone character varying(30) NOT NULL,
    out_of_hours_phone character varying(30) NOT NULL,
    designated_officer_phone character varying(30) NOT NULL,
    safeguarding_url character varying(200) NOT NULL,
    second_factor_for_all boolean NOT NULL
);


--
-- Name: accounts_authority_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.accounts_authority ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_authority_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: accounts_correction; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts_correction (
    id bigint NOT NULL,
    full_name character varying(150) NOT NULL,
    email character varying(254) NOT NULL,
    reason text NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    state character varying(10) NOT NULL,
    answered_at timestamp with time zone,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    proposed_by_id bigint NOT NULL,
    into_id bigint,
    user_id bigint NOT NULL,
    CONSTRAINT accounts_correction_answered CHECK ((((answered_at IS NULL) AND ((state)::text = 'waiting'::text)) OR ((NOT ((state)::text = 'waiting'::text)) AND (answered_at IS NOT NULL))))
);

ALTER TABLE ONLY public.accounts_correction FORCE ROW LEVEL SECURITY;


--
-- Name: accounts_correction_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.accounts_correction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_correction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: accounts_decision; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts_decision (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    what character varying(300) NOT NULL,
    starts_on date,
    reason text NOT NULL,
    at timestamp with time zone NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    by_id bigint NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE ONLY public.accounts_decision FORCE ROW LEVEL SECURITY;


--
-- Name: accounts_decision_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.accounts_decision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_decision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: accounts_personinvitation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts_personinvitation (
    id bigint NOT NULL,
    email character varying(254) NOT NULL,
    full_name character varying(150) NOT NULL,
    state character varying(10) NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    invited_by_id bigint,
    user_id bigint NOT NULL,
    CONSTRAINT accounts_invitation_answered CHECK ((((answered_at IS NULL) AND ((state)::text = 'sent'::text)) OR ((NOT ((state)::text = 'sent'::text)) AND (answered_at IS NOT NULL))))
);

ALTER TABLE ONLY public.accounts_personinvitation FORCE ROW LEVEL SECURITY;


--
-- Name: accounts_personinvitation_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.accounts_personinvitation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_personinvitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: accounts_roleappointment; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts_roleappointment (
    id bigint NOT NULL,
    role character varying(20) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    appointed_by_id bigint,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT accounts_role_ends_after_start CHECK (((ends_on IS NULL) OR (ends_on > starts_on)))
);

ALTER TABLE ONLY public.accounts_roleappointment FORCE ROW LEVEL SECURITY;


--
-- Name: accounts_roleappointment_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts_roleappointment_history (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    role character varying(20) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    appointed_by_id bigint,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE ONLY public.accounts_roleappointment_history FORCE ROW LEVEL SECURITY;


--
-- Name: accounts_roleappointment_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.accounts_roleappointment_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_roleappointment_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: accounts_roleappointment_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.accounts_roleappointment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_roleappointment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: accounts_securityevent; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts_securityevent (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    kind character varying(20) NOT NULL,
    address_hash character varying(64) NOT NULL,
    client inet,
    route character varying(200) NOT NULL,
    request_id character varying(12) NOT NULL,
    authority_id bigint,
    person_id bigint
);


--
-- Name: accounts_securityevent_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.accounts_securityevent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_securityevent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: accounts_tasklink; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts_tasklink (
    id bigint NOT NULL,
    purpose character varying(40) NOT NULL,
    about_id bigint NOT NULL,
    email character varying(254) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    user_id bigint,
    CONSTRAINT accounts_link_used_or_withdrawn CHECK (((used_at IS NULL) OR (withdrawn_at IS NULL)))
);

ALTER TABLE ONLY public.accounts_tasklink FORCE ROW LEVEL SECURITY;


--
-- Name: accounts_tasklink_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.accounts_tasklink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_tasklink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: accounts_user; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts_user (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    email character varying(254) NOT NULL,
    full_name character varying(150) NOT NULL,
    is_active boolean NOT NULL,
    is_platform_operator boolean NOT NULL,
    joined_at timestamp with time zone NOT NULL,
    invited_to_id bigint,
    claim_by timestamp with time zone,
    session_epoch integer DEFAULT 0 NOT NULL,
    search_key_off boolean DEFAULT false NOT NULL,
    CONSTRAINT accounts_user_invited_cannot_sign_in CHECK (((invited_to_id IS NULL) OR (NOT is_active))),
    CONSTRAINT accounts_user_session_epoch_check CHECK ((session_epoch >= 0))
);


--
-- Name: accounts_user_groups; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts_user_groups (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    group_id integer NOT NULL
);


--
-- Name: accounts_user_groups_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.accounts_user_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_user_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: accounts_user_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.accounts_user ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_user_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: accounts_user_user_permissions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts_user_user_permissions (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    permission_id integer NOT NULL
);


--
-- Name: accounts_user_user_permissions_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.accounts_user_user_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_user_user_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audit_entry; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_entry (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    by_name character varying(150) NOT NULL,
    action character varying(40) NOT NULL,
    about_type character varying(60) NOT NULL,
    about_id bigint,
    about_name character varying(300) NOT NULL,
    sentence text NOT NULL,
    facts jsonb NOT NULL,
    is_confidential boolean NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    by_id bigint
);

ALTER TABLE ONLY public.audit_entry FORCE ROW LEVEL SECURITY;


--
-- Name: audit_entry_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audit_entry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audit_entry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audit_seal; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_seal (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    first_entry_id bigint NOT NULL,
    last_entry_id bigint NOT NULL,
    entries integer NOT NULL,
    previous character varying(64) NOT NULL,
    value character varying(64) NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    digest_version smallint DEFAULT 1 NOT NULL,
    CONSTRAINT audit_seal_digest_version_check CHECK ((digest_version >= 0))
);

ALTER TABLE ONLY public.audit_seal FORCE ROW LEVEL SECURITY;


--
-- Name: audit_seal_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audit_seal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audit_seal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: auth_group; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);


--
-- Name: auth_group_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: auth_group_permissions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);


--
-- Name: auth_group_permissions_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: auth_permission; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);


--
-- Name: auth_permission_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: collaborations_collaboration; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.collaborations_collaboration (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    kind character varying(20) NOT NULL,
    state character varying(20) NOT NULL,
    is_virtual boolean NOT NULL,
    purpose text NOT NULL,
    started_on date NOT NULL,
    closed_on date,
    asked_by character varying(200) NOT NULL,
    enquiry text NOT NULL,
    terms_adopted_on date,
    first_version_adopted_on date,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    district_id bigint,
    CONSTRAINT collaborations_closed_after_start CHECK (((closed_on IS NULL) OR (closed_on >= started_on)))
);

ALTER TABLE ONLY public.collaborations_collaboration FORCE ROW LEVEL SECURITY;


--
-- Name: collaborations_collaboration_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.collaborations_collaboration_history (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    kind character varying(20) NOT NULL,
    state character varying(20) NOT NULL,
    is_virtual boolean NOT NULL,
    purpose text NOT NULL,
    started_on date NOT NULL,
    closed_on date,
    asked_by character varying(200) NOT NULL,
    enquiry text NOT NULL,
    terms_adopted_on date,
    first_version_adopted_on date,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    district_id bigint,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE ONLY public.collaborations_collaboration_history FORCE ROW LEVEL SECURITY;


--
-- Name: collaborations_collaboration_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_collaboration_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.collaborations_collaboration_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: collaborations_collaboration_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_collaboration ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.collaborations_collaboration_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: collaborations_collaborationcount; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.collaborations_collaborationcount (
    id bigint NOT NULL,
    change integer NOT NULL,
    district_id bigint,
    state character varying(20) NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL
);

ALTER TABLE ONLY public.collaborations_collaborationcount FORCE ROW LEVEL SECURITY;


--
-- Name: collaborations_collaborationcount_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_collaborationcount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.collaborations_collaborationcount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: collaborations_collaborationgrant; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.collaborations_collaborationgrant (
    id bigint NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    is_exceptional boolean NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    content_object_id bigint NOT NULL,
    permission_id integer NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE ONLY public.collaborations_collaborationgrant FORCE ROW LEVEL SECURITY;


--
-- Name: collaborations_collaborationgrant_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_collaborationgrant ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.collaborations_collaborationgrant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: collaborations_firstmeeting; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.collaborations_firstmeeting (
    id bigint NOT NULL,
    held_on date NOT NULL,
    place character varying(200) NOT NULL,
    notes text NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    facilitated_by_id bigint
);

ALTER TABLE ONLY public.collaborations_firstmeeting FORCE ROW LEVEL SECURITY;


--
-- Name: collaborations_firstmeeting_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.collaborations_firstmeeting_history (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    held_on date NOT NULL,
    place character varying(200) NOT NULL,
    notes text NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    facilitated_by_id bigint,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE ONLY public.collaborations_firstmeeting_history FORCE ROW LEVEL SECURITY;


--
-- Name: collaborations_firstmeeting_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_firstmeeting_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.collaborations_firstmeeting_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: collaborations_firstmeeting_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_firstmeeting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.collaborations_firstmeeting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: collaborations_lineage; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.collaborations_lineage (
    id bigint NOT NULL,
    "on" date NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    earlier_id bigint NOT NULL,
    later_id bigint NOT NULL,
    CONSTRAINT collaborations_not_its_own_heir CHECK ((NOT (earlier_id = later_id)))
);

ALTER TABLE ONLY public.collaborations_lineage FORCE ROW LEVEL SECURITY;


--
-- Name: collaborations_lineage_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_lineage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.collaborations_lineage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: collaborations_statechange; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.collaborations_statechange (
    id bigint NOT NULL,
    from_state character varying(20) NOT NULL,
    to_state character varying(20) NOT NULL,
    "on" date NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    by_id bigint,
    collaboration_id bigint NOT NULL,
    CONSTRAINT collaborations_moves_somewhere CHECK ((NOT ((from_state)::text = (to_state)::text)))
);

ALTER TABLE ONLY public.collaborations_statechange FORCE ROW LEVEL SECURITY;


--
-- Name: collaborations_statechange_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_statechange ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.collaborations_statechange_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: development_developmentplan; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.development_developmentplan (
    id bigint NOT NULL,
    title character varying(120) NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    state character varying(10) NOT NULL,
    evaluation text NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    CONSTRAINT development_plan_ends_later CHECK ((ends_on > starts_on))
);

ALTER TABLE ONLY public.development_developmentplan FORCE ROW LEVEL SECURITY;


--
-- Name: development_developmentplan_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.development_developmentplan_history (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    title character varying(120) NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    state character varying(10) NOT NULL,
    evaluation text NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE ONLY public.development_developmentplan_history FORCE ROW LEVEL SECURITY;


--
-- Name: development_developmentplan_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.development_developmentplan_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.development_developmentplan_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: development_developmentplan_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.development_developmentplan ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.development_developmentplan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: development_objective; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.development_objective (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    aim character varying(300) NOT NULL,
    data_behind text NOT NULL,
    success_measure text NOT NULL,
    evaluation text NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    plan_id bigint NOT NULL,
    CONSTRAINT development_objective_position_check CHECK (("position" >= 0))
);

ALTER TABLE ONLY public.development_objective FORCE ROW LEVEL SECURITY;


--
-- Name: development_objective_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.development_objective_history (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    aim character varying(300) NOT NULL,
    data_behind text NOT NULL,
    success_measure text NOT NULL,
    evaluation text NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    plan_id bigint NOT NULL,
    CONSTRAINT development_objective_history_position_check CHECK (("position" >= 0))
);

ALTER TABLE ONLY public.development_objective_history FORCE ROW LEVEL SECURITY;


--
-- Name: development_objective_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.development_objective_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.development_objective_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: development_objective_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.development_objective ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.development_objective_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: development_planaction; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.development_planaction (
    id bigint NOT NULL,
    what character varying(300) NOT NULL,
    due_on date,
    cost_pence integer NOT NULL,
    done_on date,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    objective_id bigint NOT NULL,
    owner_id bigint,
    done_words character varying(300) NOT NULL,
    person_id bigint,
    CONSTRAINT development_planaction_cost_pence_check CHECK ((cost_pence >= 0))
);

ALTER TABLE ONLY public.development_planaction FORCE ROW LEVEL SECURITY;


--
-- Name: development_planaction_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.development_planaction_history (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    what character varying(300) NOT NULL,
    due_on date,
    cost_pence integer NOT NULL,
    done_on date,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    objective_id bigint NOT NULL,
    owner_id bigint,
    pgh_obj_id bigint NOT NULL,
    done_words character varying(300) NOT NULL,
    person_id bigint,
    CONSTRAINT development_planaction_history_cost_pence_check CHECK ((cost_pence >= 0))
);

ALTER TABLE ONLY public.development_planaction_history FORCE ROW LEVEL SECURITY;


--
-- Name: development_planaction_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.development_planaction_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.development_planaction_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: development_planaction_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.development_planaction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.development_planaction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: django_admin_log; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.django_admin_log (
    id integer NOT NULL,
    action_time timestamp with time zone NOT NULL,
    object_id text,
    object_repr character varying(200) NOT NULL,
    action_flag smallint NOT NULL,
    change_message text NOT NULL,
    content_type_id integer,
    user_id bigint NOT NULL,
    CONSTRAINT django_admin_log_action_flag_check CHECK ((action_flag >= 0))
);


--
-- Name: django_admin_log_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.django_admin_log ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_admin_log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: django_content_type; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);


--
-- Name: django_content_type_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: django_migrations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);


--
-- Name: django_migrations_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: django_session; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);


--
-- Name: documents_backup; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.documents_backup (
    id bigint NOT NULL,
    ended_at timestamp with time zone NOT NULL,
    name character varying(40) NOT NULL,
    size bigint NOT NULL
);


--
-- Name: documents_backup_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.documents_backup ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_backup_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: documents_exportrun; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.documents_exportrun (
    id bigint NOT NULL,
    identifier character varying(60) NOT NULL,
    title character varying(200) NOT NULL,
    format character varying(10) NOT NULL,
    filters jsonb NOT NULL,
    requested_at timestamp with time zone NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    requested_by_id bigint NOT NULL,
    job_id bigint NOT NULL,
    file_id bigint
);

ALTER TABLE ONLY public.documents_exportrun FORCE ROW LEVEL SECURITY;


--
-- Name: documents_exportrun_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.documents_exportrun ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_exportrun_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: documents_job; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.documents_job (
    id bigint NOT NULL,
    kind character varying(60) NOT NULL,
    title character varying(200) NOT NULL,
    state character varying(10) NOT NULL,
    done bigint NOT NULL,
    total bigint NOT NULL,
    message character varying(300) NOT NULL,
    log text NOT NULL,
    result jsonb NOT NULL,
    url character varying(300) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    ended_at timestamp with time zone,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    started_by_id bigint
);

ALTER TABLE ONLY public.documents_job FORCE ROW LEVEL SECURITY;


--
-- Name: documents_job_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.documents_job ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_job_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: documents_keptlist; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.documents_keptlist (
    id bigint NOT NULL,
    list_name character varying(100) NOT NULL,
    name character varying(60) NOT NULL,
    query character varying(1000) NOT NULL,
    for_team boolean NOT NULL,
    columns jsonb NOT NULL,
    size smallint NOT NULL,
    kept_at timestamp with time zone NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT documents_keptlist_size_check CHECK ((size >= 0))
);

ALTER TABLE ONLY public.documents_keptlist FORCE ROW LEVEL SECURITY;


--
-- Name: documents_keptlist_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.documents_keptlist ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_keptlist_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: documents_outboxmessage; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.documents_outboxmessage (
    id bigint NOT NULL,
    authority_id bigint NOT NULL,
    task character varying(120) NOT NULL,
    ids jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone
);


--
-- Name: documents_outboxmessage_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.documents_outboxmessage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_outboxmessage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: documents_selection; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.documents_selection (
    id bigint NOT NULL,
    ids jsonb NOT NULL,
    made_at timestamp with time zone NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    person_id bigint NOT NULL
);

ALTER TABLE ONLY public.documents_selection FORCE ROW LEVEL SECURITY;


--
-- Name: documents_selection_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.documents_selection ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_selection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: documents_sentemail; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.documents_sentemail (
    id bigint NOT NULL,
    kind character varying(80) NOT NULL,
    subject character varying(250) NOT NULL,
    reference character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    was_refused boolean NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    person_id bigint NOT NULL
);

ALTER TABLE ONLY public.documents_sentemail FORCE ROW LEVEL SECURITY;


--
-- Name: documents_sentemail_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.documents_sentemail ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_sentemail_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: documents_storedfile; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.documents_storedfile (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    content_type character varying(100) NOT NULL,
    size bigint NOT NULL,
    sha256 character varying(64) NOT NULL,
    storage_key character varying(200) NOT NULL,
    purpose character varying(40) NOT NULL,
    fingerprint character varying(64) NOT NULL,
    uploaded_at timestamp with time zone NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    uploaded_by_id bigint
);

ALTER TABLE ONLY public.documents_storedfile FORCE ROW LEVEL SECURITY;


--
-- Name: documents_storedfile_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.documents_storedfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_storedfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: exchange_sheetimport; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.exchange_sheetimport (
    id bigint NOT NULL,
    file_name character varying(200) NOT NULL,
    counts jsonb NOT NULL,
    digest character varying(64) NOT NULL,
    problem text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    loaded_at timestamp with time zone,
    state character varying(12) NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    file_id bigint,
    job_id bigint,
    loaded_by_id bigint,
    started_by_id bigint NOT NULL,
    account jsonb NOT NULL,
    choices jsonb NOT NULL,
    questions jsonb NOT NULL
);

ALTER TABLE ONLY public.exchange_sheetimport FORCE ROW LEVEL SECURITY;


--
-- Name: exchange_sheetimport_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.exchange_sheetimport ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.exchange_sheetimport_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: exchange_sheetline; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.exchange_sheetline (
    id bigint NOT NULL,
    number integer NOT NULL,
    kind character varying(20) NOT NULL,
    result character varying(10) NOT NULL,
    "values" jsonb NOT NULL,
    remarks jsonb NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    sheet_id bigint NOT NULL,
    place smallint NOT NULL,
    tab character varying(200) NOT NULL,
    CONSTRAINT exchange_sheetline_number_check CHECK ((number >= 0)),
    CONSTRAINT exchange_sheetline_place_check CHECK ((place >= 0))
);

ALTER TABLE ONLY public.exchange_sheetline FORCE ROW LEVEL SECURITY;


--
-- Name: exchange_sheetline_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.exchange_sheetline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.exchange_sheetline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: guardian_groupobjectpermission; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.guardian_groupobjectpermission (
    id integer NOT NULL,
    object_pk character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);


--
-- Name: guardian_groupobjectpermission_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.guardian_groupobjectpermission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.guardian_groupobjectpermission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: guardian_userobjectpermission; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.guardian_userobjectpermission (
    id integer NOT NULL,
    object_pk character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    permission_id integer NOT NULL,
    user_id bigint NOT NULL
);


--
-- Name: guardian_userobjectpermission_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.guardian_userobjectpermission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.guardian_userobjectpermission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: leadership_casegrant; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.leadership_casegrant (
    id bigint NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    is_exceptional boolean NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    permission_id integer NOT NULL,
    user_id bigint NOT NULL,
    content_object_id bigint NOT NULL
);

ALTER TABLE ONLY public.leadership_casegrant FORCE ROW LEVEL SECURITY;


--
-- Name: leadership_casegrant_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.leadership_casegrant ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.leadership_casegrant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: leadership_leadershipcase; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.leadership_leadershipcase (
    id bigint NOT NULL,
    ground character varying(20) NOT NULL,
    reason text NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    nothing_found_since timestamp with time zone,
    closed_at timestamp with time zone,
    outcome character varying(20) NOT NULL,
    outcome_words text NOT NULL,
    appointment_id bigint NOT NULL,
    assigned_to_id bigint,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    closed_by_id bigint,
    inspection_id bigint,
    policy_id bigint,
    CONSTRAINT leadership_closed_with_outcome CHECK ((((closed_at IS NULL) AND ((outcome)::text = ''::text)) OR ((closed_at IS NOT NULL) AND (NOT ((outcome)::text = ''::text)))))
);

ALTER TABLE ONLY public.leadership_leadershipcase FORCE ROW LEVEL SECURITY;


--
-- Name: leadership_leadershipcase_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.leadership_leadershipcase_history (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    ground character varying(20) NOT NULL,
    reason text NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    nothing_found_since timestamp with time zone,
    closed_at timestamp with time zone,
    outcome character varying(20) NOT NULL,
    outcome_words text NOT NULL,
    appointment_id bigint NOT NULL,
    assigned_to_id bigint,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    closed_by_id bigint,
    inspection_id bigint,
    pgh_obj_id bigint NOT NULL,
    policy_id bigint
);

ALTER TABLE ONLY public.leadership_leadershipcase_history FORCE ROW LEVEL SECURITY;


--
-- Name: leadership_leadershipcase_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.leadership_leadershipcase_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.leadership_leadershipcase_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: leadership_leadershipcase_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.leadership_leadershipcase ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.leadership_leadershipcase_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: leadership_opencasecount; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.leadership_opencasecount (
    id bigint NOT NULL,
    change integer NOT NULL,
    assigned_to_id bigint,
    finds_nothing boolean NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL
);

ALTER TABLE ONLY public.leadership_opencasecount FORCE ROW LEVEL SECURITY;


--
-- Name: leadership_opencasecount_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.leadership_opencasecount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.leadership_opencasecount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: leadership_sweep; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.leadership_sweep (
    id bigint NOT NULL,
    slot character varying(80) NOT NULL,
    at timestamp with time zone NOT NULL,
    leaders integer NOT NULL,
    opened integer NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    CONSTRAINT leadership_sweep_leaders_check CHECK ((leaders >= 0)),
    CONSTRAINT leadership_sweep_opened_check CHECK ((opened >= 0))
);

ALTER TABLE ONLY public.leadership_sweep FORCE ROW LEVEL SECURITY;


--
-- Name: leadership_sweep_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.leadership_sweep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.leadership_sweep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: leadership_unpublishedoutcome; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.leadership_unpublishedoutcome (
    id bigint NOT NULL,
    inspected_on date NOT NULL,
    outcome text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    published_on date,
    report_url character varying(200) NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    case_id bigint NOT NULL,
    recorded_by_id bigint NOT NULL,
    CONSTRAINT leadership_published_with_report CHECK (((published_on IS NULL) OR (NOT ((report_url)::text = ''::text))))
);

ALTER TABLE ONLY public.leadership_unpublishedoutcome FORCE ROW LEVEL SECURITY;


--
-- Name: leadership_unpublishedoutcome_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.leadership_unpublishedoutcome ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.leadership_unpublishedoutcome_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: library_documentopening; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.library_documentopening (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    user_id bigint NOT NULL,
    version_id bigint NOT NULL
);

ALTER TABLE ONLY public.library_documentopening FORCE ROW LEVEL SECURITY;


--
-- Name: library_documentopening_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.library_documentopening ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.library_documentopening_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: library_documentreader; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.library_documentreader (
    id bigint NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    user_id bigint NOT NULL,
    document_id bigint NOT NULL,
    CONSTRAINT library_reader_ends CHECK (((ends_on IS NULL) OR (ends_on >= starts_on)))
);

ALTER TABLE ONLY public.library_documentreader FORCE ROW LEVEL SECURITY;


--
-- Name: library_documentreader_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.library_documentreader ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.library_documentreader_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: library_documentversion; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.library_documentversion (
    id bigint NOT NULL,
    number integer NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by_id bigint NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    file_id bigint NOT NULL,
    document_id bigint NOT NULL,
    CONSTRAINT library_documentversion_number_check CHECK ((number >= 0))
);

ALTER TABLE ONLY public.library_documentversion FORCE ROW LEVEL SECURITY;


--
-- Name: library_documentversion_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.library_documentversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.library_documentversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: library_groupdocument; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.library_groupdocument (
    id bigint NOT NULL,
    title character varying(150) NOT NULL,
    audience character varying(10) NOT NULL,
    copyright_note character varying(300) NOT NULL,
    review_on date,
    removed_at timestamp with time zone,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    owner_id bigint NOT NULL
);

ALTER TABLE ONLY public.library_groupdocument FORCE ROW LEVEL SECURITY;


--
-- Name: library_groupdocument_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.library_groupdocument_history (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    title character varying(150) NOT NULL,
    audience character varying(10) NOT NULL,
    copyright_note character varying(300) NOT NULL,
    review_on date,
    removed_at timestamp with time zone,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    owner_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE ONLY public.library_groupdocument_history FORCE ROW LEVEL SECURITY;


--
-- Name: library_groupdocument_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.library_groupdocument_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.library_groupdocument_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: library_groupdocument_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.library_groupdocument ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.library_groupdocument_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: library_libraryvisit; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.library_libraryvisit (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    before timestamp with time zone,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE ONLY public.library_libraryvisit FORCE ROW LEVEL SECURITY;


--
-- Name: library_libraryvisit_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.library_libraryvisit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.library_libraryvisit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: meetings_agendaitem; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.meetings_agendaitem (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    title character varying(150) NOT NULL,
    purpose character varying(12) NOT NULL,
    words text NOT NULL,
    minutes smallint NOT NULL,
    presented_by character varying(120) NOT NULL,
    state character varying(10) NOT NULL,
    proposed_at timestamp with time zone,
    answer character varying(300) NOT NULL,
    is_standing boolean NOT NULL,
    was_reached boolean NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    carried_from_id bigint,
    proposed_by_id bigint,
    proposed_for_id bigint,
    meeting_id bigint NOT NULL,
    CONSTRAINT meetings_agendaitem_minutes_check CHECK ((minutes >= 0)),
    CONSTRAINT meetings_agendaitem_position_check CHECK (("position" >= 0))
);

ALTER TABLE ONLY public.meetings_agendaitem FORCE ROW LEVEL SECURITY;


--
-- Name: meetings_agendaitem_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.meetings_agendaitem_history (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    title character varying(150) NOT NULL,
    purpose character varying(12) NOT NULL,
    words text NOT NULL,
    minutes smallint NOT NULL,
    presented_by character varying(120) NOT NULL,
    state character varying(10) NOT NULL,
    proposed_at timestamp with time zone,
    answer character varying(300) NOT NULL,
    is_standing boolean NOT NULL,
    was_reached boolean NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    carried_from_id bigint,
    pgh_obj_id bigint NOT NULL,
    proposed_by_id bigint,
    proposed_for_id bigint,
    meeting_id bigint NOT NULL,
    CONSTRAINT meetings_agendaitem_history_minutes_check CHECK ((minutes >= 0)),
    CONSTRAINT meetings_agendaitem_history_position_check CHECK (("position" >= 0))
);

ALTER TABLE ONLY public.meetings_agendaitem_history FORCE ROW LEVEL SECURITY;


--
-- Name: meetings_agendaitem_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.meetings_agendaitem_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetings_agendaitem_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: meetings_agendaitem_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.meetings_agendaitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetings_agendaitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: meetings_answer; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.meetings_answer (
    id bigint NOT NULL,
    word character varying(8) NOT NULL,
    at timestamp with time zone NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    by_id bigint NOT NULL,
    membership_id bigint NOT NULL,
    meeting_id bigint NOT NULL
);

ALTER TABLE ONLY public.meetings_answer FORCE ROW LEVEL SECURITY;


--
-- Name: meetings_answer_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.meetings_answer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetings_answer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: meetings_attendance; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.meetings_attendance (
    id bigint NOT NULL,
    mark character varying(10) NOT NULL,
    substitute character varying(120) NOT NULL,
    marked_at timestamp with time zone NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    by_id bigint NOT NULL,
    membership_id bigint NOT NULL,
    meeting_id bigint NOT NULL
);

ALTER TABLE ONLY public.meetings_attendance FORCE ROW LEVEL SECURITY;


--
-- Name: meetings_attendance_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.meetings_attendance ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetings_attendance_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: meetings_attendancemark; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.meetings_attendancemark (
    id bigint NOT NULL,
    mark character varying(10) NOT NULL,
    substitute character varying(120) NOT NULL,
    marked_at timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    key character varying(36) NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    by_id bigint NOT NULL,
    membership_id bigint NOT NULL,
    meeting_id bigint NOT NULL
);

ALTER TABLE ONLY public.meetings_attendancemark FORCE ROW LEVEL SECURITY;


--
-- Name: meetings_attendancemark_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.meetings_attendancemark ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetings_attendancemark_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: meetings_guest; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.meetings_guest (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    email character varying(254) NOT NULL,
    words character varying(300) NOT NULL,
    invited_at timestamp with time zone NOT NULL,
    opens_until timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    answered_at timestamp with time zone,
    word character varying(8) NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    invited_by_id bigint NOT NULL,
    item_id bigint NOT NULL
);

ALTER TABLE ONLY public.meetings_guest FORCE ROW LEVEL SECURITY;


--
-- Name: meetings_guest_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.meetings_guest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetings_guest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: meetings_meeting; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.meetings_meeting (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    title character varying(120) NOT NULL,
    "on" date NOT NULL,
    starts_at time without time zone NOT NULL,
    ends_at time without time zone NOT NULL,
    place character varying(200) NOT NULL,
    access_notes text NOT NULL,
    online_url character varying(500) NOT NULL,
    items_until date,
    state character varying(12) NOT NULL,
    edition integer NOT NULL,
    planned_at timestamp with time zone NOT NULL,
    cancelled_because character varying(300) NOT NULL,
    check_in_code character varying(12) NOT NULL,
    check_in_until timestamp with time zone,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    chaired_by_id bigint,
    collaboration_id bigint NOT NULL,
    planned_by_id bigint NOT NULL,
    CONSTRAINT meetings_end_after_start CHECK ((ends_at > starts_at)),
    CONSTRAINT meetings_meeting_edition_check CHECK ((edition >= 0))
);

ALTER TABLE ONLY public.meetings_meeting FORCE ROW LEVEL SECURITY;


--
-- Name: meetings_meeting_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.meetings_meeting_history (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    title character varying(120) NOT NULL,
    "on" date NOT NULL,
    starts_at time without time zone NOT NULL,
    ends_at time without time zone NOT NULL,
    place character varying(200) NOT NULL,
    access_notes text NOT NULL,
    online_url character varying(500) NOT NULL,
    items_until date,
    state character varying(12) NOT NULL,
    edition integer NOT NULL,
    planned_at timestamp with time zone NOT NULL,
    cancelled_because character varying(300) NOT NULL,
    check_in_code character varying(12) NOT NULL,
    check_in_until timestamp with time zone,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    chaired_by_id bigint,
    collaboration_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    planned_by_id bigint NOT NULL,
    CONSTRAINT meetings_meeting_history_edition_check CHECK ((edition >= 0))
);

ALTER TABLE ONLY public.meetings_meeting_history FORCE ROW LEVEL SECURITY;


--
-- Name: meetings_meeting_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.meetings_meeting_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetings_meeting_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: meetings_meeting_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.meetings_meeting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetings_meeting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: meetings_otherpresent; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.meetings_otherpresent (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    role character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    by_id bigint NOT NULL,
    meeting_id bigint NOT NULL
);

ALTER TABLE ONLY public.meetings_otherpresent FORCE ROW LEVEL SECURITY;


--
-- Name: meetings_otherpresent_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.meetings_otherpresent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetings_otherpresent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: meetings_paper; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.meetings_paper (
    id bigint NOT NULL,
    title character varying(150) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone,
    added_by_id bigint NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    file_id bigint NOT NULL,
    item_id bigint,
    meeting_id bigint NOT NULL,
    replaces_id bigint
);

ALTER TABLE ONLY public.meetings_paper FORCE ROW LEVEL SECURITY;


--
-- Name: meetings_paper_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.meetings_paper ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetings_paper_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: meetings_paperssent; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.meetings_paperssent (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    days_late smallint NOT NULL,
    contents jsonb NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    by_id bigint NOT NULL,
    meeting_id bigint NOT NULL,
    CONSTRAINT meetings_paperssent_days_late_check CHECK ((days_late >= 0))
);

ALTER TABLE ONLY public.meetings_paperssent FORCE ROW LEVEL SECURITY;


--
-- Name: meetings_paperssent_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.meetings_paperssent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetings_paperssent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_application; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_application (
    id bigint NOT NULL,
    words text NOT NULL,
    state character varying(12) NOT NULL,
    applied_at timestamp with time zone NOT NULL,
    decided_on date,
    decision text NOT NULL,
    applied_by_id bigint NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    decided_by_id bigint,
    provider_id bigint NOT NULL,
    membership_id bigint,
    CONSTRAINT memberships_decided_application_says_how CHECK (((NOT ((state)::text = ANY ((ARRAY['accepted'::character varying, 'declined'::character varying])::text[]))) OR ((decided_on IS NOT NULL) AND (NOT (decision = ''::text)))))
);

ALTER TABLE ONLY public.memberships_application FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_application_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_application_history (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    words text NOT NULL,
    state character varying(12) NOT NULL,
    applied_at timestamp with time zone NOT NULL,
    decided_on date,
    decision text NOT NULL,
    applied_by_id bigint NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    decided_by_id bigint,
    pgh_obj_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    membership_id bigint
);

ALTER TABLE ONLY public.memberships_application_history FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_application_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_application_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_application_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_application_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_application ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_application_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_conductconcern; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_conductconcern (
    id bigint NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    words text NOT NULL,
    state character varying(12) NOT NULL,
    decision character varying(12) NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    raised_by_id bigint NOT NULL,
    about_id bigint NOT NULL,
    CONSTRAINT memberships_concern_decided_how CHECK (((NOT ((state)::text = 'decided'::text)) OR (NOT ((decision)::text = ''::text))))
);

ALTER TABLE ONLY public.memberships_conductconcern FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_conductconcern_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_conductconcern_history (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    words text NOT NULL,
    state character varying(12) NOT NULL,
    decision character varying(12) NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    raised_by_id bigint NOT NULL,
    about_id bigint NOT NULL
);

ALTER TABLE ONLY public.memberships_conductconcern_history FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_conductconcern_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_conductconcern_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_conductconcern_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_conductconcern_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_conductconcern ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_conductconcern_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_conductstep; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_conductstep (
    id bigint NOT NULL,
    to_state character varying(12) NOT NULL,
    "on" date NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    by_id bigint NOT NULL,
    concern_id bigint NOT NULL
);

ALTER TABLE ONLY public.memberships_conductstep FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_conductstep_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_conductstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_conductstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_coveredcount; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_coveredcount (
    id bigint NOT NULL,
    change integer NOT NULL,
    district_id bigint,
    day date NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL
);

ALTER TABLE ONLY public.memberships_coveredcount FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_coveredcount_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_coveredcount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_coveredcount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_handover; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_handover (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    what character varying(200) NOT NULL,
    done_on date,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    done_by_id bigint,
    membership_id bigint NOT NULL,
    taken_by_id bigint
);

ALTER TABLE ONLY public.memberships_handover FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_handover_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_handover_history (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    what character varying(200) NOT NULL,
    done_on date,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    done_by_id bigint,
    pgh_obj_id bigint NOT NULL,
    membership_id bigint NOT NULL,
    taken_by_id bigint
);

ALTER TABLE ONLY public.memberships_handover_history FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_handover_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_handover_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_handover_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_handover_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_handover ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_handover_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_invitation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_invitation (
    id bigint NOT NULL,
    email character varying(254) NOT NULL,
    full_name character varying(150) NOT NULL,
    words text NOT NULL,
    decision text NOT NULL,
    decided_on date NOT NULL,
    is_vouched_for boolean NOT NULL,
    state character varying(12) NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    sent_by_id bigint NOT NULL,
    membership_id bigint
);

ALTER TABLE ONLY public.memberships_invitation FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_invitation_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_invitation_history (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    email character varying(254) NOT NULL,
    full_name character varying(150) NOT NULL,
    words text NOT NULL,
    decision text NOT NULL,
    decided_on date NOT NULL,
    is_vouched_for boolean NOT NULL,
    state character varying(12) NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    sent_by_id bigint NOT NULL,
    membership_id bigint
);

ALTER TABLE ONLY public.memberships_invitation_history FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_invitation_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_invitation_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_invitation_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_invitation_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_invitation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_invitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_leaderappointment; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_leaderappointment (
    id bigint NOT NULL,
    manner character varying(10) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    may_lead_because text NOT NULL,
    officer_decided boolean NOT NULL,
    members_decision text NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    user_id bigint NOT NULL,
    membership_id bigint NOT NULL,
    CONSTRAINT memberships_leader_ends_later CHECK (((ends_on IS NULL) OR (ends_on > starts_on)))
);

ALTER TABLE ONLY public.memberships_leaderappointment FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_leaderappointment_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_leaderappointment_history (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    manner character varying(10) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    may_lead_because text NOT NULL,
    officer_decided boolean NOT NULL,
    members_decision text NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    user_id bigint NOT NULL,
    membership_id bigint NOT NULL
);

ALTER TABLE ONLY public.memberships_leaderappointment_history FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_leaderappointment_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_leaderappointment_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_leaderappointment_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_leaderappointment_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_leaderappointment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_leaderappointment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_ledcount; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_ledcount (
    id bigint NOT NULL,
    change integer NOT NULL,
    district_id bigint,
    state character varying(20) NOT NULL,
    day date NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL
);

ALTER TABLE ONLY public.memberships_ledcount FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_ledcount_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_ledcount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_ledcount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_membership; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_membership (
    id bigint NOT NULL,
    joined_on date NOT NULL,
    left_on date,
    leaving_reason character varying(300) NOT NULL,
    meetings_held integer NOT NULL,
    meetings_attended integer NOT NULL,
    at_risk_since date,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    continues_id bigint,
    provider_id bigint NOT NULL,
    CONSTRAINT memberships_left_after_joining CHECK (((left_on IS NULL) OR (left_on > joined_on))),
    CONSTRAINT memberships_membership_meetings_attended_check CHECK ((meetings_attended >= 0)),
    CONSTRAINT memberships_membership_meetings_held_check CHECK ((meetings_held >= 0))
);

ALTER TABLE ONLY public.memberships_membership FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_membership_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_membership_history (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    joined_on date NOT NULL,
    left_on date,
    leaving_reason character varying(300) NOT NULL,
    meetings_held integer NOT NULL,
    meetings_attended integer NOT NULL,
    at_risk_since date,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    continues_id bigint,
    pgh_obj_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    CONSTRAINT memberships_membership_history_meetings_attended_check CHECK ((meetings_attended >= 0)),
    CONSTRAINT memberships_membership_history_meetings_held_check CHECK ((meetings_held >= 0))
);

ALTER TABLE ONLY public.memberships_membership_history FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_membership_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_membership_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_membership_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_membership_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_membership ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_membership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_officeholder; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_officeholder (
    id bigint NOT NULL,
    office character varying(16) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    decision text NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    membership_id bigint NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT memberships_office_ends_later CHECK (((ends_on IS NULL) OR (ends_on > starts_on)))
);

ALTER TABLE ONLY public.memberships_officeholder FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_officeholder_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_officeholder_history (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    office character varying(16) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    decision text NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    membership_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE ONLY public.memberships_officeholder_history FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_officeholder_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_officeholder_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_officeholder_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_officeholder_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_officeholder ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_officeholder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_personcontact; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_personcontact (
    id bigint NOT NULL,
    telephone character varying(40) NOT NULL,
    wish character varying(10) NOT NULL,
    shown_to_groups boolean NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE ONLY public.memberships_personcontact FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_personcontact_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_personcontact_history (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    telephone character varying(40) NOT NULL,
    wish character varying(10) NOT NULL,
    shown_to_groups boolean NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE ONLY public.memberships_personcontact_history FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_personcontact_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_personcontact_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_personcontact_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_personcontact_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_personcontact ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_personcontact_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_settingrole; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_settingrole (
    id bigint NOT NULL,
    role character varying(10) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    provider_id bigint NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT memberships_setting_role_ends_later CHECK (((ends_on IS NULL) OR (ends_on > starts_on)))
);

ALTER TABLE ONLY public.memberships_settingrole FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_settingrole_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_settingrole_history (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    role character varying(10) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE ONLY public.memberships_settingrole_history FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_settingrole_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_settingrole_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_settingrole_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_settingrole_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_settingrole ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_settingrole_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_stafftold; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_stafftold (
    id bigint NOT NULL,
    confirmed_on date NOT NULL,
    how character varying(200) NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    confirmed_by_id bigint NOT NULL,
    membership_id bigint NOT NULL
);

ALTER TABLE ONLY public.memberships_stafftold FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_stafftold_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_stafftold ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_stafftold_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: mfa_authenticator; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);


--
-- Name: mfa_authenticator_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: ofsted_importrun; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ofsted_importrun (
    id bigint NOT NULL,
    file_name character varying(200) NOT NULL,
    counts jsonb NOT NULL,
    digest character varying(64) NOT NULL,
    problem text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    loaded_at timestamp with time zone,
    state character varying(12) NOT NULL,
    file_sha256 character varying(64) NOT NULL,
    layout character varying(40) NOT NULL,
    listed_on date,
    others jsonb NOT NULL,
    staged jsonb,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    file_id bigint,
    job_id bigint,
    loaded_by_id bigint,
    started_by_id bigint,
    accepted jsonb NOT NULL,
    account jsonb NOT NULL,
    absence jsonb NOT NULL,
    telling jsonb NOT NULL,
    kind character varying(12) DEFAULT 'childcare'::character varying NOT NULL
);

ALTER TABLE ONLY public.ofsted_importrun FORCE ROW LEVEL SECURITY;


--
-- Name: ofsted_importrun_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.ofsted_importrun ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ofsted_importrun_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: ofsted_inspection; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ofsted_inspection (
    id bigint NOT NULL,
    regime character varying(20) NOT NULL,
    inspection_number character varying(20) NOT NULL,
    inspected_on date NOT NULL,
    published_on date,
    visit_type character varying(60) NOT NULL,
    is_graded boolean NOT NULL,
    overall smallint,
    quality_of_education smallint,
    behaviour_and_attitudes smallint,
    personal_development smallint,
    leadership_and_management smallint,
    safeguarding_effective smallint,
    rc_safeguarding smallint,
    rc_inclusion smallint,
    rc_curriculum_and_teaching smallint,
    rc_achievement smallint,
    rc_behaviour smallint,
    rc_welfare smallint,
    rc_leadership_and_governance smallint,
    met smallint,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    provider_id bigint NOT NULL,
    from_file boolean DEFAULT false NOT NULL,
    named_on date,
    ruled_out_on date,
    rc_early_years smallint,
    CONSTRAINT ofsted_inspection_behaviour_and_attitudes_check CHECK ((behaviour_and_attitudes >= 0)),
    CONSTRAINT ofsted_inspection_leadership_and_management_check CHECK ((leadership_and_management >= 0)),
    CONSTRAINT ofsted_inspection_met_check CHECK ((met >= 0)),
    CONSTRAINT ofsted_inspection_overall_check CHECK ((overall >= 0)),
    CONSTRAINT ofsted_inspection_personal_development_check CHECK ((personal_development >= 0)),
    CONSTRAINT ofsted_inspection_quality_of_education_check CHECK ((quality_of_education >= 0)),
    CONSTRAINT ofsted_inspection_rc_achievement_check CHECK ((rc_achievement >= 0)),
    CONSTRAINT ofsted_inspection_rc_behaviour_check CHECK ((rc_behaviour >= 0)),
    CONSTRAINT ofsted_inspection_rc_curriculum_and_teaching_check CHECK ((rc_curriculum_and_teaching >= 0)),
    CONSTRAINT ofsted_inspection_rc_early_years_check CHECK ((rc_early_years >= 0)),
    CONSTRAINT ofsted_inspection_rc_inclusion_check CHECK ((rc_inclusion >= 0)),
    CONSTRAINT ofsted_inspection_rc_leadership_and_governance_check CHECK ((rc_leadership_and_governance >= 0)),
    CONSTRAINT ofsted_inspection_rc_safeguarding_check CHECK ((rc_safeguarding >= 0)),
    CONSTRAINT ofsted_inspection_rc_welfare_check CHECK ((rc_welfare >= 0)),
    CONSTRAINT ofsted_inspection_safeguarding_effective_check CHECK ((safeguarding_effective >= 0))
);

ALTER TABLE ONLY public.ofsted_inspection FORCE ROW LEVEL SECURITY;


--
-- Name: ofsted_inspection_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ofsted_inspection_history (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    regime character varying(20) NOT NULL,
    inspection_number character varying(20) NOT NULL,
    inspected_on date NOT NULL,
    published_on date,
    visit_type character varying(60) NOT NULL,
    is_graded boolean NOT NULL,
    overall smallint,
    quality_of_education smallint,
    behaviour_and_attitudes smallint,
    personal_development smallint,
    leadership_and_management smallint,
    safeguarding_effective smallint,
    rc_safeguarding smallint,
    rc_inclusion smallint,
    rc_curriculum_and_teaching smallint,
    rc_achievement smallint,
    rc_behaviour smallint,
    rc_welfare smallint,
    rc_leadership_and_governance smallint,
    met smallint,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    from_file boolean DEFAULT false NOT NULL,
    ruled_out_on date,
    rc_early_years smallint,
    CONSTRAINT ofsted_inspection_history_behaviour_and_attitudes_check CHECK ((behaviour_and_attitudes >= 0)),
    CONSTRAINT ofsted_inspection_history_leadership_and_management_check CHECK ((leadership_and_management >= 0)),
    CONSTRAINT ofsted_inspection_history_met_check CHECK ((met >= 0)),
    CONSTRAINT ofsted_inspection_history_overall_check CHECK ((overall >= 0)),
    CONSTRAINT ofsted_inspection_history_personal_development_check CHECK ((personal_development >= 0)),
    CONSTRAINT ofsted_inspection_history_quality_of_education_check CHECK ((quality_of_education >= 0)),
    CONSTRAINT ofsted_inspection_history_rc_achievement_check CHECK ((rc_achievement >= 0)),
    CONSTRAINT ofsted_inspection_history_rc_behaviour_check CHECK ((rc_behaviour >= 0)),
    CONSTRAINT ofsted_inspection_history_rc_curriculum_and_teaching_check CHECK ((rc_curriculum_and_teaching >= 0)),
    CONSTRAINT ofsted_inspection_history_rc_early_years_check CHECK ((rc_early_years >= 0)),
    CONSTRAINT ofsted_inspection_history_rc_inclusion_check CHECK ((rc_inclusion >= 0)),
    CONSTRAINT ofsted_inspection_history_rc_leadership_and_governance_check CHECK ((rc_leadership_and_governance >= 0)),
    CONSTRAINT ofsted_inspection_history_rc_safeguarding_check CHECK ((rc_safeguarding >= 0)),
    CONSTRAINT ofsted_inspection_history_rc_welfare_check CHECK ((rc_welfare >= 0)),
    CONSTRAINT ofsted_inspection_history_safeguarding_effective_check CHECK ((safeguarding_effective >= 0))
);

ALTER TABLE ONLY public.ofsted_inspection_history FORCE ROW LEVEL SECURITY;


--
-- Name: ofsted_inspection_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.ofsted_inspection_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ofsted_inspection_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: ofsted_inspection_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.ofsted_inspection ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ofsted_inspection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: ofsted_leadingpolicy; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ofsted_leadingpolicy (
    id bigint NOT NULL,
    version integer NOT NULL,
    state character varying(10) NOT NULL,
    cells jsonb NOT NULL,
    note text NOT NULL,
    starts_on date,
    adopted_at timestamp with time zone,
    edits integer NOT NULL,
    adopted_by_id bigint,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    CONSTRAINT ofsted_leadingpolicy_edits_check CHECK ((edits >= 0)),
    CONSTRAINT ofsted_leadingpolicy_version_check CHECK ((version >= 0)),
    CONSTRAINT ofsted_policy_adopted_from CHECK ((((state)::text = 'draft'::text) OR (starts_on IS NOT NULL)))
);

ALTER TABLE ONLY public.ofsted_leadingpolicy FORCE ROW LEVEL SECURITY;


--
-- Name: ofsted_leadingpolicy_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ofsted_leadingpolicy_history (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    version integer NOT NULL,
    state character varying(10) NOT NULL,
    cells jsonb NOT NULL,
    note text NOT NULL,
    starts_on date,
    adopted_at timestamp with time zone,
    edits integer NOT NULL,
    adopted_by_id bigint,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT ofsted_leadingpolicy_history_edits_check CHECK ((edits >= 0)),
    CONSTRAINT ofsted_leadingpolicy_history_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.ofsted_leadingpolicy_history FORCE ROW LEVEL SECURITY;


--
-- Name: ofsted_leadingpolicy_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.ofsted_leadingpolicy_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ofsted_leadingpolicy_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: ofsted_leadingpolicy_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.ofsted_leadingpolicy ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ofsted_leadingpolicy_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: ofsted_plannedrow; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ofsted_plannedrow (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    line integer,
    urn character varying(40) NOT NULL,
    name character varying(255) NOT NULL,
    differences jsonb NOT NULL,
    "column" character varying(120) NOT NULL,
    value character varying(300) NOT NULL,
    reason character varying(300) NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    run_id bigint NOT NULL,
    field character varying(40) NOT NULL,
    is_home boolean NOT NULL,
    CONSTRAINT ofsted_plannedrow_line_check CHECK ((line >= 0))
);

ALTER TABLE ONLY public.ofsted_plannedrow FORCE ROW LEVEL SECURITY;


--
-- Name: ofsted_plannedrow_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.ofsted_plannedrow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ofsted_plannedrow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: ofsted_registername; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ofsted_registername (
    id bigint NOT NULL,
    name character varying(100) NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    kind character varying(12) DEFAULT 'childcare'::character varying NOT NULL
);

ALTER TABLE ONLY public.ofsted_registername FORCE ROW LEVEL SECURITY;


--
-- Name: ofsted_registername_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.ofsted_registername ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ofsted_registername_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: ofsted_schoollink; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ofsted_schoollink (
    id bigint NOT NULL,
    urn character varying(6) NOT NULL,
    other_urn character varying(6) NOT NULL,
    link_type character varying(30) NOT NULL,
    other_name character varying(255) NOT NULL,
    since date,
    gone_since date,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL
);

ALTER TABLE ONLY public.ofsted_schoollink FORCE ROW LEVEL SECURITY;


--
-- Name: ofsted_schoollink_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ofsted_schoollink_history (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    urn character varying(6) NOT NULL,
    other_urn character varying(6) NOT NULL,
    link_type character varying(30) NOT NULL,
    other_name character varying(255) NOT NULL,
    since date,
    gone_since date,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE ONLY public.ofsted_schoollink_history FORCE ROW LEVEL SECURITY;


--
-- Name: ofsted_schoollink_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.ofsted_schoollink_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ofsted_schoollink_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: ofsted_schoollink_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.ofsted_schoollink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ofsted_schoollink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: ofsted_stagedgone; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ofsted_stagedgone (
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    urn text
)
PARTITION BY LIST (authority_id);

ALTER TABLE ONLY public.ofsted_stagedgone FORCE ROW LEVEL SECURITY;


--
-- Name: ofsted_stagedgone_copied; Type: TABLE; Schema: public; Owner: -
--

CREATE UNLOGGED TABLE public.ofsted_stagedgone_copied (
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint CONSTRAINT ofsted_stagedgone_authority_id_not_null NOT NULL,
    urn text
);


--
-- Name: ofsted_stagedinspection; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ofsted_stagedinspection (
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    urn text,
    regime text,
    inspection_number text,
    visit_type text,
    inspected_on date,
    is_graded boolean,
    overall smallint,
    quality_of_education smallint,
    behaviour_and_attitudes smallint,
    personal_development smallint,
    leadership_and_management smallint,
    safeguarding_effective smallint,
    rc_safeguarding smallint,
    rc_inclusion smallint,
    rc_curriculum_and_teaching smallint,
    rc_achievement smallint,
    rc_behaviour smallint,
    rc_welfare smallint,
    rc_leadership_and_governance smallint,
    met smallint,
    rc_early_years smallint
)
PARTITION BY LIST (authority_id);

ALTER TABLE ONLY public.ofsted_stagedinspection FORCE ROW LEVEL SECURITY;


--
-- Name: ofsted_stagedinspection_copied; Type: TABLE; Schema: public; Owner: -
--

CREATE UNLOGGED TABLE public.ofsted_stagedinspection_copied (
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint CONSTRAINT ofsted_stagedinspection_authority_id_not_null NOT NULL,
    urn text,
    regime text,
    inspection_number text,
    visit_type text,
    inspected_on date,
    is_graded boolean,
    overall smallint,
    quality_of_education smallint,
    behaviour_and_attitudes smallint,
    personal_development smallint,
    leadership_and_management smallint,
    safeguarding_effective smallint,
    rc_safeguarding smallint,
    rc_inclusion smallint,
    rc_curriculum_and_teaching smallint,
    rc_achievement smallint,
    rc_behaviour smallint,
    rc_welfare smallint,
    rc_leadership_and_governance smallint,
    met smallint,
    rc_early_years smallint
);


--
-- Name: ofsted_stagedsetting; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ofsted_stagedsetting (
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    urn text,
    search_text text,
    name text,
    provider_type text,
    provider_subtype text,
    register_combination text,
    registered_person_urn text,
    registered_person_name text,
    address_line_1 text,
    address_line_2 text,
    address_line_3 text,
    town text,
    postcode text,
    telephone text,
    constituency text,
    region text,
    deprivation_band text,
    on_early_years_register boolean,
    on_compulsory_register boolean,
    on_voluntary_register boolean,
    registered_on date,
    places integer,
    places_including_estimates numeric(8,2),
    line integer,
    row_hash bytea,
    registration_status text
)
PARTITION BY LIST (authority_id);

ALTER TABLE ONLY public.ofsted_stagedsetting FORCE ROW LEVEL SECURITY;


--
-- Name: ofsted_stagedsetting_copied; Type: TABLE; Schema: public; Owner: -
--

CREATE UNLOGGED TABLE public.ofsted_stagedsetting_copied (
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint CONSTRAINT ofsted_stagedsetting_authority_id_not_null NOT NULL,
    urn text,
    search_text text,
    name text,
    provider_type text,
    provider_subtype text,
    register_combination text,
    registered_person_urn text,
    registered_person_name text,
    address_line_1 text,
    address_line_2 text,
    address_line_3 text,
    town text,
    postcode text,
    telephone text,
    constituency text,
    region text,
    deprivation_band text,
    on_early_years_register boolean,
    on_compulsory_register boolean,
    on_voluntary_register boolean,
    registered_on date,
    places integer,
    places_including_estimates numeric(8,2),
    line integer,
    row_hash bytea,
    registration_status text
);


--
-- Name: pghistory_context; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.pghistory_context (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    metadata jsonb NOT NULL
);


--
-- Name: providers_district; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.providers_district (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL
);

ALTER TABLE ONLY public.providers_district FORCE ROW LEVEL SECURITY;


--
-- Name: providers_district_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.providers_district ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_district_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: providers_districtoutline; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.providers_districtoutline (
    id bigint NOT NULL,
    rings jsonb NOT NULL,
    attribution character varying(300) NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    district_id bigint NOT NULL
);

ALTER TABLE ONLY public.providers_districtoutline FORCE ROW LEVEL SECURITY;


--
-- Name: providers_districtoutline_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.providers_districtoutline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_districtoutline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: providers_listedcount; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.providers_listedcount (
    id bigint NOT NULL,
    change integer NOT NULL,
    district_id bigint,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL
);

ALTER TABLE ONLY public.providers_listedcount FORCE ROW LEVEL SECURITY;


--
-- Name: providers_listedcount_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.providers_listedcount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_listedcount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: providers_provider; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.providers_provider (
    id bigint NOT NULL,
    urn character varying(12) NOT NULL,
    name character varying(255) NOT NULL,
    provider_type character varying(20) NOT NULL,
    provider_subtype character varying(100) NOT NULL,
    register_combination character varying(40) NOT NULL,
    on_early_years_register boolean,
    on_compulsory_register boolean,
    on_voluntary_register boolean,
    registered_on date,
    registered_person_urn character varying(12) NOT NULL,
    registered_person_name character varying(255) NOT NULL,
    address_line_1 character varying(200) NOT NULL,
    address_line_2 character varying(200) NOT NULL,
    address_line_3 character varying(200) NOT NULL,
    town character varying(100) NOT NULL,
    postcode character varying(10) NOT NULL,
    telephone character varying(40) NOT NULL,
    constituency character varying(100) NOT NULL,
    region character varying(60) NOT NULL,
    deprivation_band character varying(30) NOT NULL,
    places integer,
    places_including_estimates numeric(8,2),
    search_text text NOT NULL,
    first_listed_on date,
    last_listed_on date,
    unlisted_since date,
    file_row_hash bytea,
    agency_id bigint,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    district_id bigint,
    file_row_on date,
    registration_status character varying(40) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT providers_provider_places_check CHECK ((places >= 0)),
    CONSTRAINT providers_unlisted_after_listed CHECK (((unlisted_since IS NULL) OR (first_listed_on IS NULL) OR (unlisted_since >= first_listed_on)))
);

ALTER TABLE ONLY public.providers_provider FORCE ROW LEVEL SECURITY;


--
-- Name: providers_provider_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.providers_provider_history (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    urn character varying(12) NOT NULL,
    name character varying(255) NOT NULL,
    provider_type character varying(20) NOT NULL,
    provider_subtype character varying(100) NOT NULL,
    register_combination character varying(40) NOT NULL,
    on_early_years_register boolean,
    on_compulsory_register boolean,
    on_voluntary_register boolean,
    registered_on date,
    registered_person_urn character varying(12) NOT NULL,
    registered_person_name character varying(255) NOT NULL,
    address_line_1 character varying(200) NOT NULL,
    address_line_2 character varying(200) NOT NULL,
    address_line_3 character varying(200) NOT NULL,
    town character varying(100) NOT NULL,
    postcode character varying(10) NOT NULL,
    telephone character varying(40) NOT NULL,
    constituency character varying(100) NOT NULL,
    region character varying(60) NOT NULL,
    deprivation_band character varying(30) NOT NULL,
    places integer,
    places_including_estimates numeric(8,2),
    first_listed_on date,
    unlisted_since date,
    agency_id bigint,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    district_id bigint,
    pgh_obj_id bigint NOT NULL,
    registration_status character varying(40) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT providers_provider_history_places_check CHECK ((places >= 0))
);

ALTER TABLE ONLY public.providers_provider_history FORCE ROW LEVEL SECURITY;


--
-- Name: providers_provider_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.providers_provider_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_provider_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: providers_provider_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.providers_provider ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_provider_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: providers_providergrant; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.providers_providergrant (
    id bigint NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    is_exceptional boolean NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    content_object_id bigint NOT NULL,
    permission_id integer NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE ONLY public.providers_providergrant FORCE ROW LEVEL SECURITY;


--
-- Name: providers_providergrant_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.providers_providergrant ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_providergrant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: providers_provideridentity; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.providers_provideridentity (
    id bigint NOT NULL,
    scheme character varying(12) NOT NULL,
    value character varying(40) NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    provider_id bigint NOT NULL
);

ALTER TABLE ONLY public.providers_provideridentity FORCE ROW LEVEL SECURITY;


--
-- Name: providers_provideridentity_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.providers_provideridentity ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_provideridentity_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: providers_settingcontact; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.providers_settingcontact (
    id bigint NOT NULL,
    telephone character varying(40) NOT NULL,
    email character varying(254) NOT NULL,
    website character varying(200) NOT NULL,
    best_time character varying(100) NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    provider_id bigint NOT NULL
);

ALTER TABLE ONLY public.providers_settingcontact FORCE ROW LEVEL SECURITY;


--
-- Name: providers_settingcontact_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.providers_settingcontact_history (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    telephone character varying(40) NOT NULL,
    email character varying(254) NOT NULL,
    website character varying(200) NOT NULL,
    best_time character varying(100) NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    provider_id bigint NOT NULL
);

ALTER TABLE ONLY public.providers_settingcontact_history FORCE ROW LEVEL SECURITY;


--
-- Name: providers_settingcontact_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.providers_settingcontact_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_settingcontact_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: providers_settingcontact_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.providers_settingcontact ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_settingcontact_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: providers_successionlink; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.providers_successionlink (
    id bigint NOT NULL,
    "on" date NOT NULL,
    reason character varying(300) NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    linked_by_id bigint,
    new_id bigint NOT NULL,
    old_id bigint NOT NULL,
    CONSTRAINT providers_succession_not_itself CHECK ((NOT (old_id = new_id)))
);

ALTER TABLE ONLY public.providers_successionlink FORCE ROW LEVEL SECURITY;


--
-- Name: providers_successionlink_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.providers_successionlink_history (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    "on" date NOT NULL,
    reason character varying(300) NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    linked_by_id bigint,
    new_id bigint NOT NULL,
    old_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE ONLY public.providers_successionlink_history FORCE ROW LEVEL SECURITY;


--
-- Name: providers_successionlink_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.providers_successionlink_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_successionlink_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: providers_successionlink_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.providers_successionlink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_successionlink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: provision_deliverypartner; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.provision_deliverypartner (
    id bigint NOT NULL,
    hours numeric(4,2) NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    provider_id bigint NOT NULL,
    partnership_id bigint NOT NULL
);

ALTER TABLE ONLY public.provision_deliverypartner FORCE ROW LEVEL SECURITY;


--
-- Name: provision_deliverypartner_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.provision_deliverypartner ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.provision_deliverypartner_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: provision_deliverypartnership; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.provision_deliverypartnership (
    id bigint NOT NULL,
    model character varying(12) NOT NULL,
    lead_hours numeric(4,2) NOT NULL,
    transport text NOT NULL,
    lead_contact character varying(150) NOT NULL,
    terms_reference character varying(80) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    lead_id bigint NOT NULL,
    CONSTRAINT provision_partnership_ends_later CHECK (((ends_on IS NULL) OR (ends_on > starts_on)))
);

ALTER TABLE ONLY public.provision_deliverypartnership FORCE ROW LEVEL SECURITY;


--
-- Name: provision_deliverypartnership_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.provision_deliverypartnership_history (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    model character varying(12) NOT NULL,
    lead_hours numeric(4,2) NOT NULL,
    transport text NOT NULL,
    lead_contact character varying(150) NOT NULL,
    terms_reference character varying(80) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    lead_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE ONLY public.provision_deliverypartnership_history FORCE ROW LEVEL SECURITY;


--
-- Name: provision_deliverypartnership_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.provision_deliverypartnership_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.provision_deliverypartnership_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: provision_deliverypartnership_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.provision_deliverypartnership ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.provision_deliverypartnership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: provision_publicconsent; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.provision_publicconsent (
    id bigint NOT NULL,
    given_on date NOT NULL,
    withdrawn_on date,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    given_by_id bigint NOT NULL,
    provider_id bigint NOT NULL
);

ALTER TABLE ONLY public.provision_publicconsent FORCE ROW LEVEL SECURITY;


--
-- Name: provision_publicconsent_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.provision_publicconsent_history (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    given_on date NOT NULL,
    withdrawn_on date,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    given_by_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    provider_id bigint NOT NULL
);

ALTER TABLE ONLY public.provision_publicconsent_history FORCE ROW LEVEL SECURITY;


--
-- Name: provision_publicconsent_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.provision_publicconsent_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.provision_publicconsent_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: provision_publicconsent_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.provision_publicconsent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.provision_publicconsent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: provision_returnperiod; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.provision_returnperiod (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    count_date date NOT NULL,
    opens_on date NOT NULL,
    due_on date NOT NULL,
    definition text NOT NULL,
    childminder_definition text NOT NULL,
    asks_detail boolean NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    CONSTRAINT provision_period_due_after_opening CHECK ((due_on >= opens_on))
);

ALTER TABLE ONLY public.provision_returnperiod FORCE ROW LEVEL SECURITY;


--
-- Name: provision_returnperiod_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.provision_returnperiod_history (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    count_date date NOT NULL,
    opens_on date NOT NULL,
    due_on date NOT NULL,
    definition text NOT NULL,
    childminder_definition text NOT NULL,
    asks_detail boolean NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE ONLY public.provision_returnperiod_history FORCE ROW LEVEL SECURITY;


--
-- Name: provision_returnperiod_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.provision_returnperiod_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.provision_returnperiod_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: provision_returnperiod_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.provision_returnperiod ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.provision_returnperiod_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: provision_staffreturn; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.provision_staffreturn (
    id bigint NOT NULL,
    staff integer NOT NULL,
    is_unchanged boolean NOT NULL,
    note character varying(300) NOT NULL,
    certified_at timestamp with time zone NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    certified_by_id bigint NOT NULL,
    period_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    CONSTRAINT provision_staffreturn_staff_check CHECK ((staff >= 0))
);

ALTER TABLE ONLY public.provision_staffreturn FORCE ROW LEVEL SECURITY;


--
-- Name: provision_staffreturn_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.provision_staffreturn_history (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    staff integer NOT NULL,
    is_unchanged boolean NOT NULL,
    note character varying(300) NOT NULL,
    certified_at timestamp with time zone NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    certified_by_id bigint NOT NULL,
    period_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    CONSTRAINT provision_staffreturn_history_staff_check CHECK ((staff >= 0))
);

ALTER TABLE ONLY public.provision_staffreturn_history FORCE ROW LEVEL SECURITY;


--
-- Name: provision_staffreturn_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.provision_staffreturn_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.provision_staffreturn_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: provision_staffreturn_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.provision_staffreturn ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.provision_staffreturn_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: provision_staffreturnline; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.provision_staffreturnline (
    id bigint NOT NULL,
    hours_a_week numeric(4,2) NOT NULL,
    role character varying(80) NOT NULL,
    qualification_level smallint,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    staff_return_id bigint NOT NULL,
    CONSTRAINT provision_staffreturnline_qualification_level_check CHECK ((qualification_level >= 0))
);

ALTER TABLE ONLY public.provision_staffreturnline FORCE ROW LEVEL SECURITY;


--
-- Name: provision_staffreturnline_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.provision_staffreturnline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.provision_staffreturnline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: provision_staffreturnreminder; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.provision_staffreturnreminder (
    id bigint NOT NULL,
    sent_on date NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    period_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    sent_by_id bigint NOT NULL
);

ALTER TABLE ONLY public.provision_staffreturnreminder FORCE ROW LEVEL SECURITY;


--
-- Name: provision_staffreturnreminder_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.provision_staffreturnreminder ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.provision_staffreturnreminder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: provision_vacancy; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.provision_vacancy (
    id bigint NOT NULL,
    age_band character varying(16) NOT NULL,
    session character varying(16) NOT NULL,
    places smallint NOT NULL,
    from_on date,
    note character varying(200) NOT NULL,
    confirmed_on date NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    confirmed_by_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    CONSTRAINT provision_vacancy_has_places CHECK ((places > 0)),
    CONSTRAINT provision_vacancy_places_check CHECK ((places >= 0))
);

ALTER TABLE ONLY public.provision_vacancy FORCE ROW LEVEL SECURITY;


--
-- Name: provision_vacancy_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.provision_vacancy_history (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    age_band character varying(16) NOT NULL,
    session character varying(16) NOT NULL,
    places smallint NOT NULL,
    from_on date,
    note character varying(200) NOT NULL,
    confirmed_on date NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    confirmed_by_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    CONSTRAINT provision_vacancy_history_places_check CHECK ((places >= 0))
);

ALTER TABLE ONLY public.provision_vacancy_history FORCE ROW LEVEL SECURITY;


--
-- Name: provision_vacancy_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.provision_vacancy_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.provision_vacancy_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: provision_vacancy_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.provision_vacancy ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.provision_vacancy_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: reorganisation_plannedleader; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.reorganisation_plannedleader (
    id bigint NOT NULL,
    manner character varying(10) NOT NULL,
    ends_on date,
    officers_decision text NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    user_id bigint NOT NULL,
    member_id bigint NOT NULL
);

ALTER TABLE ONLY public.reorganisation_plannedleader FORCE ROW LEVEL SECURITY;


--
-- Name: reorganisation_plannedleader_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.reorganisation_plannedleader ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reorganisation_plannedleader_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: reorganisation_plannedmember; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.reorganisation_plannedmember (
    id bigint NOT NULL,
    leaves boolean NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    membership_id bigint NOT NULL,
    successor_id bigint,
    plan_id bigint NOT NULL
);

ALTER TABLE ONLY public.reorganisation_plannedmember FORCE ROW LEVEL SECURITY;


--
-- Name: reorganisation_plannedmember_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.reorganisation_plannedmember ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reorganisation_plannedmember_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: reorganisation_plannedsuccessor; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.reorganisation_plannedsuccessor (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint,
    district_id bigint,
    plan_id bigint NOT NULL
);

ALTER TABLE ONLY public.reorganisation_plannedsuccessor FORCE ROW LEVEL SECURITY;


--
-- Name: reorganisation_plannedsuccessor_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.reorganisation_plannedsuccessor ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reorganisation_plannedsuccessor_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: reorganisation_reorganisation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.reorganisation_reorganisation (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    state character varying(10) NOT NULL,
    reason text NOT NULL,
    takes_effect_on date,
    met_leaders_on date,
    met_words text NOT NULL,
    records_holder character varying(200) NOT NULL,
    balance_words text NOT NULL,
    copies_ways_of_working boolean NOT NULL,
    started_at timestamp with time zone NOT NULL,
    done_at timestamp with time zone,
    version integer NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    done_by_id bigint,
    started_by_id bigint NOT NULL,
    CONSTRAINT reorganisation_reorganisation_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.reorganisation_reorganisation FORCE ROW LEVEL SECURITY;


--
-- Name: reorganisation_reorganisation_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.reorganisation_reorganisation_history (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    state character varying(10) NOT NULL,
    reason text NOT NULL,
    takes_effect_on date,
    met_leaders_on date,
    met_words text NOT NULL,
    records_holder character varying(200) NOT NULL,
    balance_words text NOT NULL,
    copies_ways_of_working boolean CONSTRAINT reorganisation_reorganisation_h_copies_ways_of_working_not_null NOT NULL,
    started_at timestamp with time zone NOT NULL,
    done_at timestamp with time zone,
    version integer NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    done_by_id bigint,
    pgh_obj_id bigint NOT NULL,
    started_by_id bigint NOT NULL,
    CONSTRAINT reorganisation_reorganisation_history_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.reorganisation_reorganisation_history FORCE ROW LEVEL SECURITY;


--
-- Name: reorganisation_reorganisation_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.reorganisation_reorganisation_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reorganisation_reorganisation_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: reorganisation_reorganisation_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.reorganisation_reorganisation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reorganisation_reorganisation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: reorganisation_reorganisationsource; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.reorganisation_reorganisationsource (
    id bigint NOT NULL,
    state_before character varying(20) NOT NULL,
    is_open boolean NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    plan_id bigint NOT NULL
);

ALTER TABLE ONLY public.reorganisation_reorganisationsource FORCE ROW LEVEL SECURITY;


--
-- Name: reorganisation_reorganisationsource_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.reorganisation_reorganisationsource ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reorganisation_reorganisationsource_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: socialaccount_socialaccount; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.socialaccount_socialaccount (
    id integer NOT NULL,
    provider character varying(200) NOT NULL,
    uid character varying(191) NOT NULL,
    last_login timestamp with time zone NOT NULL,
    date_joined timestamp with time zone NOT NULL,
    extra_data jsonb NOT NULL,
    user_id bigint NOT NULL
);


--
-- Name: socialaccount_socialaccount_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.socialaccount_socialaccount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialaccount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: socialaccount_socialapp; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.socialaccount_socialapp (
    id integer NOT NULL,
    provider character varying(30) NOT NULL,
    name character varying(40) NOT NULL,
    client_id character varying(191) NOT NULL,
    secret character varying(191) NOT NULL,
    key character varying(191) NOT NULL,
    provider_id character varying(200) NOT NULL,
    settings jsonb NOT NULL
);


--
-- Name: socialaccount_socialapp_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.socialaccount_socialapp ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialapp_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: socialaccount_socialtoken; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.socialaccount_socialtoken (
    id integer NOT NULL,
    token text NOT NULL,
    token_secret text NOT NULL,
    expires_at timestamp with time zone,
    account_id integer NOT NULL,
    app_id integer
);


--
-- Name: socialaccount_socialtoken_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.socialaccount_socialtoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialtoken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: support_message; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.support_message (
    id bigint NOT NULL,
    subject character varying(120) NOT NULL,
    text text NOT NULL,
    audience character varying(60) NOT NULL,
    about text NOT NULL,
    sent_at timestamp with time zone,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    job_id bigint,
    sent_by_id bigint NOT NULL,
    all_collaborations boolean NOT NULL,
    collaboration_ids jsonb NOT NULL,
    of_group_id bigint,
    person_ids jsonb NOT NULL,
    setting_ids jsonb NOT NULL,
    written_at timestamp with time zone,
    CONSTRAINT support_message_sent_by_a_job CHECK ((((job_id IS NULL) AND (sent_at IS NULL)) OR ((job_id IS NOT NULL) AND (sent_at IS NOT NULL))))
);

ALTER TABLE ONLY public.support_message FORCE ROW LEVEL SECURITY;


--
-- Name: support_message_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.support_message ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.support_message_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: support_messagecopy; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.support_messagecopy (
    id bigint NOT NULL,
    sent_at timestamp with time zone,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    message_id bigint NOT NULL,
    user_id bigint NOT NULL,
    group_names text NOT NULL,
    left_out_at timestamp with time zone,
    refused_at timestamp with time zone,
    setting_names text NOT NULL
);

ALTER TABLE ONLY public.support_messagecopy FORCE ROW LEVEL SECURITY;


--
-- Name: support_messagecopy_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.support_messagecopy ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.support_messagecopy_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: support_messagefile; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.support_messagefile (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    file_id bigint NOT NULL,
    message_id bigint NOT NULL
);

ALTER TABLE ONLY public.support_messagefile FORCE ROW LEVEL SECURITY;


--
-- Name: support_messagefile_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.support_messagefile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.support_messagefile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: support_messagetemplate; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.support_messagetemplate (
    id bigint NOT NULL,
    name character varying(60) NOT NULL,
    subject character varying(120) NOT NULL,
    text text NOT NULL,
    for_team boolean NOT NULL,
    kept_at timestamp with time zone NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    person_id bigint NOT NULL
);

ALTER TABLE ONLY public.support_messagetemplate FORCE ROW LEVEL SECURITY;


--
-- Name: support_messagetemplate_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.support_messagetemplate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.support_messagetemplate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: support_referral; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.support_referral (
    id bigint NOT NULL,
    words text NOT NULL,
    state character varying(12) NOT NULL,
    outcome_words text NOT NULL,
    referred_at timestamp with time zone NOT NULL,
    ended_on date,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    referred_by_id bigint NOT NULL
);

ALTER TABLE ONLY public.support_referral FORCE ROW LEVEL SECURITY;


--
-- Name: support_referral_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.support_referral_history (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    words text NOT NULL,
    state character varying(12) NOT NULL,
    outcome_words text NOT NULL,
    referred_at timestamp with time zone NOT NULL,
    ended_on date,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    referred_by_id bigint NOT NULL
);

ALTER TABLE ONLY public.support_referral_history FORCE ROW LEVEL SECURITY;


--
-- Name: support_referral_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.support_referral_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.support_referral_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: support_referral_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.support_referral ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.support_referral_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: support_supportrequest; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.support_supportrequest (
    id bigint NOT NULL,
    kind character varying(16) NOT NULL,
    wanted_on date,
    place character varying(200) NOT NULL,
    words text NOT NULL,
    state character varying(12) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    answer text NOT NULL,
    answered_by_id bigint,
    asked_by_id bigint NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    officer_id bigint,
    person_id bigint,
    provider_id bigint
);

ALTER TABLE ONLY public.support_supportrequest FORCE ROW LEVEL SECURITY;


--
-- Name: support_supportrequest_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.support_supportrequest_history (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    kind character varying(16) NOT NULL,
    wanted_on date,
    place character varying(200) NOT NULL,
    words text NOT NULL,
    state character varying(12) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    answer text NOT NULL,
    answered_by_id bigint,
    asked_by_id bigint NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    officer_id bigint,
    pgh_obj_id bigint NOT NULL,
    person_id bigint,
    provider_id bigint
);

ALTER TABLE ONLY public.support_supportrequest_history FORCE ROW LEVEL SECURITY;


--
-- Name: support_supportrequest_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.support_supportrequest_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.support_supportrequest_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: support_supportrequest_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.support_supportrequest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.support_supportrequest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: usersessions_usersession; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.usersessions_usersession (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ip inet NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    session_key character varying(40) NOT NULL,
    user_agent character varying(200) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL
);


--
-- Name: usersessions_usersession_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.usersessions_usersession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.usersessions_usersession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: ways_of_working_review; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ways_of_working_review (
    id bigint NOT NULL,
    clock character varying(12) NOT NULL,
    due_on date NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    done_on date,
    words text NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    done_by_id bigint
);

ALTER TABLE ONLY public.ways_of_working_review FORCE ROW LEVEL SECURITY;


--
-- Name: ways_of_working_review_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ways_of_working_review_history (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    clock character varying(12) NOT NULL,
    due_on date NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    done_on date,
    words text NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    done_by_id bigint,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE ONLY public.ways_of_working_review_history FORCE ROW LEVEL SECURITY;


--
-- Name: ways_of_working_review_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.ways_of_working_review_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ways_of_working_review_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: ways_of_working_review_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.ways_of_working_review ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ways_of_working_review_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: ways_of_working_termsanswer; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ways_of_working_termsanswer (
    id bigint NOT NULL,
    answer character varying(10) NOT NULL,
    words text NOT NULL,
    answered_at timestamp with time zone NOT NULL,
    answered_by_id bigint NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    membership_id bigint NOT NULL,
    ways_id bigint NOT NULL,
    CONSTRAINT ways_of_working_change_in_words CHECK (((NOT ((answer)::text = 'change'::text)) OR (NOT (words = ''::text))))
);

ALTER TABLE ONLY public.ways_of_working_termsanswer FORCE ROW LEVEL SECURITY;


--
-- Name: ways_of_working_termsanswer_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ways_of_working_termsanswer_history (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    answer character varying(10) NOT NULL,
    words text NOT NULL,
    answered_at timestamp with time zone NOT NULL,
    answered_by_id bigint NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    membership_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    ways_id bigint NOT NULL
);

ALTER TABLE ONLY public.ways_of_working_termsanswer_history FORCE ROW LEVEL SECURITY;


--
-- Name: ways_of_working_termsanswer_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.ways_of_working_termsanswer_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ways_of_working_termsanswer_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: ways_of_working_termsanswer_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.ways_of_working_termsanswer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ways_of_working_termsanswer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: ways_of_working_termsreminder; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ways_of_working_termsreminder (
    id bigint NOT NULL,
    sent_on date NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    membership_id bigint NOT NULL,
    sent_by_id bigint,
    ways_id bigint NOT NULL
);

ALTER TABLE ONLY public.ways_of_working_termsreminder FORCE ROW LEVEL SECURITY;


--
-- Name: ways_of_working_termsreminder_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.ways_of_working_termsreminder ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ways_of_working_termsreminder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: ways_of_working_termsreply; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ways_of_working_termsreply (
    id bigint NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    answer_id bigint NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    by_id bigint NOT NULL
);

ALTER TABLE ONLY public.ways_of_working_termsreply FORCE ROW LEVEL SECURITY;


--
-- Name: ways_of_working_termsreply_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.ways_of_working_termsreply ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ways_of_working_termsreply_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: ways_of_working_termssection; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ways_of_working_termssection (
    id bigint NOT NULL,
    key character varying(20) NOT NULL,
    "position" smallint NOT NULL,
    title character varying(120) NOT NULL,
    is_used boolean NOT NULL,
    texts jsonb NOT NULL,
    "values" jsonb NOT NULL,
    edition integer NOT NULL,
    edited_at timestamp with time zone,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    edited_by_id bigint,
    ways_id bigint NOT NULL,
    CONSTRAINT ways_of_working_termssection_edition_check CHECK ((edition >= 0)),
    CONSTRAINT ways_of_working_termssection_position_check CHECK (("position" >= 0))
);

ALTER TABLE ONLY public.ways_of_working_termssection FORCE ROW LEVEL SECURITY;


--
-- Name: ways_of_working_termssection_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.ways_of_working_termssection ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ways_of_working_termssection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: ways_of_working_termstemplate; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ways_of_working_termstemplate (
    id bigint NOT NULL,
    version integer NOT NULL,
    state character varying(10) NOT NULL,
    in_force_from date,
    note text NOT NULL,
    texts jsonb NOT NULL,
    "values" jsonb NOT NULL,
    published_at timestamp with time zone,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    published_by_id bigint,
    started_by_id bigint,
    CONSTRAINT ways_of_working_published_template_dated CHECK ((((state)::text = 'draft'::text) OR ((in_force_from IS NOT NULL) AND (published_at IS NOT NULL)))),
    CONSTRAINT ways_of_working_termstemplate_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.ways_of_working_termstemplate FORCE ROW LEVEL SECURITY;


--
-- Name: ways_of_working_termstemplate_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ways_of_working_termstemplate_history (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    version integer NOT NULL,
    state character varying(10) NOT NULL,
    in_force_from date,
    note text NOT NULL,
    texts jsonb NOT NULL,
    "values" jsonb NOT NULL,
    published_at timestamp with time zone,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    published_by_id bigint,
    started_by_id bigint,
    CONSTRAINT ways_of_working_termstemplate_history_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.ways_of_working_termstemplate_history FORCE ROW LEVEL SECURITY;


--
-- Name: ways_of_working_termstemplate_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.ways_of_working_termstemplate_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ways_of_working_termstemplate_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: ways_of_working_termstemplate_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.ways_of_working_termstemplate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ways_of_working_termstemplate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: ways_of_working_waysofworking; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ways_of_working_waysofworking (
    id bigint NOT NULL,
    version integer NOT NULL,
    state character varying(12) NOT NULL,
    is_material boolean NOT NULL,
    change_words text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    circulated_at timestamp with time zone,
    answer_by_on date,
    adopted_on date,
    decision text NOT NULL,
    superseded_on date,
    record jsonb NOT NULL,
    adopted_by_id bigint,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    before_id bigint,
    circulated_by_id bigint,
    collaboration_id bigint NOT NULL,
    document_id bigint,
    started_by_id bigint NOT NULL,
    template_id bigint,
    CONSTRAINT ways_of_working_adopted_terms_say_how CHECK (((NOT ((state)::text = ANY ((ARRAY['adopted'::character varying, 'superseded'::character varying])::text[]))) OR ((adopted_on IS NOT NULL) AND (NOT (decision = ''::text))))),
    CONSTRAINT ways_of_working_waysofworking_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.ways_of_working_waysofworking FORCE ROW LEVEL SECURITY;


--
-- Name: ways_of_working_waysofworking_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ways_of_working_waysofworking_history (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    version integer NOT NULL,
    state character varying(12) NOT NULL,
    is_material boolean NOT NULL,
    change_words text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    circulated_at timestamp with time zone,
    answer_by_on date,
    adopted_on date,
    decision text NOT NULL,
    superseded_on date,
    record jsonb NOT NULL,
    adopted_by_id bigint,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    before_id bigint,
    circulated_by_id bigint,
    collaboration_id bigint NOT NULL,
    document_id bigint,
    pgh_obj_id bigint NOT NULL,
    started_by_id bigint NOT NULL,
    template_id bigint,
    CONSTRAINT ways_of_working_waysofworking_history_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.ways_of_working_waysofworking_history FORCE ROW LEVEL SECURITY;


--
-- Name: ways_of_working_waysofworking_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.ways_of_working_waysofworking_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ways_of_working_waysofworking_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: ways_of_working_waysofworking_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.ways_of_working_waysofworking ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ways_of_working_waysofworking_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: ofsted_stagedgone_copied; Type: TABLE ATTACH; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_stagedgone ATTACH PARTITION public.ofsted_stagedgone_copied DEFAULT;


--
-- Name: ofsted_stagedinspection_copied; Type: TABLE ATTACH; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_stagedinspection ATTACH PARTITION public.ofsted_stagedinspection_copied DEFAULT;


--
-- Name: ofsted_stagedsetting_copied; Type: TABLE ATTACH; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_stagedsetting ATTACH PARTITION public.ofsted_stagedsetting_copied DEFAULT;


--
-- Data for Name: account_emailaddress; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.account_emailaddress (id, email, verified, "primary", user_id) FROM stdin;
\.


--
-- Data for Name: account_emailconfirmation; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.account_emailconfirmation (id, created, sent, key, email_address_id) FROM stdin;
\.


--
-- Data for Name: accounts_accountnotice; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts_accountnotice (id, kind, email, at, detail, authority_id, user_id) FROM stdin;
\.


--
-- Data for Name: accounts_affiliation; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts_affiliation (id, since, user_id, authority_id, locked_at, locked_by_id, news_off_at, merged_into_id) FROM stdin;
\.


--
-- Data for Name: accounts_attemptcount; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts_attemptcount (key, number, last_at) FROM stdin;
\.


--
-- Data for Name: accounts_authority; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts_authority (id, name, slug, is_active, team_name, brand_colour, contact_email, contact_phone, postal_address, website, accessibility_email, accessibility_tested_on, data_protection_email, privacy_notice_url, public_page, joining_words, social_care_phone, out_of_hours_phone, designated_officer_phone, safeguarding_url, second_factor_for_all) FROM stdin;
\.


--
-- Data for Name: accounts_correction; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts_correction (id, full_name, email, reason, proposed_at, expires_at, state, answered_at, authority_id, proposed_by_id, into_id, user_id) FROM stdin;
\.


--
-- Data for Name: accounts_decision; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts_decision (id, kind, what, starts_on, reason, at, authority_id, by_id, user_id) FROM stdin;
\.


--
-- Data for Name: accounts_personinvitation; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts_personinvitation (id, email, full_name, state, sent_at, answered_at, authority_id, invited_by_id, user_id) FROM stdin;
\.


--
-- Data for Name: accounts_roleappointment; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts_roleappointment (id, role, starts_on, ends_on, appointed_by_id, authority_id, user_id) FROM stdin;
\.


--
-- Data for Name: accounts_roleappointment_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts_roleappointment_history (pgh_created_at, pgh_label, pgh_id, pgh_context, id, role, starts_on, ends_on, appointed_by_id, authority_id, pgh_obj_id, user_id) FROM stdin;
\.


--
-- Data for Name: accounts_securityevent; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts_securityevent (id, at, kind, address_hash, client, route, request_id, authority_id, person_id) FROM stdin;
\.


--
-- Data for Name: accounts_tasklink; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts_tasklink (id, purpose, about_id, email, made_at, expires_at, used_at, withdrawn_at, authority_id, user_id) FROM stdin;
\.


--
-- Data for Name: accounts_user; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts_user (id, password, email, full_name, is_active, is_platform_operator, joined_at, invited_to_id, claim_by, session_epoch, search_key_off) FROM stdin;
\.


--
-- Data for Name: accounts_user_groups; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts_user_groups (id, user_id, group_id) FROM stdin;
\.


--
-- Data for Name: accounts_user_user_permissions; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts_user_user_permissions (id, user_id, permission_id) FROM stdin;
\.


--
-- Data for Name: audit_entry; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.audit_entry (id, at, by_name, action, about_type, about_id, about_name, sentence, facts, is_confidential, authority_id, by_id) FROM stdin;
\.


--
-- Data for Name: audit_seal; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.audit_seal (id, at, first_entry_id, last_entry_id, entries, previous, value, authority_id, digest_version) FROM stdin;
\.


--
-- Data for Name: auth_group; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.auth_group (id, name) FROM stdin;
\.


--
-- Data for Name: auth_group_permissions; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.auth_group_permissions (id, group_id, permission_id) FROM stdin;
\.


--
-- Data for Name: auth_permission; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.auth_permission (id, name, content_type_id, codename) FROM stdin;
1	Can add leadership case	1	add_leadershipcase
2	Can change leadership case	1	change_leadershipcase
3	Can delete leadership case	1	delete_leadershipcase
4	Can view leadership case	1	view_leadershipcase
5	Can see every leadership case	1	view_all_cases
6	Can assign a leadership case	1	assign_leadershipcase
7	Can add leadership case history	2	add_leadershipcasehistory
8	Can change leadership case history	2	change_leadershipcasehistory
9	Can delete leadership case history	2	delete_leadershipcasehistory
10	Can view leadership case history	2	view_leadershipcasehistory
11	Can add open case count	3	add_opencasecount
12	Can change open case count	3	change_opencasecount
13	Can delete open case count	3	delete_opencasecount
14	Can view open case count	3	view_opencasecount
15	Can add sweep	4	add_sweep
16	Can change sweep	4	change_sweep
17	Can delete sweep	4	delete_sweep
18	Can view sweep	4	view_sweep
19	Can add unpublished outcome	5	add_unpublishedoutcome
20	Can change unpublished outcome	5	change_unpublishedoutcome
21	Can delete unpublished outcome	5	delete_unpublishedoutcome
22	Can view unpublished outcome	5	view_unpublishedoutcome
23	Can add case grant	6	add_casegrant
24	Can change case grant	6	change_casegrant
25	Can delete case grant	6	delete_casegrant
26	Can view case grant	6	view_casegrant
27	Can add message	7	add_message
28	Can change message	7	change_message
29	Can delete message	7	delete_message
30	Can view message	7	view_message
31	Can add referral	8	add_referral
32	Can change referral	8	change_referral
33	Can delete referral	8	delete_referral
34	Can view referral	8	view_referral
35	Can add referral history	9	add_referralhistory
36	Can change referral history	9	change_referralhistory
37	Can delete referral history	9	delete_referralhistory
38	Can view referral history	9	view_referralhistory
39	Can add request for support	10	add_supportrequest
40	Can change request for support	10	change_supportrequest
41	Can delete request for support	10	delete_supportrequest
42	Can view request for support	10	view_supportrequest
43	Can add support request history	11	add_supportrequesthistory
44	Can change support request history	11	change_supportrequesthistory
45	Can delete support request history	11	delete_supportrequesthistory
46	Can view support request history	11	view_supportrequesthistory
47	Can add message copy	12	add_messagecopy
48	Can change message copy	12	change_messagecopy
49	Can delete message copy	12	delete_messagecopy
50	Can view message copy	12	view_messagecopy
51	Can add file of a message	13	add_messagefile
52	Can change file of a message	13	change_messagefile
53	Can delete file of a message	13	delete_messagefile
54	Can view file of a message	13	view_messagefile
55	Can add template of a message	14	add_messagetemplate
56	Can change template of a message	14	change_messagetemplate
57	Can delete template of a message	14	delete_messagetemplate
58	Can view template of a message	14	view_messagetemplate
59	Can add division or merger	15	add_reorganisation
60	Can change division or merger	15	change_reorganisation
61	Can delete division or merger	15	delete_reorganisation
62	Can view division or merger	15	view_reorganisation
63	Can add planned successor	16	add_plannedsuccessor
64	Can change planned successor	16	change_plannedsuccessor
65	Can delete planned successor	16	delete_plannedsuccessor
66	Can view planned successor	16	view_plannedsuccessor
67	Can add planned member	17	add_plannedmember
68	Can change planned member	17	change_plannedmember
69	Can delete planned member	17	delete_plannedmember
70	Can view planned member	17	view_plannedmember
71	Can add reorganisation history	18	add_reorganisationhistory
72	Can change reorganisation history	18	change_reorganisationhistory
73	Can delete reorganisation history	18	delete_reorganisationhistory
74	Can view reorganisation history	18	view_reorganisationhistory
75	Can add reorganisation source	19	add_reorganisationsource
76	Can change reorganisation source	19	change_reorganisationsource
77	Can delete reorganisation source	19	delete_reorganisationsource
78	Can view reorganisation source	19	view_reorganisationsource
79	Can add planned leader	20	add_plannedleader
80	Can change planned leader	20	change_plannedleader
81	Can delete planned leader	20	delete_plannedleader
82	Can view planned leader	20	view_plannedleader
83	Can add spreadsheet of collaborations	21	add_sheetimport
84	Can change spreadsheet of collaborations	21	change_sheetimport
85	Can delete spreadsheet of collaborations	21	delete_sheetimport
86	Can view spreadsheet of collaborations	21	view_sheetimport
87	Can load collaborations from a spreadsheet	21	import_collaborations
88	Can add sheet line	22	add_sheetline
89	Can change sheet line	22	change_sheetline
90	Can delete sheet line	22	delete_sheetline
91	Can view sheet line	22	view_sheetline
92	Can add item of an agenda	23	add_agendaitem
93	Can change item of an agenda	23	change_agendaitem
94	Can delete item of an agenda	23	delete_agendaitem
95	Can view item of an agenda	23	view_agendaitem
96	Can add meeting	24	add_meeting
97	Can change meeting	24	change_meeting
98	Can delete meeting	24	delete_meeting
99	Can view meeting	24	view_meeting
100	Can add mark	25	add_attendancemark
101	Can change mark	25	change_attendancemark
102	Can delete mark	25	delete_attendancemark
103	Can view mark	25	view_attendancemark
104	Can add attendance	26	add_attendance
105	Can change attendance	26	change_attendance
106	Can delete attendance	26	delete_attendance
107	Can view attendance	26	view_attendance
108	Can add answer to a meeting	27	add_answer
109	Can change answer to a meeting	27	change_answer
110	Can delete answer to a meeting	27	delete_answer
111	Can view answer to a meeting	27	view_answer
112	Can add agenda item history	28	add_agendaitemhistory
113	Can change agenda item history	28	change_agendaitemhistory
114	Can delete agenda item history	28	delete_agendaitemhistory
115	Can view agenda item history	28	view_agendaitemhistory
116	Can add meeting history	29	add_meetinghistory
117	Can change meeting history	29	change_meetinghistory
118	Can delete meeting history	29	delete_meetinghistory
119	Can view meeting history	29	view_meetinghistory
120	Can add somebody else present	30	add_otherpresent
121	Can change somebody else present	30	change_otherpresent
122	Can delete somebody else present	30	delete_otherpresent
123	Can view somebody else present	30	view_otherpresent
124	Can add paper	31	add_paper
125	Can change paper	31	change_paper
126	Can delete paper	31	delete_paper
127	Can view paper	31	view_paper
128	Can add sending of papers	32	add_paperssent
129	Can change sending of papers	32	change_paperssent
130	Can delete sending of papers	32	delete_paperssent
131	Can view sending of papers	32	view_paperssent
132	Can add guest	33	add_guest
133	Can change guest	33	change_guest
134	Can delete guest	33	delete_guest
135	Can view guest	33	view_guest
136	Can add plan action history	34	add_planactionhistory
137	Can change plan action history	34	change_planactionhistory
138	Can delete plan action history	34	delete_planactionhistory
139	Can view plan action history	34	view_planactionhistory
140	Can add development plan	35	add_developmentplan
141	Can change development plan	35	change_developmentplan
142	Can delete development plan	35	delete_developmentplan
143	Can view development plan	35	view_developmentplan
144	Can add development plan history	36	add_developmentplanhistory
145	Can change development plan history	36	change_developmentplanhistory
146	Can delete development plan history	36	delete_developmentplanhistory
147	Can view development plan history	36	view_developmentplanhistory
148	Can add objective	37	add_objective
149	Can change objective	37	change_objective
150	Can delete objective	37	delete_objective
151	Can view objective	37	view_objective
152	Can add objective history	38	add_objectivehistory
153	Can change objective history	38	change_objectivehistory
154	Can delete objective history	38	delete_objectivehistory
155	Can view objective history	38	view_objectivehistory
156	Can add action	39	add_planaction
157	Can change action	39	change_planaction
158	Can delete action	39	delete_planaction
159	Can view action	39	view_planaction
160	Can add document of a group	40	add_groupdocument
161	Can change document of a group	40	change_groupdocument
162	Can delete document of a group	40	delete_groupdocument
163	Can view document of a group	40	view_groupdocument
164	Can add document version	41	add_documentversion
165	Can change document version	41	change_documentversion
166	Can delete document version	41	delete_documentversion
167	Can view document version	41	view_documentversion
168	Can add document reader	42	add_documentreader
169	Can change document reader	42	change_documentreader
170	Can delete document reader	42	delete_documentreader
171	Can view document reader	42	view_documentreader
172	Can add group document history	43	add_groupdocumenthistory
173	Can change group document history	43	change_groupdocumenthistory
174	Can delete group document history	43	delete_groupdocumenthistory
175	Can view group document history	43	view_groupdocumenthistory
176	Can add document opening	44	add_documentopening
177	Can change document opening	44	change_documentopening
178	Can delete document opening	44	delete_documentopening
179	Can view document opening	44	view_documentopening
180	Can add library visit	45	add_libraryvisit
181	Can change library visit	45	change_libraryvisit
182	Can delete library visit	45	delete_libraryvisit
183	Can view library visit	45	view_libraryvisit
184	Can add review	46	add_review
185	Can change review	46	change_review
186	Can delete review	46	delete_review
187	Can view review	46	view_review
188	Can add review history	47	add_reviewhistory
189	Can change review history	47	change_reviewhistory
190	Can delete review history	47	delete_reviewhistory
191	Can view review history	47	view_reviewhistory
192	Can add answer to ways of working	48	add_termsanswer
193	Can change answer to ways of working	48	change_termsanswer
194	Can delete answer to ways of working	48	delete_termsanswer
195	Can view answer to ways of working	48	view_termsanswer
196	Can add terms reply	49	add_termsreply
197	Can change terms reply	49	change_termsreply
198	Can delete terms reply	49	delete_termsreply
199	Can view terms reply	49	view_termsreply
200	Can add template of ways of working	50	add_termstemplate
201	Can change template of ways of working	50	change_termstemplate
202	Can delete template of ways of working	50	delete_termstemplate
203	Can view template of ways of working	50	view_termstemplate
204	Can publish a template of ways of working	50	publish_termstemplate
205	Can add terms template history	51	add_termstemplatehistory
206	Can change terms template history	51	change_termstemplatehistory
207	Can delete terms template history	51	delete_termstemplatehistory
208	Can view terms template history	51	view_termstemplatehistory
209	Can add ways of working	52	add_waysofworking
210	Can change ways of working	52	change_waysofworking
211	Can delete ways of working	52	delete_waysofworking
212	Can view ways of working	52	view_waysofworking
213	Can add terms section	53	add_termssection
214	Can change terms section	53	change_termssection
215	Can delete terms section	53	delete_termssection
216	Can view terms section	53	view_termssection
217	Can add terms reminder	54	add_termsreminder
218	Can change terms reminder	54	change_termsreminder
219	Can delete terms reminder	54	delete_termsreminder
220	Can view terms reminder	54	view_termsreminder
221	Can add terms answer history	55	add_termsanswerhistory
222	Can change terms answer history	55	change_termsanswerhistory
223	Can delete terms answer history	55	delete_termsanswerhistory
224	Can view terms answer history	55	view_termsanswerhistory
225	Can add ways of working history	56	add_waysofworkinghistory
226	Can change ways of working history	56	change_waysofworkinghistory
227	Can delete ways of working history	56	delete_waysofworkinghistory
228	Can view ways of working history	56	view_waysofworkinghistory
229	Can add delivery partnership	57	add_deliverypartnership
230	Can change delivery partnership	57	change_deliverypartnership
231	Can delete delivery partnership	57	delete_deliverypartnership
232	Can view delivery partnership	57	view_deliverypartnership
233	Can add delivery partner	58	add_deliverypartner
234	Can change delivery partner	58	change_deliverypartner
235	Can delete delivery partner	58	delete_deliverypartner
236	Can view delivery partner	58	view_deliverypartner
237	Can add delivery partnership history	59	add_deliverypartnershiphistory
238	Can change delivery partnership history	59	change_deliverypartnershiphistory
239	Can delete delivery partnership history	59	delete_deliverypartnershiphistory
240	Can view delivery partnership history	59	view_deliverypartnershiphistory
241	Can add consent to be named	60	add_publicconsent
242	Can change consent to be named	60	change_publicconsent
243	Can delete consent to be named	60	delete_publicconsent
244	Can view consent to be named	60	view_publicconsent
245	Can add public consent history	61	add_publicconsenthistory
246	Can change public consent history	61	change_publicconsenthistory
247	Can delete public consent history	61	delete_publicconsenthistory
248	Can view public consent history	61	view_publicconsenthistory
249	Can add staff return period	62	add_returnperiod
250	Can change staff return period	62	change_returnperiod
251	Can delete staff return period	62	delete_returnperiod
252	Can view staff return period	62	view_returnperiod
253	Can add return period history	63	add_returnperiodhistory
254	Can change return period history	63	change_returnperiodhistory
255	Can delete return period history	63	delete_returnperiodhistory
256	Can view return period history	63	view_returnperiodhistory
257	Can add staff return	64	add_staffreturn
258	Can change staff return	64	change_staffreturn
259	Can delete staff return	64	delete_staffreturn
260	Can view staff return	64	view_staffreturn
261	Can add staff return history	65	add_staffreturnhistory
262	Can change staff return history	65	change_staffreturnhistory
263	Can delete staff return history	65	delete_staffreturnhistory
264	Can view staff return history	65	view_staffreturnhistory
265	Can add staff return line	66	add_staffreturnline
266	Can change staff return line	66	change_staffreturnline
267	Can delete staff return line	66	delete_staffreturnline
268	Can view staff return line	66	view_staffreturnline
269	Can add staff return reminder	67	add_staffreturnreminder
270	Can change staff return reminder	67	change_staffreturnreminder
271	Can delete staff return reminder	67	delete_staffreturnreminder
272	Can view staff return reminder	67	view_staffreturnreminder
273	Can add vacancy	68	add_vacancy
274	Can change vacancy	68	change_vacancy
275	Can delete vacancy	68	delete_vacancy
276	Can view vacancy	68	view_vacancy
277	Can add vacancy history	69	add_vacancyhistory
278	Can change vacancy history	69	change_vacancyhistory
279	Can delete vacancy history	69	delete_vacancyhistory
280	Can view vacancy history	69	view_vacancyhistory
281	Can add application history	70	add_applicationhistory
282	Can change application history	70	change_applicationhistory
283	Can delete application history	70	delete_applicationhistory
284	Can view application history	70	view_applicationhistory
285	Can add concern about conduct	71	add_conductconcern
286	Can change concern about conduct	71	change_conductconcern
287	Can delete concern about conduct	71	delete_conductconcern
288	Can view concern about conduct	71	view_conductconcern
289	Can add conduct concern history	72	add_conductconcernhistory
290	Can change conduct concern history	72	change_conductconcernhistory
291	Can delete conduct concern history	72	delete_conductconcernhistory
292	Can view conduct concern history	72	view_conductconcernhistory
293	Can add conduct step	73	add_conductstep
294	Can change conduct step	73	change_conductstep
295	Can delete conduct step	73	delete_conductstep
296	Can view conduct step	73	view_conductstep
297	Can add covered count	74	add_coveredcount
298	Can change covered count	74	change_coveredcount
299	Can delete covered count	74	delete_coveredcount
300	Can view covered count	74	view_coveredcount
301	Can add hand-over	75	add_handover
302	Can change hand-over	75	change_handover
303	Can delete hand-over	75	delete_handover
304	Can view hand-over	75	view_handover
305	Can add hand over history	76	add_handoverhistory
306	Can change hand over history	76	change_handoverhistory
307	Can delete hand over history	76	delete_handoverhistory
308	Can view hand over history	76	view_handoverhistory
309	Can add invitation	77	add_invitation
310	Can change invitation	77	change_invitation
311	Can delete invitation	77	delete_invitation
312	Can view invitation	77	view_invitation
313	Can add invitation history	78	add_invitationhistory
314	Can change invitation history	78	change_invitationhistory
315	Can delete invitation history	78	delete_invitationhistory
316	Can view invitation history	78	view_invitationhistory
317	Can add leader	79	add_leaderappointment
318	Can change leader	79	change_leaderappointment
319	Can delete leader	79	delete_leaderappointment
320	Can view leader	79	view_leaderappointment
321	Can appoint leaders	79	appoint_leader
322	Can add leader appointment history	80	add_leaderappointmenthistory
323	Can change leader appointment history	80	change_leaderappointmenthistory
324	Can delete leader appointment history	80	delete_leaderappointmenthistory
325	Can view leader appointment history	80	view_leaderappointmenthistory
326	Can add led count	81	add_ledcount
327	Can change led count	81	change_ledcount
328	Can delete led count	81	delete_ledcount
329	Can view led count	81	view_ledcount
330	Can add member	82	add_membership
331	Can change member	82	change_membership
332	Can delete member	82	delete_membership
333	Can view member	82	view_membership
334	Can add membership history	83	add_membershiphistory
335	Can change membership history	83	change_membershiphistory
336	Can delete membership history	83	delete_membershiphistory
337	Can view membership history	83	view_membershiphistory
338	Can add office holder	84	add_officeholder
339	Can change office holder	84	change_officeholder
340	Can delete office holder	84	delete_officeholder
341	Can view office holder	84	view_officeholder
342	Can add office holder history	85	add_officeholderhistory
343	Can change office holder history	85	change_officeholderhistory
344	Can delete office holder history	85	delete_officeholderhistory
345	Can view office holder history	85	view_officeholderhistory
346	Can add person of a setting	86	add_settingrole
347	Can change person of a setting	86	change_settingrole
348	Can delete person of a setting	86	delete_settingrole
349	Can view person of a setting	86	view_settingrole
350	Can add setting role history	87	add_settingrolehistory
351	Can change setting role history	87	change_settingrolehistory
352	Can delete setting role history	87	delete_settingrolehistory
353	Can view setting role history	87	view_settingrolehistory
354	Can add confirmation that staff know	88	add_stafftold
355	Can change confirmation that staff know	88	change_stafftold
356	Can delete confirmation that staff know	88	delete_stafftold
357	Can view confirmation that staff know	88	view_stafftold
358	Can add application	89	add_application
359	Can change application	89	change_application
360	Can delete application	89	delete_application
361	Can view application	89	view_application
362	Can add contact of a person	90	add_personcontact
363	Can change contact of a person	90	change_personcontact
364	Can delete contact of a person	90	delete_personcontact
365	Can view contact of a person	90	view_personcontact
366	Can add person contact history	91	add_personcontacthistory
367	Can change person contact history	91	change_personcontacthistory
368	Can delete person contact history	91	delete_personcontacthistory
369	Can view person contact history	91	view_personcontacthistory
370	Can add collaboration count	92	add_collaborationcount
371	Can change collaboration count	92	change_collaborationcount
372	Can delete collaboration count	92	delete_collaborationcount
373	Can view collaboration count	92	view_collaborationcount
374	Can add collaboration grant	93	add_collaborationgrant
375	Can change collaboration grant	93	change_collaborationgrant
376	Can delete collaboration grant	93	delete_collaborationgrant
377	Can view collaboration grant	93	view_collaborationgrant
378	Can add collaboration history	94	add_collaborationhistory
379	Can change collaboration history	94	change_collaborationhistory
380	Can delete collaboration history	94	delete_collaborationhistory
381	Can view collaboration history	94	view_collaborationhistory
382	Can add first meeting	95	add_firstmeeting
383	Can change first meeting	95	change_firstmeeting
384	Can delete first meeting	95	delete_firstmeeting
385	Can view first meeting	95	view_firstmeeting
386	Can add first meeting history	96	add_firstmeetinghistory
387	Can change first meeting history	96	change_firstmeetinghistory
388	Can delete first meeting history	96	delete_firstmeetinghistory
389	Can view first meeting history	96	view_firstmeetinghistory
390	Can add lineage	97	add_lineage
391	Can change lineage	97	change_lineage
392	Can delete lineage	97	delete_lineage
393	Can view lineage	97	view_lineage
394	Can add move	98	add_statechange
395	Can change move	98	change_statechange
396	Can delete move	98	delete_statechange
397	Can view move	98	view_statechange
398	Can add collaboration	99	add_collaboration
399	Can change collaboration	99	change_collaboration
400	Can delete collaboration	99	delete_collaboration
401	Can view collaboration	99	view_collaboration
402	Can lead the collaboration	99	lead_collaboration
403	Can do the collaboration's daily work	99	run_collaboration
404	Can add inspection history	100	add_inspectionhistory
405	Can change inspection history	100	change_inspectionhistory
406	Can delete inspection history	100	delete_inspectionhistory
407	Can view inspection history	100	view_inspectionhistory
408	Can add leading policy	101	add_leadingpolicy
409	Can change leading policy	101	change_leadingpolicy
410	Can delete leading policy	101	delete_leadingpolicy
411	Can view leading policy	101	view_leadingpolicy
412	Can adopt a version of the leading policy	101	adopt_leadingpolicy
413	Can add leading policy history	102	add_leadingpolicyhistory
414	Can change leading policy history	102	change_leadingpolicyhistory
415	Can delete leading policy history	102	delete_leadingpolicyhistory
416	Can view leading policy history	102	view_leadingpolicyhistory
417	Can add row of a load	103	add_plannedrow
418	Can change row of a load	103	change_plannedrow
419	Can delete row of a load	103	delete_plannedrow
420	Can view row of a load	103	view_plannedrow
421	Can add register name	104	add_registername
422	Can change register name	104	change_registername
423	Can delete register name	104	delete_registername
424	Can view register name	104	view_registername
425	Can add load of Ofsted's file	105	add_importrun
426	Can change load of Ofsted's file	105	change_importrun
427	Can delete load of Ofsted's file	105	delete_importrun
428	Can view load of Ofsted's file	105	view_importrun
429	Can load Ofsted's file into the register	105	import_register
430	Can add inspection	106	add_inspection
431	Can change inspection	106	change_inspection
432	Can delete inspection	106	delete_inspection
433	Can view inspection	106	view_inspection
434	Can add link between schools	107	add_schoollink
435	Can change link between schools	107	change_schoollink
436	Can delete link between schools	107	delete_schoollink
437	Can view link between schools	107	view_schoollink
438	Can add school link history	108	add_schoollinkhistory
439	Can change school link history	108	change_schoollinkhistory
440	Can delete school link history	108	delete_schoollinkhistory
441	Can view school link history	108	view_schoollinkhistory
442	Can add district	109	add_district
443	Can change district	109	change_district
444	Can delete district	109	delete_district
445	Can view district	109	view_district
446	Can add outline of a district	110	add_districtoutline
447	Can change outline of a district	110	change_districtoutline
448	Can delete outline of a district	110	delete_districtoutline
449	Can view outline of a district	110	view_districtoutline
450	Can add listed count	111	add_listedcount
451	Can change listed count	111	change_listedcount
452	Can delete listed count	111	delete_listedcount
453	Can view listed count	111	view_listedcount
454	Can add setting	112	add_provider
455	Can change setting	112	change_provider
456	Can delete setting	112	delete_provider
457	Can view setting	112	view_provider
458	Can see a childminder's address	112	view_private_address
459	Can do a setting's own tasks	112	manage_provider
460	Can link a setting to the one it took over from	112	link_provider
461	Can add provider grant	113	add_providergrant
462	Can change provider grant	113	change_providergrant
463	Can delete provider grant	113	delete_providergrant
464	Can view provider grant	113	view_providergrant
465	Can add provider history	114	add_providerhistory
466	Can change provider history	114	change_providerhistory
467	Can delete provider history	114	delete_providerhistory
468	Can view provider history	114	view_providerhistory
469	Can add other number	115	add_provideridentity
470	Can change other number	115	change_provideridentity
471	Can delete other number	115	delete_provideridentity
472	Can view other number	115	view_provideridentity
473	Can add take-over	116	add_successionlink
474	Can change take-over	116	change_successionlink
475	Can delete take-over	116	delete_successionlink
476	Can view take-over	116	view_successionlink
477	Can add succession link history	117	add_successionlinkhistory
478	Can change succession link history	117	change_successionlinkhistory
479	Can delete succession link history	117	delete_successionlinkhistory
480	Can view succession link history	117	view_successionlinkhistory
481	Can add contact of a setting	118	add_settingcontact
482	Can change contact of a setting	118	change_settingcontact
483	Can delete contact of a setting	118	delete_settingcontact
484	Can view contact of a setting	118	view_settingcontact
485	Can add setting contact history	119	add_settingcontacthistory
486	Can change setting contact history	119	change_settingcontacthistory
487	Can delete setting contact history	119	delete_settingcontacthistory
488	Can view setting contact history	119	view_settingcontacthistory
489	Can add job	120	add_job
490	Can change job	120	change_job
491	Can delete job	120	delete_job
492	Can view job	120	view_job
493	Can add message to be sent	121	add_outboxmessage
494	Can change message to be sent	121	change_outboxmessage
495	Can delete message to be sent	121	delete_outboxmessage
496	Can view message to be sent	121	view_outboxmessage
497	Can add file	122	add_storedfile
498	Can change file	122	change_storedfile
499	Can delete file	122	delete_storedfile
500	Can view file	122	view_storedfile
501	Can add export	123	add_exportrun
502	Can change export	123	change_exportrun
503	Can delete export	123	delete_exportrun
504	Can view export	123	view_exportrun
505	Can add backup	124	add_backup
506	Can change backup	124	change_backup
507	Can delete backup	124	delete_backup
508	Can view backup	124	view_backup
509	Can add saved list	125	add_keptlist
510	Can change saved list	125	change_keptlist
511	Can delete saved list	125	delete_keptlist
512	Can view saved list	125	view_keptlist
513	Can add selection	126	add_selection
514	Can change selection	126	change_selection
515	Can delete selection	126	delete_selection
516	Can view selection	126	view_selection
517	Can add email sent	127	add_sentemail
518	Can change email sent	127	change_sentemail
519	Can delete email sent	127	delete_sentemail
520	Can view email sent	127	view_sentemail
521	Can add audit entry	128	add_entry
522	Can change audit entry	128	change_entry
523	Can delete audit entry	128	delete_entry
524	Can view audit entry	128	view_entry
525	Can add seal	129	add_seal
526	Can change seal	129	change_seal
527	Can delete seal	129	delete_seal
528	Can view seal	129	view_seal
529	Can add local authority	130	add_authority
530	Can change local authority	130	change_authority
531	Can delete local authority	130	delete_authority
532	Can view local authority	130	view_authority
533	Can add person	131	add_user
534	Can change person	131	change_user
535	Can delete person	131	delete_user
536	Can view person	131	view_user
537	Can add affiliation	132	add_affiliation
538	Can change affiliation	132	change_affiliation
539	Can delete affiliation	132	delete_affiliation
540	Can view affiliation	132	view_affiliation
541	Can add role	133	add_roleappointment
542	Can change role	133	change_roleappointment
543	Can delete role	133	delete_roleappointment
544	Can view role	133	view_roleappointment
545	Can add role appointment history	134	add_roleappointmenthistory
546	Can change role appointment history	134	change_roleappointmenthistory
547	Can delete role appointment history	134	delete_roleappointmenthistory
548	Can view role appointment history	134	view_roleappointmenthistory
549	Can add task link	135	add_tasklink
550	Can change task link	135	change_tasklink
551	Can delete task link	135	delete_tasklink
552	Can view task link	135	view_tasklink
553	Can add person invitation	136	add_personinvitation
554	Can change person invitation	136	change_personinvitation
555	Can delete person invitation	136	delete_personinvitation
556	Can view person invitation	136	view_personinvitation
557	Can add account notice	137	add_accountnotice
558	Can change account notice	137	change_accountnotice
559	Can delete account notice	137	delete_accountnotice
560	Can view account notice	137	view_accountnotice
561	Can add attempt count	138	add_attemptcount
562	Can change attempt count	138	change_attemptcount
563	Can delete attempt count	138	delete_attemptcount
564	Can view attempt count	138	view_attemptcount
565	Can add security event	139	add_securityevent
566	Can change security event	139	change_securityevent
567	Can delete security event	139	delete_securityevent
568	Can view security event	139	view_securityevent
569	Can add correction	140	add_correction
570	Can change correction	140	change_correction
571	Can delete correction	140	delete_correction
572	Can view correction	140	view_correction
573	Can add decision	141	add_decision
574	Can change decision	141	change_decision
575	Can delete decision	141	delete_decision
576	Can view decision	141	view_decision
577	Can add log entry	142	add_logentry
578	Can change log entry	142	change_logentry
579	Can delete log entry	142	delete_logentry
580	Can view log entry	142	view_logentry
581	Can add permission	143	add_permission
582	Can change permission	143	change_permission
583	Can delete permission	143	delete_permission
584	Can view permission	143	view_permission
585	Can add group	144	add_group
586	Can change group	144	change_group
587	Can delete group	144	delete_group
588	Can view group	144	view_group
589	Can add content type	145	add_contenttype
590	Can change content type	145	change_contenttype
591	Can delete content type	145	delete_contenttype
592	Can view content type	145	view_contenttype
593	Can add session	146	add_session
594	Can change session	146	change_session
595	Can delete session	146	delete_session
596	Can view session	146	view_session
597	Can add email address	147	add_emailaddress
598	Can change email address	147	change_emailaddress
599	Can delete email address	147	delete_emailaddress
600	Can view email address	147	view_emailaddress
601	Can add email confirmation	148	add_emailconfirmation
602	Can change email confirmation	148	change_emailconfirmation
603	Can delete email confirmation	148	delete_emailconfirmation
604	Can view email confirmation	148	view_emailconfirmation
605	Can add authenticator	149	add_authenticator
606	Can change authenticator	149	change_authenticator
607	Can delete authenticator	149	delete_authenticator
608	Can view authenticator	149	view_authenticator
609	Can add social account	150	add_socialaccount
610	Can change social account	150	change_socialaccount
611	Can delete social account	150	delete_socialaccount
612	Can view social account	150	view_socialaccount
613	Can add social application	151	add_socialapp
614	Can change social application	151	change_socialapp
615	Can delete social application	151	delete_socialapp
616	Can view social application	151	view_socialapp
617	Can add social application token	152	add_socialtoken
618	Can change social application token	152	change_socialtoken
619	Can delete social application token	152	delete_socialtoken
620	Can view social application token	152	view_socialtoken
621	Can add user session	153	add_usersession
622	Can change user session	153	change_usersession
623	Can delete user session	153	delete_usersession
624	Can view user session	153	view_usersession
625	Can add group object permission	154	add_groupobjectpermission
626	Can change group object permission	154	change_groupobjectpermission
627	Can delete group object permission	154	delete_groupobjectpermission
628	Can view group object permission	154	view_groupobjectpermission
629	Can add user object permission	155	add_userobjectpermission
630	Can change user object permission	155	change_userobjectpermission
631	Can delete user object permission	155	delete_userobjectpermission
632	Can view user object permission	155	view_userobjectpermission
633	Can add context	156	add_context
634	Can change context	156	change_context
635	Can delete context	156	delete_context
636	Can view context	156	view_context
637	Can add events	157	add_events
638	Can change events	157	change_events
639	Can delete events	157	delete_events
640	Can view events	157	view_events
641	Can add middleware events	158	add_middlewareevents
642	Can change middleware events	158	change_middlewareevents
643	Can delete middleware events	158	delete_middlewareevents
644	Can view middleware events	158	view_middlewareevents
\.


--
-- Data for Name: collaborations_collaboration; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.collaborations_collaboration (id, name, kind, state, is_virtual, purpose, started_on, closed_on, asked_by, enquiry, terms_adopted_on, first_version_adopted_on, authority_id, district_id) FROM stdin;
\.


--
-- Data for Name: collaborations_collaboration_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.collaborations_collaboration_history (pgh_created_at, pgh_label, pgh_id, pgh_context, id, name, kind, state, is_virtual, purpose, started_on, closed_on, asked_by, enquiry, terms_adopted_on, first_version_adopted_on, authority_id, district_id, pgh_obj_id) FROM stdin;
\.


--
-- Data for Name: collaborations_collaborationcount; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.collaborations_collaborationcount (id, change, district_id, state, authority_id) FROM stdin;
\.


--
-- Data for Name: collaborations_collaborationgrant; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.collaborations_collaborationgrant (id, starts_on, ends_on, is_exceptional, authority_id, content_object_id, permission_id, user_id) FROM stdin;
\.


--
-- Data for Name: collaborations_firstmeeting; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.collaborations_firstmeeting (id, held_on, place, notes, authority_id, collaboration_id, facilitated_by_id) FROM stdin;
\.


--
-- Data for Name: collaborations_firstmeeting_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.collaborations_firstmeeting_history (pgh_created_at, pgh_label, pgh_id, pgh_context, id, held_on, place, notes, authority_id, collaboration_id, facilitated_by_id, pgh_obj_id) FROM stdin;
\.


--
-- Data for Name: collaborations_lineage; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.collaborations_lineage (id, "on", authority_id, earlier_id, later_id) FROM stdin;
\.


--
-- Data for Name: collaborations_statechange; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.collaborations_statechange (id, from_state, to_state, "on", words, at, authority_id, by_id, collaboration_id) FROM stdin;
\.


--
-- Data for Name: development_developmentplan; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.development_developmentplan (id, title, starts_on, ends_on, state, evaluation, authority_id, collaboration_id) FROM stdin;
\.


--
-- Data for Name: development_developmentplan_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.development_developmentplan_history (pgh_created_at, pgh_label, pgh_id, pgh_context, id, title, starts_on, ends_on, state, evaluation, authority_id, collaboration_id, pgh_obj_id) FROM stdin;
\.


--
-- Data for Name: development_objective; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.development_objective (id, "position", aim, data_behind, success_measure, evaluation, authority_id, plan_id) FROM stdin;
\.


--
-- Data for Name: development_objective_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.development_objective_history (pgh_created_at, pgh_label, pgh_id, pgh_context, id, "position", aim, data_behind, success_measure, evaluation, authority_id, pgh_obj_id, plan_id) FROM stdin;
\.


--
-- Data for Name: development_planaction; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.development_planaction (id, what, due_on, cost_pence, done_on, authority_id, objective_id, owner_id, done_words, person_id) FROM stdin;
\.


--
-- Data for Name: development_planaction_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.development_planaction_history (pgh_created_at, pgh_label, pgh_id, pgh_context, id, what, due_on, cost_pence, done_on, authority_id, objective_id, owner_id, pgh_obj_id, done_words, person_id) FROM stdin;
\.


--
-- Data for Name: django_admin_log; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.django_admin_log (id, action_time, object_id, object_repr, action_flag, change_message, content_type_id, user_id) FROM stdin;
\.


--
-- Data for Name: django_content_type; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.django_content_type (id, app_label, model) FROM stdin;
1	leadership	leadershipcase
2	leadership	leadershipcasehistory
3	leadership	opencasecount
4	leadership	sweep
5	leadership	unpublishedoutcome
6	leadership	casegrant
7	support	message
8	support	referral
9	support	referralhistory
10	support	supportrequest
11	support	supportrequesthistory
12	support	messagecopy
13	support	messagefile
14	support	messagetemplate
15	reorganisation	reorganisation
16	reorganisation	plannedsuccessor
17	reorganisation	plannedmember
18	reorganisation	reorganisationhistory
19	reorganisation	reorganisationsource
20	reorganisation	plannedleader
21	exchange	sheetimport
22	exchange	sheetline
23	meetings	agendaitem
24	meetings	meeting
25	meetings	attendancemark
26	meetings	attendance
27	meetings	answer
28	meetings	agendaitemhistory
29	meetings	meetinghistory
30	meetings	otherpresent
31	meetings	paper
32	meetings	paperssent
33	meetings	guest
34	development	planactionhistory
35	development	developmentplan
36	development	developmentplanhistory
37	development	objective
38	development	objectivehistory
39	development	planaction
40	library	groupdocument
41	library	documentversion
42	library	documentreader
43	library	groupdocumenthistory
44	library	documentopening
45	library	libraryvisit
46	ways_of_working	review
47	ways_of_working	reviewhistory
48	ways_of_working	termsanswer
49	ways_of_working	termsreply
50	ways_of_working	termstemplate
51	ways_of_working	termstemplatehistory
52	ways_of_working	waysofworking
53	ways_of_working	termssection
54	ways_of_working	termsreminder
55	ways_of_working	termsanswerhistory
56	ways_of_working	waysofworkinghistory
57	provision	deliverypartnership
58	provision	deliverypartner
59	provision	deliverypartnershiphistory
60	provision	publicconsent
61	provision	publicconsenthistory
62	provision	returnperiod
63	provision	returnperiodhistory
64	provision	staffreturn
65	provision	staffreturnhistory
66	provision	staffreturnline
67	provision	staffreturnreminder
68	provision	vacancy
69	provision	vacancyhistory
70	memberships	applicationhistory
71	memberships	conductconcern
72	memberships	conductconcernhistory
73	memberships	conductstep
74	memberships	coveredcount
75	memberships	handover
76	memberships	handoverhistory
77	memberships	invitation
78	memberships	invitationhistory
79	memberships	leaderappointment
80	memberships	leaderappointmenthistory
81	memberships	ledcount
82	memberships	membership
83	memberships	membershiphistory
84	memberships	officeholder
85	memberships	officeholderhistory
86	memberships	settingrole
87	memberships	settingrolehistory
88	memberships	stafftold
89	memberships	application
90	memberships	personcontact
91	memberships	personcontacthistory
92	collaborations	collaborationcount
93	collaborations	collaborationgrant
94	collaborations	collaborationhistory
95	collaborations	firstmeeting
96	collaborations	firstmeetinghistory
97	collaborations	lineage
98	collaborations	statechange
99	collaborations	collaboration
100	ofsted	inspectionhistory
101	ofsted	leadingpolicy
102	ofsted	leadingpolicyhistory
103	ofsted	plannedrow
104	ofsted	registername
105	ofsted	importrun
106	ofsted	inspection
107	ofsted	schoollink
108	ofsted	schoollinkhistory
109	providers	district
110	providers	districtoutline
111	providers	listedcount
112	providers	provider
113	providers	providergrant
114	providers	providerhistory
115	providers	provideridentity
116	providers	successionlink
117	providers	successionlinkhistory
118	providers	settingcontact
119	providers	settingcontacthistory
120	documents	job
121	documents	outboxmessage
122	documents	storedfile
123	documents	exportrun
124	documents	backup
125	documents	keptlist
126	documents	selection
127	documents	sentemail
128	audit	entry
129	audit	seal
130	accounts	authority
131	accounts	user
132	accounts	affiliation
133	accounts	roleappointment
134	accounts	roleappointmenthistory
135	accounts	tasklink
136	accounts	personinvitation
137	accounts	accountnotice
138	accounts	attemptcount
139	accounts	securityevent
140	accounts	correction
141	accounts	decision
142	admin	logentry
143	auth	permission
144	auth	group
145	contenttypes	contenttype
146	sessions	session
147	account	emailaddress
148	account	emailconfirmation
149	mfa	authenticator
150	socialaccount	socialaccount
151	socialaccount	socialapp
152	socialaccount	socialtoken
153	usersessions	usersession
154	guardian	groupobjectpermission
155	guardian	userobjectpermission
156	pghistory	context
157	pghistory	events
158	pghistory	middlewareevents
\.


--
-- Data for Name: django_migrations; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.django_migrations (id, app, name, applied) FROM stdin;
1	contenttypes	0001_initial	2026-11-30 02:19:36.188868+00
2	contenttypes	0002_remove_content_type_name	2026-11-30 02:19:36.191161+00
3	auth	0001_initial	2026-11-30 02:19:36.20248+00
4	auth	0002_alter_permission_name_max_length	2026-11-30 02:19:36.204509+00
5	auth	0003_alter_user_email_max_length	2026-11-30 02:19:36.206508+00
6	auth	0004_alter_user_username_opts	2026-11-30 02:19:36.208509+00
7	auth	0005_alter_user_last_login_null	2026-11-30 02:19:36.210475+00
8	auth	0006_require_contenttypes_0002	2026-11-30 02:19:36.210865+00
9	auth	0007_alter_validators_add_error_messages	2026-11-30 02:19:36.213413+00
10	auth	0008_alter_user_username_max_length	2026-11-30 02:19:36.215293+00
11	auth	0009_alter_user_last_name_max_length	2026-11-30 02:19:36.217168+00
12	auth	0010_alter_group_name_max_length	2026-11-30 02:19:36.219449+00
13	auth	0011_update_proxy_permissions	2026-11-30 02:19:36.22121+00
14	auth	0012_alter_user_first_name_max_length	2026-11-30 02:19:36.222955+00
15	accounts	0001_initial	2026-11-30 02:19:36.298489+00
16	account	0001_initial	2026-11-30 02:19:36.313052+00
17	account	0002_email_max_length	2026-11-30 02:19:36.3188+00
18	account	0003_alter_emailaddress_create_unique_verified_email	2026-11-30 02:19:36.327593+00
19	account	0004_alter_emailaddress_drop_unique_email	2026-11-30 02:19:36.334142+00
20	account	0005_emailaddress_idx_upper_email	2026-11-30 02:19:36.3394+00
21	account	0006_emailaddress_lower	2026-11-30 02:19:36.346265+00
22	account	0007_emailaddress_idx_email	2026-11-30 02:19:36.355125+00
23	account	0008_emailaddress_unique_primary_email_fixup	2026-11-30 02:19:36.361682+00
24	account	0009_emailaddress_unique_primary_email	2026-11-30 02:19:36.366523+00
25	accounts	0002_isolation	2026-11-30 02:19:36.369676+00
26	accounts	0003_invited_people	2026-11-30 02:19:36.504146+00
27	accounts	0004_isolation_of_invitations	2026-11-30 02:19:36.505482+00
28	accounts	0005_sessions_locks_and_notices	2026-11-30 02:19:36.567233+00
29	accounts	0006_isolation_of_notices	2026-11-30 02:19:36.568537+00
30	accounts	0007_security_events	2026-11-30 02:19:36.581748+00
31	accounts	0008_names_in_order	2026-11-30 02:19:36.597906+00
32	accounts	0009_malware_events	2026-11-30 02:19:36.603899+00
33	accounts	0010_last_days	2026-11-30 02:19:36.615755+00
34	accounts	0011_news_by_email	2026-11-30 02:19:36.621938+00
35	accounts	0012_the_search_key	2026-11-30 02:19:36.628439+00
36	accounts	0013_blocking_and_corrections	2026-11-30 02:19:36.659614+00
37	accounts	0014_isolation_of_decisions	2026-11-30 02:19:36.662129+00
38	admin	0001_initial	2026-11-30 02:19:36.674097+00
39	admin	0002_logentry_remove_auto_add	2026-11-30 02:19:36.681573+00
40	admin	0003_logentry_add_action_flag_choices	2026-11-30 02:19:36.689205+00
41	audit	0001_initial	2026-11-30 02:19:36.712425+00
42	audit	0002_isolation	2026-11-30 02:19:36.714863+00
43	audit	0003_seal_digest_version	2026-11-30 02:19:36.722014+00
44	audit	0004_audit_log_named	2026-11-30 02:19:36.730529+00
45	providers	0001_initial	2026-11-30 02:19:37.318682+00
46	providers	0002_isolation	2026-11-30 02:19:37.333663+00
47	providers	0003_unknown_register_flags	2026-11-30 02:19:37.400088+00
48	providers	0004_registration_status	2026-11-30 02:19:37.490025+00
49	providers	0005_names_in_order	2026-11-30 02:19:37.621148+00
50	collaborations	0001_initial	2026-11-30 02:19:38.521763+00
51	collaborations	0002_isolation	2026-11-30 02:19:38.536369+00
52	collaborations	0003_names_in_order	2026-11-30 02:19:38.719132+00
53	collaborations	0004_one_name_for_one_thing	2026-11-30 02:19:38.779273+00
54	development	0001_initial	2026-11-30 02:19:39.310501+00
55	development	0002_isolation	2026-11-30 02:19:39.319323+00
56	development	0003_last_days	2026-11-30 02:19:39.485435+00
57	development	0004_action_of_a_person	2026-11-30 02:19:39.636784+00
58	documents	0001_initial	2026-11-30 02:19:39.932765+00
59	documents	0002_isolation	2026-11-30 02:19:39.941432+00
60	documents	0003_backup	2026-11-30 02:19:39.943886+00
61	documents	0004_kept_lists	2026-11-30 02:19:39.995777+00
62	documents	0005_isolation_of_kept_lists	2026-11-30 02:19:39.998192+00
63	documents	0006_sent_emails	2026-11-30 02:19:40.025663+00
64	documents	0007_isolation_of_sent_emails	2026-11-30 02:19:40.027033+00
65	exchange	0001_initial	2026-11-30 02:19:40.128478+00
66	exchange	0002_isolation	2026-11-30 02:19:40.133259+00
67	exchange	0003_account_questions_and_sheets	2026-11-30 02:19:40.444146+00
68	exchange	0004_one_wording_of_states	2026-11-30 02:19:40.467438+00
69	guardian	0001_initial	2026-11-30 02:19:40.545862+00
70	guardian	0002_generic_permissions_index	2026-11-30 02:19:40.569048+00
71	guardian	0003_remove_groupobjectpermission_guardian_gr_content_ae6aec_idx_and_more	2026-11-30 02:19:40.762826+00
72	ofsted	0001_initial	2026-11-30 02:19:41.852942+00
73	ofsted	0002_isolation	2026-11-30 02:19:41.86389+00
74	memberships	0001_initial	2026-11-30 02:19:48.272885+00
75	memberships	0002_isolation	2026-11-30 02:19:48.311213+00
76	leadership	0001_initial	2026-11-30 02:19:50.575834+00
77	leadership	0002_isolation	2026-11-30 02:19:50.587331+00
78	library	0001_initial	2026-11-30 02:19:51.363686+00
79	library	0002_isolation	2026-11-30 02:19:51.373578+00
80	library	0003_names_in_order	2026-11-30 02:19:51.415744+00
81	library	0004_visits_to_documents	2026-11-30 02:19:51.462753+00
82	library	0005_isolation_of_visits	2026-11-30 02:19:51.46524+00
83	providers	0006_agency_reference	2026-11-30 02:19:51.654893+00
84	providers	0007_contacts_of_settings	2026-11-30 02:19:51.836796+00
85	providers	0008_isolation_of_contacts	2026-11-30 02:19:51.844019+00
86	memberships	0003_names_in_order	2026-11-30 02:19:52.109789+00
87	memberships	0004_last_days	2026-11-30 02:19:52.620633+00
88	memberships	0005_one_name_for_one_thing	2026-11-30 02:19:52.706511+00
89	memberships	0006_contacts_of_people	2026-11-30 02:19:53.062373+00
90	memberships	0007_isolation_of_contacts	2026-11-30 02:19:53.065055+00
91	meetings	0001_initial	2026-11-30 02:19:55.275679+00
92	meetings	0002_isolation	2026-11-30 02:19:55.302231+00
93	memberships	0008_leads_of_a_person	2026-11-30 02:19:55.466781+00
94	mfa	0001_initial	2026-11-30 02:19:55.51907+00
95	mfa	0002_authenticator_timestamps	2026-11-30 02:19:55.590852+00
96	mfa	0003_authenticator_type_uniq	2026-11-30 02:19:55.8185+00
97	ofsted	0003_staging	2026-11-30 02:19:55.828908+00
98	ofsted	0004_account_and_remarks	2026-11-30 02:19:56.183517+00
99	ofsted	0005_state_of_loads	2026-11-30 02:19:57.261219+00
100	ofsted	0006_names_in_order	2026-11-30 02:19:57.308269+00
101	ofsted	0007_kinds_of_file	2026-11-30 02:19:58.156579+00
102	ofsted	0008_school_links	2026-11-30 02:19:58.608995+00
103	pghistory	0001_initial	2026-11-30 02:19:58.611833+00
104	pghistory	0002_aggregateevent	2026-11-30 02:19:58.613326+00
105	pghistory	0003_auto_20201023_1636	2026-11-30 02:19:58.615417+00
106	pghistory	0004_auto_20220906_1625	2026-11-30 02:19:58.783654+00
107	pghistory	0005_events_middlewareevents	2026-11-30 02:19:58.78633+00
108	pghistory	0006_delete_aggregateevent	2026-11-30 02:19:58.787149+00
109	pghistory	0007_auto_20250421_0444	2026-11-30 02:19:58.838972+00
110	provision	0001_initial	2026-11-30 02:20:02.150053+00
111	provision	0002_isolation	2026-11-30 02:20:02.175561+00
112	provision	0003_last_days	2026-11-30 02:20:02.285982+00
113	provision	0004_one_name_for_one_thing	2026-11-30 02:20:02.343417+00
114	reorganisation	0001_initial	2026-11-30 02:20:03.449436+00
115	reorganisation	0002_isolation	2026-11-30 02:20:03.466706+00
116	reorganisation	0003_names_in_order	2026-11-30 02:20:03.715971+00
117	reorganisation	0004_last_days	2026-11-30 02:20:03.77481+00
118	sessions	0001_initial	2026-11-30 02:20:03.77914+00
119	socialaccount	0001_initial	2026-11-30 02:20:04.080099+00
120	socialaccount	0002_token_max_lengths	2026-11-30 02:20:04.132493+00
121	socialaccount	0003_extra_data_default_dict	2026-11-30 02:20:04.175206+00
122	socialaccount	0004_app_provider_id_settings	2026-11-30 02:20:04.223754+00
123	socialaccount	0005_socialtoken_nullable_app	2026-11-30 02:20:04.288598+00
124	socialaccount	0006_alter_socialaccount_extra_data	2026-11-30 02:20:04.450307+00
125	support	0001_initial	2026-11-30 02:20:05.779975+00
126	support	0002_isolation	2026-11-30 02:20:05.793336+00
127	support	0003_kinds_of_request	2026-11-30 02:20:07.140752+00
128	support	0004_isolation_of_requests	2026-11-30 02:20:07.143549+00
129	support	0005_invitations_to_send	2026-11-30 02:20:07.274585+00
130	support	0006_drafts_files_and_templates_of_messages	2026-11-30 02:20:09.713702+00
131	support	0007_isolation_of_messages	2026-11-30 02:20:09.720734+00
132	usersessions	0001_initial	2026-11-30 02:20:09.791672+00
133	ways_of_working	0001_initial	2026-11-30 02:20:13.957848+00
134	ways_of_working	0002_isolation	2026-11-30 02:20:13.984474+00
135	ways_of_working	0003_names_in_order	2026-11-30 02:20:14.053921+00
136	ways_of_working	0004_last_days	2026-11-30 02:20:14.189183+00
\.


--
-- Data for Name: django_session; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.django_session (session_key, session_data, expire_date) FROM stdin;
\.


--
-- Data for Name: documents_backup; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.documents_backup (id, ended_at, name, size) FROM stdin;
\.


--
-- Data for Name: documents_exportrun; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.documents_exportrun (id, identifier, title, format, filters, requested_at, authority_id, requested_by_id, job_id, file_id) FROM stdin;
\.


--
-- Data for Name: documents_job; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.documents_job (id, kind, title, state, done, total, message, log, result, url, created_at, started_at, ended_at, authority_id, started_by_id) FROM stdin;
\.


--
-- Data for Name: documents_keptlist; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.documents_keptlist (id, list_name, name, query, for_team, columns, size, kept_at, authority_id, person_id) FROM stdin;
\.


--
-- Data for Name: documents_outboxmessage; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.documents_outboxmessage (id, authority_id, task, ids, created_at, sent_at) FROM stdin;
\.


--
-- Data for Name: documents_selection; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.documents_selection (id, ids, made_at, authority_id, person_id) FROM stdin;
\.


--
-- Data for Name: documents_sentemail; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.documents_sentemail (id, kind, subject, reference, at, was_refused, authority_id, person_id) FROM stdin;
\.


--
-- Data for Name: documents_storedfile; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.documents_storedfile (id, name, content_type, size, sha256, storage_key, purpose, fingerprint, uploaded_at, authority_id, uploaded_by_id) FROM stdin;
\.


--
-- Data for Name: exchange_sheetimport; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.exchange_sheetimport (id, file_name, counts, digest, problem, started_at, loaded_at, state, authority_id, file_id, job_id, loaded_by_id, started_by_id, account, choices, questions) FROM stdin;
\.


--
-- Data for Name: exchange_sheetline; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.exchange_sheetline (id, number, kind, result, "values", remarks, authority_id, sheet_id, place, tab) FROM stdin;
\.


--
-- Data for Name: guardian_groupobjectpermission; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.guardian_groupobjectpermission (id, object_pk, content_type_id, group_id, permission_id) FROM stdin;
\.


--
-- Data for Name: guardian_userobjectpermission; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.guardian_userobjectpermission (id, object_pk, content_type_id, permission_id, user_id) FROM stdin;
\.


--
-- Data for Name: leadership_casegrant; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.leadership_casegrant (id, starts_on, ends_on, is_exceptional, authority_id, permission_id, user_id, content_object_id) FROM stdin;
\.


--
-- Data for Name: leadership_leadershipcase; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.leadership_leadershipcase (id, ground, reason, opened_at, nothing_found_since, closed_at, outcome, outcome_words, appointment_id, assigned_to_id, authority_id, closed_by_id, inspection_id, policy_id) FROM stdin;
\.


--
-- Data for Name: leadership_leadershipcase_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.leadership_leadershipcase_history (pgh_created_at, pgh_label, pgh_id, pgh_context, id, ground, reason, opened_at, nothing_found_since, closed_at, outcome, outcome_words, appointment_id, assigned_to_id, authority_id, closed_by_id, inspection_id, pgh_obj_id, policy_id) FROM stdin;
\.


--
-- Data for Name: leadership_opencasecount; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.leadership_opencasecount (id, change, assigned_to_id, finds_nothing, authority_id) FROM stdin;
\.


--
-- Data for Name: leadership_sweep; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.leadership_sweep (id, slot, at, leaders, opened, authority_id) FROM stdin;
\.


--
-- Data for Name: leadership_unpublishedoutcome; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.leadership_unpublishedoutcome (id, inspected_on, outcome, recorded_at, published_on, report_url, authority_id, case_id, recorded_by_id) FROM stdin;
\.


--
-- Data for Name: library_documentopening; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.library_documentopening (id, at, authority_id, user_id, version_id) FROM stdin;
\.


--
-- Data for Name: library_documentreader; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.library_documentreader (id, starts_on, ends_on, authority_id, user_id, document_id) FROM stdin;
\.


--
-- Data for Name: library_documentversion; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.library_documentversion (id, number, added_at, added_by_id, authority_id, file_id, document_id) FROM stdin;
\.


--
-- Data for Name: library_groupdocument; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.library_groupdocument (id, title, audience, copyright_note, review_on, removed_at, authority_id, collaboration_id, owner_id) FROM stdin;
\.


--
-- Data for Name: library_groupdocument_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.library_groupdocument_history (pgh_created_at, pgh_label, pgh_id, pgh_context, id, title, audience, copyright_note, review_on, removed_at, authority_id, collaboration_id, owner_id, pgh_obj_id) FROM stdin;
\.


--
-- Data for Name: library_libraryvisit; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.library_libraryvisit (id, at, before, authority_id, collaboration_id, user_id) FROM stdin;
\.


--
-- Data for Name: meetings_agendaitem; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.meetings_agendaitem (id, "position", title, purpose, words, minutes, presented_by, state, proposed_at, answer, is_standing, was_reached, authority_id, carried_from_id, proposed_by_id, proposed_for_id, meeting_id) FROM stdin;
\.


--
-- Data for Name: meetings_agendaitem_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.meetings_agendaitem_history (pgh_created_at, pgh_label, pgh_id, pgh_context, id, "position", title, purpose, words, minutes, presented_by, state, proposed_at, answer, is_standing, was_reached, authority_id, carried_from_id, pgh_obj_id, proposed_by_id, proposed_for_id, meeting_id) FROM stdin;
\.


--
-- Data for Name: meetings_answer; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.meetings_answer (id, word, at, authority_id, by_id, membership_id, meeting_id) FROM stdin;
\.


--
-- Data for Name: meetings_attendance; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.meetings_attendance (id, mark, substitute, marked_at, authority_id, by_id, membership_id, meeting_id) FROM stdin;
\.


--
-- Data for Name: meetings_attendancemark; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.meetings_attendancemark (id, mark, substitute, marked_at, received_at, key, authority_id, by_id, membership_id, meeting_id) FROM stdin;
\.


--
-- Data for Name: meetings_guest; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.meetings_guest (id, name, email, words, invited_at, opens_until, withdrawn_at, answered_at, word, authority_id, invited_by_id, item_id) FROM stdin;
\.


--
-- Data for Name: meetings_meeting; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.meetings_meeting (id, kind, title, "on", starts_at, ends_at, place, access_notes, online_url, items_until, state, edition, planned_at, cancelled_because, check_in_code, check_in_until, authority_id, chaired_by_id, collaboration_id, planned_by_id) FROM stdin;
\.


--
-- Data for Name: meetings_meeting_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.meetings_meeting_history (pgh_created_at, pgh_label, pgh_id, pgh_context, id, kind, title, "on", starts_at, ends_at, place, access_notes, online_url, items_until, state, edition, planned_at, cancelled_because, check_in_code, check_in_until, authority_id, chaired_by_id, collaboration_id, pgh_obj_id, planned_by_id) FROM stdin;
\.


--
-- Data for Name: meetings_otherpresent; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.meetings_otherpresent (id, name, role, at, authority_id, by_id, meeting_id) FROM stdin;
\.


--
-- Data for Name: meetings_paper; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.meetings_paper (id, title, added_at, removed_at, added_by_id, authority_id, file_id, item_id, meeting_id, replaces_id) FROM stdin;
\.


--
-- Data for Name: meetings_paperssent; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.meetings_paperssent (id, at, days_late, contents, authority_id, by_id, meeting_id) FROM stdin;
\.


--
-- Data for Name: memberships_application; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_application (id, words, state, applied_at, decided_on, decision, applied_by_id, authority_id, collaboration_id, decided_by_id, provider_id, membership_id) FROM stdin;
\.


--
-- Data for Name: memberships_application_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_application_history (pgh_created_at, pgh_label, pgh_id, pgh_context, id, words, state, applied_at, decided_on, decision, applied_by_id, authority_id, collaboration_id, decided_by_id, pgh_obj_id, provider_id, membership_id) FROM stdin;
\.


--
-- Data for Name: memberships_conductconcern; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_conductconcern (id, raised_at, words, state, decision, authority_id, collaboration_id, raised_by_id, about_id) FROM stdin;
\.


--
-- Data for Name: memberships_conductconcern_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_conductconcern_history (pgh_created_at, pgh_label, pgh_id, pgh_context, id, raised_at, words, state, decision, authority_id, collaboration_id, pgh_obj_id, raised_by_id, about_id) FROM stdin;
\.


--
-- Data for Name: memberships_conductstep; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_conductstep (id, to_state, "on", words, at, authority_id, by_id, concern_id) FROM stdin;
\.


--
-- Data for Name: memberships_coveredcount; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_coveredcount (id, change, district_id, day, authority_id) FROM stdin;
\.


--
-- Data for Name: memberships_handover; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_handover (id, kind, what, done_on, authority_id, done_by_id, membership_id, taken_by_id) FROM stdin;
\.


--
-- Data for Name: memberships_handover_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_handover_history (pgh_created_at, pgh_label, pgh_id, pgh_context, id, kind, what, done_on, authority_id, done_by_id, pgh_obj_id, membership_id, taken_by_id) FROM stdin;
\.


--
-- Data for Name: memberships_invitation; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_invitation (id, email, full_name, words, decision, decided_on, is_vouched_for, state, sent_at, answered_at, authority_id, collaboration_id, provider_id, sent_by_id, membership_id) FROM stdin;
\.


--
-- Data for Name: memberships_invitation_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_invitation_history (pgh_created_at, pgh_label, pgh_id, pgh_context, id, email, full_name, words, decision, decided_on, is_vouched_for, state, sent_at, answered_at, authority_id, collaboration_id, pgh_obj_id, provider_id, sent_by_id, membership_id) FROM stdin;
\.


--
-- Data for Name: memberships_leaderappointment; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_leaderappointment (id, manner, starts_on, ends_on, may_lead_because, officer_decided, members_decision, authority_id, user_id, membership_id) FROM stdin;
\.


--
-- Data for Name: memberships_leaderappointment_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_leaderappointment_history (pgh_created_at, pgh_label, pgh_id, pgh_context, id, manner, starts_on, ends_on, may_lead_because, officer_decided, members_decision, authority_id, pgh_obj_id, user_id, membership_id) FROM stdin;
\.


--
-- Data for Name: memberships_ledcount; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_ledcount (id, change, district_id, state, day, authority_id) FROM stdin;
\.


--
-- Data for Name: memberships_membership; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_membership (id, joined_on, left_on, leaving_reason, meetings_held, meetings_attended, at_risk_since, authority_id, collaboration_id, continues_id, provider_id) FROM stdin;
\.


--
-- Data for Name: memberships_membership_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_membership_history (pgh_created_at, pgh_label, pgh_id, pgh_context, id, joined_on, left_on, leaving_reason, meetings_held, meetings_attended, at_risk_since, authority_id, collaboration_id, continues_id, pgh_obj_id, provider_id) FROM stdin;
\.


--
-- Data for Name: memberships_officeholder; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_officeholder (id, office, starts_on, ends_on, decision, authority_id, membership_id, user_id) FROM stdin;
\.


--
-- Data for Name: memberships_officeholder_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_officeholder_history (pgh_created_at, pgh_label, pgh_id, pgh_context, id, office, starts_on, ends_on, decision, authority_id, membership_id, pgh_obj_id, user_id) FROM stdin;
\.


--
-- Data for Name: memberships_personcontact; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_personcontact (id, telephone, wish, shown_to_groups, authority_id, user_id) FROM stdin;
\.


--
-- Data for Name: memberships_personcontact_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_personcontact_history (pgh_created_at, pgh_label, pgh_id, pgh_context, id, telephone, wish, shown_to_groups, authority_id, pgh_obj_id, user_id) FROM stdin;
\.


--
-- Data for Name: memberships_settingrole; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_settingrole (id, role, starts_on, ends_on, authority_id, provider_id, user_id) FROM stdin;
\.


--
-- Data for Name: memberships_settingrole_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_settingrole_history (pgh_created_at, pgh_label, pgh_id, pgh_context, id, role, starts_on, ends_on, authority_id, pgh_obj_id, provider_id, user_id) FROM stdin;
\.


--
-- Data for Name: memberships_stafftold; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_stafftold (id, confirmed_on, how, authority_id, confirmed_by_id, membership_id) FROM stdin;
\.


--
-- Data for Name: mfa_authenticator; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.mfa_authenticator (id, type, data, user_id, created_at, last_used_at) FROM stdin;
\.


--
-- Data for Name: ofsted_importrun; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ofsted_importrun (id, file_name, counts, digest, problem, started_at, loaded_at, state, file_sha256, layout, listed_on, others, staged, authority_id, file_id, job_id, loaded_by_id, started_by_id, accepted, account, absence, telling, kind) FROM stdin;
\.


--
-- Data for Name: ofsted_inspection; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ofsted_inspection (id, regime, inspection_number, inspected_on, published_on, visit_type, is_graded, overall, quality_of_education, behaviour_and_attitudes, personal_development, leadership_and_management, safeguarding_effective, rc_safeguarding, rc_inclusion, rc_curriculum_and_teaching, rc_achievement, rc_behaviour, rc_welfare, rc_leadership_and_governance, met, authority_id, provider_id, from_file, named_on, ruled_out_on, rc_early_years) FROM stdin;
\.


--
-- Data for Name: ofsted_inspection_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ofsted_inspection_history (pgh_created_at, pgh_label, pgh_id, pgh_context, id, regime, inspection_number, inspected_on, published_on, visit_type, is_graded, overall, quality_of_education, behaviour_and_attitudes, personal_development, leadership_and_management, safeguarding_effective, rc_safeguarding, rc_inclusion, rc_curriculum_and_teaching, rc_achievement, rc_behaviour, rc_welfare, rc_leadership_and_governance, met, authority_id, pgh_obj_id, provider_id, from_file, ruled_out_on, rc_early_years) FROM stdin;
\.


--
-- Data for Name: ofsted_leadingpolicy; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ofsted_leadingpolicy (id, version, state, cells, note, starts_on, adopted_at, edits, adopted_by_id, authority_id) FROM stdin;
\.


--
-- Data for Name: ofsted_leadingpolicy_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ofsted_leadingpolicy_history (pgh_created_at, pgh_label, pgh_id, pgh_context, id, version, state, cells, note, starts_on, adopted_at, edits, adopted_by_id, authority_id, pgh_obj_id) FROM stdin;
\.


--
-- Data for Name: ofsted_plannedrow; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ofsted_plannedrow (id, kind, line, urn, name, differences, "column", value, reason, authority_id, run_id, field, is_home) FROM stdin;
\.


--
-- Data for Name: ofsted_registername; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ofsted_registername (id, name, authority_id, kind) FROM stdin;
\.


--
-- Data for Name: ofsted_schoollink; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ofsted_schoollink (id, urn, other_urn, link_type, other_name, since, gone_since, authority_id) FROM stdin;
\.


--
-- Data for Name: ofsted_schoollink_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ofsted_schoollink_history (pgh_created_at, pgh_label, pgh_id, pgh_context, id, urn, other_urn, link_type, other_name, since, gone_since, authority_id, pgh_obj_id) FROM stdin;
\.


--
-- Data for Name: ofsted_stagedgone_copied; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ofsted_stagedgone_copied (authority_id, urn) FROM stdin;
\.


--
-- Data for Name: ofsted_stagedinspection_copied; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ofsted_stagedinspection_copied (authority_id, urn, regime, inspection_number, visit_type, inspected_on, is_graded, overall, quality_of_education, behaviour_and_attitudes, personal_development, leadership_and_management, safeguarding_effective, rc_safeguarding, rc_inclusion, rc_curriculum_and_teaching, rc_achievement, rc_behaviour, rc_welfare, rc_leadership_and_governance, met, rc_early_years) FROM stdin;
\.


--
-- Data for Name: ofsted_stagedsetting_copied; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ofsted_stagedsetting_copied (authority_id, urn, search_text, name, provider_type, provider_subtype, register_combination, registered_person_urn, registered_person_name, address_line_1, address_line_2, address_line_3, town, postcode, telephone, constituency, region, deprivation_band, on_early_years_register, on_compulsory_register, on_voluntary_register, registered_on, places, places_including_estimates, line, row_hash, registration_status) FROM stdin;
\.


--
-- Data for Name: pghistory_context; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.pghistory_context (id, created_at, updated_at, metadata) FROM stdin;
\.


--
-- Data for Name: providers_district; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.providers_district (id, name, authority_id) FROM stdin;
\.


--
-- Data for Name: providers_districtoutline; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.providers_districtoutline (id, rings, attribution, authority_id, district_id) FROM stdin;
\.


--
-- Data for Name: providers_listedcount; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.providers_listedcount (id, change, district_id, authority_id) FROM stdin;
\.


--
-- Data for Name: providers_provider; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.providers_provider (id, urn, name, provider_type, provider_subtype, register_combination, on_early_years_register, on_compulsory_register, on_voluntary_register, registered_on, registered_person_urn, registered_person_name, address_line_1, address_line_2, address_line_3, town, postcode, telephone, constituency, region, deprivation_band, places, places_including_estimates, search_text, first_listed_on, last_listed_on, unlisted_since, file_row_hash, agency_id, authority_id, district_id, file_row_on, registration_status) FROM stdin;
\.


--
-- Data for Name: providers_provider_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.providers_provider_history (pgh_created_at, pgh_label, pgh_id, pgh_context, id, urn, name, provider_type, provider_subtype, register_combination, on_early_years_register, on_compulsory_register, on_voluntary_register, registered_on, registered_person_urn, registered_person_name, address_line_1, address_line_2, address_line_3, town, postcode, telephone, constituency, region, deprivation_band, places, places_including_estimates, first_listed_on, unlisted_since, agency_id, authority_id, district_id, pgh_obj_id, registration_status) FROM stdin;
\.


--
-- Data for Name: providers_providergrant; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.providers_providergrant (id, starts_on, ends_on, is_exceptional, authority_id, content_object_id, permission_id, user_id) FROM stdin;
\.


--
-- Data for Name: providers_provideridentity; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.providers_provideridentity (id, scheme, value, authority_id, provider_id) FROM stdin;
\.


--
-- Data for Name: providers_settingcontact; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.providers_settingcontact (id, telephone, email, website, best_time, authority_id, provider_id) FROM stdin;
\.


--
-- Data for Name: providers_settingcontact_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.providers_settingcontact_history (pgh_created_at, pgh_label, pgh_id, pgh_context, id, telephone, email, website, best_time, authority_id, pgh_obj_id, provider_id) FROM stdin;
\.


--
-- Data for Name: providers_successionlink; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.providers_successionlink (id, "on", reason, authority_id, linked_by_id, new_id, old_id) FROM stdin;
\.


--
-- Data for Name: providers_successionlink_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.providers_successionlink_history (pgh_created_at, pgh_label, pgh_id, pgh_context, id, "on", reason, authority_id, linked_by_id, new_id, old_id, pgh_obj_id) FROM stdin;
\.


--
-- Data for Name: provision_deliverypartner; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.provision_deliverypartner (id, hours, authority_id, provider_id, partnership_id) FROM stdin;
\.


--
-- Data for Name: provision_deliverypartnership; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.provision_deliverypartnership (id, model, lead_hours, transport, lead_contact, terms_reference, starts_on, ends_on, authority_id, lead_id) FROM stdin;
\.


--
-- Data for Name: provision_deliverypartnership_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.provision_deliverypartnership_history (pgh_created_at, pgh_label, pgh_id, pgh_context, id, model, lead_hours, transport, lead_contact, terms_reference, starts_on, ends_on, authority_id, lead_id, pgh_obj_id) FROM stdin;
\.


--
-- Data for Name: provision_publicconsent; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.provision_publicconsent (id, given_on, withdrawn_on, authority_id, given_by_id, provider_id) FROM stdin;
\.


--
-- Data for Name: provision_publicconsent_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.provision_publicconsent_history (pgh_created_at, pgh_label, pgh_id, pgh_context, id, given_on, withdrawn_on, authority_id, given_by_id, pgh_obj_id, provider_id) FROM stdin;
\.


--
-- Data for Name: provision_returnperiod; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.provision_returnperiod (id, name, count_date, opens_on, due_on, definition, childminder_definition, asks_detail, authority_id) FROM stdin;
\.


--
-- Data for Name: provision_returnperiod_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.provision_returnperiod_history (pgh_created_at, pgh_label, pgh_id, pgh_context, id, name, count_date, opens_on, due_on, definition, childminder_definition, asks_detail, authority_id, pgh_obj_id) FROM stdin;
\.


--
-- Data for Name: provision_staffreturn; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.provision_staffreturn (id, staff, is_unchanged, note, certified_at, authority_id, certified_by_id, period_id, provider_id) FROM stdin;
\.


--
-- Data for Name: provision_staffreturn_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.provision_staffreturn_history (pgh_created_at, pgh_label, pgh_id, pgh_context, id, staff, is_unchanged, note, certified_at, authority_id, certified_by_id, period_id, pgh_obj_id, provider_id) FROM stdin;
\.


--
-- Data for Name: provision_staffreturnline; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.provision_staffreturnline (id, hours_a_week, role, qualification_level, authority_id, staff_return_id) FROM stdin;
\.


--
-- Data for Name: provision_staffreturnreminder; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.provision_staffreturnreminder (id, sent_on, authority_id, period_id, provider_id, sent_by_id) FROM stdin;
\.


--
-- Data for Name: provision_vacancy; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.provision_vacancy (id, age_band, session, places, from_on, note, confirmed_on, authority_id, confirmed_by_id, provider_id) FROM stdin;
\.


--
-- Data for Name: provision_vacancy_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.provision_vacancy_history (pgh_created_at, pgh_label, pgh_id, pgh_context, id, age_band, session, places, from_on, note, confirmed_on, authority_id, confirmed_by_id, pgh_obj_id, provider_id) FROM stdin;
\.


--
-- Data for Name: reorganisation_plannedleader; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.reorganisation_plannedleader (id, manner, ends_on, officers_decision, authority_id, user_id, member_id) FROM stdin;
\.


--
-- Data for Name: reorganisation_plannedmember; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.reorganisation_plannedmember (id, leaves, authority_id, membership_id, successor_id, plan_id) FROM stdin;
\.


--
-- Data for Name: reorganisation_plannedsuccessor; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.reorganisation_plannedsuccessor (id, name, authority_id, collaboration_id, district_id, plan_id) FROM stdin;
\.


--
-- Data for Name: reorganisation_reorganisation; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.reorganisation_reorganisation (id, kind, state, reason, takes_effect_on, met_leaders_on, met_words, records_holder, balance_words, copies_ways_of_working, started_at, done_at, version, authority_id, done_by_id, started_by_id) FROM stdin;
\.


--
-- Data for Name: reorganisation_reorganisation_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.reorganisation_reorganisation_history (pgh_created_at, pgh_label, pgh_id, pgh_context, id, kind, state, reason, takes_effect_on, met_leaders_on, met_words, records_holder, balance_words, copies_ways_of_working, started_at, done_at, version, authority_id, done_by_id, pgh_obj_id, started_by_id) FROM stdin;
\.


--
-- Data for Name: reorganisation_reorganisationsource; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.reorganisation_reorganisationsource (id, state_before, is_open, authority_id, collaboration_id, plan_id) FROM stdin;
\.


--
-- Data for Name: socialaccount_socialaccount; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.socialaccount_socialaccount (id, provider, uid, last_login, date_joined, extra_data, user_id) FROM stdin;
\.


--
-- Data for Name: socialaccount_socialapp; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.socialaccount_socialapp (id, provider, name, client_id, secret, key, provider_id, settings) FROM stdin;
\.


--
-- Data for Name: socialaccount_socialtoken; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.socialaccount_socialtoken (id, token, token_secret, expires_at, account_id, app_id) FROM stdin;
\.


--
-- Data for Name: support_message; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.support_message (id, subject, text, audience, about, sent_at, authority_id, job_id, sent_by_id, all_collaborations, collaboration_ids, of_group_id, person_ids, setting_ids, written_at) FROM stdin;
\.


--
-- Data for Name: support_messagecopy; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.support_messagecopy (id, sent_at, authority_id, message_id, user_id, group_names, left_out_at, refused_at, setting_names) FROM stdin;
\.


--
-- Data for Name: support_messagefile; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.support_messagefile (id, name, authority_id, file_id, message_id) FROM stdin;
\.


--
-- Data for Name: support_messagetemplate; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.support_messagetemplate (id, name, subject, text, for_team, kept_at, authority_id, person_id) FROM stdin;
\.


--
-- Data for Name: support_referral; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.support_referral (id, words, state, outcome_words, referred_at, ended_on, authority_id, collaboration_id, provider_id, referred_by_id) FROM stdin;
\.


--
-- Data for Name: support_referral_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.support_referral_history (pgh_created_at, pgh_label, pgh_id, pgh_context, id, words, state, outcome_words, referred_at, ended_on, authority_id, collaboration_id, pgh_obj_id, provider_id, referred_by_id) FROM stdin;
\.


--
-- Data for Name: support_supportrequest; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.support_supportrequest (id, kind, wanted_on, place, words, state, asked_at, answered_at, answer, answered_by_id, asked_by_id, authority_id, collaboration_id, officer_id, person_id, provider_id) FROM stdin;
\.


--
-- Data for Name: support_supportrequest_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.support_supportrequest_history (pgh_created_at, pgh_label, pgh_id, pgh_context, id, kind, wanted_on, place, words, state, asked_at, answered_at, answer, answered_by_id, asked_by_id, authority_id, collaboration_id, officer_id, pgh_obj_id, person_id, provider_id) FROM stdin;
\.


--
-- Data for Name: usersessions_usersession; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.usersessions_usersession (id, created_at, ip, last_seen_at, session_key, user_agent, data, user_id) FROM stdin;
\.


--
-- Data for Name: ways_of_working_review; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ways_of_working_review (id, clock, due_on, opened_at, done_on, words, authority_id, collaboration_id, done_by_id) FROM stdin;
\.


--
-- Data for Name: ways_of_working_review_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ways_of_working_review_history (pgh_created_at, pgh_label, pgh_id, pgh_context, id, clock, due_on, opened_at, done_on, words, authority_id, collaboration_id, done_by_id, pgh_obj_id) FROM stdin;
\.


--
-- Data for Name: ways_of_working_termsanswer; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ways_of_working_termsanswer (id, answer, words, answered_at, answered_by_id, authority_id, membership_id, ways_id) FROM stdin;
\.


--
-- Data for Name: ways_of_working_termsanswer_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ways_of_working_termsanswer_history (pgh_created_at, pgh_label, pgh_id, pgh_context, id, answer, words, answered_at, answered_by_id, authority_id, membership_id, pgh_obj_id, ways_id) FROM stdin;
\.


--
-- Data for Name: ways_of_working_termsreminder; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ways_of_working_termsreminder (id, sent_on, authority_id, membership_id, sent_by_id, ways_id) FROM stdin;
\.


--
-- Data for Name: ways_of_working_termsreply; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ways_of_working_termsreply (id, words, at, answer_id, authority_id, by_id) FROM stdin;
\.


--
-- Data for Name: ways_of_working_termssection; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ways_of_working_termssection (id, key, "position", title, is_used, texts, "values", edition, edited_at, authority_id, edited_by_id, ways_id) FROM stdin;
\.


--
-- Data for Name: ways_of_working_termstemplate; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ways_of_working_termstemplate (id, version, state, in_force_from, note, texts, "values", published_at, authority_id, published_by_id, started_by_id) FROM stdin;
\.


--
-- Data for Name: ways_of_working_termstemplate_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ways_of_working_termstemplate_history (pgh_created_at, pgh_label, pgh_id, pgh_context, id, version, state, in_force_from, note, texts, "values", published_at, authority_id, pgh_obj_id, published_by_id, started_by_id) FROM stdin;
\.


--
-- Data for Name: ways_of_working_waysofworking; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ways_of_working_waysofworking (id, version, state, is_material, change_words, started_at, circulated_at, answer_by_on, adopted_on, decision, superseded_on, record, adopted_by_id, authority_id, before_id, circulated_by_id, collaboration_id, document_id, started_by_id, template_id) FROM stdin;
\.


--
-- Data for Name: ways_of_working_waysofworking_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ways_of_working_waysofworking_history (pgh_created_at, pgh_label, pgh_id, pgh_context, id, version, state, is_material, change_words, started_at, circulated_at, answer_by_on, adopted_on, decision, superseded_on, record, adopted_by_id, authority_id, before_id, circulated_by_id, collaboration_id, document_id, pgh_obj_id, started_by_id, template_id) FROM stdin;
\.


--
-- Name: account_emailaddress_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.account_emailaddress_id_seq', 1, false);


--
-- Name: account_emailconfirmation_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.account_emailconfirmation_id_seq', 1, false);


--
-- Name: accounts_accountnotice_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.accounts_accountnotice_id_seq', 1, false);


--
-- Name: accounts_affiliation_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.accounts_affiliation_id_seq', 1, false);


--
-- Name: accounts_authority_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.accounts_authority_id_seq', 1, false);


--
-- Name: accounts_correction_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.accounts_correction_id_seq', 1, false);


--
-- Name: accounts_decision_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.accounts_decision_id_seq', 1, false);


--
-- Name: accounts_personinvitation_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.accounts_personinvitation_id_seq', 1, false);


--
-- Name: accounts_roleappointment_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.accounts_roleappointment_history_pgh_id_seq', 1, false);


--
-- Name: accounts_roleappointment_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.accounts_roleappointment_id_seq', 1, false);


--
-- Name: accounts_securityevent_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.accounts_securityevent_id_seq', 1, false);


--
-- Name: accounts_tasklink_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.accounts_tasklink_id_seq', 1, false);


--
-- Name: accounts_user_groups_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.accounts_user_groups_id_seq', 1, false);


--
-- Name: accounts_user_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.accounts_user_id_seq', 1, false);


--
-- Name: accounts_user_user_permissions_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.accounts_user_user_permissions_id_seq', 1, false);


--
-- Name: audit_entry_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audit_entry_id_seq', 1, false);


--
-- Name: audit_seal_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audit_seal_id_seq', 1, false);


--
-- Name: auth_group_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.auth_group_id_seq', 1, false);


--
-- Name: auth_group_permissions_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 1, false);


--
-- Name: auth_permission_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.auth_permission_id_seq', 644, true);


--
-- Name: collaborations_collaboration_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.collaborations_collaboration_history_pgh_id_seq', 1, false);


--
-- Name: collaborations_collaboration_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.collaborations_collaboration_id_seq', 1, false);


--
-- Name: collaborations_collaborationcount_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.collaborations_collaborationcount_id_seq', 1, false);


--
-- Name: collaborations_collaborationgrant_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.collaborations_collaborationgrant_id_seq', 1, false);


--
-- Name: collaborations_firstmeeting_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.collaborations_firstmeeting_history_pgh_id_seq', 1, false);


--
-- Name: collaborations_firstmeeting_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.collaborations_firstmeeting_id_seq', 1, false);


--
-- Name: collaborations_lineage_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.collaborations_lineage_id_seq', 1, false);


--
-- Name: collaborations_statechange_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.collaborations_statechange_id_seq', 1, false);


--
-- Name: development_developmentplan_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.development_developmentplan_history_pgh_id_seq', 1, false);


--
-- Name: development_developmentplan_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.development_developmentplan_id_seq', 1, false);


--
-- Name: development_objective_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.development_objective_history_pgh_id_seq', 1, false);


--
-- Name: development_objective_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.development_objective_id_seq', 1, false);


--
-- Name: development_planaction_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.development_planaction_history_pgh_id_seq', 1, false);


--
-- Name: development_planaction_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.development_planaction_id_seq', 1, false);


--
-- Name: django_admin_log_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.django_admin_log_id_seq', 1, false);


--
-- Name: django_content_type_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.django_content_type_id_seq', 158, true);


--
-- Name: django_migrations_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.django_migrations_id_seq', 136, true);


--
-- Name: documents_backup_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.documents_backup_id_seq', 1, false);


--
-- Name: documents_exportrun_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.documents_exportrun_id_seq', 1, false);


--
-- Name: documents_job_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.documents_job_id_seq', 1, false);


--
-- Name: documents_keptlist_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.documents_keptlist_id_seq', 1, false);


--
-- Name: documents_outboxmessage_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.documents_outboxmessage_id_seq', 1, false);


--
-- Name: documents_selection_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.documents_selection_id_seq', 1, false);


--
-- Name: documents_sentemail_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.documents_sentemail_id_seq', 1, false);


--
-- Name: documents_storedfile_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.documents_storedfile_id_seq', 1, false);


--
-- Name: exchange_sheetimport_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.exchange_sheetimport_id_seq', 1, false);


--
-- Name: exchange_sheetline_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.exchange_sheetline_id_seq', 1, false);


--
-- Name: guardian_groupobjectpermission_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.guardian_groupobjectpermission_id_seq', 1, false);


--
-- Name: guardian_userobjectpermission_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.guardian_userobjectpermission_id_seq', 1, false);


--
-- Name: leadership_casegrant_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.leadership_casegrant_id_seq', 1, false);


--
-- Name: leadership_leadershipcase_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.leadership_leadershipcase_history_pgh_id_seq', 1, false);


--
-- Name: leadership_leadershipcase_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.leadership_leadershipcase_id_seq', 1, false);


--
-- Name: leadership_opencasecount_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.leadership_opencasecount_id_seq', 1, false);


--
-- Name: leadership_sweep_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.leadership_sweep_id_seq', 1, false);


--
-- Name: leadership_unpublishedoutcome_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.leadership_unpublishedoutcome_id_seq', 1, false);


--
-- Name: library_documentopening_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.library_documentopening_id_seq', 1, false);


--
-- Name: library_documentreader_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.library_documentreader_id_seq', 1, false);


--
-- Name: library_documentversion_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.library_documentversion_id_seq', 1, false);


--
-- Name: library_groupdocument_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.library_groupdocument_history_pgh_id_seq', 1, false);


--
-- Name: library_groupdocument_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.library_groupdocument_id_seq', 1, false);


--
-- Name: library_libraryvisit_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.library_libraryvisit_id_seq', 1, false);


--
-- Name: meetings_agendaitem_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.meetings_agendaitem_history_pgh_id_seq', 1, false);


--
-- Name: meetings_agendaitem_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.meetings_agendaitem_id_seq', 1, false);


--
-- Name: meetings_answer_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.meetings_answer_id_seq', 1, false);


--
-- Name: meetings_attendance_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.meetings_attendance_id_seq', 1, false);


--
-- Name: meetings_attendancemark_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.meetings_attendancemark_id_seq', 1, false);


--
-- Name: meetings_guest_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.meetings_guest_id_seq', 1, false);


--
-- Name: meetings_meeting_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.meetings_meeting_history_pgh_id_seq', 1, false);


--
-- Name: meetings_meeting_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.meetings_meeting_id_seq', 1, false);


--
-- Name: meetings_otherpresent_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.meetings_otherpresent_id_seq', 1, false);


--
-- Name: meetings_paper_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.meetings_paper_id_seq', 1, false);


--
-- Name: meetings_paperssent_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.meetings_paperssent_id_seq', 1, false);


--
-- Name: memberships_application_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_application_history_pgh_id_seq', 1, false);


--
-- Name: memberships_application_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_application_id_seq', 1, false);


--
-- Name: memberships_conductconcern_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_conductconcern_history_pgh_id_seq', 1, false);


--
-- Name: memberships_conductconcern_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_conductconcern_id_seq', 1, false);


--
-- Name: memberships_conductstep_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_conductstep_id_seq', 1, false);


--
-- Name: memberships_coveredcount_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_coveredcount_id_seq', 1, false);


--
-- Name: memberships_handover_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_handover_history_pgh_id_seq', 1, false);


--
-- Name: memberships_handover_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_handover_id_seq', 1, false);


--
-- Name: memberships_invitation_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_invitation_history_pgh_id_seq', 1, false);


--
-- Name: memberships_invitation_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_invitation_id_seq', 1, false);


--
-- Name: memberships_leaderappointment_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_leaderappointment_history_pgh_id_seq', 1, false);


--
-- Name: memberships_leaderappointment_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_leaderappointment_id_seq', 1, false);


--
-- Name: memberships_ledcount_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_ledcount_id_seq', 1, false);


--
-- Name: memberships_membership_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_membership_history_pgh_id_seq', 1, false);


--
-- Name: memberships_membership_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_membership_id_seq', 1, false);


--
-- Name: memberships_officeholder_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_officeholder_history_pgh_id_seq', 1, false);


--
-- Name: memberships_officeholder_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_officeholder_id_seq', 1, false);


--
-- Name: memberships_personcontact_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_personcontact_history_pgh_id_seq', 1, false);


--
-- Name: memberships_personcontact_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_personcontact_id_seq', 1, false);


--
-- Name: memberships_settingrole_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_settingrole_history_pgh_id_seq', 1, false);


--
-- Name: memberships_settingrole_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_settingrole_id_seq', 1, false);


--
-- Name: memberships_stafftold_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_stafftold_id_seq', 1, false);


--
-- Name: mfa_authenticator_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.mfa_authenticator_id_seq', 1, false);


--
-- Name: ofsted_importrun_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.ofsted_importrun_id_seq', 1, false);


--
-- Name: ofsted_inspection_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.ofsted_inspection_history_pgh_id_seq', 1, false);


--
-- Name: ofsted_inspection_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.ofsted_inspection_id_seq', 1, false);


--
-- Name: ofsted_leadingpolicy_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.ofsted_leadingpolicy_history_pgh_id_seq', 1, false);


--
-- Name: ofsted_leadingpolicy_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.ofsted_leadingpolicy_id_seq', 1, false);


--
-- Name: ofsted_plannedrow_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.ofsted_plannedrow_id_seq', 1, false);


--
-- Name: ofsted_registername_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.ofsted_registername_id_seq', 1, false);


--
-- Name: ofsted_schoollink_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.ofsted_schoollink_history_pgh_id_seq', 1, false);


--
-- Name: ofsted_schoollink_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.ofsted_schoollink_id_seq', 1, false);


--
-- Name: providers_district_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.providers_district_id_seq', 1, false);


--
-- Name: providers_districtoutline_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.providers_districtoutline_id_seq', 1, false);


--
-- Name: providers_listedcount_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.providers_listedcount_id_seq', 1, false);


--
-- Name: providers_provider_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.providers_provider_history_pgh_id_seq', 1, false);


--
-- Name: providers_provider_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.providers_provider_id_seq', 1, false);


--
-- Name: providers_providergrant_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.providers_providergrant_id_seq', 1, false);


--
-- Name: providers_provideridentity_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.providers_provideridentity_id_seq', 1, false);


--
-- Name: providers_settingcontact_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.providers_settingcontact_history_pgh_id_seq', 1, false);


--
-- Name: providers_settingcontact_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.providers_settingcontact_id_seq', 1, false);


--
-- Name: providers_successionlink_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.providers_successionlink_history_pgh_id_seq', 1, false);


--
-- Name: providers_successionlink_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.providers_successionlink_id_seq', 1, false);


--
-- Name: provision_deliverypartner_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.provision_deliverypartner_id_seq', 1, false);


--
-- Name: provision_deliverypartnership_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.provision_deliverypartnership_history_pgh_id_seq', 1, false);


--
-- Name: provision_deliverypartnership_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.provision_deliverypartnership_id_seq', 1, false);


--
-- Name: provision_publicconsent_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.provision_publicconsent_history_pgh_id_seq', 1, false);


--
-- Name: provision_publicconsent_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.provision_publicconsent_id_seq', 1, false);


--
-- Name: provision_returnperiod_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.provision_returnperiod_history_pgh_id_seq', 1, false);


--
-- Name: provision_returnperiod_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.provision_returnperiod_id_seq', 1, false);


--
-- Name: provision_staffreturn_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.provision_staffreturn_history_pgh_id_seq', 1, false);


--
-- Name: provision_staffreturn_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.provision_staffreturn_id_seq', 1, false);


--
-- Name: provision_staffreturnline_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.provision_staffreturnline_id_seq', 1, false);


--
-- Name: provision_staffreturnreminder_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.provision_staffreturnreminder_id_seq', 1, false);


--
-- Name: provision_vacancy_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.provision_vacancy_history_pgh_id_seq', 1, false);


--
-- Name: provision_vacancy_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.provision_vacancy_id_seq', 1, false);


--
-- Name: reorganisation_plannedleader_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.reorganisation_plannedleader_id_seq', 1, false);


--
-- Name: reorganisation_plannedmember_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.reorganisation_plannedmember_id_seq', 1, false);


--
-- Name: reorganisation_plannedsuccessor_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.reorganisation_plannedsuccessor_id_seq', 1, false);


--
-- Name: reorganisation_reorganisation_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.reorganisation_reorganisation_history_pgh_id_seq', 1, false);


--
-- Name: reorganisation_reorganisation_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.reorganisation_reorganisation_id_seq', 1, false);


--
-- Name: reorganisation_reorganisationsource_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.reorganisation_reorganisationsource_id_seq', 1, false);


--
-- Name: socialaccount_socialaccount_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.socialaccount_socialaccount_id_seq', 1, false);


--
-- Name: socialaccount_socialapp_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.socialaccount_socialapp_id_seq', 1, false);


--
-- Name: socialaccount_socialtoken_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.socialaccount_socialtoken_id_seq', 1, false);


--
-- Name: support_message_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.support_message_id_seq', 1, false);


--
-- Name: support_messagecopy_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.support_messagecopy_id_seq', 1, false);


--
-- Name: support_messagefile_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.support_messagefile_id_seq', 1, false);


--
-- Name: support_messagetemplate_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.support_messagetemplate_id_seq', 1, false);


--
-- Name: support_referral_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.support_referral_history_pgh_id_seq', 1, false);


--
-- Name: support_referral_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.support_referral_id_seq', 1, false);


--
-- Name: support_supportrequest_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.support_supportrequest_history_pgh_id_seq', 1, false);


--
-- Name: support_supportrequest_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.support_supportrequest_id_seq', 1, false);


--
-- Name: usersessions_usersession_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.usersessions_usersession_id_seq', 1, false);


--
-- Name: ways_of_working_review_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.ways_of_working_review_history_pgh_id_seq', 1, false);


--
-- Name: ways_of_working_review_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.ways_of_working_review_id_seq', 1, false);


--
-- Name: ways_of_working_termsanswer_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.ways_of_working_termsanswer_history_pgh_id_seq', 1, false);


--
-- Name: ways_of_working_termsanswer_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.ways_of_working_termsanswer_id_seq', 1, false);


--
-- Name: ways_of_working_termsreminder_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.ways_of_working_termsreminder_id_seq', 1, false);


--
-- Name: ways_of_working_termsreply_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.ways_of_working_termsreply_id_seq', 1, false);


--
-- Name: ways_of_working_termssection_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.ways_of_working_termssection_id_seq', 1, false);


--
-- Name: ways_of_working_termstemplate_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.ways_of_working_termstemplate_history_pgh_id_seq', 1, false);


--
-- Name: ways_of_working_termstemplate_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.ways_of_working_termstemplate_id_seq', 1, false);


--
-- Name: ways_of_working_waysofworking_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.ways_of_working_waysofworking_history_pgh_id_seq', 1, false);


--
-- Name: ways_of_working_waysofworking_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.ways_of_working_waysofworking_id_seq', 1, false);


--
-- Name: account_emailaddress account_emailaddress_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);


--
-- Name: account_emailaddress account_emailaddress_user_id_email_987c8728_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);


--
-- Name: account_emailconfirmation account_emailconfirmation_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);


--
-- Name: account_emailconfirmation account_emailconfirmation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);


--
-- Name: accounts_accountnotice accounts_accountnotice_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_accountnotice
    ADD CONSTRAINT accounts_accountnotice_pkey PRIMARY KEY (authority_id, id);


--
-- Name: accounts_affiliation accounts_affiliation_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_affiliation
    ADD CONSTRAINT accounts_affiliation_once UNIQUE (user_id, authority_id);


--
-- Name: accounts_affiliation accounts_affiliation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_affiliation
    ADD CONSTRAINT accounts_affiliation_pkey PRIMARY KEY (id);


--
-- Name: accounts_attemptcount accounts_attemptcount_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_attemptcount
    ADD CONSTRAINT accounts_attemptcount_pkey PRIMARY KEY (key);


--
-- Name: accounts_authority accounts_authority_name_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_authority
    ADD CONSTRAINT accounts_authority_name_key UNIQUE (name);


--
-- Name: accounts_authority accounts_authority_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_authority
    ADD CONSTRAINT accounts_authority_pkey PRIMARY KEY (id);


--
-- Name: accounts_authority accounts_authority_slug_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_authority
    ADD CONSTRAINT accounts_authority_slug_key UNIQUE (slug);


--
-- Name: accounts_correction accounts_correction_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_correction
    ADD CONSTRAINT accounts_correction_pkey PRIMARY KEY (authority_id, id);


--
-- Name: accounts_decision accounts_decision_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_decision
    ADD CONSTRAINT accounts_decision_pkey PRIMARY KEY (authority_id, id);


--
-- Name: accounts_personinvitation accounts_invitation_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_personinvitation
    ADD CONSTRAINT accounts_invitation_once UNIQUE (authority_id, user_id);


--
-- Name: accounts_personinvitation accounts_personinvitation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_personinvitation
    ADD CONSTRAINT accounts_personinvitation_pkey PRIMARY KEY (authority_id, id);


--
-- Name: accounts_roleappointment accounts_role_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_roleappointment
    ADD CONSTRAINT accounts_role_once UNIQUE (authority_id, user_id, role, starts_on);


--
-- Name: accounts_roleappointment_history accounts_roleappointment_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_roleappointment_history
    ADD CONSTRAINT accounts_roleappointment_history_pkey PRIMARY KEY (authority_id, pgh_id);


--
-- Name: accounts_roleappointment accounts_roleappointment_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_roleappointment
    ADD CONSTRAINT accounts_roleappointment_pkey PRIMARY KEY (authority_id, id);


--
-- Name: accounts_securityevent accounts_securityevent_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_securityevent
    ADD CONSTRAINT accounts_securityevent_pkey PRIMARY KEY (id);


--
-- Name: accounts_tasklink accounts_tasklink_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_tasklink
    ADD CONSTRAINT accounts_tasklink_pkey PRIMARY KEY (authority_id, id);


--
-- Name: accounts_user_groups accounts_user_groups_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_user_groups
    ADD CONSTRAINT accounts_user_groups_pkey PRIMARY KEY (id);


--
-- Name: accounts_user_groups accounts_user_groups_user_id_group_id_59c0b32f_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_user_groups
    ADD CONSTRAINT accounts_user_groups_user_id_group_id_59c0b32f_uniq UNIQUE (user_id, group_id);


--
-- Name: accounts_user accounts_user_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_pkey PRIMARY KEY (id);


--
-- Name: accounts_user_user_permissions accounts_user_user_permi_user_id_permission_id_2ab516c2_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_user_user_permissions
    ADD CONSTRAINT accounts_user_user_permi_user_id_permission_id_2ab516c2_uniq UNIQUE (user_id, permission_id);


--
-- Name: accounts_user_user_permissions accounts_user_user_permissions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_user_user_permissions
    ADD CONSTRAINT accounts_user_user_permissions_pkey PRIMARY KEY (id);


--
-- Name: audit_entry audit_entry_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT audit_entry_pkey PRIMARY KEY (authority_id, id);


--
-- Name: audit_seal audit_seal_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_seal
    ADD CONSTRAINT audit_seal_once UNIQUE (authority_id, last_entry_id);


--
-- Name: audit_seal audit_seal_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_seal
    ADD CONSTRAINT audit_seal_pkey PRIMARY KEY (authority_id, id);


--
-- Name: auth_group auth_group_name_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);


--
-- Name: auth_group_permissions auth_group_permissions_group_id_permission_id_0cd325b0_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);


--
-- Name: auth_group_permissions auth_group_permissions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);


--
-- Name: auth_group auth_group_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);


--
-- Name: auth_permission auth_permission_content_type_id_codename_01ab375a_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);


--
-- Name: auth_permission auth_permission_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);


--
-- Name: collaborations_collaboration_history collaborations_collaboration_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_collaboration_history
    ADD CONSTRAINT collaborations_collaboration_history_pkey PRIMARY KEY (authority_id, pgh_id);


--
-- Name: collaborations_collaboration collaborations_collaboration_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_collaboration
    ADD CONSTRAINT collaborations_collaboration_pkey PRIMARY KEY (authority_id, id);


--
-- Name: collaborations_collaborationcount collaborations_collaborationcount_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_collaborationcount
    ADD CONSTRAINT collaborations_collaborationcount_pkey PRIMARY KEY (authority_id, id);


--
-- Name: collaborations_collaborationgrant collaborations_collaborationgrant_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_collaborationgrant
    ADD CONSTRAINT collaborations_collaborationgrant_pkey PRIMARY KEY (authority_id, id);


--
-- Name: collaborations_firstmeeting collaborations_firstmeeting_collaboration_id_auniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_firstmeeting
    ADD CONSTRAINT collaborations_firstmeeting_collaboration_id_auniq UNIQUE (authority_id, collaboration_id);


--
-- Name: collaborations_firstmeeting_history collaborations_firstmeeting_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_firstmeeting_history
    ADD CONSTRAINT collaborations_firstmeeting_history_pkey PRIMARY KEY (authority_id, pgh_id);


--
-- Name: collaborations_firstmeeting collaborations_firstmeeting_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_firstmeeting
    ADD CONSTRAINT collaborations_firstmeeting_pkey PRIMARY KEY (authority_id, id);


--
-- Name: collaborations_collaborationgrant collaborations_grant_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_collaborationgrant
    ADD CONSTRAINT collaborations_grant_once UNIQUE (authority_id, user_id, content_object_id, permission_id, starts_on, is_exceptional);


--
-- Name: collaborations_lineage collaborations_lineage_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_lineage
    ADD CONSTRAINT collaborations_lineage_once UNIQUE (authority_id, earlier_id, later_id);


--
-- Name: collaborations_lineage collaborations_lineage_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_lineage
    ADD CONSTRAINT collaborations_lineage_pkey PRIMARY KEY (authority_id, id);


--
-- Name: collaborations_collaboration collaborations_name_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_collaboration
    ADD CONSTRAINT collaborations_name_once UNIQUE (authority_id, name);


--
-- Name: collaborations_statechange collaborations_statechange_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_statechange
    ADD CONSTRAINT collaborations_statechange_pkey PRIMARY KEY (authority_id, id);


--
-- Name: development_developmentplan_history development_developmentplan_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.development_developmentplan_history
    ADD CONSTRAINT development_developmentplan_history_pkey PRIMARY KEY (authority_id, pgh_id);


--
-- Name: development_developmentplan development_developmentplan_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.development_developmentplan
    ADD CONSTRAINT development_developmentplan_pkey PRIMARY KEY (authority_id, id);


--
-- Name: development_objective_history development_objective_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.development_objective_history
    ADD CONSTRAINT development_objective_history_pkey PRIMARY KEY (authority_id, pgh_id);


--
-- Name: development_objective development_objective_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.development_objective
    ADD CONSTRAINT development_objective_pkey PRIMARY KEY (authority_id, id);


--
-- Name: development_planaction_history development_planaction_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.development_planaction_history
    ADD CONSTRAINT development_planaction_history_pkey PRIMARY KEY (authority_id, pgh_id);


--
-- Name: development_planaction development_planaction_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.development_planaction
    ADD CONSTRAINT development_planaction_pkey PRIMARY KEY (authority_id, id);


--
-- Name: django_admin_log django_admin_log_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_pkey PRIMARY KEY (id);


--
-- Name: django_content_type django_content_type_app_label_model_76bd3d3b_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);


--
-- Name: django_content_type django_content_type_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);


--
-- Name: django_migrations django_migrations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);


--
-- Name: django_session django_session_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);


--
-- Name: documents_backup documents_backup_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_backup
    ADD CONSTRAINT documents_backup_pkey PRIMARY KEY (id);


--
-- Name: documents_exportrun documents_exportrun_file_id_auniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_exportrun
    ADD CONSTRAINT documents_exportrun_file_id_auniq UNIQUE (authority_id, file_id);


--
-- Name: documents_exportrun documents_exportrun_job_id_auniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_exportrun
    ADD CONSTRAINT documents_exportrun_job_id_auniq UNIQUE (authority_id, job_id);


--
-- Name: documents_exportrun documents_exportrun_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_exportrun
    ADD CONSTRAINT documents_exportrun_pkey PRIMARY KEY (authority_id, id);


--
-- Name: documents_storedfile documents_file_key_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_storedfile
    ADD CONSTRAINT documents_file_key_once UNIQUE (authority_id, storage_key);


--
-- Name: documents_job documents_job_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_job
    ADD CONSTRAINT documents_job_pkey PRIMARY KEY (authority_id, id);


--
-- Name: documents_keptlist documents_kept_list_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_keptlist
    ADD CONSTRAINT documents_kept_list_once UNIQUE (authority_id, list_name, person_id, name);


--
-- Name: documents_keptlist documents_keptlist_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_keptlist
    ADD CONSTRAINT documents_keptlist_pkey PRIMARY KEY (authority_id, id);


--
-- Name: documents_outboxmessage documents_outboxmessage_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_outboxmessage
    ADD CONSTRAINT documents_outboxmessage_pkey PRIMARY KEY (id);


--
-- Name: documents_selection documents_selection_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_selection
    ADD CONSTRAINT documents_selection_pkey PRIMARY KEY (authority_id, id);


--
-- Name: documents_sentemail documents_sent_email_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_sentemail
    ADD CONSTRAINT documents_sent_email_once UNIQUE (authority_id, person_id, kind, reference);


--
-- Name: documents_sentemail documents_sentemail_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_sentemail
    ADD CONSTRAINT documents_sentemail_pkey PRIMARY KEY (authority_id, id);


--
-- Name: documents_storedfile documents_storedfile_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_storedfile
    ADD CONSTRAINT documents_storedfile_pkey PRIMARY KEY (authority_id, id);


--
-- Name: exchange_sheetimport exchange_sheetimport_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.exchange_sheetimport
    ADD CONSTRAINT exchange_sheetimport_pkey PRIMARY KEY (authority_id, id);


--
-- Name: exchange_sheetline exchange_sheetline_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.exchange_sheetline
    ADD CONSTRAINT exchange_sheetline_pkey PRIMARY KEY (authority_id, id);


--
-- Name: guardian_groupobjectpermission guardian_groupobjectperm_group_id_permission_id_o_3f189f7c_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.guardian_groupobjectpermission
    ADD CONSTRAINT guardian_groupobjectperm_group_id_permission_id_o_3f189f7c_uniq UNIQUE (group_id, permission_id, object_pk);


--
-- Name: guardian_groupobjectpermission guardian_groupobjectpermission_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.guardian_groupobjectpermission
    ADD CONSTRAINT guardian_groupobjectpermission_pkey PRIMARY KEY (id);


--
-- Name: guardian_userobjectpermission guardian_userobjectpermi_user_id_permission_id_ob_b0b3d2fc_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.guardian_userobjectpermission
    ADD CONSTRAINT guardian_userobjectpermi_user_id_permission_id_ob_b0b3d2fc_uniq UNIQUE (user_id, permission_id, object_pk);


--
-- Name: guardian_userobjectpermission guardian_userobjectpermission_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.guardian_userobjectpermission
    ADD CONSTRAINT guardian_userobjectpermission_pkey PRIMARY KEY (id);


--
-- Name: leadership_casegrant leadership_casegrant_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_casegrant
    ADD CONSTRAINT leadership_casegrant_pkey PRIMARY KEY (authority_id, id);


--
-- Name: leadership_casegrant leadership_grant_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_casegrant
    ADD CONSTRAINT leadership_grant_once UNIQUE (authority_id, user_id, content_object_id, permission_id, starts_on, is_exceptional);


--
-- Name: leadership_leadershipcase_history leadership_leadershipcase_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_leadershipcase_history
    ADD CONSTRAINT leadership_leadershipcase_history_pkey PRIMARY KEY (authority_id, pgh_id);


--
-- Name: leadership_leadershipcase leadership_leadershipcase_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_leadershipcase
    ADD CONSTRAINT leadership_leadershipcase_pkey PRIMARY KEY (authority_id, id);


--
-- Name: leadership_opencasecount leadership_opencasecount_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_opencasecount
    ADD CONSTRAINT leadership_opencasecount_pkey PRIMARY KEY (authority_id, id);


--
-- Name: leadership_sweep leadership_sweep_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_sweep
    ADD CONSTRAINT leadership_sweep_once UNIQUE (authority_id, slot);


--
-- Name: leadership_sweep leadership_sweep_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_sweep
    ADD CONSTRAINT leadership_sweep_pkey PRIMARY KEY (authority_id, id);


--
-- Name: leadership_unpublishedoutcome leadership_unpublishedoutcome_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_unpublishedoutcome
    ADD CONSTRAINT leadership_unpublishedoutcome_pkey PRIMARY KEY (authority_id, id);


--
-- Name: library_documentversion library_document_version_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.library_documentversion
    ADD CONSTRAINT library_document_version_once UNIQUE (authority_id, document_id, number);


--
-- Name: library_documentopening library_documentopening_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.library_documentopening
    ADD CONSTRAINT library_documentopening_pkey PRIMARY KEY (authority_id, id);


--
-- Name: library_documentreader library_documentreader_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.library_documentreader
    ADD CONSTRAINT library_documentreader_pkey PRIMARY KEY (authority_id, id);


--
-- Name: library_documentversion library_documentversion_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.library_documentversion
    ADD CONSTRAINT library_documentversion_pkey PRIMARY KEY (authority_id, id);


--
-- Name: library_groupdocument_history library_groupdocument_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.library_groupdocument_history
    ADD CONSTRAINT library_groupdocument_history_pkey PRIMARY KEY (authority_id, pgh_id);


--
-- Name: library_groupdocument library_groupdocument_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.library_groupdocument
    ADD CONSTRAINT library_groupdocument_pkey PRIMARY KEY (authority_id, id);


--
-- Name: library_libraryvisit library_libraryvisit_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.library_libraryvisit
    ADD CONSTRAINT library_libraryvisit_pkey PRIMARY KEY (authority_id, id);


--
-- Name: library_libraryvisit library_visit_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.library_libraryvisit
    ADD CONSTRAINT library_visit_once UNIQUE (authority_id, collaboration_id, user_id);


--
-- Name: meetings_agendaitem_history meetings_agendaitem_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_agendaitem_history
    ADD CONSTRAINT meetings_agendaitem_history_pkey PRIMARY KEY (authority_id, pgh_id);


--
-- Name: meetings_agendaitem meetings_agendaitem_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_agendaitem
    ADD CONSTRAINT meetings_agendaitem_pkey PRIMARY KEY (authority_id, id);


--
-- Name: meetings_answer meetings_answer_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_answer
    ADD CONSTRAINT meetings_answer_pkey PRIMARY KEY (authority_id, id);


--
-- Name: meetings_attendance meetings_attendance_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_attendance
    ADD CONSTRAINT meetings_attendance_pkey PRIMARY KEY (authority_id, id);


--
-- Name: meetings_attendancemark meetings_attendancemark_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_attendancemark
    ADD CONSTRAINT meetings_attendancemark_pkey PRIMARY KEY (authority_id, id);


--
-- Name: meetings_guest meetings_guest_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_guest
    ADD CONSTRAINT meetings_guest_pkey PRIMARY KEY (authority_id, id);


--
-- Name: meetings_attendancemark meetings_mark_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_attendancemark
    ADD CONSTRAINT meetings_mark_once UNIQUE (authority_id, meeting_id, key);


--
-- Name: meetings_meeting_history meetings_meeting_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_meeting_history
    ADD CONSTRAINT meetings_meeting_history_pkey PRIMARY KEY (authority_id, pgh_id);


--
-- Name: meetings_meeting meetings_meeting_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_meeting
    ADD CONSTRAINT meetings_meeting_pkey PRIMARY KEY (authority_id, id);


--
-- Name: meetings_answer meetings_one_answer_a_setting; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_answer
    ADD CONSTRAINT meetings_one_answer_a_setting UNIQUE (authority_id, meeting_id, membership_id);


--
-- Name: meetings_otherpresent meetings_other_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_otherpresent
    ADD CONSTRAINT meetings_other_once UNIQUE (authority_id, meeting_id, name);


--
-- Name: meetings_otherpresent meetings_otherpresent_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_otherpresent
    ADD CONSTRAINT meetings_otherpresent_pkey PRIMARY KEY (authority_id, id);


--
-- Name: meetings_paper meetings_paper_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_paper
    ADD CONSTRAINT meetings_paper_pkey PRIMARY KEY (authority_id, id);


--
-- Name: meetings_paperssent meetings_paperssent_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_paperssent
    ADD CONSTRAINT meetings_paperssent_pkey PRIMARY KEY (authority_id, id);


--
-- Name: memberships_application_history memberships_application_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_application_history
    ADD CONSTRAINT memberships_application_history_pkey PRIMARY KEY (authority_id, pgh_id);


--
-- Name: memberships_application memberships_application_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_application
    ADD CONSTRAINT memberships_application_pkey PRIMARY KEY (authority_id, id);


--
-- Name: memberships_conductstep memberships_concern_step_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_conductstep
    ADD CONSTRAINT memberships_concern_step_once UNIQUE (authority_id, concern_id, to_state);


--
-- Name: memberships_conductconcern_history memberships_conductconcern_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_conductconcern_history
    ADD CONSTRAINT memberships_conductconcern_history_pkey PRIMARY KEY (authority_id, pgh_id);


--
-- Name: memberships_conductconcern memberships_conductconcern_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_conductconcern
    ADD CONSTRAINT memberships_conductconcern_pkey PRIMARY KEY (authority_id, id);


--
-- Name: memberships_conductstep memberships_conductstep_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_conductstep
    ADD CONSTRAINT memberships_conductstep_pkey PRIMARY KEY (authority_id, id);


--
-- Name: memberships_personcontact memberships_contact_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_personcontact
    ADD CONSTRAINT memberships_contact_once UNIQUE (authority_id, user_id);


--
-- Name: memberships_coveredcount memberships_coveredcount_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_coveredcount
    ADD CONSTRAINT memberships_coveredcount_pkey PRIMARY KEY (authority_id, id);


--
-- Name: memberships_handover_history memberships_handover_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_handover_history
    ADD CONSTRAINT memberships_handover_history_pkey PRIMARY KEY (authority_id, pgh_id);


--
-- Name: memberships_handover memberships_handover_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_handover
    ADD CONSTRAINT memberships_handover_pkey PRIMARY KEY (authority_id, id);


--
-- Name: memberships_invitation_history memberships_invitation_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_invitation_history
    ADD CONSTRAINT memberships_invitation_history_pkey PRIMARY KEY (authority_id, pgh_id);


--
-- Name: memberships_invitation memberships_invitation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_invitation
    ADD CONSTRAINT memberships_invitation_pkey PRIMARY KEY (authority_id, id);


--
-- Name: memberships_leaderappointment_history memberships_leaderappointment_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_leaderappointment_history
    ADD CONSTRAINT memberships_leaderappointment_history_pkey PRIMARY KEY (authority_id, pgh_id);


--
-- Name: memberships_leaderappointment memberships_leaderappointment_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_leaderappointment
    ADD CONSTRAINT memberships_leaderappointment_pkey PRIMARY KEY (authority_id, id);


--
-- Name: memberships_leaderappointment memberships_leads_once_at_a_time; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_leaderappointment
    ADD CONSTRAINT memberships_leads_once_at_a_time EXCLUDE USING gist (int8range(authority_id, authority_id, '[]'::text) WITH &&, int8range(membership_id, membership_id, '[]'::text) WITH &&, int8range(user_id, user_id, '[]'::text) WITH &&, daterange(starts_on, ends_on) WITH &&);


--
-- Name: memberships_ledcount memberships_ledcount_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_ledcount
    ADD CONSTRAINT memberships_ledcount_pkey PRIMARY KEY (authority_id, id);


--
-- Name: memberships_membership_history memberships_membership_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_membership_history
    ADD CONSTRAINT memberships_membership_history_pkey PRIMARY KEY (authority_id, pgh_id);


--
-- Name: memberships_membership memberships_membership_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_membership
    ADD CONSTRAINT memberships_membership_pkey PRIMARY KEY (authority_id, id);


--
-- Name: memberships_officeholder_history memberships_officeholder_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_officeholder_history
    ADD CONSTRAINT memberships_officeholder_history_pkey PRIMARY KEY (authority_id, pgh_id);


--
-- Name: memberships_officeholder memberships_officeholder_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_officeholder
    ADD CONSTRAINT memberships_officeholder_pkey PRIMARY KEY (authority_id, id);


--
-- Name: memberships_membership memberships_one_membership_at_a_time; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_membership
    ADD CONSTRAINT memberships_one_membership_at_a_time EXCLUDE USING gist (int8range(authority_id, authority_id, '[]'::text) WITH &&, int8range(collaboration_id, collaboration_id, '[]'::text) WITH &&, int8range(provider_id, provider_id, '[]'::text) WITH &&, daterange(joined_on, left_on) WITH &&);


--
-- Name: memberships_officeholder memberships_one_office_at_a_time; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_officeholder
    ADD CONSTRAINT memberships_one_office_at_a_time EXCLUDE USING gist (int8range(authority_id, authority_id, '[]'::text) WITH &&, int8range(membership_id, membership_id, '[]'::text) WITH &&, int8range(user_id, user_id, '[]'::text) WITH &&, daterange(starts_on, ends_on) WITH &&);


--
-- Name: memberships_personcontact_history memberships_personcontact_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_personcontact_history
    ADD CONSTRAINT memberships_personcontact_history_pkey PRIMARY KEY (authority_id, pgh_id);


--
-- Name: memberships_personcontact memberships_personcontact_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_personcontact
    ADD CONSTRAINT memberships_personcontact_pkey PRIMARY KEY (authority_id, id);


--
-- Name: memberships_settingrole memberships_setting_role_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_settingrole
    ADD CONSTRAINT memberships_setting_role_once UNIQUE (authority_id, user_id, provider_id, starts_on);


--
-- Name: memberships_settingrole_history memberships_settingrole_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_settingrole_history
    ADD CONSTRAINT memberships_settingrole_history_pkey PRIMARY KEY (authority_id, pgh_id);


--
-- Name: memberships_settingrole memberships_settingrole_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_settingrole
    ADD CONSTRAINT memberships_settingrole_pkey PRIMARY KEY (authority_id, id);


--
-- Name: memberships_stafftold memberships_staff_told_once_a_day; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_stafftold
    ADD CONSTRAINT memberships_staff_told_once_a_day UNIQUE (authority_id, membership_id, confirmed_on);


--
-- Name: memberships_stafftold memberships_stafftold_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_stafftold
    ADD CONSTRAINT memberships_stafftold_pkey PRIMARY KEY (authority_id, id);


--
-- Name: mfa_authenticator mfa_authenticator_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);


--
-- Name: ofsted_importrun ofsted_importrun_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_importrun
    ADD CONSTRAINT ofsted_importrun_pkey PRIMARY KEY (authority_id, id);


--
-- Name: ofsted_inspection_history ofsted_inspection_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_inspection_history
    ADD CONSTRAINT ofsted_inspection_history_pkey PRIMARY KEY (authority_id, pgh_id);


--
-- Name: ofsted_inspection ofsted_inspection_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_inspection
    ADD CONSTRAINT ofsted_inspection_once UNIQUE (authority_id, provider_id, regime, inspected_on);


--
-- Name: ofsted_inspection ofsted_inspection_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_inspection
    ADD CONSTRAINT ofsted_inspection_pkey PRIMARY KEY (authority_id, id);


--
-- Name: ofsted_leadingpolicy_history ofsted_leadingpolicy_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_leadingpolicy_history
    ADD CONSTRAINT ofsted_leadingpolicy_history_pkey PRIMARY KEY (authority_id, pgh_id);


--
-- Name: ofsted_leadingpolicy ofsted_leadingpolicy_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_leadingpolicy
    ADD CONSTRAINT ofsted_leadingpolicy_pkey PRIMARY KEY (authority_id, id);


--
-- Name: ofsted_plannedrow ofsted_plannedrow_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_plannedrow
    ADD CONSTRAINT ofsted_plannedrow_pkey PRIMARY KEY (authority_id, id);


--
-- Name: ofsted_leadingpolicy ofsted_policy_version_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_leadingpolicy
    ADD CONSTRAINT ofsted_policy_version_once UNIQUE (authority_id, version);


--
-- Name: ofsted_registername ofsted_register_name_of_kind_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_registername
    ADD CONSTRAINT ofsted_register_name_of_kind_once UNIQUE (authority_id, kind, name);


--
-- Name: ofsted_registername ofsted_registername_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_registername
    ADD CONSTRAINT ofsted_registername_pkey PRIMARY KEY (authority_id, id);


--
-- Name: ofsted_schoollink ofsted_school_link_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_schoollink
    ADD CONSTRAINT ofsted_school_link_once UNIQUE (authority_id, urn, other_urn, link_type);


--
-- Name: ofsted_schoollink_history ofsted_schoollink_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_schoollink_history
    ADD CONSTRAINT ofsted_schoollink_history_pkey PRIMARY KEY (authority_id, pgh_id);


--
-- Name: ofsted_schoollink ofsted_schoollink_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_schoollink
    ADD CONSTRAINT ofsted_schoollink_pkey PRIMARY KEY (authority_id, id);


--
-- Name: pghistory_context pghistory_context_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.pghistory_context
    ADD CONSTRAINT pghistory_context_pkey PRIMARY KEY (id);


--
-- Name: providers_district providers_district_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_district
    ADD CONSTRAINT providers_district_once UNIQUE (authority_id, name);


--
-- Name: providers_district providers_district_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_district
    ADD CONSTRAINT providers_district_pkey PRIMARY KEY (authority_id, id);


--
-- Name: providers_districtoutline providers_districtoutline_district_id_auniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_districtoutline
    ADD CONSTRAINT providers_districtoutline_district_id_auniq UNIQUE (authority_id, district_id);


--
-- Name: providers_districtoutline providers_districtoutline_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_districtoutline
    ADD CONSTRAINT providers_districtoutline_pkey PRIMARY KEY (authority_id, id);


--
-- Name: providers_providergrant providers_grant_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_providergrant
    ADD CONSTRAINT providers_grant_once UNIQUE (authority_id, user_id, content_object_id, permission_id, starts_on, is_exceptional);


--
-- Name: providers_provideridentity providers_identity_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_provideridentity
    ADD CONSTRAINT providers_identity_once UNIQUE (authority_id, scheme, value);


--
-- Name: providers_listedcount providers_listedcount_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_listedcount
    ADD CONSTRAINT providers_listedcount_pkey PRIMARY KEY (authority_id, id);


--
-- Name: providers_provider_history providers_provider_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_provider_history
    ADD CONSTRAINT providers_provider_history_pkey PRIMARY KEY (authority_id, pgh_id);


--
-- Name: providers_provider providers_provider_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_provider
    ADD CONSTRAINT providers_provider_pkey PRIMARY KEY (authority_id, id);


--
-- Name: providers_providergrant providers_providergrant_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_providergrant
    ADD CONSTRAINT providers_providergrant_pkey PRIMARY KEY (authority_id, id);


--
-- Name: providers_provideridentity providers_provideridentity_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_provideridentity
    ADD CONSTRAINT providers_provideridentity_pkey PRIMARY KEY (authority_id, id);


--
-- Name: providers_settingcontact_history providers_settingcontact_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_settingcontact_history
    ADD CONSTRAINT providers_settingcontact_history_pkey PRIMARY KEY (authority_id, pgh_id);


--
-- Name: providers_settingcontact providers_settingcontact_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_settingcontact
    ADD CONSTRAINT providers_settingcontact_pkey PRIMARY KEY (authority_id, id);


--
-- Name: providers_settingcontact providers_settingcontact_provider_id_auniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_settingcontact
    ADD CONSTRAINT providers_settingcontact_provider_id_auniq UNIQUE (authority_id, provider_id);


--
-- Name: providers_successionlink providers_succession_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_successionlink
    ADD CONSTRAINT providers_succession_once UNIQUE (authority_id, old_id, new_id);


--
-- Name: providers_successionlink_history providers_successionlink_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_successionlink_history
    ADD CONSTRAINT providers_successionlink_history_pkey PRIMARY KEY (authority_id, pgh_id);


--
-- Name: providers_successionlink providers_successionlink_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_successionlink
    ADD CONSTRAINT providers_successionlink_pkey PRIMARY KEY (authority_id, id);


--
-- Name: provision_deliverypartner provision_deliverypartner_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_deliverypartner
    ADD CONSTRAINT provision_deliverypartner_pkey PRIMARY KEY (authority_id, id);


--
-- Name: provision_deliverypartnership_history provision_deliverypartnership_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_deliverypartnership_history
    ADD CONSTRAINT provision_deliverypartnership_history_pkey PRIMARY KEY (authority_id, pgh_id);


--
-- Name: provision_deliverypartnership provision_deliverypartnership_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_deliverypartnership
    ADD CONSTRAINT provision_deliverypartnership_pkey PRIMARY KEY (authority_id, id);


--
-- Name: provision_staffreturn provision_one_return_a_period; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_staffreturn
    ADD CONSTRAINT provision_one_return_a_period UNIQUE (authority_id, period_id, provider_id);


--
-- Name: provision_deliverypartner provision_partner_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_deliverypartner
    ADD CONSTRAINT provision_partner_once UNIQUE (authority_id, partnership_id, provider_id);


--
-- Name: provision_returnperiod provision_period_date_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_returnperiod
    ADD CONSTRAINT provision_period_date_once UNIQUE (authority_id, count_date);


--
-- Name: provision_returnperiod provision_period_name_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_returnperiod
    ADD CONSTRAINT provision_period_name_once UNIQUE (authority_id, name);


--
-- Name: provision_publicconsent_history provision_publicconsent_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_publicconsent_history
    ADD CONSTRAINT provision_publicconsent_history_pkey PRIMARY KEY (authority_id, pgh_id);


--
-- Name: provision_publicconsent provision_publicconsent_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_publicconsent
    ADD CONSTRAINT provision_publicconsent_pkey PRIMARY KEY (authority_id, id);


--
-- Name: provision_staffreturnreminder provision_reminded_once_a_day; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_staffreturnreminder
    ADD CONSTRAINT provision_reminded_once_a_day UNIQUE (authority_id, period_id, provider_id, sent_on);


--
-- Name: provision_returnperiod_history provision_returnperiod_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_returnperiod_history
    ADD CONSTRAINT provision_returnperiod_history_pkey PRIMARY KEY (authority_id, pgh_id);


--
-- Name: provision_returnperiod provision_returnperiod_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_returnperiod
    ADD CONSTRAINT provision_returnperiod_pkey PRIMARY KEY (authority_id, id);


--
-- Name: provision_staffreturn_history provision_staffreturn_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_staffreturn_history
    ADD CONSTRAINT provision_staffreturn_history_pkey PRIMARY KEY (authority_id, pgh_id);


--
-- Name: provision_staffreturn provision_staffreturn_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_staffreturn
    ADD CONSTRAINT provision_staffreturn_pkey PRIMARY KEY (authority_id, id);


--
-- Name: provision_staffreturnline provision_staffreturnline_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_staffreturnline
    ADD CONSTRAINT provision_staffreturnline_pkey PRIMARY KEY (authority_id, id);


--
-- Name: provision_staffreturnreminder provision_staffreturnreminder_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_staffreturnreminder
    ADD CONSTRAINT provision_staffreturnreminder_pkey PRIMARY KEY (authority_id, id);


--
-- Name: provision_vacancy_history provision_vacancy_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_vacancy_history
    ADD CONSTRAINT provision_vacancy_history_pkey PRIMARY KEY (authority_id, pgh_id);


--
-- Name: provision_vacancy provision_vacancy_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_vacancy
    ADD CONSTRAINT provision_vacancy_once UNIQUE (authority_id, provider_id, age_band, session);


--
-- Name: provision_vacancy provision_vacancy_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_vacancy
    ADD CONSTRAINT provision_vacancy_pkey PRIMARY KEY (authority_id, id);


--
-- Name: reorganisation_plannedmember reorganisation_placed_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisation_plannedmember
    ADD CONSTRAINT reorganisation_placed_once UNIQUE (authority_id, plan_id, membership_id);


--
-- Name: reorganisation_reorganisationsource reorganisation_plan_source_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisation_reorganisationsource
    ADD CONSTRAINT reorganisation_plan_source_once UNIQUE (authority_id, plan_id, collaboration_id);


--
-- Name: reorganisation_plannedleader reorganisation_planned_to_lead_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisation_plannedleader
    ADD CONSTRAINT reorganisation_planned_to_lead_once UNIQUE (authority_id, member_id, user_id);


--
-- Name: reorganisation_plannedleader reorganisation_plannedleader_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisation_plannedleader
    ADD CONSTRAINT reorganisation_plannedleader_pkey PRIMARY KEY (authority_id, id);


--
-- Name: reorganisation_plannedmember reorganisation_plannedmember_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisation_plannedmember
    ADD CONSTRAINT reorganisation_plannedmember_pkey PRIMARY KEY (authority_id, id);


--
-- Name: reorganisation_plannedsuccessor reorganisation_plannedsuccessor_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisation_plannedsuccessor
    ADD CONSTRAINT reorganisation_plannedsuccessor_pkey PRIMARY KEY (authority_id, id);


--
-- Name: reorganisation_reorganisation_history reorganisation_reorganisation_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisation_reorganisation_history
    ADD CONSTRAINT reorganisation_reorganisation_history_pkey PRIMARY KEY (authority_id, pgh_id);


--
-- Name: reorganisation_reorganisation reorganisation_reorganisation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisation_reorganisation
    ADD CONSTRAINT reorganisation_reorganisation_pkey PRIMARY KEY (authority_id, id);


--
-- Name: reorganisation_reorganisationsource reorganisation_reorganisationsource_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisation_reorganisationsource
    ADD CONSTRAINT reorganisation_reorganisationsource_pkey PRIMARY KEY (authority_id, id);


--
-- Name: reorganisation_plannedsuccessor reorganisation_successor_name_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisation_plannedsuccessor
    ADD CONSTRAINT reorganisation_successor_name_once UNIQUE (authority_id, plan_id, name);


--
-- Name: socialaccount_socialaccount socialaccount_socialaccount_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_pkey PRIMARY KEY (id);


--
-- Name: socialaccount_socialaccount socialaccount_socialaccount_provider_uid_fc810c6e_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_provider_uid_fc810c6e_uniq UNIQUE (provider, uid);


--
-- Name: socialaccount_socialapp socialaccount_socialapp_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.socialaccount_socialapp
    ADD CONSTRAINT socialaccount_socialapp_pkey PRIMARY KEY (id);


--
-- Name: socialaccount_socialtoken socialaccount_socialtoken_app_id_account_id_fca4e0ac_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_socialtoken_app_id_account_id_fca4e0ac_uniq UNIQUE (app_id, account_id);


--
-- Name: socialaccount_socialtoken socialaccount_socialtoken_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_socialtoken_pkey PRIMARY KEY (id);


--
-- Name: support_message support_message_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support_message
    ADD CONSTRAINT support_message_pkey PRIMARY KEY (authority_id, id);


--
-- Name: support_messagetemplate support_message_template_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support_messagetemplate
    ADD CONSTRAINT support_message_template_once UNIQUE (authority_id, person_id, name);


--
-- Name: support_messagecopy support_messagecopy_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support_messagecopy
    ADD CONSTRAINT support_messagecopy_pkey PRIMARY KEY (authority_id, id);


--
-- Name: support_messagefile support_messagefile_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support_messagefile
    ADD CONSTRAINT support_messagefile_pkey PRIMARY KEY (authority_id, id);


--
-- Name: support_messagetemplate support_messagetemplate_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support_messagetemplate
    ADD CONSTRAINT support_messagetemplate_pkey PRIMARY KEY (authority_id, id);


--
-- Name: support_messagecopy support_one_copy_a_person; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support_messagecopy
    ADD CONSTRAINT support_one_copy_a_person UNIQUE (authority_id, message_id, user_id);


--
-- Name: support_referral_history support_referral_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support_referral_history
    ADD CONSTRAINT support_referral_history_pkey PRIMARY KEY (authority_id, pgh_id);


--
-- Name: support_referral support_referral_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support_referral
    ADD CONSTRAINT support_referral_pkey PRIMARY KEY (authority_id, id);


--
-- Name: support_supportrequest_history support_supportrequest_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support_supportrequest_history
    ADD CONSTRAINT support_supportrequest_history_pkey PRIMARY KEY (authority_id, pgh_id);


--
-- Name: support_supportrequest support_supportrequest_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support_supportrequest
    ADD CONSTRAINT support_supportrequest_pkey PRIMARY KEY (authority_id, id);


--
-- Name: usersessions_usersession usersessions_usersession_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_usersession_pkey PRIMARY KEY (id);


--
-- Name: usersessions_usersession usersessions_usersession_session_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_usersession_session_key_key UNIQUE (session_key);


--
-- Name: ways_of_working_termsanswer ways_of_working_one_terms_answer; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_termsanswer
    ADD CONSTRAINT ways_of_working_one_terms_answer UNIQUE (authority_id, ways_id, membership_id);


--
-- Name: ways_of_working_review_history ways_of_working_review_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_review_history
    ADD CONSTRAINT ways_of_working_review_history_pkey PRIMARY KEY (authority_id, pgh_id);


--
-- Name: ways_of_working_review ways_of_working_review_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_review
    ADD CONSTRAINT ways_of_working_review_once UNIQUE (authority_id, collaboration_id, clock, due_on);


--
-- Name: ways_of_working_review ways_of_working_review_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_review
    ADD CONSTRAINT ways_of_working_review_pkey PRIMARY KEY (authority_id, id);


--
-- Name: ways_of_working_termstemplate ways_of_working_template_version_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_termstemplate
    ADD CONSTRAINT ways_of_working_template_version_once UNIQUE (authority_id, version);


--
-- Name: ways_of_working_termsreminder ways_of_working_terms_reminded_once_a_day; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_termsreminder
    ADD CONSTRAINT ways_of_working_terms_reminded_once_a_day UNIQUE (authority_id, ways_id, membership_id, sent_on);


--
-- Name: ways_of_working_termssection ways_of_working_terms_section_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_termssection
    ADD CONSTRAINT ways_of_working_terms_section_once UNIQUE (authority_id, ways_id, key);


--
-- Name: ways_of_working_waysofworking ways_of_working_terms_version_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_waysofworking
    ADD CONSTRAINT ways_of_working_terms_version_once UNIQUE (authority_id, collaboration_id, version);


--
-- Name: ways_of_working_termsanswer_history ways_of_working_termsanswer_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_termsanswer_history
    ADD CONSTRAINT ways_of_working_termsanswer_history_pkey PRIMARY KEY (authority_id, pgh_id);


--
-- Name: ways_of_working_termsanswer ways_of_working_termsanswer_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_termsanswer
    ADD CONSTRAINT ways_of_working_termsanswer_pkey PRIMARY KEY (authority_id, id);


--
-- Name: ways_of_working_termsreminder ways_of_working_termsreminder_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_termsreminder
    ADD CONSTRAINT ways_of_working_termsreminder_pkey PRIMARY KEY (authority_id, id);


--
-- Name: ways_of_working_termsreply ways_of_working_termsreply_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_termsreply
    ADD CONSTRAINT ways_of_working_termsreply_pkey PRIMARY KEY (authority_id, id);


--
-- Name: ways_of_working_termssection ways_of_working_termssection_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_termssection
    ADD CONSTRAINT ways_of_working_termssection_pkey PRIMARY KEY (authority_id, id);


--
-- Name: ways_of_working_termstemplate_history ways_of_working_termstemplate_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_termstemplate_history
    ADD CONSTRAINT ways_of_working_termstemplate_history_pkey PRIMARY KEY (authority_id, pgh_id);


--
-- Name: ways_of_working_termstemplate ways_of_working_termstemplate_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_termstemplate
    ADD CONSTRAINT ways_of_working_termstemplate_pkey PRIMARY KEY (authority_id, id);


--
-- Name: ways_of_working_waysofworking_history ways_of_working_waysofworking_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_waysofworking_history
    ADD CONSTRAINT ways_of_working_waysofworking_history_pkey PRIMARY KEY (authority_id, pgh_id);


--
-- Name: ways_of_working_waysofworking ways_of_working_waysofworking_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_waysofworking
    ADD CONSTRAINT ways_of_working_waysofworking_pkey PRIMARY KEY (authority_id, id);


--
-- Name: account_emailaddress_email_03be32b2; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);


--
-- Name: account_emailaddress_email_03be32b2_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);


--
-- Name: account_emailaddress_user_id_2c513194; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);


--
-- Name: account_emailconfirmation_email_address_id_5b7f8c58; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);


--
-- Name: account_emailconfirmation_key_f43612bd_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);


--
-- Name: accounts_accountnotice_user_id_69dba09d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_accountnotice_user_id_69dba09d ON public.accounts_accountnotice USING btree (user_id);


--
-- Name: accounts_affiliation_authority_id_bd6db773; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_affiliation_authority_id_bd6db773 ON public.accounts_affiliation USING btree (authority_id);


--
-- Name: accounts_affiliation_locked; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_affiliation_locked ON public.accounts_affiliation USING btree (authority_id, user_id) WHERE (locked_at IS NOT NULL);


--
-- Name: accounts_affiliation_locked_by_id_29ecbca9; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_affiliation_locked_by_id_29ecbca9 ON public.accounts_affiliation USING btree (locked_by_id);


--
-- Name: accounts_affiliation_merged_into_id_35d94105; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_affiliation_merged_into_id_35d94105 ON public.accounts_affiliation USING btree (merged_into_id);


--
-- Name: accounts_affiliation_user_id_a4444279; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_affiliation_user_id_a4444279 ON public.accounts_affiliation USING btree (user_id);


--
-- Name: accounts_attemptcount_key_9f2aca3f_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_attemptcount_key_9f2aca3f_like ON public.accounts_attemptcount USING btree (key varchar_pattern_ops);


--
-- Name: accounts_attemptcount_last_at_12b64131; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_attemptcount_last_at_12b64131 ON public.accounts_attemptcount USING btree (last_at);


--
-- Name: accounts_authority_name_a28113d8_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_authority_name_a28113d8_like ON public.accounts_authority USING btree (name varchar_pattern_ops);


--
-- Name: accounts_authority_slug_230ac31d_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_authority_slug_230ac31d_like ON public.accounts_authority USING btree (slug varchar_pattern_ops);


--
-- Name: accounts_correction_into_id_7f6c8b4a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_correction_into_id_7f6c8b4a ON public.accounts_correction USING btree (into_id);


--
-- Name: accounts_correction_one_waits; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX accounts_correction_one_waits ON public.accounts_correction USING btree (authority_id, user_id) WHERE ((state)::text = 'waiting'::text);


--
-- Name: accounts_correction_proposed_by_id_79436fe8; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_correction_proposed_by_id_79436fe8 ON public.accounts_correction USING btree (proposed_by_id);


--
-- Name: accounts_correction_user_id_85109e64; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_correction_user_id_85109e64 ON public.accounts_correction USING btree (user_id);


--
-- Name: accounts_decision_by_id_090d6a56; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_decision_by_id_090d6a56 ON public.accounts_decision USING btree (by_id);


--
-- Name: accounts_decision_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_decision_newest ON public.accounts_decision USING btree (authority_id, user_id, at DESC);


--
-- Name: accounts_decision_user_id_233cc3e9; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_decision_user_id_233cc3e9 ON public.accounts_decision USING btree (user_id);


--
-- Name: accounts_event_age; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_event_age ON public.accounts_securityevent USING btree (at);


--
-- Name: accounts_event_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_event_newest ON public.accounts_securityevent USING btree (authority_id, at DESC, id DESC);


--
-- Name: accounts_event_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_event_person ON public.accounts_securityevent USING btree (person_id, at DESC, id DESC);


--
-- Name: accounts_invitation_email; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_invitation_email ON public.accounts_personinvitation USING btree (authority_id, email);


--
-- Name: accounts_links_about; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_links_about ON public.accounts_tasklink USING btree (authority_id, purpose, about_id);


--
-- Name: accounts_notices_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_notices_at ON public.accounts_accountnotice USING btree (authority_id, at);


--
-- Name: accounts_personinvitation_invited_by_id_56245872; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_personinvitation_invited_by_id_56245872 ON public.accounts_personinvitation USING btree (invited_by_id);


--
-- Name: accounts_personinvitation_user_id_03462558; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_personinvitation_user_id_03462558 ON public.accounts_personinvitation USING btree (user_id);


--
-- Name: accounts_roleappointment_appointed_by_id_3d42bca4; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_roleappointment_appointed_by_id_3d42bca4 ON public.accounts_roleappointment USING btree (appointed_by_id);


--
-- Name: accounts_roleappointment_history_appointed_by_id_b954490f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_roleappointment_history_appointed_by_id_b954490f ON public.accounts_roleappointment_history USING btree (appointed_by_id);


--
-- Name: accounts_roleappointment_history_authority_id_0946e5e4; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_roleappointment_history_authority_id_0946e5e4 ON public.accounts_roleappointment_history USING btree (authority_id);


--
-- Name: accounts_roleappointment_history_pgh_obj_id_48f04c42; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_roleappointment_history_pgh_obj_id_48f04c42 ON public.accounts_roleappointment_history USING btree (pgh_obj_id);


--
-- Name: accounts_roleappointment_history_user_id_4d442bbf; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_roleappointment_history_user_id_4d442bbf ON public.accounts_roleappointment_history USING btree (user_id);


--
-- Name: accounts_roleappointment_user_id_1798066e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_roleappointment_user_id_1798066e ON public.accounts_roleappointment USING btree (user_id);


--
-- Name: accounts_securityevent_person_id_8f2dd903; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_securityevent_person_id_8f2dd903 ON public.accounts_securityevent USING btree (person_id);


--
-- Name: accounts_tasklink_user_id_00a7afbd; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_tasklink_user_id_00a7afbd ON public.accounts_tasklink USING btree (user_id);


--
-- Name: accounts_user_email_b2644a56; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_user_email_b2644a56 ON public.accounts_user USING btree (email);


--
-- Name: accounts_user_email_b2644a56_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_user_email_b2644a56_like ON public.accounts_user USING btree (email varchar_pattern_ops);


--
-- Name: accounts_user_email_once_each; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX accounts_user_email_once_each ON public.accounts_user USING btree (lower((email)::text), invited_to_id) NULLS NOT DISTINCT;


--
-- Name: accounts_user_groups_group_id_bd11a704; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_user_groups_group_id_bd11a704 ON public.accounts_user_groups USING btree (group_id);


--
-- Name: accounts_user_groups_user_id_52b62117; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_user_groups_user_id_52b62117 ON public.accounts_user_groups USING btree (user_id);


--
-- Name: accounts_user_invited_to_id_25801a59; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_user_invited_to_id_25801a59 ON public.accounts_user USING btree (invited_to_id);


--
-- Name: accounts_user_user_permissions_permission_id_113bb443; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_user_user_permissions_permission_id_113bb443 ON public.accounts_user_user_permissions USING btree (permission_id);


--
-- Name: accounts_user_user_permissions_user_id_e4f0a161; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_user_user_permissions_user_id_e4f0a161 ON public.accounts_user_user_permissions USING btree (user_id);


--
-- Name: audit_entry_about; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_entry_about ON public.audit_entry USING btree (authority_id, about_type, about_id, at DESC);


--
-- Name: audit_entry_by_id_1c9b7f27; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_entry_by_id_1c9b7f27 ON public.audit_entry USING btree (by_id);


--
-- Name: audit_entry_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_entry_newest ON public.audit_entry USING btree (authority_id, at DESC, id DESC);


--
-- Name: auth_group_name_a6ea08ec_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);


--
-- Name: auth_group_permissions_group_id_b120cbf9; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);


--
-- Name: auth_group_permissions_permission_id_84c5c92e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);


--
-- Name: auth_permission_content_type_id_2f476e4b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);


--
-- Name: collaborations_collaboration_district_id_29e50236; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_collaboration_district_id_29e50236 ON public.collaborations_collaboration USING btree (district_id);


--
-- Name: collaborations_collaboration_history_authority_id_95fda941; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_collaboration_history_authority_id_95fda941 ON public.collaborations_collaboration_history USING btree (authority_id);


--
-- Name: collaborations_collaboration_history_district_id_38e2d476; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_collaboration_history_district_id_38e2d476 ON public.collaborations_collaboration_history USING btree (district_id);


--
-- Name: collaborations_collaboration_history_pgh_obj_id_6355b0fb; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_collaboration_history_pgh_obj_id_6355b0fb ON public.collaborations_collaboration_history USING btree (pgh_obj_id);


--
-- Name: collaborations_collaborationgrant_content_object_id_e605540a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_collaborationgrant_content_object_id_e605540a ON public.collaborations_collaborationgrant USING btree (content_object_id);


--
-- Name: collaborations_collaborationgrant_permission_id_30b0495c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_collaborationgrant_permission_id_30b0495c ON public.collaborations_collaborationgrant USING btree (permission_id);


--
-- Name: collaborations_collaborationgrant_user_id_f4a36f56; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_collaborationgrant_user_id_f4a36f56 ON public.collaborations_collaborationgrant USING btree (user_id);


--
-- Name: collaborations_count; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_count ON public.collaborations_collaborationcount USING btree (authority_id, district_id);


--
-- Name: collaborations_enquiries; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_enquiries ON public.collaborations_collaboration USING btree (authority_id, started_on) WHERE ((state)::text = 'enquiry'::text);


--
-- Name: collaborations_firstmeeting_facilitated_by_id_24107ca7; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_firstmeeting_facilitated_by_id_24107ca7 ON public.collaborations_firstmeeting USING btree (facilitated_by_id);


--
-- Name: collaborations_firstmeeting_history_authority_id_5a6eba57; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_firstmeeting_history_authority_id_5a6eba57 ON public.collaborations_firstmeeting_history USING btree (authority_id);


--
-- Name: collaborations_firstmeeting_history_collaboration_id_df86fb01; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_firstmeeting_history_collaboration_id_df86fb01 ON public.collaborations_firstmeeting_history USING btree (collaboration_id);


--
-- Name: collaborations_firstmeeting_history_facilitated_by_id_0632d507; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_firstmeeting_history_facilitated_by_id_0632d507 ON public.collaborations_firstmeeting_history USING btree (facilitated_by_id);


--
-- Name: collaborations_firstmeeting_history_pgh_obj_id_f27f6871; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_firstmeeting_history_pgh_obj_id_f27f6871 ON public.collaborations_firstmeeting_history USING btree (pgh_obj_id);


--
-- Name: collaborations_grant_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_grant_of ON public.collaborations_collaborationgrant USING btree (authority_id, content_object_id, user_id);


--
-- Name: collaborations_in_order; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_in_order ON public.collaborations_collaboration USING btree (authority_id, btrim(regexp_replace(regexp_replace(replace(replace(replace(replace(translate(lower(NORMALIZE(translate((name)::text, '''’‘‛′`´ʹʻʼʽˈ＇ꞌ'::text, ''::text), NFKD)), 'łøđħıðŧŋĸƚɫʉȼɇɉɍɏƀɖɗ'::text, 'lodhidtnkllucejrybdd'::text), 'æ'::text, 'ae'::text), 'œ'::text, 'oe'::text), 'þ'::text, 'th'::text), 'ß'::text, 'ss'::text), '[̀-ͯ]'::text, ''::text, 'g'::text), '[ -/:-@[-`{-~‐-―]+'::text, ' '::text, 'g'::text)) COLLATE "C", id);


--
-- Name: collaborations_life_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_life_of ON public.collaborations_statechange USING btree (authority_id, collaboration_id, at);


--
-- Name: collaborations_lineage_earlier_id_fc18a96e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_lineage_earlier_id_fc18a96e ON public.collaborations_lineage USING btree (earlier_id);


--
-- Name: collaborations_lineage_later; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_lineage_later ON public.collaborations_lineage USING btree (authority_id, later_id);


--
-- Name: collaborations_lineage_later_id_7cfb805b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_lineage_later_id_7cfb805b ON public.collaborations_lineage USING btree (later_id);


--
-- Name: collaborations_of_district; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_of_district ON public.collaborations_collaboration USING btree (authority_id, district_id, btrim(regexp_replace(regexp_replace(replace(replace(replace(replace(translate(lower(NORMALIZE(translate((name)::text, '''’‘‛′`´ʹʻʼʽˈ＇ꞌ'::text, ''::text), NFKD)), 'łøđħıðŧŋĸƚɫʉȼɇɉɍɏƀɖɗ'::text, 'lodhidtnkllucejrybdd'::text), 'æ'::text, 'ae'::text), 'œ'::text, 'oe'::text), 'þ'::text, 'th'::text), 'ß'::text, 'ss'::text), '[̀-ͯ]'::text, ''::text, 'g'::text), '[ -/:-@[-`{-~‐-―]+'::text, ' '::text, 'g'::text)) COLLATE "C", id);


--
-- Name: collaborations_statechange_by_id_ed61aa21; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_statechange_by_id_ed61aa21 ON public.collaborations_statechange USING btree (by_id);


--
-- Name: collaborations_statechange_collaboration_id_963edaf3; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_statechange_collaboration_id_963edaf3 ON public.collaborations_statechange USING btree (collaboration_id);


--
-- Name: development_actions_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX development_actions_of ON public.development_planaction USING btree (authority_id, objective_id);


--
-- Name: development_developmentplan_collaboration_id_fd4f2821; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX development_developmentplan_collaboration_id_fd4f2821 ON public.development_developmentplan USING btree (collaboration_id);


--
-- Name: development_developmentplan_history_authority_id_a91a39c8; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX development_developmentplan_history_authority_id_a91a39c8 ON public.development_developmentplan_history USING btree (authority_id);


--
-- Name: development_developmentplan_history_collaboration_id_3a17ab08; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX development_developmentplan_history_collaboration_id_3a17ab08 ON public.development_developmentplan_history USING btree (collaboration_id);


--
-- Name: development_developmentplan_history_pgh_obj_id_20eed5bb; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX development_developmentplan_history_pgh_obj_id_20eed5bb ON public.development_developmentplan_history USING btree (pgh_obj_id);


--
-- Name: development_objective_history_authority_id_e79233b7; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX development_objective_history_authority_id_e79233b7 ON public.development_objective_history USING btree (authority_id);


--
-- Name: development_objective_history_pgh_obj_id_c38efc68; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX development_objective_history_pgh_obj_id_c38efc68 ON public.development_objective_history USING btree (pgh_obj_id);


--
-- Name: development_objective_history_plan_id_f9bb0502; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX development_objective_history_plan_id_f9bb0502 ON public.development_objective_history USING btree (plan_id);


--
-- Name: development_objective_plan_id_1149341b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX development_objective_plan_id_1149341b ON public.development_objective USING btree (plan_id);


--
-- Name: development_objectives_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX development_objectives_of ON public.development_objective USING btree (authority_id, plan_id);


--
-- Name: development_one_current_plan; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX development_one_current_plan ON public.development_developmentplan USING btree (authority_id, collaboration_id) WHERE ((state)::text = 'current'::text);


--
-- Name: development_planaction_history_authority_id_0df105d4; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX development_planaction_history_authority_id_0df105d4 ON public.development_planaction_history USING btree (authority_id);


--
-- Name: development_planaction_history_objective_id_c32a2832; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX development_planaction_history_objective_id_c32a2832 ON public.development_planaction_history USING btree (objective_id);


--
-- Name: development_planaction_history_owner_id_604b449b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX development_planaction_history_owner_id_604b449b ON public.development_planaction_history USING btree (owner_id);


--
-- Name: development_planaction_history_person_id_e92757aa; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX development_planaction_history_person_id_e92757aa ON public.development_planaction_history USING btree (person_id);


--
-- Name: development_planaction_history_pgh_obj_id_b32bce6d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX development_planaction_history_pgh_obj_id_b32bce6d ON public.development_planaction_history USING btree (pgh_obj_id);


--
-- Name: development_planaction_objective_id_776c6027; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX development_planaction_objective_id_776c6027 ON public.development_planaction USING btree (objective_id);


--
-- Name: development_planaction_owner_id_172c0455; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX development_planaction_owner_id_172c0455 ON public.development_planaction USING btree (owner_id);


--
-- Name: development_planaction_person_id_dc277baf; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX development_planaction_person_id_dc277baf ON public.development_planaction USING btree (person_id);


--
-- Name: development_plans_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX development_plans_of ON public.development_developmentplan USING btree (authority_id, collaboration_id, state);


--
-- Name: django_admin_log_content_type_id_c4bce8eb; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX django_admin_log_content_type_id_c4bce8eb ON public.django_admin_log USING btree (content_type_id);


--
-- Name: django_admin_log_user_id_c564eba6; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX django_admin_log_user_id_c564eba6 ON public.django_admin_log USING btree (user_id);


--
-- Name: django_session_expire_date_a5c62663; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);


--
-- Name: django_session_session_key_c0390e0f_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);


--
-- Name: documents_emails_of_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX documents_emails_of_person ON public.documents_sentemail USING btree (authority_id, person_id, at DESC);


--
-- Name: documents_export_mine; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX documents_export_mine ON public.documents_exportrun USING btree (authority_id, requested_by_id, requested_at DESC);


--
-- Name: documents_exportrun_requested_by_id_9e067a47; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX documents_exportrun_requested_by_id_9e067a47 ON public.documents_exportrun USING btree (requested_by_id);


--
-- Name: documents_file_made_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX documents_file_made_once ON public.documents_storedfile USING btree (authority_id, purpose, fingerprint) WHERE (NOT ((fingerprint)::text = ''::text));


--
-- Name: documents_job_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX documents_job_newest ON public.documents_job USING btree (authority_id, created_at DESC, id DESC);


--
-- Name: documents_job_started_by_id_9fdf1573; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX documents_job_started_by_id_9fdf1573 ON public.documents_job USING btree (started_by_id);


--
-- Name: documents_keptlist_person_id_51318eb6; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX documents_keptlist_person_id_51318eb6 ON public.documents_keptlist USING btree (person_id);


--
-- Name: documents_outbox_unsent; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX documents_outbox_unsent ON public.documents_outboxmessage USING btree (id) WHERE (sent_at IS NULL);


--
-- Name: documents_selection_made; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX documents_selection_made ON public.documents_selection USING btree (authority_id, made_at);


--
-- Name: documents_selection_person_id_0e412625; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX documents_selection_person_id_0e412625 ON public.documents_selection USING btree (person_id);


--
-- Name: documents_sentemail_person_id_7d9f2af7; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX documents_sentemail_person_id_7d9f2af7 ON public.documents_sentemail USING btree (person_id);


--
-- Name: documents_storedfile_uploaded_by_id_dd88fc20; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX documents_storedfile_uploaded_by_id_dd88fc20 ON public.documents_storedfile USING btree (uploaded_by_id);


--
-- Name: exchange_lines_in_order; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX exchange_lines_in_order ON public.exchange_sheetline USING btree (authority_id, sheet_id, result, place, number);


--
-- Name: exchange_one_sheet_at_a_time; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX exchange_one_sheet_at_a_time ON public.exchange_sheetimport USING btree (authority_id) WHERE ((state)::text = ANY ((ARRAY['loading'::character varying, 'reading'::character varying, 'ready'::character varying])::text[]));


--
-- Name: exchange_sheetimport_file_id_97dda818; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX exchange_sheetimport_file_id_97dda818 ON public.exchange_sheetimport USING btree (file_id);


--
-- Name: exchange_sheetimport_job_id_73a8f061; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX exchange_sheetimport_job_id_73a8f061 ON public.exchange_sheetimport USING btree (job_id);


--
-- Name: exchange_sheetimport_loaded_by_id_ee98ff1f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX exchange_sheetimport_loaded_by_id_ee98ff1f ON public.exchange_sheetimport USING btree (loaded_by_id);


--
-- Name: exchange_sheetimport_started_by_id_20b97f8e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX exchange_sheetimport_started_by_id_20b97f8e ON public.exchange_sheetimport USING btree (started_by_id);


--
-- Name: exchange_sheetline_sheet_id_60da600e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX exchange_sheetline_sheet_id_60da600e ON public.exchange_sheetline USING btree (sheet_id);


--
-- Name: guardian_gr_group_i_9e7d12_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX guardian_gr_group_i_9e7d12_idx ON public.guardian_groupobjectpermission USING btree (group_id, content_type_id, object_pk);


--
-- Name: guardian_gr_permiss_83545c_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX guardian_gr_permiss_83545c_idx ON public.guardian_groupobjectpermission USING btree (permission_id, group_id, content_type_id, object_pk);


--
-- Name: guardian_groupobjectpermission_content_type_id_7ade36b8; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX guardian_groupobjectpermission_content_type_id_7ade36b8 ON public.guardian_groupobjectpermission USING btree (content_type_id);


--
-- Name: guardian_groupobjectpermission_group_id_4bbbfb62; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX guardian_groupobjectpermission_group_id_4bbbfb62 ON public.guardian_groupobjectpermission USING btree (group_id);


--
-- Name: guardian_groupobjectpermission_permission_id_36572738; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX guardian_groupobjectpermission_permission_id_36572738 ON public.guardian_groupobjectpermission USING btree (permission_id);


--
-- Name: guardian_us_permiss_e5749c_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX guardian_us_permiss_e5749c_idx ON public.guardian_userobjectpermission USING btree (permission_id, user_id, content_type_id, object_pk);


--
-- Name: guardian_us_user_id_8eae14_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX guardian_us_user_id_8eae14_idx ON public.guardian_userobjectpermission USING btree (user_id, content_type_id, object_pk);


--
-- Name: guardian_userobjectpermission_content_type_id_2e892405; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX guardian_userobjectpermission_content_type_id_2e892405 ON public.guardian_userobjectpermission USING btree (content_type_id);


--
-- Name: guardian_userobjectpermission_permission_id_71807bfc; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX guardian_userobjectpermission_permission_id_71807bfc ON public.guardian_userobjectpermission USING btree (permission_id);


--
-- Name: guardian_userobjectpermission_user_id_d5c1e964; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX guardian_userobjectpermission_user_id_d5c1e964 ON public.guardian_userobjectpermission USING btree (user_id);


--
-- Name: leadership_casegrant_content_object_id_f32a3e12; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_casegrant_content_object_id_f32a3e12 ON public.leadership_casegrant USING btree (content_object_id);


--
-- Name: leadership_casegrant_permission_id_06b1e7a4; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_casegrant_permission_id_06b1e7a4 ON public.leadership_casegrant USING btree (permission_id);


--
-- Name: leadership_casegrant_user_id_5a000f7a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_casegrant_user_id_5a000f7a ON public.leadership_casegrant USING btree (user_id);


--
-- Name: leadership_cases_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_cases_of ON public.leadership_leadershipcase USING btree (authority_id, appointment_id, opened_at DESC);


--
-- Name: leadership_grant_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_grant_of ON public.leadership_casegrant USING btree (authority_id, content_object_id, user_id);


--
-- Name: leadership_leadershipcase_appointment_id_92c1f234; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_leadershipcase_appointment_id_92c1f234 ON public.leadership_leadershipcase USING btree (appointment_id);


--
-- Name: leadership_leadershipcase_assigned_to_id_df614f1d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_leadershipcase_assigned_to_id_df614f1d ON public.leadership_leadershipcase USING btree (assigned_to_id);


--
-- Name: leadership_leadershipcase_closed_by_id_16e363cc; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_leadershipcase_closed_by_id_16e363cc ON public.leadership_leadershipcase USING btree (closed_by_id);


--
-- Name: leadership_leadershipcase_history_appointment_id_53d8cb59; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_leadershipcase_history_appointment_id_53d8cb59 ON public.leadership_leadershipcase_history USING btree (appointment_id);


--
-- Name: leadership_leadershipcase_history_assigned_to_id_6a254c4e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_leadershipcase_history_assigned_to_id_6a254c4e ON public.leadership_leadershipcase_history USING btree (assigned_to_id);


--
-- Name: leadership_leadershipcase_history_authority_id_9996966e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_leadershipcase_history_authority_id_9996966e ON public.leadership_leadershipcase_history USING btree (authority_id);


--
-- Name: leadership_leadershipcase_history_closed_by_id_252921d8; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_leadershipcase_history_closed_by_id_252921d8 ON public.leadership_leadershipcase_history USING btree (closed_by_id);


--
-- Name: leadership_leadershipcase_history_inspection_id_450c4844; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_leadershipcase_history_inspection_id_450c4844 ON public.leadership_leadershipcase_history USING btree (inspection_id);


--
-- Name: leadership_leadershipcase_history_pgh_obj_id_85945778; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_leadershipcase_history_pgh_obj_id_85945778 ON public.leadership_leadershipcase_history USING btree (pgh_obj_id);


--
-- Name: leadership_leadershipcase_history_policy_id_694ee53e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_leadershipcase_history_policy_id_694ee53e ON public.leadership_leadershipcase_history USING btree (policy_id);


--
-- Name: leadership_leadershipcase_inspection_id_6ea6b2fd; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_leadershipcase_inspection_id_6ea6b2fd ON public.leadership_leadershipcase USING btree (inspection_id);


--
-- Name: leadership_leadershipcase_policy_id_45567085; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_leadershipcase_policy_id_45567085 ON public.leadership_leadershipcase USING btree (policy_id);


--
-- Name: leadership_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_newest ON public.leadership_leadershipcase USING btree (authority_id, opened_at DESC, id DESC);


--
-- Name: leadership_nothing_found; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_nothing_found ON public.leadership_leadershipcase USING btree (authority_id, nothing_found_since) WHERE ((closed_at IS NULL) AND (nothing_found_since IS NOT NULL));


--
-- Name: leadership_one_open_case; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX leadership_one_open_case ON public.leadership_leadershipcase USING btree (authority_id, appointment_id) WHERE (closed_at IS NULL);


--
-- Name: leadership_open_cases; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_open_cases ON public.leadership_leadershipcase USING btree (authority_id, opened_at DESC, id) WHERE (closed_at IS NULL);


--
-- Name: leadership_open_cases_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_open_cases_of ON public.leadership_leadershipcase USING btree (authority_id, assigned_to_id, opened_at) WHERE (closed_at IS NULL);


--
-- Name: leadership_open_count; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_open_count ON public.leadership_opencasecount USING btree (authority_id, assigned_to_id);


--
-- Name: leadership_outcomes_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_outcomes_of ON public.leadership_unpublishedoutcome USING btree (authority_id, case_id);


--
-- Name: leadership_unpublishedoutcome_case_id_5b25636b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_unpublishedoutcome_case_id_5b25636b ON public.leadership_unpublishedoutcome USING btree (case_id);


--
-- Name: leadership_unpublishedoutcome_recorded_by_id_731d1262; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_unpublishedoutcome_recorded_by_id_731d1262 ON public.leadership_unpublishedoutcome USING btree (recorded_by_id);


--
-- Name: library_documentopening_user_id_2bd6c1f7; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX library_documentopening_user_id_2bd6c1f7 ON public.library_documentopening USING btree (user_id);


--
-- Name: library_documentopening_version_id_4d480677; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX library_documentopening_version_id_4d480677 ON public.library_documentopening USING btree (version_id);


--
-- Name: library_documentreader_document_id_c4544271; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX library_documentreader_document_id_c4544271 ON public.library_documentreader USING btree (document_id);


--
-- Name: library_documentreader_user_id_3e21aaf3; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX library_documentreader_user_id_3e21aaf3 ON public.library_documentreader USING btree (user_id);


--
-- Name: library_documents_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX library_documents_of ON public.library_groupdocument USING btree (authority_id, collaboration_id, title);


--
-- Name: library_documentversion_added_by_id_5ec19541; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX library_documentversion_added_by_id_5ec19541 ON public.library_documentversion USING btree (added_by_id);


--
-- Name: library_documentversion_document_id_c60499be; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX library_documentversion_document_id_c60499be ON public.library_documentversion USING btree (document_id);


--
-- Name: library_documentversion_file_id_e327d689; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX library_documentversion_file_id_e327d689 ON public.library_documentversion USING btree (file_id);


--
-- Name: library_groupdocument_collaboration_id_8f990acd; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX library_groupdocument_collaboration_id_8f990acd ON public.library_groupdocument USING btree (collaboration_id);


--
-- Name: library_groupdocument_history_authority_id_73c8f73a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX library_groupdocument_history_authority_id_73c8f73a ON public.library_groupdocument_history USING btree (authority_id);


--
-- Name: library_groupdocument_history_collaboration_id_d495ed94; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX library_groupdocument_history_collaboration_id_d495ed94 ON public.library_groupdocument_history USING btree (collaboration_id);


--
-- Name: library_groupdocument_history_owner_id_cbd642e1; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX library_groupdocument_history_owner_id_cbd642e1 ON public.library_groupdocument_history USING btree (owner_id);


--
-- Name: library_groupdocument_history_pgh_obj_id_43fae8af; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX library_groupdocument_history_pgh_obj_id_43fae8af ON public.library_groupdocument_history USING btree (pgh_obj_id);


--
-- Name: library_groupdocument_owner_id_d6ef9da8; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX library_groupdocument_owner_id_d6ef9da8 ON public.library_groupdocument USING btree (owner_id);


--
-- Name: library_libraryvisit_collaboration_id_8646a6dd; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX library_libraryvisit_collaboration_id_8646a6dd ON public.library_libraryvisit USING btree (collaboration_id);


--
-- Name: library_libraryvisit_user_id_7e1d051f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX library_libraryvisit_user_id_7e1d051f ON public.library_libraryvisit USING btree (user_id);


--
-- Name: library_openings_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX library_openings_of ON public.library_documentopening USING btree (authority_id, version_id, at DESC);


--
-- Name: library_reader_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX library_reader_once ON public.library_documentreader USING btree (authority_id, document_id, user_id) WHERE (ends_on IS NULL);


--
-- Name: library_version_of_file; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX library_version_of_file ON public.library_documentversion USING btree (authority_id, file_id);


--
-- Name: meetings_agendaitem_carried_from_id_3df1c4c2; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_agendaitem_carried_from_id_3df1c4c2 ON public.meetings_agendaitem USING btree (carried_from_id);


--
-- Name: meetings_agendaitem_history_authority_id_6f96f2a4; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_agendaitem_history_authority_id_6f96f2a4 ON public.meetings_agendaitem_history USING btree (authority_id);


--
-- Name: meetings_agendaitem_history_carried_from_id_feb59d05; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_agendaitem_history_carried_from_id_feb59d05 ON public.meetings_agendaitem_history USING btree (carried_from_id);


--
-- Name: meetings_agendaitem_history_meeting_id_37de48b3; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_agendaitem_history_meeting_id_37de48b3 ON public.meetings_agendaitem_history USING btree (meeting_id);


--
-- Name: meetings_agendaitem_history_pgh_obj_id_50b43c51; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_agendaitem_history_pgh_obj_id_50b43c51 ON public.meetings_agendaitem_history USING btree (pgh_obj_id);


--
-- Name: meetings_agendaitem_history_proposed_by_id_98c80646; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_agendaitem_history_proposed_by_id_98c80646 ON public.meetings_agendaitem_history USING btree (proposed_by_id);


--
-- Name: meetings_agendaitem_history_proposed_for_id_b7e93a1d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_agendaitem_history_proposed_for_id_b7e93a1d ON public.meetings_agendaitem_history USING btree (proposed_for_id);


--
-- Name: meetings_agendaitem_meeting_id_07815bb0; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_agendaitem_meeting_id_07815bb0 ON public.meetings_agendaitem USING btree (meeting_id);


--
-- Name: meetings_agendaitem_proposed_by_id_17fdd53c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_agendaitem_proposed_by_id_17fdd53c ON public.meetings_agendaitem USING btree (proposed_by_id);


--
-- Name: meetings_agendaitem_proposed_for_id_79289e2b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_agendaitem_proposed_for_id_79289e2b ON public.meetings_agendaitem USING btree (proposed_for_id);


--
-- Name: meetings_answer_by_id_d4a8e924; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_answer_by_id_d4a8e924 ON public.meetings_answer USING btree (by_id);


--
-- Name: meetings_answer_meeting_id_7d4520e8; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_answer_meeting_id_7d4520e8 ON public.meetings_answer USING btree (meeting_id);


--
-- Name: meetings_answer_membership_id_09b25fcb; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_answer_membership_id_09b25fcb ON public.meetings_answer USING btree (membership_id);


--
-- Name: meetings_attendance_by_id_f568e9f3; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_attendance_by_id_f568e9f3 ON public.meetings_attendance USING btree (by_id);


--
-- Name: meetings_attendance_meeting_id_296f48af; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_attendance_meeting_id_296f48af ON public.meetings_attendance USING btree (meeting_id);


--
-- Name: meetings_attendance_membership_id_7e334430; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_attendance_membership_id_7e334430 ON public.meetings_attendance USING btree (membership_id);


--
-- Name: meetings_attendancemark_by_id_a6be9cf1; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_attendancemark_by_id_a6be9cf1 ON public.meetings_attendancemark USING btree (by_id);


--
-- Name: meetings_attendancemark_meeting_id_a3993aa0; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_attendancemark_meeting_id_a3993aa0 ON public.meetings_attendancemark USING btree (meeting_id);


--
-- Name: meetings_attendancemark_membership_id_3ef7e6ad; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_attendancemark_membership_id_3ef7e6ad ON public.meetings_attendancemark USING btree (membership_id);


--
-- Name: meetings_by_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_by_day ON public.meetings_meeting USING btree (authority_id, "on");


--
-- Name: meetings_carried_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX meetings_carried_once ON public.meetings_agendaitem USING btree (authority_id, meeting_id, carried_from_id) WHERE (carried_from_id IS NOT NULL);


--
-- Name: meetings_guest_invited_by_id_7007584b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_guest_invited_by_id_7007584b ON public.meetings_guest USING btree (invited_by_id);


--
-- Name: meetings_guest_item_id_dbc68a1b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_guest_item_id_dbc68a1b ON public.meetings_guest USING btree (item_id);


--
-- Name: meetings_guest_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX meetings_guest_once ON public.meetings_guest USING btree (authority_id, item_id, email) WHERE (withdrawn_at IS NULL);


--
-- Name: meetings_items_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_items_of ON public.meetings_agendaitem USING btree (authority_id, meeting_id, "position");


--
-- Name: meetings_marks_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_marks_at ON public.meetings_attendancemark USING btree (authority_id, meeting_id, membership_id, marked_at);


--
-- Name: meetings_marks_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_marks_of ON public.meetings_attendance USING btree (authority_id, membership_id) INCLUDE (meeting_id, mark);


--
-- Name: meetings_meeting_chaired_by_id_211fe657; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_meeting_chaired_by_id_211fe657 ON public.meetings_meeting USING btree (chaired_by_id);


--
-- Name: meetings_meeting_collaboration_id_457164d4; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_meeting_collaboration_id_457164d4 ON public.meetings_meeting USING btree (collaboration_id);


--
-- Name: meetings_meeting_history_authority_id_8c85fd30; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_meeting_history_authority_id_8c85fd30 ON public.meetings_meeting_history USING btree (authority_id);


--
-- Name: meetings_meeting_history_chaired_by_id_b4496280; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_meeting_history_chaired_by_id_b4496280 ON public.meetings_meeting_history USING btree (chaired_by_id);


--
-- Name: meetings_meeting_history_collaboration_id_6d462935; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_meeting_history_collaboration_id_6d462935 ON public.meetings_meeting_history USING btree (collaboration_id);


--
-- Name: meetings_meeting_history_pgh_obj_id_e3cc6506; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_meeting_history_pgh_obj_id_e3cc6506 ON public.meetings_meeting_history USING btree (pgh_obj_id);


--
-- Name: meetings_meeting_history_planned_by_id_3ef6a83b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_meeting_history_planned_by_id_3ef6a83b ON public.meetings_meeting_history USING btree (planned_by_id);


--
-- Name: meetings_meeting_planned_by_id_71500864; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_meeting_planned_by_id_71500864 ON public.meetings_meeting USING btree (planned_by_id);


--
-- Name: meetings_of_group; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_of_group ON public.meetings_meeting USING btree (authority_id, collaboration_id, "on");


--
-- Name: meetings_one_at_a_time; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX meetings_one_at_a_time ON public.meetings_meeting USING btree (authority_id, collaboration_id, "on", starts_at) WHERE (NOT ((state)::text = 'cancelled'::text));


--
-- Name: meetings_one_mark_a_member; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX meetings_one_mark_a_member ON public.meetings_attendance USING btree (authority_id, meeting_id, membership_id) INCLUDE (mark);


--
-- Name: meetings_otherpresent_by_id_be42f0ac; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_otherpresent_by_id_be42f0ac ON public.meetings_otherpresent USING btree (by_id);


--
-- Name: meetings_otherpresent_meeting_id_f7b8170c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_otherpresent_meeting_id_f7b8170c ON public.meetings_otherpresent USING btree (meeting_id);


--
-- Name: meetings_paper_added_by_id_fc85b538; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_paper_added_by_id_fc85b538 ON public.meetings_paper USING btree (added_by_id);


--
-- Name: meetings_paper_file_id_993df9e5; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_paper_file_id_993df9e5 ON public.meetings_paper USING btree (file_id);


--
-- Name: meetings_paper_item_id_07134052; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_paper_item_id_07134052 ON public.meetings_paper USING btree (item_id);


--
-- Name: meetings_paper_meeting_id_c7ba0fb4; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_paper_meeting_id_c7ba0fb4 ON public.meetings_paper USING btree (meeting_id);


--
-- Name: meetings_paper_of_file; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_paper_of_file ON public.meetings_paper USING btree (authority_id, file_id);


--
-- Name: meetings_paper_replaces_id_fc72de78; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_paper_replaces_id_fc72de78 ON public.meetings_paper USING btree (replaces_id);


--
-- Name: meetings_papers_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_papers_of ON public.meetings_paper USING btree (authority_id, meeting_id);


--
-- Name: meetings_paperssent_by_id_1ac82611; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_paperssent_by_id_1ac82611 ON public.meetings_paperssent USING btree (by_id);


--
-- Name: meetings_paperssent_meeting_id_8fb3a212; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_paperssent_meeting_id_8fb3a212 ON public.meetings_paperssent USING btree (meeting_id);


--
-- Name: meetings_sendings_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meetings_sendings_of ON public.meetings_paperssent USING btree (authority_id, meeting_id, at);


--
-- Name: memberships_application_applied_by_id_85543d77; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_application_applied_by_id_85543d77 ON public.memberships_application USING btree (applied_by_id);


--
-- Name: memberships_application_collaboration_id_c1488a8b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_application_collaboration_id_c1488a8b ON public.memberships_application USING btree (collaboration_id);


--
-- Name: memberships_application_decided_by_id_9d3f3784; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_application_decided_by_id_9d3f3784 ON public.memberships_application USING btree (decided_by_id);


--
-- Name: memberships_application_history_applied_by_id_5b2d8f83; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_application_history_applied_by_id_5b2d8f83 ON public.memberships_application_history USING btree (applied_by_id);


--
-- Name: memberships_application_history_authority_id_5b0a8336; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_application_history_authority_id_5b0a8336 ON public.memberships_application_history USING btree (authority_id);


--
-- Name: memberships_application_history_collaboration_id_b08bac72; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_application_history_collaboration_id_b08bac72 ON public.memberships_application_history USING btree (collaboration_id);


--
-- Name: memberships_application_history_decided_by_id_d626dbfb; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_application_history_decided_by_id_d626dbfb ON public.memberships_application_history USING btree (decided_by_id);


--
-- Name: memberships_application_history_membership_id_587ceb2c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_application_history_membership_id_587ceb2c ON public.memberships_application_history USING btree (membership_id);


--
-- Name: memberships_application_history_pgh_obj_id_45fa9439; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_application_history_pgh_obj_id_45fa9439 ON public.memberships_application_history USING btree (pgh_obj_id);


--
-- Name: memberships_application_history_provider_id_aecd46aa; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_application_history_provider_id_aecd46aa ON public.memberships_application_history USING btree (provider_id);


--
-- Name: memberships_application_membership_id_946047f4; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_application_membership_id_946047f4 ON public.memberships_application USING btree (membership_id);


--
-- Name: memberships_application_provider_id_7f873afa; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_application_provider_id_7f873afa ON public.memberships_application USING btree (provider_id);


--
-- Name: memberships_applications_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_applications_of ON public.memberships_application USING btree (authority_id, provider_id, state);


--
-- Name: memberships_concerns_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_concerns_of ON public.memberships_conductconcern USING btree (authority_id, collaboration_id, state);


--
-- Name: memberships_conductconcern_about_id_297bdc62; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_conductconcern_about_id_297bdc62 ON public.memberships_conductconcern USING btree (about_id);


--
-- Name: memberships_conductconcern_collaboration_id_e8f2de1b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_conductconcern_collaboration_id_e8f2de1b ON public.memberships_conductconcern USING btree (collaboration_id);


--
-- Name: memberships_conductconcern_history_about_id_c76f00a0; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_conductconcern_history_about_id_c76f00a0 ON public.memberships_conductconcern_history USING btree (about_id);


--
-- Name: memberships_conductconcern_history_authority_id_a44a5f0c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_conductconcern_history_authority_id_a44a5f0c ON public.memberships_conductconcern_history USING btree (authority_id);


--
-- Name: memberships_conductconcern_history_collaboration_id_ed9f524f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_conductconcern_history_collaboration_id_ed9f524f ON public.memberships_conductconcern_history USING btree (collaboration_id);


--
-- Name: memberships_conductconcern_history_pgh_obj_id_25064e47; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_conductconcern_history_pgh_obj_id_25064e47 ON public.memberships_conductconcern_history USING btree (pgh_obj_id);


--
-- Name: memberships_conductconcern_history_raised_by_id_bba7794d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_conductconcern_history_raised_by_id_bba7794d ON public.memberships_conductconcern_history USING btree (raised_by_id);


--
-- Name: memberships_conductconcern_raised_by_id_07ddc10d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_conductconcern_raised_by_id_07ddc10d ON public.memberships_conductconcern USING btree (raised_by_id);


--
-- Name: memberships_conductstep_by_id_6d72b0e1; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_conductstep_by_id_6d72b0e1 ON public.memberships_conductstep USING btree (by_id);


--
-- Name: memberships_conductstep_concern_id_4b2226a3; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_conductstep_concern_id_4b2226a3 ON public.memberships_conductstep USING btree (concern_id);


--
-- Name: memberships_covered_count; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_covered_count ON public.memberships_coveredcount USING btree (authority_id, day);


--
-- Name: memberships_hand_overs_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_hand_overs_of ON public.memberships_handover USING btree (authority_id, membership_id);


--
-- Name: memberships_handover_done_by_id_b2ab4b76; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_handover_done_by_id_b2ab4b76 ON public.memberships_handover USING btree (done_by_id);


--
-- Name: memberships_handover_history_authority_id_bf121231; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_handover_history_authority_id_bf121231 ON public.memberships_handover_history USING btree (authority_id);


--
-- Name: memberships_handover_history_done_by_id_24908b7e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_handover_history_done_by_id_24908b7e ON public.memberships_handover_history USING btree (done_by_id);


--
-- Name: memberships_handover_history_membership_id_44bc7bed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_handover_history_membership_id_44bc7bed ON public.memberships_handover_history USING btree (membership_id);


--
-- Name: memberships_handover_history_pgh_obj_id_e9cf7ab5; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_handover_history_pgh_obj_id_e9cf7ab5 ON public.memberships_handover_history USING btree (pgh_obj_id);


--
-- Name: memberships_handover_history_taken_by_id_7cd0cb1a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_handover_history_taken_by_id_7cd0cb1a ON public.memberships_handover_history USING btree (taken_by_id);


--
-- Name: memberships_handover_membership_id_1e4b8f76; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_handover_membership_id_1e4b8f76 ON public.memberships_handover USING btree (membership_id);


--
-- Name: memberships_handover_taken_by_id_08595d51; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_handover_taken_by_id_08595d51 ON public.memberships_handover USING btree (taken_by_id);


--
-- Name: memberships_invitation_collaboration_id_3b5d45f3; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_invitation_collaboration_id_3b5d45f3 ON public.memberships_invitation USING btree (collaboration_id);


--
-- Name: memberships_invitation_history_authority_id_babc38c5; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_invitation_history_authority_id_babc38c5 ON public.memberships_invitation_history USING btree (authority_id);


--
-- Name: memberships_invitation_history_collaboration_id_de34ad75; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_invitation_history_collaboration_id_de34ad75 ON public.memberships_invitation_history USING btree (collaboration_id);


--
-- Name: memberships_invitation_history_membership_id_cef4dfb2; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_invitation_history_membership_id_cef4dfb2 ON public.memberships_invitation_history USING btree (membership_id);


--
-- Name: memberships_invitation_history_pgh_obj_id_ad1f4b06; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_invitation_history_pgh_obj_id_ad1f4b06 ON public.memberships_invitation_history USING btree (pgh_obj_id);


--
-- Name: memberships_invitation_history_provider_id_39955d94; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_invitation_history_provider_id_39955d94 ON public.memberships_invitation_history USING btree (provider_id);


--
-- Name: memberships_invitation_history_sent_by_id_b7300b42; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_invitation_history_sent_by_id_b7300b42 ON public.memberships_invitation_history USING btree (sent_by_id);


--
-- Name: memberships_invitation_membership_id_d7cbb874; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_invitation_membership_id_d7cbb874 ON public.memberships_invitation USING btree (membership_id);


--
-- Name: memberships_invitation_provider_id_1b40d50a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_invitation_provider_id_1b40d50a ON public.memberships_invitation USING btree (provider_id);


--
-- Name: memberships_invitation_sent_by_id_225c4d93; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_invitation_sent_by_id_225c4d93 ON public.memberships_invitation USING btree (sent_by_id);


--
-- Name: memberships_invitations_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_invitations_of ON public.memberships_invitation USING btree (authority_id, provider_id, state);


--
-- Name: memberships_leaderappointment_history_authority_id_a7e0eb36; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_leaderappointment_history_authority_id_a7e0eb36 ON public.memberships_leaderappointment_history USING btree (authority_id);


--
-- Name: memberships_leaderappointment_history_membership_id_289cb39f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_leaderappointment_history_membership_id_289cb39f ON public.memberships_leaderappointment_history USING btree (membership_id);


--
-- Name: memberships_leaderappointment_history_pgh_obj_id_6193ab6e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_leaderappointment_history_pgh_obj_id_6193ab6e ON public.memberships_leaderappointment_history USING btree (pgh_obj_id);


--
-- Name: memberships_leaderappointment_history_user_id_65537d4a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_leaderappointment_history_user_id_65537d4a ON public.memberships_leaderappointment_history USING btree (user_id);


--
-- Name: memberships_leaderappointment_membership_id_1db9c489; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_leaderappointment_membership_id_1db9c489 ON public.memberships_leaderappointment USING btree (membership_id);


--
-- Name: memberships_leaderappointment_user_id_3ffe5ba7; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_leaderappointment_user_id_3ffe5ba7 ON public.memberships_leaderappointment USING btree (user_id);


--
-- Name: memberships_leaders_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_leaders_of ON public.memberships_leaderappointment USING btree (authority_id, membership_id, ends_on);


--
-- Name: memberships_leads_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_leads_of ON public.memberships_leaderappointment USING btree (authority_id, user_id, id);


--
-- Name: memberships_led_count; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_led_count ON public.memberships_ledcount USING btree (authority_id, day);


--
-- Name: memberships_membership_collaboration_id_7a9a5e95; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_membership_collaboration_id_7a9a5e95 ON public.memberships_membership USING btree (collaboration_id);


--
-- Name: memberships_membership_continues_id_d2845041; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_membership_continues_id_d2845041 ON public.memberships_membership USING btree (continues_id);


--
-- Name: memberships_membership_history_authority_id_9161899b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_membership_history_authority_id_9161899b ON public.memberships_membership_history USING btree (authority_id);


--
-- Name: memberships_membership_history_collaboration_id_a0864331; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_membership_history_collaboration_id_a0864331 ON public.memberships_membership_history USING btree (collaboration_id);


--
-- Name: memberships_membership_history_continues_id_7e026397; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_membership_history_continues_id_7e026397 ON public.memberships_membership_history USING btree (continues_id);


--
-- Name: memberships_membership_history_pgh_obj_id_f78d613a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_membership_history_pgh_obj_id_f78d613a ON public.memberships_membership_history USING btree (pgh_obj_id);


--
-- Name: memberships_membership_history_provider_id_f3f0f614; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_membership_history_provider_id_f3f0f614 ON public.memberships_membership_history USING btree (provider_id);


--
-- Name: memberships_membership_provider_id_fbc1d043; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_membership_provider_id_fbc1d043 ON public.memberships_membership USING btree (provider_id);


--
-- Name: memberships_of_group; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_of_group ON public.memberships_membership USING btree (authority_id, collaboration_id, left_on);


--
-- Name: memberships_of_setting; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_of_setting ON public.memberships_membership USING btree (authority_id, provider_id, left_on);


--
-- Name: memberships_officeholder_history_authority_id_1049e583; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_officeholder_history_authority_id_1049e583 ON public.memberships_officeholder_history USING btree (authority_id);


--
-- Name: memberships_officeholder_history_membership_id_aa53c5a0; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_officeholder_history_membership_id_aa53c5a0 ON public.memberships_officeholder_history USING btree (membership_id);


--
-- Name: memberships_officeholder_history_pgh_obj_id_a6b1e0b8; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_officeholder_history_pgh_obj_id_a6b1e0b8 ON public.memberships_officeholder_history USING btree (pgh_obj_id);


--
-- Name: memberships_officeholder_history_user_id_bf586d80; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_officeholder_history_user_id_bf586d80 ON public.memberships_officeholder_history USING btree (user_id);


--
-- Name: memberships_officeholder_membership_id_6c8290f1; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_officeholder_membership_id_6c8290f1 ON public.memberships_officeholder USING btree (membership_id);


--
-- Name: memberships_officeholder_user_id_01bca343; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_officeholder_user_id_01bca343 ON public.memberships_officeholder USING btree (user_id);


--
-- Name: memberships_offices_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_offices_of ON public.memberships_officeholder USING btree (authority_id, membership_id, ends_on);


--
-- Name: memberships_one_open_application; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX memberships_one_open_application ON public.memberships_application USING btree (authority_id, collaboration_id, provider_id) WHERE ((state)::text = 'open'::text);


--
-- Name: memberships_one_open_invitation; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX memberships_one_open_invitation ON public.memberships_invitation USING btree (authority_id, collaboration_id, provider_id) WHERE ((state)::text = 'sent'::text);


--
-- Name: memberships_people_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_people_of ON public.memberships_settingrole USING btree (authority_id, provider_id);


--
-- Name: memberships_personcontact_history_authority_id_2a4a6f32; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_personcontact_history_authority_id_2a4a6f32 ON public.memberships_personcontact_history USING btree (authority_id);


--
-- Name: memberships_personcontact_history_pgh_obj_id_2b7b9501; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_personcontact_history_pgh_obj_id_2b7b9501 ON public.memberships_personcontact_history USING btree (pgh_obj_id);


--
-- Name: memberships_personcontact_history_user_id_a38c887d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_personcontact_history_user_id_a38c887d ON public.memberships_personcontact_history USING btree (user_id);


--
-- Name: memberships_personcontact_user_id_fc57901a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_personcontact_user_id_fc57901a ON public.memberships_personcontact USING btree (user_id);


--
-- Name: memberships_settingrole_history_authority_id_bd59ebb0; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_settingrole_history_authority_id_bd59ebb0 ON public.memberships_settingrole_history USING btree (authority_id);


--
-- Name: memberships_settingrole_history_pgh_obj_id_ad121b80; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_settingrole_history_pgh_obj_id_ad121b80 ON public.memberships_settingrole_history USING btree (pgh_obj_id);


--
-- Name: memberships_settingrole_history_provider_id_9e51dae8; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_settingrole_history_provider_id_9e51dae8 ON public.memberships_settingrole_history USING btree (provider_id);


--
-- Name: memberships_settingrole_history_user_id_17fd9005; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_settingrole_history_user_id_17fd9005 ON public.memberships_settingrole_history USING btree (user_id);


--
-- Name: memberships_settingrole_provider_id_62800008; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_settingrole_provider_id_62800008 ON public.memberships_settingrole USING btree (provider_id);


--
-- Name: memberships_settingrole_user_id_d0661e3c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_settingrole_user_id_d0661e3c ON public.memberships_settingrole USING btree (user_id);


--
-- Name: memberships_stafftold_confirmed_by_id_5cd8a028; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_stafftold_confirmed_by_id_5cd8a028 ON public.memberships_stafftold USING btree (confirmed_by_id);


--
-- Name: memberships_stafftold_membership_id_ec03617a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_stafftold_membership_id_ec03617a ON public.memberships_stafftold USING btree (membership_id);


--
-- Name: mfa_authenticator_user_id_0c3a50c0; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);


--
-- Name: ofsted_importrun_file_id_df8b94d8; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ofsted_importrun_file_id_df8b94d8 ON public.ofsted_importrun USING btree (file_id);


--
-- Name: ofsted_importrun_job_id_211531f1; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ofsted_importrun_job_id_211531f1 ON public.ofsted_importrun USING btree (job_id);


--
-- Name: ofsted_importrun_loaded_by_id_152be3e5; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ofsted_importrun_loaded_by_id_152be3e5 ON public.ofsted_importrun USING btree (loaded_by_id);


--
-- Name: ofsted_importrun_started_by_id_ba952efa; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ofsted_importrun_started_by_id_ba952efa ON public.ofsted_importrun USING btree (started_by_id);


--
-- Name: ofsted_inspection_history_authority_id_09f48f8d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ofsted_inspection_history_authority_id_09f48f8d ON public.ofsted_inspection_history USING btree (authority_id);


--
-- Name: ofsted_inspection_history_pgh_obj_id_30cc7906; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ofsted_inspection_history_pgh_obj_id_30cc7906 ON public.ofsted_inspection_history USING btree (pgh_obj_id);


--
-- Name: ofsted_inspection_history_provider_id_821808ac; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ofsted_inspection_history_provider_id_821808ac ON public.ofsted_inspection_history USING btree (provider_id);


--
-- Name: ofsted_latest_graded; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ofsted_latest_graded ON public.ofsted_inspection USING btree (authority_id, provider_id, inspected_on DESC, id DESC) INCLUDE (published_on, regime, overall, rc_safeguarding, rc_inclusion, rc_curriculum_and_teaching, rc_achievement, rc_behaviour, rc_welfare, rc_leadership_and_governance, rc_early_years) WHERE (is_graded AND (ruled_out_on IS NULL));


--
-- Name: ofsted_leadingpolicy_adopted_by_id_b757cde7; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ofsted_leadingpolicy_adopted_by_id_b757cde7 ON public.ofsted_leadingpolicy USING btree (adopted_by_id);


--
-- Name: ofsted_leadingpolicy_history_adopted_by_id_2dabaadb; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ofsted_leadingpolicy_history_adopted_by_id_2dabaadb ON public.ofsted_leadingpolicy_history USING btree (adopted_by_id);


--
-- Name: ofsted_leadingpolicy_history_authority_id_06f31fc8; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ofsted_leadingpolicy_history_authority_id_06f31fc8 ON public.ofsted_leadingpolicy_history USING btree (authority_id);


--
-- Name: ofsted_leadingpolicy_history_pgh_obj_id_e1a2622a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ofsted_leadingpolicy_history_pgh_obj_id_e1a2622a ON public.ofsted_leadingpolicy_history USING btree (pgh_obj_id);


--
-- Name: ofsted_planned_of_run; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ofsted_planned_of_run ON public.ofsted_plannedrow USING btree (authority_id, run_id, kind, line);


--
-- Name: ofsted_planned_of_urn; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ofsted_planned_of_urn ON public.ofsted_plannedrow USING btree (authority_id, urn, id DESC);


--
-- Name: ofsted_policy_one_draft; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX ofsted_policy_one_draft ON public.ofsted_leadingpolicy USING btree (authority_id) WHERE ((state)::text = 'draft'::text);


--
-- Name: ofsted_run_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ofsted_run_newest ON public.ofsted_importrun USING btree (authority_id, started_at DESC);


--
-- Name: ofsted_school_link_other; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ofsted_school_link_other ON public.ofsted_schoollink USING btree (authority_id, other_urn);


--
-- Name: ofsted_schoollink_history_authority_id_5ddd6a35; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ofsted_schoollink_history_authority_id_5ddd6a35 ON public.ofsted_schoollink_history USING btree (authority_id);


--
-- Name: ofsted_schoollink_history_pgh_obj_id_b2d45ea6; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ofsted_schoollink_history_pgh_obj_id_b2d45ea6 ON public.ofsted_schoollink_history USING btree (pgh_obj_id);


--
-- Name: ofsted_stagedgone_authority; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ofsted_stagedgone_authority ON ONLY public.ofsted_stagedgone USING btree (authority_id);


--
-- Name: ofsted_stagedgone_copied_authority_id_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ofsted_stagedgone_copied_authority_id_idx ON public.ofsted_stagedgone_copied USING btree (authority_id);


--
-- Name: ofsted_stagedinspection_authority; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ofsted_stagedinspection_authority ON ONLY public.ofsted_stagedinspection USING btree (authority_id);


--
-- Name: ofsted_stagedinspection_copied_authority_id_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ofsted_stagedinspection_copied_authority_id_idx ON public.ofsted_stagedinspection_copied USING btree (authority_id);


--
-- Name: ofsted_stagedsetting_authority; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ofsted_stagedsetting_authority ON ONLY public.ofsted_stagedsetting USING btree (authority_id);


--
-- Name: ofsted_stagedsetting_copied_authority_id_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ofsted_stagedsetting_copied_authority_id_idx ON public.ofsted_stagedsetting_copied USING btree (authority_id);


--
-- Name: providers_agencies; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_agencies ON public.providers_provider USING btree (authority_id, search_text, id) WHERE ((provider_type)::text = 'agency'::text);


--
-- Name: providers_by_postcode; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_by_postcode ON public.providers_provider USING btree (authority_id, postcode);


--
-- Name: providers_grant_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_grant_of ON public.providers_providergrant USING btree (authority_id, content_object_id, user_id);


--
-- Name: providers_identity_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_identity_of ON public.providers_provideridentity USING btree (authority_id, provider_id);


--
-- Name: providers_in_order; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_in_order ON public.providers_provider USING btree (authority_id, search_text, id);


--
-- Name: providers_listed_count; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_listed_count ON public.providers_listedcount USING btree (authority_id, district_id);


--
-- Name: providers_of_agency; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_of_agency ON public.providers_provider USING btree (authority_id, agency_id) WHERE (agency_id IS NOT NULL);


--
-- Name: providers_of_district; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_of_district ON public.providers_provider USING btree (authority_id, district_id) WHERE (district_id IS NOT NULL);


--
-- Name: providers_provider_history_agency_id_73ce8976; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_provider_history_agency_id_73ce8976 ON public.providers_provider_history USING btree (agency_id);


--
-- Name: providers_provider_history_authority_id_49f9c9b3; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_provider_history_authority_id_49f9c9b3 ON public.providers_provider_history USING btree (authority_id);


--
-- Name: providers_provider_history_district_id_3bf7e431; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_provider_history_district_id_3bf7e431 ON public.providers_provider_history USING btree (district_id);


--
-- Name: providers_provider_history_pgh_obj_id_ecb37b16; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_provider_history_pgh_obj_id_ecb37b16 ON public.providers_provider_history USING btree (pgh_obj_id);


--
-- Name: providers_providergrant_content_object_id_c8f32e4a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_providergrant_content_object_id_c8f32e4a ON public.providers_providergrant USING btree (content_object_id);


--
-- Name: providers_providergrant_permission_id_3055db48; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_providergrant_permission_id_3055db48 ON public.providers_providergrant USING btree (permission_id);


--
-- Name: providers_providergrant_user_id_51506e02; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_providergrant_user_id_51506e02 ON public.providers_providergrant USING btree (user_id);


--
-- Name: providers_provideridentity_provider_id_4c97b332; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_provideridentity_provider_id_4c97b332 ON public.providers_provideridentity USING btree (provider_id);


--
-- Name: providers_settingcontact_history_authority_id_124a78a3; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_settingcontact_history_authority_id_124a78a3 ON public.providers_settingcontact_history USING btree (authority_id);


--
-- Name: providers_settingcontact_history_pgh_obj_id_e74a5284; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_settingcontact_history_pgh_obj_id_e74a5284 ON public.providers_settingcontact_history USING btree (pgh_obj_id);


--
-- Name: providers_settingcontact_history_provider_id_f9c6bb8b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_settingcontact_history_provider_id_f9c6bb8b ON public.providers_settingcontact_history USING btree (provider_id);


--
-- Name: providers_succession_new; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_succession_new ON public.providers_successionlink USING btree (authority_id, new_id);


--
-- Name: providers_successionlink_history_authority_id_2933a26f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_successionlink_history_authority_id_2933a26f ON public.providers_successionlink_history USING btree (authority_id);


--
-- Name: providers_successionlink_history_linked_by_id_4d72c471; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_successionlink_history_linked_by_id_4d72c471 ON public.providers_successionlink_history USING btree (linked_by_id);


--
-- Name: providers_successionlink_history_new_id_958b2c44; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_successionlink_history_new_id_958b2c44 ON public.providers_successionlink_history USING btree (new_id);


--
-- Name: providers_successionlink_history_old_id_163ce864; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_successionlink_history_old_id_163ce864 ON public.providers_successionlink_history USING btree (old_id);


--
-- Name: providers_successionlink_history_pgh_obj_id_82395e65; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_successionlink_history_pgh_obj_id_82395e65 ON public.providers_successionlink_history USING btree (pgh_obj_id);


--
-- Name: providers_successionlink_linked_by_id_4141e291; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_successionlink_linked_by_id_4141e291 ON public.providers_successionlink USING btree (linked_by_id);


--
-- Name: providers_successionlink_new_id_980788b2; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_successionlink_new_id_980788b2 ON public.providers_successionlink USING btree (new_id);


--
-- Name: providers_successionlink_old_id_0e12fcdb; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_successionlink_old_id_0e12fcdb ON public.providers_successionlink USING btree (old_id);


--
-- Name: providers_unlisted; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_unlisted ON public.providers_provider USING btree (authority_id, unlisted_since) WHERE (unlisted_since IS NOT NULL);


--
-- Name: providers_urn_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX providers_urn_once ON public.providers_provider USING btree (authority_id, urn) WHERE (NOT ((urn)::text = ''::text));


--
-- Name: provision_deliverypartner_partnership_id_96e700a0; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_deliverypartner_partnership_id_96e700a0 ON public.provision_deliverypartner USING btree (partnership_id);


--
-- Name: provision_deliverypartner_provider_id_0c04b0d2; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_deliverypartner_provider_id_0c04b0d2 ON public.provision_deliverypartner USING btree (provider_id);


--
-- Name: provision_deliverypartnership_history_authority_id_6a6b0633; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_deliverypartnership_history_authority_id_6a6b0633 ON public.provision_deliverypartnership_history USING btree (authority_id);


--
-- Name: provision_deliverypartnership_history_lead_id_fa275b62; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_deliverypartnership_history_lead_id_fa275b62 ON public.provision_deliverypartnership_history USING btree (lead_id);


--
-- Name: provision_deliverypartnership_history_pgh_obj_id_15255983; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_deliverypartnership_history_pgh_obj_id_15255983 ON public.provision_deliverypartnership_history USING btree (pgh_obj_id);


--
-- Name: provision_deliverypartnership_lead_id_32dd5786; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_deliverypartnership_lead_id_32dd5786 ON public.provision_deliverypartnership USING btree (lead_id);


--
-- Name: provision_fresh_vacancies; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_fresh_vacancies ON public.provision_vacancy USING btree (authority_id, confirmed_on);


--
-- Name: provision_lines_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_lines_of ON public.provision_staffreturnline USING btree (authority_id, staff_return_id);


--
-- Name: provision_one_consent; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX provision_one_consent ON public.provision_publicconsent USING btree (authority_id, provider_id) WHERE (withdrawn_on IS NULL);


--
-- Name: provision_partnerships_led; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_partnerships_led ON public.provision_deliverypartnership USING btree (authority_id, lead_id);


--
-- Name: provision_partnerships_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_partnerships_of ON public.provision_deliverypartner USING btree (authority_id, provider_id);


--
-- Name: provision_publicconsent_given_by_id_e3b593dd; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_publicconsent_given_by_id_e3b593dd ON public.provision_publicconsent USING btree (given_by_id);


--
-- Name: provision_publicconsent_history_authority_id_de7c93b6; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_publicconsent_history_authority_id_de7c93b6 ON public.provision_publicconsent_history USING btree (authority_id);


--
-- Name: provision_publicconsent_history_given_by_id_bb372601; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_publicconsent_history_given_by_id_bb372601 ON public.provision_publicconsent_history USING btree (given_by_id);


--
-- Name: provision_publicconsent_history_pgh_obj_id_0fe94e42; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_publicconsent_history_pgh_obj_id_0fe94e42 ON public.provision_publicconsent_history USING btree (pgh_obj_id);


--
-- Name: provision_publicconsent_history_provider_id_c0163cdd; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_publicconsent_history_provider_id_c0163cdd ON public.provision_publicconsent_history USING btree (provider_id);


--
-- Name: provision_publicconsent_provider_id_95fa4c25; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_publicconsent_provider_id_95fa4c25 ON public.provision_publicconsent USING btree (provider_id);


--
-- Name: provision_reminders_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_reminders_of ON public.provision_staffreturnreminder USING btree (authority_id, provider_id);


--
-- Name: provision_returnperiod_history_authority_id_b3cbb857; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_returnperiod_history_authority_id_b3cbb857 ON public.provision_returnperiod_history USING btree (authority_id);


--
-- Name: provision_returnperiod_history_pgh_obj_id_c6e6d9f5; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_returnperiod_history_pgh_obj_id_c6e6d9f5 ON public.provision_returnperiod_history USING btree (pgh_obj_id);


--
-- Name: provision_returns_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_returns_of ON public.provision_staffreturn USING btree (authority_id, provider_id);


--
-- Name: provision_staffreturn_certified_by_id_8cf8af99; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_staffreturn_certified_by_id_8cf8af99 ON public.provision_staffreturn USING btree (certified_by_id);


--
-- Name: provision_staffreturn_history_authority_id_887998c3; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_staffreturn_history_authority_id_887998c3 ON public.provision_staffreturn_history USING btree (authority_id);


--
-- Name: provision_staffreturn_history_certified_by_id_8d24cf93; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_staffreturn_history_certified_by_id_8d24cf93 ON public.provision_staffreturn_history USING btree (certified_by_id);


--
-- Name: provision_staffreturn_history_period_id_d287ed1d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_staffreturn_history_period_id_d287ed1d ON public.provision_staffreturn_history USING btree (period_id);


--
-- Name: provision_staffreturn_history_pgh_obj_id_ccd1fdd9; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_staffreturn_history_pgh_obj_id_ccd1fdd9 ON public.provision_staffreturn_history USING btree (pgh_obj_id);


--
-- Name: provision_staffreturn_history_provider_id_d8b0ff5f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_staffreturn_history_provider_id_d8b0ff5f ON public.provision_staffreturn_history USING btree (provider_id);


--
-- Name: provision_staffreturn_period_id_d911f01a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_staffreturn_period_id_d911f01a ON public.provision_staffreturn USING btree (period_id);


--
-- Name: provision_staffreturn_provider_id_0912bb4d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_staffreturn_provider_id_0912bb4d ON public.provision_staffreturn USING btree (provider_id);


--
-- Name: provision_staffreturnline_staff_return_id_266bd449; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_staffreturnline_staff_return_id_266bd449 ON public.provision_staffreturnline USING btree (staff_return_id);


--
-- Name: provision_staffreturnreminder_period_id_914e6285; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_staffreturnreminder_period_id_914e6285 ON public.provision_staffreturnreminder USING btree (period_id);


--
-- Name: provision_staffreturnreminder_provider_id_fcdcf42f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_staffreturnreminder_provider_id_fcdcf42f ON public.provision_staffreturnreminder USING btree (provider_id);


--
-- Name: provision_staffreturnreminder_sent_by_id_c5c3daae; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_staffreturnreminder_sent_by_id_c5c3daae ON public.provision_staffreturnreminder USING btree (sent_by_id);


--
-- Name: provision_vacancy_confirmed_by_id_e878ed1e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_vacancy_confirmed_by_id_e878ed1e ON public.provision_vacancy USING btree (confirmed_by_id);


--
-- Name: provision_vacancy_history_authority_id_1095e18d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_vacancy_history_authority_id_1095e18d ON public.provision_vacancy_history USING btree (authority_id);


--
-- Name: provision_vacancy_history_confirmed_by_id_95697e08; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_vacancy_history_confirmed_by_id_95697e08 ON public.provision_vacancy_history USING btree (confirmed_by_id);


--
-- Name: provision_vacancy_history_pgh_obj_id_b4ec73b9; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_vacancy_history_pgh_obj_id_b4ec73b9 ON public.provision_vacancy_history USING btree (pgh_obj_id);


--
-- Name: provision_vacancy_history_provider_id_17c57cae; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_vacancy_history_provider_id_17c57cae ON public.provision_vacancy_history USING btree (provider_id);


--
-- Name: provision_vacancy_provider_id_65ce4d1b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_vacancy_provider_id_65ce4d1b ON public.provision_vacancy USING btree (provider_id);


--
-- Name: reorganisation_one_open_plan; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX reorganisation_one_open_plan ON public.reorganisation_reorganisationsource USING btree (authority_id, collaboration_id) WHERE is_open;


--
-- Name: reorganisation_plannedleader_member_id_21d570b6; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reorganisation_plannedleader_member_id_21d570b6 ON public.reorganisation_plannedleader USING btree (member_id);


--
-- Name: reorganisation_plannedleader_user_id_3eeef71b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reorganisation_plannedleader_user_id_3eeef71b ON public.reorganisation_plannedleader USING btree (user_id);


--
-- Name: reorganisation_plannedmember_membership_id_68652f2e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reorganisation_plannedmember_membership_id_68652f2e ON public.reorganisation_plannedmember USING btree (membership_id);


--
-- Name: reorganisation_plannedmember_plan_id_12cd9ebb; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reorganisation_plannedmember_plan_id_12cd9ebb ON public.reorganisation_plannedmember USING btree (plan_id);


--
-- Name: reorganisation_plannedmember_successor_id_62f82373; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reorganisation_plannedmember_successor_id_62f82373 ON public.reorganisation_plannedmember USING btree (successor_id);


--
-- Name: reorganisation_plannedsuccessor_collaboration_id_c8c7937e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reorganisation_plannedsuccessor_collaboration_id_c8c7937e ON public.reorganisation_plannedsuccessor USING btree (collaboration_id);


--
-- Name: reorganisation_plannedsuccessor_district_id_fab4e06f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reorganisation_plannedsuccessor_district_id_fab4e06f ON public.reorganisation_plannedsuccessor USING btree (district_id);


--
-- Name: reorganisation_plannedsuccessor_plan_id_f5b3b6f0; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reorganisation_plannedsuccessor_plan_id_f5b3b6f0 ON public.reorganisation_plannedsuccessor USING btree (plan_id);


--
-- Name: reorganisation_reorganisation_done_by_id_df5f2228; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reorganisation_reorganisation_done_by_id_df5f2228 ON public.reorganisation_reorganisation USING btree (done_by_id);


--
-- Name: reorganisation_reorganisation_history_authority_id_0351a62e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reorganisation_reorganisation_history_authority_id_0351a62e ON public.reorganisation_reorganisation_history USING btree (authority_id);


--
-- Name: reorganisation_reorganisation_history_done_by_id_666a1126; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reorganisation_reorganisation_history_done_by_id_666a1126 ON public.reorganisation_reorganisation_history USING btree (done_by_id);


--
-- Name: reorganisation_reorganisation_history_pgh_obj_id_15bafaba; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reorganisation_reorganisation_history_pgh_obj_id_15bafaba ON public.reorganisation_reorganisation_history USING btree (pgh_obj_id);


--
-- Name: reorganisation_reorganisation_history_started_by_id_8777a83f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reorganisation_reorganisation_history_started_by_id_8777a83f ON public.reorganisation_reorganisation_history USING btree (started_by_id);


--
-- Name: reorganisation_reorganisation_started_by_id_5c1bb9bc; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reorganisation_reorganisation_started_by_id_5c1bb9bc ON public.reorganisation_reorganisation USING btree (started_by_id);


--
-- Name: reorganisation_reorganisationsource_collaboration_id_86e631d2; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reorganisation_reorganisationsource_collaboration_id_86e631d2 ON public.reorganisation_reorganisationsource USING btree (collaboration_id);


--
-- Name: reorganisation_reorganisationsource_plan_id_2a62cb61; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reorganisation_reorganisationsource_plan_id_2a62cb61 ON public.reorganisation_reorganisationsource USING btree (plan_id);


--
-- Name: socialaccount_socialaccount_user_id_8146e70c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX socialaccount_socialaccount_user_id_8146e70c ON public.socialaccount_socialaccount USING btree (user_id);


--
-- Name: socialaccount_socialtoken_account_id_951f210e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX socialaccount_socialtoken_account_id_951f210e ON public.socialaccount_socialtoken USING btree (account_id);


--
-- Name: socialaccount_socialtoken_app_id_636a42d7; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX socialaccount_socialtoken_app_id_636a42d7 ON public.socialaccount_socialtoken USING btree (app_id);


--
-- Name: support_drafts_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_drafts_of ON public.support_message USING btree (authority_id, sent_by_id, written_at DESC);


--
-- Name: support_message_job_id_6627b634; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_message_job_id_6627b634 ON public.support_message USING btree (job_id);


--
-- Name: support_message_of_group_id_11736816; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_message_of_group_id_11736816 ON public.support_message USING btree (of_group_id);


--
-- Name: support_message_sent_by_id_0169d124; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_message_sent_by_id_0169d124 ON public.support_message USING btree (sent_by_id);


--
-- Name: support_messagecopy_message_id_8e83a8a6; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_messagecopy_message_id_8e83a8a6 ON public.support_messagecopy USING btree (message_id);


--
-- Name: support_messagecopy_user_id_df0a5a9b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_messagecopy_user_id_df0a5a9b ON public.support_messagecopy USING btree (user_id);


--
-- Name: support_messagefile_file_id_515a4279; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_messagefile_file_id_515a4279 ON public.support_messagefile USING btree (file_id);


--
-- Name: support_messagefile_message_id_a4001867; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_messagefile_message_id_a4001867 ON public.support_messagefile USING btree (message_id);


--
-- Name: support_messages_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_messages_of ON public.support_message USING btree (authority_id, of_group_id, sent_at DESC);


--
-- Name: support_messagetemplate_person_id_f617851d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_messagetemplate_person_id_f617851d ON public.support_messagetemplate USING btree (person_id);


--
-- Name: support_newest_referrals; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_newest_referrals ON public.support_referral USING btree (authority_id, referred_at DESC, id DESC);


--
-- Name: support_newest_support; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_newest_support ON public.support_supportrequest USING btree (authority_id, asked_at DESC, id DESC);


--
-- Name: support_one_open_referral; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX support_one_open_referral ON public.support_referral USING btree (authority_id, provider_id, collaboration_id) WHERE ((state)::text = ANY ((ARRAY['open'::character varying, 'in_touch'::character varying])::text[]));


--
-- Name: support_referral_collaboration_id_0e36e8d3; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_referral_collaboration_id_0e36e8d3 ON public.support_referral USING btree (collaboration_id);


--
-- Name: support_referral_history_authority_id_d846f875; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_referral_history_authority_id_d846f875 ON public.support_referral_history USING btree (authority_id);


--
-- Name: support_referral_history_collaboration_id_adee2cff; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_referral_history_collaboration_id_adee2cff ON public.support_referral_history USING btree (collaboration_id);


--
-- Name: support_referral_history_pgh_obj_id_087b2aef; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_referral_history_pgh_obj_id_087b2aef ON public.support_referral_history USING btree (pgh_obj_id);


--
-- Name: support_referral_history_provider_id_7a473060; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_referral_history_provider_id_7a473060 ON public.support_referral_history USING btree (provider_id);


--
-- Name: support_referral_history_referred_by_id_afbd4272; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_referral_history_referred_by_id_afbd4272 ON public.support_referral_history USING btree (referred_by_id);


--
-- Name: support_referral_provider_id_deb10eb3; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_referral_provider_id_deb10eb3 ON public.support_referral USING btree (provider_id);


--
-- Name: support_referral_referred_by_id_479074d8; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_referral_referred_by_id_479074d8 ON public.support_referral USING btree (referred_by_id);


--
-- Name: support_referrals_to; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_referrals_to ON public.support_referral USING btree (authority_id, collaboration_id, state);


--
-- Name: support_support_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_support_of ON public.support_supportrequest USING btree (authority_id, collaboration_id, state);


--
-- Name: support_supportrequest_answered_by_id_e45f296c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_supportrequest_answered_by_id_e45f296c ON public.support_supportrequest USING btree (answered_by_id);


--
-- Name: support_supportrequest_asked_by_id_a4d46fe6; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_supportrequest_asked_by_id_a4d46fe6 ON public.support_supportrequest USING btree (asked_by_id);


--
-- Name: support_supportrequest_collaboration_id_8efd9429; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_supportrequest_collaboration_id_8efd9429 ON public.support_supportrequest USING btree (collaboration_id);


--
-- Name: support_supportrequest_history_answered_by_id_93412f14; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_supportrequest_history_answered_by_id_93412f14 ON public.support_supportrequest_history USING btree (answered_by_id);


--
-- Name: support_supportrequest_history_asked_by_id_6dd3edaf; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_supportrequest_history_asked_by_id_6dd3edaf ON public.support_supportrequest_history USING btree (asked_by_id);


--
-- Name: support_supportrequest_history_authority_id_5f2f044e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_supportrequest_history_authority_id_5f2f044e ON public.support_supportrequest_history USING btree (authority_id);


--
-- Name: support_supportrequest_history_collaboration_id_ace54767; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_supportrequest_history_collaboration_id_ace54767 ON public.support_supportrequest_history USING btree (collaboration_id);


--
-- Name: support_supportrequest_history_officer_id_52c55bd0; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_supportrequest_history_officer_id_52c55bd0 ON public.support_supportrequest_history USING btree (officer_id);


--
-- Name: support_supportrequest_history_person_id_f31318c3; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_supportrequest_history_person_id_f31318c3 ON public.support_supportrequest_history USING btree (person_id);


--
-- Name: support_supportrequest_history_pgh_obj_id_ab510e65; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_supportrequest_history_pgh_obj_id_ab510e65 ON public.support_supportrequest_history USING btree (pgh_obj_id);


--
-- Name: support_supportrequest_history_provider_id_58b851b5; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_supportrequest_history_provider_id_58b851b5 ON public.support_supportrequest_history USING btree (provider_id);


--
-- Name: support_supportrequest_officer_id_634e6652; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_supportrequest_officer_id_634e6652 ON public.support_supportrequest USING btree (officer_id);


--
-- Name: support_supportrequest_person_id_63a09b33; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_supportrequest_person_id_63a09b33 ON public.support_supportrequest USING btree (person_id);


--
-- Name: support_supportrequest_provider_id_646bedcf; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_supportrequest_provider_id_646bedcf ON public.support_supportrequest USING btree (provider_id);


--
-- Name: unique_authenticator_type; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY ((ARRAY['totp'::character varying, 'recovery_codes'::character varying])::text[]));


--
-- Name: unique_primary_email; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";


--
-- Name: unique_verified_email; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;


--
-- Name: usersessions_usersession_session_key_fd35de43_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX usersessions_usersession_session_key_fd35de43_like ON public.usersessions_usersession USING btree (session_key varchar_pattern_ops);


--
-- Name: usersessions_usersession_user_id_af5e0a6d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX usersessions_usersession_user_id_af5e0a6d ON public.usersessions_usersession USING btree (user_id);


--
-- Name: ways_of_working_one_draft_template; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX ways_of_working_one_draft_template ON public.ways_of_working_termstemplate USING btree (authority_id) WHERE ((state)::text = 'draft'::text);


--
-- Name: ways_of_working_one_open_review; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX ways_of_working_one_open_review ON public.ways_of_working_review USING btree (authority_id, collaboration_id, clock) WHERE (done_on IS NULL);


--
-- Name: ways_of_working_one_terms_adopted; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX ways_of_working_one_terms_adopted ON public.ways_of_working_waysofworking USING btree (authority_id, collaboration_id) WHERE ((state)::text = 'adopted'::text);


--
-- Name: ways_of_working_one_terms_in_hand; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX ways_of_working_one_terms_in_hand ON public.ways_of_working_waysofworking USING btree (authority_id, collaboration_id) WHERE ((state)::text = ANY ((ARRAY['draft'::character varying, 'circulated'::character varying])::text[]));


--
-- Name: ways_of_working_reminders_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_reminders_of ON public.ways_of_working_termsreminder USING btree (authority_id, membership_id);


--
-- Name: ways_of_working_replies_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_replies_of ON public.ways_of_working_termsreply USING btree (authority_id, answer_id);


--
-- Name: ways_of_working_review_collaboration_id_62b0e9db; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_review_collaboration_id_62b0e9db ON public.ways_of_working_review USING btree (collaboration_id);


--
-- Name: ways_of_working_review_done_by_id_ac9f7dbf; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_review_done_by_id_ac9f7dbf ON public.ways_of_working_review USING btree (done_by_id);


--
-- Name: ways_of_working_review_history_authority_id_e40cda4c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_review_history_authority_id_e40cda4c ON public.ways_of_working_review_history USING btree (authority_id);


--
-- Name: ways_of_working_review_history_collaboration_id_75ee9a47; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_review_history_collaboration_id_75ee9a47 ON public.ways_of_working_review_history USING btree (collaboration_id);


--
-- Name: ways_of_working_review_history_done_by_id_cd35a82f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_review_history_done_by_id_cd35a82f ON public.ways_of_working_review_history USING btree (done_by_id);


--
-- Name: ways_of_working_review_history_pgh_obj_id_69abecba; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_review_history_pgh_obj_id_69abecba ON public.ways_of_working_review_history USING btree (pgh_obj_id);


--
-- Name: ways_of_working_terms_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_terms_of ON public.ways_of_working_waysofworking USING btree (authority_id, collaboration_id, state);


--
-- Name: ways_of_working_termsanswer_answered_by_id_a0170cb6; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_termsanswer_answered_by_id_a0170cb6 ON public.ways_of_working_termsanswer USING btree (answered_by_id);


--
-- Name: ways_of_working_termsanswer_history_answered_by_id_719c025e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_termsanswer_history_answered_by_id_719c025e ON public.ways_of_working_termsanswer_history USING btree (answered_by_id);


--
-- Name: ways_of_working_termsanswer_history_authority_id_d47bdb77; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_termsanswer_history_authority_id_d47bdb77 ON public.ways_of_working_termsanswer_history USING btree (authority_id);


--
-- Name: ways_of_working_termsanswer_history_membership_id_e0b64f1b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_termsanswer_history_membership_id_e0b64f1b ON public.ways_of_working_termsanswer_history USING btree (membership_id);


--
-- Name: ways_of_working_termsanswer_history_pgh_obj_id_d781cc0b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_termsanswer_history_pgh_obj_id_d781cc0b ON public.ways_of_working_termsanswer_history USING btree (pgh_obj_id);


--
-- Name: ways_of_working_termsanswer_history_ways_id_c0210186; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_termsanswer_history_ways_id_c0210186 ON public.ways_of_working_termsanswer_history USING btree (ways_id);


--
-- Name: ways_of_working_termsanswer_membership_id_52f2df2c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_termsanswer_membership_id_52f2df2c ON public.ways_of_working_termsanswer USING btree (membership_id);


--
-- Name: ways_of_working_termsanswer_ways_id_d9b2b820; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_termsanswer_ways_id_d9b2b820 ON public.ways_of_working_termsanswer USING btree (ways_id);


--
-- Name: ways_of_working_termsreminder_membership_id_c2aba3b6; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_termsreminder_membership_id_c2aba3b6 ON public.ways_of_working_termsreminder USING btree (membership_id);


--
-- Name: ways_of_working_termsreminder_sent_by_id_608fabaf; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_termsreminder_sent_by_id_608fabaf ON public.ways_of_working_termsreminder USING btree (sent_by_id);


--
-- Name: ways_of_working_termsreminder_ways_id_024a95f2; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_termsreminder_ways_id_024a95f2 ON public.ways_of_working_termsreminder USING btree (ways_id);


--
-- Name: ways_of_working_termsreply_answer_id_cb931004; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_termsreply_answer_id_cb931004 ON public.ways_of_working_termsreply USING btree (answer_id);


--
-- Name: ways_of_working_termsreply_by_id_dd7a8753; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_termsreply_by_id_dd7a8753 ON public.ways_of_working_termsreply USING btree (by_id);


--
-- Name: ways_of_working_termssection_edited_by_id_c47f67c0; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_termssection_edited_by_id_c47f67c0 ON public.ways_of_working_termssection USING btree (edited_by_id);


--
-- Name: ways_of_working_termssection_ways_id_f9a135c2; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_termssection_ways_id_f9a135c2 ON public.ways_of_working_termssection USING btree (ways_id);


--
-- Name: ways_of_working_termstemplate_history_authority_id_949ac14a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_termstemplate_history_authority_id_949ac14a ON public.ways_of_working_termstemplate_history USING btree (authority_id);


--
-- Name: ways_of_working_termstemplate_history_pgh_obj_id_06fc5096; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_termstemplate_history_pgh_obj_id_06fc5096 ON public.ways_of_working_termstemplate_history USING btree (pgh_obj_id);


--
-- Name: ways_of_working_termstemplate_history_published_by_id_83a5dbd4; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_termstemplate_history_published_by_id_83a5dbd4 ON public.ways_of_working_termstemplate_history USING btree (published_by_id);


--
-- Name: ways_of_working_termstemplate_history_started_by_id_6a3019c0; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_termstemplate_history_started_by_id_6a3019c0 ON public.ways_of_working_termstemplate_history USING btree (started_by_id);


--
-- Name: ways_of_working_termstemplate_published_by_id_05ab3830; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_termstemplate_published_by_id_05ab3830 ON public.ways_of_working_termstemplate USING btree (published_by_id);


--
-- Name: ways_of_working_termstemplate_started_by_id_a8003503; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_termstemplate_started_by_id_a8003503 ON public.ways_of_working_termstemplate USING btree (started_by_id);


--
-- Name: ways_of_working_waysofworking_adopted_by_id_a9198052; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_waysofworking_adopted_by_id_a9198052 ON public.ways_of_working_waysofworking USING btree (adopted_by_id);


--
-- Name: ways_of_working_waysofworking_before_id_74f0ea96; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_waysofworking_before_id_74f0ea96 ON public.ways_of_working_waysofworking USING btree (before_id);


--
-- Name: ways_of_working_waysofworking_circulated_by_id_a6ef9a0c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_waysofworking_circulated_by_id_a6ef9a0c ON public.ways_of_working_waysofworking USING btree (circulated_by_id);


--
-- Name: ways_of_working_waysofworking_collaboration_id_291508f9; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_waysofworking_collaboration_id_291508f9 ON public.ways_of_working_waysofworking USING btree (collaboration_id);


--
-- Name: ways_of_working_waysofworking_document_id_35cc021a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_waysofworking_document_id_35cc021a ON public.ways_of_working_waysofworking USING btree (document_id);


--
-- Name: ways_of_working_waysofworking_history_adopted_by_id_7389a8a7; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_waysofworking_history_adopted_by_id_7389a8a7 ON public.ways_of_working_waysofworking_history USING btree (adopted_by_id);


--
-- Name: ways_of_working_waysofworking_history_authority_id_d9b7e488; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_waysofworking_history_authority_id_d9b7e488 ON public.ways_of_working_waysofworking_history USING btree (authority_id);


--
-- Name: ways_of_working_waysofworking_history_before_id_2d77486e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_waysofworking_history_before_id_2d77486e ON public.ways_of_working_waysofworking_history USING btree (before_id);


--
-- Name: ways_of_working_waysofworking_history_circulated_by_id_b5ee0265; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_waysofworking_history_circulated_by_id_b5ee0265 ON public.ways_of_working_waysofworking_history USING btree (circulated_by_id);


--
-- Name: ways_of_working_waysofworking_history_collaboration_id_395cf00b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_waysofworking_history_collaboration_id_395cf00b ON public.ways_of_working_waysofworking_history USING btree (collaboration_id);


--
-- Name: ways_of_working_waysofworking_history_document_id_bbe05809; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_waysofworking_history_document_id_bbe05809 ON public.ways_of_working_waysofworking_history USING btree (document_id);


--
-- Name: ways_of_working_waysofworking_history_pgh_obj_id_a93d90d3; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_waysofworking_history_pgh_obj_id_a93d90d3 ON public.ways_of_working_waysofworking_history USING btree (pgh_obj_id);


--
-- Name: ways_of_working_waysofworking_history_started_by_id_a2743479; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_waysofworking_history_started_by_id_a2743479 ON public.ways_of_working_waysofworking_history USING btree (started_by_id);


--
-- Name: ways_of_working_waysofworking_history_template_id_a525cb1a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_waysofworking_history_template_id_a525cb1a ON public.ways_of_working_waysofworking_history USING btree (template_id);


--
-- Name: ways_of_working_waysofworking_started_by_id_5c0b81d1; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_waysofworking_started_by_id_5c0b81d1 ON public.ways_of_working_waysofworking USING btree (started_by_id);


--
-- Name: ways_of_working_waysofworking_template_id_0364431d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ways_of_working_waysofworking_template_id_0364431d ON public.ways_of_working_waysofworking USING btree (template_id);


--
-- Name: ofsted_stagedgone_copied_authority_id_idx; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.ofsted_stagedgone_authority ATTACH PARTITION public.ofsted_stagedgone_copied_authority_id_idx;


--
-- Name: ofsted_stagedinspection_copied_authority_id_idx; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.ofsted_stagedinspection_authority ATTACH PARTITION public.ofsted_stagedinspection_copied_authority_id_idx;


--
-- Name: ofsted_stagedsetting_copied_authority_id_idx; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.ofsted_stagedsetting_authority ATTACH PARTITION public.ofsted_stagedsetting_copied_authority_id_idx;


--
-- Name: ofsted_leadingpolicy pgtrigger_adopted_stays_96d5e; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_adopted_stays_96d5e BEFORE DELETE OR UPDATE ON public.ofsted_leadingpolicy FOR EACH ROW WHEN (((old.state)::text = 'adopted'::text)) EXECUTE FUNCTION public.pgtrigger_adopted_stays_96d5e();


--
-- Name: TRIGGER pgtrigger_adopted_stays_96d5e ON ofsted_leadingpolicy; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_adopted_stays_96d5e ON public.ofsted_leadingpolicy IS 'cc1c41046fcedbc7398db4ee40e0a7d1dc6bf2c0';


--
-- Name: collaborations_collaboration pgtrigger_count_added_45e06; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_count_added_45e06 AFTER INSERT ON public.collaborations_collaboration REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_count_added_45e06();


--
-- Name: TRIGGER pgtrigger_count_added_45e06 ON collaborations_collaboration; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_count_added_45e06 ON public.collaborations_collaboration IS '9161a812d8ec4e5190e06d2ba3dd44d455c3a361';


--
-- Name: collaborations_collaboration pgtrigger_count_changed_5cebd; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_count_changed_5cebd AFTER UPDATE ON public.collaborations_collaboration FOR EACH ROW WHEN (((old.district_id IS DISTINCT FROM new.district_id) OR ((old.state)::text IS DISTINCT FROM (new.state)::text) OR (true IS DISTINCT FROM true))) EXECUTE FUNCTION public.pgtrigger_count_changed_5cebd();


--
-- Name: TRIGGER pgtrigger_count_changed_5cebd ON collaborations_collaboration; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_count_changed_5cebd ON public.collaborations_collaboration IS '6d9094c6c8c499b36b5aaef3ed7ffbadb8a2181c';


--
-- Name: collaborations_collaboration pgtrigger_count_deleted_e89c4; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_count_deleted_e89c4 AFTER DELETE ON public.collaborations_collaboration REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_count_deleted_e89c4();


--
-- Name: TRIGGER pgtrigger_count_deleted_e89c4 ON collaborations_collaboration; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_count_deleted_e89c4 ON public.collaborations_collaboration IS '848acf5d00c04355304181f7278f1d1854a6ea2a';


--
-- Name: providers_provider pgtrigger_covered_count_changed_4ad82; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_covered_count_changed_4ad82 AFTER UPDATE ON public.providers_provider FOR EACH ROW WHEN (((old.district_id IS DISTINCT FROM new.district_id) OR ((old.unlisted_since IS NULL) IS DISTINCT FROM (new.unlisted_since IS NULL)))) EXECUTE FUNCTION public.pgtrigger_covered_count_changed_4ad82();


--
-- Name: TRIGGER pgtrigger_covered_count_changed_4ad82 ON providers_provider; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_covered_count_changed_4ad82 ON public.providers_provider IS 'ee40d23233ef81916ed065a00be4dfdf7e1c6758';


--
-- Name: memberships_membership pgtrigger_covered_count_delete_acf6f; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_covered_count_delete_acf6f AFTER DELETE ON public.memberships_membership REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_covered_count_delete_acf6f();


--
-- Name: TRIGGER pgtrigger_covered_count_delete_acf6f ON memberships_membership; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_covered_count_delete_acf6f ON public.memberships_membership IS 'eb6e6cbf5ce5cada078f273ad2839270e3473060';


--
-- Name: memberships_membership pgtrigger_covered_count_insert_32d51; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_covered_count_insert_32d51 AFTER INSERT ON public.memberships_membership REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_covered_count_insert_32d51();


--
-- Name: TRIGGER pgtrigger_covered_count_insert_32d51 ON memberships_membership; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_covered_count_insert_32d51 ON public.memberships_membership IS '84b020191a72c87bef3c5e3409ab6a75dcfe3fa4';


--
-- Name: memberships_membership pgtrigger_covered_count_update_7fd6a; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_covered_count_update_7fd6a AFTER UPDATE ON public.memberships_membership REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_covered_count_update_7fd6a();


--
-- Name: TRIGGER pgtrigger_covered_count_update_7fd6a ON memberships_membership; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_covered_count_update_7fd6a ON public.memberships_membership IS '869a685af0777cf9cd6dbfe605c984414ea38260';


--
-- Name: provision_staffreturn pgtrigger_delete_delete_05e37; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_05e37 AFTER DELETE ON public.provision_staffreturn FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_05e37();


--
-- Name: TRIGGER pgtrigger_delete_delete_05e37 ON provision_staffreturn; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_05e37 ON public.provision_staffreturn IS 'b6d27670c7bcb5da62d9cb6c8922c0440a56d595';


--
-- Name: memberships_handover pgtrigger_delete_delete_1ab6c; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_1ab6c AFTER DELETE ON public.memberships_handover FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_1ab6c();


--
-- Name: TRIGGER pgtrigger_delete_delete_1ab6c ON memberships_handover; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_1ab6c ON public.memberships_handover IS 'ad1bc515887364db0d79a1034f7e9dfdc747fb02';


--
-- Name: ofsted_schoollink pgtrigger_delete_delete_1f535; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_1f535 AFTER DELETE ON public.ofsted_schoollink FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_1f535();


--
-- Name: TRIGGER pgtrigger_delete_delete_1f535 ON ofsted_schoollink; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_1f535 ON public.ofsted_schoollink IS 'c5404f70c4f1ab9613fd3a77bfbe99c25afe869d';


--
-- Name: meetings_agendaitem pgtrigger_delete_delete_2c12a; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_2c12a AFTER DELETE ON public.meetings_agendaitem FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_2c12a();


--
-- Name: TRIGGER pgtrigger_delete_delete_2c12a ON meetings_agendaitem; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_2c12a ON public.meetings_agendaitem IS '290a464f9c4454c9c901d067efb133dd8d922608';


--
-- Name: providers_successionlink pgtrigger_delete_delete_2eef2; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_2eef2 AFTER DELETE ON public.providers_successionlink FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_2eef2();


--
-- Name: TRIGGER pgtrigger_delete_delete_2eef2 ON providers_successionlink; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_2eef2 ON public.providers_successionlink IS 'cd1321d5045c9e4bcbf71b5854828f5f38c76434';


--
-- Name: accounts_roleappointment pgtrigger_delete_delete_2f516; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_2f516 AFTER DELETE ON public.accounts_roleappointment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_2f516();


--
-- Name: TRIGGER pgtrigger_delete_delete_2f516 ON accounts_roleappointment; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_2f516 ON public.accounts_roleappointment IS '56a73d497a2c93ef44c0b02490fced50b65f07c6';


--
-- Name: memberships_application pgtrigger_delete_delete_37725; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_37725 AFTER DELETE ON public.memberships_application FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_37725();


--
-- Name: TRIGGER pgtrigger_delete_delete_37725 ON memberships_application; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_37725 ON public.memberships_application IS '0b0b7007b5b4a695ef885eba8d0c7654eaf9aab3';


--
-- Name: collaborations_firstmeeting pgtrigger_delete_delete_3a43d; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_3a43d AFTER DELETE ON public.collaborations_firstmeeting FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_3a43d();


--
-- Name: TRIGGER pgtrigger_delete_delete_3a43d ON collaborations_firstmeeting; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_3a43d ON public.collaborations_firstmeeting IS '50d4c3ce0652f2c82132ba50461329ab72beb518';


--
-- Name: support_supportrequest pgtrigger_delete_delete_3bb53; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_3bb53 AFTER DELETE ON public.support_supportrequest FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_3bb53();


--
-- Name: TRIGGER pgtrigger_delete_delete_3bb53 ON support_supportrequest; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_3bb53 ON public.support_supportrequest IS '61c84c8aa2a775b1e4840731f2c2c1165b8e48b5';


--
-- Name: providers_provider pgtrigger_delete_delete_42d8b; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_42d8b AFTER DELETE ON public.providers_provider FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_42d8b();


--
-- Name: TRIGGER pgtrigger_delete_delete_42d8b ON providers_provider; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_42d8b ON public.providers_provider IS '81faea14f99e937988fb9c0015a2a18ee220e7da';


--
-- Name: meetings_meeting pgtrigger_delete_delete_4bf26; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_4bf26 AFTER DELETE ON public.meetings_meeting FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_4bf26();


--
-- Name: TRIGGER pgtrigger_delete_delete_4bf26 ON meetings_meeting; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_4bf26 ON public.meetings_meeting IS '99a03575f7ba16a53fc1533841daac7dd849c477';


--
-- Name: ways_of_working_termstemplate pgtrigger_delete_delete_60bd4; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_60bd4 AFTER DELETE ON public.ways_of_working_termstemplate FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_60bd4();


--
-- Name: TRIGGER pgtrigger_delete_delete_60bd4 ON ways_of_working_termstemplate; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_60bd4 ON public.ways_of_working_termstemplate IS 'e3f93a6261c160f7211ff9905ae98298c163706b';


--
-- Name: memberships_officeholder pgtrigger_delete_delete_628a2; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_628a2 AFTER DELETE ON public.memberships_officeholder FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_628a2();


--
-- Name: TRIGGER pgtrigger_delete_delete_628a2 ON memberships_officeholder; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_628a2 ON public.memberships_officeholder IS '513f46dc0d0cec9628f33a23f23d053f313839bd';


--
-- Name: ofsted_inspection pgtrigger_delete_delete_693e6; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_693e6 AFTER DELETE ON public.ofsted_inspection FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_693e6();


--
-- Name: TRIGGER pgtrigger_delete_delete_693e6 ON ofsted_inspection; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_693e6 ON public.ofsted_inspection IS 'ca45e4f51e5537427ea1a2f9fb0da9435adf0e50';


--
-- Name: reorganisation_reorganisation pgtrigger_delete_delete_77232; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_77232 AFTER DELETE ON public.reorganisation_reorganisation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_77232();


--
-- Name: TRIGGER pgtrigger_delete_delete_77232 ON reorganisation_reorganisation; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_77232 ON public.reorganisation_reorganisation IS 'f0334bc10205b608c3d08169efe5b9821a78ea78';


--
-- Name: ofsted_leadingpolicy pgtrigger_delete_delete_77b09; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_77b09 AFTER DELETE ON public.ofsted_leadingpolicy FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_77b09();


--
-- Name: TRIGGER pgtrigger_delete_delete_77b09 ON ofsted_leadingpolicy; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_77b09 ON public.ofsted_leadingpolicy IS '140d2104c2709fd73313118e8674989a256df2eb';


--
-- Name: memberships_leaderappointment pgtrigger_delete_delete_8289d; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_8289d AFTER DELETE ON public.memberships_leaderappointment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_8289d();


--
-- Name: TRIGGER pgtrigger_delete_delete_8289d ON memberships_leaderappointment; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_8289d ON public.memberships_leaderappointment IS '962ece638d4df759097989beea0de72582b92144';


--
-- Name: provision_deliverypartnership pgtrigger_delete_delete_869b9; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_869b9 AFTER DELETE ON public.provision_deliverypartnership FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_869b9();


--
-- Name: TRIGGER pgtrigger_delete_delete_869b9 ON provision_deliverypartnership; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_869b9 ON public.provision_deliverypartnership IS 'ad1b2ad5d938af8ca72425ca4ae178d9aac46df6';


--
-- Name: support_referral pgtrigger_delete_delete_9854a; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_9854a AFTER DELETE ON public.support_referral FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_9854a();


--
-- Name: TRIGGER pgtrigger_delete_delete_9854a ON support_referral; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_9854a ON public.support_referral IS '935670edcf97f4bc76d7fceb69aaea4ee1d55951';


--
-- Name: memberships_membership pgtrigger_delete_delete_996d8; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_996d8 AFTER DELETE ON public.memberships_membership FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_996d8();


--
-- Name: TRIGGER pgtrigger_delete_delete_996d8 ON memberships_membership; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_996d8 ON public.memberships_membership IS '2387e3ca5e83e1b75cbf1e22b868dc738b52d75a';


--
-- Name: memberships_settingrole pgtrigger_delete_delete_9c4c0; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_9c4c0 AFTER DELETE ON public.memberships_settingrole FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_9c4c0();


--
-- Name: TRIGGER pgtrigger_delete_delete_9c4c0 ON memberships_settingrole; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_9c4c0 ON public.memberships_settingrole IS 'bc57cb4e69b2991cc1d8de2d896a7fe287cfc38e';


--
-- Name: library_groupdocument pgtrigger_delete_delete_9c6c5; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_9c6c5 AFTER DELETE ON public.library_groupdocument FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_9c6c5();


--
-- Name: TRIGGER pgtrigger_delete_delete_9c6c5 ON library_groupdocument; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_9c6c5 ON public.library_groupdocument IS 'd6d2389d6a0f135f86df6c14cacc0e41c6c99638';


--
-- Name: ways_of_working_review pgtrigger_delete_delete_a116e; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_a116e AFTER DELETE ON public.ways_of_working_review FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_a116e();


--
-- Name: TRIGGER pgtrigger_delete_delete_a116e ON ways_of_working_review; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_a116e ON public.ways_of_working_review IS '522e63336854a8bfb86b0283dbada6b768c57c70';


--
-- Name: collaborations_collaboration pgtrigger_delete_delete_a3efd; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_a3efd AFTER DELETE ON public.collaborations_collaboration FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_a3efd();


--
-- Name: TRIGGER pgtrigger_delete_delete_a3efd ON collaborations_collaboration; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_a3efd ON public.collaborations_collaboration IS '5827d4a36f17eb0a00b7995e9bb62350435d467f';


--
-- Name: memberships_personcontact pgtrigger_delete_delete_b3775; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_b3775 AFTER DELETE ON public.memberships_personcontact FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_b3775();


--
-- Name: TRIGGER pgtrigger_delete_delete_b3775 ON memberships_personcontact; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_b3775 ON public.memberships_personcontact IS '651ce8cca314fa4f64927b340ed88bbb92745362';


--
-- Name: development_planaction pgtrigger_delete_delete_c02cc; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_c02cc AFTER DELETE ON public.development_planaction FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_c02cc();


--
-- Name: TRIGGER pgtrigger_delete_delete_c02cc ON development_planaction; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_c02cc ON public.development_planaction IS '3c9f548916c626aa80f4d21f8757d03ff800bb5d';


--
-- Name: ways_of_working_termsanswer pgtrigger_delete_delete_c14e4; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_c14e4 AFTER DELETE ON public.ways_of_working_termsanswer FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_c14e4();


--
-- Name: TRIGGER pgtrigger_delete_delete_c14e4 ON ways_of_working_termsanswer; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_c14e4 ON public.ways_of_working_termsanswer IS '74c5d263152def9905ff51ef793aa3ae1eaa4fe3';


--
-- Name: provision_returnperiod pgtrigger_delete_delete_c6a49; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_c6a49 AFTER DELETE ON public.provision_returnperiod FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_c6a49();


--
-- Name: TRIGGER pgtrigger_delete_delete_c6a49 ON provision_returnperiod; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_c6a49 ON public.provision_returnperiod IS 'a2409f46e7cd0f7354a2dbd850905bc702b439e3';


--
-- Name: ways_of_working_waysofworking pgtrigger_delete_delete_c8f2f; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_c8f2f AFTER DELETE ON public.ways_of_working_waysofworking FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_c8f2f();


--
-- Name: TRIGGER pgtrigger_delete_delete_c8f2f ON ways_of_working_waysofworking; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_c8f2f ON public.ways_of_working_waysofworking IS '507c6a7371ca70553d079e44eef4a3666f2c383d';


--
-- Name: development_developmentplan pgtrigger_delete_delete_d7ea1; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_d7ea1 AFTER DELETE ON public.development_developmentplan FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_d7ea1();


--
-- Name: TRIGGER pgtrigger_delete_delete_d7ea1 ON development_developmentplan; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_d7ea1 ON public.development_developmentplan IS '7058be209c85fc43ef4ee636184229fae15e8456';


--
-- Name: providers_settingcontact pgtrigger_delete_delete_df57a; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_df57a AFTER DELETE ON public.providers_settingcontact FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_df57a();


--
-- Name: TRIGGER pgtrigger_delete_delete_df57a ON providers_settingcontact; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_df57a ON public.providers_settingcontact IS '0a65ee5965710aff18590231332cf8260400644d';


--
-- Name: provision_vacancy pgtrigger_delete_delete_e1c43; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_e1c43 AFTER DELETE ON public.provision_vacancy FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_e1c43();


--
-- Name: TRIGGER pgtrigger_delete_delete_e1c43 ON provision_vacancy; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_e1c43 ON public.provision_vacancy IS '5d105a2552469e85dd09b7a5a1c2ea5d45baef1d';


--
-- Name: provision_publicconsent pgtrigger_delete_delete_ec4a5; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_ec4a5 AFTER DELETE ON public.provision_publicconsent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_ec4a5();


--
-- Name: TRIGGER pgtrigger_delete_delete_ec4a5 ON provision_publicconsent; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_ec4a5 ON public.provision_publicconsent IS '72652310a1b9bbda38204219a7b7f6b53d859592';


--
-- Name: development_objective pgtrigger_delete_delete_f38b8; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_f38b8 AFTER DELETE ON public.development_objective FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_f38b8();


--
-- Name: TRIGGER pgtrigger_delete_delete_f38b8 ON development_objective; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_f38b8 ON public.development_objective IS 'ab9bbeb6ca91bc7f82c32e165dd00bede2379ff0';


--
-- Name: leadership_leadershipcase pgtrigger_delete_delete_f47d3; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_f47d3 AFTER DELETE ON public.leadership_leadershipcase FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_f47d3();


--
-- Name: TRIGGER pgtrigger_delete_delete_f47d3 ON leadership_leadershipcase; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_f47d3 ON public.leadership_leadershipcase IS '73acdb2e3b9aec23d3a7c84ecf6453b51d7051b2';


--
-- Name: memberships_invitation pgtrigger_delete_delete_faf63; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_faf63 AFTER DELETE ON public.memberships_invitation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_faf63();


--
-- Name: TRIGGER pgtrigger_delete_delete_faf63 ON memberships_invitation; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_faf63 ON public.memberships_invitation IS '15c39892cf3341d5ed8f0185c9ddbf70f47cb99f';


--
-- Name: memberships_conductconcern pgtrigger_delete_delete_fe8f9; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_fe8f9 AFTER DELETE ON public.memberships_conductconcern FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_fe8f9();


--
-- Name: TRIGGER pgtrigger_delete_delete_fe8f9 ON memberships_conductconcern; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_fe8f9 ON public.memberships_conductconcern IS 'ebdc0f8f89fed55ed7e51e65c327de7a7d09c3e4';


--
-- Name: collaborations_collaboration pgtrigger_led_count_changed_925c0; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_led_count_changed_925c0 AFTER UPDATE ON public.collaborations_collaboration FOR EACH ROW WHEN (((old.district_id IS DISTINCT FROM new.district_id) OR ((old.state)::text IS DISTINCT FROM (new.state)::text) OR (true IS DISTINCT FROM true))) EXECUTE FUNCTION public.pgtrigger_led_count_changed_925c0();


--
-- Name: TRIGGER pgtrigger_led_count_changed_925c0 ON collaborations_collaboration; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_led_count_changed_925c0 ON public.collaborations_collaboration IS '7b0229e6f06cb9f3e8de30646a5d9f1965dc2212';


--
-- Name: memberships_leaderappointment pgtrigger_led_count_delete_191dc; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_led_count_delete_191dc AFTER DELETE ON public.memberships_leaderappointment REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_led_count_delete_191dc();


--
-- Name: TRIGGER pgtrigger_led_count_delete_191dc ON memberships_leaderappointment; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_led_count_delete_191dc ON public.memberships_leaderappointment IS 'd369cd24a9c3ce753f0f884610ed19d5e023ae4f';


--
-- Name: memberships_leaderappointment pgtrigger_led_count_insert_5e7f3; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_led_count_insert_5e7f3 AFTER INSERT ON public.memberships_leaderappointment REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_led_count_insert_5e7f3();


--
-- Name: TRIGGER pgtrigger_led_count_insert_5e7f3 ON memberships_leaderappointment; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_led_count_insert_5e7f3 ON public.memberships_leaderappointment IS '8c49b25f799919e15109c51975b97616372fe27f';


--
-- Name: memberships_membership pgtrigger_led_count_update_19759; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_led_count_update_19759 AFTER UPDATE ON public.memberships_membership REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_led_count_update_19759();


--
-- Name: TRIGGER pgtrigger_led_count_update_19759 ON memberships_membership; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_led_count_update_19759 ON public.memberships_membership IS '21408ca5b5077727f087c453294939a0c4389edc';


--
-- Name: memberships_leaderappointment pgtrigger_led_count_update_7a24f; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_led_count_update_7a24f AFTER UPDATE ON public.memberships_leaderappointment REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_led_count_update_7a24f();


--
-- Name: TRIGGER pgtrigger_led_count_update_7a24f ON memberships_leaderappointment; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_led_count_update_7a24f ON public.memberships_leaderappointment IS '1d29c5a6a11f3fb41cf649f2373f40feb7226b81';


--
-- Name: providers_provider pgtrigger_listed_count_added_f8764; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_listed_count_added_f8764 AFTER INSERT ON public.providers_provider REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_listed_count_added_f8764();


--
-- Name: TRIGGER pgtrigger_listed_count_added_f8764 ON providers_provider; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_listed_count_added_f8764 ON public.providers_provider IS 'dfc22bf8263df8c4a98c86d4a5d9b970391a3c92';


--
-- Name: providers_provider pgtrigger_listed_count_changed_86915; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_listed_count_changed_86915 AFTER UPDATE ON public.providers_provider FOR EACH ROW WHEN (((old.district_id IS DISTINCT FROM new.district_id) OR ((old.unlisted_since IS NULL) IS DISTINCT FROM (new.unlisted_since IS NULL)))) EXECUTE FUNCTION public.pgtrigger_listed_count_changed_86915();


--
-- Name: TRIGGER pgtrigger_listed_count_changed_86915 ON providers_provider; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_listed_count_changed_86915 ON public.providers_provider IS 'f7aec4ea76769d7daf1498035e869d0fcaf57057';


--
-- Name: providers_provider pgtrigger_listed_count_deleted_46fe4; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_listed_count_deleted_46fe4 AFTER DELETE ON public.providers_provider REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_listed_count_deleted_46fe4();


--
-- Name: TRIGGER pgtrigger_listed_count_deleted_46fe4 ON providers_provider; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_listed_count_deleted_46fe4 ON public.providers_provider IS '02f163a3486df85e423380dfdd26b8f43b8bc19f';


--
-- Name: leadership_leadershipcase pgtrigger_open_count_added_24009; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_open_count_added_24009 AFTER INSERT ON public.leadership_leadershipcase REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_open_count_added_24009();


--
-- Name: TRIGGER pgtrigger_open_count_added_24009 ON leadership_leadershipcase; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_open_count_added_24009 ON public.leadership_leadershipcase IS '1842b77f3e33de1ce79914093b823ccc517e9602';


--
-- Name: leadership_leadershipcase pgtrigger_open_count_changed_ee27b; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_open_count_changed_ee27b AFTER UPDATE ON public.leadership_leadershipcase FOR EACH ROW WHEN (((old.assigned_to_id IS DISTINCT FROM new.assigned_to_id) OR ((old.nothing_found_since IS NOT NULL) IS DISTINCT FROM (new.nothing_found_since IS NOT NULL)) OR ((old.closed_at IS NULL) IS DISTINCT FROM (new.closed_at IS NULL)))) EXECUTE FUNCTION public.pgtrigger_open_count_changed_ee27b();


--
-- Name: TRIGGER pgtrigger_open_count_changed_ee27b ON leadership_leadershipcase; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_open_count_changed_ee27b ON public.leadership_leadershipcase IS 'aae1ab2a01ba857f0cfb03806c6b5010d350ec0c';


--
-- Name: leadership_leadershipcase pgtrigger_open_count_deleted_14847; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_open_count_deleted_14847 AFTER DELETE ON public.leadership_leadershipcase REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_open_count_deleted_14847();


--
-- Name: TRIGGER pgtrigger_open_count_deleted_14847 ON leadership_leadershipcase; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_open_count_deleted_14847 ON public.leadership_leadershipcase IS 'b575ba1bc0bfc6fba4f9cb2ec8e3182564869b98';


--
-- Name: provision_vacancy pgtrigger_update_update_01aac; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_01aac AFTER UPDATE ON public.provision_vacancy FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_01aac();


--
-- Name: TRIGGER pgtrigger_update_update_01aac ON provision_vacancy; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_01aac ON public.provision_vacancy IS 'f0223d0a35122603a94c9cb8c915a79cfc556fd7';


--
-- Name: collaborations_firstmeeting pgtrigger_update_update_0309a; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_0309a AFTER UPDATE ON public.collaborations_firstmeeting FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_0309a();


--
-- Name: TRIGGER pgtrigger_update_update_0309a ON collaborations_firstmeeting; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_0309a ON public.collaborations_firstmeeting IS '6f23db7c9ea740e329a09dfbf5d23d25c4a4a414';


--
-- Name: library_groupdocument pgtrigger_update_update_0b503; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_0b503 AFTER UPDATE ON public.library_groupdocument FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_0b503();


--
-- Name: TRIGGER pgtrigger_update_update_0b503 ON library_groupdocument; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_0b503 ON public.library_groupdocument IS '8ec5eb57b58e66856dbdeccc28951def2b3bba78';


--
-- Name: memberships_invitation pgtrigger_update_update_1e148; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_1e148 AFTER UPDATE ON public.memberships_invitation FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_1e148();


--
-- Name: TRIGGER pgtrigger_update_update_1e148 ON memberships_invitation; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_1e148 ON public.memberships_invitation IS 'a2fc8c6b63904ef21c5a88018c7552e7e8eaf55a';


--
-- Name: support_supportrequest pgtrigger_update_update_26327; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_26327 AFTER UPDATE ON public.support_supportrequest FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_26327();


--
-- Name: TRIGGER pgtrigger_update_update_26327 ON support_supportrequest; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_26327 ON public.support_supportrequest IS 'c7d1e41f7c3a00db8eabf22d80a03f234d5c8914';


--
-- Name: ways_of_working_termstemplate pgtrigger_update_update_26536; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_26536 AFTER UPDATE ON public.ways_of_working_termstemplate FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_26536();


--
-- Name: TRIGGER pgtrigger_update_update_26536 ON ways_of_working_termstemplate; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_26536 ON public.ways_of_working_termstemplate IS '54cfea26873dbd2f3db77b5488451c10416798ad';


--
-- Name: memberships_handover pgtrigger_update_update_30971; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_30971 AFTER UPDATE ON public.memberships_handover FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_30971();


--
-- Name: TRIGGER pgtrigger_update_update_30971 ON memberships_handover; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_30971 ON public.memberships_handover IS 'ba6a8d7076635cc795974bca824fca33e878f336';


--
-- Name: ways_of_working_waysofworking pgtrigger_update_update_39327; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_39327 AFTER UPDATE ON public.ways_of_working_waysofworking FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_39327();


--
-- Name: TRIGGER pgtrigger_update_update_39327 ON ways_of_working_waysofworking; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_39327 ON public.ways_of_working_waysofworking IS '3fa3bad4dde1c5213996281ad96e15582bd662e4';


--
-- Name: development_developmentplan pgtrigger_update_update_3e0a3; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_3e0a3 AFTER UPDATE ON public.development_developmentplan FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_3e0a3();


--
-- Name: TRIGGER pgtrigger_update_update_3e0a3 ON development_developmentplan; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_3e0a3 ON public.development_developmentplan IS 'e2fcf01717a62a5bb9a9ab24d401f30a98de203d';


--
-- Name: development_objective pgtrigger_update_update_3e41e; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_3e41e AFTER UPDATE ON public.development_objective FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_3e41e();


--
-- Name: TRIGGER pgtrigger_update_update_3e41e ON development_objective; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_3e41e ON public.development_objective IS '157a6724309bafe66c01720fd03ad979839d3078';


--
-- Name: memberships_application pgtrigger_update_update_462f7; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_462f7 AFTER UPDATE ON public.memberships_application FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_462f7();


--
-- Name: TRIGGER pgtrigger_update_update_462f7 ON memberships_application; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_462f7 ON public.memberships_application IS '61cd666337a1a66798779d3699a67c39a696ad67';


--
-- Name: meetings_meeting pgtrigger_update_update_495b8; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_495b8 AFTER UPDATE ON public.meetings_meeting FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_495b8();


--
-- Name: TRIGGER pgtrigger_update_update_495b8 ON meetings_meeting; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_495b8 ON public.meetings_meeting IS 'bf9073f4dadcf536aac03437160a2bb5b413a3fb';


--
-- Name: ofsted_schoollink pgtrigger_update_update_4b12a; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_4b12a AFTER UPDATE ON public.ofsted_schoollink FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_4b12a();


--
-- Name: TRIGGER pgtrigger_update_update_4b12a ON ofsted_schoollink; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_4b12a ON public.ofsted_schoollink IS '1cd8ef9201da60fdc2b5d78d20508ef9f71dfcf7';


--
-- Name: provision_deliverypartnership pgtrigger_update_update_4e84c; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_4e84c AFTER UPDATE ON public.provision_deliverypartnership FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_4e84c();


--
-- Name: TRIGGER pgtrigger_update_update_4e84c ON provision_deliverypartnership; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_4e84c ON public.provision_deliverypartnership IS 'e050fc6a8f06ab96149e02a7049dddd990e0e808';


--
-- Name: memberships_membership pgtrigger_update_update_51e35; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_51e35 AFTER UPDATE ON public.memberships_membership FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_51e35();


--
-- Name: TRIGGER pgtrigger_update_update_51e35 ON memberships_membership; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_51e35 ON public.memberships_membership IS 'dd830a5f83951b940530f2ba58d4723fab802bbb';


--
-- Name: memberships_conductconcern pgtrigger_update_update_67cbc; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_67cbc AFTER UPDATE ON public.memberships_conductconcern FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_67cbc();


--
-- Name: TRIGGER pgtrigger_update_update_67cbc ON memberships_conductconcern; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_67cbc ON public.memberships_conductconcern IS '88ff9b57a919b81426be249e46e0c3b92104ac01';


--
-- Name: development_planaction pgtrigger_update_update_77f91; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_77f91 AFTER UPDATE ON public.development_planaction FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_77f91();


--
-- Name: TRIGGER pgtrigger_update_update_77f91 ON development_planaction; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_77f91 ON public.development_planaction IS '30c4d5a67c383c73a763823b35d1a3f7af9f8de2';


--
-- Name: memberships_personcontact pgtrigger_update_update_848b8; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_848b8 AFTER UPDATE ON public.memberships_personcontact FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_848b8();


--
-- Name: TRIGGER pgtrigger_update_update_848b8 ON memberships_personcontact; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_848b8 ON public.memberships_personcontact IS '99d2f9aec6f822889fd52a112c84d5f9643f6316';


--
-- Name: ofsted_inspection pgtrigger_update_update_88780; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_88780 AFTER UPDATE ON public.ofsted_inspection FOR EACH ROW WHEN (((old.authority_id IS DISTINCT FROM new.authority_id) OR (old.behaviour_and_attitudes IS DISTINCT FROM new.behaviour_and_attitudes) OR (old.from_file IS DISTINCT FROM new.from_file) OR (old.id IS DISTINCT FROM new.id) OR (old.inspected_on IS DISTINCT FROM new.inspected_on) OR ((old.inspection_number)::text IS DISTINCT FROM (new.inspection_number)::text) OR (old.is_graded IS DISTINCT FROM new.is_graded) OR (old.leadership_and_management IS DISTINCT FROM new.leadership_and_management) OR (old.met IS DISTINCT FROM new.met) OR (old.overall IS DISTINCT FROM new.overall) OR (old.personal_development IS DISTINCT FROM new.personal_development) OR (old.provider_id IS DISTINCT FROM new.provider_id) OR (old.published_on IS DISTINCT FROM new.published_on) OR (old.quality_of_education IS DISTINCT FROM new.quality_of_education) OR (old.rc_achievement IS DISTINCT FROM new.rc_achievement) OR (old.rc_behaviour IS DISTINCT FROM new.rc_behaviour) OR (old.rc_curriculum_and_teaching IS DISTINCT FROM new.rc_curriculum_and_teaching) OR (old.rc_early_years IS DISTINCT FROM new.rc_early_years) OR (old.rc_inclusion IS DISTINCT FROM new.rc_inclusion) OR (old.rc_leadership_and_governance IS DISTINCT FROM new.rc_leadership_and_governance) OR (old.rc_safeguarding IS DISTINCT FROM new.rc_safeguarding) OR (old.rc_welfare IS DISTINCT FROM new.rc_welfare) OR ((old.regime)::text IS DISTINCT FROM (new.regime)::text) OR (old.ruled_out_on IS DISTINCT FROM new.ruled_out_on) OR (old.safeguarding_effective IS DISTINCT FROM new.safeguarding_effective) OR ((old.visit_type)::text IS DISTINCT FROM (new.visit_type)::text))) EXECUTE FUNCTION public.pgtrigger_update_update_88780();


--
-- Name: TRIGGER pgtrigger_update_update_88780 ON ofsted_inspection; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_88780 ON public.ofsted_inspection IS '5d4922bb8b24abb2cc82be5bc0ab0352bf2f8401';


--
-- Name: providers_successionlink pgtrigger_update_update_88f1d; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_88f1d AFTER UPDATE ON public.providers_successionlink FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_88f1d();


--
-- Name: TRIGGER pgtrigger_update_update_88f1d ON providers_successionlink; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_88f1d ON public.providers_successionlink IS '5bb2421ba641c962c3aaf5706c71b86d5f7d4a50';


--
-- Name: collaborations_collaboration pgtrigger_update_update_9a54f; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_9a54f AFTER UPDATE ON public.collaborations_collaboration FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_9a54f();


--
-- Name: TRIGGER pgtrigger_update_update_9a54f ON collaborations_collaboration; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_9a54f ON public.collaborations_collaboration IS '1003263aa0eb209936b153ef8af897b64485ef7e';


--
-- Name: reorganisation_reorganisation pgtrigger_update_update_9cd0d; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_9cd0d AFTER UPDATE ON public.reorganisation_reorganisation FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_9cd0d();


--
-- Name: TRIGGER pgtrigger_update_update_9cd0d ON reorganisation_reorganisation; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_9cd0d ON public.reorganisation_reorganisation IS '376e5a39eee7c419e72bbfa7e8161b667f6d7d2d';


--
-- Name: memberships_officeholder pgtrigger_update_update_a0366; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_a0366 AFTER UPDATE ON public.memberships_officeholder FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_a0366();


--
-- Name: TRIGGER pgtrigger_update_update_a0366 ON memberships_officeholder; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_a0366 ON public.memberships_officeholder IS 'bfcbe98640008b6e20480e31fad4b12a21f2921b';


--
-- Name: providers_settingcontact pgtrigger_update_update_a8f5b; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_a8f5b AFTER UPDATE ON public.providers_settingcontact FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_a8f5b();


--
-- Name: TRIGGER pgtrigger_update_update_a8f5b ON providers_settingcontact; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_a8f5b ON public.providers_settingcontact IS '73aca8e9458c0498e694edd0e9dbf2dcefd2a81b';


--
-- Name: leadership_leadershipcase pgtrigger_update_update_aa479; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_aa479 AFTER UPDATE ON public.leadership_leadershipcase FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_aa479();


--
-- Name: TRIGGER pgtrigger_update_update_aa479 ON leadership_leadershipcase; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_aa479 ON public.leadership_leadershipcase IS 'a04a24e0fbc2f3638bf31422b847449a642cb989';


--
-- Name: providers_provider pgtrigger_update_update_b4a7f; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_b4a7f AFTER UPDATE ON public.providers_provider FOR EACH ROW WHEN ((((old.address_line_1)::text IS DISTINCT FROM (new.address_line_1)::text) OR ((old.address_line_2)::text IS DISTINCT FROM (new.address_line_2)::text) OR ((old.address_line_3)::text IS DISTINCT FROM (new.address_line_3)::text) OR (old.agency_id IS DISTINCT FROM new.agency_id) OR (old.authority_id IS DISTINCT FROM new.authority_id) OR ((old.constituency)::text IS DISTINCT FROM (new.constituency)::text) OR ((old.deprivation_band)::text IS DISTINCT FROM (new.deprivation_band)::text) OR (old.district_id IS DISTINCT FROM new.district_id) OR (old.first_listed_on IS DISTINCT FROM new.first_listed_on) OR (old.id IS DISTINCT FROM new.id) OR ((old.name)::text IS DISTINCT FROM (new.name)::text) OR (old.on_compulsory_register IS DISTINCT FROM new.on_compulsory_register) OR (old.on_early_years_register IS DISTINCT FROM new.on_early_years_register) OR (old.on_voluntary_register IS DISTINCT FROM new.on_voluntary_register) OR (old.places IS DISTINCT FROM new.places) OR (old.places_including_estimates IS DISTINCT FROM new.places_including_estimates) OR ((old.postcode)::text IS DISTINCT FROM (new.postcode)::text) OR ((old.provider_subtype)::text IS DISTINCT FROM (new.provider_subtype)::text) OR ((old.provider_type)::text IS DISTINCT FROM (new.provider_type)::text) OR ((old.region)::text IS DISTINCT FROM (new.region)::text) OR ((old.register_combination)::text IS DISTINCT FROM (new.register_combination)::text) OR (old.registered_on IS DISTINCT FROM new.registered_on) OR ((old.registered_person_name)::text IS DISTINCT FROM (new.registered_person_name)::text) OR ((old.registered_person_urn)::text IS DISTINCT FROM (new.registered_person_urn)::text) OR ((old.registration_status)::text IS DISTINCT FROM (new.registration_status)::text) OR ((old.telephone)::text IS DISTINCT FROM (new.telephone)::text) OR ((old.town)::text IS DISTINCT FROM (new.town)::text) OR (old.unlisted_since IS DISTINCT FROM new.unlisted_since) OR ((old.urn)::text IS DISTINCT FROM (new.urn)::text))) EXECUTE FUNCTION public.pgtrigger_update_update_b4a7f();


--
-- Name: TRIGGER pgtrigger_update_update_b4a7f ON providers_provider; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_b4a7f ON public.providers_provider IS '1f1d112cb50f1e0f15b160b6036f091c99dfd205';


--
-- Name: ways_of_working_termsanswer pgtrigger_update_update_b6fd4; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_b6fd4 AFTER UPDATE ON public.ways_of_working_termsanswer FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_b6fd4();


--
-- Name: TRIGGER pgtrigger_update_update_b6fd4 ON ways_of_working_termsanswer; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_b6fd4 ON public.ways_of_working_termsanswer IS '9f4cf5ea0d9b142f75087e1bb22cd977d3170811';


--
-- Name: ways_of_working_review pgtrigger_update_update_c88d3; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_c88d3 AFTER UPDATE ON public.ways_of_working_review FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_c88d3();


--
-- Name: TRIGGER pgtrigger_update_update_c88d3 ON ways_of_working_review; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_c88d3 ON public.ways_of_working_review IS '1834338033668ab979eff409639beaa29d3f52d7';


--
-- Name: support_referral pgtrigger_update_update_c9978; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_c9978 AFTER UPDATE ON public.support_referral FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_c9978();


--
-- Name: TRIGGER pgtrigger_update_update_c9978 ON support_referral; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_c9978 ON public.support_referral IS '261ad2de211a1558a341d79371168a09cb150bae';


--
-- Name: meetings_agendaitem pgtrigger_update_update_ca6ee; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_ca6ee AFTER UPDATE ON public.meetings_agendaitem FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_ca6ee();


--
-- Name: TRIGGER pgtrigger_update_update_ca6ee ON meetings_agendaitem; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_ca6ee ON public.meetings_agendaitem IS 'fcfb1d2df5b95d8f3959a629d6dd55ab4db4efb4';


--
-- Name: provision_publicconsent pgtrigger_update_update_d4bf5; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_d4bf5 AFTER UPDATE ON public.provision_publicconsent FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_d4bf5();


--
-- Name: TRIGGER pgtrigger_update_update_d4bf5 ON provision_publicconsent; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_d4bf5 ON public.provision_publicconsent IS '5546074ec8a21ce8d0c75b5a4f6f4da537ffa308';


--
-- Name: memberships_settingrole pgtrigger_update_update_dad4c; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_dad4c AFTER UPDATE ON public.memberships_settingrole FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_dad4c();


--
-- Name: TRIGGER pgtrigger_update_update_dad4c ON memberships_settingrole; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_dad4c ON public.memberships_settingrole IS '9461a58ec3e03b4c491f1d022f3a7961bf970550';


--
-- Name: provision_staffreturn pgtrigger_update_update_de0a4; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_de0a4 AFTER UPDATE ON public.provision_staffreturn FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_de0a4();


--
-- Name: TRIGGER pgtrigger_update_update_de0a4 ON provision_staffreturn; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_de0a4 ON public.provision_staffreturn IS '60d33a7c21d355fa1dcfc26faa004c3aee28812b';


--
-- Name: accounts_roleappointment pgtrigger_update_update_eea9b; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_eea9b AFTER UPDATE ON public.accounts_roleappointment FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_eea9b();


--
-- Name: TRIGGER pgtrigger_update_update_eea9b ON accounts_roleappointment; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_eea9b ON public.accounts_roleappointment IS '3ebcd62b2c8cff35c98176b495c7c99e138b7e17';


--
-- Name: memberships_leaderappointment pgtrigger_update_update_f14e2; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_f14e2 AFTER UPDATE ON public.memberships_leaderappointment FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_f14e2();


--
-- Name: TRIGGER pgtrigger_update_update_f14e2 ON memberships_leaderappointment; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_f14e2 ON public.memberships_leaderappointment IS '812807d854b656cd3fe7a0ab8150db05800fb4ab';


--
-- Name: ofsted_leadingpolicy pgtrigger_update_update_fadd0; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_fadd0 AFTER UPDATE ON public.ofsted_leadingpolicy FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_fadd0();


--
-- Name: TRIGGER pgtrigger_update_update_fadd0 ON ofsted_leadingpolicy; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_fadd0 ON public.ofsted_leadingpolicy IS '89fce4ace49472f54e49182de9f36f0363a9c0b7';


--
-- Name: provision_returnperiod pgtrigger_update_update_fecf7; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_fecf7 AFTER UPDATE ON public.provision_returnperiod FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_fecf7();


--
-- Name: TRIGGER pgtrigger_update_update_fecf7 ON provision_returnperiod; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_fecf7 ON public.provision_returnperiod IS '7af80f23d73187f7b173b014b14bf764cf8e9cae';


--
-- Name: account_emailaddress account_emailaddress_user_id_2c513194_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: account_emailconfirmation account_emailconfirm_email_address_id_5b7f8c58_fk_account_e; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_accountnotice accounts_accountnoti_authority_id_b8e20f73_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_accountnotice
    ADD CONSTRAINT accounts_accountnoti_authority_id_b8e20f73_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_accountnotice accounts_accountnotice_user_id_69dba09d_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_accountnotice
    ADD CONSTRAINT accounts_accountnotice_user_id_69dba09d_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_affiliation accounts_affiliation_authority_id_bd6db773_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_affiliation
    ADD CONSTRAINT accounts_affiliation_authority_id_bd6db773_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_affiliation accounts_affiliation_locked_by_id_29ecbca9_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_affiliation
    ADD CONSTRAINT accounts_affiliation_locked_by_id_29ecbca9_fk_accounts_user_id FOREIGN KEY (locked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_affiliation accounts_affiliation_merged_into_id_35d94105_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_affiliation
    ADD CONSTRAINT accounts_affiliation_merged_into_id_35d94105_fk_accounts_ FOREIGN KEY (merged_into_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_affiliation accounts_affiliation_user_id_a4444279_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_affiliation
    ADD CONSTRAINT accounts_affiliation_user_id_a4444279_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_correction accounts_correction_authority_id_940dcecb_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_correction
    ADD CONSTRAINT accounts_correction_authority_id_940dcecb_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_correction accounts_correction_into_id_7f6c8b4a_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_correction
    ADD CONSTRAINT accounts_correction_into_id_7f6c8b4a_fk_accounts_user_id FOREIGN KEY (into_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_correction accounts_correction_proposed_by_id_79436fe8_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_correction
    ADD CONSTRAINT accounts_correction_proposed_by_id_79436fe8_fk_accounts_user_id FOREIGN KEY (proposed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_correction accounts_correction_user_id_85109e64_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_correction
    ADD CONSTRAINT accounts_correction_user_id_85109e64_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_decision accounts_decision_authority_id_5acdb42e_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_decision
    ADD CONSTRAINT accounts_decision_authority_id_5acdb42e_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_decision accounts_decision_by_id_090d6a56_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_decision
    ADD CONSTRAINT accounts_decision_by_id_090d6a56_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_decision accounts_decision_user_id_233cc3e9_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_decision
    ADD CONSTRAINT accounts_decision_user_id_233cc3e9_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_personinvitation accounts_personinvit_authority_id_f3df59f1_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_personinvitation
    ADD CONSTRAINT accounts_personinvit_authority_id_f3df59f1_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_personinvitation accounts_personinvit_invited_by_id_56245872_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_personinvitation
    ADD CONSTRAINT accounts_personinvit_invited_by_id_56245872_fk_accounts_ FOREIGN KEY (invited_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_personinvitation accounts_personinvitation_user_id_03462558_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_personinvitation
    ADD CONSTRAINT accounts_personinvitation_user_id_03462558_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_roleappointment accounts_roleappoint_appointed_by_id_3d42bca4_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_roleappointment
    ADD CONSTRAINT accounts_roleappoint_appointed_by_id_3d42bca4_fk_accounts_ FOREIGN KEY (appointed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_roleappointment accounts_roleappoint_authority_id_86807f3c_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_roleappointment
    ADD CONSTRAINT accounts_roleappoint_authority_id_86807f3c_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_roleappointment accounts_roleappointment_user_id_1798066e_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_roleappointment
    ADD CONSTRAINT accounts_roleappointment_user_id_1798066e_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_securityevent accounts_securityeve_authority_id_9ee70411_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_securityevent
    ADD CONSTRAINT accounts_securityeve_authority_id_9ee70411_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_securityevent accounts_securityevent_person_id_8f2dd903_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_securityevent
    ADD CONSTRAINT accounts_securityevent_person_id_8f2dd903_fk_accounts_user_id FOREIGN KEY (person_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_tasklink accounts_tasklink_authority_id_66402ac3_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_tasklink
    ADD CONSTRAINT accounts_tasklink_authority_id_66402ac3_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_tasklink accounts_tasklink_user_id_00a7afbd_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_tasklink
    ADD CONSTRAINT accounts_tasklink_user_id_00a7afbd_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_user_groups accounts_user_groups_group_id_bd11a704_fk_auth_group_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_user_groups
    ADD CONSTRAINT accounts_user_groups_group_id_bd11a704_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_user_groups accounts_user_groups_user_id_52b62117_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_user_groups
    ADD CONSTRAINT accounts_user_groups_user_id_52b62117_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_user accounts_user_invited_to_id_25801a59_fk_accounts_authority_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_invited_to_id_25801a59_fk_accounts_authority_id FOREIGN KEY (invited_to_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_user_user_permissions accounts_user_user_p_permission_id_113bb443_fk_auth_perm; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_user_user_permissions
    ADD CONSTRAINT accounts_user_user_p_permission_id_113bb443_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_user_user_permissions accounts_user_user_p_user_id_e4f0a161_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_user_user_permissions
    ADD CONSTRAINT accounts_user_user_p_user_id_e4f0a161_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audit_entry audit_entry_authority_id_e2fe0c37_fk_accounts_authority_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT audit_entry_authority_id_e2fe0c37_fk_accounts_authority_id FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audit_entry audit_entry_by_id_1c9b7f27_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT audit_entry_by_id_1c9b7f27_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audit_seal audit_seal_authority_id_31ccd50f_fk_accounts_authority_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_seal
    ADD CONSTRAINT audit_seal_authority_id_31ccd50f_fk_accounts_authority_id FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: auth_group_permissions auth_group_permissio_permission_id_84c5c92e_fk_auth_perm; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: auth_group_permissions auth_group_permissions_group_id_b120cbf9_fk_auth_group_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: auth_permission auth_permission_content_type_id_2f476e4b_fk_django_co; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_collaborationcount collaborations_colla_authority_id_7d65ae44_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_collaborationcount
    ADD CONSTRAINT collaborations_colla_authority_id_7d65ae44_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_collaboration collaborations_colla_authority_id_aaf512d3_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_collaboration
    ADD CONSTRAINT collaborations_colla_authority_id_aaf512d3_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_collaborationgrant collaborations_colla_authority_id_cbce1a85_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_collaborationgrant
    ADD CONSTRAINT collaborations_colla_authority_id_cbce1a85_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_collaborationgrant collaborations_colla_permission_id_30b0495c_fk_auth_perm; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_collaborationgrant
    ADD CONSTRAINT collaborations_colla_permission_id_30b0495c_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_collaborationgrant collaborations_colla_user_id_f4a36f56_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_collaborationgrant
    ADD CONSTRAINT collaborations_colla_user_id_f4a36f56_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_collaboration collaborations_collaboration_district_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_collaboration
    ADD CONSTRAINT collaborations_collaboration_district_id_afk FOREIGN KEY (authority_id, district_id) REFERENCES public.providers_district(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_collaborationgrant collaborations_collaborationgrant_content_object_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_collaborationgrant
    ADD CONSTRAINT collaborations_collaborationgrant_content_object_id_afk FOREIGN KEY (authority_id, content_object_id) REFERENCES public.collaborations_collaboration(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_firstmeeting collaborations_first_authority_id_20227d55_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_firstmeeting
    ADD CONSTRAINT collaborations_first_authority_id_20227d55_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_firstmeeting collaborations_first_facilitated_by_id_24107ca7_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_firstmeeting
    ADD CONSTRAINT collaborations_first_facilitated_by_id_24107ca7_fk_accounts_ FOREIGN KEY (facilitated_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_firstmeeting collaborations_firstmeeting_collaboration_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_firstmeeting
    ADD CONSTRAINT collaborations_firstmeeting_collaboration_id_afk FOREIGN KEY (authority_id, collaboration_id) REFERENCES public.collaborations_collaboration(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_lineage collaborations_linea_authority_id_b1d4f70a_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_lineage
    ADD CONSTRAINT collaborations_linea_authority_id_b1d4f70a_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_lineage collaborations_lineage_earlier_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_lineage
    ADD CONSTRAINT collaborations_lineage_earlier_id_afk FOREIGN KEY (authority_id, earlier_id) REFERENCES public.collaborations_collaboration(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_lineage collaborations_lineage_later_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_lineage
    ADD CONSTRAINT collaborations_lineage_later_id_afk FOREIGN KEY (authority_id, later_id) REFERENCES public.collaborations_collaboration(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_statechange collaborations_state_authority_id_ac5da110_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_statechange
    ADD CONSTRAINT collaborations_state_authority_id_ac5da110_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_statechange collaborations_statechange_by_id_ed61aa21_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_statechange
    ADD CONSTRAINT collaborations_statechange_by_id_ed61aa21_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_statechange collaborations_statechange_collaboration_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_statechange
    ADD CONSTRAINT collaborations_statechange_collaboration_id_afk FOREIGN KEY (authority_id, collaboration_id) REFERENCES public.collaborations_collaboration(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: development_developmentplan development_developm_authority_id_a7cd28fd_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.development_developmentplan
    ADD CONSTRAINT development_developm_authority_id_a7cd28fd_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: development_developmentplan development_developmentplan_collaboration_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.development_developmentplan
    ADD CONSTRAINT development_developmentplan_collaboration_id_afk FOREIGN KEY (authority_id, collaboration_id) REFERENCES public.collaborations_collaboration(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: development_objective development_objectiv_authority_id_537b6304_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.development_objective
    ADD CONSTRAINT development_objectiv_authority_id_537b6304_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: development_objective development_objective_plan_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.development_objective
    ADD CONSTRAINT development_objective_plan_id_afk FOREIGN KEY (authority_id, plan_id) REFERENCES public.development_developmentplan(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: development_planaction development_planacti_authority_id_d166cef4_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.development_planaction
    ADD CONSTRAINT development_planacti_authority_id_d166cef4_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: development_planaction development_planaction_objective_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.development_planaction
    ADD CONSTRAINT development_planaction_objective_id_afk FOREIGN KEY (authority_id, objective_id) REFERENCES public.development_objective(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: development_planaction development_planaction_owner_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.development_planaction
    ADD CONSTRAINT development_planaction_owner_id_afk FOREIGN KEY (authority_id, owner_id) REFERENCES public.providers_provider(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: development_planaction development_planaction_person_id_dc277baf_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.development_planaction
    ADD CONSTRAINT development_planaction_person_id_dc277baf_fk_accounts_user_id FOREIGN KEY (person_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: django_admin_log django_admin_log_content_type_id_c4bce8eb_fk_django_co; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_content_type_id_c4bce8eb_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: django_admin_log django_admin_log_user_id_c564eba6_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_user_id_c564eba6_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_exportrun documents_exportrun_authority_id_02a51b32_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_exportrun
    ADD CONSTRAINT documents_exportrun_authority_id_02a51b32_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_exportrun documents_exportrun_file_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_exportrun
    ADD CONSTRAINT documents_exportrun_file_id_afk FOREIGN KEY (authority_id, file_id) REFERENCES public.documents_storedfile(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_exportrun documents_exportrun_job_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_exportrun
    ADD CONSTRAINT documents_exportrun_job_id_afk FOREIGN KEY (authority_id, job_id) REFERENCES public.documents_job(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_exportrun documents_exportrun_requested_by_id_9e067a47_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_exportrun
    ADD CONSTRAINT documents_exportrun_requested_by_id_9e067a47_fk_accounts_ FOREIGN KEY (requested_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_job documents_job_authority_id_c66517d7_fk_accounts_authority_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_job
    ADD CONSTRAINT documents_job_authority_id_c66517d7_fk_accounts_authority_id FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_job documents_job_started_by_id_9fdf1573_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_job
    ADD CONSTRAINT documents_job_started_by_id_9fdf1573_fk_accounts_user_id FOREIGN KEY (started_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_keptlist documents_keptlist_authority_id_c03a61c7_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_keptlist
    ADD CONSTRAINT documents_keptlist_authority_id_c03a61c7_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_keptlist documents_keptlist_person_id_51318eb6_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_keptlist
    ADD CONSTRAINT documents_keptlist_person_id_51318eb6_fk_accounts_user_id FOREIGN KEY (person_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_selection documents_selection_authority_id_4ae6732d_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_selection
    ADD CONSTRAINT documents_selection_authority_id_4ae6732d_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_selection documents_selection_person_id_0e412625_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_selection
    ADD CONSTRAINT documents_selection_person_id_0e412625_fk_accounts_user_id FOREIGN KEY (person_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_sentemail documents_sentemail_authority_id_8054aced_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_sentemail
    ADD CONSTRAINT documents_sentemail_authority_id_8054aced_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_sentemail documents_sentemail_person_id_7d9f2af7_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_sentemail
    ADD CONSTRAINT documents_sentemail_person_id_7d9f2af7_fk_accounts_user_id FOREIGN KEY (person_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_storedfile documents_storedfile_authority_id_58c3a7a1_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_storedfile
    ADD CONSTRAINT documents_storedfile_authority_id_58c3a7a1_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_storedfile documents_storedfile_uploaded_by_id_dd88fc20_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_storedfile
    ADD CONSTRAINT documents_storedfile_uploaded_by_id_dd88fc20_fk_accounts_ FOREIGN KEY (uploaded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: exchange_sheetimport exchange_sheetimport_authority_id_3233d1ce_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.exchange_sheetimport
    ADD CONSTRAINT exchange_sheetimport_authority_id_3233d1ce_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: exchange_sheetimport exchange_sheetimport_file_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.exchange_sheetimport
    ADD CONSTRAINT exchange_sheetimport_file_id_afk FOREIGN KEY (authority_id, file_id) REFERENCES public.documents_storedfile(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: exchange_sheetimport exchange_sheetimport_job_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.exchange_sheetimport
    ADD CONSTRAINT exchange_sheetimport_job_id_afk FOREIGN KEY (authority_id, job_id) REFERENCES public.documents_job(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: exchange_sheetimport exchange_sheetimport_loaded_by_id_ee98ff1f_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.exchange_sheetimport
    ADD CONSTRAINT exchange_sheetimport_loaded_by_id_ee98ff1f_fk_accounts_user_id FOREIGN KEY (loaded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: exchange_sheetimport exchange_sheetimport_started_by_id_20b97f8e_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.exchange_sheetimport
    ADD CONSTRAINT exchange_sheetimport_started_by_id_20b97f8e_fk_accounts_user_id FOREIGN KEY (started_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: exchange_sheetline exchange_sheetline_authority_id_ec9303d8_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.exchange_sheetline
    ADD CONSTRAINT exchange_sheetline_authority_id_ec9303d8_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: exchange_sheetline exchange_sheetline_sheet_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.exchange_sheetline
    ADD CONSTRAINT exchange_sheetline_sheet_id_afk FOREIGN KEY (authority_id, sheet_id) REFERENCES public.exchange_sheetimport(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: guardian_groupobjectpermission guardian_groupobject_content_type_id_7ade36b8_fk_django_co; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.guardian_groupobjectpermission
    ADD CONSTRAINT guardian_groupobject_content_type_id_7ade36b8_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: guardian_groupobjectpermission guardian_groupobject_group_id_4bbbfb62_fk_auth_grou; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.guardian_groupobjectpermission
    ADD CONSTRAINT guardian_groupobject_group_id_4bbbfb62_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: guardian_groupobjectpermission guardian_groupobject_permission_id_36572738_fk_auth_perm; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.guardian_groupobjectpermission
    ADD CONSTRAINT guardian_groupobject_permission_id_36572738_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: guardian_userobjectpermission guardian_userobjectp_content_type_id_2e892405_fk_django_co; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.guardian_userobjectpermission
    ADD CONSTRAINT guardian_userobjectp_content_type_id_2e892405_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: guardian_userobjectpermission guardian_userobjectp_permission_id_71807bfc_fk_auth_perm; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.guardian_userobjectpermission
    ADD CONSTRAINT guardian_userobjectp_permission_id_71807bfc_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: guardian_userobjectpermission guardian_userobjectp_user_id_d5c1e964_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.guardian_userobjectpermission
    ADD CONSTRAINT guardian_userobjectp_user_id_d5c1e964_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: leadership_casegrant leadership_casegrant_authority_id_92c62680_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_casegrant
    ADD CONSTRAINT leadership_casegrant_authority_id_92c62680_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: leadership_casegrant leadership_casegrant_content_object_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_casegrant
    ADD CONSTRAINT leadership_casegrant_content_object_id_afk FOREIGN KEY (authority_id, content_object_id) REFERENCES public.leadership_leadershipcase(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: leadership_casegrant leadership_casegrant_permission_id_06b1e7a4_fk_auth_perm; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_casegrant
    ADD CONSTRAINT leadership_casegrant_permission_id_06b1e7a4_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: leadership_casegrant leadership_casegrant_user_id_5a000f7a_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_casegrant
    ADD CONSTRAINT leadership_casegrant_user_id_5a000f7a_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: leadership_leadershipcase leadership_leadershi_assigned_to_id_df614f1d_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_leadershipcase
    ADD CONSTRAINT leadership_leadershi_assigned_to_id_df614f1d_fk_accounts_ FOREIGN KEY (assigned_to_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: leadership_leadershipcase leadership_leadershi_authority_id_1e1d07eb_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_leadershipcase
    ADD CONSTRAINT leadership_leadershi_authority_id_1e1d07eb_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: leadership_leadershipcase leadership_leadershi_closed_by_id_16e363cc_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_leadershipcase
    ADD CONSTRAINT leadership_leadershi_closed_by_id_16e363cc_fk_accounts_ FOREIGN KEY (closed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: leadership_leadershipcase leadership_leadershipcase_appointment_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_leadershipcase
    ADD CONSTRAINT leadership_leadershipcase_appointment_id_afk FOREIGN KEY (authority_id, appointment_id) REFERENCES public.memberships_leaderappointment(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: leadership_leadershipcase leadership_leadershipcase_inspection_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_leadershipcase
    ADD CONSTRAINT leadership_leadershipcase_inspection_id_afk FOREIGN KEY (authority_id, inspection_id) REFERENCES public.ofsted_inspection(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: leadership_leadershipcase leadership_leadershipcase_policy_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_leadershipcase
    ADD CONSTRAINT leadership_leadershipcase_policy_id_afk FOREIGN KEY (authority_id, policy_id) REFERENCES public.ofsted_leadingpolicy(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: leadership_opencasecount leadership_opencasec_authority_id_d806b861_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_opencasecount
    ADD CONSTRAINT leadership_opencasec_authority_id_d806b861_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: leadership_sweep leadership_sweep_authority_id_468c915f_fk_accounts_authority_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_sweep
    ADD CONSTRAINT leadership_sweep_authority_id_468c915f_fk_accounts_authority_id FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: leadership_unpublishedoutcome leadership_unpublish_authority_id_75d5cdfa_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_unpublishedoutcome
    ADD CONSTRAINT leadership_unpublish_authority_id_75d5cdfa_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: leadership_unpublishedoutcome leadership_unpublish_recorded_by_id_731d1262_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_unpublishedoutcome
    ADD CONSTRAINT leadership_unpublish_recorded_by_id_731d1262_fk_accounts_ FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: leadership_unpublishedoutcome leadership_unpublishedoutcome_case_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_unpublishedoutcome
    ADD CONSTRAINT leadership_unpublishedoutcome_case_id_afk FOREIGN KEY (authority_id, case_id) REFERENCES public.leadership_leadershipcase(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: library_documentopening library_documentopen_authority_id_baf698b3_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.library_documentopening
    ADD CONSTRAINT library_documentopen_authority_id_baf698b3_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: library_documentopening library_documentopening_user_id_2bd6c1f7_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.library_documentopening
    ADD CONSTRAINT library_documentopening_user_id_2bd6c1f7_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: library_documentopening library_documentopening_version_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.library_documentopening
    ADD CONSTRAINT library_documentopening_version_id_afk FOREIGN KEY (authority_id, version_id) REFERENCES public.library_documentversion(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: library_documentreader library_documentread_authority_id_47051f7b_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.library_documentreader
    ADD CONSTRAINT library_documentread_authority_id_47051f7b_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: library_documentreader library_documentreader_document_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.library_documentreader
    ADD CONSTRAINT library_documentreader_document_id_afk FOREIGN KEY (authority_id, document_id) REFERENCES public.library_groupdocument(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: library_documentreader library_documentreader_user_id_3e21aaf3_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.library_documentreader
    ADD CONSTRAINT library_documentreader_user_id_3e21aaf3_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: library_documentversion library_documentvers_added_by_id_5ec19541_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.library_documentversion
    ADD CONSTRAINT library_documentvers_added_by_id_5ec19541_fk_accounts_ FOREIGN KEY (added_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: library_documentversion library_documentvers_authority_id_7a2b4c68_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.library_documentversion
    ADD CONSTRAINT library_documentvers_authority_id_7a2b4c68_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: library_documentversion library_documentversion_document_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.library_documentversion
    ADD CONSTRAINT library_documentversion_document_id_afk FOREIGN KEY (authority_id, document_id) REFERENCES public.library_groupdocument(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: library_documentversion library_documentversion_file_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.library_documentversion
    ADD CONSTRAINT library_documentversion_file_id_afk FOREIGN KEY (authority_id, file_id) REFERENCES public.documents_storedfile(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: library_groupdocument library_groupdocumen_authority_id_4fe51889_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.library_groupdocument
    ADD CONSTRAINT library_groupdocumen_authority_id_4fe51889_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: library_groupdocument library_groupdocument_collaboration_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.library_groupdocument
    ADD CONSTRAINT library_groupdocument_collaboration_id_afk FOREIGN KEY (authority_id, collaboration_id) REFERENCES public.collaborations_collaboration(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: library_groupdocument library_groupdocument_owner_id_d6ef9da8_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.library_groupdocument
    ADD CONSTRAINT library_groupdocument_owner_id_d6ef9da8_fk_accounts_user_id FOREIGN KEY (owner_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: library_libraryvisit library_libraryvisit_authority_id_25f73610_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.library_libraryvisit
    ADD CONSTRAINT library_libraryvisit_authority_id_25f73610_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: library_libraryvisit library_libraryvisit_collaboration_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.library_libraryvisit
    ADD CONSTRAINT library_libraryvisit_collaboration_id_afk FOREIGN KEY (authority_id, collaboration_id) REFERENCES public.collaborations_collaboration(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: library_libraryvisit library_libraryvisit_user_id_7e1d051f_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.library_libraryvisit
    ADD CONSTRAINT library_libraryvisit_user_id_7e1d051f_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: meetings_agendaitem meetings_agendaitem_authority_id_4144545d_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_agendaitem
    ADD CONSTRAINT meetings_agendaitem_authority_id_4144545d_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: meetings_agendaitem meetings_agendaitem_carried_from_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_agendaitem
    ADD CONSTRAINT meetings_agendaitem_carried_from_id_afk FOREIGN KEY (authority_id, carried_from_id) REFERENCES public.meetings_agendaitem(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: meetings_agendaitem meetings_agendaitem_meeting_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_agendaitem
    ADD CONSTRAINT meetings_agendaitem_meeting_id_afk FOREIGN KEY (authority_id, meeting_id) REFERENCES public.meetings_meeting(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: meetings_agendaitem meetings_agendaitem_proposed_by_id_17fdd53c_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_agendaitem
    ADD CONSTRAINT meetings_agendaitem_proposed_by_id_17fdd53c_fk_accounts_user_id FOREIGN KEY (proposed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: meetings_agendaitem meetings_agendaitem_proposed_for_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_agendaitem
    ADD CONSTRAINT meetings_agendaitem_proposed_for_id_afk FOREIGN KEY (authority_id, proposed_for_id) REFERENCES public.providers_provider(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: meetings_answer meetings_answer_authority_id_d07cd0b3_fk_accounts_authority_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_answer
    ADD CONSTRAINT meetings_answer_authority_id_d07cd0b3_fk_accounts_authority_id FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: meetings_answer meetings_answer_by_id_d4a8e924_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_answer
    ADD CONSTRAINT meetings_answer_by_id_d4a8e924_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: meetings_answer meetings_answer_meeting_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_answer
    ADD CONSTRAINT meetings_answer_meeting_id_afk FOREIGN KEY (authority_id, meeting_id) REFERENCES public.meetings_meeting(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: meetings_answer meetings_answer_membership_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_answer
    ADD CONSTRAINT meetings_answer_membership_id_afk FOREIGN KEY (authority_id, membership_id) REFERENCES public.memberships_membership(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: meetings_attendance meetings_attendance_authority_id_7cd104ac_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_attendance
    ADD CONSTRAINT meetings_attendance_authority_id_7cd104ac_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: meetings_attendance meetings_attendance_by_id_f568e9f3_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_attendance
    ADD CONSTRAINT meetings_attendance_by_id_f568e9f3_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: meetings_attendance meetings_attendance_meeting_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_attendance
    ADD CONSTRAINT meetings_attendance_meeting_id_afk FOREIGN KEY (authority_id, meeting_id) REFERENCES public.meetings_meeting(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: meetings_attendance meetings_attendance_membership_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_attendance
    ADD CONSTRAINT meetings_attendance_membership_id_afk FOREIGN KEY (authority_id, membership_id) REFERENCES public.memberships_membership(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: meetings_attendancemark meetings_attendancem_authority_id_c4e26341_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_attendancemark
    ADD CONSTRAINT meetings_attendancem_authority_id_c4e26341_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: meetings_attendancemark meetings_attendancemark_by_id_a6be9cf1_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_attendancemark
    ADD CONSTRAINT meetings_attendancemark_by_id_a6be9cf1_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: meetings_attendancemark meetings_attendancemark_meeting_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_attendancemark
    ADD CONSTRAINT meetings_attendancemark_meeting_id_afk FOREIGN KEY (authority_id, meeting_id) REFERENCES public.meetings_meeting(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: meetings_attendancemark meetings_attendancemark_membership_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_attendancemark
    ADD CONSTRAINT meetings_attendancemark_membership_id_afk FOREIGN KEY (authority_id, membership_id) REFERENCES public.memberships_membership(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: meetings_guest meetings_guest_authority_id_412bac64_fk_accounts_authority_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_guest
    ADD CONSTRAINT meetings_guest_authority_id_412bac64_fk_accounts_authority_id FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: meetings_guest meetings_guest_invited_by_id_7007584b_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_guest
    ADD CONSTRAINT meetings_guest_invited_by_id_7007584b_fk_accounts_user_id FOREIGN KEY (invited_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: meetings_guest meetings_guest_item_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_guest
    ADD CONSTRAINT meetings_guest_item_id_afk FOREIGN KEY (authority_id, item_id) REFERENCES public.meetings_agendaitem(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: meetings_meeting meetings_meeting_authority_id_9352260f_fk_accounts_authority_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_meeting
    ADD CONSTRAINT meetings_meeting_authority_id_9352260f_fk_accounts_authority_id FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: meetings_meeting meetings_meeting_chaired_by_id_211fe657_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_meeting
    ADD CONSTRAINT meetings_meeting_chaired_by_id_211fe657_fk_accounts_user_id FOREIGN KEY (chaired_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: meetings_meeting meetings_meeting_collaboration_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_meeting
    ADD CONSTRAINT meetings_meeting_collaboration_id_afk FOREIGN KEY (authority_id, collaboration_id) REFERENCES public.collaborations_collaboration(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: meetings_meeting meetings_meeting_planned_by_id_71500864_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_meeting
    ADD CONSTRAINT meetings_meeting_planned_by_id_71500864_fk_accounts_user_id FOREIGN KEY (planned_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: meetings_otherpresent meetings_otherpresen_authority_id_420cc7eb_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_otherpresent
    ADD CONSTRAINT meetings_otherpresen_authority_id_420cc7eb_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: meetings_otherpresent meetings_otherpresent_by_id_be42f0ac_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_otherpresent
    ADD CONSTRAINT meetings_otherpresent_by_id_be42f0ac_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: meetings_otherpresent meetings_otherpresent_meeting_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_otherpresent
    ADD CONSTRAINT meetings_otherpresent_meeting_id_afk FOREIGN KEY (authority_id, meeting_id) REFERENCES public.meetings_meeting(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: meetings_paper meetings_paper_added_by_id_fc85b538_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_paper
    ADD CONSTRAINT meetings_paper_added_by_id_fc85b538_fk_accounts_user_id FOREIGN KEY (added_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: meetings_paper meetings_paper_authority_id_ed348448_fk_accounts_authority_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_paper
    ADD CONSTRAINT meetings_paper_authority_id_ed348448_fk_accounts_authority_id FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: meetings_paper meetings_paper_file_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_paper
    ADD CONSTRAINT meetings_paper_file_id_afk FOREIGN KEY (authority_id, file_id) REFERENCES public.documents_storedfile(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: meetings_paper meetings_paper_item_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_paper
    ADD CONSTRAINT meetings_paper_item_id_afk FOREIGN KEY (authority_id, item_id) REFERENCES public.meetings_agendaitem(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: meetings_paper meetings_paper_meeting_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_paper
    ADD CONSTRAINT meetings_paper_meeting_id_afk FOREIGN KEY (authority_id, meeting_id) REFERENCES public.meetings_meeting(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: meetings_paper meetings_paper_replaces_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_paper
    ADD CONSTRAINT meetings_paper_replaces_id_afk FOREIGN KEY (authority_id, replaces_id) REFERENCES public.meetings_paper(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: meetings_paperssent meetings_paperssent_authority_id_eacb27fe_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_paperssent
    ADD CONSTRAINT meetings_paperssent_authority_id_eacb27fe_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: meetings_paperssent meetings_paperssent_by_id_1ac82611_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_paperssent
    ADD CONSTRAINT meetings_paperssent_by_id_1ac82611_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: meetings_paperssent meetings_paperssent_meeting_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meetings_paperssent
    ADD CONSTRAINT meetings_paperssent_meeting_id_afk FOREIGN KEY (authority_id, meeting_id) REFERENCES public.meetings_meeting(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_application memberships_applicat_applied_by_id_85543d77_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_application
    ADD CONSTRAINT memberships_applicat_applied_by_id_85543d77_fk_accounts_ FOREIGN KEY (applied_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_application memberships_applicat_authority_id_6e5eac0f_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_application
    ADD CONSTRAINT memberships_applicat_authority_id_6e5eac0f_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_application memberships_applicat_decided_by_id_9d3f3784_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_application
    ADD CONSTRAINT memberships_applicat_decided_by_id_9d3f3784_fk_accounts_ FOREIGN KEY (decided_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_application memberships_application_collaboration_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_application
    ADD CONSTRAINT memberships_application_collaboration_id_afk FOREIGN KEY (authority_id, collaboration_id) REFERENCES public.collaborations_collaboration(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_application memberships_application_membership_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_application
    ADD CONSTRAINT memberships_application_membership_id_afk FOREIGN KEY (authority_id, membership_id) REFERENCES public.memberships_membership(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_application memberships_application_provider_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_application
    ADD CONSTRAINT memberships_application_provider_id_afk FOREIGN KEY (authority_id, provider_id) REFERENCES public.providers_provider(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_conductconcern memberships_conductc_authority_id_3b1019b2_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_conductconcern
    ADD CONSTRAINT memberships_conductc_authority_id_3b1019b2_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_conductconcern memberships_conductc_raised_by_id_07ddc10d_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_conductconcern
    ADD CONSTRAINT memberships_conductc_raised_by_id_07ddc10d_fk_accounts_ FOREIGN KEY (raised_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_conductconcern memberships_conductconcern_about_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_conductconcern
    ADD CONSTRAINT memberships_conductconcern_about_id_afk FOREIGN KEY (authority_id, about_id) REFERENCES public.memberships_membership(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_conductconcern memberships_conductconcern_collaboration_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_conductconcern
    ADD CONSTRAINT memberships_conductconcern_collaboration_id_afk FOREIGN KEY (authority_id, collaboration_id) REFERENCES public.collaborations_collaboration(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_conductstep memberships_conducts_authority_id_861998a8_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_conductstep
    ADD CONSTRAINT memberships_conducts_authority_id_861998a8_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_conductstep memberships_conductstep_by_id_6d72b0e1_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_conductstep
    ADD CONSTRAINT memberships_conductstep_by_id_6d72b0e1_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_conductstep memberships_conductstep_concern_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_conductstep
    ADD CONSTRAINT memberships_conductstep_concern_id_afk FOREIGN KEY (authority_id, concern_id) REFERENCES public.memberships_conductconcern(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_coveredcount memberships_coveredc_authority_id_946bb2ef_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_coveredcount
    ADD CONSTRAINT memberships_coveredc_authority_id_946bb2ef_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_handover memberships_handover_authority_id_3da53345_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_handover
    ADD CONSTRAINT memberships_handover_authority_id_3da53345_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_handover memberships_handover_done_by_id_b2ab4b76_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_handover
    ADD CONSTRAINT memberships_handover_done_by_id_b2ab4b76_fk_accounts_user_id FOREIGN KEY (done_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_handover memberships_handover_membership_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_handover
    ADD CONSTRAINT memberships_handover_membership_id_afk FOREIGN KEY (authority_id, membership_id) REFERENCES public.memberships_membership(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_handover memberships_handover_taken_by_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_handover
    ADD CONSTRAINT memberships_handover_taken_by_id_afk FOREIGN KEY (authority_id, taken_by_id) REFERENCES public.memberships_membership(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_invitation memberships_invitati_authority_id_4a616676_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_invitation
    ADD CONSTRAINT memberships_invitati_authority_id_4a616676_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_invitation memberships_invitation_collaboration_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_invitation
    ADD CONSTRAINT memberships_invitation_collaboration_id_afk FOREIGN KEY (authority_id, collaboration_id) REFERENCES public.collaborations_collaboration(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_invitation memberships_invitation_membership_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_invitation
    ADD CONSTRAINT memberships_invitation_membership_id_afk FOREIGN KEY (authority_id, membership_id) REFERENCES public.memberships_membership(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_invitation memberships_invitation_provider_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_invitation
    ADD CONSTRAINT memberships_invitation_provider_id_afk FOREIGN KEY (authority_id, provider_id) REFERENCES public.providers_provider(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_invitation memberships_invitation_sent_by_id_225c4d93_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_invitation
    ADD CONSTRAINT memberships_invitation_sent_by_id_225c4d93_fk_accounts_user_id FOREIGN KEY (sent_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_leaderappointment memberships_leaderap_authority_id_1821d239_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_leaderappointment
    ADD CONSTRAINT memberships_leaderap_authority_id_1821d239_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_leaderappointment memberships_leaderap_user_id_3ffe5ba7_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_leaderappointment
    ADD CONSTRAINT memberships_leaderap_user_id_3ffe5ba7_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_leaderappointment memberships_leaderappointment_membership_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_leaderappointment
    ADD CONSTRAINT memberships_leaderappointment_membership_id_afk FOREIGN KEY (authority_id, membership_id) REFERENCES public.memberships_membership(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_ledcount memberships_ledcount_authority_id_641fd766_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_ledcount
    ADD CONSTRAINT memberships_ledcount_authority_id_641fd766_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_membership memberships_membersh_authority_id_0083193e_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_membership
    ADD CONSTRAINT memberships_membersh_authority_id_0083193e_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_membership memberships_membership_collaboration_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_membership
    ADD CONSTRAINT memberships_membership_collaboration_id_afk FOREIGN KEY (authority_id, collaboration_id) REFERENCES public.collaborations_collaboration(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_membership memberships_membership_continues_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_membership
    ADD CONSTRAINT memberships_membership_continues_id_afk FOREIGN KEY (authority_id, continues_id) REFERENCES public.memberships_membership(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_membership memberships_membership_provider_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_membership
    ADD CONSTRAINT memberships_membership_provider_id_afk FOREIGN KEY (authority_id, provider_id) REFERENCES public.providers_provider(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_officeholder memberships_officeho_authority_id_5aeab958_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_officeholder
    ADD CONSTRAINT memberships_officeho_authority_id_5aeab958_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_officeholder memberships_officeholder_membership_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_officeholder
    ADD CONSTRAINT memberships_officeholder_membership_id_afk FOREIGN KEY (authority_id, membership_id) REFERENCES public.memberships_membership(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_officeholder memberships_officeholder_user_id_01bca343_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_officeholder
    ADD CONSTRAINT memberships_officeholder_user_id_01bca343_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_personcontact memberships_personco_authority_id_666d4b13_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_personcontact
    ADD CONSTRAINT memberships_personco_authority_id_666d4b13_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_personcontact memberships_personcontact_user_id_fc57901a_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_personcontact
    ADD CONSTRAINT memberships_personcontact_user_id_fc57901a_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_settingrole memberships_settingr_authority_id_5cfb584b_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_settingrole
    ADD CONSTRAINT memberships_settingr_authority_id_5cfb584b_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_settingrole memberships_settingrole_provider_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_settingrole
    ADD CONSTRAINT memberships_settingrole_provider_id_afk FOREIGN KEY (authority_id, provider_id) REFERENCES public.providers_provider(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_settingrole memberships_settingrole_user_id_d0661e3c_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_settingrole
    ADD CONSTRAINT memberships_settingrole_user_id_d0661e3c_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_stafftold memberships_stafftol_authority_id_2641ff96_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_stafftold
    ADD CONSTRAINT memberships_stafftol_authority_id_2641ff96_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_stafftold memberships_stafftol_confirmed_by_id_5cd8a028_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_stafftold
    ADD CONSTRAINT memberships_stafftol_confirmed_by_id_5cd8a028_fk_accounts_ FOREIGN KEY (confirmed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_stafftold memberships_stafftold_membership_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_stafftold
    ADD CONSTRAINT memberships_stafftold_membership_id_afk FOREIGN KEY (authority_id, membership_id) REFERENCES public.memberships_membership(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: mfa_authenticator mfa_authenticator_user_id_0c3a50c0_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ofsted_importrun ofsted_importrun_authority_id_b3e769c7_fk_accounts_authority_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_importrun
    ADD CONSTRAINT ofsted_importrun_authority_id_b3e769c7_fk_accounts_authority_id FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ofsted_importrun ofsted_importrun_file_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_importrun
    ADD CONSTRAINT ofsted_importrun_file_id_afk FOREIGN KEY (authority_id, file_id) REFERENCES public.documents_storedfile(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ofsted_importrun ofsted_importrun_job_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_importrun
    ADD CONSTRAINT ofsted_importrun_job_id_afk FOREIGN KEY (authority_id, job_id) REFERENCES public.documents_job(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ofsted_importrun ofsted_importrun_loaded_by_id_152be3e5_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_importrun
    ADD CONSTRAINT ofsted_importrun_loaded_by_id_152be3e5_fk_accounts_user_id FOREIGN KEY (loaded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ofsted_importrun ofsted_importrun_started_by_id_ba952efa_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_importrun
    ADD CONSTRAINT ofsted_importrun_started_by_id_ba952efa_fk_accounts_user_id FOREIGN KEY (started_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ofsted_inspection ofsted_inspection_provider_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_inspection
    ADD CONSTRAINT ofsted_inspection_provider_id_afk FOREIGN KEY (authority_id, provider_id) REFERENCES public.providers_provider(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ofsted_leadingpolicy ofsted_leadingpolicy_adopted_by_id_b757cde7_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_leadingpolicy
    ADD CONSTRAINT ofsted_leadingpolicy_adopted_by_id_b757cde7_fk_accounts_user_id FOREIGN KEY (adopted_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ofsted_leadingpolicy ofsted_leadingpolicy_authority_id_e89a5641_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_leadingpolicy
    ADD CONSTRAINT ofsted_leadingpolicy_authority_id_e89a5641_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ofsted_plannedrow ofsted_plannedrow_run_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_plannedrow
    ADD CONSTRAINT ofsted_plannedrow_run_id_afk FOREIGN KEY (authority_id, run_id) REFERENCES public.ofsted_importrun(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ofsted_registername ofsted_registername_authority_id_a7eb03c2_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_registername
    ADD CONSTRAINT ofsted_registername_authority_id_a7eb03c2_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_district providers_district_authority_id_a7e4a2ba_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_district
    ADD CONSTRAINT providers_district_authority_id_a7e4a2ba_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_districtoutline providers_districtou_authority_id_65c16dea_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_districtoutline
    ADD CONSTRAINT providers_districtou_authority_id_65c16dea_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_districtoutline providers_districtoutline_district_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_districtoutline
    ADD CONSTRAINT providers_districtoutline_district_id_afk FOREIGN KEY (authority_id, district_id) REFERENCES public.providers_district(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_listedcount providers_listedcoun_authority_id_b1a706af_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_listedcount
    ADD CONSTRAINT providers_listedcoun_authority_id_b1a706af_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_provider providers_provider_agency_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_provider
    ADD CONSTRAINT providers_provider_agency_id_afk FOREIGN KEY (authority_id, agency_id) REFERENCES public.providers_provider(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_provider providers_provider_authority_id_2fdda1d2_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_provider
    ADD CONSTRAINT providers_provider_authority_id_2fdda1d2_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_provider providers_provider_district_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_provider
    ADD CONSTRAINT providers_provider_district_id_afk FOREIGN KEY (authority_id, district_id) REFERENCES public.providers_district(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_providergrant providers_providergr_authority_id_3ce85126_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_providergrant
    ADD CONSTRAINT providers_providergr_authority_id_3ce85126_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_providergrant providers_providergr_permission_id_3055db48_fk_auth_perm; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_providergrant
    ADD CONSTRAINT providers_providergr_permission_id_3055db48_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_providergrant providers_providergrant_content_object_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_providergrant
    ADD CONSTRAINT providers_providergrant_content_object_id_afk FOREIGN KEY (authority_id, content_object_id) REFERENCES public.providers_provider(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_providergrant providers_providergrant_user_id_51506e02_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_providergrant
    ADD CONSTRAINT providers_providergrant_user_id_51506e02_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_provideridentity providers_providerid_authority_id_79701746_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_provideridentity
    ADD CONSTRAINT providers_providerid_authority_id_79701746_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_provideridentity providers_provideridentity_provider_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_provideridentity
    ADD CONSTRAINT providers_provideridentity_provider_id_afk FOREIGN KEY (authority_id, provider_id) REFERENCES public.providers_provider(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_settingcontact providers_settingcon_authority_id_04bbbef2_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_settingcontact
    ADD CONSTRAINT providers_settingcon_authority_id_04bbbef2_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_settingcontact providers_settingcontact_provider_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_settingcontact
    ADD CONSTRAINT providers_settingcontact_provider_id_afk FOREIGN KEY (authority_id, provider_id) REFERENCES public.providers_provider(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_successionlink providers_succession_authority_id_13994263_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_successionlink
    ADD CONSTRAINT providers_succession_authority_id_13994263_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_successionlink providers_succession_linked_by_id_4141e291_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_successionlink
    ADD CONSTRAINT providers_succession_linked_by_id_4141e291_fk_accounts_ FOREIGN KEY (linked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_successionlink providers_successionlink_new_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_successionlink
    ADD CONSTRAINT providers_successionlink_new_id_afk FOREIGN KEY (authority_id, new_id) REFERENCES public.providers_provider(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_successionlink providers_successionlink_old_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_successionlink
    ADD CONSTRAINT providers_successionlink_old_id_afk FOREIGN KEY (authority_id, old_id) REFERENCES public.providers_provider(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: provision_deliverypartner provision_deliverypa_authority_id_17581b2b_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_deliverypartner
    ADD CONSTRAINT provision_deliverypa_authority_id_17581b2b_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: provision_deliverypartnership provision_deliverypa_authority_id_19024135_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_deliverypartnership
    ADD CONSTRAINT provision_deliverypa_authority_id_19024135_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: provision_deliverypartner provision_deliverypartner_partnership_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_deliverypartner
    ADD CONSTRAINT provision_deliverypartner_partnership_id_afk FOREIGN KEY (authority_id, partnership_id) REFERENCES public.provision_deliverypartnership(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: provision_deliverypartner provision_deliverypartner_provider_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_deliverypartner
    ADD CONSTRAINT provision_deliverypartner_provider_id_afk FOREIGN KEY (authority_id, provider_id) REFERENCES public.providers_provider(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: provision_deliverypartnership provision_deliverypartnership_lead_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_deliverypartnership
    ADD CONSTRAINT provision_deliverypartnership_lead_id_afk FOREIGN KEY (authority_id, lead_id) REFERENCES public.providers_provider(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: provision_publicconsent provision_publiccons_authority_id_bcd0db56_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_publicconsent
    ADD CONSTRAINT provision_publiccons_authority_id_bcd0db56_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: provision_publicconsent provision_publiccons_given_by_id_e3b593dd_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_publicconsent
    ADD CONSTRAINT provision_publiccons_given_by_id_e3b593dd_fk_accounts_ FOREIGN KEY (given_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: provision_publicconsent provision_publicconsent_provider_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_publicconsent
    ADD CONSTRAINT provision_publicconsent_provider_id_afk FOREIGN KEY (authority_id, provider_id) REFERENCES public.providers_provider(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: provision_returnperiod provision_returnperi_authority_id_ae3f3983_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_returnperiod
    ADD CONSTRAINT provision_returnperi_authority_id_ae3f3983_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: provision_staffreturn provision_staffretur_authority_id_6176500c_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_staffreturn
    ADD CONSTRAINT provision_staffretur_authority_id_6176500c_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: provision_staffreturnline provision_staffretur_authority_id_818f90af_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_staffreturnline
    ADD CONSTRAINT provision_staffretur_authority_id_818f90af_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: provision_staffreturnreminder provision_staffretur_authority_id_e46065d2_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_staffreturnreminder
    ADD CONSTRAINT provision_staffretur_authority_id_e46065d2_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: provision_staffreturn provision_staffretur_certified_by_id_8cf8af99_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_staffreturn
    ADD CONSTRAINT provision_staffretur_certified_by_id_8cf8af99_fk_accounts_ FOREIGN KEY (certified_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: provision_staffreturnreminder provision_staffretur_sent_by_id_c5c3daae_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_staffreturnreminder
    ADD CONSTRAINT provision_staffretur_sent_by_id_c5c3daae_fk_accounts_ FOREIGN KEY (sent_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: provision_staffreturn provision_staffreturn_period_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_staffreturn
    ADD CONSTRAINT provision_staffreturn_period_id_afk FOREIGN KEY (authority_id, period_id) REFERENCES public.provision_returnperiod(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: provision_staffreturn provision_staffreturn_provider_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_staffreturn
    ADD CONSTRAINT provision_staffreturn_provider_id_afk FOREIGN KEY (authority_id, provider_id) REFERENCES public.providers_provider(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: provision_staffreturnline provision_staffreturnline_staff_return_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_staffreturnline
    ADD CONSTRAINT provision_staffreturnline_staff_return_id_afk FOREIGN KEY (authority_id, staff_return_id) REFERENCES public.provision_staffreturn(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: provision_staffreturnreminder provision_staffreturnreminder_period_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_staffreturnreminder
    ADD CONSTRAINT provision_staffreturnreminder_period_id_afk FOREIGN KEY (authority_id, period_id) REFERENCES public.provision_returnperiod(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: provision_staffreturnreminder provision_staffreturnreminder_provider_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_staffreturnreminder
    ADD CONSTRAINT provision_staffreturnreminder_provider_id_afk FOREIGN KEY (authority_id, provider_id) REFERENCES public.providers_provider(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: provision_vacancy provision_vacancy_authority_id_9dd29c3e_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_vacancy
    ADD CONSTRAINT provision_vacancy_authority_id_9dd29c3e_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: provision_vacancy provision_vacancy_confirmed_by_id_e878ed1e_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_vacancy
    ADD CONSTRAINT provision_vacancy_confirmed_by_id_e878ed1e_fk_accounts_user_id FOREIGN KEY (confirmed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: provision_vacancy provision_vacancy_provider_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_vacancy
    ADD CONSTRAINT provision_vacancy_provider_id_afk FOREIGN KEY (authority_id, provider_id) REFERENCES public.providers_provider(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: reorganisation_plannedleader reorganisation_plann_authority_id_21f597d6_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisation_plannedleader
    ADD CONSTRAINT reorganisation_plann_authority_id_21f597d6_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: reorganisation_plannedsuccessor reorganisation_plann_authority_id_386c3583_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisation_plannedsuccessor
    ADD CONSTRAINT reorganisation_plann_authority_id_386c3583_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: reorganisation_plannedmember reorganisation_plann_authority_id_80db57e4_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisation_plannedmember
    ADD CONSTRAINT reorganisation_plann_authority_id_80db57e4_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: reorganisation_plannedleader reorganisation_plann_user_id_3eeef71b_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisation_plannedleader
    ADD CONSTRAINT reorganisation_plann_user_id_3eeef71b_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: reorganisation_plannedleader reorganisation_plannedleader_member_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisation_plannedleader
    ADD CONSTRAINT reorganisation_plannedleader_member_id_afk FOREIGN KEY (authority_id, member_id) REFERENCES public.reorganisation_plannedmember(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: reorganisation_plannedmember reorganisation_plannedmember_membership_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisation_plannedmember
    ADD CONSTRAINT reorganisation_plannedmember_membership_id_afk FOREIGN KEY (authority_id, membership_id) REFERENCES public.memberships_membership(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: reorganisation_plannedmember reorganisation_plannedmember_plan_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisation_plannedmember
    ADD CONSTRAINT reorganisation_plannedmember_plan_id_afk FOREIGN KEY (authority_id, plan_id) REFERENCES public.reorganisation_reorganisation(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: reorganisation_plannedmember reorganisation_plannedmember_successor_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisation_plannedmember
    ADD CONSTRAINT reorganisation_plannedmember_successor_id_afk FOREIGN KEY (authority_id, successor_id) REFERENCES public.reorganisation_plannedsuccessor(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: reorganisation_plannedsuccessor reorganisation_plannedsuccessor_collaboration_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisation_plannedsuccessor
    ADD CONSTRAINT reorganisation_plannedsuccessor_collaboration_id_afk FOREIGN KEY (authority_id, collaboration_id) REFERENCES public.collaborations_collaboration(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: reorganisation_plannedsuccessor reorganisation_plannedsuccessor_district_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisation_plannedsuccessor
    ADD CONSTRAINT reorganisation_plannedsuccessor_district_id_afk FOREIGN KEY (authority_id, district_id) REFERENCES public.providers_district(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: reorganisation_plannedsuccessor reorganisation_plannedsuccessor_plan_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisation_plannedsuccessor
    ADD CONSTRAINT reorganisation_plannedsuccessor_plan_id_afk FOREIGN KEY (authority_id, plan_id) REFERENCES public.reorganisation_reorganisation(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: reorganisation_reorganisationsource reorganisation_reorg_authority_id_1bbea31e_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisation_reorganisationsource
    ADD CONSTRAINT reorganisation_reorg_authority_id_1bbea31e_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: reorganisation_reorganisation reorganisation_reorg_authority_id_77e4c20d_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisation_reorganisation
    ADD CONSTRAINT reorganisation_reorg_authority_id_77e4c20d_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: reorganisation_reorganisation reorganisation_reorg_done_by_id_df5f2228_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisation_reorganisation
    ADD CONSTRAINT reorganisation_reorg_done_by_id_df5f2228_fk_accounts_ FOREIGN KEY (done_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: reorganisation_reorganisation reorganisation_reorg_started_by_id_5c1bb9bc_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisation_reorganisation
    ADD CONSTRAINT reorganisation_reorg_started_by_id_5c1bb9bc_fk_accounts_ FOREIGN KEY (started_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: reorganisation_reorganisationsource reorganisation_reorganisationsource_collaboration_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisation_reorganisationsource
    ADD CONSTRAINT reorganisation_reorganisationsource_collaboration_id_afk FOREIGN KEY (authority_id, collaboration_id) REFERENCES public.collaborations_collaboration(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: reorganisation_reorganisationsource reorganisation_reorganisationsource_plan_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisation_reorganisationsource
    ADD CONSTRAINT reorganisation_reorganisationsource_plan_id_afk FOREIGN KEY (authority_id, plan_id) REFERENCES public.reorganisation_reorganisation(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: socialaccount_socialtoken socialaccount_social_account_id_951f210e_fk_socialacc; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_social_account_id_951f210e_fk_socialacc FOREIGN KEY (account_id) REFERENCES public.socialaccount_socialaccount(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: socialaccount_socialtoken socialaccount_social_app_id_636a42d7_fk_socialacc; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_social_app_id_636a42d7_fk_socialacc FOREIGN KEY (app_id) REFERENCES public.socialaccount_socialapp(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: socialaccount_socialaccount socialaccount_social_user_id_8146e70c_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_social_user_id_8146e70c_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: support_message support_message_authority_id_87daa3e5_fk_accounts_authority_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support_message
    ADD CONSTRAINT support_message_authority_id_87daa3e5_fk_accounts_authority_id FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: support_message support_message_job_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support_message
    ADD CONSTRAINT support_message_job_id_afk FOREIGN KEY (authority_id, job_id) REFERENCES public.documents_job(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: support_message support_message_of_group_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support_message
    ADD CONSTRAINT support_message_of_group_id_afk FOREIGN KEY (authority_id, of_group_id) REFERENCES public.collaborations_collaboration(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: support_message support_message_sent_by_id_0169d124_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support_message
    ADD CONSTRAINT support_message_sent_by_id_0169d124_fk_accounts_user_id FOREIGN KEY (sent_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: support_messagecopy support_messagecopy_authority_id_f80d4dac_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support_messagecopy
    ADD CONSTRAINT support_messagecopy_authority_id_f80d4dac_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: support_messagecopy support_messagecopy_message_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support_messagecopy
    ADD CONSTRAINT support_messagecopy_message_id_afk FOREIGN KEY (authority_id, message_id) REFERENCES public.support_message(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: support_messagecopy support_messagecopy_user_id_df0a5a9b_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support_messagecopy
    ADD CONSTRAINT support_messagecopy_user_id_df0a5a9b_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: support_messagefile support_messagefile_authority_id_94f931a0_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support_messagefile
    ADD CONSTRAINT support_messagefile_authority_id_94f931a0_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: support_messagefile support_messagefile_file_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support_messagefile
    ADD CONSTRAINT support_messagefile_file_id_afk FOREIGN KEY (authority_id, file_id) REFERENCES public.documents_storedfile(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: support_messagefile support_messagefile_message_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support_messagefile
    ADD CONSTRAINT support_messagefile_message_id_afk FOREIGN KEY (authority_id, message_id) REFERENCES public.support_message(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: support_messagetemplate support_messagetempl_authority_id_0c35ce73_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support_messagetemplate
    ADD CONSTRAINT support_messagetempl_authority_id_0c35ce73_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: support_messagetemplate support_messagetemplate_person_id_f617851d_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support_messagetemplate
    ADD CONSTRAINT support_messagetemplate_person_id_f617851d_fk_accounts_user_id FOREIGN KEY (person_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: support_referral support_referral_authority_id_16152377_fk_accounts_authority_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support_referral
    ADD CONSTRAINT support_referral_authority_id_16152377_fk_accounts_authority_id FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: support_referral support_referral_collaboration_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support_referral
    ADD CONSTRAINT support_referral_collaboration_id_afk FOREIGN KEY (authority_id, collaboration_id) REFERENCES public.collaborations_collaboration(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: support_referral support_referral_provider_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support_referral
    ADD CONSTRAINT support_referral_provider_id_afk FOREIGN KEY (authority_id, provider_id) REFERENCES public.providers_provider(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: support_referral support_referral_referred_by_id_479074d8_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support_referral
    ADD CONSTRAINT support_referral_referred_by_id_479074d8_fk_accounts_user_id FOREIGN KEY (referred_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: support_supportrequest support_supportreque_answered_by_id_e45f296c_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support_supportrequest
    ADD CONSTRAINT support_supportreque_answered_by_id_e45f296c_fk_accounts_ FOREIGN KEY (answered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: support_supportrequest support_supportreque_authority_id_7e6594a4_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support_supportrequest
    ADD CONSTRAINT support_supportreque_authority_id_7e6594a4_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: support_supportrequest support_supportrequest_asked_by_id_a4d46fe6_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support_supportrequest
    ADD CONSTRAINT support_supportrequest_asked_by_id_a4d46fe6_fk_accounts_user_id FOREIGN KEY (asked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: support_supportrequest support_supportrequest_collaboration_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support_supportrequest
    ADD CONSTRAINT support_supportrequest_collaboration_id_afk FOREIGN KEY (authority_id, collaboration_id) REFERENCES public.collaborations_collaboration(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: support_supportrequest support_supportrequest_officer_id_634e6652_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support_supportrequest
    ADD CONSTRAINT support_supportrequest_officer_id_634e6652_fk_accounts_user_id FOREIGN KEY (officer_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: support_supportrequest support_supportrequest_person_id_63a09b33_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support_supportrequest
    ADD CONSTRAINT support_supportrequest_person_id_63a09b33_fk_accounts_user_id FOREIGN KEY (person_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: support_supportrequest support_supportrequest_provider_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support_supportrequest
    ADD CONSTRAINT support_supportrequest_provider_id_afk FOREIGN KEY (authority_id, provider_id) REFERENCES public.providers_provider(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: usersessions_usersession usersessions_usersession_user_id_af5e0a6d_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_usersession_user_id_af5e0a6d_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ways_of_working_review ways_of_working_revi_authority_id_1aa0c7ac_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_review
    ADD CONSTRAINT ways_of_working_revi_authority_id_1aa0c7ac_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ways_of_working_review ways_of_working_review_collaboration_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_review
    ADD CONSTRAINT ways_of_working_review_collaboration_id_afk FOREIGN KEY (authority_id, collaboration_id) REFERENCES public.collaborations_collaboration(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ways_of_working_review ways_of_working_review_done_by_id_ac9f7dbf_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_review
    ADD CONSTRAINT ways_of_working_review_done_by_id_ac9f7dbf_fk_accounts_user_id FOREIGN KEY (done_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ways_of_working_termsanswer ways_of_working_term_answered_by_id_a0170cb6_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_termsanswer
    ADD CONSTRAINT ways_of_working_term_answered_by_id_a0170cb6_fk_accounts_ FOREIGN KEY (answered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ways_of_working_termsreply ways_of_working_term_authority_id_0febb5b5_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_termsreply
    ADD CONSTRAINT ways_of_working_term_authority_id_0febb5b5_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ways_of_working_termsreminder ways_of_working_term_authority_id_3bad3c0d_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_termsreminder
    ADD CONSTRAINT ways_of_working_term_authority_id_3bad3c0d_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ways_of_working_termssection ways_of_working_term_authority_id_6c5c7cce_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_termssection
    ADD CONSTRAINT ways_of_working_term_authority_id_6c5c7cce_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ways_of_working_termsanswer ways_of_working_term_authority_id_b0e3c947_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_termsanswer
    ADD CONSTRAINT ways_of_working_term_authority_id_b0e3c947_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ways_of_working_termstemplate ways_of_working_term_authority_id_c3028e7a_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_termstemplate
    ADD CONSTRAINT ways_of_working_term_authority_id_c3028e7a_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ways_of_working_termssection ways_of_working_term_edited_by_id_c47f67c0_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_termssection
    ADD CONSTRAINT ways_of_working_term_edited_by_id_c47f67c0_fk_accounts_ FOREIGN KEY (edited_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ways_of_working_termstemplate ways_of_working_term_published_by_id_05ab3830_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_termstemplate
    ADD CONSTRAINT ways_of_working_term_published_by_id_05ab3830_fk_accounts_ FOREIGN KEY (published_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ways_of_working_termsreminder ways_of_working_term_sent_by_id_608fabaf_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_termsreminder
    ADD CONSTRAINT ways_of_working_term_sent_by_id_608fabaf_fk_accounts_ FOREIGN KEY (sent_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ways_of_working_termstemplate ways_of_working_term_started_by_id_a8003503_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_termstemplate
    ADD CONSTRAINT ways_of_working_term_started_by_id_a8003503_fk_accounts_ FOREIGN KEY (started_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ways_of_working_termsanswer ways_of_working_termsanswer_membership_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_termsanswer
    ADD CONSTRAINT ways_of_working_termsanswer_membership_id_afk FOREIGN KEY (authority_id, membership_id) REFERENCES public.memberships_membership(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ways_of_working_termsanswer ways_of_working_termsanswer_ways_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_termsanswer
    ADD CONSTRAINT ways_of_working_termsanswer_ways_id_afk FOREIGN KEY (authority_id, ways_id) REFERENCES public.ways_of_working_waysofworking(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ways_of_working_termsreminder ways_of_working_termsreminder_membership_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_termsreminder
    ADD CONSTRAINT ways_of_working_termsreminder_membership_id_afk FOREIGN KEY (authority_id, membership_id) REFERENCES public.memberships_membership(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ways_of_working_termsreminder ways_of_working_termsreminder_ways_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_termsreminder
    ADD CONSTRAINT ways_of_working_termsreminder_ways_id_afk FOREIGN KEY (authority_id, ways_id) REFERENCES public.ways_of_working_waysofworking(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ways_of_working_termsreply ways_of_working_termsreply_answer_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_termsreply
    ADD CONSTRAINT ways_of_working_termsreply_answer_id_afk FOREIGN KEY (authority_id, answer_id) REFERENCES public.ways_of_working_termsanswer(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ways_of_working_termsreply ways_of_working_termsreply_by_id_dd7a8753_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_termsreply
    ADD CONSTRAINT ways_of_working_termsreply_by_id_dd7a8753_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ways_of_working_termssection ways_of_working_termssection_ways_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_termssection
    ADD CONSTRAINT ways_of_working_termssection_ways_id_afk FOREIGN KEY (authority_id, ways_id) REFERENCES public.ways_of_working_waysofworking(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ways_of_working_waysofworking ways_of_working_ways_adopted_by_id_a9198052_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_waysofworking
    ADD CONSTRAINT ways_of_working_ways_adopted_by_id_a9198052_fk_accounts_ FOREIGN KEY (adopted_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ways_of_working_waysofworking ways_of_working_ways_authority_id_53283012_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_waysofworking
    ADD CONSTRAINT ways_of_working_ways_authority_id_53283012_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ways_of_working_waysofworking ways_of_working_ways_circulated_by_id_a6ef9a0c_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_waysofworking
    ADD CONSTRAINT ways_of_working_ways_circulated_by_id_a6ef9a0c_fk_accounts_ FOREIGN KEY (circulated_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ways_of_working_waysofworking ways_of_working_ways_started_by_id_5c0b81d1_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_waysofworking
    ADD CONSTRAINT ways_of_working_ways_started_by_id_5c0b81d1_fk_accounts_ FOREIGN KEY (started_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ways_of_working_waysofworking ways_of_working_waysofworking_before_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_waysofworking
    ADD CONSTRAINT ways_of_working_waysofworking_before_id_afk FOREIGN KEY (authority_id, before_id) REFERENCES public.ways_of_working_waysofworking(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ways_of_working_waysofworking ways_of_working_waysofworking_collaboration_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_waysofworking
    ADD CONSTRAINT ways_of_working_waysofworking_collaboration_id_afk FOREIGN KEY (authority_id, collaboration_id) REFERENCES public.collaborations_collaboration(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ways_of_working_waysofworking ways_of_working_waysofworking_document_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_waysofworking
    ADD CONSTRAINT ways_of_working_waysofworking_document_id_afk FOREIGN KEY (authority_id, document_id) REFERENCES public.documents_storedfile(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ways_of_working_waysofworking ways_of_working_waysofworking_template_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ways_of_working_waysofworking
    ADD CONSTRAINT ways_of_working_waysofworking_template_id_afk FOREIGN KEY (authority_id, template_id) REFERENCES public.ways_of_working_termstemplate(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_accountnotice; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.accounts_accountnotice ENABLE ROW LEVEL SECURITY;

--
-- Name: accounts_correction; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.accounts_correction ENABLE ROW LEVEL SECURITY;

--
-- Name: accounts_decision; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.accounts_decision ENABLE ROW LEVEL SECURITY;

--
-- Name: accounts_personinvitation; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.accounts_personinvitation ENABLE ROW LEVEL SECURITY;

--
-- Name: accounts_roleappointment; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.accounts_roleappointment ENABLE ROW LEVEL SECURITY;

--
-- Name: accounts_roleappointment_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.accounts_roleappointment_history ENABLE ROW LEVEL SECURITY;

--
-- Name: accounts_securityevent; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.accounts_securityevent ENABLE ROW LEVEL SECURITY;

--
-- Name: accounts_tasklink; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.accounts_tasklink ENABLE ROW LEVEL SECURITY;

--
-- Name: audit_entry; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.audit_entry ENABLE ROW LEVEL SECURITY;

--
-- Name: audit_seal; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.audit_seal ENABLE ROW LEVEL SECURITY;

--
-- Name: accounts_accountnotice authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.accounts_accountnotice USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: accounts_correction authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.accounts_correction USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: accounts_decision authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.accounts_decision USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: accounts_personinvitation authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.accounts_personinvitation USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: accounts_roleappointment authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.accounts_roleappointment USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: accounts_roleappointment_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.accounts_roleappointment_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: accounts_tasklink authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.accounts_tasklink USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: audit_entry authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.audit_entry USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: audit_seal authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.audit_seal USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: collaborations_collaboration authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.collaborations_collaboration USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: collaborations_collaboration_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.collaborations_collaboration_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: collaborations_collaborationcount authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.collaborations_collaborationcount USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: collaborations_collaborationgrant authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.collaborations_collaborationgrant USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: collaborations_firstmeeting authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.collaborations_firstmeeting USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: collaborations_firstmeeting_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.collaborations_firstmeeting_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: collaborations_lineage authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.collaborations_lineage USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: collaborations_statechange authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.collaborations_statechange USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: development_developmentplan authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.development_developmentplan USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: development_developmentplan_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.development_developmentplan_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: development_objective authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.development_objective USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: development_objective_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.development_objective_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: development_planaction authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.development_planaction USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: development_planaction_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.development_planaction_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: documents_exportrun authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.documents_exportrun USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: documents_job authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.documents_job USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: documents_keptlist authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.documents_keptlist USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: documents_selection authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.documents_selection USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: documents_sentemail authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.documents_sentemail USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: documents_storedfile authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.documents_storedfile USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: exchange_sheetimport authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.exchange_sheetimport USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: exchange_sheetline authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.exchange_sheetline USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: leadership_casegrant authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.leadership_casegrant USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: leadership_leadershipcase authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.leadership_leadershipcase USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: leadership_leadershipcase_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.leadership_leadershipcase_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: leadership_opencasecount authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.leadership_opencasecount USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: leadership_sweep authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.leadership_sweep USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: leadership_unpublishedoutcome authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.leadership_unpublishedoutcome USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: library_documentopening authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.library_documentopening USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: library_documentreader authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.library_documentreader USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: library_documentversion authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.library_documentversion USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: library_groupdocument authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.library_groupdocument USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: library_groupdocument_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.library_groupdocument_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: library_libraryvisit authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.library_libraryvisit USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: meetings_agendaitem authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.meetings_agendaitem USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: meetings_agendaitem_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.meetings_agendaitem_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: meetings_answer authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.meetings_answer USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: meetings_attendance authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.meetings_attendance USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: meetings_attendancemark authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.meetings_attendancemark USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: meetings_guest authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.meetings_guest USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: meetings_meeting authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.meetings_meeting USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: meetings_meeting_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.meetings_meeting_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: meetings_otherpresent authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.meetings_otherpresent USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: meetings_paper authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.meetings_paper USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: meetings_paperssent authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.meetings_paperssent USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_application authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_application USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_application_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_application_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_conductconcern authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_conductconcern USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_conductconcern_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_conductconcern_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_conductstep authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_conductstep USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_coveredcount authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_coveredcount USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_handover authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_handover USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_handover_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_handover_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_invitation authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_invitation USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_invitation_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_invitation_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_leaderappointment authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_leaderappointment USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_leaderappointment_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_leaderappointment_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_ledcount authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_ledcount USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_membership authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_membership USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_membership_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_membership_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_officeholder authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_officeholder USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_officeholder_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_officeholder_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_personcontact authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_personcontact USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_personcontact_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_personcontact_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_settingrole authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_settingrole USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_settingrole_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_settingrole_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_stafftold authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_stafftold USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: ofsted_importrun authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.ofsted_importrun USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: ofsted_inspection authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.ofsted_inspection USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: ofsted_inspection_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.ofsted_inspection_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: ofsted_leadingpolicy authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.ofsted_leadingpolicy USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: ofsted_leadingpolicy_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.ofsted_leadingpolicy_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: ofsted_plannedrow authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.ofsted_plannedrow USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: ofsted_registername authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.ofsted_registername USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: ofsted_schoollink authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.ofsted_schoollink USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: ofsted_schoollink_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.ofsted_schoollink_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: ofsted_stagedgone authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.ofsted_stagedgone USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: ofsted_stagedinspection authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.ofsted_stagedinspection USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: ofsted_stagedsetting authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.ofsted_stagedsetting USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: providers_district authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.providers_district USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: providers_districtoutline authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.providers_districtoutline USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: providers_listedcount authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.providers_listedcount USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: providers_provider authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.providers_provider USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: providers_provider_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.providers_provider_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: providers_providergrant authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.providers_providergrant USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: providers_provideridentity authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.providers_provideridentity USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: providers_settingcontact authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.providers_settingcontact USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: providers_settingcontact_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.providers_settingcontact_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: providers_successionlink authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.providers_successionlink USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: providers_successionlink_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.providers_successionlink_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: provision_deliverypartner authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.provision_deliverypartner USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: provision_deliverypartnership authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.provision_deliverypartnership USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: provision_deliverypartnership_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.provision_deliverypartnership_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: provision_publicconsent authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.provision_publicconsent USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: provision_publicconsent_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.provision_publicconsent_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: provision_returnperiod authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.provision_returnperiod USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: provision_returnperiod_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.provision_returnperiod_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: provision_staffreturn authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.provision_staffreturn USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: provision_staffreturn_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.provision_staffreturn_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: provision_staffreturnline authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.provision_staffreturnline USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: provision_staffreturnreminder authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.provision_staffreturnreminder USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: provision_vacancy authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.provision_vacancy USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: provision_vacancy_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.provision_vacancy_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: reorganisation_plannedleader authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.reorganisation_plannedleader USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: reorganisation_plannedmember authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.reorganisation_plannedmember USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: reorganisation_plannedsuccessor authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.reorganisation_plannedsuccessor USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: reorganisation_reorganisation authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.reorganisation_reorganisation USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: reorganisation_reorganisation_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.reorganisation_reorganisation_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: reorganisation_reorganisationsource authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.reorganisation_reorganisationsource USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: support_message authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.support_message USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: support_messagecopy authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.support_messagecopy USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: support_messagefile authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.support_messagefile USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: support_messagetemplate authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.support_messagetemplate USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: support_referral authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.support_referral USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: support_referral_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.support_referral_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: support_supportrequest authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.support_supportrequest USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: support_supportrequest_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.support_supportrequest_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: ways_of_working_review authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.ways_of_working_review USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: ways_of_working_review_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.ways_of_working_review_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: ways_of_working_termsanswer authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.ways_of_working_termsanswer USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: ways_of_working_termsanswer_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.ways_of_working_termsanswer_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: ways_of_working_termsreminder authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.ways_of_working_termsreminder USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: ways_of_working_termsreply authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.ways_of_working_termsreply USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: ways_of_working_termssection authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.ways_of_working_termssection USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: ways_of_working_termstemplate authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.ways_of_working_termstemplate USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: ways_of_working_termstemplate_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.ways_of_working_termstemplate_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: ways_of_working_waysofworking authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.ways_of_working_waysofworking USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: ways_of_working_waysofworking_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.ways_of_working_waysofworking_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: collaborations_collaboration; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_collaboration ENABLE ROW LEVEL SECURITY;

--
-- Name: collaborations_collaboration_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_collaboration_history ENABLE ROW LEVEL SECURITY;

--
-- Name: collaborations_collaborationcount; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_collaborationcount ENABLE ROW LEVEL SECURITY;

--
-- Name: collaborations_collaborationgrant; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_collaborationgrant ENABLE ROW LEVEL SECURITY;

--
-- Name: collaborations_firstmeeting; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_firstmeeting ENABLE ROW LEVEL SECURITY;

--
-- Name: collaborations_firstmeeting_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_firstmeeting_history ENABLE ROW LEVEL SECURITY;

--
-- Name: collaborations_lineage; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_lineage ENABLE ROW LEVEL SECURITY;

--
-- Name: collaborations_statechange; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_statechange ENABLE ROW LEVEL SECURITY;

--
-- Name: development_developmentplan; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.development_developmentplan ENABLE ROW LEVEL SECURITY;

--
-- Name: development_developmentplan_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.development_developmentplan_history ENABLE ROW LEVEL SECURITY;

--
-- Name: development_objective; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.development_objective ENABLE ROW LEVEL SECURITY;

--
-- Name: development_objective_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.development_objective_history ENABLE ROW LEVEL SECURITY;

--
-- Name: development_planaction; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.development_planaction ENABLE ROW LEVEL SECURITY;

--
-- Name: development_planaction_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.development_planaction_history ENABLE ROW LEVEL SECURITY;

--
-- Name: documents_exportrun; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.documents_exportrun ENABLE ROW LEVEL SECURITY;

--
-- Name: documents_job; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.documents_job ENABLE ROW LEVEL SECURITY;

--
-- Name: documents_keptlist; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.documents_keptlist ENABLE ROW LEVEL SECURITY;

--
-- Name: documents_selection; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.documents_selection ENABLE ROW LEVEL SECURITY;

--
-- Name: documents_sentemail; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.documents_sentemail ENABLE ROW LEVEL SECURITY;

--
-- Name: documents_storedfile; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.documents_storedfile ENABLE ROW LEVEL SECURITY;

--
-- Name: accounts_securityevent events_added; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY events_added ON public.accounts_securityevent FOR INSERT WITH CHECK (true);


--
-- Name: accounts_securityevent events_past_retention; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY events_past_retention ON public.accounts_securityevent FOR DELETE USING ((at < (now() - '396 days'::interval)));


--
-- Name: accounts_securityevent events_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY events_read ON public.accounts_securityevent FOR SELECT USING (true);


--
-- Name: exchange_sheetimport; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.exchange_sheetimport ENABLE ROW LEVEL SECURITY;

--
-- Name: exchange_sheetline; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.exchange_sheetline ENABLE ROW LEVEL SECURITY;

--
-- Name: leadership_casegrant; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.leadership_casegrant ENABLE ROW LEVEL SECURITY;

--
-- Name: leadership_leadershipcase; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.leadership_leadershipcase ENABLE ROW LEVEL SECURITY;

--
-- Name: leadership_leadershipcase_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.leadership_leadershipcase_history ENABLE ROW LEVEL SECURITY;

--
-- Name: leadership_opencasecount; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.leadership_opencasecount ENABLE ROW LEVEL SECURITY;

--
-- Name: leadership_sweep; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.leadership_sweep ENABLE ROW LEVEL SECURITY;

--
-- Name: leadership_unpublishedoutcome; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.leadership_unpublishedoutcome ENABLE ROW LEVEL SECURITY;

--
-- Name: library_documentopening; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.library_documentopening ENABLE ROW LEVEL SECURITY;

--
-- Name: library_documentreader; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.library_documentreader ENABLE ROW LEVEL SECURITY;

--
-- Name: library_documentversion; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.library_documentversion ENABLE ROW LEVEL SECURITY;

--
-- Name: library_groupdocument; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.library_groupdocument ENABLE ROW LEVEL SECURITY;

--
-- Name: library_groupdocument_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.library_groupdocument_history ENABLE ROW LEVEL SECURITY;

--
-- Name: library_libraryvisit; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.library_libraryvisit ENABLE ROW LEVEL SECURITY;

--
-- Name: meetings_agendaitem; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.meetings_agendaitem ENABLE ROW LEVEL SECURITY;

--
-- Name: meetings_agendaitem_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.meetings_agendaitem_history ENABLE ROW LEVEL SECURITY;

--
-- Name: meetings_answer; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.meetings_answer ENABLE ROW LEVEL SECURITY;

--
-- Name: meetings_attendance; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.meetings_attendance ENABLE ROW LEVEL SECURITY;

--
-- Name: meetings_attendancemark; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.meetings_attendancemark ENABLE ROW LEVEL SECURITY;

--
-- Name: meetings_guest; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.meetings_guest ENABLE ROW LEVEL SECURITY;

--
-- Name: meetings_meeting; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.meetings_meeting ENABLE ROW LEVEL SECURITY;

--
-- Name: meetings_meeting_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.meetings_meeting_history ENABLE ROW LEVEL SECURITY;

--
-- Name: meetings_otherpresent; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.meetings_otherpresent ENABLE ROW LEVEL SECURITY;

--
-- Name: meetings_paper; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.meetings_paper ENABLE ROW LEVEL SECURITY;

--
-- Name: meetings_paperssent; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.meetings_paperssent ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_application; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_application ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_application_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_application_history ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_conductconcern; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_conductconcern ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_conductconcern_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_conductconcern_history ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_conductstep; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_conductstep ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_coveredcount; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_coveredcount ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_handover; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_handover ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_handover_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_handover_history ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_invitation; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_invitation ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_invitation_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_invitation_history ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_leaderappointment; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_leaderappointment ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_leaderappointment_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_leaderappointment_history ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_ledcount; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_ledcount ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_membership; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_membership ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_membership_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_membership_history ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_officeholder; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_officeholder ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_officeholder_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_officeholder_history ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_personcontact; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_personcontact ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_personcontact_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_personcontact_history ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_settingrole; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_settingrole ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_settingrole_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_settingrole_history ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_stafftold; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_stafftold ENABLE ROW LEVEL SECURITY;

--
-- Name: ofsted_importrun; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.ofsted_importrun ENABLE ROW LEVEL SECURITY;

--
-- Name: ofsted_inspection; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.ofsted_inspection ENABLE ROW LEVEL SECURITY;

--
-- Name: ofsted_inspection_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.ofsted_inspection_history ENABLE ROW LEVEL SECURITY;

--
-- Name: ofsted_leadingpolicy; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.ofsted_leadingpolicy ENABLE ROW LEVEL SECURITY;

--
-- Name: ofsted_leadingpolicy_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.ofsted_leadingpolicy_history ENABLE ROW LEVEL SECURITY;

--
-- Name: ofsted_plannedrow; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.ofsted_plannedrow ENABLE ROW LEVEL SECURITY;

--
-- Name: ofsted_registername; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.ofsted_registername ENABLE ROW LEVEL SECURITY;

--
-- Name: ofsted_schoollink; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.ofsted_schoollink ENABLE ROW LEVEL SECURITY;

--
-- Name: ofsted_schoollink_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.ofsted_schoollink_history ENABLE ROW LEVEL SECURITY;

--
-- Name: ofsted_stagedgone; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.ofsted_stagedgone ENABLE ROW LEVEL SECURITY;

--
-- Name: ofsted_stagedinspection; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.ofsted_stagedinspection ENABLE ROW LEVEL SECURITY;

--
-- Name: ofsted_stagedsetting; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.ofsted_stagedsetting ENABLE ROW LEVEL SECURITY;

--
-- Name: providers_district; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.providers_district ENABLE ROW LEVEL SECURITY;

--
-- Name: providers_districtoutline; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.providers_districtoutline ENABLE ROW LEVEL SECURITY;

--
-- Name: providers_listedcount; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.providers_listedcount ENABLE ROW LEVEL SECURITY;

--
-- Name: providers_provider; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.providers_provider ENABLE ROW LEVEL SECURITY;

--
-- Name: providers_provider_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.providers_provider_history ENABLE ROW LEVEL SECURITY;

--
-- Name: providers_providergrant; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.providers_providergrant ENABLE ROW LEVEL SECURITY;

--
-- Name: providers_provideridentity; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.providers_provideridentity ENABLE ROW LEVEL SECURITY;

--
-- Name: providers_settingcontact; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.providers_settingcontact ENABLE ROW LEVEL SECURITY;

--
-- Name: providers_settingcontact_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.providers_settingcontact_history ENABLE ROW LEVEL SECURITY;

--
-- Name: providers_successionlink; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.providers_successionlink ENABLE ROW LEVEL SECURITY;

--
-- Name: providers_successionlink_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.providers_successionlink_history ENABLE ROW LEVEL SECURITY;

--
-- Name: provision_deliverypartner; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.provision_deliverypartner ENABLE ROW LEVEL SECURITY;

--
-- Name: provision_deliverypartnership; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.provision_deliverypartnership ENABLE ROW LEVEL SECURITY;

--
-- Name: provision_deliverypartnership_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.provision_deliverypartnership_history ENABLE ROW LEVEL SECURITY;

--
-- Name: provision_publicconsent; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.provision_publicconsent ENABLE ROW LEVEL SECURITY;

--
-- Name: provision_publicconsent_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.provision_publicconsent_history ENABLE ROW LEVEL SECURITY;

--
-- Name: provision_returnperiod; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.provision_returnperiod ENABLE ROW LEVEL SECURITY;

--
-- Name: provision_returnperiod_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.provision_returnperiod_history ENABLE ROW LEVEL SECURITY;

--
-- Name: provision_staffreturn; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.provision_staffreturn ENABLE ROW LEVEL SECURITY;

--
-- Name: provision_staffreturn_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.provision_staffreturn_history ENABLE ROW LEVEL SECURITY;

--
-- Name: provision_staffreturnline; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.provision_staffreturnline ENABLE ROW LEVEL SECURITY;

--
-- Name: provision_staffreturnreminder; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.provision_staffreturnreminder ENABLE ROW LEVEL SECURITY;

--
-- Name: provision_vacancy; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.provision_vacancy ENABLE ROW LEVEL SECURITY;

--
-- Name: provision_vacancy_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.provision_vacancy_history ENABLE ROW LEVEL SECURITY;

--
-- Name: reorganisation_plannedleader; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.reorganisation_plannedleader ENABLE ROW LEVEL SECURITY;

--
-- Name: reorganisation_plannedmember; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.reorganisation_plannedmember ENABLE ROW LEVEL SECURITY;

--
-- Name: reorganisation_plannedsuccessor; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.reorganisation_plannedsuccessor ENABLE ROW LEVEL SECURITY;

--
-- Name: reorganisation_reorganisation; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.reorganisation_reorganisation ENABLE ROW LEVEL SECURITY;

--
-- Name: reorganisation_reorganisation_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.reorganisation_reorganisation_history ENABLE ROW LEVEL SECURITY;

--
-- Name: reorganisation_reorganisationsource; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.reorganisation_reorganisationsource ENABLE ROW LEVEL SECURITY;

--
-- Name: support_message; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.support_message ENABLE ROW LEVEL SECURITY;

--
-- Name: support_messagecopy; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.support_messagecopy ENABLE ROW LEVEL SECURITY;

--
-- Name: support_messagefile; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.support_messagefile ENABLE ROW LEVEL SECURITY;

--
-- Name: support_messagetemplate; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.support_messagetemplate ENABLE ROW LEVEL SECURITY;

--
-- Name: support_referral; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.support_referral ENABLE ROW LEVEL SECURITY;

--
-- Name: support_referral_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.support_referral_history ENABLE ROW LEVEL SECURITY;

--
-- Name: support_supportrequest; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.support_supportrequest ENABLE ROW LEVEL SECURITY;

--
-- Name: support_supportrequest_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.support_supportrequest_history ENABLE ROW LEVEL SECURITY;

--
-- Name: ways_of_working_review; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.ways_of_working_review ENABLE ROW LEVEL SECURITY;

--
-- Name: ways_of_working_review_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.ways_of_working_review_history ENABLE ROW LEVEL SECURITY;

--
-- Name: ways_of_working_termsanswer; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.ways_of_working_termsanswer ENABLE ROW LEVEL SECURITY;

--
-- Name: ways_of_working_termsanswer_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.ways_of_working_termsanswer_history ENABLE ROW LEVEL SECURITY;

--
-- Name: ways_of_working_termsreminder; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.ways_of_working_termsreminder ENABLE ROW LEVEL SECURITY;

--
-- Name: ways_of_working_termsreply; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.ways_of_working_termsreply ENABLE ROW LEVEL SECURITY;

--
-- Name: ways_of_working_termssection; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.ways_of_working_termssection ENABLE ROW LEVEL SECURITY;

--
-- Name: ways_of_working_termstemplate; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.ways_of_working_termstemplate ENABLE ROW LEVEL SECURITY;

--
-- Name: ways_of_working_termstemplate_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.ways_of_working_termstemplate_history ENABLE ROW LEVEL SECURITY;

--
-- Name: ways_of_working_waysofworking; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.ways_of_working_waysofworking ENABLE ROW LEVEL SECURITY;

--
-- Name: ways_of_working_waysofworking_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.ways_of_working_waysofworking_history ENABLE ROW LEVEL SECURITY;

--
-- Name: SCHEMA public; Type: ACL; Schema: -; Owner: -
--

REVOKE USAGE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO eyc_app;
GRANT USAGE ON SCHEMA public TO eyc_platform;


--
-- Name: TABLE account_emailaddress; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account_emailaddress TO eyc_app;


--
-- Name: SEQUENCE account_emailaddress_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.account_emailaddress_id_seq TO eyc_app;


--
-- Name: TABLE account_emailconfirmation; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account_emailconfirmation TO eyc_app;


--
-- Name: SEQUENCE account_emailconfirmation_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.account_emailconfirmation_id_seq TO eyc_app;


--
-- Name: TABLE accounts_accountnotice; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.accounts_accountnotice TO eyc_app;


--
-- Name: SEQUENCE accounts_accountnotice_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.accounts_accountnotice_id_seq TO eyc_app;


--
-- Name: TABLE accounts_affiliation; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.accounts_affiliation TO eyc_app;


--
-- Name: SEQUENCE accounts_affiliation_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.accounts_affiliation_id_seq TO eyc_app;


--
-- Name: TABLE accounts_attemptcount; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.accounts_attemptcount TO eyc_app;


--
-- Name: TABLE accounts_authority; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.accounts_authority TO eyc_app;


--
-- Name: COLUMN accounts_authority.id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(id) ON TABLE public.accounts_authority TO eyc_platform;


--
-- Name: COLUMN accounts_authority.name; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(name) ON TABLE public.accounts_authority TO eyc_platform;


--
-- Name: COLUMN accounts_authority.slug; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(slug) ON TABLE public.accounts_authority TO eyc_platform;


--
-- Name: COLUMN accounts_authority.is_active; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(is_active) ON TABLE public.accounts_authority TO eyc_platform;


--
-- Name: SEQUENCE accounts_authority_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.accounts_authority_id_seq TO eyc_app;


--
-- Name: TABLE accounts_correction; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.accounts_correction TO eyc_app;


--
-- Name: SEQUENCE accounts_correction_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.accounts_correction_id_seq TO eyc_app;


--
-- Name: TABLE accounts_decision; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.accounts_decision TO eyc_app;


--
-- Name: SEQUENCE accounts_decision_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.accounts_decision_id_seq TO eyc_app;


--
-- Name: TABLE accounts_personinvitation; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.accounts_personinvitation TO eyc_app;


--
-- Name: SEQUENCE accounts_personinvitation_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.accounts_personinvitation_id_seq TO eyc_app;


--
-- Name: TABLE accounts_roleappointment; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.accounts_roleappointment TO eyc_app;


--
-- Name: TABLE accounts_roleappointment_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.accounts_roleappointment_history TO eyc_app;


--
-- Name: SEQUENCE accounts_roleappointment_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.accounts_roleappointment_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE accounts_roleappointment_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.accounts_roleappointment_id_seq TO eyc_app;


--
-- Name: TABLE accounts_securityevent; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.accounts_securityevent TO eyc_app;


--
-- Name: SEQUENCE accounts_securityevent_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.accounts_securityevent_id_seq TO eyc_app;


--
-- Name: TABLE accounts_tasklink; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.accounts_tasklink TO eyc_app;


--
-- Name: SEQUENCE accounts_tasklink_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.accounts_tasklink_id_seq TO eyc_app;


--
-- Name: TABLE accounts_user; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.accounts_user TO eyc_app;


--
-- Name: TABLE accounts_user_groups; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.accounts_user_groups TO eyc_app;


--
-- Name: SEQUENCE accounts_user_groups_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.accounts_user_groups_id_seq TO eyc_app;


--
-- Name: SEQUENCE accounts_user_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.accounts_user_id_seq TO eyc_app;


--
-- Name: TABLE accounts_user_user_permissions; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.accounts_user_user_permissions TO eyc_app;


--
-- Name: SEQUENCE accounts_user_user_permissions_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.accounts_user_user_permissions_id_seq TO eyc_app;


--
-- Name: TABLE audit_entry; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.audit_entry TO eyc_app;


--
-- Name: SEQUENCE audit_entry_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.audit_entry_id_seq TO eyc_app;


--
-- Name: TABLE audit_seal; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.audit_seal TO eyc_app;


--
-- Name: SEQUENCE audit_seal_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.audit_seal_id_seq TO eyc_app;


--
-- Name: TABLE auth_group; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.auth_group TO eyc_app;


--
-- Name: SEQUENCE auth_group_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.auth_group_id_seq TO eyc_app;


--
-- Name: TABLE auth_group_permissions; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.auth_group_permissions TO eyc_app;


--
-- Name: SEQUENCE auth_group_permissions_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.auth_group_permissions_id_seq TO eyc_app;


--
-- Name: TABLE auth_permission; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.auth_permission TO eyc_app;


--
-- Name: SEQUENCE auth_permission_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.auth_permission_id_seq TO eyc_app;


--
-- Name: TABLE collaborations_collaboration; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.collaborations_collaboration TO eyc_app;


--
-- Name: COLUMN collaborations_collaboration.id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(id) ON TABLE public.collaborations_collaboration TO eyc_platform;


--
-- Name: COLUMN collaborations_collaboration.kind; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(kind) ON TABLE public.collaborations_collaboration TO eyc_platform;


--
-- Name: COLUMN collaborations_collaboration.state; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(state) ON TABLE public.collaborations_collaboration TO eyc_platform;


--
-- Name: COLUMN collaborations_collaboration.authority_id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(authority_id) ON TABLE public.collaborations_collaboration TO eyc_platform;


--
-- Name: TABLE collaborations_collaboration_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.collaborations_collaboration_history TO eyc_app;


--
-- Name: SEQUENCE collaborations_collaboration_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.collaborations_collaboration_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE collaborations_collaboration_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.collaborations_collaboration_id_seq TO eyc_app;


--
-- Name: TABLE collaborations_collaborationcount; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.collaborations_collaborationcount TO eyc_app;


--
-- Name: SEQUENCE collaborations_collaborationcount_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.collaborations_collaborationcount_id_seq TO eyc_app;


--
-- Name: TABLE collaborations_collaborationgrant; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.collaborations_collaborationgrant TO eyc_app;


--
-- Name: SEQUENCE collaborations_collaborationgrant_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.collaborations_collaborationgrant_id_seq TO eyc_app;


--
-- Name: TABLE collaborations_firstmeeting; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.collaborations_firstmeeting TO eyc_app;


--
-- Name: TABLE collaborations_firstmeeting_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.collaborations_firstmeeting_history TO eyc_app;


--
-- Name: SEQUENCE collaborations_firstmeeting_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.collaborations_firstmeeting_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE collaborations_firstmeeting_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.collaborations_firstmeeting_id_seq TO eyc_app;


--
-- Name: TABLE collaborations_lineage; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.collaborations_lineage TO eyc_app;


--
-- Name: SEQUENCE collaborations_lineage_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.collaborations_lineage_id_seq TO eyc_app;


--
-- Name: TABLE collaborations_statechange; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.collaborations_statechange TO eyc_app;


--
-- Name: SEQUENCE collaborations_statechange_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.collaborations_statechange_id_seq TO eyc_app;


--
-- Name: TABLE development_developmentplan; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.development_developmentplan TO eyc_app;


--
-- Name: TABLE development_developmentplan_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.development_developmentplan_history TO eyc_app;


--
-- Name: SEQUENCE development_developmentplan_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.development_developmentplan_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE development_developmentplan_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.development_developmentplan_id_seq TO eyc_app;


--
-- Name: TABLE development_objective; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.development_objective TO eyc_app;


--
-- Name: TABLE development_objective_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.development_objective_history TO eyc_app;


--
-- Name: SEQUENCE development_objective_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.development_objective_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE development_objective_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.development_objective_id_seq TO eyc_app;


--
-- Name: TABLE development_planaction; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.development_planaction TO eyc_app;


--
-- Name: TABLE development_planaction_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.development_planaction_history TO eyc_app;


--
-- Name: SEQUENCE development_planaction_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.development_planaction_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE development_planaction_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.development_planaction_id_seq TO eyc_app;


--
-- Name: TABLE django_admin_log; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.django_admin_log TO eyc_app;


--
-- Name: SEQUENCE django_admin_log_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.django_admin_log_id_seq TO eyc_app;


--
-- Name: TABLE django_content_type; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.django_content_type TO eyc_app;


--
-- Name: SEQUENCE django_content_type_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.django_content_type_id_seq TO eyc_app;


--
-- Name: TABLE django_migrations; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.django_migrations TO eyc_app;


--
-- Name: SEQUENCE django_migrations_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.django_migrations_id_seq TO eyc_app;


--
-- Name: TABLE django_session; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_session TO eyc_app;


--
-- Name: TABLE documents_backup; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.documents_backup TO eyc_app;


--
-- Name: SEQUENCE documents_backup_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.documents_backup_id_seq TO eyc_app;


--
-- Name: TABLE documents_exportrun; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.documents_exportrun TO eyc_app;


--
-- Name: SEQUENCE documents_exportrun_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.documents_exportrun_id_seq TO eyc_app;


--
-- Name: TABLE documents_job; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.documents_job TO eyc_app;


--
-- Name: SEQUENCE documents_job_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.documents_job_id_seq TO eyc_app;


--
-- Name: TABLE documents_keptlist; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.documents_keptlist TO eyc_app;


--
-- Name: SEQUENCE documents_keptlist_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.documents_keptlist_id_seq TO eyc_app;


--
-- Name: TABLE documents_outboxmessage; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.documents_outboxmessage TO eyc_app;


--
-- Name: SEQUENCE documents_outboxmessage_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.documents_outboxmessage_id_seq TO eyc_app;


--
-- Name: TABLE documents_selection; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.documents_selection TO eyc_app;


--
-- Name: SEQUENCE documents_selection_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.documents_selection_id_seq TO eyc_app;


--
-- Name: TABLE documents_sentemail; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.documents_sentemail TO eyc_app;


--
-- Name: SEQUENCE documents_sentemail_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.documents_sentemail_id_seq TO eyc_app;


--
-- Name: TABLE documents_storedfile; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.documents_storedfile TO eyc_app;


--
-- Name: SEQUENCE documents_storedfile_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.documents_storedfile_id_seq TO eyc_app;


--
-- Name: TABLE exchange_sheetimport; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.exchange_sheetimport TO eyc_app;


--
-- Name: SEQUENCE exchange_sheetimport_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.exchange_sheetimport_id_seq TO eyc_app;


--
-- Name: TABLE exchange_sheetline; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.exchange_sheetline TO eyc_app;


--
-- Name: SEQUENCE exchange_sheetline_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.exchange_sheetline_id_seq TO eyc_app;


--
-- Name: TABLE guardian_groupobjectpermission; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.guardian_groupobjectpermission TO eyc_app;


--
-- Name: SEQUENCE guardian_groupobjectpermission_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.guardian_groupobjectpermission_id_seq TO eyc_app;


--
-- Name: TABLE guardian_userobjectpermission; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.guardian_userobjectpermission TO eyc_app;


--
-- Name: SEQUENCE guardian_userobjectpermission_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.guardian_userobjectpermission_id_seq TO eyc_app;


--
-- Name: TABLE leadership_casegrant; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.leadership_casegrant TO eyc_app;


--
-- Name: SEQUENCE leadership_casegrant_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.leadership_casegrant_id_seq TO eyc_app;


--
-- Name: TABLE leadership_leadershipcase; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.leadership_leadershipcase TO eyc_app;


--
-- Name: TABLE leadership_leadershipcase_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.leadership_leadershipcase_history TO eyc_app;


--
-- Name: SEQUENCE leadership_leadershipcase_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.leadership_leadershipcase_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE leadership_leadershipcase_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.leadership_leadershipcase_id_seq TO eyc_app;


--
-- Name: TABLE leadership_opencasecount; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.leadership_opencasecount TO eyc_app;


--
-- Name: SEQUENCE leadership_opencasecount_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.leadership_opencasecount_id_seq TO eyc_app;


--
-- Name: TABLE leadership_sweep; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.leadership_sweep TO eyc_app;


--
-- Name: SEQUENCE leadership_sweep_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.leadership_sweep_id_seq TO eyc_app;


--
-- Name: TABLE leadership_unpublishedoutcome; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.leadership_unpublishedoutcome TO eyc_app;


--
-- Name: SEQUENCE leadership_unpublishedoutcome_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.leadership_unpublishedoutcome_id_seq TO eyc_app;


--
-- Name: TABLE library_documentopening; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.library_documentopening TO eyc_app;


--
-- Name: SEQUENCE library_documentopening_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.library_documentopening_id_seq TO eyc_app;


--
-- Name: TABLE library_documentreader; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.library_documentreader TO eyc_app;


--
-- Name: SEQUENCE library_documentreader_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.library_documentreader_id_seq TO eyc_app;


--
-- Name: TABLE library_documentversion; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.library_documentversion TO eyc_app;


--
-- Name: SEQUENCE library_documentversion_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.library_documentversion_id_seq TO eyc_app;


--
-- Name: TABLE library_groupdocument; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.library_groupdocument TO eyc_app;


--
-- Name: TABLE library_groupdocument_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.library_groupdocument_history TO eyc_app;


--
-- Name: SEQUENCE library_groupdocument_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.library_groupdocument_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE library_groupdocument_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.library_groupdocument_id_seq TO eyc_app;


--
-- Name: TABLE library_libraryvisit; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.library_libraryvisit TO eyc_app;


--
-- Name: SEQUENCE library_libraryvisit_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.library_libraryvisit_id_seq TO eyc_app;


--
-- Name: TABLE meetings_agendaitem; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.meetings_agendaitem TO eyc_app;


--
-- Name: TABLE meetings_agendaitem_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.meetings_agendaitem_history TO eyc_app;


--
-- Name: SEQUENCE meetings_agendaitem_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.meetings_agendaitem_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE meetings_agendaitem_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.meetings_agendaitem_id_seq TO eyc_app;


--
-- Name: TABLE meetings_answer; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.meetings_answer TO eyc_app;


--
-- Name: SEQUENCE meetings_answer_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.meetings_answer_id_seq TO eyc_app;


--
-- Name: TABLE meetings_attendance; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.meetings_attendance TO eyc_app;


--
-- Name: SEQUENCE meetings_attendance_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.meetings_attendance_id_seq TO eyc_app;


--
-- Name: TABLE meetings_attendancemark; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.meetings_attendancemark TO eyc_app;


--
-- Name: SEQUENCE meetings_attendancemark_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.meetings_attendancemark_id_seq TO eyc_app;


--
-- Name: TABLE meetings_guest; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.meetings_guest TO eyc_app;


--
-- Name: SEQUENCE meetings_guest_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.meetings_guest_id_seq TO eyc_app;


--
-- Name: TABLE meetings_meeting; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.meetings_meeting TO eyc_app;


--
-- Name: TABLE meetings_meeting_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.meetings_meeting_history TO eyc_app;


--
-- Name: SEQUENCE meetings_meeting_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.meetings_meeting_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE meetings_meeting_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.meetings_meeting_id_seq TO eyc_app;


--
-- Name: TABLE meetings_otherpresent; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.meetings_otherpresent TO eyc_app;


--
-- Name: SEQUENCE meetings_otherpresent_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.meetings_otherpresent_id_seq TO eyc_app;


--
-- Name: TABLE meetings_paper; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.meetings_paper TO eyc_app;


--
-- Name: SEQUENCE meetings_paper_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.meetings_paper_id_seq TO eyc_app;


--
-- Name: TABLE meetings_paperssent; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.meetings_paperssent TO eyc_app;


--
-- Name: SEQUENCE meetings_paperssent_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.meetings_paperssent_id_seq TO eyc_app;


--
-- Name: TABLE memberships_application; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.memberships_application TO eyc_app;


--
-- Name: TABLE memberships_application_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.memberships_application_history TO eyc_app;


--
-- Name: SEQUENCE memberships_application_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_application_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE memberships_application_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_application_id_seq TO eyc_app;


--
-- Name: TABLE memberships_conductconcern; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.memberships_conductconcern TO eyc_app;


--
-- Name: TABLE memberships_conductconcern_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.memberships_conductconcern_history TO eyc_app;


--
-- Name: SEQUENCE memberships_conductconcern_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_conductconcern_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE memberships_conductconcern_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_conductconcern_id_seq TO eyc_app;


--
-- Name: TABLE memberships_conductstep; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.memberships_conductstep TO eyc_app;


--
-- Name: SEQUENCE memberships_conductstep_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_conductstep_id_seq TO eyc_app;


--
-- Name: TABLE memberships_coveredcount; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.memberships_coveredcount TO eyc_app;


--
-- Name: SEQUENCE memberships_coveredcount_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_coveredcount_id_seq TO eyc_app;


--
-- Name: TABLE memberships_handover; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.memberships_handover TO eyc_app;


--
-- Name: TABLE memberships_handover_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.memberships_handover_history TO eyc_app;


--
-- Name: SEQUENCE memberships_handover_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_handover_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE memberships_handover_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_handover_id_seq TO eyc_app;


--
-- Name: TABLE memberships_invitation; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.memberships_invitation TO eyc_app;


--
-- Name: TABLE memberships_invitation_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.memberships_invitation_history TO eyc_app;


--
-- Name: SEQUENCE memberships_invitation_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_invitation_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE memberships_invitation_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_invitation_id_seq TO eyc_app;


--
-- Name: TABLE memberships_leaderappointment; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.memberships_leaderappointment TO eyc_app;


--
-- Name: TABLE memberships_leaderappointment_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.memberships_leaderappointment_history TO eyc_app;


--
-- Name: SEQUENCE memberships_leaderappointment_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_leaderappointment_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE memberships_leaderappointment_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_leaderappointment_id_seq TO eyc_app;


--
-- Name: TABLE memberships_ledcount; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.memberships_ledcount TO eyc_app;


--
-- Name: SEQUENCE memberships_ledcount_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_ledcount_id_seq TO eyc_app;


--
-- Name: TABLE memberships_membership; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.memberships_membership TO eyc_app;


--
-- Name: COLUMN memberships_membership.id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(id) ON TABLE public.memberships_membership TO eyc_platform;


--
-- Name: COLUMN memberships_membership.joined_on; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(joined_on) ON TABLE public.memberships_membership TO eyc_platform;


--
-- Name: COLUMN memberships_membership.left_on; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(left_on) ON TABLE public.memberships_membership TO eyc_platform;


--
-- Name: COLUMN memberships_membership.authority_id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(authority_id) ON TABLE public.memberships_membership TO eyc_platform;


--
-- Name: COLUMN memberships_membership.collaboration_id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(collaboration_id) ON TABLE public.memberships_membership TO eyc_platform;


--
-- Name: COLUMN memberships_membership.provider_id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(provider_id) ON TABLE public.memberships_membership TO eyc_platform;


--
-- Name: TABLE memberships_membership_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.memberships_membership_history TO eyc_app;


--
-- Name: SEQUENCE memberships_membership_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_membership_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE memberships_membership_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_membership_id_seq TO eyc_app;


--
-- Name: TABLE memberships_officeholder; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.memberships_officeholder TO eyc_app;


--
-- Name: TABLE memberships_officeholder_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.memberships_officeholder_history TO eyc_app;


--
-- Name: SEQUENCE memberships_officeholder_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_officeholder_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE memberships_officeholder_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_officeholder_id_seq TO eyc_app;


--
-- Name: TABLE memberships_personcontact; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.memberships_personcontact TO eyc_app;


--
-- Name: TABLE memberships_personcontact_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.memberships_personcontact_history TO eyc_app;


--
-- Name: SEQUENCE memberships_personcontact_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_personcontact_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE memberships_personcontact_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_personcontact_id_seq TO eyc_app;


--
-- Name: TABLE memberships_settingrole; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.memberships_settingrole TO eyc_app;


--
-- Name: TABLE memberships_settingrole_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.memberships_settingrole_history TO eyc_app;


--
-- Name: SEQUENCE memberships_settingrole_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_settingrole_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE memberships_settingrole_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_settingrole_id_seq TO eyc_app;


--
-- Name: TABLE memberships_stafftold; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.memberships_stafftold TO eyc_app;


--
-- Name: SEQUENCE memberships_stafftold_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_stafftold_id_seq TO eyc_app;


--
-- Name: TABLE mfa_authenticator; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mfa_authenticator TO eyc_app;


--
-- Name: SEQUENCE mfa_authenticator_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.mfa_authenticator_id_seq TO eyc_app;


--
-- Name: TABLE ofsted_importrun; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.ofsted_importrun TO eyc_app;


--
-- Name: SEQUENCE ofsted_importrun_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.ofsted_importrun_id_seq TO eyc_app;


--
-- Name: TABLE ofsted_inspection; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.ofsted_inspection TO eyc_app;


--
-- Name: TABLE ofsted_inspection_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.ofsted_inspection_history TO eyc_app;


--
-- Name: SEQUENCE ofsted_inspection_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.ofsted_inspection_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE ofsted_inspection_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.ofsted_inspection_id_seq TO eyc_app;


--
-- Name: TABLE ofsted_leadingpolicy; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.ofsted_leadingpolicy TO eyc_app;


--
-- Name: TABLE ofsted_leadingpolicy_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.ofsted_leadingpolicy_history TO eyc_app;


--
-- Name: SEQUENCE ofsted_leadingpolicy_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.ofsted_leadingpolicy_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE ofsted_leadingpolicy_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.ofsted_leadingpolicy_id_seq TO eyc_app;


--
-- Name: TABLE ofsted_plannedrow; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.ofsted_plannedrow TO eyc_app;


--
-- Name: SEQUENCE ofsted_plannedrow_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.ofsted_plannedrow_id_seq TO eyc_app;


--
-- Name: TABLE ofsted_registername; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.ofsted_registername TO eyc_app;


--
-- Name: SEQUENCE ofsted_registername_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.ofsted_registername_id_seq TO eyc_app;


--
-- Name: TABLE ofsted_schoollink; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.ofsted_schoollink TO eyc_app;


--
-- Name: TABLE ofsted_schoollink_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.ofsted_schoollink_history TO eyc_app;


--
-- Name: SEQUENCE ofsted_schoollink_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.ofsted_schoollink_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE ofsted_schoollink_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.ofsted_schoollink_id_seq TO eyc_app;


--
-- Name: TABLE ofsted_stagedgone; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.ofsted_stagedgone TO eyc_app;


--
-- Name: COLUMN ofsted_stagedgone_copied.urn; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(urn) ON TABLE public.ofsted_stagedgone_copied TO eyc_app;


--
-- Name: TABLE ofsted_stagedinspection; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.ofsted_stagedinspection TO eyc_app;


--
-- Name: COLUMN ofsted_stagedinspection_copied.urn; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(urn) ON TABLE public.ofsted_stagedinspection_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedinspection_copied.regime; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(regime) ON TABLE public.ofsted_stagedinspection_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedinspection_copied.inspection_number; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(inspection_number) ON TABLE public.ofsted_stagedinspection_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedinspection_copied.visit_type; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(visit_type) ON TABLE public.ofsted_stagedinspection_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedinspection_copied.inspected_on; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(inspected_on) ON TABLE public.ofsted_stagedinspection_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedinspection_copied.is_graded; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(is_graded) ON TABLE public.ofsted_stagedinspection_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedinspection_copied.overall; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(overall) ON TABLE public.ofsted_stagedinspection_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedinspection_copied.quality_of_education; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(quality_of_education) ON TABLE public.ofsted_stagedinspection_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedinspection_copied.behaviour_and_attitudes; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(behaviour_and_attitudes) ON TABLE public.ofsted_stagedinspection_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedinspection_copied.personal_development; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(personal_development) ON TABLE public.ofsted_stagedinspection_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedinspection_copied.leadership_and_management; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(leadership_and_management) ON TABLE public.ofsted_stagedinspection_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedinspection_copied.safeguarding_effective; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(safeguarding_effective) ON TABLE public.ofsted_stagedinspection_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedinspection_copied.rc_safeguarding; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(rc_safeguarding) ON TABLE public.ofsted_stagedinspection_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedinspection_copied.rc_inclusion; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(rc_inclusion) ON TABLE public.ofsted_stagedinspection_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedinspection_copied.rc_curriculum_and_teaching; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(rc_curriculum_and_teaching) ON TABLE public.ofsted_stagedinspection_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedinspection_copied.rc_achievement; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(rc_achievement) ON TABLE public.ofsted_stagedinspection_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedinspection_copied.rc_behaviour; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(rc_behaviour) ON TABLE public.ofsted_stagedinspection_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedinspection_copied.rc_welfare; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(rc_welfare) ON TABLE public.ofsted_stagedinspection_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedinspection_copied.rc_leadership_and_governance; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(rc_leadership_and_governance) ON TABLE public.ofsted_stagedinspection_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedinspection_copied.met; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(met) ON TABLE public.ofsted_stagedinspection_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedinspection_copied.rc_early_years; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(rc_early_years) ON TABLE public.ofsted_stagedinspection_copied TO eyc_app;


--
-- Name: TABLE ofsted_stagedsetting; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.ofsted_stagedsetting TO eyc_app;


--
-- Name: COLUMN ofsted_stagedsetting_copied.urn; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(urn) ON TABLE public.ofsted_stagedsetting_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedsetting_copied.search_text; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(search_text) ON TABLE public.ofsted_stagedsetting_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedsetting_copied.name; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(name) ON TABLE public.ofsted_stagedsetting_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedsetting_copied.provider_type; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(provider_type) ON TABLE public.ofsted_stagedsetting_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedsetting_copied.provider_subtype; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(provider_subtype) ON TABLE public.ofsted_stagedsetting_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedsetting_copied.register_combination; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(register_combination) ON TABLE public.ofsted_stagedsetting_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedsetting_copied.registered_person_urn; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(registered_person_urn) ON TABLE public.ofsted_stagedsetting_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedsetting_copied.registered_person_name; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(registered_person_name) ON TABLE public.ofsted_stagedsetting_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedsetting_copied.address_line_1; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(address_line_1) ON TABLE public.ofsted_stagedsetting_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedsetting_copied.address_line_2; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(address_line_2) ON TABLE public.ofsted_stagedsetting_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedsetting_copied.address_line_3; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(address_line_3) ON TABLE public.ofsted_stagedsetting_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedsetting_copied.town; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(town) ON TABLE public.ofsted_stagedsetting_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedsetting_copied.postcode; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(postcode) ON TABLE public.ofsted_stagedsetting_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedsetting_copied.telephone; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(telephone) ON TABLE public.ofsted_stagedsetting_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedsetting_copied.constituency; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(constituency) ON TABLE public.ofsted_stagedsetting_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedsetting_copied.region; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(region) ON TABLE public.ofsted_stagedsetting_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedsetting_copied.deprivation_band; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(deprivation_band) ON TABLE public.ofsted_stagedsetting_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedsetting_copied.on_early_years_register; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(on_early_years_register) ON TABLE public.ofsted_stagedsetting_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedsetting_copied.on_compulsory_register; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(on_compulsory_register) ON TABLE public.ofsted_stagedsetting_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedsetting_copied.on_voluntary_register; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(on_voluntary_register) ON TABLE public.ofsted_stagedsetting_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedsetting_copied.registered_on; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(registered_on) ON TABLE public.ofsted_stagedsetting_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedsetting_copied.places; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(places) ON TABLE public.ofsted_stagedsetting_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedsetting_copied.places_including_estimates; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(places_including_estimates) ON TABLE public.ofsted_stagedsetting_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedsetting_copied.line; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(line) ON TABLE public.ofsted_stagedsetting_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedsetting_copied.row_hash; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(row_hash) ON TABLE public.ofsted_stagedsetting_copied TO eyc_app;


--
-- Name: COLUMN ofsted_stagedsetting_copied.registration_status; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(registration_status) ON TABLE public.ofsted_stagedsetting_copied TO eyc_app;


--
-- Name: TABLE pghistory_context; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.pghistory_context TO eyc_app;


--
-- Name: TABLE providers_district; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.providers_district TO eyc_app;


--
-- Name: SEQUENCE providers_district_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.providers_district_id_seq TO eyc_app;


--
-- Name: TABLE providers_districtoutline; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.providers_districtoutline TO eyc_app;


--
-- Name: SEQUENCE providers_districtoutline_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.providers_districtoutline_id_seq TO eyc_app;


--
-- Name: TABLE providers_listedcount; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.providers_listedcount TO eyc_app;


--
-- Name: SEQUENCE providers_listedcount_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.providers_listedcount_id_seq TO eyc_app;


--
-- Name: TABLE providers_provider; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.providers_provider TO eyc_app;


--
-- Name: COLUMN providers_provider.id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(id) ON TABLE public.providers_provider TO eyc_platform;


--
-- Name: COLUMN providers_provider.provider_type; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(provider_type) ON TABLE public.providers_provider TO eyc_platform;


--
-- Name: COLUMN providers_provider.on_early_years_register; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(on_early_years_register) ON TABLE public.providers_provider TO eyc_platform;


--
-- Name: COLUMN providers_provider.unlisted_since; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(unlisted_since) ON TABLE public.providers_provider TO eyc_platform;


--
-- Name: COLUMN providers_provider.authority_id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(authority_id) ON TABLE public.providers_provider TO eyc_platform;


--
-- Name: TABLE providers_provider_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.providers_provider_history TO eyc_app;


--
-- Name: SEQUENCE providers_provider_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.providers_provider_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE providers_provider_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.providers_provider_id_seq TO eyc_app;


--
-- Name: TABLE providers_providergrant; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.providers_providergrant TO eyc_app;


--
-- Name: SEQUENCE providers_providergrant_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.providers_providergrant_id_seq TO eyc_app;


--
-- Name: TABLE providers_provideridentity; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.providers_provideridentity TO eyc_app;


--
-- Name: SEQUENCE providers_provideridentity_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.providers_provideridentity_id_seq TO eyc_app;


--
-- Name: TABLE providers_settingcontact; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.providers_settingcontact TO eyc_app;


--
-- Name: TABLE providers_settingcontact_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.providers_settingcontact_history TO eyc_app;


--
-- Name: SEQUENCE providers_settingcontact_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.providers_settingcontact_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE providers_settingcontact_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.providers_settingcontact_id_seq TO eyc_app;


--
-- Name: TABLE providers_successionlink; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.providers_successionlink TO eyc_app;


--
-- Name: TABLE providers_successionlink_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.providers_successionlink_history TO eyc_app;


--
-- Name: SEQUENCE providers_successionlink_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.providers_successionlink_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE providers_successionlink_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.providers_successionlink_id_seq TO eyc_app;


--
-- Name: TABLE provision_deliverypartner; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.provision_deliverypartner TO eyc_app;


--
-- Name: SEQUENCE provision_deliverypartner_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.provision_deliverypartner_id_seq TO eyc_app;


--
-- Name: TABLE provision_deliverypartnership; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.provision_deliverypartnership TO eyc_app;


--
-- Name: TABLE provision_deliverypartnership_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.provision_deliverypartnership_history TO eyc_app;


--
-- Name: SEQUENCE provision_deliverypartnership_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.provision_deliverypartnership_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE provision_deliverypartnership_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.provision_deliverypartnership_id_seq TO eyc_app;


--
-- Name: TABLE provision_publicconsent; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.provision_publicconsent TO eyc_app;


--
-- Name: TABLE provision_publicconsent_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.provision_publicconsent_history TO eyc_app;


--
-- Name: SEQUENCE provision_publicconsent_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.provision_publicconsent_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE provision_publicconsent_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.provision_publicconsent_id_seq TO eyc_app;


--
-- Name: TABLE provision_returnperiod; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.provision_returnperiod TO eyc_app;


--
-- Name: TABLE provision_returnperiod_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.provision_returnperiod_history TO eyc_app;


--
-- Name: SEQUENCE provision_returnperiod_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.provision_returnperiod_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE provision_returnperiod_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.provision_returnperiod_id_seq TO eyc_app;


--
-- Name: TABLE provision_staffreturn; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.provision_staffreturn TO eyc_app;


--
-- Name: TABLE provision_staffreturn_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.provision_staffreturn_history TO eyc_app;


--
-- Name: SEQUENCE provision_staffreturn_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.provision_staffreturn_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE provision_staffreturn_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.provision_staffreturn_id_seq TO eyc_app;


--
-- Name: TABLE provision_staffreturnline; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.provision_staffreturnline TO eyc_app;


--
-- Name: SEQUENCE provision_staffreturnline_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.provision_staffreturnline_id_seq TO eyc_app;


--
-- Name: TABLE provision_staffreturnreminder; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.provision_staffreturnreminder TO eyc_app;


--
-- Name: SEQUENCE provision_staffreturnreminder_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.provision_staffreturnreminder_id_seq TO eyc_app;


--
-- Name: TABLE provision_vacancy; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.provision_vacancy TO eyc_app;


--
-- Name: TABLE provision_vacancy_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.provision_vacancy_history TO eyc_app;


--
-- Name: SEQUENCE provision_vacancy_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.provision_vacancy_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE provision_vacancy_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.provision_vacancy_id_seq TO eyc_app;


--
-- Name: TABLE reorganisation_plannedleader; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.reorganisation_plannedleader TO eyc_app;


--
-- Name: SEQUENCE reorganisation_plannedleader_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.reorganisation_plannedleader_id_seq TO eyc_app;


--
-- Name: TABLE reorganisation_plannedmember; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.reorganisation_plannedmember TO eyc_app;


--
-- Name: SEQUENCE reorganisation_plannedmember_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.reorganisation_plannedmember_id_seq TO eyc_app;


--
-- Name: TABLE reorganisation_plannedsuccessor; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.reorganisation_plannedsuccessor TO eyc_app;


--
-- Name: SEQUENCE reorganisation_plannedsuccessor_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.reorganisation_plannedsuccessor_id_seq TO eyc_app;


--
-- Name: TABLE reorganisation_reorganisation; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.reorganisation_reorganisation TO eyc_app;


--
-- Name: TABLE reorganisation_reorganisation_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.reorganisation_reorganisation_history TO eyc_app;


--
-- Name: SEQUENCE reorganisation_reorganisation_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.reorganisation_reorganisation_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE reorganisation_reorganisation_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.reorganisation_reorganisation_id_seq TO eyc_app;


--
-- Name: TABLE reorganisation_reorganisationsource; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.reorganisation_reorganisationsource TO eyc_app;


--
-- Name: SEQUENCE reorganisation_reorganisationsource_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.reorganisation_reorganisationsource_id_seq TO eyc_app;


--
-- Name: TABLE socialaccount_socialaccount; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.socialaccount_socialaccount TO eyc_app;


--
-- Name: SEQUENCE socialaccount_socialaccount_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.socialaccount_socialaccount_id_seq TO eyc_app;


--
-- Name: TABLE socialaccount_socialapp; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.socialaccount_socialapp TO eyc_app;


--
-- Name: SEQUENCE socialaccount_socialapp_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.socialaccount_socialapp_id_seq TO eyc_app;


--
-- Name: TABLE socialaccount_socialtoken; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.socialaccount_socialtoken TO eyc_app;


--
-- Name: SEQUENCE socialaccount_socialtoken_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.socialaccount_socialtoken_id_seq TO eyc_app;


--
-- Name: TABLE support_message; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.support_message TO eyc_app;


--
-- Name: SEQUENCE support_message_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.support_message_id_seq TO eyc_app;


--
-- Name: TABLE support_messagecopy; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.support_messagecopy TO eyc_app;


--
-- Name: SEQUENCE support_messagecopy_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.support_messagecopy_id_seq TO eyc_app;


--
-- Name: TABLE support_messagefile; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.support_messagefile TO eyc_app;


--
-- Name: SEQUENCE support_messagefile_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.support_messagefile_id_seq TO eyc_app;


--
-- Name: TABLE support_messagetemplate; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.support_messagetemplate TO eyc_app;


--
-- Name: SEQUENCE support_messagetemplate_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.support_messagetemplate_id_seq TO eyc_app;


--
-- Name: TABLE support_referral; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.support_referral TO eyc_app;


--
-- Name: TABLE support_referral_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.support_referral_history TO eyc_app;


--
-- Name: SEQUENCE support_referral_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.support_referral_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE support_referral_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.support_referral_id_seq TO eyc_app;


--
-- Name: TABLE support_supportrequest; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.support_supportrequest TO eyc_app;


--
-- Name: TABLE support_supportrequest_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.support_supportrequest_history TO eyc_app;


--
-- Name: SEQUENCE support_supportrequest_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.support_supportrequest_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE support_supportrequest_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.support_supportrequest_id_seq TO eyc_app;


--
-- Name: TABLE usersessions_usersession; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.usersessions_usersession TO eyc_app;


--
-- Name: SEQUENCE usersessions_usersession_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.usersessions_usersession_id_seq TO eyc_app;


--
-- Name: TABLE ways_of_working_review; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.ways_of_working_review TO eyc_app;


--
-- Name: TABLE ways_of_working_review_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.ways_of_working_review_history TO eyc_app;


--
-- Name: SEQUENCE ways_of_working_review_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.ways_of_working_review_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE ways_of_working_review_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.ways_of_working_review_id_seq TO eyc_app;


--
-- Name: TABLE ways_of_working_termsanswer; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.ways_of_working_termsanswer TO eyc_app;


--
-- Name: TABLE ways_of_working_termsanswer_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.ways_of_working_termsanswer_history TO eyc_app;


--
-- Name: SEQUENCE ways_of_working_termsanswer_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.ways_of_working_termsanswer_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE ways_of_working_termsanswer_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.ways_of_working_termsanswer_id_seq TO eyc_app;


--
-- Name: TABLE ways_of_working_termsreminder; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.ways_of_working_termsreminder TO eyc_app;


--
-- Name: SEQUENCE ways_of_working_termsreminder_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.ways_of_working_termsreminder_id_seq TO eyc_app;


--
-- Name: TABLE ways_of_working_termsreply; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.ways_of_working_termsreply TO eyc_app;


--
-- Name: SEQUENCE ways_of_working_termsreply_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.ways_of_working_termsreply_id_seq TO eyc_app;


--
-- Name: TABLE ways_of_working_termssection; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.ways_of_working_termssection TO eyc_app;


--
-- Name: SEQUENCE ways_of_working_termssection_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.ways_of_working_termssection_id_seq TO eyc_app;


--
-- Name: TABLE ways_of_working_termstemplate; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.ways_of_working_termstemplate TO eyc_app;


--
-- Name: TABLE ways_of_working_termstemplate_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.ways_of_working_termstemplate_history TO eyc_app;


--
-- Name: SEQUENCE ways_of_working_termstemplate_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.ways_of_working_termstemplate_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE ways_of_working_termstemplate_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.ways_of_working_termstemplate_id_seq TO eyc_app;


--
-- Name: TABLE ways_of_working_waysofworking; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.ways_of_working_waysofworking TO eyc_app;


--
-- Name: TABLE ways_of_working_waysofworking_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.ways_of_working_waysofworking_history TO eyc_app;


--
-- Name: SEQUENCE ways_of_working_waysofworking_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.ways_of_working_waysofworking_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE ways_of_working_waysofworking_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.ways_of_working_waysofworking_id_seq TO eyc_app;


--
-- PostgreSQL database dump complete
--


