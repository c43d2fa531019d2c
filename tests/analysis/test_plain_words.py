"""Common words that rules took for names are let go, names that are common words, too, are not."""

from __future__ import annotations

import pytest

from app.analysis.pii import PiiEngine
from app.models import load_bundle


@pytest.fixture(scope="module")
def engine() -> PiiEngine:
    return PiiEngine(load_bundle())


@pytest.mark.parametrize(
    ("text", "language", "people"),
    [
        ("Informe clínico del paciente: Varón de 40 años con antecedentes.", "es", []),
        ("Médico: Ana Ruiz Gil Servicio de Urología.", "es", ["Ana Ruiz Gil"]),
        ("The Associate Professor Chair was given to nobody.", "en", []),
        ("Dear Mr Young,\nplease call Mrs Wood or Dr Page.", "en", ["Young", "Wood", "Page"]),
        ("Frau Klein und Herr Groß kamen mit Herrn Sommer.", "de", ["Klein", "Groß", "Sommer"]),
        ("Sa fille Nolwenn passe le soir.", "fr", ["Nolwenn"]),
        ("Paciente: Don Vicente Soler Mas\n", "es", ["Don Vicente Soler Mas"]),
        ("Name: Rose Petit\nPatient: Bush", "en", ["Rose Petit", "Bush"]),
    ],
)
def test_people(engine: PiiEngine, text: str, language: str, people: list[str]) -> None:
    assert [e.text for e in engine.find_text(text, language) if e.type == "PERSON"] == people
