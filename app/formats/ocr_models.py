"""The text detector and recogniser of RapidOCR, run straight from the files in its wheel.

Only the wheel's ONNX models are used, none of its code: no part of it that could download is ever
imported. Both models are loaded once in a process, at the first picture.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from app.documents.errors import ModelError

Pixels = NDArray[np.uint8]
"""Shape (height, width, 3), RGB."""

_LOCK = threading.Lock()
_THREADS = 2
_DETECTOR = "PP-OCRv6_det_small.onnx"
_RECOGNISER = "PP-OCRv6_rec_small.onnx"

_INK = 0.3
"""Probability above which a pixel belongs to text."""
_SURE = 0.5
"""Mean probability above which a region is text."""
_GROW = 1.6
"""A region found is the core of a line; it grows by area * this / perimeter on every side."""
_MOST_REGIONS = 3_000
_HEIGHT = 48
"""Height in pixels at which the recogniser reads a line."""
_WIDEST = 3_840


@dataclass(frozen=True, slots=True, eq=False)
class LineRead:
    """Characters of one line, with the place of each along the line, as a share of its width."""

    text: str
    places: NDArray[np.float64]
    scores: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Models:
    detector: Any
    recogniser: Any
    alphabet: tuple[str, ...]
    pool: ThreadPoolExecutor


@cache
def _load() -> _Models:
    """Raises ModelError where the wheel's files are missing."""
    import onnxruntime

    found = find_spec("rapidocr")
    if found is None or found.origin is None:
        raise ModelError("The models for reading pictures are missing. Install Cloister again.")
    folder = Path(found.origin).parent / "models"
    sessions = []
    for name, threads in ((_DETECTOR, _THREADS), (_RECOGNISER, 1)):
        if not (folder / name).is_file():
            raise ModelError("The models for reading pictures are missing. Install Cloister again.")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 4
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # no busy waiting
        provider = ("CPUExecutionProvider", {"arena_extend_strategy": "kSameAsRequested"})
        sessions.append(onnxruntime.InferenceSession(str(folder / name), options, providers=[provider]))
    letters = sessions[1].get_modelmeta().custom_metadata_map["character"].splitlines()
    pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="ocr")
    return _Models(sessions[0], sessions[1], ("", *letters, " "), pool)


def _models() -> _Models:
    with _LOCK:
        return _load()


@cache
def _give_memory_back() -> Any:
    """Options of a run that returns the working memory afterwards; pictures differ much in size."""
    import onnxruntime

    options = onnxruntime.RunOptions()
    options.add_run_config_entry("memory.enable_memory_arena_shrinkage", "cpu:0")
    return options


def _run(session: Any, batch: NDArray[np.float32]) -> NDArray[np.float32]:
    output = session.run(None, {session.get_inputs()[0].name: batch}, _give_memory_back())
    return np.asarray(output[0], dtype=np.float32)


def _normalised(pixels: Pixels) -> NDArray[np.float32]:
    """Channels first, in BGR order as the models were trained, -1 to 1."""
    return np.asarray((pixels[:, :, ::-1].astype(np.float32) / 127.5 - 1.0).transpose(2, 0, 1), np.float32)


def detect(pixels: Pixels, longest: int) -> NDArray[np.float64]:
    """Regions of text: quadrilaterals (n, 4, 2), x and y from the top left corner clockwise.

    The picture is scaled so that its longer side is at most `longest` pixels; small ones are enlarged.
    """
    high, wide = pixels.shape[:2]
    scale = min(longest / max(high, wide), max(1.0, min(2.0, 0.75 * longest / max(high, wide))))
    new_wide = max(32, round(wide * scale / 32) * 32)
    new_high = max(32, round(high * scale / 32) * 32)
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    small = np.asarray(cv2.resize(pixels, (new_wide, new_high), interpolation=way), dtype=np.uint8)
    heat = _run(_models().detector, _normalised(small)[np.newaxis])[0, 0]
    quads = _regions(heat)
    if not quads:
        return np.empty((0, 4, 2))
    factor = np.array([wide / new_wide, high / new_high])
    return np.asarray(np.clip(np.stack(quads) * factor, 0, [wide, high]), dtype=np.float64)


def _regions(heat: NDArray[np.float32]) -> list[NDArray[np.float64]]:
    mask = cv2.dilate((heat > _INK).astype(np.uint8), np.ones((2, 2), np.uint8))
    outlines, _ = cv2.findContours(mask, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    found = []
    for outline in outlines[:_MOST_REGIONS]:
        (x, y), (w, h), angle = cv2.minAreaRect(outline)
        if min(w, h) < 3 or _mean_inside(heat, cv2.boxPoints(((x, y), (w, h), angle))) < _SURE:
            continue
        grow = w * h * _GROW / (2 * (w + h))
        corners = cv2.boxPoints(((x, y), (w + 2 * grow, h + 2 * grow), angle))
        found.append(_clockwise(np.asarray(corners, dtype=np.float64)))
    return found


def _mean_inside(heat: NDArray[np.float32], corners: Any) -> float:
    low = np.maximum(np.floor(corners.min(axis=0)).astype(int), 0)
    high = np.minimum(np.ceil(corners.max(axis=0)).astype(int) + 1, [heat.shape[1], heat.shape[0]])
    if (high <= low).any():
        return 0.0
    part = heat[low[1] : high[1], low[0] : high[0]]
    inside = np.zeros(part.shape, dtype=np.uint8)
    cv2.fillPoly(inside, [np.round(corners - low).astype(np.int32)], 1)
    return float(cv2.mean(part, inside)[0])


def _clockwise(corners: NDArray[np.float64]) -> NDArray[np.float64]:
    """Top left, top right, bottom right, bottom left."""
    by_x = corners[np.argsort(corners[:, 0], kind="stable")]
    left = by_x[:2][np.argsort(by_x[:2, 1], kind="stable")]
    right = by_x[2:][np.argsort(by_x[2:, 1], kind="stable")]
    return np.stack([left[0], right[0], right[1], left[1]])


def crop(pixels: Pixels, quad: NDArray[np.float64]) -> Pixels:
    """The region turned upright, at the recogniser's height."""
    wide = max(float(np.linalg.norm(quad[0] - quad[1])), float(np.linalg.norm(quad[3] - quad[2])), 1.0)
    high = max(float(np.linalg.norm(quad[0] - quad[3])), float(np.linalg.norm(quad[1] - quad[2])), 1.0)
    width = int(min(max(round(wide * _HEIGHT / high), 16), _WIDEST))
    low = np.maximum(np.floor(quad.min(axis=0)).astype(int) - 1, 0)
    top = np.ceil(quad.max(axis=0)).astype(int) + 2
    part = pixels[low[1] : top[1], low[0] : top[0]]
    corners = (quad - low).astype(np.float32)
    reduce = high / _HEIGHT
    if reduce > 2:  # average before sampling, or thin strokes fall between the samples
        part = np.asarray(cv2.resize(part, None, fx=2 / reduce, fy=2 / reduce, interpolation=cv2.INTER_AREA))
        corners = corners * np.float32(2 / reduce)
    target = np.array([[0, 0], [width, 0], [width, _HEIGHT], [0, _HEIGHT]], dtype=np.float32)
    matrix = cv2.getPerspectiveTransform(corners, target)
    line = cv2.warpPerspective(
        part, matrix, (width, _HEIGHT), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(line, dtype=np.uint8)


def read_lines(lines: Sequence[Pixels]) -> list[LineRead]:
    """Read pictures of lines made by `crop`, in order.

    Two lines at a time on one thread each: that is faster than one line, or a batch, on two threads.
    """
    return list(_models().pool.map(_read_line, lines))


def _read_line(line: Pixels) -> LineRead:
    models = _models()
    width = line.shape[1]
    padded = max(64, -(-width // 64) * 64)
    batch = np.zeros((1, 3, _HEIGHT, padded), dtype=np.float32)
    batch[0, :, :, :width] = _normalised(line)
    return _decode(_run(models.recogniser, batch)[0], models.alphabet, width, padded)


def _decode(output: NDArray[np.float32], alphabet: tuple[str, ...], width: int, padded: int) -> LineRead:
    """Best path: repeats joined, the blank class dropped, a place for each character."""
    best = output.argmax(axis=1)
    top = output[np.arange(len(best)), best]
    change = np.concatenate(([True], best[1:] != best[:-1]))
    starts = np.flatnonzero(change)
    ends = np.concatenate((starts[1:], [len(best)]))
    keep = best[starts] != 0
    starts, ends = starts[keep], ends[keep]
    letters = [alphabet[k] if k < len(alphabet) else "" for k in best[starts].tolist()]
    step = padded / len(best)
    places = (starts + ends) / 2 * step / width
    scores = np.array([float(top[a:b].max()) for a, b in zip(starts, ends, strict=True)])
    return LineRead("".join(letters), np.clip(places, 0, 1), scores)
