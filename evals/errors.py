"""What can go wrong between a set of questions and a verdict.

The tree, by what the caller can do about it::

    EvalFault
    ├── QuestionFault   a question file is wrong: the message names file and line
    ├── CorpusFault     the folder of documents is missing or is not what the questions are about
    ├── RecordFault     a record file belongs to another run, or is damaged
    ├── OutputFault     a file that was asked for cannot be written
    ├── FeedbackFault   the chat's feedback is missing or damaged
    └── BaselineFault   the baseline is missing, damaged, or was made from other questions

A question that crashes the assistant is not an error here: it is an outcome, and is counted.
"""


class EvalFault(Exception):
    """The root of the tree. The message says what happened, to which file, and what to do."""


class QuestionFault(EvalFault):
    """A question file is wrong."""


class CorpusFault(EvalFault):
    """The documents cannot be used with these questions."""


class RecordFault(EvalFault):
    """A record file cannot be continued or read."""


class OutputFault(EvalFault):
    """A report, a page or a baseline cannot be written where it is wanted."""


class FeedbackFault(EvalFault):
    """What the chat wrote down cannot be made into cases."""


class BaselineFault(EvalFault):
    """There is no baseline that this run can be held against."""
