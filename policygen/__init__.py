"""policygen turns structured privacy-policy sources into bilingual static sites with version history."""

__version__ = "0.1.0"
