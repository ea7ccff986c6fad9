"""A page or a download of ours -> a file of MkDocs', which it frames or writes and need not read."""

from __future__ import annotations

from jinja2 import Template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents

from generator.output import Asset, Page
from generator.privacy.pictures.published import published


class ReadyPage(MkDocsPage):
    """A page whose body is ready: nothing is read from disk and nothing goes through Markdown."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(page.title, file, config)
        self.ready = page
        self.document: Template | None = None
        """The document around it, where that is of another language than the first."""

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no Markdown source; the description goes where a front matter's would be."""
        self.markdown = ""
        ready = self.ready
        self.meta = {
            "description": ready.description,
            "discreet": ready.discreet,
            "share": ready.share,
            "moved": ready.moved,
            "unlisted": ready.unlisted,
            "follow": ready.follow,
            "linked_data": ready.linked_data,
        }
        if self.document:
            self.meta["template"] = self.document

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Nothing yet: MkDocs renders every page before it writes the first, and would hold all bodies at once.

        So another plugin finds our bodies in `on_page_context` and `on_post_page`, and not in `on_page_content`.
        """
        self.content = ""
        self.toc = TableOfContents([])

    def show(self) -> None:
        """Make the body, now that it is to be framed."""
        self.content = self.ready.body

    def put_away(self) -> None:
        """Let go of the body, now that it is on its way to the disk."""
        self.content = ""


class DownloadFile(File):
    """A file whose bytes are made when the engine comes to it: to know that it is there, nothing need be made."""

    download: Asset | None = None

    def copy_file(self, dirty: bool = False) -> None:
        """Write it, and hold its bytes no longer, unless another file is made of them."""
        super().copy_file(dirty)
        if self.download and not self.download.is_part:
            self.download.let_go()

    @property  # MkDocs reads its content from here, and sets it here for a plugin that changes it
    def _content(self) -> str | bytes | None:
        return self.download.data if self.download else self._changed

    @_content.setter
    def _content(self, value: str | bytes | None) -> None:
        self.download, self._changed = None, value


def ready_file(page: Page, config: MkDocsConfig, folder: str = "") -> File:
    """A page of ours, for the engine to frame. `folder` is where its language stands."""
    file = File.generated(config, f"{folder}{page.address}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
    file.edit_uri = page.source
    ReadyPage(page, file, config)
    return file


def download_file(download: Asset, config: MkDocsConfig, folder: str = "") -> File:
    """A file of ours, for the engine to write. `folder` is where its language stands."""
    file = DownloadFile.generated(config, f"{folder}{download.path}", content=b"")
    file.download = download  # type: ignore[attr-defined] # it makes one of its own class
    return file


def picture_file(file: File, config: MkDocsConfig) -> File:
    """The same picture without what its camera wrote beside it."""
    return File.generated(config, file.src_uri, content=published(file.content_bytes).data)


def add(files: Files, file: File) -> None:
    """Ours replaces a file of the same name, without a warning."""
    old = files.get_file_from_path(file.src_uri)
    if old is not None:
        files.remove(old)
    files.append(file)
