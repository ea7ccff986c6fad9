"""All that was read of a site -> advice on what another office left in it, or the demonstration did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.content.checks.demonstration import left_of_demonstration
from generator.content.checks.other_offices import OtherOffices
from generator.content.checks.own_area import OwnArea, read_force_areas
from generator.content.checks.unused import unused
from generator.content.checks.unused_files import results_of_another_site, unused_pictures
from generator.content.loading.pages import StandingFiles
from generator.content.loading.services import Directory
from generator.content.loading.source_file import Found
from generator.diagnostics import Diagnostic
from generator.model.campaign import Campaign
from generator.settings import Settings


def taken_over(
    settings: Settings,
    config: str,
    directory: Directory,
    campaigns: list[Found[Campaign]],
    texts: Mapping[str, str],
    standing: StandingFiles,
    templates: Iterable[str],
    *,
    went_out: bool,
) -> Iterator[Diagnostic]:
    """Advice for an office that took over a site, its own or the demonstration. None of it stops anything.

    Args:
        settings: the site's settings.
        config: the text that they were read from.
        directory: what the directory's files say.
        campaigns: every campaign.
        texts: the texts of campaigns and pages, by file.
        standing: the pages and the other files of the content folder.
        templates: the texts of the office's own templates and styles.
        went_out: whether posts went out already, under the owner that the settings name.
    """
    areas = read_force_areas()
    yield from unused(directory, campaigns, texts, areas)
    yield from OtherOffices(OwnArea(settings, directory, areas)).advice(config, texts, standing.others)
    written = (config, *(source.text for source in directory.files), *texts.values(), *templates)
    yield from unused_pictures(standing.others, written)
    yield from results_of_another_site(standing.results, settings.site_url)
    if not settings.demonstration:
        yield from left_of_demonstration(config, directory.files, texts, went_out=went_out)
