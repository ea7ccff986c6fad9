"""An edition of the site -> any one of its files, made by MkDocs when it is asked for, as a build would make it."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from jinja2 import Template
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.structure.files import File, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation

from generator.diagnostics import WaymarkError
from generator.engines.contract import NOT_FOUND
from generator.engines.mkdocs.page_writing import ITS_LOG
from generator.engines.mkdocs.plugin import WaymarkPlugin
from generator.site.build import Build
from generator.site.render.failures import is_away


class RefusedError(WaymarkError):
    """MkDocs does not take the settings. Carries what it says of them."""

    def __init__(self, said: Sequence[str]) -> None:
        self.said = tuple(said) or ("it does not say why",)
        super().__init__("; ".join(self.said))


class MkDocsPreview:
    """MkDocs with one edition of the site in it: set up whole, but no page is made before it is asked for."""

    def __init__(self, config_file: Path, publication: Build, address: str) -> None:
        with _warnings() as said:
            try:
                self.config = config = load_config(
                    str(config_file), site_url=address, strict=False, site_dir=str(config_file.parent / "site")
                )
            except SystemExit:  # it has told its log why
                raise RefusedError(said) from None
            plugin = config.plugins["waymark"]
            if not isinstance(plugin, WaymarkPlugin):
                raise TypeError("the plugin waymark is not ours")
            plugin.ready = publication
            config = config.plugins.on_config(config)
            files = get_files(config)
            environment = config.theme.get_env()
            files.add_files_from_theme(environment, config)
            self.files = files = config.plugins.on_files(files, config=config)
            set_exclusions(files, config)
            nav = get_navigation(files, config)
            self.nav = config.plugins.on_nav(nav, config=config, files=files)
            self.environment = config.plugins.on_env(environment, config=config, files=files)
            self.paths = {file.dest_uri: file for file in files if file.inclusion.is_included()}  # type: ignore[no-untyped-call]
            self.said = said
            """What MkDocs warned of while it was set up."""

    def warned_of(self, file: File) -> list[str]:
        """What MkDocs warns of in a standing page, also where a page of ours is to stand in its place."""
        with _warnings() as said:
            self._page(file)
        return said

    def read(self, path: str) -> tuple[bytes | None, list[str]]:
        """One file of the site by its path, and what MkDocs warned of; None where there is no such file."""
        with _warnings() as said:
            file = self.paths.get(path)
            if file is not None:
                return (self._page(file) if file.is_documentation_page() else file.content_bytes), said
            if path == NOT_FOUND:
                return self._framed(NOT_FOUND, None).encode(), said
        return None, said

    def is_read(self, file: File) -> bool:
        """Whether this is Markdown that a build reads."""
        return file.is_documentation_page() and bool(file.inclusion.is_included())  # type: ignore[no-untyped-call]

    def has_no_template(self, name: str) -> bool:
        """Whether a file that every theme makes is one that this theme does not have."""
        try:
            self.environment.get_template(name)
        except Exception as error:  # noqa: BLE001 # what is wrong in it is found where it is made
            return is_away(error)
        return False

    def _page(self, file: File) -> bytes:
        page, config, files = file.page, self.config, self.files
        assert page is not None  # noqa: S101 # the caller asked
        if page.content is None:
            page = config.plugins.on_pre_page(page, config=config, files=files)
            page.read_source(config)
            page.markdown = config.plugins.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
            page.render(config, files)
            page.content = config.plugins.on_page_content(page.content or "", page=page, config=config, files=files)
        page.active = True
        made = self._framed(page.meta.get("template", "main.html"), file)
        page.active = False
        return config.plugins.on_post_page(made, page=page, config=config).encode()

    def _framed(self, template: str | Template, file: File | None) -> str:
        page = file.page if file else None
        pages = self.files.documentation_pages()
        context = get_context(self.nav, pages, self.config, page)
        if page:
            context = self.config.plugins.on_page_context(context, page=page, config=self.config, nav=self.nav)
        made: str = self.environment.get_template(template).render(context)
        return made


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """What MkDocs says meanwhile that would stop a strict build."""
    said: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    log = logging.getLogger(ITS_LOG)
    log.addHandler(handler)
    try:
        yield said
    finally:
        log.removeHandler(handler)
