from __future__ import annotations

import pytest

from app.analysis.language import UNKNOWN, detect_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The tenant pays the rent on the first day of each month to the landlord."),
        ("de", "Der Mieter zahlt die Miete am ersten Tag jedes Monats an den Vermieter."),
        ("fr", "Le locataire paie le loyer le premier jour de chaque mois au propriétaire."),
        ("es", "El inquilino paga el alquiler el primer día de cada mes al propietario."),
        ("it", "L'inquilino paga l'affitto il primo giorno di ogni mese al proprietario."),
        ("pt", "O inquilino paga o aluguel no primeiro dia de cada mês ao proprietário."),
        ("nl", "De huurder betaalt de huur op de eerste dag van elke maand aan de verhuurder."),
        ("pl", "Najemca płaci czynsz pierwszego dnia każdego miesiąca właścicielowi mieszkania."),
    ],
)
def test_a_sentence_is_enough(language: str, text: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["", "OK", "1234567890 1234567890 1234567890", "\n \t"])
def test_too_little_text_is_not_guessed(text: str) -> None:
    assert detect_language(text) == UNKNOWN
