"""CVC601 to CVC609: whether a spreadsheet can be taken over into the content."""

from cvcgen.core.diagnostics import Severity, message
from cvcgen.core.rules.rule import Rule

SPREADSHEET_RULES = (
    Rule(
        code="CVC601",
        name="unreadable-spreadsheet",
        severity=Severity.ERROR,
        title=message("A spreadsheet is an ordinary .xlsx, .ods or .csv file"),
        why=message(
            "A password, a macro, a damaged file or another encoding keeps cvcgen from reading"
            " what people see in their spreadsheet program. Such a file is refused rather than"
            " guessed at."
        ),
        bad="grids.xlsm",
        good="grids.xlsx",
    ),
    Rule(
        code="CVC602",
        name="spreadsheet-too-large",
        severity=Severity.ERROR,
        title=message("A spreadsheet is not larger than grids and tables need"),
        why=message(
            "A file of a few bytes can claim a million rows or unpack to gigabytes. The limits"
            " are far above what any grid needs, and reading stops there."
        ),
        bad="grids.xlsx: a cell in row 1048576",
        good="grids.xlsx: a grid of 20 rows",
    ),
    Rule(
        code="CVC603",
        name="no-grid",
        severity=Severity.ERROR,
        title=message("A spreadsheet holds a grid or a table of projects"),
        why=message(
            "A grid is known by a column for the value and one for each level, a table by a"
            " column for the project and one for a total or for values. Where neither is found,"
            " nothing can be taken over."
        ),
        bad="Name,Remark\nCounter,To be discussed",
        good="Project,Score (%)\nCounter,62.5",
    ),
    Rule(
        code="CVC604",
        name="unknown-name",
        severity=Severity.ERROR,
        title=message("A spreadsheet uses the names that the site has"),
        why=message(
            "Clienteles, values and levels may be written in any language of the site, with or"
            " without accents. A name that is none of them would be left out in silence, and"
            " its rating with it."
        ),
        bad="Project,Speeed\nCounter,3",
        good="Project,Speed\nCounter,3",
    ),
    Rule(
        code="CVC605",
        name="marks",
        severity=Severity.ERROR,
        title=message("A value has one mark, or none and no reason"),
        why=message(
            "Two marks leave open which level is meant. No mark says that the value is not"
            " rated yet; a reason beside it would be lost, because only a rating has one."
        ),
        bad="Value,0 None,1 Low,3 Medium\nSpeed,,x,x",
        good="Value,0 None,1 Low,3 Medium\nSpeed,,,x",
    ),
    Rule(
        code="CVC606",
        name="unusable-cell",
        severity=Severity.ERROR,
        title=message("A cell holds what its column wants"),
        why=message(
            "An error such as #DIV/0!, a word where a percentage belongs, a day that no"
            " calendar has or an invisible character would put something else into the content"
            " than what people see. 0.625 may be 62.5% or less than 1%: only the cell's"
            " format tells."
        ),
        bad="Project,Score (%)\nCounter,0.625",
        good="Project,Score (%)\nCounter,62.5 %",
    ),
    Rule(
        code="CVC607",
        name="missing-cell",
        severity=Severity.ERROR,
        title=message("A spreadsheet says which project and clientele it is about, and why"),
        why=message(
            "Ratings without a project or a clientele belong nowhere, and a value that does not"
            " apply leaves the calculation: the site must be able to say why."
        ),
        bad="Project,Score (%)\n,62.5",
        good="Project,Score (%)\nCounter,62.5",
    ),
    Rule(
        code="CVC608",
        name="said-twice",
        severity=Severity.ERROR,
        title=message("Nothing is said twice, and two projects do not share an id"),
        why=message(
            "Two rows about the same ratings may contradict each other, and two titles with"
            " the same id would be written into the same file, so that one of them would be"
            " lost."
        ),
        bad="Project,Score (%)\nCounter,62.5\nCounter,40",
        good="Project,Score (%)\nCounter,62.5\nKiosk,40",
    ),
    Rule(
        code="CVC609",
        name="would-change",
        severity=Severity.ERROR,
        title=message("A file that exists is changed only where that is asked for"),
        why=message(
            "A spreadsheet that went round by mail may be older than the file. Each cell that"
            " would change something is listed; with --update it is taken over, and everything"
            " else in the file stays."
        ),
        bad="cvcgen import counter.xlsx",
        good="cvcgen import --update counter.xlsx",
    ),
)
"""The rules of this family, in the order of the codes."""
