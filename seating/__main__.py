"""``python -m seating`` is the command ``seating``."""

from seating.cli.main import main

if __name__ == "__main__":
    main()
