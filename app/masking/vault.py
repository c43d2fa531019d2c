"""Who is called what: labels and aliases, the same for the same person in every document.

`MemoryVault` turns into bytes that the store keeps encrypted; with it, aliases can be turned back.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from typing import Protocol

from app.documents import fold_term
from app.masking.pseudonyms import invent, looks_female

_HASH_LENGTH = 10


class Vault(Protocol):
    """What building a plan needs."""

    def alias(self, type_: str, value: str, language: str, context: str = "") -> str:
        """An invented value; always the same for the same value."""

    def digest(self, type_: str, value: str) -> str:
        """A keyed digest; always the same for the same value, meaningless without the key."""


class MemoryVault:
    """Aliases in memory, with the key they are drawn from."""

    def __init__(self, key: bytes | None = None, aliases: dict[str, dict[str, str]] | None = None) -> None:
        self._key = key or secrets.token_bytes(32)
        self._aliases = aliases or {}
        """type → folded value → alias"""
        self._originals: dict[str, dict[str, str]] = {}

    def alias(self, type_: str, value: str, language: str, context: str = "") -> str:
        known = self._aliases.setdefault(type_, {})
        folded = fold_term(value) or value
        if folded not in known:
            known[folded] = self._fresh(type_, value, language, context)
            self._originals.setdefault(type_, {})[known[folded]] = value
        return known[folded]

    def digest(self, type_: str, value: str) -> str:
        message = f"{type_}\0{fold_term(value) or value}".encode("utf-8", "surrogatepass")
        return hmac.new(self._key, message, hashlib.sha256).hexdigest()[:_HASH_LENGTH]

    def original(self, type_: str, alias: str) -> str | None:
        """The value that an alias stands for."""
        return self._originals.get(type_, {}).get(alias)

    def entries(self) -> list[tuple[str, str, str]]:
        """(type, original, alias) of all aliases, sorted."""
        return sorted(
            (type_, original, alias)
            for type_, pairs in self._originals.items()
            for alias, original in pairs.items()
        )

    def rename(self, type_: str, original: str, alias: str) -> None:
        """Give a value another alias, for instance that of another spelling of the same person."""
        self._aliases.setdefault(type_, {})[fold_term(original) or original] = alias
        self._originals.setdefault(type_, {}).setdefault(alias, original)

    def to_bytes(self) -> bytes:
        """Everything, key included: keep it encrypted."""
        facts = {"version": 1, "key": self._key.hex(), "aliases": self._aliases, "originals": self._originals}
        return json.dumps(facts, sort_keys=True).encode("utf-8")

    @classmethod
    def from_bytes(cls, data: bytes) -> MemoryVault:
        """Reverse of `to_bytes`. Raises ValueError on another form."""
        facts = json.loads(data)
        if facts.get("version") != 1:
            raise ValueError("unknown form of vault")
        vault = cls(bytes.fromhex(facts["key"]), facts["aliases"])
        vault._originals = facts["originals"]
        return vault

    def _part_of_known_person(self, value: str) -> str | None:
        """A surname or given name alone gets that part of the alias its full name has."""
        folded = fold_term(value)
        if len(value.split()) != 1 or len(folded) < 2:
            return None
        for alias, original in self._originals.get("PERSON", {}).items():
            words, aliases = original.split(), alias.split()
            if len(words) > 1 and len(aliases) > 1:
                if fold_term(words[-1]) == folded:
                    return aliases[-1]
                if fold_term(words[0]) == folded:
                    return aliases[0]
        return None

    def _fresh(self, type_: str, value: str, language: str, context: str) -> str:
        """An alias that no other value of this type has, and that is not the value itself."""
        part = self._part_of_known_person(value) if type_ == "PERSON" else None
        if part is not None:
            return part
        taken = set(self._aliases[type_].values())
        female = looks_female(value, context) if type_ == "PERSON" else None
        alias = ""
        for attempt in range(40):
            alias = invent(self._key, type_, value, language, female, attempt)
            if alias not in taken and fold_term(alias) != fold_term(value):
                return alias
        return f"{alias} {len(taken) + 1}"
