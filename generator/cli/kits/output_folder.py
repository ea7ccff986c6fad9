"""Files that may leave, and where somebody wants the folder of them -> that folder, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import click

from generator.content.editing.atomic import real
from generator.privacy.outgoing import Outgoing
from generator.site.build_folder import FolderError, build_folder

NAME = "FOLDER"
"""What the help of a command calls the folder."""
FOR_ITS_OWNER = 0o700


def put_folder(
    files: Mapping[str, Outgoing], to: Path, *, private: bool = False, look: Callable[[Path], None] | None = None
) -> None:
    """Make the folder, over an older one of its kind: whoever is stopped meanwhile has that one, or none.

    Args:
        files: each by its name in the folder.
        to: where it is to stand. Whoever calls has made sure that nothing of anybody's is lost there.
        private: whether nobody else on this machine may look into it.
        look: looks the folder over before it takes its place; what it raises, leaves nothing there.
    """
    try:
        with build_folder(real(to), NAME) as made:
            made.built.mkdir(mode=FOR_ITS_OWNER if private else 0o777)
            for name, one in files.items():
                path = made.built / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(one.made if isinstance(one.made, bytes) else one.made.encode())
            if look:
                look(made.built)
            made.begin_search()
            made.put_in_place()
    except FolderError as error:
        raise click.UsageError(str(error).removesuffix(f" with {NAME}")) from None
    except OSError as error:
        raise click.UsageError(f"{to} can't be written: {error.strerror}; name another folder") from None
