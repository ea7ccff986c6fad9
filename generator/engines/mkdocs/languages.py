"""The site in a further language -> files of MkDocs' below its folder, and the document that frames them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment, Template
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from generator.engines.mkdocs.ready_files import ReadyPage, add, download_file, ready_file
from generator.l10n.translations import speak
from generator.site.build import Build
from generator.site.render.compiled import Compiled
from generator.site.render.frame import Frame

DOCUMENT = "main.html"


class TranslatedPage(MkDocsPage):
    """A page of the content folder in a further language: of its own Markdown, or of the first language's, marked."""

    def __init__(self, file: File, config: MkDocsConfig, build: Build, words: str, borrowed: str) -> None:
        super().__init__(None, file, config)
        self.folder = build.folder
        self.words = words
        """The file of the content folder that they stand in."""
        self.borrowed = borrowed
        """The language that they are in, and which way it is written: "en ltr"; "" where that is the page's own."""
        self.document: Template | None = None

    def read_source(self, config: MkDocsConfig) -> None:
        """Read it, and say which document is to stand around it."""
        super().read_source(config)
        if self.document:
            self.meta["template"] = self.document

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """A link to rights.md leads to the page of that name in this language, and one to a picture to the picture."""
        super().render(config, InOneLanguage(files, self.folder))  # type: ignore[arg-type] # it asks for files by name
        if self.borrowed:
            self.content = Markup('<div lang="{}" dir="{}">\n{}</div>').format(
                *self.borrowed.split(),
                Markup(self.content or ""),  # noqa: S704 # made by MkDocs, searched behind this
            )


class InOneLanguage:
    """All files, of which a page of a language is led to that language's."""

    def __init__(self, files: Files, folder: str) -> None:
        self.files, self.folder = files, folder

    def __getattr__(self, name: str) -> Any:
        return getattr(self.files, name)

    def get_file_from_path(self, path: str) -> File | None:
        """The page of this language, be it ready or made of Markdown; else what all languages share."""
        ready = f"{path.removesuffix('.md')}/index.md" if path.endswith(".md") else path
        for name in dict.fromkeys((path, ready, path.removeprefix(self.folder))):
            if (found := self.files.get_file_from_path(name)) is not None:
                return found
        return None


def add_language(files: Files, build: Build, config: MkDocsConfig) -> None:
    """Every page and download of one further language."""
    for name, words in build.in_markdown.items():
        path = str(Path(config.docs_dir) / words)
        place = f"{build.folder}{name}"
        file = File.generated(config, place, abs_src_path=path, inclusion=InclusionLevel.NOT_IN_NAV)
        TranslatedPage(file, config, build, words, build.frame.first if words == name else "")
        add(files, file)
    for page in build.pages:
        add(files, ready_file(page, config, build.folder))
    for download in build.downloads:
        add(files, download_file(download, config, build.folder))


def framed(files: Files, build: Build, config: MkDocsConfig) -> None:
    """Have each page of a further language stand in the document of that language."""
    document = spoken(config.theme.get_env(), build.frame).get_template(DOCUMENT)
    for page in pages_of(files, build):
        page.document = document
        page.meta = {**(page.meta or {}), "template": document}


def pages_of(files: Files, build: Build) -> Iterator[ReadyPage | TranslatedPage]:
    """Every page of one further language."""
    for file in files.documentation_pages():
        if isinstance(file.page, (ReadyPage, TranslatedPage)) and file.src_uri.startswith(build.folder):
            yield file.page


def words_of(file: File) -> str:
    """The file of the content folder whose words a page shows."""
    return file.page.words if isinstance(file.page, TranslatedPage) else file.src_uri


def spoken(env: Environment, frame: Frame) -> Environment:
    """An environment that escapes everything, and says it in the language of a frame."""
    env.autoescape = True
    env.trim_blocks = True
    env.globals["frame"] = frame
    env.bytecode_cache = Compiled(frame.settings.language)
    speak(env, frame.translations)
    return env
