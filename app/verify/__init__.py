"""The independent check: does a redacted file still give up what should be gone? Shares no code with the
redactor but the nouns in `documents`."""

from app.verify.alone import inspect
from app.verify.check import verify

__all__ = ["inspect", "verify"]
