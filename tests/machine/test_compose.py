"""docker-compose.yml: complete, healthy, pinned, and without a secret."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docker-compose.yml").read_text()
COMPOSE: dict[str, Any] = yaml.safe_load(TEXT)
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
EXAMPLE = set(re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))
VARIABLE = re.compile(r"(?<!\$)\$\{([A-Z_]+)(:[?-])?[^}]*\}")


def test_services() -> None:
    assert set(SERVICES) == {"postgres", "redis", "migrate", "web", "worker", "beat", "backup", "proxy"}


ONCE = {"migrate", "backup"}


@pytest.mark.parametrize("name", sorted(set(SERVICES) - ONCE))
def test_every_lasting_service_has_a_health_check(name: str) -> None:
    assert SERVICES[name]["healthcheck"]["test"]
    assert SERVICES[name]["restart"] == "unless-stopped"


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_images_are_pinned_by_digest(name: str) -> None:
    """F16. The application's own image is built here, on a base that is pinned."""
    image = SERVICES[name]["image"]
    assert "build" in SERVICES[name] or re.fullmatch(
        r"[a-z]+:\d+\.\d+(\.\d+)?-[a-z]+@sha256:[0-9a-f]{64}", image
    )


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_every_service_runs_with_the_least_it_needs(name: str) -> None:
    service = SERVICES[name]
    assert service["cap_drop"] == ["ALL"]
    assert service["read_only"] is True
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service.get("cap_add", []) == (["NET_BIND_SERVICE"] if name == "proxy" else [])
    assert not service.get("privileged")
    # The image of the application names its account itself; the proxy opens ports below 1024.
    assert service.get("user", "root") != "root" or "build" in service or name == "proxy"


def test_the_proxy_reaches_the_web_and_nothing_else() -> None:
    outside = {name for name, service in SERVICES.items() if "outside" in service["networks"]}
    assert outside == {"proxy", "web"}
    assert SERVICES["proxy"]["networks"] == ["outside"]
    assert set(COMPOSE["networks"]) == {"inside", "outside"}


@pytest.mark.parametrize("name", ["web", "worker", "beat", "migrate"])
def test_transport_can_be_encrypted_by_setting(name: str) -> None:
    environment = SERVICES[name]["environment"]
    assert "${DATABASE_OPTIONS:-sslmode=prefer}" in environment["DATABASE_URL"]
    assert environment["REDIS_URL"].startswith("${REDIS_SCHEME:-redis}://")


def test_base_image_is_pinned() -> None:
    assert re.search(
        r"^FROM python:\d+\.\d+\.\d+-slim-bookworm@sha256:[0-9a-f]{64}$",
        (ROOT / "Dockerfile").read_text(),
        re.MULTILINE,
    )


def test_every_secret_comes_from_outside() -> None:
    for name, service in SERVICES.items():
        for variable, value in service.get("environment", {}).items():
            if re.search(r"PASSWORD|SECRET|_KEY|_URL$|AUTH$", variable):
                assert VARIABLE.search(str(value)), f"{name}: {variable} stands in the file"


def test_every_variable_is_in_the_example() -> None:
    used = {found[0] for found in VARIABLE.findall(TEXT)}
    assert used == EXAMPLE


def test_what_must_be_given_stops_the_start_when_it_is_missing() -> None:
    secrets = {
        name
        for name in EXAMPLE
        if re.search(
            r"_DATABASE_PASSWORD$|^POSTGRES_PASSWORD$|^REDIS_PASSWORD$|^SECRET_KEY$|^[A-Z_]+_KEYS$", name
        )
    }
    assert len(secrets) == 9
    for name, how in VARIABLE.findall(TEXT):
        if name in secrets:
            assert how == ":?", name


def test_no_host_but_the_site_is_answered() -> None:
    """Links in emails and redirects never lead to a host that the site does not have."""
    for name in ("web", "worker", "beat", "migrate"):
        assert SERVICES[name]["environment"]["ALLOWED_HOSTS"] == "${SITE_ADDRESS:?set it in .env}"
    assert "'Host'" in SERVICES["web"]["healthcheck"]["test"][-1], "the health check asks by the site's name"


def test_only_the_migrations_are_told_the_owner() -> None:
    for name, service in SERVICES.items():
        told = "OWNER_DATABASE_PASSWORD" in str(service)
        assert told == (name in {"postgres", "migrate", "backup"}), name


def test_no_process_is_told_a_role_that_passes_row_level_security() -> None:
    """F10: only the database's own first script knows the platform's password and the superuser's."""
    for name, service in SERVICES.items():
        for secret in ("PLATFORM_DATABASE_PASSWORD", "POSTGRES_PASSWORD", "eyc_platform"):
            assert secret not in str(service) or name == "postgres", (name, secret)


def test_nobody_starts_before_the_migrations() -> None:
    for name in ("web", "worker", "beat"):
        assert SERVICES[name]["depends_on"]["migrate"] == {"condition": "service_completed_successfully"}


def test_only_the_proxy_is_open_to_the_outside() -> None:
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["proxy"]


def test_mounted_files_exist() -> None:
    mounts = [mount.split(":")[0] for service in SERVICES.values() for mount in service.get("volumes", [])]
    for mount in mounts:
        if mount.startswith("./"):
            assert (ROOT / mount).exists(), mount
        else:
            assert mount in COMPOSE["volumes"] or mount.startswith("${"), mount


def test_a_backup_holds_every_key_that_the_web_is_given() -> None:
    """A key that is missing from it cannot be restored."""
    key = re.compile(r"_(KEY|KEYS|KEY_FALLBACKS)$")
    given, kept = (
        {name for name in SERVICES[service]["environment"] if key.search(name)}
        for service in ("web", "backup")
    )
    assert given == kept
