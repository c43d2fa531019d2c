"""Every failure a user can meet: a class, a sentence that says what to do, an exit code."""

from __future__ import annotations


class CloisterError(Exception):
    """Base of all errors told to the user. `str(error)` is one sentence without private text."""

    exit_code = 1
    reason = "error"


class UsageError(CloisterError):
    """The call itself makes no sense."""

    exit_code = 2
    reason = "usage"


class DocumentError(CloisterError):
    """One document cannot be processed; the others go on."""

    reason = "document"


class FileVanished(DocumentError):
    reason = "vanished"

    def __init__(self) -> None:
        super().__init__("The file is no longer there. Add it again from where it lies now.")


class FileUnreadable(DocumentError):
    reason = "unreadable"

    def __init__(self) -> None:
        super().__init__("The file may not be read. Give yourself permission to read it, then try again.")


class EmptyFile(DocumentError):
    reason = "empty"

    def __init__(self) -> None:
        super().__init__("The file is empty. There is nothing to process.")


class UnsupportedFormat(DocumentError):
    reason = "unsupported"

    def __init__(self, hint: str = "") -> None:
        super().__init__(
            "This kind of file is not supported. Save it as PDF, Office, text or picture, then try again."
            + (f" ({hint})" if hint else "")
        )


class DamagedFile(DocumentError):
    reason = "damaged"

    def __init__(self, detail: str = "") -> None:
        super().__init__(
            "The file is damaged and cannot be read. Open it in the program that made it and save it again."
            + (f" ({detail})" if detail else "")
        )


class PasswordNeeded(DocumentError):
    reason = "password"

    def __init__(self, wrong: bool = False) -> None:
        super().__init__(
            "The password does not open this file. Check it and try again."
            if wrong
            else "The file is protected by a password. Give the password to open it."
        )


class LimitExceeded(DocumentError):
    reason = "limit"

    def __init__(self, what: str, limit: str) -> None:
        super().__init__(f"The file has too much in it: {what} (limit {limit}). Split it and add the parts.")


class TimedOut(DocumentError):
    reason = "timeout"

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"The file took longer than {seconds:g} s and was set aside. "
            "Split it, or raise the limit in the settings."
        )


class WorkerDied(DocumentError):
    reason = "crash"

    def __init__(self) -> None:
        super().__init__(
            "Reading the file brought its worker down twice, so it was set aside. The file may be damaged."
        )


class RedactionRefused(DocumentError):
    """The redactor or the check cannot vouch for the result; nothing was written."""

    reason = "refused"


class PlanMismatch(DocumentError):
    reason = "changed"

    def __init__(self) -> None:
        super().__init__("The file has changed since it was reviewed. Process it again before you export it.")


class CannotWrite(DocumentError):
    reason = "write"

    def __init__(self, detail: str = "") -> None:
        super().__init__(
            "The copy could not be written. Make room or choose another folder, then try again."
            + (f" ({detail})" if detail else "")
        )


class LeakFound(CloisterError):
    """The independent check found something that should be gone."""

    exit_code = 3
    reason = "leak"


class StoreError(CloisterError):
    """The library cannot be opened or used."""

    reason = "store"


class WrongPassphrase(StoreError):
    def __init__(self) -> None:
        super().__init__("The passphrase does not open the library. Check it and try again.")


class ModelError(CloisterError):
    """A bundled or added model cannot be used."""

    reason = "model"


class NetworkRefused(CloisterError, OSError):
    """Something in the process tried to reach the network."""

    reason = "network"

    def __init__(self, what: str = "") -> None:
        super().__init__(
            "A network call was refused. Cloister never uses the network." + (f" ({what})" if what else "")
        )
