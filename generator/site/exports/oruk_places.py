"""A place or a point of a service, as far as everyone may know of it -> its record in Open Referral."""

from __future__ import annotations

from generator.model.fields.coordinates import latitude_and_longitude
from generator.site.exports.exact_words import exact_meeting
from generator.site.exports.oruk_models import OrukMeeting, OrukMeetingAlone, OrukMeetingWhole
from generator.site.exports.oruk_parts import OrukAddress, OrukLocation
from generator.site.exports.public_table import PublicService
from generator.site.exports.ways import Ways, sentences
from generator.spots import Spot


class OrukPlaces:
    """What a table says of places. One that is never shown is in no table."""

    def __init__(self, ways: Ways) -> None:
        self.ways = ways
        self.table = ways.table

    def brief(self, row: PublicService, spot: Spot) -> OrukMeeting:
        """One service at one place, as a list has it: nothing of which there may be several."""
        uuid = self.table.meeting_id(row, spot)
        location = self._location(uuid, spot)
        location.pop("addresses", None)
        return {"id": uuid, "service_id": row.id, "location_id": location["id"], "location": location}

    def alone(self, row: PublicService, spot: Spot) -> OrukMeetingAlone:
        """The same in a file of its own."""
        meeting = self.meeting(row, spot)
        return {**meeting, "name": self.table.say(row.service.name), "status": row.status}

    def meeting(self, row: PublicService, spot: Spot) -> OrukMeetingWhole:
        """One service at one place, with its own hours and numbers."""
        place, uuid = spot.place, self.table.meeting_id(row, spot)
        location = self._location(uuid, spot)
        made: OrukMeetingWhole = {
            "id": uuid,
            "service_id": row.id,
            "location_id": location["id"],
            "location": location,
            "x_waymark": exact_meeting(self.table, spot),
        }
        _ = self.table.words.gettext
        says = [self.table.say(spot.note)] if spot.note else []
        if place.brought == "yes":
            says.append(_("People are brought here. Please do not come on your own."))
        elif place.by_arrangement == "yes":
            says.append(_("By arrangement only: get in touch first."))
        if says:
            made["description"] = sentences(*says)
        ways = [self.ways.described(one) for one in spot.contacts]
        if phones := self.ways.phones(uuid, ways):
            made["phones"] = phones
        if ways:
            made["contacts"] = self.ways.contacts(uuid, ways)
        hours = self.ways.hours_of_a_place(uuid, spot.hours) if spot.hours else []
        if schedules := [*hours, *self.ways.schedules(uuid, ways)]:
            made["schedules"] = schedules
        return made

    def _location(self, meeting: str, spot: Spot) -> OrukLocation:
        place, say = spot.place, self.table.say
        uuid = self.table.ids.part(meeting, "location")
        made: OrukLocation = {"id": uuid, "location_type": "physical", "name": say(place.name)}
        area = say(self.table.catalogue.areas[place.area].name) if place.area else ""
        says = [area] if area else []
        if spot.show == "full":
            street = say(place.address) if place.address else ""
            *lines, town = [part.strip() for part in street.split(",")] or [""]
            if lines and town and place.postcode and area:
                address: OrukAddress = {
                    "id": self.table.ids.part(uuid, "address"),
                    "address_1": ", ".join(lines),
                    "city": town,
                    "state_province": area,
                    "postal_code": str(place.postcode),
                    "country": "GB",
                    "address_type": "physical",
                }
                made["addresses"] = [address]
            else:  # an address wants all its parts: what there is of them stands in words
                says += [one for one in (street, str(place.postcode or "")) if one]
            if place.coordinates:
                made["latitude"], made["longitude"] = latitude_and_longitude(place.coordinates)
            if place.directions:
                says.append(say(place.directions))
        if says:
            made["description"] = sentences(*says)
        return made
