"""Accounts, sessions and keys of the desk: passwords by Argon2id, random secrets stored as hashes, failures counted.

Everything is looked up anew at each request, so that what was disabled, revoked or has expired ends at once.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from marsad.base.errors import UsageError
from marsad.store.desk import Desk, append, stamp

RIGHTS = ("read", "correct", "run")
"""read: the log and the runs; correct: entries on records and places; run: start and cancel runs."""

NAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,31}")
PASSWORD_LEAST, PASSWORD_MOST = 12, 256
SESSION, IDLE = timedelta(hours=12), timedelta(hours=2)
"""How long a session lasts, and how long without a request."""

WINDOW, PER_NAME, PER_ADDRESS = timedelta(minutes=15), 5, 30
"""Failed logins in a quarter of an hour, of one account and from one address, after which further ones are refused unread."""

TOKEN_DAYS_MOST = 366
_TOKEN = re.compile(r"marsad_([0-9a-f]{12})_([A-Za-z0-9_-]{43})")
# one at a time: each takes 32 MB, and a crowd of logins must not take the machine's memory
_ONE_HASH = threading.Lock()


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody known: account, rights in force, and how they came (session or key)."""

    account: str
    rights: tuple[str, ...]
    via: str
    csrf: str = ""

    def may(self, right: str) -> bool:
        """Whether the right is among theirs."""
        return right in self.rights


@dataclass(frozen=True, slots=True)
class Login:
    """What became of a login: the session's secret, or seconds to wait, or neither where name and password do not agree."""

    secret: str | None = None
    wait: int = 0


@cache
def _hasher() -> Any:
    from argon2 import PasswordHasher

    # above the least that OWASP asks (19 MB, 2 rounds); small enough for one laptop
    return PasswordHasher(time_cost=3, memory_cost=32 * 1024, parallelism=1)


@cache
def _nobody() -> str:
    """A hash that no password fits, so that an unknown name takes as long as a known one."""
    return str(_hasher().hash(secrets.token_urlsafe(32)))


def _fits(hashed: str, password: str) -> bool:
    from argon2.exceptions import VerificationError

    with _ONE_HASH:
        try:
            return bool(_hasher().verify(hashed, password))
        except VerificationError:
            return False


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8")).hexdigest()


class Accounts:
    """The accounts of a desk. `by` names who does it, for the log."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add(self, name: str, password: str, rights: Iterable[str], *, by: str) -> None:
        """Make an account.

        Raises:
            UsageError: a name, password or right that is none, or a name that is taken.
        """
        chosen = _rights(rights)
        if not NAME.fullmatch(name):
            raise UsageError("a name has 2 to 32 small letters, digits, points and hyphens, and begins with a letter or digit")
        hashed = _hashed(name, password)
        with self._desk.write() as con:
            if con.execute("SELECT 1 FROM accounts WHERE name = ?", (name,)).fetchone():
                raise UsageError(f"there is an account {name} already: choose another name, or `marsad accounts password {name}`")
            now = self._desk.moment()
            con.execute("INSERT INTO accounts VALUES (?, ?, ?, 0, ?)", (name, hashed, ",".join(chosen), now))
            append(con, (now, by, "account-added", name), {"rights": list(chosen)})

    def set_password(self, name: str, password: str, *, by: str) -> None:
        """Give an account another password; its sessions end."""
        hashed = _hashed(name, password)
        with self._desk.write() as con:
            self._known(con, name)
            con.execute("UPDATE accounts SET hash = ? WHERE name = ?", (hashed, name))
            con.execute("DELETE FROM sessions WHERE account = ?", (name,))
            append(con, (self._desk.moment(), by, "password-changed", name), {})

    def set_disabled(self, name: str, state: str, *, by: str) -> None:
        """Disable or enable an account; disabling ends its sessions and stops its keys at once."""
        disabled = int(state == "disabled")
        with self._desk.write() as con:
            self._known(con, name)
            con.execute("UPDATE accounts SET disabled = ? WHERE name = ?", (disabled, name))
            if disabled:
                con.execute("DELETE FROM sessions WHERE account = ?", (name,))
            append(con, (self._desk.moment(), by, f"account-{state}", name), {})

    def set_rights(self, name: str, rights: Iterable[str], *, by: str) -> None:
        """Change what an account may do; its keys may no more than it."""
        chosen = _rights(rights)
        with self._desk.write() as con:
            self._known(con, name)
            con.execute("UPDATE accounts SET rights = ? WHERE name = ?", (",".join(chosen), name))
            append(con, (self._desk.moment(), by, "rights-changed", name), {"rights": list(chosen)})

    def listed(self) -> list[dict[str, Any]]:
        """Accounts without their hashes, each with its keys."""
        keys = self._desk.rows("SELECT id, account, rights, created, expires, revoked FROM tokens ORDER BY created, id")
        return [
            {
                "name": row["name"], "rights": row["rights"].split(","), "disabled": bool(row["disabled"]), "created": row["created"],
                "keys": [{k: v for k, v in key.items() if k != "account"} for key in keys if key["account"] == row["name"]],
            }
            for row in self._desk.rows("SELECT name, rights, disabled, created FROM accounts ORDER BY name")
        ]  # fmt: skip

    def any(self) -> bool:
        """Whether there is any account."""
        return bool(self._desk.rows("SELECT 1 AS one FROM accounts LIMIT 1"))

    def login(self, name: str, password: str, address: str) -> Login:
        """Open a session, or refuse; failures of the name and of the address are counted."""
        moment = self._desk.clock()
        since = stamp(moment - WINDOW)
        for key, most in ((f"name:{name[:64]}", PER_NAME), (f"address:{address}", PER_ADDRESS)):
            failed = self._desk.rows("SELECT time FROM attempts WHERE key = ? AND time > ? ORDER BY time", key, since)
            if len(failed) >= most:
                first = datetime.fromisoformat(failed[len(failed) - most]["time"])
                return Login(wait=max(1, int((first + WINDOW - moment).total_seconds())))
        found = self._desk.rows("SELECT hash, disabled FROM accounts WHERE name = ?", name)
        fits = len(password) <= PASSWORD_MOST and _fits(found[0]["hash"] if found else _nobody(), password)
        if not found or not fits or found[0]["disabled"]:
            with self._desk.write() as con:
                con.execute("DELETE FROM attempts WHERE time <= ?", (since,))
                now = stamp(moment)
                con.executemany("INSERT INTO attempts VALUES (?, ?)", [(f"name:{name[:64]}", now), (f"address:{address}", now)])
                # what was typed may be a password in the wrong field: only a known name is written down
                append(con, (now, name if found else "unknown", "login-failed", name if found else "unknown"), {})
            return Login()
        return self._opened(name, moment)

    def _opened(self, name: str, moment: datetime) -> Login:
        secret, now = secrets.token_urlsafe(32), stamp(moment)
        with self._desk.write() as con:
            con.execute("DELETE FROM sessions WHERE created <= ? OR seen <= ?", (stamp(moment - SESSION), stamp(moment - IDLE)))
            con.execute("DELETE FROM attempts WHERE key = ?", (f"name:{name}",))
            con.execute("INSERT INTO sessions VALUES (?, ?, ?, ?, ?)", (_digest(secret), name, secrets.token_urlsafe(32), now, now))
            append(con, (now, name, "login", name), {})
        return Login(secret)

    def of_session(self, secret: str | None) -> Who | None:
        """Who a session belongs to; None where there is none, or it has ended."""
        if not secret or len(secret) > 100:
            return None
        moment = self._desk.clock()
        found = self._desk.rows(
            "SELECT s.*, a.rights, a.disabled FROM sessions s JOIN accounts a ON a.name = s.account WHERE s.id = ?", _digest(secret)
        )
        if not found or found[0]["disabled"]:
            return None
        row = found[0]
        if row["created"] <= stamp(moment - SESSION) or row["seen"] <= stamp(moment - IDLE):
            return None
        if row["seen"] <= stamp(moment - timedelta(minutes=1)):
            with self._desk.write() as con:
                con.execute("UPDATE sessions SET seen = ? WHERE id = ?", (stamp(moment), row["id"]))
        return Who(row["account"], tuple(row["rights"].split(",")), "page", row["csrf"])

    def logout(self, secret: str) -> None:
        """End a session."""
        with self._desk.write() as con:
            found = con.execute("DELETE FROM sessions WHERE id = ? RETURNING account", (_digest(secret),)).fetchall()
            for (account,) in found:
                append(con, (self._desk.moment(), account, "logout", account), {})

    def make_token(self, name: str, rights: Iterable[str], days: int, *, by: str) -> tuple[str, str]:
        """A key for programs: its id and the key itself, which is told this once and kept as a hash.

        Raises:
            UsageError: no such account, a right that it has not, or a time that is none.
        """
        chosen = _rights(rights)
        if not 1 <= days <= TOKEN_DAYS_MOST:
            raise UsageError(f"a key lasts 1 to {TOKEN_DAYS_MOST} days")
        key, secret = secrets.token_hex(6), secrets.token_urlsafe(32)
        moment = self._desk.clock()
        expires = stamp(moment + timedelta(days=days))
        with self._desk.write() as con:
            held = self._known(con, name)
            if missing := [right for right in chosen if right not in held]:
                raise UsageError(f"the account {name} has not the right to {', '.join(missing)}: a key may no more than its account")
            row = (key, name, _digest(secret), ",".join(chosen), stamp(moment), expires)
            con.execute("INSERT INTO tokens VALUES (?, ?, ?, ?, ?, ?, NULL)", row)
            append(con, (stamp(moment), by, "key-made", name), {"key": key, "rights": list(chosen), "expires": expires})
        return key, f"marsad_{key}_{secret}"

    def revoke(self, key: str, *, by: str) -> None:
        """End a key at once.

        Raises:
            UsageError: there is no such key in force.
        """
        with self._desk.write() as con:
            now = self._desk.moment()
            found = con.execute("UPDATE tokens SET revoked = ? WHERE id = ? AND revoked IS NULL RETURNING account", (now, key)).fetchall()
            if not found:
                raise UsageError(f"there is no key {key} in force: `marsad accounts list` names them")
            append(con, (now, by, "key-revoked", found[0][0]), {"key": key})

    def of_token(self, token: str) -> Who | None:
        """Who a key belongs to; None where it is none, has expired or was revoked, or its account is disabled."""
        match = _TOKEN.fullmatch(token)
        if match is None:
            return None
        found = self._desk.rows(
            "SELECT t.*, a.rights AS held, a.disabled FROM tokens t JOIN accounts a ON a.name = t.account WHERE t.id = ?", match[1]
        )
        if not found or not hmac.compare_digest(found[0]["hash"], _digest(match[2])):
            return None
        row = found[0]
        if row["revoked"] or row["disabled"] or row["expires"] <= self._desk.moment():
            return None
        held = row["held"].split(",")
        return Who(row["account"], tuple(right for right in row["rights"].split(",") if right in held), "key")

    @staticmethod
    def _known(con: Any, name: str) -> list[str]:
        found = con.execute("SELECT rights FROM accounts WHERE name = ?", (name,)).fetchone()
        if found is None:
            raise UsageError(f"there is no account {name}: `marsad accounts list` names them")
        return str(found[0]).split(",")


def _rights(rights: Iterable[str]) -> tuple[str, ...]:
    given = set(rights)
    if unknown := given - set(RIGHTS):
        raise UsageError(f"there is no right {', '.join(sorted(unknown))}: choose among {', '.join(RIGHTS)}")
    # who may do may also see
    return tuple(right for right in RIGHTS if right in given or right == "read")


def _hashed(name: str, password: str) -> str:
    if not PASSWORD_LEAST <= len(password) <= PASSWORD_MOST:
        raise UsageError(f"a password has {PASSWORD_LEAST} to {PASSWORD_MOST} characters: a few words make a good one")
    if name in password.lower():
        raise UsageError("the password holds the account's name: choose another")
    with _ONE_HASH:
        return str(_hasher().hash(password))
