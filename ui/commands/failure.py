"""Why a command ends without doing what was asked: a sentence and an exit code."""


class CommandFailure(Exception):
    """A sentence for stderr. `code` is 1 for "the answer is no", 2 for unusable input."""

    def __init__(self, sentence: str, code: int = 2) -> None:
        super().__init__(sentence)
        self.sentence, self.code = sentence, code
