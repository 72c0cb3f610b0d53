"""The files of a site, made: only those that can have changed, by all the cores there are.

`pieces` are files to be, each with what makes it. `noted` hands the site to them and notes
what they read, `sources` tells what that holds now, `record` what it held at the last build
and which files came of it, `former` which of these can stay. `workers` make the rest.
"""
