"""What a new file is asked for."""

from dataclasses import dataclass

from cvcgen.authoring.quoting import Quoting
from cvcgen.authoring.yamlwriting import quoted, text_lines
from cvcgen.core.model import Catalogue, Language
from cvcgen.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Commission:
    """What every draft needs to know."""

    title: str
    """The title or name of the record, in the contributor's language."""
    schema: str
    """The path of its schema, relative to the file."""
    catalogue: Catalogue
    """What the site holds already."""
    phrases: Phrases
    """The contributor's language."""

    @property
    def quoting(self) -> Quoting:
        """The words of the content, in the contributor's language."""
        return Quoting(self.catalogue, self.phrases.language)

    def title_lines(self, key: str) -> list[str]:
        """The key with the title; where the site has more languages, they wait in comments.

        The title is taken to be in the contributor's language, where the site has it. The
        default language is the one that no text may lack: it has the title too, with a word.
        """
        default, *others = self.catalogue.site.languages
        if not others:
            return [f"{key}: {quoted(self.title)}"]
        spoken = self.catalogue.site.language_for(Language(self.phrases.language))
        own = [language for language in others if language == spoken]
        lines = text_lines(key, dict.fromkeys([default, *own], self.title))
        if own:
            advice = self.phrases.one("as it was given: translate it")
            lines[1] += f" # {advice}"
        return [*lines, *(f"  # {language}:" for language in others if language not in own)]
