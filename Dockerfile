# One image for web, worker, beat and the migrations. Built by `docker compose build`.
FROM python:3.11.14-slim-bookworm@sha256:65a93d69fa75478d554f4ad27c85c1e69fa184956261b4301ebaf6dbb0a3543d

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PATH=/venv/bin:$PATH

# Pango draws the PDFs; the fonts are what it draws with.
RUN apt-get update \
    && apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core \
    && rm -rf /var/lib/apt/lists/*

# Volumes take the owner of the folder they are first mounted on.
RUN useradd --uid 10001 --no-create-home eyc && install -d -o eyc -g eyc /files /beat

WORKDIR /app
COPY requirements/base.txt requirements/s3.txt requirements/
RUN python -m venv /venv \
    && pip install --no-cache-dir --require-hashes --no-deps --only-binary :all: -r requirements/base.txt
# EXTRA=s3 where files lie in an S3-compatible store (FILES_STORAGE).
ARG EXTRA=""
RUN test -z "$EXTRA" || pip install --no-cache-dir --require-hashes --no-deps --only-binary :all: -r "requirements/$EXTRA.txt"
COPY . .
# The account below may not write here: without this every process compiles the code again.
RUN python -m compileall -q .

# Static files are part of the image. The values stand for nothing: collecting opens no connection.
RUN SECRET_KEY=not-used SECOND_FACTOR_KEYS=not-used LINK_KEYS=not-used NEEDS_KEYS=not-used DATABASE_URL=postgresql://nobody@localhost/none REDIS_URL=redis://localhost/0 \
    STATIC_ROOT=/static python manage.py collectstatic --no-input --verbosity=0
ENV STATIC_ROOT=/static

USER eyc
CMD ["gunicorn", "config.wsgi:application", "--config", "config/gunicorn.py"]
