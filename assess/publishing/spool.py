"""Dossiers that passed the gate, kept on disk between the two passes, so that memory does not grow with them."""

import pickle
import tempfile
from typing import Any

from assess.model import Agency, Dossier


class Spool:
    """Dossiers by a key; read back as they were when they were checked, whatever happens to the files."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115  # lives as long as the spool
        self._places: dict[Any, tuple[int, int]] = {}

    def put(self, key: Any, dossier: Dossier) -> None:
        """Keep a dossier under a key; its agency stands in the register."""
        start = self._file.seek(0, 2)
        self._places[key] = (start, self._file.write(pickle.dumps(tuple(dossier)[1:], protocol=5)))

    def get(self, key: Any, agency: Agency) -> Dossier:
        """Return the dossier of an agency that is kept under a key."""
        start, length = self._places[key]
        self._file.seek(start)
        return Dossier(agency, *pickle.loads(self._file.read(length)))  # noqa: S301  # our own unnamed file

    def close(self) -> None:
        """Give the disk back."""
        self._file.close()
