"""Documents with the key facts that people marked, for training the extraction head and for its benchmark.

SROIE (receipts of a public challenge, MIT repository, no licence of its own), CORD (receipts, CC BY 4.0), Kleister
NDA (public filings) and CUAD (contracts, CC BY 4.0). Kleister's rows carry no split: every fifth by a digest of the
text is held back.
"""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from app.analysis.understanding.values import DATE, parse_date

FOLDS = 5


@dataclass(frozen=True, slots=True)
class Marked:
    """One document: what each field should be; several values where several are right."""

    name: str
    """Of the set."""
    id: str
    split: str
    label: str
    """Class of the document."""
    text: str
    gold: dict[str, tuple[str, ...]]
    spans: dict[str, tuple[tuple[int, int], ...]]
    """Where CUAD's clauses stand, and the words of CORD by label."""

    @property
    def fold(self) -> int:
        """0 to 4, by a digest of the text."""
        return zlib.crc32(self.text.encode()) % FOLDS


def marked(folder: Path, *sets: str) -> Iterator[Marked]:
    """The rows of the named sets (all four otherwise) below `folder`/docs/extraction or `folder`."""
    where = folder / "docs" / "extraction" if (folder / "docs").is_dir() else folder
    for name, read in (("sroie", _sroie), ("cord", _cord), ("kleister_nda", _kleister), ("cuad", _cuad)):
        if not sets or name in sets:
            with gzip.open(where / f"{name}.jsonl.gz", "rt", encoding="utf-8") as stream:
                for line in stream:
                    yield read(json.loads(line))


def _sroie(row: dict[str, Any]) -> Marked:
    names = {"company": "vendor", "date": "date", "address": "vendor_address", "total": "total"}
    gold = {names[key]: (value,) for key, value in row["fields"].items() if value.strip()}
    return Marked("sroie", row["id"], row["split"], "receipt", row["text"], gold, {})


def _cord(row: dict[str, Any]) -> Marked:
    fields = row["fields"]

    def first(part: str, *keys: str) -> tuple[str, ...]:
        held = fields.get(part) or {}
        held = held[0] if isinstance(held, list) else held
        for key in keys:
            value = held.get(key)
            value = value[0] if isinstance(value, list) else value
            if value:
                return (str(value),)
        return ()

    gold = {
        "total": first("total", "total_price"),
        "tax": first("sub_total", "tax_price"),
        "net": first("sub_total", "subtotal_price"),
    }
    menu = fields.get("menu") or []
    menu = [menu] if isinstance(menu, dict) else menu
    for part, key in (
        ("description", "nm"),
        ("quantity", "cnt"),
        ("unit_price", "unitprice"),
        ("amount", "price"),
    ):
        held = [_one(item.get(key)) for item in menu if isinstance(item, dict)]
        gold[f"line_item_{part}"] = tuple(value for value in held if value)
    whole = fields.get("total") or {}
    whole = whole[0] if isinstance(whole, list) else whole
    gold["paid"] = tuple(
        value
        for key in ("cashprice", "creditcardprice", "emoneyprice")
        for value in (whole.get(key) if isinstance(whole.get(key), list) else [whole.get(key)])
        if value
    )
    gold["change"] = first("total", "changeprice")
    spans: dict[str, list[tuple[int, int]]] = {}
    for start, end, label, *_ in row["word_spans"]:
        spans.setdefault(label, []).append((start, end))
    known = {key: value for key, value in gold.items() if value}
    places = {key: tuple(value) for key, value in spans.items()}
    return Marked("cord", row["id"], row["split"], "receipt", row["text"], known, places)


def _one(value: Any) -> str:
    return str(value[0] if isinstance(value, list) and value else value or "")


def _kleister(row: dict[str, Any]) -> Marked:
    names = {"jurisdiction": "governing_law"}
    gold = {names.get(key, key): tuple(values) for key, values in row["fields"].items()}
    split = "dev" if zlib.crc32(row["text"].encode()) % FOLDS == 0 else "train"
    return Marked("kleister_nda", row["id"], split, "contract", row["text"], gold, {})


def _cuad(row: dict[str, Any]) -> Marked:
    spans = {key: tuple((a, b) for a, b in places) for key, places in row["spans"].items()}
    return Marked("cuad", row["id"], row["split"], "contract", row["text"], {}, spans)


def plain(value: str) -> str:
    """Letters and digits in lower case: how two values are compared."""
    return re.sub(r"[\W_]+", "", value.replace("&", " and ").casefold())


def number(value: str) -> Decimal | None:
    """The amount that a gold string means: "RM 9.00", "256,608"."""
    digits = re.sub(r"[^\d.,]", "", value).strip(".,")
    last = max(digits.rfind("."), digits.rfind(","))
    if last >= 0:
        whole = re.sub(r"[.,]", "", digits[:last])
        digits = (
            f"{whole}.{digits[last + 1 :]}" if len(digits) - last - 1 <= 2 else re.sub(r"[.,]", "", digits)
        )
    try:
        return Decimal(digits)
    except InvalidOperation:
        return None


def same(field: str, found: str, gold: str) -> bool:
    """Whether a candidate's normal form says what the gold string says."""
    if field in ("total", "tax", "net"):
        return number(found) is not None and number(found) == number(gold)
    if field in ("date", "effective_date"):
        match = DATE.search(gold)
        digits = found.replace("-", "")
        return gold in (found, digits, digits[6:] + digits[4:6] + digits[:4]) or bool(
            match and parse_date(match) == found
        )
    return plain(found) == plain(gold)
