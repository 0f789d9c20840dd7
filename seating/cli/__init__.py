"""The command line: the only place that prints, reads the clock and sets exit codes (命令行)."""
