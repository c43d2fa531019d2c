"""XML parts: parsed without entities, network or huge trees; their text places numbered.

A node's number is twice the element's index in document order, plus one for the text after its end tag.
An attribute's place is the part's name, "@" and the attribute's name, with the element's index as node.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TypeAlias

from lxml import etree

from app.documents.errors import DamagedFile

Element: TypeAlias = etree._Element


def _parser(recover: bool = False) -> etree.XMLParser:
    return etree.XMLParser(
        recover=recover,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def parse(data: bytes) -> Element:
    """The root element. Raises DamagedFile."""
    try:
        root = etree.fromstring(data, _parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        recovered = _as_office_writes(data)
        if recovered is None:
            raise DamagedFile("a part is not well-formed XML") from error
        root = recovered
    if root is None:
        raise DamagedFile("a part is empty")
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _ in dtd.iterentities()):
        raise DamagedFile("a part declares entities of its own")
    return root


_CONDITION = re.compile(rb"<!\[(?:if\b[^\]<>]{0,100}|endif)\]>")


def _as_office_writes(data: bytes) -> Element | None:
    """The root element where nothing is wrong but what Office itself writes: `xmlns:a="$ListId:Papers;"` (SharePoint) and
    `<![if gte mso 9]>` (drawings in VML)."""
    parser = _parser(recover=True)
    try:
        root: Element | None = etree.fromstring(_CONDITION.sub(b"", data), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    wrong = {entry.domain for entry in parser.error_log}
    return root if wrong <= {etree.ErrorDomains.NAMESPACE} else None


def looks_like_xml(name: str, data: bytes) -> bool:
    """True for parts that are XML by name or content."""
    if name.lower().endswith((".xml", ".rels", ".vml", ".rdf")):
        return True
    return data[:256].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<?xml")


def serialise(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def elements(root: Element) -> Iterator[Element]:
    """All elements in document order, nothing else."""
    return root.iter(etree.Element)


def events(root: Element) -> Iterator[tuple[bool, Element, int]]:
    """(is start, element, index) in document order, without recursion."""
    indices: list[int] = []
    count = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            indices.append(count)
            yield True, element, count
            count += 1
        else:
            yield False, element, indices.pop()


def local(element: Element) -> str:
    """The tag without its namespace."""
    tag = element.tag
    return _local_tag(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=4096)
def _local_tag(tag: str) -> str:
    return tag.rpartition("}")[2]


def local_name(qualified: str) -> str:
    return qualified.rpartition("}")[2]


def attribute(element: Element, name: str) -> str:
    """The value of the attribute with this local name, in whatever namespace; "" where there is none."""
    for key, value in element.attrib.items():
        if local_name(str(key)) == name:
            return str(value)
    return ""


def remove(element: Element) -> None:
    """Take the element out and leave the text after it in place."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def unwrap(element: Element) -> None:
    """Put the element's children where the element stands."""
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    for child in list(element):
        parent.insert(at, child)
        at += 1
    remove(element)
