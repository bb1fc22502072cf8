"""Says on which day an event happened: by its own clause, then its sentence, then the running day of the account."""

from graph.model import Published, When
from ingest.document import Document, TimeExpression
from ingest.times.reaching import named_again, retold, running, summed_up
from ingest.times.telling import Account, told


def govern(document: Document, i: int, times: tuple[TimeExpression, ...], published: Published) -> When:
    """Say when the event happened that the token i tells.

    Where nothing dates it: not after publication, never a day.
    """
    return govern_all(document, i, times, published)[0]


def govern_all(document: Document, i: int, times: tuple[TimeExpression, ...], published: Published) -> tuple[When, ...]:
    """Say when an event happened, one When a day where coordinated days make it several."""
    account = Account(document, times, published)
    sentence = document.sentence_at(i)
    here = told(account, i, sentence)
    if here:
        return here
    if sentence.is_headline:
        return (retold(account, i, sentence),)
    again = named_again(account, i) or summed_up(account, i, sentence)
    if again:
        return (again,)
    return (running(account, i, sentence),)
