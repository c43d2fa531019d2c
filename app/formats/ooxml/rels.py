"""Parts out of a package, with everything that points at them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from app.formats.ooxml.package import CONTENT_TYPES, Package, rels_name, rels_owner, resolve
from app.formats.ooxml.xml import Element, parse, serialise

_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def relationships(package: Package, owner: str) -> Iterator[tuple[str, str, str, bool]]:
    """(id, last word of the type, target part or address, is external) of a part's relationships."""
    data = package.parts.get(rels_name(owner))
    if data is None:
        return
    for rel in parse(data).iter(_REL):
        external = rel.get("TargetMode") == "External"
        target = rel.get("Target", "")
        kind = rel.get("Type", "").rpartition("/")[2]
        yield rel.get("Id", ""), kind, target if external else resolve(owner, target), external


def targets(package: Package, owner: str) -> dict[str, str]:
    """Internal targets of a part by relationship id."""
    return {rid: target for rid, _, target, external in relationships(package, owner) if not external}


def all_rels(package: Package) -> list[str]:
    return [name for name in package.parts if name.endswith(".rels")]


def drop_parts(package: Package, unwanted: Callable[[str], bool]) -> tuple[set[str], dict[str, set[str]]]:
    """Take parts out, with the relationships and content types that name them.

    Returns the names taken out and, by owner, the ids of relationships that went.
    """
    dropped = {name for name in package.parts if not name.endswith(".rels") and unwanted(name)}
    dropped -= {CONTENT_TYPES}
    for name in dropped:
        del package.parts[name]
        package.parts.pop(rels_name(name), None)
    return dropped, drop_relationships(
        package, lambda kind, target, external: not external and target in dropped
    )


def drop_relationships(package: Package, unwanted: Callable[[str, str, bool], bool]) -> dict[str, set[str]]:
    """Take out relationships for which `unwanted(type's last word, target, external)` holds; ids by owner."""
    gone: dict[str, set[str]] = {}
    for name in all_rels(package):
        owner = rels_owner(name)
        root = parse(package.parts[name])
        changed = False
        for rel in list(root.iter(_REL)):
            external = rel.get("TargetMode") == "External"
            target = rel.get("Target", "")
            kind = rel.get("Type", "").rpartition("/")[2]
            where = target if external else resolve(owner, target)
            missing = not external and where not in package.parts and target not in ("", "NULL")
            if missing or unwanted(kind, where, external):
                gone.setdefault(owner, set()).add(rel.get("Id", ""))
                root.remove(rel)
                changed = True
        if changed:
            package.parts[name] = serialise(root)
    _drop_types(package)
    return gone


def _drop_types(package: Package) -> None:
    data = package.parts.get(CONTENT_TYPES)
    if data is None:
        return
    root = parse(data)
    for override in list(root):
        name = override.get("PartName")
        if name is not None and name.lstrip("/") not in package.parts:
            root.remove(override)
    package.parts[CONTENT_TYPES] = serialise(root)


def drop_orphans(package: Package) -> None:
    """Take out parts that nothing points at any more."""
    reachable: set[str] = set()
    queue = [""]
    while queue:
        owner = queue.pop()
        for _, _, target, external in relationships(package, owner):
            if not external and target in package.parts and target not in reachable:
                reachable.add(target)
                queue.append(target)
    drop_parts(package, lambda name: name not in reachable and name != CONTENT_TYPES)
    for name in all_rels(package):
        owner = rels_owner(name)
        if owner and owner not in package.parts:
            del package.parts[name]


def set_type(package: Package, part: str, content_type: str) -> None:
    """Declare the content type of a part anew."""
    root = parse(package.parts[CONTENT_TYPES])
    for override in root:
        if override.get("PartName", "").lstrip("/") == part:
            override.set("ContentType", content_type)
    package.parts[CONTENT_TYPES] = serialise(root)


def content_types(package: Package) -> dict[str, str]:
    """Content types by part, as far as they are declared one by one."""
    root: Element = parse(package.parts.get(CONTENT_TYPES, b"<Types/>"))
    return {
        override.get("PartName", "").lstrip("/"): override.get("ContentType", "")
        for override in root
        if override.get("PartName")
    }
