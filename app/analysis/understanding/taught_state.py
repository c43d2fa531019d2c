"""What a user has taught, as plain data: kept in the library, handed to the workers, applied to documents."""

from __future__ import annotations

import base64
import json
import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from app.analysis.understanding.own_fields import OwnField, fill, own_field_from_json, own_field_to_json
from app.analysis.understanding.taught import Floats, Head, Trial, best, score, text_vector, train, unlike
from app.documents import Category, Document, Field

SENSITIVE = "sensitive"
"""Name of the field that carries the answer to "sensitive for us?"."""
_SURE = 0.6
_STEEP = 15.0
_LEAST_LETTERS = 20


@dataclass(frozen=True, slots=True)
class Taught:
    """One class: the digests and vectors of its examples, the head made of them, and how it did."""

    digests: tuple[str, ...]
    head: Head
    trial: Trial


@dataclass(frozen=True, slots=True)
class Sides:
    """Examples of what is sensitive for this user, and of what is not."""

    yes: Floats
    no: Floats
    yes_digests: tuple[str, ...]
    no_digests: tuple[str, ...]

    def probability(self, vector: Floats) -> float:
        return _lean(self.yes, self.no, vector)

    def accuracy(self) -> float:
        """Leave-one-out over both sides: the share of examples that the others put on the right side."""
        right = 0
        for row in range(len(self.yes)):
            right += _lean(np.delete(self.yes, row, 0), self.no, self.yes[row]) > 0.5
        for row in range(len(self.no)):
            right += _lean(self.yes, np.delete(self.no, row, 0), self.no[row]) < 0.5
        return right / (len(self.yes) + len(self.no))


@dataclass(frozen=True, slots=True)
class Own:
    """Everything that a user has taught."""

    classes: dict[str, Taught] = field(default_factory=dict)
    sides: Sides | None = None
    fields: tuple[OwnField, ...] = ()

    def apply(
        self, document: Document, category: Category, fields: Sequence[Field]
    ) -> tuple[Category, tuple[Field, ...]]:
        """A taught class replaces the bundled answer where it is sure; own fields join the others."""
        vector = vector_of(document.text) if self.classes or self.sides is not None else None
        category, sensitive = self.sort(vector, category)
        return category, self.joined(document.text, fields, sensitive)

    def sort(self, vector: Floats | None, category: Category) -> tuple[Category, Field | None]:
        """The class of a text of this vector that is `category` by itself, and whether it is sensitive for us."""
        if vector is None or (not self.classes and self.sides is None):
            return category, None
        answer = best([taught.head for taught in self.classes.values()], vector)
        if answer is not None and answer[0] != category.label:
            others = [(category.label, min(category.score, 1 - answer[1]))]
            category = Category(answer[0], answer[1], tuple(others))
        elif answer is not None:
            category = replace(category, score=max(category.score, answer[1]))
        if self.sides is None:
            return category, None
        share = self.sides.probability(vector)
        if max(share, 1 - share) < _SURE:
            return category, None
        word, normal = ("yes", "true") if share > 0.5 else ("no", "false")
        return category, Field(SENSITIVE, word, normal, -1, -1, max(share, 1 - share))

    def joined(self, text: str, fields: Sequence[Field], sensitive: Field | None) -> tuple[Field, ...]:
        """The bundled fields with the user's own, which win over those of the same name."""
        filled = fill(self.fields, text)
        names = {one.name for one in filled}
        kept = [one for one in fields if one.name not in names]
        return (*kept, *filled, *((sensitive,) if sensitive is not None else ()))


def vector_of(text: str) -> Floats | None:
    """What lessons compare; None where the text says too little to be told by it."""
    if sum(character.isalpha() for character in text[:2000]) < _LEAST_LETTERS:
        return None
    return text_vector(text)


def _lean(yes: Floats, no: Floats, vector: Floats) -> float:
    nothing = np.zeros(len(vector), dtype=np.float32)
    gap = score(yes, nothing, vector) - score(no, nothing, vector)
    return 1.0 / (1.0 + math.exp(-_STEEP * gap))


def teach(
    own: Own, label: str, examples: Sequence[tuple[str, str]], background: Sequence[tuple[str, str, str]]
) -> Own:
    """`own` with more examples of `label`, every class trained anew.

    `examples` are (digest, text); `background` (digest, class, text) of other documents that the library holds.
    """
    digests, vectors = [digest for digest, _ in examples], [text_vector(text) for _, text in examples]
    members: dict[str, tuple[tuple[str, ...], Floats]] = {}
    for known, taught in own.classes.items():
        keep = [at for at, digest in enumerate(taught.digests) if digest not in digests]
        if keep or known == label:
            members[known] = (tuple(taught.digests[at] for at in keep), taught.head.examples[keep])
    before = members.get(label)
    rows = np.array(vectors, dtype=np.float32)
    members[label] = (
        (*(before[0] if before else ()), *digests),
        np.vstack([before[1], rows]) if before and len(before[1]) else rows,
    )
    named = {digest for digests_of, _ in members.values() for digest in digests_of}
    rest = [(category, text_vector(text)) for digest, category, text in background if digest not in named]
    classes = {}
    for name, (own_digests, own_rows) in members.items():
        loose = [vector for category, vector in rest if category != name]
        candidates = np.array(loose, dtype=np.float32).reshape(len(loose), own_rows.shape[1])
        others = candidates[unlike(own_rows, candidates)]
        taught_others = [other[1] for other_name, other in members.items() if other_name != name]
        head, trial = train(name, own_rows, np.vstack([others, *taught_others]))
        classes[name] = Taught(own_digests, head, trial)
    return replace(own, classes=classes)


def teach_sides(own: Own, yes: Sequence[tuple[str, str]], no: Sequence[tuple[str, str]]) -> Own:
    """`own` with more examples of what is and is not sensitive; a document named again changes sides."""
    digests = {digest for digest, _ in (*yes, *no)}
    known = own.sides
    sides = []
    for given, before, names in (
        (yes, known.yes if known else None, known.yes_digests if known else ()),
        (no, known.no if known else None, known.no_digests if known else ()),
    ):
        keep = [at for at, digest in enumerate(names) if digest not in digests]
        rows = [before[at] for at in keep] if before is not None else []
        rows += [text_vector(text) for _, text in given]
        sides.append(
            (
                np.array(rows, dtype=np.float32),
                (*(names[at] for at in keep), *(digest for digest, _ in given)),
            )
        )
    return replace(own, sides=Sides(sides[0][0], sides[1][0], sides[0][1], sides[1][1]))


def own_to_bytes(own: Own) -> bytes:
    """JSON; `own_from_bytes` reverses it."""
    return json.dumps(
        {
            "version": 1,
            "classes": {
                label: {
                    "digests": taught.digests,
                    "examples": _packed(taught.head.examples),
                    "weights": _packed(taught.head.weights),
                    "threshold": taught.head.threshold,
                    "slope": taught.head.slope,
                    "trial": [
                        taught.trial.examples,
                        taught.trial.found,
                        taught.trial.others,
                        taught.trial.taken,
                    ],
                }
                for label, taught in own.classes.items()
            },
            "sides": own.sides
            and {
                "yes": _packed(own.sides.yes),
                "no": _packed(own.sides.no),
                "yes_digests": own.sides.yes_digests,
                "no_digests": own.sides.no_digests,
            },
            "fields": [own_field_to_json(one) for one in own.fields],
        }
    ).encode("utf-8")


def own_from_bytes(data: bytes) -> Own:
    """What was taught; nothing for no bytes. A class made by another version of the features is left out."""
    if not data:
        return Own()
    held = json.loads(data)
    width = len(text_vector(""))
    classes = {}
    for label, facts in held["classes"].items():
        examples, weights = _unpacked(facts["examples"]), _unpacked(facts["weights"])
        if examples.shape[-1] == width:
            head = Head(label, examples, weights, facts["threshold"], facts["slope"])
            classes[label] = Taught(tuple(facts["digests"]), head, Trial(*facts["trial"]))
    sides = None
    if held["sides"]:
        facts = held["sides"]
        yes, no = _unpacked(facts["yes"]), _unpacked(facts["no"])
        if yes.shape[-1] == width:
            sides = Sides(yes, no, tuple(facts["yes_digests"]), tuple(facts["no_digests"]))
    return Own(classes, sides, tuple(own_field_from_json(one) for one in held["fields"]))


def _packed(array: Floats) -> dict[str, Any]:
    data = base64.b64encode(array.astype("<f2").tobytes()).decode("ascii")
    return {"shape": list(array.shape), "data": data}


def _unpacked(held: dict[str, Any]) -> Floats:
    array = np.frombuffer(base64.b64decode(held["data"]), dtype="<f2").reshape(held["shape"])
    return array.astype(np.float32)
