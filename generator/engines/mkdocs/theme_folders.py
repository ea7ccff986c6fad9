"""A theme of MkDocs' -> the same with our templates over it, of which our own files alone are listed and published."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from generator.content.loading.content_files import STAFF_FOLDERS
from generator.template_folder import OWN_TEMPLATES, TemplateFolder


class OursListed(ChoiceLoader):
    """Finds a template in every folder of a theme, and lists what is in a few of them."""

    def __init__(self, every: FileSystemLoader, listed: Collection[str]) -> None:
        super().__init__([every])
        self.listed = FileSystemLoader(list(listed))

    def list_templates(self) -> list[str]:
        """MkDocs publishes what is listed. Of another theme nothing is, and Material has 14,000 icons."""
        return self.listed.list_templates()


def template_folders(config: MkDocsConfig) -> list[str]:
    """Where the site's own templates are, if it has any, and those that ship: of all that a theme has, ours."""
    own = Path(config.theme.custom_dir or Path(config.config_file_path).with_name(OWN_TEMPLATES))
    return [str(place) for place in TemplateFolder.over(own).places]


def put_ours_first(config: MkDocsConfig) -> list[str]:
    """Have the theme look into our folders before its own, and list no others. Returns ours."""
    theme, ours = config.theme, template_folders(config)
    theme.dirs[:] = [*ours, *(folder for folder in theme.dirs if folder not in ours)]
    made = type(theme).get_env

    def get_env() -> Environment:
        env = made(theme)
        if isinstance(env.loader, FileSystemLoader):
            env.loader = OursListed(env.loader, ours)
        return env

    theme.get_env = get_env  # type: ignore[method-assign] # MkDocs has no other way in
    return ours


def is_unused(file: File, config: MkDocsConfig, published: Collection[str], ours: Collection[str]) -> bool:
    """Whether a file is no content that we publish, the theme's and not ours, a part of a download, or for staff alone.

    What another plugin made is left as it is.
    """
    folder = file.src_dir
    if folder == config.docs_dir and file.generated_by is None:
        return file.src_uri not in published
    if folder is None or folder == config.docs_dir:
        return False
    return folder not in ours or file.src_uri.partition("/")[0] in STAFF_FOLDERS
