"""Papers in situations of their own: letters without heads, notes in bullets, help in other languages, pages of the web."""

from __future__ import annotations

import pytest

from app.analysis.understanding.classify import classify
from app.documents import Document, Source
from app.models.classifier import bundled_classifier

SITUATIONS = [
    ("letter", """\
St. Brendan's Food Pantry
Dear Mrs. Alvarez,

Thanksgiving will be here before we know it, and the shelves at the pantry are already half bare. In September alone 312 households came through our door; a year ago it was 204. Most of them work. They simply cannot make it to the end of the month.

You have stood by us since the day we opened in the old laundromat, and I have never been shy about asking. So here I am again. Thirty-five dollars fills a box for a family of four. Seventy fills two. Whatever you decide, please know that it will be on somebody's table within the week.

With thanks from all of us,

Dolores Whitcombe
Pantry manager
"""),
    ("letter", """\
Liebe Frau Brandt,

nun ist es schon drei Jahre her, dass Ihr Mann bei uns im Hospiz war, und noch immer erzählen die Schwestern von seinen Gedichten. Sie haben uns seither jedes Weihnachten bedacht; das rührt uns sehr.

In diesem Jahr möchten wir den kleinen Wintergarten sanieren, in dem er so gerne saß. Die Heizung ist hin, und durch die Fenster zieht es. Wenn Sie sich beteiligen möchten, finden Sie einen Überweisungsträger in diesem Umschlag. Wenn nicht, bleiben Sie uns trotzdem verbunden, darum bitte ich Sie.

Haben Sie es gut in diesen dunklen Wochen.

Ihre Schwester Hildegard
"""),
    ("letter", """\
Mon cher Étienne,

J'ai bien reçu ton colis et te remercie pour les confitures, qui n'ont pas survécu au dimanche. Ici tout va doucement. Ta tante s'est cassé le poignet en descendant à la cave, rien de grave, mais elle peste du matin au soir.

Viendras-tu pour la Toussaint ? La chambre bleue est libre et nous ferions ensemble le tour des tombes, comme du temps de ton père. Réponds-moi par retour du courrier, tu sais que le téléphone et moi sommes fâchés.

Je t'embrasse tendrement,
Mémé Odile
"""),
    ("meeting_minutes", """\
# Elternabend 3b

anwesend: 17 Eltern, Frau Schulte-Noll

- Klassenfahrt
  - 14.–16.5., Jugendherberge Nideggen
  - 148 € pro Kind, Rate bis Ende Februar
  - wer Zuschuss braucht: vertraulich an Frau S.-N.
- Handys: bleiben in der Tasche, alle einig
- Elternvertretung: Herr Okonkwo (12 Stimmen), Vertretung Frau Lindt
- Sommerfest -> Thema wird beim nächsten Mal besprochen
- WhatsApp-Gruppe: bitte nur für Organisatorisches!
"""),
    ("meeting_minutes", """\
Overleg werkgroep speeltuin – 12/9

Kees, Yasmina, Rob
* subsidie: brief van gemeente binnen, 60% toegezegd → Yasmina bedankt
* rest ophalen met sponsorloop, Rob vraagt school
* glijbaan afgekeurd!! hek eromheen, Kees doet vandaag
* tekening architect: te veel beton vinden we, zandbak groter
* volgende keer bij Rob thuis
"""),
    ("manual", """\
Détartrer la bouilloire

1. Remplissez-la à moitié d'eau froide et ajoutez un verre de vinaigre blanc.
2. Portez à ébullition, puis laissez reposer une heure.
3. Videz, rincez deux fois à l'eau claire.
4. Essuyez le joint du couvercle avec un chiffon doux.

Ne plongez jamais le socle dans l'eau. Si le voyant clignote après le détartrage, maintenez le bouton enfoncé cinq secondes.
"""),
    ("manual", """\
Udostępnianie ekranu podczas rozmowy

W dolnym pasku wybierz strzałkę skierowaną w górę. Pojawi się lista okien; wskaż to, które mają zobaczyć inni. Zielona ramka oznacza, że obraz jest przesyłany. Aby przerwać, użyj skrótu Alt+S albo zamknij okno.

Jeżeli zamiast okna widać czarny prostokąt, wyłącz akcelerację sprzętową w ustawieniach karty graficznej.
"""),
    ("policy", """\
Your data and us

We're a two-person bike shop and we like to keep this short. If you book a repair online we write down your name, your number and what's wrong with the bike. That lives in our booking system for two years, in case you come back about the same fault, and then it's wiped. Nobody outside the shop sees it, apart from the company that hosts the system, who aren't allowed to do anything with it.

We don't run adverts and there's nothing following you around this site. Want to know what we've got on you, or want it gone? Pop in or drop us a line. If you think we've got it wrong you can take it up with the Information Commissioner.
"""),
    ("report", """\
Relatório intercalar do projeto Horta Escolar

Entre fevereiro e junho montaram-se doze canteiros, mais dois do que o previsto. Participaram 214 alunos de nove turmas. A despesa foi de 3 180 euros, cerca de 70 % da verba anual, pelo que será preciso apertar no outono. O principal atraso está no sistema de rega: o fornecedor só entrega em setembro. Propomos que a segunda fase avance apenas nas escolas com água própria.
"""),
    ("contract", """\
Bruikleenovereenkomst

Femke Terpstra (hierna: eigenaar) geeft aan buurtvereniging De Akkers (hierna: lener) een aanhangwagen in bruikleen van 1 mei tot en met 30 september. De lener betaalt niets, maar houdt de wagen schoon en verzekerd. Schade komt voor rekening van de lener, tenzij die door slijtage is ontstaan. Elk van beiden kan de overeenkomst met een week opzeggen.

Getekend te Joure,
"""),
    ("unknown", """\
L'équipe

Maud Kerbrat
Fondatrice. Ingénieure agronome de formation, elle a lancé la coopérative en 2011 avec trois vaches et un prêt familial.

Yannick Le Goff
Fromager. Il goûte tout, deux fois.

Assia Bouzid
Livraisons et sourire. C'est elle que vous croisez le vendredi sur le marché des Lices.

Vous voulez nous rejoindre ? Nous cherchons un(e) apprenti(e) pour la rentrée.
"""),
]  # fmt: skip


@pytest.mark.parametrize(("label", "text"), SITUATIONS)
def test_a_paper_shows_its_kind_without_its_usual_frame(label: str, text: str) -> None:
    found = classify(Document(Source("", "0", 0, "text/plain", "text"), text))
    assert found.label == label, found


def test_each_kind_has_a_floor_below_which_it_is_no_answer() -> None:
    head = bundled_classifier()
    assert head is not None
    assert len(head.floors) == len(head.labels)
    assert all(0.25 <= floor <= 0.6 for floor in head.floors)
