"""The desk's file: an append-only log that shows every tampering, accounts, sessions and keys that end when they should."""

import sqlite3
import stat
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from marsad.base.errors import RecordError, StoreError, UsageError
from marsad.store.desk import FILE, Desk, read_ledger, verified
from marsad.store.desk_accounts import PER_ADDRESS, PER_NAME, Accounts
from marsad.store.desk_runs import BusyError, Runs

PASSWORD = "three quiet rivers"
EVENT = "event:" + "a" * 20


class Hands:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 5, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def on(self, **much: float) -> None:
        self.moment += timedelta(**much)


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def desk(tmp_path: Path, clock: Hands) -> Desk:
    return Desk(tmp_path / "archive", clock)


def test_the_file_is_for_its_owner_alone_and_in_wal_mode(desk: Desk) -> None:
    assert stat.S_IMODE(desk.path.stat().st_mode) == 0o600
    assert desk.rows("PRAGMA journal_mode") == [{"journal_mode": "wal"}]


def test_entries_stand_in_the_order_they_came_and_are_read_back_by_another_process(desk: Desk) -> None:
    for number in range(3):
        desk.add("amina", "note", "country:MLI", {"text": f"note {number}", "via": "page"})
    assert [entry.number for entry in desk.entries()] == [1, 2, 3]
    ledger = read_ledger(desk.folder)
    assert [entry.reason for entry in ledger.notes("country:MLI")] == ["note 0", "note 1", "note 2"]
    assert (ledger.head, ledger.hash) == desk.head() == verified(desk)
    # the sample's archive lies inside, and shares the desk
    assert read_ledger(desk.folder / "sample").head == 3


def test_an_entry_that_is_refused_leaves_no_change(desk: Desk) -> None:
    desk.add("amina", "note", "country:MLI", {"text": "one"})
    before = desk.head()
    for action, subject, body in (("note", "country:MLI", {"text": "a\u202eb"}), ("undo", "9", {"reason": "r"}), ("login", "x", {})):
        with pytest.raises(RecordError):
            desk.add("amina", action, subject, body)
    assert desk.head() == before


def test_the_log_can_neither_be_changed_nor_shortened_through_the_database(desk: Desk) -> None:
    desk.add("amina", "note", "country:MLI", {"text": "one"})
    con = sqlite3.connect(desk.path)
    for sql in ("UPDATE log SET author = 'x'", "DELETE FROM log"):
        with pytest.raises(sqlite3.DatabaseError, match="append-only"):
            con.execute(sql)


def test_tampering_behind_the_back_of_the_database_is_found(desk: Desk) -> None:
    for number in range(3):
        desk.add("amina", "note", "country:MLI", {"text": f"note {number}"})
    con = sqlite3.connect(desk.path, isolation_level=None)
    con.execute("DROP TRIGGER log_stays")
    con.execute("UPDATE log SET body = replace(body, 'note 1', 'another') WHERE number = 2")
    with pytest.raises(StoreError, match="entry 2 was changed"):
        verified(desk)


def test_a_log_cut_short_is_found_where_a_snapshot_saw_more_of_it(desk: Desk) -> None:
    for number in range(3):
        desk.add("amina", "note", "country:MLI", {"text": f"note {number}"})
    head = desk.head()
    about = desk.folder / "published" / "2026-05-sahel-x" / "about.json"
    about.parent.mkdir(parents=True)
    about.write_text(f'{{"log": {{"number": {head[0]}, "hash": "{head[1]}"}}}}', encoding="utf-8")
    assert verified(desk) == head
    con = sqlite3.connect(desk.path, isolation_level=None)
    con.execute("DROP TRIGGER log_is_kept")
    con.execute("DELETE FROM log WHERE number = 3")
    with pytest.raises(StoreError, match="entry 3 that is gone"):
        verified(desk)


def test_many_writers_at_once_make_one_whole_chain(desk: Desk) -> None:
    def work(name: str) -> None:
        for number in range(10):
            desk.add(name, "note", "country:MLI", {"text": f"{name} {number}"})

    threads = [threading.Thread(target=work, args=(name,)) for name in ("amina", "bakary", "chloe")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert verified(desk)[0] == 30


def test_revision_moves_with_changes_to_records_and_not_with_logins(desk: Desk) -> None:
    accounts = Accounts(desk)
    accounts.add("amina", PASSWORD, ["correct"], by="test")
    assert desk.revision() == 0
    desk.add("amina", "retract", EVENT, {"reason": "r"})
    held = desk.revision()
    assert accounts.login("amina", PASSWORD, "127.0.0.1").secret
    assert desk.revision() == held == 2


def test_a_password_opens_a_session_that_ends_when_it_should(desk: Desk, clock: Hands) -> None:
    accounts = Accounts(desk)
    accounts.add("amina", PASSWORD, ["correct"], by="test")
    assert PASSWORD.encode() not in desk.path.read_bytes()
    secret = accounts.login("amina", PASSWORD, "127.0.0.1").secret
    assert secret
    assert secret.encode() not in desk.path.read_bytes()
    who = accounts.of_session(secret)
    assert who is not None
    assert (who.account, who.rights) == ("amina", ("read", "correct"))
    assert accounts.of_session(secret[:-1] + ("A" if secret[-1] != "A" else "B")) is None
    clock.on(hours=1, minutes=59)
    assert accounts.of_session(secret)
    clock.on(hours=2, seconds=1)
    assert accounts.of_session(secret) is None  # nobody asked for two hours
    again = accounts.login("amina", PASSWORD, "127.0.0.1").secret
    for _ in range(12):
        assert accounts.of_session(again)
        clock.on(minutes=61)
    assert accounts.of_session(again) is None  # twelve hours, however busy


@pytest.mark.parametrize("end", ["logout", "disable", "password"])
def test_a_session_dies_at_once(desk: Desk, end: str) -> None:
    accounts = Accounts(desk)
    accounts.add("amina", PASSWORD, ["correct"], by="test")
    secret = accounts.login("amina", PASSWORD, "127.0.0.1").secret
    assert secret
    assert accounts.of_session(secret)
    if end == "logout":
        accounts.logout(secret)
    elif end == "disable":
        accounts.set_disabled("amina", "disabled", by="test")
        assert accounts.login("amina", PASSWORD, "127.0.0.1").secret is None
    else:
        accounts.set_password("amina", "another long password", by="test")
    assert accounts.of_session(secret) is None


def test_guessing_is_stopped_for_a_name_and_for_an_address_and_the_right_password_too(desk: Desk, clock: Hands) -> None:
    accounts = Accounts(desk)
    accounts.add("amina", PASSWORD, ["correct"], by="test")
    for _ in range(PER_NAME):
        assert accounts.login("amina", "wrong password", "10.0.0.1").wait == 0
    refused = accounts.login("amina", PASSWORD, "10.0.0.2")
    assert refused.secret is None
    assert 0 < refused.wait <= 900
    clock.on(minutes=15, seconds=1)
    assert accounts.login("amina", PASSWORD, "10.0.0.2").secret
    con = sqlite3.connect(desk.path, isolation_level=None)
    moment = clock().isoformat(timespec="seconds")
    con.executemany("INSERT INTO attempts VALUES (?, ?)", [("address:10.0.0.9", moment)] * PER_ADDRESS)
    assert accounts.login("amina", PASSWORD, "10.0.0.9").wait > 0
    assert accounts.login("amina", PASSWORD, "10.0.0.8").secret


def test_a_name_that_nobody_has_is_not_written_into_the_log(desk: Desk) -> None:
    assert Accounts(desk).login("my secret password", "x", "10.0.0.1").secret is None
    assert [(entry.action, entry.author, entry.subject) for entry in desk.entries()] == [("login-failed", "unknown", "unknown")]


def test_a_key_may_no_more_than_its_account_and_ends_at_once(desk: Desk, clock: Hands) -> None:
    accounts = Accounts(desk)
    accounts.add("amina", PASSWORD, ["correct"], by="test")
    with pytest.raises(UsageError, match="no more than its account"):
        accounts.make_token("amina", ["run"], 30, by="test")
    key, token = accounts.make_token("amina", ["correct"], 30, by="test")
    assert token.rpartition("_")[2].encode() not in desk.path.read_bytes()
    assert all(token.rpartition("_")[2] not in str(entry.as_json()) for entry in desk.entries())
    who = accounts.of_token(token)
    assert who is not None
    assert who.may("correct")
    assert not who.may("run")
    assert accounts.of_token(token[:-1] + ("A" if token[-1] != "A" else "B")) is None
    accounts.set_rights("amina", ["read"], by="test")
    assert not accounts.of_token(token).may("correct")  # type: ignore[union-attr]
    accounts.set_disabled("amina", "disabled", by="test")
    assert accounts.of_token(token) is None
    accounts.set_disabled("amina", "enabled", by="test")
    assert accounts.of_token(token)
    accounts.revoke(key, by="test")
    assert accounts.of_token(token) is None
    _, second = accounts.make_token("amina", ["read"], 1, by="test")
    clock.on(days=1)
    assert accounts.of_token(second) is None


@pytest.mark.parametrize("name", ["A", "x", "../x", "a b", "é" * 5, "a" * 33])
def test_a_name_that_is_none_is_refused(desk: Desk, name: str) -> None:
    with pytest.raises(UsageError):
        Accounts(desk).add(name, PASSWORD, ["read"], by="test")


@pytest.mark.parametrize("password", ["short", "amina amina amina", "x" * 300])
def test_a_weak_password_is_refused(desk: Desk, password: str) -> None:
    with pytest.raises(UsageError):
        Accounts(desk).add("amina", password, ["read"], by="test")
    assert not Accounts(desk).any()


COMMAND = ("python3", "-c", "import sys, time; print('marsad: one', file=sys.stderr, flush=True); time.sleep(SECONDS); EXTRA")


def command(seconds: float, extra: str = 'print(\'{"run": "run:1"}\')') -> tuple[str, ...]:
    """A process that says one line, waits, and reports."""
    return (*COMMAND[:2], COMMAND[2].replace("SECONDS", str(seconds)).replace("EXTRA", extra))


def ended(runs: Runs, number: int, clock: Hands) -> str:
    """Its state once it has one, looked at for ten seconds at most."""
    wait = threading.Event()
    for _ in range(200):
        found = runs.one(number).status
        if found != "running":
            return found
        clock.on(seconds=0.05)
        wait.wait(0.05)
    return "running"


def test_one_run_at_a_time_and_its_end_is_noted(desk: Desk, clock: Hands) -> None:
    runs = Runs(desk)
    first = runs.start("amina", {"region": "sahel"}, command(0.5), {"PATH": "/usr/bin:/bin"})
    with pytest.raises(BusyError):
        runs.start("amina", {}, command(0), {"PATH": "/usr/bin:/bin"})
    assert ended(runs, first.id, clock) == "done"
    assert runs.lines(first.id) == ["one"]
    second = runs.start("amina", {}, command(0, "sys.exit('marsad: no country is observed')"), {"PATH": "/usr/bin:/bin"})
    assert ended(runs, second.id, clock) == "failed"
    assert runs.one(second.id).message == "no country is observed"
    assert [entry.action for entry in desk.entries()] == ["run-started", "run-ended"] * 2


def test_a_run_outlives_its_desk_and_another_desk_finds_and_cancels_it(desk: Desk, clock: Hands) -> None:
    import marsad.store.desk_runs as module

    number = Runs(desk).start("amina", {}, command(60), {"PATH": "/usr/bin:/bin"}).id
    process = dict(module._started)
    module._started.clear()  # as a server that starts anew: it is nobody's parent
    other = Runs(Desk(desk.folder, clock))
    assert other.one(number).status == "running"
    assert other.cancel(number, "bakary").stopping
    for one in process.values():
        one.wait(10)
    assert ended(other, number, clock) == "cancelled"
    assert [(entry.author, entry.action) for entry in desk.entries()][1] == ("bakary", "run-cancelled")


def test_a_number_that_another_process_has_now_is_not_taken_for_the_run(desk: Desk) -> None:
    number = Runs(desk).start("amina", {}, command(30), {"PATH": "/usr/bin:/bin"}).id
    import marsad.store.desk_runs as module

    process = next(iter(module._started.values()))
    process.kill()
    process.wait()
    module._started.clear()
    con = sqlite3.connect(desk.path, isolation_level=None)
    con.execute("UPDATE runs SET process = ? WHERE id = ?", (__import__("os").getpid(), number))
    assert Runs(desk).one(number).status == "failed"


def test_a_desk_of_a_newer_marsad_is_refused(desk: Desk, clock: Hands) -> None:
    con = sqlite3.connect(desk.path, isolation_level=None)
    con.execute("PRAGMA user_version = 99")
    con.close()
    with pytest.raises(StoreError, match="newer"):
        Desk(desk.folder, clock)
    assert desk.path.name == FILE
