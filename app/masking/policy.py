"""Policies: which kinds of private data go, how surely they must be found, and what stands in their place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from app.documents import ENTITY_TYPES, Operator

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
CAREFUL, USUAL, STRICT = 0.3, 0.45, 0.7


@dataclass(frozen=True, slots=True)
class TypeRule:
    """What happens to one type of finding."""

    operator: Operator = Operator.BLACKOUT
    threshold: float = CAREFUL
    """Findings under this score stay (but are shown for review)."""
    code: str = ""
    """Exemption code printed on the box."""
    colour: str = ""
    """Of the box, as "#rrggbb"; "" for the operator's usual one: black, or near white behind a label."""
    spares: str = ""
    """What of a finding may stay: "" nothing, "years" the year of a date, "under_90" ages up to 89."""


@dataclass(frozen=True, slots=True)
class Policy:
    """A named set of rules, with terms that always stay (`allow`) or always go (`deny`).

    Terms may hold the wild cards * and ?, or be a regular expression between slashes.
    """

    name: str
    title: str
    rules: dict[str, TypeRule] = field(default_factory=dict)
    default: TypeRule = TypeRule()
    allow: tuple[str, ...] = ()
    deny: tuple[str, ...] = ()

    def rule(self, type_: str) -> TypeRule:
        """The rule for a type; the default's where none is set."""
        return self.rules.get(type_, self.default)


_KEEP = TypeRule(Operator.KEEP)
_NAMES = ("PERSON", "TITLE", "USERNAME", "TERM")


def _share_outside() -> Policy:
    """Everything that identifies a person goes; what only tells when or which nation stays readable."""
    stays = {
        "NRP": _KEEP,
        "URL": TypeRule(threshold=USUAL),
        "DATE_TIME": _KEEP,
        "LOCATION": TypeRule(threshold=USUAL),
    }
    return Policy("share_outside", "Share outside the firm", stays)


def _gdpr() -> Policy:
    rules = {
        "NRP": _KEEP,
        "TITLE": _KEEP,
        "DATE_TIME": TypeRule(Operator.PSEUDONYM, STRICT),
        "URL": TypeRule(Operator.LABEL, USUAL),
    }
    return Policy("gdpr_pseudonymisation", "GDPR pseudonymisation", rules, TypeRule(Operator.PSEUDONYM))


def _hipaa() -> Policy:
    """The eighteen identifiers of 45 CFR 164.514(b)(2); ages up to 89 and years may stay."""
    years = TypeRule(Operator.LABEL, spares="years")
    rules = {
        "NRP": _KEEP,
        "TITLE": _KEEP,
        "AGE": TypeRule(Operator.LABEL, spares="under_90"),
        "DATE_TIME": years,
        "DATE_OF_BIRTH": years,
    }
    return Policy("hipaa_safe_harbor", "HIPAA Safe Harbor", rules, TypeRule(Operator.LABEL))


def _foi() -> Policy:
    """Release under freedom-of-information law, with the codes of 5 U.S.C. 552(b)."""
    privacy = TypeRule(code="(b)(6)")
    rules = dict.fromkeys(ENTITY_TYPES, privacy)
    rules |= {"ORGANIZATION": _KEEP, "LOCATION": _KEEP, "DATE_TIME": _KEEP, "NRP": _KEEP, "URL": _KEEP}
    commercial = TypeRule(code="(b)(4)")
    rules |= dict.fromkeys(
        ("IBAN_CODE", "ACCOUNT_NUMBER", "SWIFT_CODE", "SORT_CODE", "CREDIT_CARD"), commercial
    )
    return Policy("foi_release", "Freedom of information release", rules, privacy)


def _names_only() -> Policy:
    return Policy("names_only", "Names only", {type_: TypeRule() for type_ in _NAMES}, _KEEP)


def _custom() -> Policy:
    return Policy("custom", "Custom")


PRESETS: dict[str, Policy] = {
    policy.name: policy for policy in (_share_outside(), _gdpr(), _hipaa(), _foi(), _names_only(), _custom())
}


def with_threshold(policy: Policy, threshold: float) -> Policy:
    """The same policy, as strict as the one knob says: all thresholds become `threshold`."""
    rules = {type_: replace(rule, threshold=threshold) for type_, rule in policy.rules.items()}
    return replace(policy, rules=rules, default=replace(policy.default, threshold=threshold))


def with_marks(policy: Policy, codes: Mapping[str, str], colours: Mapping[str, str]) -> Policy:
    """The same policy with exemption codes and colours of boxes by type; the type "*" stands for all.

    Raises ValueError on a colour that is not "#rrggbb".
    """
    for colour in colours.values():
        if _COLOUR.fullmatch(colour) is None:
            raise ValueError(f"{colour} is no colour of the form #rrggbb")

    def marked(type_: str, rule: TypeRule) -> TypeRule:
        code = codes.get(type_, codes.get("*", rule.code))
        return replace(rule, code=code, colour=colours.get(type_, colours.get("*", rule.colour)))

    types = {*policy.rules, *codes, *colours} - {"*"}
    rules = {type_: marked(type_, policy.rule(type_)) for type_ in sorted(types)}
    return replace(policy, rules=rules, default=marked("*", policy.default))


def policy_to_json(policy: Policy) -> dict[str, Any]:
    return asdict(policy)


def policy_from_json(data: dict[str, Any]) -> Policy:
    """Reverse of `policy_to_json`. Raises ValueError on an unknown operator or colour."""
    return Policy(
        str(data["name"]),
        str(data["title"]),
        {type_: _rule(rule) for type_, rule in data["rules"].items()},
        _rule(data["default"]),
        tuple(data["allow"]),
        tuple(data["deny"]),
    )


def _rule(data: dict[str, Any]) -> TypeRule:
    colour = str(data.get("colour", ""))
    if colour and _COLOUR.fullmatch(colour) is None:
        raise ValueError(f"{colour} is no colour of the form #rrggbb")
    return TypeRule(
        Operator(data["operator"]),
        float(data["threshold"]),
        str(data["code"]),
        colour,
        str(data.get("spares", "")),
    )
