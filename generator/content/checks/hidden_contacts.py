"""A site's directory and texts -> each number and address in them that the public may not be led to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.content.checks.hidden_addresses import HiddenAddresses
from generator.content.checks.hidden_numbers import UnseenNumbers
from generator.content.loading.services import Directory
from generator.content.loading.shipped import lines_of_site
from generator.diagnostics import Diagnostic
from generator.model.vocabulary import Vocabulary
from generator.privacy.withheld import professionals_addresses, professionals_numbers, unseen_numbers
from generator.settings import Settings


def hidden_numbers(
    directory: Directory, vocabulary: Vocabulary, texts: Mapping[str, str], words: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """Numbers that nobody may see, in all that authors wrote. Which wait for a check is known once all can be read.

    Args:
        directory: the services and the rest, as they were read.
        vocabulary: the kinds of services.
        texts: the settings, the campaigns and the standing pages.
        words: the words of documents.
    """
    services = [found.record for found in directory.services] if directory.is_complete else []
    lines = [*lines_of_site(directory)]
    unseen = {
        **professionals_numbers(services, lines, _for_professionals(vocabulary)),
        **unseen_numbers(services, lines, [found.record for found in directory.retired_numbers]),
    }
    if unseen:
        search = UnseenNumbers(unseen)
        for source in directory.files:
            yield from search.in_directory(source, vocabulary)
        for file, text in texts.items():
            yield from search.in_file(text, file)
        for file, text in words.items():
            yield from search.in_words(text, file)


def hidden_addresses(
    settings: Settings,
    directory: Directory,
    vocabulary: Vocabulary,
    texts: Mapping[str, str],
    words: Iterable[tuple[str, str]],
) -> Iterator[Diagnostic]:
    """Addresses that are retired or for professionals alone, in the same and in templates."""
    services = [found.record for found in directory.services] if directory.is_complete else []
    public = [
        *(found.record.website for found in directory.organisations.values()),
        *(line.link for line in lines_of_site(directory)),
        *settings.exits.values(),
        settings.office.website,
        settings.office.corrections,
    ]
    search = HiddenAddresses(
        (found.record for found in directory.retired_addresses),
        professionals_addresses(services, public, _for_professionals(vocabulary)),
    )
    if search:
        for source in directory.files:
            yield from search.in_directory(source, vocabulary)
        for file, text in texts.items():
            yield from search.in_file(text, file)
        for file, text in words:
            yield from search.in_words(text, file)


def _for_professionals(vocabulary: Vocabulary) -> list[str]:
    """The kinds of services that are for professionals alone."""
    return [name for name, kind in vocabulary.kinds.items() if kind.meant_for == "professionals"]
