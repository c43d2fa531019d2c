"""The clauses of a contract as a reviewer goes through them: by kind, in the order in which a lawyer asks for them."""

from __future__ import annotations

from app.documents import Analysis, Field

KINDS = (
    "preamble", "governing_law", "effective_date", "commencement", "term", "expiration", "renewal_term", "notice_to_end_renewal", "notice_period",
    "termination_for_convenience", "liability_cap", "uncapped_liability", "liquidated_damages", "insurance",
    "warranty_duration", "non_compete", "competition_exception", "exclusivity", "no_solicit_employees", "no_solicit_customers",
    "non_disparagement", "change_of_control", "anti_assignment", "audit_rights", "licence_grant",
    "non_transferable_licence", "perpetual_licence", "unlimited_licence", "affiliate_licence", "affiliate_licensor", "ip_assignment", "joint_ip",
    "source_code_escrow", "revenue_sharing", "minimum_commitment", "volume_restriction", "price_restrictions",
    "most_favoured_customer", "first_refusal", "covenant_not_to_sue", "third_party_beneficiary", "post_termination_services",
)  # fmt: skip
"""Names of the clauses that are looked for, facts of a contract among them."""
USUAL: dict[str, set[str]] = {
    "governing_law": set(), "effective_date": {"commencement"}, "term": {"expiration"}, "renewal_term": set(),
    "notice_period": {"notice_to_end_renewal"}, "termination_for_convenience": set(), "liability_cap": set(),
    "non_compete": set(), "anti_assignment": set(),
}  # fmt: skip
"""What a reviewer expects in any contract, with the clauses that say the same."""


def by_kind(analysis: Analysis) -> dict[str, list[Field]]:
    """The clauses that were found, in the order of `KINDS`; none in documents that hold no clause."""
    found: dict[str, list[Field]] = {}
    for kind in KINDS:
        fields = [field for field in analysis.fields if field.name == kind and field.row is None]
        if fields:
            found[kind] = fields
    return found


def missing(analysis: Analysis) -> list[str]:
    """What most contracts say and this one does not, as far as was found: a reviewer looks for it by eye."""
    if analysis.category.label != "contract":
        return []
    found = by_kind(analysis)
    return [kind for kind, same in USUAL.items() if kind not in found and not same & found.keys()]
