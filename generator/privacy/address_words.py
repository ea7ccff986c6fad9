"""Words of addresses, as they are read -> what each kind of them says: a street, a house, a part of one, no address."""

from __future__ import annotations

from generator.privacy.normalise import canonical

STREET_WORDS = """street road lane avenue court close crescent drive garden place square terrace park grove heights
    estate walk way mews view yard parade boulevard bridge row hill gate green rise quay wharf alley passage circus
    bank side fold brow croft meadow mount parc"""
STREET_FIRST_WORDS = "heol ffordd stryd lon rhodfa maes clos cilgant rhes gerddi bryn rhiw lôn"
DIRECTION_WORDS = "n s e w"
HOUSE_WORDS = """church library town community school village civic university college hall house building block floor
    unit market bus railway train station police hospital health medical magistrates county fire first second third
    lower upper north south east west old new chapel museum theatre park plot annexe annex wing cottage lodge studio"""
MEASURE_WORDS = """minute minutes min mins mile miles metre metres km hour hours day days bed beds week weeks month
    months year years people women men girls boys children adults families victims survivors places rooms calls cases
    of percent january february march april may june july august september october november december jan feb mar apr
    jun jul aug sep sept oct nov dec"""
STREETS = frozenset(canonical(word) for word in STREET_WORDS.split())
ROAD_WORDS = "street road lane avenue way drive crescent"
ROADS = frozenset(map(canonical, ROAD_WORDS.split()))
STREETS_FIRST = frozenset(map(canonical, STREET_FIRST_WORDS.split()))
MOVED = frozenset(DIRECTION_WORDS.split()) | {"upr", "lwr"}
PART_OF_A_HOUSE = frozenset(map(canonical, ("unit", "floor")))
BUILDING_WORDS = "house cottage lodge hall villa centre building works"
BUILDINGS = frozenset(map(canonical, BUILDING_WORDS.split()))
HOUSE_END_WORDS = "farm barn vicarage rectory manor grange inn hotel school"
HOUSE_ENDS = BUILDINGS | frozenset(map(canonical, HOUSE_END_WORDS.split()))
"""How the name of a house ends, also where a word of it may be a street's: "Fell View Farm"."""
KIND_OF_ESTATE_WORDS = "trading industrial business enterprise retail"
KIND_OF_ESTATE = frozenset(map(canonical, KIND_OF_ESTATE_WORDS.split()))
COMMON_HOUSES = frozenset(canonical(word) for word in HOUSE_WORDS.split())
MEASURES = frozenset(map(canonical, MEASURE_WORDS.split()))
