"""`cvcgen diff`: which scores and ranks a change moves, and why."""

from typing import TYPE_CHECKING

import click

from cvcgen import app
from cvcgen.cli.exits import Exit
from cvcgen.cli.faults import refuse
from cvcgen.cli.group import Command
from cvcgen.cli.named import NAMED
from cvcgen.cli.options import format_option, output_option
from cvcgen.cli.session import Session
from cvcgen.core.changes.summary import FIRST
from cvcgen.core.diagnostics import has_errors, message
from cvcgen.phrases import Phrases
from cvcgen.reports.changes.headline import no_change
from cvcgen.reports.changes.origins import named_origin
from cvcgen.reports.changes.review import Names, Review
from cvcgen.reports.changes.story import compared_states
from cvcgen.reports.reader import make_reader

if TYPE_CHECKING:  # most comparisons have no gate to pass
    from cvcgen.core.changes.gates import Gate

_FORMATS = ("text", "markdown", "json", "html")


def make_command(phrases: Phrases) -> Command:
    """The command, its help in that language."""
    one = phrases.one
    base = click.Argument(["base"], type=NAMED, required=False, metavar=one("[BASE]"))
    head = click.Argument(["head"], type=NAMED, required=False, metavar=one("[HEAD]"))
    gates = click.Option(
        ["--fail-on", "gates"],
        multiple=True,
        metavar=one("GATE"),
        help=one("Exit with 1 where the change goes beyond this; may be given several times."),
    )
    first = click.Option(
        ["--first"],
        type=click.IntRange(min=1),
        default=FIRST,
        metavar=one("N"),
        help=one("How many places of a ranking count as the first ones; by default 3."),
    )
    report = [format_option(phrases, _FORMATS), output_option(phrases)]
    return Command("diff", phrases, _diff, [base, head, gates, first, *report])


@click.pass_obj
def _diff(  # noqa: PLR0913, PLR0917 - one argument for each of the command's
    session: Session,
    base: str | None,
    head: str | None,
    gates: tuple[str, ...],
    first: int,
    form: str,
    target: str | None,
) -> int:
    watched = [_gate(word, session) for word in gates]
    compared = app.diff(session.folder, base, head)
    if compared.comparison is None:
        return _refuse(compared, session)
    before, after = compared.before.checked.catalogue, compared.after.checked.catalogue
    review = Review(compared.comparison, before, after, compared.files, first)
    session.deliver(_report(review, form, target, session), target)
    if form == "text" and review.comparison.is_empty:
        reader = make_reader(session.phrases)
        session.say(f"{no_change(review, reader)}\n{compared_states(review, reader)}\n")
    return _judge(watched, review, session)


def _report(review: Review, form: str, target: str | None, session: Session) -> str:
    reader = make_reader(session.phrases)
    # Imported late: a report needs one of them, and the others take longer to load.
    if form == "markdown":
        from cvcgen.reports.changes import as_markdown  # noqa: PLC0415

        return as_markdown.report(review, reader)
    if form == "json":
        from cvcgen.reports.changes import as_json  # noqa: PLC0415

        return as_json.report(review, reader)
    if form == "html":
        from cvcgen.reports.changes import as_html  # noqa: PLC0415

        return as_html.report(review, reader)
    from cvcgen.reports.changes import as_text  # noqa: PLC0415

    return as_text.report(review, reader, session.palette_for(target))


def _refuse(compared: app.Compared, session: Session) -> Exit:
    """The faults of each side that has some, under its name."""
    reader = make_reader(session.phrases)
    for side in (compared.before.checked, compared.after.checked):
        if has_errors(side.diagnostics):
            name = named_origin(side.origin, reader)
            said = message("nothing is compared: there are errors in {state}", state=name)
            session.console.talk(f"{reader.say(said)}\n\n")
            refuse(side, session)
    return Exit.FINDINGS


def _judge(gates: "list[Gate]", review: Review, session: Session) -> Exit:
    if not gates:
        return Exit.DONE
    from cvcgen.core.changes.gates import beyond  # noqa: PLC0415 - see above
    from cvcgen.reports.changes.failures import tell_failure  # noqa: PLC0415

    names = Names(review, make_reader(session.phrases))
    failed = {gate: found for gate in gates if (found := beyond(gate, review.comparison))}
    for gate, found in failed.items():
        session.console.talk(tell_failure(gate, found, names, session.console.talk_palette()))
    return Exit.FINDINGS if failed else Exit.DONE


def _gate(word: str, session: Session) -> "Gate":
    from cvcgen.core.changes.gates import BOUNDED, GateKind, parse_gate  # noqa: PLC0415

    gate = parse_gate(word)
    if gate is None:
        known = ", ".join(f"{k}[>N]" if k in BOUNDED else str(k) for k in GateKind)
        said = message("unknown gate «{gate}»; known: {known}", gate=word, known=known)
        if parse_gate(word.replace(",", ".")) is not None:
            said = message("write «{gate}» with a decimal point", gate=word)
        raise click.UsageError(session.phrases.say(said), click.get_current_context())
    return gate
