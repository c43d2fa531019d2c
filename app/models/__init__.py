"""The local models: an encoder in llama.cpp and small heads in NumPy. No other room touches llama.cpp."""

from app.models.bundle import ModelBundle, load_bundle
from app.models.catalogue import (
    AddedModel,
    ModelFile,
    add_model,
    added_models,
    bundled_folder,
    check_added,
    check_bundled,
    read_catalogue,
)
from app.models.encoded import EncodedText

__all__ = [
    "AddedModel",
    "EncodedText",
    "ModelBundle",
    "ModelFile",
    "add_model",
    "added_models",
    "bundled_folder",
    "check_added",
    "check_bundled",
    "load_bundle",
    "read_catalogue",
]
