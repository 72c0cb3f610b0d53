"""The catalogue of diagnostic codes: what each rule asks, why, and an example of each side.

Data only. The rules are judged in `core.checks` and in `sources`; a test proves that every
code they use stands here, and that every code here is produced by some site.
"""

from collections.abc import Mapping
from types import MappingProxyType

from cvcgen.core.rules.form import FORM_RULES
from cvcgen.core.rules.naming import NAMING_RULES
from cvcgen.core.rules.presence import PRESENCE_RULES
from cvcgen.core.rules.raters import RATER_RULES
from cvcgen.core.rules.reading import READING_RULES
from cvcgen.core.rules.rule import Rule
from cvcgen.core.rules.sense import SENSE_RULES
from cvcgen.core.rules.spreadsheet import SPREADSHEET_RULES
from cvcgen.core.rules.waivers import WAIVER_RULES

__all__ = ["RULES", "Rule"]

_FAMILIES = (
    READING_RULES,
    NAMING_RULES,
    FORM_RULES,
    SENSE_RULES,
    RATER_RULES,
    PRESENCE_RULES,
    WAIVER_RULES,
    SPREADSHEET_RULES,
)
RULES: Mapping[str, Rule] = MappingProxyType(
    {rule.code: rule for family in _FAMILIES for rule in family}
)
"""Every rule by its code, in the order of the codes."""
