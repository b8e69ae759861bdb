"""What a theme states about itself in its `theme.yaml`."""

from dataclasses import dataclass, field

from policygen.diagnostics import Place

Variables = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ThemeSettings:
    """The theme that it extends, and the variables of the style sheet that it sets, without their leading `--pg-`.

    `colours` hold in light mode only and `dark_colours` in dark mode only, so that setting the one leaves the other.
    `places` has each of their names with where it stands in the file, which makes no difference to what they are.
    """

    extends: str | None = None
    colours: Variables = ()
    dark_colours: Variables = ()
    variables: Variables = ()
    places: tuple[tuple[str, Place], ...] = field(default=(), compare=False)
