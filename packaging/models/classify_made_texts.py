"""Makers of generated documents that are running text, and of what is no document at all."""

from __future__ import annotations

import re

from classify_records import LINES
from classify_writer import WORDS, Writer, numbered, paragraphs


def contract(w: Writer) -> list[str]:
    return [w.title("contract"), *numbered(w, w.prose("contract", 3, 14), w.rng.randint(0, 5)),
            *([f"{w.value('c')}, {w.date()}", "_" * 20] if w.rng.random() < 0.5 else [])]  # fmt: skip


def letter(w: Writer) -> list[str]:
    if w.rng.random() < 0.2:
        return _note(w)
    body = w.aside(w.prose("letter", 2, 6))
    top = [*w.address(), *w.address(), f"{w.value('c')}, {w.date()}", *w.fields("letter", 0, 2, 0)]
    return [*(top if w.rng.random() < 0.8 else []), w.pick(LINES[w.language]["hello"]), "", *paragraphs(w, body), "",
            w.pick(LINES[w.language]["bye"]), w.value("p")]  # fmt: skip


def _note(w: Writer) -> list[str]:
    """Few formal lines, which may name an address or a number to answer to."""
    ways = w.rng.sample([w.value("e"), f"+{w.rng.randint(1, 49)} {w.rng.randint(10**8, 10**10 - 1)}", ""], 2)
    body = [*w.prose("letter", 1, 3), *(way for way in ways if way)]
    return [
        w.pick(LINES[w.language]["hello"]),
        "",
        " ".join(body),
        "",
        w.pick(LINES[w.language]["bye"]),
        w.value("p"),
    ]


def email(w: Writer) -> list[str]:
    lines: list[str] = []
    marks = {"en": "From|To|Subject", "de": "Von|An|Betreff", "fr": "De|À|Objet", "es": "De|Para|Asunto", "it": "Da|A|Oggetto",
             "pt": "De|Para|Assunto", "nl": "Van|Aan|Onderwerp", "pl": "Od|Do|Temat"}[w.language].split("|")  # fmt: skip
    if w.rng.random() < 0.3:
        lines += [
            f"{marks[0]}: {w.value('e')}",
            f"{marks[1]}: {w.value('e')}",
            f"{marks[2]}: {w.pick(WORDS)}",
            "",
        ]
    if w.language == "en" and w.rng.random() < 0.45:
        return _running_mail(w)
    lines += [
        w.pick(LINES[w.language]["hi"]),
        *paragraphs(w, w.aside(w.prose("email", 1, 7), 0, w.rng.choice([0, 0, 1, 3]))),
        w.pick(LINES[w.language]["cheers"]),
    ]
    if w.rng.random() < 0.5:
        lines.append(w.value("f"))
    if w.rng.random() < 0.25:
        quoted = "\n".join(w.prose("email", 1, 3))
        lines += [f"{w.date()} {w.value('p')} wrote:", *(f"> {line}" for line in quoted.split("\n"))]
    return lines


def _running_mail(w: Writer) -> list[str]:
    """A body alone: greeting and name run into the text, or are missing."""
    body = w.aside(w.prose("email", 2, 8), 0, w.rng.choice([0, 1, 2, 3]))
    if w.rng.random() < 0.4:  # business goes on at length before anything is asked
        matter = w.prose(w.rng.choice(["report", "contract", "court", "news", "minutes", "insurance"]), 2, 6)
        body = [*w.prose("email", 1, 2), *matter, *w.prose("email", 1, 2)]
    if w.rng.random() < 0.5:
        body[0] = f"{w.value('f')}{w.rng.choice([',', ' -', ':', ', '])} {body[0]}"
    if w.rng.random() < 0.5:
        body.append(f"{w.pick(LINES['en']['cheers'])} {w.rng.choice(['', w.value('f')])}".strip())
    return body if w.rng.random() < 0.6 else [" ".join(body)]


def meeting_minutes(w: Writer) -> list[str]:
    bullet = w.rng.choice(["- ", "* ", "", "• ", "1. "])
    lines = [w.title("meeting_minutes"), w.date()]
    for section in w.headings(w.lines("meeting", 0, 6)):
        lines.append(section)
        lines += [bullet + w.value("p") for _ in range(w.rng.randint(0, 5))] if w.rng.random() < 0.35 else []
        said = [
            f"{w.value('f')}: {s}" if w.rng.random() < 0.3 else s
            for s in w.aside(w.prose("minutes", 1, 5), 0, 1)
        ]
        lines += [bullet + sentence for sentence in said]
    return lines if len(lines) > 3 else [*lines, *w.prose("minutes", 4, 7)]


_SPOKEN = (
    "Yeah, I think so.|Um, okay, right.|So, what do we do about {c}?|Thank you, {f}.|Mm-hmm.|Well, you know, it's sort of done.|"
    "Can I ask a question?|Good morning, everyone.|I mean, we could just, uh, leave it as it is.|Is it the, the green one?|"
    "No, no, that's fine.|And then you've got the buttons on the side.|Right, so who's next?|Sorry, go ahead.|Uh, I don't know if that's gonna work.|"
    "Thank you, Chair.|I'd like to come back to what {f} said.|That's a good point, actually.|Okay, so the idea was to make it cheaper.|"
    "We talked about this last time, didn't we?|Can you put that up on the screen?|Oh yeah, I see what you mean.|The honourable member is right.|"
    "Let's move on to the next item.|I'll send it round after the meeting.|Hmm, maybe.|So the user would press it and, like, it lights up.|"
    "What about the cost?|Does anybody disagree?|I think we should vote on that.|It's kind of hard to say at the moment.|"
    "Could you repeat that, please? You were breaking up.|Madam Speaker, the government has been clear.|Cool, sounds great.|"
    "Well, according to the figures we have, it's about {n} per cent.|Let me just finish.|Yep. Yep. Exactly.|We still have ten minutes."
)
_SPOKEN_ELSEWHERE = (
    "Ja, genau.|OK.|Oui, voilà.|Sí, vale.|Allora, sì.|Hm.|Nou ja, goed.|No tak, właśnie.|Pois, está bem."
)


def transcript(w: Writer) -> list[str]:
    """A meeting word by word; counts as minutes."""
    speakers = [
        w.rng.choice([w.value("f"), w.value("p"), w.value("l").upper(), f"Speaker {n}"])
        for n in range(w.rng.randint(2, 5))
    ]
    mark = w.rng.choice(["{}: ", "**{}:** ", "[{}] ", "{} (00:12): ", "{}:\n"])
    spoken = _SPOKEN if w.language == "en" else _SPOKEN_ELSEWHERE
    lines = []
    for _ in range(w.rng.randint(6, 30)):
        said = (
            " ".join(w.some(spoken, 1, 4))
            if w.rng.random() < 0.6
            else " ".join(w.prose(w.rng.choice(["email", "minutes", "report", "minutes"]), 1, 3))
        )
        lines.append(mark.format(w.rng.choice(speakers)) + said)
    return lines


def medical_report(w: Writer) -> list[str]:
    lines = [w.title("medical_report"), *w.fields("medical_report", 0, 6)]
    if w.rng.random() < 0.3:
        return [*lines, " ".join(w.prose("medical", 3, 9))]
    for section in w.headings(w.lines("medical", 2, 6)):
        lines += [section + w.rng.choice([":", "", "\n"]), *paragraphs(w, w.prose("medical", 1, 3))]
    return lines


def court_decision(w: Writer) -> list[str]:
    top = [w.title("court_decision"), *w.fields("court_decision", 0, 3), f"{w.value('p')} v. {w.value('o')}"]
    body = w.prose("court", 3, 10)
    if w.rng.random() < 0.4:
        body = [w.rng.choice(["[{}] ", "{}. ", "{{{}}} "]).format(n) + s for n, s in enumerate(body, 1)]
    return [*(top if w.rng.random() < 0.6 else []), *paragraphs(w, body)]


def report(w: Writer) -> list[str]:
    lines = [w.title("report")]
    sections = w.lines("report", 2, 6)
    if w.rng.random() < 0.3:
        sections = [f"{number}. {section}" for number, section in enumerate(sections, 1)]
    for section in w.headings(sections):
        lines += [section, *paragraphs(w, w.aside(w.prose("report", 1, 5), 0, 1))]
    return lines


def scientific_paper(w: Writer) -> list[str]:
    if w.rng.random() < 0.45:
        return [" ".join(w.prose("paper", 3, 9))]
    lines = [w.title("scientific_paper"), ", ".join(w.value("p") for _ in range(3))]
    for section in w.headings(w.lines("paper", 2, 6)):
        cited = [s + w.rng.choice(["", " [3]", " (Lee et al., 2019)", ""]) for s in w.prose("paper", 2, 5)]
        lines += [section, " ".join(cited)]
    return lines


def news(w: Writer) -> list[str]:
    body = w.prose("news", 3, 9)
    if w.rng.random() < 0.4:
        body[0] = (
            f"{w.value('c').upper()} ({w.rng.choice(['AP', 'Reuters', 'dpa', 'AFP'])}) {w.rng.choice('-–—')} {body[0]}"
        )
    return [*([w.title("news")] if w.rng.random() < 0.7 else []), *paragraphs(w, body)]


def manual(w: Writer) -> list[str]:
    lines = [w.title("manual")]
    mark = w.rng.choice(["{n}. ", "- ", "", "", "Step {n}: "])
    for section in w.headings(w.lines("manual", 1, 6)):
        steps = w.prose("manual", 1, 5)
        if not mark and w.rng.random() < 0.6:
            steps = paragraphs(w, steps)
        lines += [section, *(mark.replace("{n}", str(n)) + s for n, s in enumerate(steps, 1))]
    return lines


_US = re.compile(
    r"\b[Tt]he (?:Company|Supplier|Licensor|Seller|Service Provider|Provider|Owner|Landlord|Employer|Disclosing Party|Lender)\b"
)
_YOU = re.compile(
    r"\b[Tt]he (?:Customer|Licensee|Client|Tenant|Receiving Party|Executive|Employee|Borrower|Buyer|Contractor|Consultant)\b"
)


def _with_users(w: Writer) -> list[str]:
    """An agreement of a platform with whoever uses it: a contract's sentences said to "you"."""
    name = w.value("o")
    sentences = [_YOU.sub("you", _US.sub("we", text)) for text in w.prose("contract", 2, 6)]
    sentences = [
        text.replace("either party", "either you or we").replace("The parties", "You and we")
        for text in sentences
    ]
    body = [*sentences, *w.prose("policy", 3, 8)]
    w.rng.shuffle(body)
    kind = w.rng.choice(["User Agreement", "Developer Terms", "Seller Agreement", "Terms of Use", "Advertising Terms", "Program Policies",
                         "Privacy Notice", "Data Processing Terms for Customers", "Community Rules", "Service Agreement"])  # fmt: skip
    opening = w.rng.choice([
        f"These terms apply to everybody who uses {name}. By continuing you agree to them.",
        f"This is an agreement between you and {name} (\"we\", \"us\"). Please read it before you sign up.",
        f"{name} (hereinafter \"we\") operates this website and explains here how we handle your information.",
        "PLEASE READ THESE TERMS CAREFULLY. BY PRESSING \"AGREE\" YOU ARE BOUND BY THEM.",
        f"This policy is part of the rules for people who sell, advertise or publish on {name}.",
    ])  # fmt: skip
    stamp = w.rng.choice(["Last updated", "Effective date", "Last modified", "Version of"])
    return [f"{name} {kind}", *([f"{stamp}: {w.date()}"] if w.rng.random() < 0.7 else []), "", opening,
            *numbered(w, body, w.rng.choice([0, 0, 1, 1, 5, 5]))]  # fmt: skip


def policy(w: Writer) -> list[str]:
    if w.language == "en" and w.rng.random() < 0.45:
        return _with_users(w)
    if w.rng.random() < 0.5:
        return [w.title("policy"), *numbered(w, w.prose("policy", 3, 14), w.rng.choice([0, 0, 1, 5, 5, 5]))]
    lines = [w.title("policy")]
    for section in w.headings(
        w.some(
            "Cookies|Your rights|Scope|1. Use of the service|Data we collect|Refunds|Contact|Abuse|Purpose",
            2,
            5,
        )
    ):
        body = w.prose("policy", 1, 4) + (w.prose("contract", 1, 2) if w.rng.random() < 0.3 else [])
        lines += [section, *([f"* {s}" for s in body] if w.rng.random() < 0.3 else paragraphs(w, body))]
    return lines


_ROWS = "qwertyuiop|asdfghjkl|zxcvbnm|yxcvbnm|azerty|1234567890"
_LATIN = "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore magna aliqua"


def _mashed(w: Writer) -> list[str]:
    """What fingers make on a keyboard, often the same again and again."""
    rng = w.rng
    made = []
    for _ in range(rng.randint(2, 12)):
        row = rng.choice(_ROWS.split("|"))
        start = rng.randrange(len(row) - 2)
        made.append(row[start : start + rng.randint(2, 6)])
    return [" ".join(made * rng.choice([1, 1, 5, 20]))]


def _noise(w: Writer) -> list[str]:
    """What a scanner reads from stains and rules."""
    rng = w.rng
    signs = (
        "abcdefghij klmnop qrst uvw xyz 0123 .,;:!|~^ "
        if rng.random() < 0.5
        else "l1I|i!;:~ .,_-'`^ rnvmO0  /\\()"
    )
    line = "".join(rng.choice(signs) for _ in range(rng.randint(15, 300)))
    return [line * rng.choice([1, 1, 10])]


def unknown(w: Writer) -> list[str]:
    """No document: noise, blind text, stories, reviews, lists."""
    chance = w.rng.random()
    if chance < 0.12:
        return _noise(w)
    if chance < 0.22:
        return _mashed(w)
    if chance < 0.32:
        words = _LATIN.split()
        return [" ".join(w.rng.choice(words) for _ in range(w.rng.randint(5, 150)))]
    return paragraphs(w, w.prose("unknown", 1, 5))
