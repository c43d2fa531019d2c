"""Cloister: documents made safe to hand out, on the machine where they lie."""

__version__ = "0.1.0"
