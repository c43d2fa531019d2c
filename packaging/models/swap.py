"""Put other names into annotated sentences: the context stays what people wrote, the name is one never seen there."""

from __future__ import annotations

import random
from dataclasses import replace

from corpora import Sample, Span
from synthetic import Generator

_LANGUAGES = {
    "germeval14": ("de",), "smartdata": ("de",), "ler": ("de",), "uner_en_ewt": ("en",), "wnut17": ("en",),
    "btc": ("en",), "wikigold": ("en",), "crossner": ("en",), "secfin": ("en",), "gum": ("en",), "biofid": ("de",), "uner_pt_bosque": ("pt",),
    "meddocan": ("es",), "echr_fr_es": ("fr", "es"), "europeana": ("de", "nl", "fr"), "presidio_synth": ("en",),
}  # fmt: skip


def swap_names(sample: Sample, generator: Generator, source: random.Random) -> Sample:
    """The sample with other people, and half of its places with other towns."""
    generator.lang = source.choice(
        _LANGUAGES.get(sample.source, ("en", "de", "fr", "es", "it", "pt", "nl", "pl"))
    )
    out, spans, end = "", [], 0
    for span in sample.spans:
        out += sample.text[end : span.start]
        end = span.end
        new = _other(sample.text[span.start : span.end], span.label, generator, source)
        spans.append(Span(len(out), len(out) + len(new), span.label))
        out += new
    return replace(sample, text=out + sample.text[end:], spans=tuple(spans))


def _other(old: str, label: str, generator: Generator, source: random.Random) -> str:
    if label == "LOCATION" and source.random() < 0.5 and old[:1].isupper():
        return generator.city()
    if label != "PERSON" or not any(sign.isalpha() for sign in old):
        return old
    words = len(old.split())
    if words == 1:
        new = generator.last() if source.random() < 0.65 else generator.first()
    else:
        new = " ".join([generator.first() for _ in range(min(words, 3) - 1)] + [generator.last()])
    if generator.lang == "de" and old.endswith("s") and not new.endswith(("s", "x", "z")):
        new += "s" * (source.random() < 0.5)
    if old.isupper() and len(old) > 3:
        return new.upper()
    return new.lower() if old.islower() else new
