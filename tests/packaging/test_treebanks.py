"""What the sixth round of training reads out of treebanks."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).resolve().parents[2] / "packaging" / "models"))

import treebanks

MARKED = """# newdoc id = GUM_news_made
# newpar
# text = Senator Ines Prado's aide won't leave the University of Lund.
1	Senator	_	PROPN	NNP	_	0	root	_	Entity=(1-person-new-nnnnn-cf1-5-coref(2-person-new-nnnnn-cf2-1,2,3-coref
2	Ines	_	PROPN	NNP	_	1	flat	_	_
3-4	Prado's	_	_	_	_	_	_	_	_
3	Prado	_	PROPN	NNP	_	1	flat	_	_
4	's	_	PART	POS	_	1	case	_	Entity=2)
5	aide	_	NOUN	NN	_	0	root	_	Entity=1)
6-7	won't	_	_	_	_	_	_	_	_
6	wo	_	AUX	MD	_	8	aux	_	_
7	n't	_	PART	RB	_	8	advmod	_	_
8	leave	_	VERB	VB	_	0	root	_	_
9	the	_	DET	DT	_	10	det	_	Entity=(3-organization-new-nnnnn-cf3-2,3,4-coref
10	University	_	PROPN	NNP	_	8	obj	_	_
11	of	_	ADP	IN	_	12	case	_	_
12	Lund	_	PROPN	NNP	_	10	nmod	_	Entity=(4-place-new-nnnnn-cf4-1-coref)3)|SpaceAfter=No
13	.	_	PUNCT	.	_	8	punct	_	_
"""
PLAIN = """# newdoc id = mail
# text = Please ask Tuva Brekke about the Report by Friday.
1	Please	_	INTJ	UH	_	2	x	_	_
2	ask	_	VERB	VB	_	0	root	_	_
3	Tuva	_	PROPN	NNP	_	2	obj	_	_
4	Brekke	_	PROPN	NNP	_	3	flat	_	_
5	about	_	ADP	IN	_	7	case	_	_
6	the	_	DET	DT	_	7	det	_	_
7	Report	_	NOUN	NN	_	2	obl	_	_
8	by	_	ADP	IN	_	9	case	_	_
9	Friday	_	PROPN	NNP	_	2	obl	_	SpaceAfter=No
10	.	_	PUNCT	.	_	2	punct	_	_

# text = Skov says yes.
1	Skov	_	PROPN	NNP	_	2	nsubj	_	_
2	says	_	VERB	VBZ	_	0	root	_	_
3	yes	_	INTJ	UH	_	2	obj	_	SpaceAfter=No
4	.	_	PUNCT	.	_	2	punct	_	_
"""


def spans(sample) -> list[tuple[str, str]]:
    return [(sample.text[span.start : span.end], span.label) for span in sample.spans]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("gum/GUM_news_made", MARKED), ("ewt-train/mail", PLAIN)):
        path = tmp_path / f"{name}.conllu"
        path.parent.mkdir()
        path.write_text(text, "utf-8")
    return tmp_path


def test_a_mention_teaches_its_proper_nouns_without_title_and_without_what_is_glued_on(folder: Path) -> None:
    (sample,) = treebanks.treebank_samples(folder, lambda text, language: ())["gum"]
    assert spans(sample) == [("Ines Prado", "PERSON"), ("University of Lund", "ORGANIZATION")]


def test_a_guess_holds_where_the_treebank_has_proper_nouns_and_falls_where_it_has_none(folder: Path) -> None:
    def guess(text: str, language: str) -> list[tuple[int, int, str]]:
        # Too short a name, and a common noun.
        words = {"Tuva": "PERSON", "Report": "ORGANIZATION"}
        return [
            (text.index(word), text.index(word) + len(word), kind)
            for word, kind in words.items()
            if word in text
        ]

    (sample,) = treebanks.treebank_samples(folder, guess)["ewt"]
    assert spans(sample) == [("Tuva Brekke", "PERSON"), ("Skov", "?PERSON|ORGANIZATION|LOCATION")]


def test_genres_whose_licence_forbids_it_are_not_read(folder: Path) -> None:
    (folder / "gum" / "GUM_fiction_made.conllu").write_text(MARKED, "utf-8")
    assert len(treebanks.treebank_samples(folder, lambda text, language: ())["gum"]) == 1
