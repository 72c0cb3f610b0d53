"""What earlier runs made, kept for later ones in the user's own cache folder.

    with open_store("history") as store:
        found = store.get(key)
        if found is None:
            found = compute()
            store.put(key, found)

The contract:

- **A store may forget, and never lies.** `get` gives the very bytes that were put under that
  key by this very version of the tool, or None. Entries carry a checksum over key and content;
  what is damaged counts as forgotten, and is replaced. Whatever goes wrong with the cache (no
  folder, no right, a full disk, another run that writes) is silent: the work is done anew.
- **The key must name everything that the bytes depend on**, but for the tool itself: its code,
  schemas, templates and installed packages are part of every key already.
- **Bytes are data.** Never put what must be unpickled, unmarshalled or run.
- **Only the user's own.** The folder is the user's (`XDG_CACHE_HOME` or what the platform has),
  never the repository's: a proposal cannot bring a cache along. Folder 0700, files 0600; one
  that belongs to somebody else, or that others may write, is not used.
- **Bounded.** Beyond `limit` bytes what has not been used for longest goes.
- **Two runs at once** may use one store. A store is for one thread, and must not be carried
  into a forked process.
- `CVCGEN_CACHE=off` keeps nothing and reads nothing; `CVCGEN_CACHE=/a/folder` puts it there.
- Puts are written together, at the latest when the store closes; use `get_many` for thousands
  of entries.

Place: a leaf, for `sources`, `publish` and `app`. What is worth keeping is theirs to say.
"""

from cvcgen.store.entries import Store, open_store

__all__ = ["Store", "open_store"]
