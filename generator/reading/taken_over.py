"""All that was read of a site -> advice on what another office left in it, or the demonstration did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.campaign import Campaign
from generator.problems import Problem
from generator.reading.demonstration import left_of_demonstration
from generator.reading.directory import Directory
from generator.reading.other_offices import OtherOffices
from generator.reading.own_area import OwnArea, read_force_areas
from generator.reading.source import Found
from generator.reading.standing import StandingFiles
from generator.reading.unused import unused
from generator.settings import Settings


def taken_over(
    settings: Settings,
    config: str,
    directory: Directory,
    campaigns: list[Found[Campaign]],
    texts: Mapping[str, str],
    standing: StandingFiles,
    *,
    went_out: bool,
) -> Iterator[Problem]:
    """Advice for an office that took over a site, its own or the demonstration. None of it stops anything.

    Args:
        settings: the site's settings.
        config: the text that they were read from.
        directory: what the directory's files say.
        campaigns: every campaign.
        texts: the texts of campaigns and pages, by file.
        standing: the pages and the other files of the content folder.
        went_out: whether posts went out already, under the owner that the settings name.
    """
    areas = read_force_areas()
    yield from unused(directory, campaigns, texts, areas)
    yield from OtherOffices(OwnArea(settings, directory, areas)).advice(config, texts, standing.others)
    if not settings.demonstration:
        yield from left_of_demonstration(config, directory.files, texts, went_out=went_out)
