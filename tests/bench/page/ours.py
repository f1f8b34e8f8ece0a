"""The program's own command with nothing remembered between paragraphs and faces."""

import sys

from exports.pdf import embedding, lines


def main(arguments: list[str]) -> int:
    """Export a file as `main.py export` does, without what is remembered."""
    lines._break = lines._break.__wrapped__  # type: ignore[assignment]
    embedding._program = embedding._program.__wrapped__  # type: ignore[assignment]
    from ui.commands.run import run

    return run(arguments, lambda _folder: 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
