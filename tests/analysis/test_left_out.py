"""What the finders need not import stays out, and can still be imported by others."""

import subprocess
import sys


def _python(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_the_analysis_brings_no_http_client_and_no_language_models_of_others() -> None:
    code = (
        "import sys, app.pipeline.analyse\n"
        "print(*sorted({name.split('.')[0] for name in sys.modules}\n"
        "  & {'requests', 'urllib3', 'httpx', 'spacy', 'thinc', 'weasel', 'typer'}))"
    )
    assert _python(code).split() == []


def test_the_real_packages_can_be_imported_afterwards() -> None:
    code = (
        "import app.analysis.pii\n"
        "import spacy, requests, presidio_analyzer.predefined_recognizers as known\n"
        "print(len(spacy.blank('en')('two words')), requests.Session.__name__, known.IbanRecognizer.__name__)"
    )
    assert _python(code).split() == ["2", "Session", "IbanRecognizer"]
