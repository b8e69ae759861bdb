"""How a text is written: spelling, signs, spaces, terms and the build of its sentences."""
