#!/bin/sh
# Runs once, when PostgreSQL's folder is made: the roles of deploy/roles.sql, and their passwords from the environment.
set -eu
folder=${DEPLOY_FOLDER:-/deploy}

psql -X -v ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres --quiet --file "$folder/roles.sql"
psql -X -v ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres --quiet <<'SQL'
\getenv owner_password OWNER_DATABASE_PASSWORD
\getenv app_password APP_DATABASE_PASSWORD
\getenv platform_password PLATFORM_DATABASE_PASSWORD
ALTER ROLE eyc_owner PASSWORD :'owner_password';
ALTER ROLE eyc_app PASSWORD :'app_password';
ALTER ROLE eyc_platform PASSWORD :'platform_password';
SQL
