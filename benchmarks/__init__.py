"""How fast Waymark is: a synthetic directory, the whole build of it, and two builds of equal sites beside it."""
