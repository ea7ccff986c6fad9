"""A way to reach a service on the web -> what its button says: the deed, "Chat online", and never a bare domain."""

from __future__ import annotations

from urllib.parse import urlsplit

from generator.l10n.formats import Translate
from generator.l10n.translations import pgettext
from generator.model.catalogue import Catalogue
from generator.model.contact import Contact
from generator.model.fields.text import in_language
from generator.model.service import Service


def deed(contact: Contact, service: Service, catalogue: Catalogue, language: str, _: Translate) -> str:
    """What somebody does who presses it.

    Where a record knows no more than the home page of a site, the button promises no chat: it says whose site that is.
    """
    if contact.is_home_page:
        return _("Website of %(name)s") % {"name": _whose(contact, service, catalogue, language)}
    if contact.chat:
        return pgettext("a button", "Chat online", _)
    if contact.form:
        return _("Fill in a form")
    label = in_language(contact.label, language) if contact.label else ""
    if label and not label.casefold().startswith("website"):
        return label
    return _("Website of %(name)s") % {"name": _whose(contact, service, catalogue, language)}


def _whose(contact: Contact, service: Service, catalogue: Catalogue, language: str) -> str:
    """Whose site it is: the organisation's, where it says so or the service bears its name; else the service's."""
    organisation = catalogue.organisations[service.organisation]
    name, own = in_language(service.name, language), in_language(organisation.name, language)
    site = organisation.website and urlsplit(str(organisation.website)).hostname
    return own if site == urlsplit(str(contact.link)).hostname or own in name else name
