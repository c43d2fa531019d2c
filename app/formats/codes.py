"""Two-dimensional codes in pictures: what they say is text of the picture like any other."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from app.documents import Box

_LONGEST = 2400
_MOST = 50


@dataclass(frozen=True, slots=True)
class Code:
    """What a QR code says, and the box around it in pixels."""

    text: str
    box: Box


def decode_codes(pixels: NDArray[np.uint8]) -> list[Code]:
    """QR codes in an RGB picture, from top to bottom; codes that cannot be decoded are left out."""
    high, wide = pixels.shape[:2]
    scale = min(1.0, _LONGEST / max(high, wide))
    if scale < 1:
        pixels = np.asarray(
            cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8
        )
    try:
        found, texts, corners, _ = cv2.QRCodeDetector().detectAndDecodeMulti(pixels)
    except cv2.error:  # the detector trips over some pictures without codes
        return []
    if not found or corners is None:
        return []
    codes = []
    for text, quad in zip(texts[:_MOST], corners, strict=False):
        clean = " ".join(str(text).replace("\x00", " ").encode("utf-8", "replace").decode("utf-8").split())
        if clean:
            x0, y0 = (quad.min(axis=0) / scale).tolist()
            x1, y1 = (quad.max(axis=0) / scale).tolist()
            box = Box(max(0.0, x0), max(0.0, y0), min(float(wide), x1), min(float(high), y1))
            codes.append(Code(clean, box))
    return sorted(codes, key=lambda code: (code.box.y0, code.box.x0, code.text))
