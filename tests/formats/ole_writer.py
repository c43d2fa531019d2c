"""A small writer of OLE compound files ([MS-CFB], version 3), to make Outlook messages for tests."""

from __future__ import annotations

import struct
from typing import Union

Tree = dict[str, Union[bytes, "Tree"]]
_SECTOR, _MINI, _CUTOFF = 512, 64, 4096
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def _chain(first: int, count: int) -> list[int]:
    return [*range(first + 1, first + count), _END] if count else []


def _padded(data: bytes, size: int) -> bytes:
    return data + bytes(-len(data) % size)


class _Writer:
    def __init__(self) -> None:
        self.entries: list[list[object]] = []
        self.mini, self.mini_fat = b"", []
        self.big, self.fat = b"", []

    def add(self, name: str, kind: int, content: bytes | Tree) -> int:
        """Write an entry with what lies below it; the index of its directory entry."""
        at = len(self.entries)
        entry: list[object] = [name, kind, _FREE, _FREE, 0, 0]  # right sibling, child, first sector, size
        self.entries.append(entry)
        if isinstance(content, bytes):
            entry[4], entry[5] = self.store(content), len(content)
        else:
            before = None
            for key in sorted(content, key=lambda k: (len(k), k.upper())):
                value = content[key]
                number = self.add(key, 2 if isinstance(value, bytes) else 1, value)
                if before is None:
                    entry[3] = number
                else:
                    self.entries[before][2] = number
                before = number
        return at

    def store(self, data: bytes) -> int:
        if not data:
            return _END
        if len(data) < _CUTOFF:
            first, count = len(self.mini_fat), -(-len(data) // _MINI)
            self.mini_fat += _chain(first, count)
            self.mini += _padded(data, _MINI)
            return first
        return self.store_big(data)

    def store_big(self, data: bytes) -> int:
        first, count = len(self.fat), -(-len(data) // _SECTOR)
        self.fat += _chain(first, count)
        self.big += _padded(data, _SECTOR)
        return first if count else _END


def compound_file(tree: Tree) -> bytes:
    """The bytes of a compound file with these streams and storages."""
    writer = _Writer()
    writer.add("Root Entry", 5, tree)
    writer.entries[0][4], writer.entries[0][5] = writer.store_big(writer.mini), len(writer.mini)
    table = struct.pack(f"<{len(writer.mini_fat)}I", *writer.mini_fat)
    table += b"\xff" * (-len(table) % _SECTOR)
    mini_fat = writer.store_big(table) if table else _END
    directory = b"".join(_entry(*entry) for entry in writer.entries)  # type: ignore[arg-type]
    directory_at = writer.store_big(directory)
    fats = -(-(len(writer.fat) + 1) // (_SECTOR // 4 - 1))
    fat_at = len(writer.fat)
    fat = writer.fat + [_FAT] * fats
    fat += [_FREE] * (fats * _SECTOR // 4 - len(fat))
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6,
        0, fats, directory_at, 0, _CUTOFF, mini_fat, len(table) // _SECTOR, _END, 0, fat_at,
    )  # fmt: skip
    more = [fat_at + number for number in range(1, fats)]
    header += struct.pack(f"<{len(more)}I", *more)
    return header.ljust(_SECTOR, b"\xff") + writer.big + struct.pack(f"<{len(fat)}I", *fat)


def _entry(name: str, kind: int, right: int, child: int, first: int, size: int) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    return struct.pack("<64sHBBIII16xI16xIQ", text, len(text), kind, 1, _FREE, right, child, 0, first, size)


def message(
    texts: dict[int, str | bytes], recipients: list[tuple[str, str]], files: list[Tree], top: bool = True
) -> Tree:
    """The streams of an Outlook message with these properties, by their numbers."""
    tree: Tree = _properties(
        texts, struct.pack("<8x4I", 0, 0, len(recipients), len(files)) + (bytes(8) if top else b"")
    )
    for number, (name, address) in enumerate(recipients):
        tree[f"__recip_version1.0_#{number:08X}"] = _properties(
            {0x3001: name, 0x39FE: address, 0x3003: address}, bytes(8)
        )
    for number, file in enumerate(files):
        tree[f"__attach_version1.0_#{number:08X}"] = file
    return tree


def attached(name: str, content: bytes | Tree) -> Tree:
    """An attachment: a file, or a whole message."""
    if isinstance(content, bytes):
        return _properties({0x3707: name, 0x3701: content}, bytes(8))
    return {**_properties({0x3707: name}, bytes(8)), "__substg1.0_3701000D": content}


def _properties(values: dict[int, str | bytes], head: bytes) -> Tree:
    tree: Tree = {}
    rows = head
    for number, value in values.items():
        kind = 0x1F if isinstance(value, str) else 0x102
        data = value.encode("utf-16-le") if isinstance(value, str) else value
        tree[f"__substg1.0_{number:04X}{kind:04X}"] = data
        rows += struct.pack("<HHIII", kind, number, 6, len(data) + (2 if kind == 0x1F else 0), 0)
    tree["__properties_version1.0"] = rows
    return tree
