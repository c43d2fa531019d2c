"""A document as numbers that hold for any source: what kinds of words it uses, and how it is laid out.

Deliberately without a vocabulary of its own training texts and without the encoder's vectors: both say which
source a text is from before they say what it is.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache

import numpy as np
from numpy.typing import NDArray

from app.analysis.understanding import (
    classify_discourse,
    classify_lexicon,
    classify_style,
    classify_voice,
)
from app.analysis.understanding.cues import TITLE_CUES

Vector = NDArray[np.float32]

HEAD, TAIL = 6000, 1500
"""Characters that are looked at, from the beginning and from the end."""
_GROUPS = {
    **classify_lexicon.GROUPS,
    **classify_style.GROUPS,
    **classify_discourse.GROUPS,
    **classify_voice.GROUPS,
}
_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*")
_TITLE_LINES, _TITLE_CHARACTERS = 8, 90
_PER_GROUP = ("rate", "kinds", "top")
_PATTERNS: dict[str, str] = {
    "speaker": r"^[\W_]{0,4}\[?[^\W\d_][\w.' -]{0,30}\]?(?: \([A-Z]{2,5}\)| AM| AS)?[*_\]]{0,3} ?:[*_]{0,2} +\S+ \S+ \S+",
    "speaker_capitals": r"^[A-Z][A-Z.' -]{2,25}: ",
    "key_value": r"^[^\W\d_][\w ./()'#°º-]{1,28} ?: ?\S",
    "empty_value": r"^[^\W\d_][\w ./()'-]{1,40} ?: ?_*$",
    "bullet": r"^ {0,8}(?:[-*•·▪‣–○]|\(?[a-z]\)) +\S",
    "numbered": r"^ {0,6}\d{1,2}[.)] +\S",
    "clause": r"^ {0,6}(?:\d{1,2}\.\d{1,2}\.?\d* |§ ?\d+|(?:Article|ARTICLE|Section|SECTION|Artikel|Artículo|Articolo|Artigo|Art\.) ?[\dIVX]+)",
    "markdown": r"^#{1,4} \S",
    "heading": r"^[A-ZÀ-Ý][\w À-ÿ'’&/-]{2,40}$",
    "capitals": r"^[^a-zà-ÿ\n]*[A-ZÀ-Ý]{3,}[^a-zà-ÿ\n]*$",
    "quoted": r"^ ?>",
    "checkbox": r"\[ ?[xX]? ?\]|[☐☒☑□]|\( \)",
    "blank": r"_{4,}|\.{8,}",
    "amount": r"(?<![\d.,])\d{1,3}(?:[., ']\d{3})*[.,]\d{2}(?![\d.,])",
    "amount_ends": r"\d[.,]\d{2} ?(?:[-+]|[A-Z]{1,3}|[€$£*])?$",
    "currency": r"[€$£¥]|\b(?:EUR|USD|GBP|CHF|PLN|RM|zł)\b",
    "percent": r"\d ?%",
    "date": r"\b\d{1,4}[-./]\d{1,2}[-./]\d{2,4}\b|\b\d{1,2}\.\d{1,2}\.(?!\d)",
    "date_begins": r"^\d{1,4}[-./]\d{1,2}(?:[-./]\d{2,4}|\.)\s",
    "years": r"\b(?:19|20)\d\d ?(?:[-–—]|to|bis) ?(?:(?:19|20)\d\d|present|heute|today|now)\b|\b\d\d/(?:19|20)\d\d\b",
    "time": r"\b\d{1,2}:\d{2}(?::\d{2})?\b",
    "url": r"https?://|www\.",
    "mail": r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.\w",
    "handle": r"(?<![\w.])@\w",
    "phone": r"(?:\+\d|\(?0\d)[\d ()/.-]{7,}",
    "iban": r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}",
    "machine_readable": r"(?<![A-Z0-9<])[A-Z0-9<]{10,}<<|<{3,}",
    "citation_brackets": r"\[\d+(?:, ?\d+)*\]|\([A-Z][\w-]+(?: et al\.| and [A-Z][\w-]+)?,? \d{4}\)|\[@",
    "law_reference": r"§ ?\d|\b\d+ [A-Z]\.(?:[A-Z\d]\.?)+(?: ?2d| ?3d)? \d+| v\. [A-Z]|\bArt\. ?\d|\{\d+\}|\[\d+\]",
    "case_number": r"\b\d{1,3}-?\d{0,3}-?[A-Z]{1,3}-\d{2,}|\b[IVX]+ [A-Z]{1,4} \d+/\d\d\b|\bNo\. \d{2,}",
    "dose": r"\d ?(?:mg|mcg|µg|ml|mmHg|mmol|g/dl|mg/dl|bpm|IU|IE|cm|mm)\b",
    "quotation": r"[“”„«»]|\"[^\"\n]{3,120}\"",
    "dateline": r"^[A-ZÀ-Ý][\wÀ-ÿ .,/-]{2,40}(?:\([A-Za-z/ ]{2,20}\))? ?[-–—] ?[A-ZÀ-Ý\"“]",
    "quoted_said": r"[,.?!][\"”»] (?:said|says|sagte|a déclaré|dijo|ha detto|disse|zei|powiedział)",
    "definition": r"\((?:the |hereinafter |collectively,? )*[\"“„«][\w .'’-]{2,40}[\"”“»]\)",
    "greeting": r"^ {0,4}(?:dear|hi|hello|hey|hallo|lieber?|guten tag|sehr geehrte\w*|bonjour|salut|cher|chère|madame|hola|"
    r"buen[oa]s|estimad\w+|ciao|gentil\w+|egregio|buongiorno|olá|car[oa]|exm\w+|bom dia|beste|geachte|hoi|cześć|dzień dobry|"
    r"szanown\w+)\b[^.\n]{0,40}[,!:]? *$",
    "name_greeting": r"\A\s*[A-ZÀ-Ý][a-zà-ÿ]{1,12}(?: (?:and|und|et) [A-ZÀ-Ý][a-zà-ÿ]+)?\s?[,:-]{1,2} ?(?:\n|[A-ZÀ-Ýa-zà-ÿ])",
    "formal_greeting": r"^ {0,4}(?:dear (?:sir|madam|mr|mrs|ms|dr)|to whom it|sehr geehrte|madame|monsieur|estimad|muy señor|"
    r"distinguid|gentile|egregi|spett|exm|geachte|szanown)",
    "closing": r"^ {0,40}(?:regards|best|kind regards|best regards|thanks|many thanks|cheers|sincerely|yours|yours \w+|love|"
    r"viele grüße|liebe grüße|beste grüße|lg|vg|danke|gruß|mit freundlichen grüßen|cordialement|bien cordialement|merci|"
    r"bises|un saludo|saludos|atentamente|gracias|un abrazo|saluti|cordiali saluti|distinti saluti|grazie|a presto|"
    r"cumprimentos|abraço|obrigad[oa]|atenciosamente|groet|groeten|groetjes|met vriendelijke groet|hoogachtend|pozdrawiam|"
    r"z poważaniem|dzięki)\b[^.\n]{0,25}$",
    "signed": r"\n[A-ZÀ-Ý][\w.'-]+(?: [A-ZÀ-Ý][\w.'-]+){0,3}\s*\Z",
    "wrote": r"\b(?:wrote|schrieb|a écrit|escribió|ha scritto|escreveu|schreef|napisała?) ?:|-{3,} ?(?:original|forwarded|ursprüngl)",
    "header_block": r"\A(?:[^\n]{0,120}\n){0,3}?(?:from|von|de|da|van|od|to|an|à|para|aan|do) ?: ?\S[^\n]*\n(?:[^\n]*\n){0,5}?"
    r"(?:subject|betreff|objet|asunto|oggetto|assunto|onderwerp|temat) ?:",
    "imperative": r"^[\W\d_]{0,6}(?:click|press|select|choose|open|insert|remove|turn|connect|make sure|do not|never|check|place|"
    r"push|hold|switch|use|plug|install|run|go to|drücken|schalten|stellen|entfernen|prüfen|appuyez|branchez|vérifiez|retirez|"
    r"pulse|conecte|retire|premere|collegare|rimuovere|ligue|prima|druk|sluit|verwijder|naciśnij|podłącz|wyjmij)\b",
    "tabbed": r"\S(?:\t| {3,}|\|)\S.*(?:\t| {3,}|\|)\S",
    "question_mark": r"\?",
    "exclamation": r"!",
    "braces": r"\{\w+\}|[{};]$",
    "mail_head": r"^[ >*]{0,6}(?:from|sent|to|cc|bcc|date|subject|reply-to|von|gesendet|an|betreff|datum|de|envoyé|à|objet|enviado|para|"
    r"asunto|da|inviato|a|oggetto|assunto|van|verzonden|aan|onderwerp|od|wysłano|do|temat)\*{0,2} ?: ?\S",
    "sent_from": r"\bsent (?:from my|via|using)\b|von meinem \w+ gesendet|envoyé de mon|enviado desde mi|inviato da|verzonden vanaf|blackberry",
    "extension": r"\b(?:ext?\.? ?|x)\d{3,5}\b|\b\d{3}-\d{3}-\d{4}\b|\b\d-\d{4}\b",
    "byline": r"^ ?By:? [A-Z][\w.'-]+ [A-Z][\w.' -]{2,30}$|\((?:AP|Reuters|AFP|dpa|dpa-\w+|EFE|ANSA|PAP|Lusa|ANP|APA|dts|UPI|Xinhua)[)/ ]",
    "press": r"\bfoto:|\bphoto:|getty images|©|all rights reserved|aktualisiert|kommentare \(|read more|mehr zum thema|leggi anche|"
    r"lire aussi|lea también|lees ook|czytaj (?:też|także)|redaktion|newsletter|copyright",
    "full_name": r"\b[A-ZÀ-Ý][a-zà-ÿ]+ (?:[A-Z]\. |de |van |von |di |da )?[A-ZÀ-Ý][a-zà-ÿ]{2,}\b",
    "title_name": r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|President|Minister|Chancellor|Herr|Frau|Monsieur|Mme|Sr|Sra|Sig|Pan|Pani)\.? [A-ZÀ-Ý][a-zà-ÿ]+",
    "updated": r"\b(?:last (?:updated|modified|revised|reviewed)|stand:|letzte (?:aktualisierung|änderung)|zuletzt (?:geändert|aktualisiert)|"
    r"dernière (?:mise à jour|modification)|última (?:actualización|modificación|atualização)|ultimo aggiornamento|ultima modifica|"
    r"laatst (?:bijgewerkt|gewijzigd)|ostatnia (?:aktualizacja|zmiana))",
    "signature_block": r"^[ \t]*(?:by|name|title|its|print name|authori[sz]ed signat\w+|signature|unterschrift|firma|podpis|handtekening)\b ?:? ?[_./]*$|"
    r"/s/|^ ?_{5,}",
    "redacted": r"\[\*+\]|\*{3,}|\[redacted\]|_{2,}, ?(?:19|20)\d\d",
    "of_parties": r"\b(?:by and between|between [A-ZÀ-Ý][\w .,&]{2,60} and|zwischen [A-ZÀ-Ý][^\n]{2,80} und|entre [A-ZÀ-Ý][^\n]{2,80} et|"
    r"entre [A-ZÀ-Ý][^\n]{2,80} y|tra [A-ZÀ-Ý][^\n]{2,80} e|tussen [A-ZÀ-Ý][^\n]{2,80} en|pomiędzy)\b",
    "underlined": r"^[=~-]{6,}$",
    "step": r"^[\W\d_]{0,6}(?:step|schritt|étape|paso|passo|stap|krok) \d|\b(?:fig\.?|figure|abb\.?|abbildung|figura|afb\.?|rys\.?) ?\d",
    "infinitive": r"^[\W\d_]{0,6}(?:to|um|zum|pour|para|per|om|aby|kliknij|naciśnij|wybierz|otwórz|klicken|wählen|öffnen|cliquez|"
    r"sélectionnez|ouvrez|haga|seleccione|abra|pulse|fare|selezionare|aprire|clique|selecione|klik|selecteer|open|kies) ",
    "formula": r"[=±≤≥∑∫α-ωΑ-Ω∈→]|\$[^$\n]{1,40}\$|\\[a-z]{3,}",
    **classify_voice.PATTERNS,
}  # fmt: skip
_SHARES = (
    "letters", "digits", "capitals", "spaces", "odd", "accents", "line_length", "line_spread", "short_lines", "long_lines",
    "digit_lines", "words", "lines", "blank_lines", "word_length", "sentence_length", "distinct", "number_words", "ends_with_point",
    "title_words", "contractions", "repeated_begin", "top_short", "comma_cells",
)  # fmt: skip


@cache
def _compiled() -> tuple[tuple[re.Pattern[str], bool], ...]:
    """Each pattern, and whether it looks at the text in small letters."""
    return tuple(
        (re.compile(pattern, re.MULTILINE), name in _ANY_CASE) for name, pattern in _PATTERNS.items()
    )


_ANY_CASE = frozenset({"greeting", "formal_greeting", "closing", "wrote", "header_block", "imperative", "mail_head", "sent_from",
                       "press", "updated", "signature_block", "step", "infinitive"}) | classify_voice.ANY_CASE  # fmt: skip


def feature_names() -> tuple[str, ...]:
    """Names of the entries of a vector, in order; a model file is read only where they agree."""
    words = [f"{group}.{part}" for group in _GROUPS for part in _PER_GROUP]
    titles = [f"title.{label}" for label in TITLE_CUES]
    patterns = [f"{name}.{part}" for name in _PATTERNS for part in ("any", "rate")]
    return (*words, *titles, *patterns, *_SHARES)


def features(text: str) -> Vector:
    """(len(feature_names()),), each entry between about 0 and 3."""
    head = text[:HEAD].replace("\r", "")
    tail = text[-TAIL:] if len(text) > HEAD + TAIL else text[HEAD:]
    sample = f"{head}\n{tail}" if tail else head
    lines = [line.rstrip() for line in sample.split("\n")]
    full = [line for line in lines if line.strip()]
    tokens = [word.replace("’", "'") for word in _WORD.findall(sample.lower())]
    values = [
        *_word_values(tokens),
        *_title_values(full[:_TITLE_LINES]),
        *_pattern_values("\n".join(lines), max(1, len(full))),
        *_share_values(sample, lines, full, tokens),
    ]
    return np.array(values, dtype=np.float32)


@cache
def _phrases() -> tuple[
    dict[str, tuple[int, ...]], dict[str, list[tuple[tuple[str, ...], int]]], dict[str, int]
]:
    """Groups of single words, of phrases by their first word, and of prefixes."""
    single: dict[str, tuple[int, ...]] = {}
    longer: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    prefixes: dict[str, int] = {}
    for number, entries in enumerate(_GROUPS.values()):
        for entry in dict.fromkeys(entries.split("|")):
            words = tuple(_WORD.findall(entry))
            if entry.endswith("*") and len(words) == 1:
                prefixes[words[0]] = number
            elif len(words) == 1:
                single[words[0]] = (*single.get(words[0], ()), number)
            elif words:
                longer.setdefault(words[0], []).append((words, number))
    return single, longer, prefixes


def _word_values(tokens: list[str]) -> list[float]:
    """Hits of each group per hundred words, kinds of its words, and hits among the first sixty words."""
    single, longer, prefixes = _phrases()
    shortest, longest = min(map(len, prefixes)), max(map(len, prefixes))
    hits: list[Counter[str]] = [Counter() for _ in _GROUPS]
    top = [0.0] * len(_GROUPS)
    for word, count in Counter(tokens).items():
        for number in single.get(word, ()):
            hits[number][word] += count
        for length in range(shortest, min(longest, len(word)) + 1):
            if (found := prefixes.get(word[:length])) is not None:
                hits[found][word[:length]] += count
    for at, word in enumerate(tokens):
        for words, number in longer.get(word, ()):
            if tokens[at : at + len(words)] == list(words):
                hits[number][" ".join(words)] += 2
                top[number] += 2.0 if at < 60 else 0.0
        if at < 60:
            for number in single.get(word, ()):
                top[number] += 1.0
    scale = 100.0 / (len(tokens) + 12)
    values: list[float] = []
    for number, found_words in enumerate(hits):
        values.append(math.log1p(sum(min(count, 40) for count in found_words.values()) * scale))
        values.append(math.log1p(len(found_words)) / 1.5)
        values.append(math.log1p(top[number]) / 1.5)
    return values


def _title_values(lines: list[str]) -> list[float]:
    """For each class, how much of a line near the top is its title."""
    best = dict.fromkeys(TITLE_CUES, 0.0)
    for position, raw in enumerate(lines):
        line = raw.strip(' #*=-_:\t"“”')
        if not line or len(line) > _TITLE_CHARACTERS:
            continue
        for label, pattern in title_patterns().items():
            found = pattern.search(line)
            if found:
                share = len(found.group()) / len(line)
                best[label] = max(best[label], (0.3 + 0.7 * share) * (1.0 - 0.06 * position))
    return list(best.values())


@cache
def title_patterns() -> dict[str, re.Pattern[str]]:
    """Titles of each class that has any."""
    return {
        label: re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.IGNORECASE)
        for label, patterns in TITLE_CUES.items()
        if patterns
    }


def _pattern_values(sample: str, lines: int) -> list[float]:
    """For each pattern: how often at all, and how often a line."""
    values: list[float] = []
    small = sample.lower()
    for pattern, any_case in _compiled():
        count = sum(1 for _ in pattern.finditer(small if any_case else sample))
        values += [math.log1p(min(count, 30)) / 2.0, min(1.5, count / lines)]
    return values


def _share_values(sample: str, lines: list[str], full: list[str], tokens: list[str]) -> list[float]:
    """How the page looks: see `_SHARES`."""
    size, words, count = max(1, len(sample)), max(1, len(tokens)), max(1, len(full))
    letters = sum(map(str.isalpha, sample))
    digits = sum(map(str.isdigit, sample))
    spaces = sum(map(str.isspace, sample))
    capitals = sum(map(str.isupper, sample))
    accents = sum(1 for c in sample if c > "\x7f" and c.isalpha())
    lengths = [len(line) for line in full] or [0]
    mean = sum(lengths) / count
    spread = math.sqrt(sum((length - mean) ** 2 for length in lengths) / count)
    ends = sample.count(". ") + sample.count(".\n") + sample.count("?") + sample.count("!") + 1
    raw_words = sample.split()
    return [
        letters / size, digits / size * 4, capitals / max(1, letters) * 2, spaces / size * 2,
        (size - letters - digits - spaces) / size * 3, accents / max(1, letters) * 5,
        math.log1p(mean) / 3, math.log1p(spread) / 3,
        sum(length < 30 for length in lengths) / count, sum(length > 120 for length in lengths) / count,
        sum(any(c.isdigit() for c in line) for line in full) / count,
        math.log1p(words) / 4, math.log1p(count) / 3, 1 - count / max(1, len(lines)),
        sum(map(len, tokens)) / words / 4, min(2.0, math.log1p(words / ends) / 2),
        len(set(tokens)) / words, sum(token.isdigit() for token in tokens) / words * 2,
        sum(line.rstrip().endswith((".", "?", "!")) for line in full) / count,
        sum(word[:1].isupper() for word in raw_words) / max(1, len(raw_words)) * 2,
        sum("'" in token for token in tokens) / words * 10,
        1 - len({line[:8] for line in full}) / count,
        sum(length < 40 for length in lengths[:8]) / 8,
        min(1.5, sum(line.count(",") + line.count(";") >= 3 and len(line) < 160 for line in full) / count),
    ]  # fmt: skip
