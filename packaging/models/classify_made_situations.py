"""Makers of generated documents for the situations in `classify_situations`: what kinds of papers look like elsewhere."""

from __future__ import annotations

from classify_records import LINES
from classify_situations import HEADINGS, RANKS, SITUATIONS
from classify_writer import Writer, paragraphs


def _said(w: Writer, key: str, low: int, high: int) -> list[str]:
    return w.some(SITUATIONS[w.language][key], low, high)


def _heads(w: Writer, key: str, low: int, high: int) -> list[str]:
    return w.some(HEADINGS[w.language][key], low, high)


def _sized(w: Writer, sentences: list[str]) -> list[str]:
    """Paragraphs of one to four sentences, with or without blank lines between them."""
    lines: list[str] = []
    blank = w.rng.random() < 0.6
    while sentences:
        size = w.rng.randint(1, 4)
        taken, sentences = sentences[:size], sentences[size:]
        lines += [" ".join(taken), *([""] if blank else [])]
    return lines


def appeal(w: Writer) -> list[str]:
    """A letter without a head: it asks for support or gives thanks, at length and to somebody."""
    body = _said(w, "appeal", 3, 14)
    if w.rng.random() < 0.5:
        body += w.prose(w.rng.choice(["letter", "letter", "report"]), 1, 4)
    if w.rng.random() < 0.4:
        w.rng.shuffle(body)
    chance = w.rng.random()
    top = [w.date(), ""] if chance < 0.25 else [*w.address(), "", w.date(), ""] if chance < 0.4 else []
    greeting = [w.pick(HEADINGS[w.language]["friend"]), ""] if w.rng.random() < 0.75 else []
    end = [w.pick(HEADINGS[w.language]["end"]), w.value("p")] if w.rng.random() < 0.65 else []
    if end and w.rng.random() < 0.5:
        end.append(w.pick(RANKS[w.language]).capitalize())
    return [*top, *greeting, *_sized(w, body), *end]


def notes(w: Writer) -> list[str]:
    """Minutes as people type them while they talk: bullets within bullets, names, half sentences."""
    rng = w.rng
    if rng.random() < 0.35:
        return _plain_notes(w)
    bullet, head = (
        rng.choice("-*"),
        rng.choice(["# {}", "## {}", "{}", "**{}**", "### {}", "{}:", "== {} =="]),
    )
    group = rng.choice(
        [w.pick(HEADINGS[w.language]["group"]), f"{w.value('o')} {w.pick(HEADINGS[w.language]['group'])}"]
    )
    lines = [head.replace("##", "#").format(rng.choice([f"{group} {w.date()}", group, w.date()])), ""]
    names = [w.value(rng.choice("ppf")) for _ in range(rng.randint(2, 12))]
    if rng.random() < 0.3:
        names = [f"{name} (@{name.split()[0].lower()})" for name in names]
    for section in _heads(w, "minutes", 2, 8):
        lines += [head.format(section), ""] if rng.random() < 0.6 else [head.format(section)]
        if rng.random() < 0.3 and names:
            lines += [", ".join(names)] if rng.random() < 0.3 else [f"{bullet} {name}" for name in names]
            names = []
            continue
        for point in _points(w):
            lines.append(f"{bullet} {point}" if rng.random() < 0.9 else point)
            lines += [f"{rng.choice(['  ', '    '])}{bullet} {said}" for said in _said(w, "terse", 0, 4)]
        lines.append("")
    return lines


def _plain_notes(w: Writer) -> list[str]:
    """The same in short sentences, a line for each subject, as clubs and committees keep them."""
    rng = w.rng
    here = w.pick("|".join(HEADINGS[w.language]["minutes"].split("|")[:1]))
    if w.language == "en":
        here = rng.choice(["Here", "Present", "There", "Attending", "In attendance"])
    names = ", ".join(w.value(rng.choice("ffp")) for _ in range(rng.randint(2, 8)))
    lines = [
        f"{w.pick(HEADINGS[w.language]['group'])}, {w.date()}",
        f"{here}: {names}{rng.choice(['', '.', '. ' + w.prose('minutes', 1, 1)[0]])}",
        "",
    ]
    for _ in range(rng.randint(2, 7)):
        subject = w.prose(rng.choice(["manual", "report", "news", "letter"]), 1, 1)[0].split()[
            : rng.randint(1, 3)
        ]
        said = w.prose("minutes", 1, 2) + _said(w, "terse", 0, 1)
        lines.append(f"{' '.join(subject).strip('.,')}{rng.choice(['. ', ': ', ' - '])}{' '.join(said)}")
    return lines if rng.random() < 0.5 else [line for entry in lines for line in (entry, "")]


def _points(w: Writer) -> list[str]:
    """What is talked about: a note, a sentence, a subject with a number."""
    points = _said(w, "terse", 0, 5) + w.prose("minutes", 0, 2)
    subjects = w.prose(w.rng.choice(["manual", "report", "policy", "contract"]), 0, 2)
    for subject in subjects:
        words = " ".join(subject.split()[: w.rng.randint(2, 7)]).rstrip(".,")
        points.append(w.rng.choice([words, f"{words} #{w.rng.randint(1, 2000)}", f"[{words}][#{w.rng.randint(1, 999)}]",
                                    f"https://github.example/{w.value('l').lower()}/issues/{w.rng.randint(1, 999)}"]))  # fmt: skip
    return points


def help_page(w: Writer) -> list[str]:
    """How to do something with a program: a heading, sentences, steps."""
    lines = _heads(w, "help", 1, 1)
    lines += _sized(w, _said(w, "help", 0, 4))
    steps = _said(w, "help", 2, 7) + (w.prose("manual", 1, 3) if w.rng.random() < 0.5 else [])
    w.rng.shuffle(steps)
    mark = w.rng.choice(["{n}. ", "", "", "- ", "{n}) "])
    lines += [mark.replace("{n}", str(number)) + step for number, step in enumerate(steps, 1)]
    if w.rng.random() < 0.4:
        lines += [*_heads(w, "help", 1, 1), *_sized(w, _said(w, "help", 1, 4))]
    return lines


def notice(w: Writer) -> list[str]:
    """What a site says about data, in plain words and often without its title."""
    lines = [w.title("policy")] if w.rng.random() < 0.5 else []
    for section in w.headings(_heads(w, "notice", 1, 4)):
        said = _said(w, "notice", 1, 4) + (w.prose("policy", 1, 2) if w.rng.random() < 0.5 else [])
        lines += [section, *_sized(w, said)] if w.rng.random() < 0.8 else _sized(w, said)
    return lines


def feature(w: Writer) -> list[str]:
    """News told at length: background and voices rather than the latest."""
    body = _said(w, "feature", 3, 10) + w.prose("news", 1, 6)
    w.rng.shuffle(body)
    return [*([w.title("news")] if w.rng.random() < 0.3 else []), *_sized(w, body)]


def study(w: Writer) -> list[str]:
    """A report that tells what was looked into and what came of it."""
    lines = [w.title("report")] if w.rng.random() < 0.6 else []
    sections = w.headings(w.lines("report", 1, 5)) if w.rng.random() < 0.7 else [""]
    for number, section in enumerate(sections, 1):
        said = _said(w, "finding", 1, 4) + w.prose("report", 0, 3)
        w.rng.shuffle(said)
        lines += [f"{number} {section}" if section and w.rng.random() < 0.2 else section, *_sized(w, said)]
    return lines


def article(w: Writer) -> list[str]:
    """Of an encyclopaedia: no kind of document here."""
    lines = _heads(w, "lore", 0, 1)
    for section in ["", *w.headings(_heads(w, "lore", 0, 3))]:
        lines += [section, *_sized(w, _said(w, "lore", 1, 6))]
    return lines


def web_page(w: Writer) -> list[str]:
    """A page of a club, a shop, a firm or a person, with what surrounds it: no kind of document here."""
    rng = w.rng
    chance = rng.random()
    menu = _said(w, "page", 1, 3)
    if chance < 0.35:
        team: list[str] = _heads(w, "page", 1, 1)
        for _ in range(rng.randint(2, 9)):
            rank = w.pick(RANKS[w.language])
            team.append(
                f"{w.value('p')}, {rank}" if rng.random() < 0.4 else f"{w.value('p')}\n{rank.capitalize()}"
            )
            team += _said(w, "bio", 0, 3)
        return [*(menu if rng.random() < 0.5 else []), *team]
    if chance < 0.7:
        body = _said(w, "page", 4, 14)
        return [
            *_heads(w, "page", 0, 2),
            *(body if rng.random() < 0.6 else _sized(w, body)),
            *_said(w, "bio", 0, 1),
        ]
    post = _said(w, "blog", 3, 9) + _said(w, "page", 0, 2)
    return [w.value("c")] * (rng.random() < 0.2) + _sized(w, post)


def tale(w: Writer) -> list[str]:
    """A story, or a joke: no kind of document here."""
    body = _said(w, "story", 3, 9)
    return _sized(w, body) if w.rng.random() < 0.7 else paragraphs(w, body)


def chatter(w: Writer) -> list[str]:
    """A review, a post or a comment: somebody speaks, but to everybody."""
    body = w.prose("unknown", 1, 4) + _said(w, "blog", 0, 2)
    w.rng.shuffle(body)
    return [" ".join(body)] if w.rng.random() < 0.6 else body


def fresh_letter(w: Writer) -> list[str]:
    """A letter whose head was cut off."""
    return [w.pick(LINES[w.language]["hello"]), "", *_sized(w, w.prose("letter", 3, 8)), w.pick(LINES[w.language]["bye"]), w.value("p")]  # fmt: skip
