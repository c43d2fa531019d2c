"""Office files under a password: the package inside, by msoffcrypto (ECMA-376 agile and standard encryption)."""

from __future__ import annotations

import io

from app.documents import Limits
from app.documents.errors import DamagedFile, LimitExceeded, PasswordNeeded

OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = 64 * 1024 * 1024
_MARK = "EncryptedPackage".encode("utf-16-le")


def is_locked(data: bytes) -> bool:
    """Whether these bytes are an Office file in the encrypted envelope."""
    return data.startswith(OLE_SIGNATURE) and _MARK in data[:_HEAD]


def unlock(data: bytes, password: str | None, limits: Limits) -> bytes:
    """The package inside an encrypted Office file; any other file as it is.

    Raises PasswordNeeded without the right password, DamagedFile, LimitExceeded.
    """
    if not is_locked(data):
        return data
    if not password:
        raise PasswordNeeded
    import msoffcrypto
    from msoffcrypto.exceptions import InvalidKeyError

    package = io.BytesIO()
    try:
        envelope = msoffcrypto.OfficeFile(io.BytesIO(data))
        envelope.load_key(password=password, verify_password=True)
        envelope.decrypt(package)
    except InvalidKeyError as error:
        raise PasswordNeeded(wrong=True) from error
    except Exception as error:  # the library raises many kinds on broken envelopes
        raise DamagedFile("its encryption cannot be read") from error
    if package.tell() > limits.file_size:
        raise LimitExceeded(f"{package.tell() / 1048576:.0f} MiB", f"{limits.file_size / 1048576:.0f} MiB")
    return package.getvalue()
