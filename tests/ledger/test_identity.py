"""Keys by identity, by which the editions of records are kept."""

from policygen.model.identity import ById


def test_the_same_objects_are_the_same_key() -> None:
    first, second = ["a"], ["a"]
    assert ById((first, second)) == ById((first, second))
    assert hash(ById((first,))) == hash(ById((first,)))


def test_equal_objects_in_another_place_or_number_are_other_keys() -> None:
    first, second = ["a"], ["a"]
    others = [ById((second,)), ById((first, second)), ById(()), (first,)]
    assert [other for other in others if other == ById((first,))] == []
