"""What the check of a single file says, in plain words."""

from __future__ import annotations

import re

from app.desktop.texts import mark, sentence, tr

CHANNELS = {
    "text under boxes": mark("Text under boxes"), "content under boxes": mark("Pictures under boxes"),
    "invisible text": mark("Invisible text"), "outside the page": mark("Outside the page"),
    "annotations": mark("Annotations"), "revisions": mark("Older revisions"),
    "tracked changes": mark("Tracked changes"), "comments": mark("Comments"), "hidden text": mark("Hidden text"),
    "metadata": mark("Metadata"), "hidden layers": mark("Hidden layers"), "attachments": mark("Attachments"),
    "scripts": mark("Scripts"), "macros": mark("Macros"), "form values": mark("Form values"),
}  # fmt: skip
DETAILS = {
    "a comment or unapplied redaction mark is left": mark("A comment or a redaction mark that was never applied is left."),
    "text lies under a dark box": mark("The text is still there under a dark box: it can be copied out."),
    "text that the page does not show": mark("The page holds text that it does not show; it can be copied out."),
    "text beside the visible part of the page": mark("Text lies beside the visible part of the page."),
    "a picture or drawing lies under a box": mark("A picture or a drawing is still there under a box."),
    "the file holds older revisions of itself": mark("The file holds an older state of itself."),
    "tracked changes are left in the document": mark("What was deleted or put in can still be read."),
    "hidden text or a hidden sheet is left": mark("Text or a sheet is only hidden, not removed."),
    "text is only marked black": mark("Text is only marked black: it can be copied out."),
    "comments are left in the document": mark("Comments are left in the document."),
    "it names an author, a title or an editing history": mark("It names an author, a title or an editing history."),
    "files are attached to it": mark("Files are attached to it."),
    "it holds scripts": mark("It holds scripts."),
    "form fields still hold what was typed into them": mark("Form fields still hold what was typed into them."),
    "it holds a second copy of the form": mark("It holds a second copy of the form."),
    "a layer is switched off, but still there": mark("A layer is switched off, but still there."),
    "it carries this part along": mark("The file carries this part along."),
    "it says where the picture was taken": mark("It says where the picture was taken."),
    "it holds a small copy of the picture": mark("It holds a small copy of the picture, perhaps of its first state."),
    "a comment or a description hangs on the picture": mark("A comment or a description hangs on the picture."),
    "texts hang on the picture": mark("Texts hang on the picture."),
}  # fmt: skip
PLACES = {
    "document information": mark("Document properties"), "text chunks": mark("Text chunks"), "": mark("The whole file"),
}  # fmt: skip
NOTES = {
    "The file unpacks to more than can be checked.": mark("The file unpacks to more than can be checked."),
    "A part of the file unpacks to more than can be checked.": mark("A part of the file unpacks to more than can be checked."),
    "Files are nested too deeply to be checked.": mark("Files are nested too deeply to be checked."),
    "The PDF is encrypted, so it cannot be checked.": mark("The PDF is encrypted, so it cannot be checked."),
    "The PDF cannot be opened.": mark("The PDF cannot be opened."),
}  # fmt: skip
_FILLED = (
    (re.compile(r"the field (?P<name>\w+) is filled in"), mark("The field “{name}” is filled in.")),
    (re.compile(r"(?P<count>\d+) facts about the picture or its maker"),
     mark("{count} facts about the picture or its maker.")),
)  # fmt: skip
_PARSER = (
    (re.compile(r"The file cannot be opened \((?P<why>\w+)\)\."), mark("The file cannot be opened ({why}).")),
    (re.compile(r"An archive cannot be unpacked \((?P<why>\w+)\)\."), mark("An archive cannot be unpacked ({why}).")),
    (re.compile(r"A mail cannot be taken apart \((?P<why>\w+)\)\."), mark("A mail cannot be taken apart ({why}).")),
    (re.compile(r"The PDF cannot be opened by the second parser \((?P<why>\w+)\)\."),
     mark("The PDF cannot be opened by the second parser ({why}).")),
    (re.compile(r"Page (?P<why>\d+) cannot be opened\."), mark("Page {why} cannot be opened.")),
    (re.compile(r"Object (?P<number>\d+) cannot be read \((?P<why>\w+)\)\."),
     mark("Object {number} cannot be read ({why}).")),
)  # fmt: skip
_PAGE = re.compile(r"page (?P<number>\d+)")


def channel(name: str) -> str:
    """The title of a way in which a file can give something away."""
    return tr(CHANNELS[name]) if name in CHANNELS else name


def place(name: str) -> str:
    """Where in the file it is."""
    match = _PAGE.fullmatch(name)
    if match:
        return tr("page {number}", number=match["number"])
    return tr(PLACES[name]) if name in PLACES else name


def detail(text: str) -> str:
    """What is wrong there."""
    if text in DETAILS:
        return tr(DETAILS[text])
    return _filled(text, _FILLED) or text


def note(text: str) -> str:
    """Something worth a look, or a reason why a part could not be looked at."""
    if text in NOTES:
        return tr(NOTES[text])
    name, colon, rest = text.partition(": ")
    if colon and name in CHANNELS:
        return f"{channel(name)}: {detail(rest)}"
    return _filled(text, _PARSER) or sentence(text)


def _filled(text: str, known: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for pattern, said in known:
        match = pattern.fullmatch(text)
        if match:
            return tr(said, **match.groupdict())
    return ""
