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


_CUSTOMERS = (
    "customer_id,name,phone,city,item,value\n"
    "C-20817,Willem Dijkgraaf,06 1234 5678,Rotterdam,Oak cupboard,1250.00\n"
    'C-20818,Fatoumata Diallo,06 8765 4321,Schiedam,"Carpet, hall",340.50\n'
    "C-20819,Jean-Luc Peeters,+32 2 555 01 84,Antwerpen,Laptop,899.00\n"
)


def test_a_table_of_foreign_customers_keeps_the_language_of_its_headings() -> None:
    assert detect_language(_CUSTOMERS, table=True) == "en"


def test_a_table_with_few_small_words_is_judged_by_all_of_them() -> None:
    text = "Menge;Bezeichnung;Einzelpreis\n3;Schrauben und Muttern;4,20\n1;Werkzeugkasten mit Einsatz;39,90"
    assert detect_language(text, table=True) == "de"
