"""A way to reach a service on the web -> what its button says: the deed, "Chat online", and never a bare domain."""

from __future__ import annotations

from urllib.parse import urlsplit

from markupsafe import Markup, escape

from generator.l10n.formats import Translate
from generator.l10n.translations import pgettext, spoken
from generator.model.catalogue import Catalogue
from generator.model.contact import Contact
from generator.model.fields.text import Words, in_language
from generator.model.service import Service


def deed(contact: Contact, service: Service, catalogue: Catalogue, language: str, _: Translate) -> str | Markup:
    """What somebody does who presses it. A name or a label that is in another language than the page says so.

    Where a record knows no more than the home page of a site, the button promises no chat: it says whose site that is.
    """
    if not contact.is_home_page:
        if contact.chat:
            return pgettext("a button", "Chat online", _)
        if contact.form:
            return _("Fill in a form")
        if contact.label and not in_language(contact.label, language).casefold().startswith("website"):
            return _marked(contact.label, language)
    whose = {"name": _marked(_whose(contact, service, catalogue, language), language)}
    return Markup(escape(_("Website of %(name)s")) % whose)  # noqa: S704 # escaped before its name was put in


def _marked(text: str, language: str) -> str | Markup:
    return spoken(text, language) if type(text) is Words else text


def _whose(contact: Contact, service: Service, catalogue: Catalogue, language: str) -> str:
    """Whose site it is: the organisation's, where it says so or the service bears its name; else the service's."""
    organisation = catalogue.organisations[service.organisation]
    name, own = in_language(service.name, language), in_language(organisation.name, language)
    site = organisation.website and urlsplit(str(organisation.website)).hostname
    its_own = site == urlsplit(str(contact.link)).hostname or own in name
    whose: str = organisation.name if its_own else service.name
    return whose
