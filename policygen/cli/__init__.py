"""The command line: what people type, and what they are told. Nothing below knows that there is a terminal."""
