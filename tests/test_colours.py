import pytest
from pydantic import ValidationError

from generator.colours import Colours, contrast


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#ffffff", "#ffffff", 1), ("#767676", "#ffffff", 4.54), ("#0000ff", "#ffffff", 8.59)],
)
def test_contrast_is_what_wcag_counts(one: str, other: str, ratio: float) -> None:
    assert round(contrast(one, other), 2) == ratio
    assert contrast(one, other) == contrast(other, one)


@pytest.mark.parametrize(
    ("colours", "words"),
    [
        (
            {"brand": "#88aacc"},
            "brand #88aacc can't be read: its contrast is 2.2, and 4.5 is needed; take a darker one, such as #1d4f73",
        ),
        (
            {"brand_dark": "#1d4f73"},
            "brand_dark #1d4f73 can't be read: its contrast is 1.8, and 4.5 is needed; "
            "take a lighter one, such as #a8d4f2",
        ),
        (
            {"alert": "#ff6666"},
            "alert #ff6666 can't be read: its contrast is 2.9, and 4.5 is needed; take a darker one, such as #a3162b",
        ),
    ],
)
def test_colours_that_nobody_can_read_stop_the_build(colours: dict[str, str], words: str) -> None:
    with pytest.raises(ValidationError) as error:
        Colours.model_validate(colours)

    assert str(error.value.errors()[0]["ctx"]["error"]) == words
