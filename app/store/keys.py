"""The library's key: random, wrapped by a passphrase or kept by the operating system's keyring.

The database is encrypted with a random 256-bit data key. `library.json` beside it says how that key is
kept: wrapped with AES-256-GCM under a key derived from a passphrase (Argon2id), in the keyring, or, where
there is neither keyring nor anybody to ask, in a file that only the user can read. Changing the passphrase
wraps the same data key anew; nothing is re-encrypted.

Argon2id: 64 MiB, 3 passes, 4 lanes (RFC 9106, section 4, second recommended option).
"""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.documents.errors import StoreError, WrongPassphrase
from app.formats import write_atomically

_SERVICE = "cloister"
_DESCRIPTION = "library.json"
_KEY_FILE = "library.key"
_CONTEXT = b"cloister library key 1"


@dataclass(frozen=True, slots=True)
class Argon2Parameters:
    """Cost of deriving a key from a passphrase; memory in KiB."""

    time_cost: int = 3
    memory_cost: int = 65536
    parallelism: int = 4


@dataclass(frozen=True, slots=True)
class LibraryKey:
    """The data key and where it is kept: "passphrase", "keyring" or "file"."""

    data: bytes
    kept_in: str


def exists(folder: Path) -> bool:
    """True when `folder` holds a library."""
    return (folder / _DESCRIPTION).exists()


def kept_in(folder: Path) -> str:
    """How the key of an existing library is kept; "" when there is no library."""
    return str(_description(folder)["kept_in"]) if exists(folder) else ""


def create(folder: Path, passphrase: str | None, *, keyring: bool = True) -> LibraryKey:
    """Make a key for a new library and remember it. Raises StoreError where there is one already."""
    if exists(folder):
        raise StoreError("There is a library in this folder already. Open it, or choose another folder.")
    key = secrets.token_bytes(32)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if passphrase is not None:
        _describe(folder, {"kept_in": "passphrase", "wrapped": _wrap(key, passphrase)})
        return LibraryKey(key, "passphrase")
    identifier = secrets.token_hex(8)
    if keyring and _keyring_set(identifier, key):
        _describe(folder, {"kept_in": "keyring", "identifier": identifier})
        return LibraryKey(key, "keyring")
    write_atomically(folder / _KEY_FILE, key.hex().encode("ascii"))
    _describe(folder, {"kept_in": "file"})
    return LibraryKey(key, "file")


def unlock(folder: Path, passphrase: str | None) -> LibraryKey:
    """The key of an existing library. Raises StoreError (passphrase missing) or WrongPassphrase."""
    description = _description(folder)
    where = description["kept_in"]
    if where == "passphrase":
        if passphrase is None:
            raise StoreError("The library is locked. Give its passphrase to open it.")
        return LibraryKey(_unwrap(description["wrapped"], passphrase), where)
    if where == "keyring":
        key = _keyring_get(description["identifier"])
        if key is None:
            raise StoreError(
                "The system's keyring does not give out the library's key. Unlock it, then try again."
            )
        return LibraryKey(key, where)
    try:
        return LibraryKey(bytes.fromhex((folder / _KEY_FILE).read_text("ascii")), where)
    except (OSError, ValueError) as error:
        raise StoreError(
            "The library's key file is missing or damaged. Put it back from a backup to open the library."
        ) from error


def change_passphrase(folder: Path, key: LibraryKey, passphrase: str) -> LibraryKey:
    """Keep the same data key under a new passphrase from now on."""
    old = _description(folder)
    _describe(folder, {"kept_in": "passphrase", "wrapped": _wrap(key.data, passphrase)})
    (folder / _KEY_FILE).unlink(missing_ok=True)
    if old["kept_in"] == "keyring":
        _keyring_delete(old["identifier"])
    return LibraryKey(key.data, "passphrase")


def portable_description(folder: Path, key: LibraryKey, passphrase: str | None) -> bytes:
    """The description of a copy that opens under `passphrase`, or under the library's own where it is None.

    Raises StoreError where the library has none: its key does not leave this machine.
    """
    if passphrase is not None:
        return _described({"kept_in": "passphrase", "wrapped": _wrap(key.data, passphrase)})
    if key.kept_in != "passphrase":
        raise StoreError("This library has no passphrase. Give one that will open the backup.")
    return _described(_description(folder))


def _described(facts: dict[str, Any]) -> bytes:
    return json.dumps({"version": 1, **facts}, indent=2).encode("utf-8")


def _describe(folder: Path, facts: dict[str, Any]) -> None:
    write_atomically(folder / _DESCRIPTION, _described(facts))


def _description(folder: Path) -> dict[str, Any]:
    try:
        facts = json.loads((folder / _DESCRIPTION).read_text("utf-8"))
        if facts["kept_in"] not in ("passphrase", "keyring", "file"):
            raise ValueError(facts["kept_in"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(
            "The description of the library is missing or damaged. Put library.json back from a backup."
        ) from error
    return dict(facts)


def _derive(passphrase: str, salt: bytes, cost: Argon2Parameters) -> bytes:
    return hash_secret_raw(
        passphrase.encode("utf-8"),
        salt,
        time_cost=cost.time_cost,
        memory_cost=cost.memory_cost,
        parallelism=cost.parallelism,
        hash_len=32,
        type=Type.ID,
    )


def _wrap(key: bytes, passphrase: str) -> dict[str, Any]:
    if not passphrase:
        raise StoreError("An empty passphrase protects nothing. Choose one of several words.")
    cost = Argon2Parameters()
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    wrapped = AESGCM(_derive(passphrase, salt, cost)).encrypt(nonce, key, _CONTEXT)
    return {"argon2id": asdict(cost), "salt": salt.hex(), "nonce": nonce.hex(), "key": wrapped.hex()}


def _unwrap(wrapped: dict[str, Any], passphrase: str) -> bytes:
    cost = Argon2Parameters(**wrapped["argon2id"])
    derived = _derive(passphrase, bytes.fromhex(wrapped["salt"]), cost)
    try:
        return AESGCM(derived).decrypt(
            bytes.fromhex(wrapped["nonce"]), bytes.fromhex(wrapped["key"]), _CONTEXT
        )
    except InvalidTag as error:
        raise WrongPassphrase from error


def _keyring_set(identifier: str, key: bytes) -> bool:
    """Store the key in the system's keyring; False where there is none that gives it back."""
    if os.environ.get("CLOISTER_NO_KEYRING"):
        return False
    import keyring  # slow to import, and only a new library needs it
    import keyring.errors

    try:
        if keyring.get_keyring().priority <= 0:
            return False
        keyring.set_password(_SERVICE, identifier, key.hex())
        return keyring.get_password(_SERVICE, identifier) == key.hex()
    except (keyring.errors.KeyringError, RuntimeError, OSError):
        return False


def _keyring_get(identifier: str) -> bytes | None:
    import keyring
    import keyring.errors

    try:
        stored = keyring.get_password(_SERVICE, identifier)
    except (keyring.errors.KeyringError, RuntimeError, OSError):
        return None
    return bytes.fromhex(stored) if stored else None


def _keyring_delete(identifier: str) -> None:
    import contextlib

    import keyring
    import keyring.errors

    with contextlib.suppress(keyring.errors.KeyringError, RuntimeError, OSError):
        keyring.delete_password(_SERVICE, identifier)
