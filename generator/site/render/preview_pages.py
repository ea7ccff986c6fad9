"""What only a preview shows: a bar with the day at the foot of the window; mistakes with their lines; forms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.diagnostics import Diagnostic
from generator.l10n import formats
from generator.model.fields.dates import LONDON
from generator.template_folder import Folder, places_of

PLACE = "/_preview/"
"""Where a preview's own addresses begin: no page of a site does."""


@dataclass(frozen=True, slots=True)
class WantsACheck:
    """A service that somebody should look at: its name, the address of its page in the preview, and why."""

    name: str
    address: str
    why: str


class PreviewPages:
    """The bar and the pages of a preview, from the templates in `preview/`."""

    def __init__(self, templates: Folder) -> None:
        self.environment = _environment(templates / "preview")
        self.environment.globals |= {
            "place": PLACE,
            "london": lambda moment: moment.astimezone(LONDON),
        }
        self.environment.filters |= {"moment": formats.moment, "weekday": _weekday}

    def bar(self, **values: object) -> str:
        """The bar: see `preview/bar.html` for what it needs."""
        return self.environment.get_template("bar.html").render(**values)

    def mistakes(self, problems: Sequence[Diagnostic], lines: Mapping[Diagnostic, str], bar: str) -> str:
        """A page in place of the site, which the content can't make: every problem, with its line as it stands."""
        return self._page("mistakes.html", bar, problems=problems, lines=lines)

    def notes(self, advice: Sequence[Diagnostic], due: Sequence[WantsACheck], bar: str) -> str:
        """What could be better, and which services want a check."""
        return self._page("notes.html", bar, advice=advice, due=due)

    def broken(self, said: str, bar: str) -> str:
        """A page in place of one that can't be made, because a template is wrong."""
        return self._page("broken.html", bar, said=said)

    def _page(self, template: str, bar: str, **values: object) -> str:
        return self.environment.get_template(template).render(bar=Markup(bar), **values)  # noqa: S704 # rendered here


def _weekday(value: datetime) -> str:
    return formats.weekday(formats.WEEK[value.astimezone(LONDON).weekday()], "en")


class FormPages:
    """The pages of the form, from the templates in `staff/`."""

    def __init__(self, templates: Folder, place: str, token: str) -> None:
        """`place`: where the form's addresses begin. `token`: what each of its pages sends along."""
        self.environment = _environment(templates / "staff")
        self.environment.globals |= {"place": place, "token": token}

    def page(self, template: str, **values: object) -> str:
        """A page: see the top of its template for what it needs."""
        return self.environment.get_template(template).render(**values)


def _environment(folder: Folder) -> Environment:
    return Environment(
        loader=FileSystemLoader(places_of(folder)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
