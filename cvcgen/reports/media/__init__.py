"""What text may go where: one module per medium, with its escaper and its tables.

Everything that contributors write passes through one of them. They know nothing of scores
or diagnostics.
"""
