"""What cvcgen knows: the model, the rules, the exact scores and the ranks.

Pure and standard library only: nothing here reads a file, a clock or the environment.
Reading content belongs to `sources`, showing it to `publish` and `reports`.
"""
