"""“Is this file really redacted?”, asked of one file in a worker process: whoever made it, it is not trusted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.documents import Verification
from app.documents.errors import DocumentError
from app.pipeline.messages import verification_from_json
from app.pipeline.pool import Result, Task, worker_pool
from app.settings import Settings


def check_alone(
    path: Path, settings: Settings, stopped: Callable[[], bool] = lambda: False
) -> Verification | None:
    """What the file gives away by itself; None when it was stopped. Raises DocumentError."""
    header = {"path": str(path.absolute()), "redacted": None, "terms": None, "password": None, "ocr": False}
    todo = [Task(0, "verify", header, seconds=2 * settings.document_seconds)]
    results: list[Result] = []
    pool = worker_pool(settings)
    try:
        pool.run(lambda: todo.pop() if todo else None, results.append, stopped=stopped)
    finally:
        pool.close()
    if not results:
        return None
    if not results[0].ok:
        raise DocumentError(results[0].sentence)
    return verification_from_json(results[0].facts["verification"])
