"""Which countries are in the European Economic Area, where the GDPR holds: inside, nothing is a third country."""

from policygen.text.countries import countries

EEA = frozenset({
    "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU", "MT",
    "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE", "IS", "LI", "NO",
})  # fmt: skip


def names_member(text: str) -> bool:
    """Whether an address names one of its countries, in Thai or English."""
    return any(countries(locale)[code] in text for locale in ("th", "en") for code in EEA)
