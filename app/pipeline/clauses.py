"""The clauses of a contract as a reviewer goes through them: by kind, in the order in which a lawyer asks for them."""

from __future__ import annotations

from app.documents import Analysis, Field

KINDS = (
    "governing_law", "effective_date", "term", "expiration", "renewal_term", "notice_to_end_renewal", "notice_period",
    "termination_for_convenience", "liability_cap", "uncapped_liability", "liquidated_damages", "insurance",
    "warranty_duration", "non_compete", "exclusivity", "no_solicit_employees", "no_solicit_customers",
    "non_disparagement", "change_of_control", "anti_assignment", "audit_rights", "licence_grant",
    "non_transferable_licence", "perpetual_licence", "affiliate_licence", "ip_assignment", "joint_ip",
    "source_code_escrow", "revenue_sharing", "minimum_commitment", "volume_restriction", "price_restrictions",
    "most_favoured_customer", "first_refusal", "covenant_not_to_sue", "post_termination_services",
)  # fmt: skip
"""Names of the clauses that are looked for, facts of a contract among them."""


def by_kind(analysis: Analysis) -> dict[str, list[Field]]:
    """The clauses that were found, in the order of `KINDS`; none in documents that hold no clause."""
    found: dict[str, list[Field]] = {}
    for kind in KINDS:
        fields = [field for field in analysis.fields if field.name == kind and field.row is None]
        if fields:
            found[kind] = fields
    return found


def missing(analysis: Analysis) -> list[str]:
    """Clauses that were looked for in a contract and not found: a reviewer looks for them by eye."""
    if analysis.category.label != "contract":
        return []
    found = by_kind(analysis)
    return [kind for kind in KINDS if kind not in found]
