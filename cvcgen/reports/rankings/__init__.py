"""The ranking of each clientele, with ties said and what is not ranked beside it."""
