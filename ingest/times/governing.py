"""Says on which day an event happened: by its own clause, then its sentence, then the running day of the account."""

from graph.model import Published, When
from ingest.document import Document, TimeExpression
from ingest.times.again import named_again, summed_up
from ingest.times.clauses import Clauses
from ingest.times.counted import counted, measured
from ingest.times.reaching import ever_since, retold, running
from ingest.times.telling import Account, doubted, told
from ingest.times.wording import Wording


def account_of(document: Document, times: tuple[TimeExpression, ...], published: Published, words: Wording) -> Account:
    """Make ready to date the events of a document. words: what read_wording gave."""
    return Account(Clauses(document, words), times, published)


def govern(account: Account, i: int) -> When:
    """Say when the event happened that the token i tells.

    Where nothing dates it: not after publication, never a day.
    """
    return govern_all(account, i)[0]


def govern_all(account: Account, i: int) -> tuple[When, ...]:
    """Say when an event happened, one When a day where coordinated days make it several."""
    sentence = account.document.sentence_at(i)
    before = measured(account, i, sentence) or counted(account, i, sentence)
    if before:
        return (before,)
    here = told(account, i, sentence)
    if here:
        return here
    if sentence.is_headline:
        return (retold(account, i, sentence),)
    since = ever_since(account, i, sentence)
    if since:
        return (since,)
    again = named_again(account, i) or summed_up(account, i, sentence)
    if again:
        return (again,)
    return (doubted(running(account, i, sentence)),)
