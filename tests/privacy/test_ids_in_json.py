"""The ids of open data are set aside by the quick look, unless one of them spells what may not be there."""

from __future__ import annotations

import pytest

from generator.privacy.disguises import A_VALUE_ENDS
from generator.privacy.scan import Search

A_UUID = "1d0f2c9a-441b-5632-960a-001e0c35ab12"


@pytest.mark.parametrize("uuid", ["00000000-4416-3296-0001-00000000000a", "1d0f2c9a-441b-5632-960a-441632960001"])
def test_a_number_spelt_by_an_id_of_open_data_is_not_passed_over(uuid: str) -> None:
    search, text = Search({}, ["01632960001"], ()), f'{{"id":"{uuid}","name":"Help"}}'

    assert search.says(text)
    assert search.may_say(text)


def test_ids_of_open_data_are_not_remembered_one_by_one() -> None:
    search = Search({"12 Mill Lane, Millbeck": "a secret"}, ["01632960001"], ())
    for number in range(9):
        assert not search.may_say(f'{{"id":"{number}{A_UUID[1:]}","name":"Help"}}')

    assert len(search.quick[A_VALUE_ENDS].clear) == 2


@pytest.mark.parametrize("secret", ["DE4 5FA", "12 Mill Lane, Millbeck"])
def test_a_secret_beside_ids_is_looked_at(secret: str) -> None:
    search = Search({secret: "a secret"}, (), ())

    for text in (
        f'{{"id":"{A_UUID}","name":"{secret}"}}',
        f'{{"name":"{secret}","id":"{A_UUID}"}}',
        f'[{{"id":"{A_UUID}"}},{{"at":"{secret}"}}]',
        f'{{"id":"{A_UUID} {secret}","name":"Help"}}',
    ):
        assert search.may_say(text), text
