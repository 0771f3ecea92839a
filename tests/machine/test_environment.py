"""The strict readers: what they accept, and that an error names the variable but never its value."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from config import environment
from config.environment import WrongEnvironment

NAME = "EYC_TEST_VARIABLE"


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    return lambda value: monkeypatch.setenv(NAME, value)


@pytest.mark.parametrize(
    "reader",
    [environment.text, environment.flag, environment.number, environment.list_of, environment.address],
)
class TestEveryReader:
    @pytest.mark.parametrize("value", [None, "", "   "])
    def test_missing_or_empty_names_the_variable(self, reader, value, monkeypatch) -> None:
        if value is None:
            monkeypatch.delenv(NAME, raising=False)
        else:
            monkeypatch.setenv(NAME, value)
        with pytest.raises(WrongEnvironment, match=f"{NAME} must be set"):
            reader(NAME)

    @pytest.mark.parametrize("default", [None, "", 0, False])
    def test_default_may_be_anything(self, reader, default, given) -> None:
        given("")
        assert reader(NAME, default=default) is default


@pytest.mark.parametrize(
    ("value", "expected"),
    [("1", True), ("Yes", True), ("on", True), ("0", False), ("FALSE", False), ("off", False)],
)
def test_flag(value: str, expected: bool, given) -> None:
    given(value)
    assert environment.flag(NAME) is expected


@pytest.mark.parametrize("value", ["2", "maybe", "truetrue"])
def test_flag_refuses_what_is_neither(value: str, given) -> None:
    given(value)
    with pytest.raises(WrongEnvironment, match=NAME) as refusal:
        environment.flag(NAME, default=True)
    assert value not in str(refusal.value).removeprefix(f"The environment variable {NAME}").split()


@pytest.mark.parametrize("value", ["-1", "1.5", "ten", "٣"])
def test_number_refuses_what_is_not_whole(value: str, given) -> None:
    given(value)
    with pytest.raises(WrongEnvironment, match=f"{NAME} must be a whole number"):
        environment.number(NAME)


def test_number_and_list(given) -> None:
    given(" 042 ")
    assert environment.number(NAME) == 42
    given("one.example, two.example,,")
    assert environment.list_of(NAME) == ["one.example", "two.example"]


class TestAddress:
    @pytest.mark.parametrize(
        "value", ["redis://:secret@localhost:6379/0", "postgresql://eyc_app@/eyc?host=/run/x&port=5432"]
    )
    def test_accepts(self, value: str, given) -> None:
        given(value)
        assert environment.address(NAME) == value

    @pytest.mark.parametrize("value", ["localhost", "s3cret", "redis://localhost:port/", "https//half"])
    def test_refuses_without_repeating_the_value(self, value: str, given) -> None:
        given(value)
        with pytest.raises(WrongEnvironment, match=NAME) as refusal:
            environment.address(NAME)
        assert value not in str(refusal.value)

    def test_scheme_may_be_prescribed(self, given) -> None:
        given("https://localhost")
        with pytest.raises(WrongEnvironment, match=f"{NAME} must begin with redis or rediss"):
            environment.address(NAME, schemes=frozenset({"redis", "rediss"}))


class TestDatabase:
    def test_host_port_and_quoted_password(self) -> None:
        found = environment.database("postgresql://eyc_app:p%40ss%2Fword@db.example:5433/eyc?sslmode=require")
        assert found == {
            "ENGINE": "core.postgres",
            "NAME": "eyc",
            "USER": "eyc_app",
            "PASSWORD": "p@ss/word",
            "HOST": "db.example",
            "PORT": "5433",
            "OPTIONS": {"sslmode": "require"},
        }

    def test_socket_folder_in_the_query(self) -> None:
        found = environment.database("postgres://eyc_app@/eyc?host=%2Fa%20folder%2Fpostgres&port=5432")
        assert (found["HOST"], found["PORT"], found["OPTIONS"]) == ("/a folder/postgres", "5432", {})

    @pytest.mark.parametrize(
        "value",
        [
            "mysql://a@b/c",
            "postgresql://a@b",
            "postgresql://a@b:port/c",
            "postgresql://a:secret@b/c?novalue",
            "sqlite:///file",
        ],
    )
    def test_refuses_and_names_the_variable(self, value: str) -> None:
        with pytest.raises(WrongEnvironment, match="DATABASE_OWNER_URL must") as refusal:
            environment.database(value, name="DATABASE_OWNER_URL")
        assert "secret" not in str(refusal.value)


def test_files_lie_in_the_folder_unless_a_storage_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("FILES_STORAGE", "FILES_STORAGE_OPTIONS"):
        monkeypatch.delenv(name, raising=False)
    assert environment.files_storage(tmp_path)["OPTIONS"] == {"location": tmp_path, "base_url": None}
    monkeypatch.setenv("FILES_STORAGE", "storages.backends.s3.S3Storage")
    assert environment.files_storage(tmp_path) == {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": {}}
    monkeypatch.setenv("FILES_STORAGE_OPTIONS", '{"bucket_name": "papers", "querystring_auth": true}')
    assert environment.files_storage(tmp_path)["OPTIONS"] == {
        "bucket_name": "papers",
        "querystring_auth": True,
    }


@pytest.mark.parametrize(
    ("storage", "options", "named"),
    [("s3", "", "FILES_STORAGE"), ("a.B", "{x}", "OPTIONS"), ("a.B", "[1]", "OPTIONS")],
)
def test_a_storage_that_cannot_be_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, storage, options, named
) -> None:
    monkeypatch.setenv("FILES_STORAGE", storage)
    monkeypatch.setenv("FILES_STORAGE_OPTIONS", options)
    with pytest.raises(WrongEnvironment, match=named):
        environment.files_storage(tmp_path)


@pytest.mark.parametrize(("demonstration", "refused"), [("0", True), ("1", False)])
def test_debug_is_for_the_demonstration_alone(demonstration: str, refused: bool) -> None:
    given = {
        "SECRET_KEY": "k",
        "DATABASE_URL": "postgresql://a@db.example/b",
        "REDIS_URL": "redis://redis.example/0",
        "DEBUG": "1",
    }
    done = subprocess.run(
        [sys.executable, "-c", "import config.settings"],
        cwd=Path(environment.__file__).parents[1],
        env={**given, "PATH": os.environ["PATH"], "DEMONSTRATION": demonstration},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ("DEBUG must be off where DEMONSTRATION is" in done.stderr) is refused
    assert bool(done.returncode) is refused
