"""The command as Python code, for a process of its own that can be interrupted."""

# A shell's background jobs, as some CI's, start with the interrupt ignored: not this one.
COMMAND = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "from assistant.cli import main; main()"
)
