"""The one door to llama.cpp: token vectors for many sequences in one batch."""

from __future__ import annotations

import ctypes
import queue
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.documents.errors import ModelError

WIDTH = 384
"""Dimensions of a token vector."""
BATCH_TOKENS = 256
"""Tokens that are computed together: a window, or several short sequences. More is hardly faster, takes more memory
and leaves less to share out among lanes."""
BATCH_SEQUENCES = 64

_quiet: dict[str, Any] = {}


def _library() -> Any:
    """llama.cpp's low-level calls, silenced. Raises ModelError where the library does not load."""
    if "library" in _quiet:
        return _quiet["library"]
    try:
        from llama_cpp import llama_cpp as library
    except (ImportError, OSError, RuntimeError) as error:
        raise ModelError(
            "llama.cpp cannot be loaded on this machine, so names and places cannot be found. "
            "Install the package llama-cpp-python again for this processor."
        ) from error

    @library.llama_log_callback  # type: ignore[untyped-decorator]
    def silent(level: int, text: bytes, user_data: ctypes.c_void_p) -> None:
        """llama.cpp writes to stderr unless told where to write."""

    library.llama_log_set(silent, ctypes.c_void_p(0))
    library.llama_backend_init()
    _quiet.update(library=library, silent=silent)
    return library


class _Lane:
    """A context of llama.cpp over the shared weights: it computes one batch at a time, on one thread."""

    def __init__(self, library: Any, model: Any) -> None:
        """Raises ModelError where memory does not suffice."""
        self._library = library
        parameters = library.llama_context_default_params()
        parameters.n_ctx = parameters.n_batch = parameters.n_ubatch = BATCH_TOKENS
        parameters.n_seq_max = BATCH_SEQUENCES
        parameters.kv_unified = True
        parameters.embeddings = True
        parameters.pooling_type = library.LLAMA_POOLING_TYPE_NONE
        # Skips masked pairs, so many short sequences in one batch cost what they would cost alone.
        parameters.flash_attn_type = library.LLAMA_FLASH_ATTN_TYPE_ENABLED
        parameters.n_threads = parameters.n_threads_batch = 1
        self._context = library.llama_init_from_model(model, parameters)
        if not self._context:
            raise ModelError("There is not enough memory for the language model. Close other programs.")
        self._batch = library.llama_batch_init(BATCH_TOKENS, 0, 1)

    def close(self) -> None:
        self._library.llama_batch_free(self._batch)
        self._library.llama_free(self._context)

    def run(self, group: list[Sequence[int]]) -> list[NDArray[np.float32]]:
        """Vectors of each sequence. Other Python threads go on meanwhile."""
        library, batch = self._library, self._batch
        filled = 0
        for number, sequence in enumerate(group):
            for position, token in enumerate(sequence):
                batch.token[filled] = token
                batch.pos[filled] = position
                batch.n_seq_id[filled] = 1
                batch.seq_id[filled][0] = number
                batch.logits[filled] = 1
                filled += 1
        batch.n_tokens = filled
        if library.llama_encode(self._context, batch) != 0:
            raise ModelError("The language model stopped. Start Cloister again; check that memory is free.")
        pointer = library.llama_get_embeddings(self._context)
        rows = np.ctypeslib.as_array(pointer, shape=(filled, WIDTH)).copy()
        ends = np.cumsum([len(sequence) for sequence in group])
        return np.split(rows, ends[:-1])


class Encoder:
    """A BERT encoder in llama.cpp. One caller at a time; others wait.

    Up to `threads` lanes share out a text's windows. Threads inside one lane wait for each other by spinning, step by step: on a
    busy machine a short text took twelve times as long with two of them as with one. Lanes never wait for each other.
    """

    def __init__(self, path: Path, threads: int) -> None:
        """Map the model file into memory. Raises ModelError."""
        self._library = library = _library()
        self._lock = threading.Lock()
        self._threads = max(1, threads)
        self._lanes: list[_Lane] = []
        self._beside = ThreadPoolExecutor(self._threads, "encoder")
        self._model: Any = library.llama_model_load_from_file(
            str(path).encode(), library.llama_model_default_params()
        )
        if not self._model:
            raise ModelError(f"The model {path.name} cannot be read. Install Cloister again.")
        try:
            if library.llama_model_n_embd(self._model) != WIDTH:
                raise ModelError(f"The model {path.name} is not the one that Cloister was made with.")
            self._lanes.append(_Lane(library, self._model))
        except ModelError:
            self.close()
            raise

    def encode(
        self, sequences: Sequence[Sequence[int]], threads: int | None = None
    ) -> list[NDArray[np.float32]]:
        """Vectors of each sequence of token ids, shape (len(sequence), WIDTH), on `threads` or fewer (None: all).

        Each sequence holds its own [CLS] and [SEP] and at most BATCH_TOKENS tokens.
        """
        groups = _groups(sequences)
        with self._lock:
            if not self._model:
                raise ModelError("The language model was closed. Start Cloister again.")
            lanes = self._opened(min(threads or self._threads, self._threads, len(groups)))
            if len(lanes) == 1:
                return [vectors for group in groups for vectors in lanes[0].run(group)]
            return [vectors for group in self._shared_out(groups, lanes) for vectors in group]

    def close(self) -> None:
        """Give the memory back."""
        self._beside.shutdown()
        while self._lanes:
            self._lanes.pop().close()
        if self._model:
            self._library.llama_model_free(self._model)
            self._model = None

    def _opened(self, count: int) -> list[_Lane]:
        """So many lanes, or those for which there is memory."""
        try:
            while len(self._lanes) < count:
                self._lanes.append(_Lane(self._library, self._model))
        except ModelError:
            count = len(self._lanes)
        return self._lanes[: max(1, count)]

    def _shared_out(
        self, groups: list[list[Sequence[int]]], lanes: list[_Lane]
    ) -> Iterator[list[NDArray[np.float32]]]:
        """Each group's vectors, in order; a lane takes the next group as soon as it is done with one."""
        idle: queue.SimpleQueue[_Lane] = queue.SimpleQueue()
        for lane in lanes:
            idle.put(lane)

        def run(group: list[Sequence[int]]) -> list[NDArray[np.float32]]:
            lane = idle.get()
            try:
                return lane.run(group)
            finally:
                idle.put(lane)

        return self._beside.map(run, groups)


def _groups(sequences: Sequence[Sequence[int]]) -> list[list[Sequence[int]]]:
    """Consecutive sequences that fit one batch together."""
    groups: list[list[Sequence[int]]] = []
    room = 0
    for sequence in sequences:
        if not 0 < len(sequence) <= BATCH_TOKENS:
            raise ValueError(f"a sequence has {len(sequence)} tokens, allowed are 1 to {BATCH_TOKENS}")
        if not groups or len(sequence) > room or len(groups[-1]) == BATCH_SEQUENCES:
            groups.append([])
            room = BATCH_TOKENS
        groups[-1].append(sequence)
        room -= len(sequence)
    return groups
