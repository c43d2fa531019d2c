"""Deciding what goes and what stands in its place: policies, operators, the pseudonym vault, the plan."""

from app.masking.plan import Decision, build_plan
from app.masking.policy import (
    PRESETS,
    Policy,
    TypeRule,
    policy_from_json,
    policy_to_json,
    with_marks,
    with_threshold,
)
from app.masking.vault import MemoryVault, Vault

__all__ = [
    "PRESETS",
    "Decision",
    "MemoryVault",
    "Policy",
    "TypeRule",
    "Vault",
    "build_plan",
    "policy_from_json",
    "policy_to_json",
    "with_marks",
    "with_threshold",
]
