"""The command line: one file per command, each parsing options and printing one report.

Data goes to standard output, talk to standard error; what is decided is decided in `app`.
"""
