"""What the program stands on: a bill of materials, and a check of every licence and every package.

    .venv/bin/python packaging/supply_chain.py sbom     CycloneDX 1.6 as JSON on standard output
    .venv/bin/python packaging/supply_chain.py check    exit 1 and a line for each problem

The check fails on a licence that is not permissive, LGPL or MPL, and on a locked package that nobody has looked at
for calls to the network (`packaging/reviewed.txt` names those that were, and what was found).
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from importlib import metadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
_LOCKED = re.compile(r"^(?P<name>[a-z0-9_.-]+)==(?P<version>[^ ;\\]+)(?P<rest>(?:.*\\\n)*.*)$", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_ALLOWED = (
    "mit", "mit-0", "mit-cmu", "mit license", "apache-2.0", "apache software license", "bsd", "bsd license",
    "bsd-2-clause", "bsd-3-clause", "3-clause bsd license", "0bsd", "isc", "isc license (iscl)", "zlib", "psf-2.0", "cc0-1.0",
    "python software foundation license", "mpl-2.0", "mozilla public license 2.0 (mpl 2.0)", "lgpl-3.0-only", "cnri-python",
    "gnu lesser general public license v3 (lgplv3)", "gnu lesser general public license v2 or later (lgplv2+)",
    "dependency licenses", "osi approved", "dfsg approved", "apache license", "version 2.0",
)  # fmt: skip
_NONE = "no network code"
_NETWORK = re.compile(
    r"^\s*(?:import|from) (?:socket|http\.client|urllib\.request|ftplib|smtplib|requests|httpx|aiohttp)\b",
    re.MULTILINE,
)
_STATED_ELSEWHERE = {
    "sqlcipher3": "Zlib",  # its LICENSE file; SQLCipher itself is BSD-3-Clause
    "odfpy": "Apache-2.0",  # offered under it, besides the GPL and the LGPL; used by tests only
    "colorama": "BSD-3-Clause",  # Windows only, as the three below
    "httpx2-jsfetch": "BSD-3-Clause",
    "pyreadline3": "BSD-3-Clause",
    "pywin32-ctypes": "BSD-3-Clause",
}


def locked() -> list[dict[str, Any]]:
    """Name, version and SHA-256 digests of every package of the lock file."""
    text = (ROOT / "packaging" / "requirements.lock").read_text("utf-8")
    return [
        {"name": m["name"], "version": m["version"], "sha256": _HASH.findall(m["rest"])}
        for m in _LOCKED.finditer(text)
    ]


def licence_of(name: str) -> str:
    """As the package states it, "" where it states none and none is known."""
    if name in _STATED_ELSEWHERE:
        return _STATED_ELSEWHERE[name]
    try:
        facts = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return ""
    classified = [
        c.split("::")[-1].strip() for c in facts.get_all("Classifier") or [] if c.startswith("License")
    ]
    plain = str(facts.get("License") or "").strip()
    first_line = plain.splitlines()[0] if plain else ""
    return str(facts.get("License-Expression") or ", ".join(classified) or first_line)


def is_allowed(licence: str) -> bool:
    """Every part that holds together, and one of those offered to choose from."""
    if not licence:
        return False
    choices = re.split(r"\s+OR\s+", licence)
    return any(
        all(part.strip().lower() in _ALLOWED for part in re.split(r"\s+AND\s+|,\s*|;\s*", choice))
        for choice in choices
    )


def reviewed() -> dict[str, str]:
    """Packages that were looked at for network calls, with what was found."""
    lines = (ROOT / "packaging" / "reviewed.txt").read_text("utf-8").splitlines()
    pairs = (line.partition(":") for line in lines if line.strip() and not line.startswith("#"))
    return {name.strip(): note.strip() for name, _, note in pairs}


def network_module(name: str) -> str:
    """The first module of a package that imports network code; "" where none does."""
    try:
        files = metadata.files(name) or []
    except metadata.PackageNotFoundError:
        return ""
    for file in files:
        if file.suffix == ".py":
            try:
                text = Path(str(file.locate())).read_text("utf-8", "replace")
            except OSError:
                continue
            if _NETWORK.search(text):
                return str(file)
    return ""


def problems() -> list[str]:
    """What the check finds wrong: sentences."""
    known = reviewed()
    found = []
    for package in locked():
        name, licence = package["name"], licence_of(package["name"])
        if not is_allowed(licence):
            found.append(f"{name}: its licence is not one that may be shipped ({licence or 'none stated'}).")
        if not package["sha256"]:
            found.append(f"{name}: the lock file has no hash for it.")
        if name not in known:
            found.append(f"{name}: look whether it calls the network, and add it to packaging/reviewed.txt.")
        elif known[name] == _NONE and (module := network_module(name)):
            found.append(
                f"{name}: {module} has network code; look at it and say in packaging/reviewed.txt what it is."
            )
    return found


def sbom() -> dict[str, Any]:
    """CycloneDX 1.6: the locked packages and the bundled model files."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    packages = [
        {
            "type": "library",
            "bom-ref": f"pkg:pypi/{p['name']}@{p['version']}",
            "purl": f"pkg:pypi/{p['name']}@{p['version']}",
            "name": p["name"],
            "version": p["version"],
            "licenses": [{"license": {"name": licence_of(p["name"]) or "see package"}}],
            "properties": [{"name": "cloister:sha256", "value": digest} for digest in p["sha256"]],
        }
        for p in locked()
    ]
    catalogue = json.loads((ROOT / "resources" / "models" / "catalogue.json").read_text("utf-8"))
    models = [
        {
            "type": "machine-learning-model",
            "bom-ref": f"model:{file['name']}",
            "name": file["name"],
            "description": file["purpose"],
            "hashes": [{"alg": "SHA-256", "content": file["sha256"]}],
            "licenses": [{"license": {"id": file["licence"]}}],
        }
        for file in catalogue["files"]
    ]
    component = {
        "type": "application",
        "bom-ref": "cloister",
        "name": project["name"],
        "version": project["version"],
    }
    references = [part["bom-ref"] for part in [*packages, *models]]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {**component, "licenses": [{"license": {"id": project["license"]}}]}},
        "components": [*packages, *models],
        "dependencies": [{"ref": "cloister", "dependsOn": references}],
    }


def main(arguments: list[str]) -> int:
    if arguments == ["sbom"]:
        print(json.dumps(sbom(), indent=1))
        return 0
    if arguments == ["check"]:
        found = problems()
        print("\n".join(found) or f"{len(locked())} packages: licences, hashes and reviews are in order.")
        return 1 if found else 0
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
