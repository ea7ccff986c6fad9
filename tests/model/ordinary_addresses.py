"""A seed -> ordinary addresses, as a directory's public pages hold them: common streets, invented towns."""

from __future__ import annotations

import random
from collections.abc import Iterator

STREETS = """
High Street; Station Road; Main Street; Park Road; Church Road; Church Street; London Road; Victoria Road; Green
Lane; Manor Road; Church Lane; Park Avenue; The Avenue; The Crescent; Queens Road; New Road; Grange Road; Kings
Road; Mill Lane; Windsor Road; Highfield Road; Alexandra Road; York Road; St John's Road; Main Road; Broadway; King
Street; The Green; Springfield Road; George Street; Park Lane; Victoria Street; Albert Road; Queensway; New Street;
Queen Street; West Street; North Street; Manchester Road; The Grove; Richmond Road; Grove Road; South Street; School
Lane; The Drive; North Road; Stanley Road; Chester Road; Mill Road; Market Place; Back Lane; Chapel Street; Bridge
Street; Orchard Close; St Mary's Road; Stryd Fawr; Heol y Capel; Ffordd yr Orsaf; Mount Pleasant; Castle Street;
Chapel Row; Quay Street; Sycamore Avenue
"""
TOWNS = """
Aldbrook; Carrowby; Denholme Beck; East Mallow; Fenwick Cross; Garthside; Holmbridge; Ivelow; Llanwenog Fach; Upper
Rook
"""
HOUSES = """
Civic Centre; The Old School; Community Hub; Health Centre; Rose Cottage; Trinity House; The Old Vicarage; Town Hall
"""


def ordinary_addresses(number: int, *, seed: int) -> Iterator[str]:
    """Addresses with a number of a door, some with a house, a floor or a flat, always the same for one seed."""
    chance = random.Random(seed)  # noqa: S311 # no secret: the same addresses each time
    streets, towns, houses = ([one.strip() for one in names.split(";")] for names in (STREETS, TOWNS, HOUSES))
    for _ in range(number):
        door = chance.choice((str(chance.randint(1, 180)), f"{chance.randint(1, 60)}{chance.choice('abc')}"))
        first = chance.choice(("", "", "", f"Flat {chance.randint(1, 20)}, ", f"{chance.choice(houses)}, "))
        yield f"{first}{door} {chance.choice(streets)}, {chance.choice(towns)}"
