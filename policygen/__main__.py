"""`python -m policygen`."""

import sys

from policygen.cli.main import main

sys.exit(main())
