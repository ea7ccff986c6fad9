"""Two colours -> how well one can be read on the other, as WCAG 2.2 counts it; and the office's colours, checked."""

from __future__ import annotations

import re
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, model_validator

from generator.diagnostics import FieldError

A_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
ENOUGH = 4.5
"""The least contrast of words on their background: success criterion 1.4.3, level AA."""

# The grounds of overrides/styles/ground.css: paper and wash, in light and in dark.
LIGHT = ("#ffffff", "#f4f2ed")
DARK = ("#12171b", "#1d242a")
ON_BRAND_DARK = "#0b1013"


def contrast(one: str, other: str) -> float:
    """From 1, the same, to 21, black on white. Colours as "#1d4f73"."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _colour(text: str) -> str:
    if not A_COLOUR.fullmatch(text):
        raise FieldError("not-a-colour", f"{text!r} is not a colour", 'write it as "#1d4f73"')
    return text.lower()


Colour = Annotated[str, AfterValidator(_colour)]


class Colours(BaseModel):
    """Brand colours, as CSS hex. Text on `brand` is white; `brand_dark` is the brand in dark mode, with dark text."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    brand: Colour = "#1d4f73"
    brand_dark: Colour = "#a8d4f2"
    alert: Colour = "#a3162b"

    @model_validator(mode="after")
    def _can_be_read(self) -> Self:
        for name, colour, grounds, example in (
            ("brand", self.brand, LIGHT, "a darker one, such as #1d4f73"),
            ("brand_dark", self.brand_dark, (*DARK, ON_BRAND_DARK), "a lighter one, such as #a8d4f2"),
            ("alert", self.alert, ("#ffffff",), "a darker one, such as #a3162b"),
        ):
            least = min(contrast(colour, ground) for ground in grounds)
            if least < ENOUGH:
                found = f"{name} {colour} can't be read: its contrast is {least:.1f}"
                raise FieldError("colour-contrast-too-low", f"{found}, and {ENOUGH} is needed", f"take {example}")
        return self
