"""Dossiers that passed the gate, kept on disk between the two passes, so that memory does not grow with them."""

import pickle
import tempfile
from collections.abc import Mapping
from typing import Any


class Spool:
    """Checked data by a key; read back as they were when they were checked, whatever happens to the files."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115  # lives as long as the spool
        self._places: dict[Any, tuple[int, int]] = {}

    def put(self, key: Any, data: Mapping[str, Any]) -> None:
        """Keep data under a key."""
        start = self._file.seek(0, 2)
        self._places[key] = (start, self._file.write(pickle.dumps(data, protocol=5)))

    def get(self, key: Any) -> Mapping[str, Any]:
        """Return the data kept under a key."""
        start, length = self._places[key]
        self._file.seek(start)
        data: Mapping[str, Any] = pickle.loads(self._file.read(length))  # noqa: S301  # our own unnamed file
        return data

    def close(self) -> None:
        """Give the disk back."""
        self._file.close()
