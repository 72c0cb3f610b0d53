"""From scoreboards to a site: model to views, views to pages, pages to files.

`views` says what a page shows, `render` turns it into HTML, `pages` lists the pages,
`exports` makes the data files, `output` is the only part that writes to the disk.
"""
