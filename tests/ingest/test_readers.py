"""Files as articles: plain text, JSON lines, encodings, and what is refused."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Article
from ingest.errors import ReadError
from ingest.readers import find_files, read
from ingest.readers.decode import MOST_BYTES
from ingest.readers.passed import PassedField, PassedFile, PassedOver

BODY = "They met on Monday in Cairo, officials said.\r\nTalks go on.\n"


def only(path: Path, published: date | None = None) -> Article | ReadError:
    [item] = read(path, published)
    assert not isinstance(item, PassedField)
    return item


def written(folder: Path, data: bytes | str, name: str = "a.txt") -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def refusal(path: Path) -> str:
    item = only(path)
    assert isinstance(item, ReadError)
    assert str(path) in str(item)
    return str(item)


def test_the_first_line_is_the_title_and_line_ends_stay(tmp_path: Path) -> None:
    article = only(written(tmp_path, "Talks resume\n\n" + BODY), date(2019, 8, 27))

    assert isinstance(article, Article)
    assert (article.title, article.text, article.published) == ("Talks resume", BODY, date(2019, 8, 27))


def test_front_matter_gives_title_date_source_and_address(tmp_path: Path) -> None:
    front = "---\ntitle: Talks\ndate: 2019-08-27\nsource: A desk\nurl: https://example.org/a\n---\n"
    article = only(written(tmp_path, front + BODY), date(2000, 1, 1))

    assert isinstance(article, Article)
    assert (article.title, article.published, article.source) == ("Talks", date(2019, 8, 27), "A desk")
    assert article.text == BODY


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("---\nsource: A desk\ndate: 27 August\n---\nTalks\n\n" + BODY, "line 3: date '27 August'"),
        ("---\ndate: 2019-02-30\n---\nTalks\n\n" + BODY, "date '2019-02-30'"),
        ("---\nno key here\n---\nTalks\n" + BODY, "line 2: front matter has 'no key here'"),
        ("---\ndate: 2019-08-27\n", "front matter does not end"),
        ("---\ntitle: Talks\nsource: A desk\nTitle: War\n---\n" + BODY, "line 4: 'title' again (first in line 2)"),
        ("---\nauthor: A\nauthor: B\n---\nTalks\n\n" + BODY, "line 3: 'author' again (first in line 2)"),
        ("---\ntitle: >\n  Talks\n---\n" + BODY, "line 3: front matter has 'Talks'"),
        ("---\nlanguage: fr\n---\nTalks\n" + BODY, "language 'fr'"),
        ("Talks resume\n", "a title and nothing else"),
        ("", "empty"),
        (" \n\n", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0", "looks like an image (PNG); wanted plain text in UTF-8: an article with its title"),
        (b"\xff\xd8\xff\xe0\x80\x10JFIF", "looks like an image (JPEG)"),
        (b"\0\0\0\x18ftypheic", "looks like an image or a film"),
        (b"Talks\n\nThey met\0again", "looks like a binary file"),
        (b"\xff\xfe" + bytes(range(256)) * 8, "a.txt"),
        (b"\xff\xfe\x00", "no utf-16 after its mark"),
        (b"Talks\n\n" + b"a" * MOST_BYTES, "bytes; wanted an article of at most 5,000,000 bytes"),
    ],
)
def test_bad_text_is_refused_with_file_and_reason(tmp_path: Path, text: bytes | str, said: str) -> None:
    assert said in refusal(written(tmp_path, text))


@pytest.mark.parametrize(
    "url",
    [
        *("javascript:alert(1)", "file:///etc/passwd", "ftp://example.org/a", "mailto:desk@example.org"),
        *("example.org/a", "/a", "a page", "http:", "https://", "https:///a", "https://./a", "https://?a"),
        *("http://[", "https://example.org:port/a", "https://example.org/a b", "https://example.org/a\u0007"),
    ],
)
def test_an_address_that_is_none_of_the_web_is_refused_at_its_line(tmp_path: Path, url: str) -> None:
    wanted = f"url {url!r}; wanted a whole address with http:// or https://"

    assert f"line 3: {wanted}" in refusal(written(tmp_path, f"---\nsource: A desk\nurl: {url}\n---\nTalks\n" + BODY))
    assert f"line 1: {wanted}" in refusal(written(tmp_path, json.dumps({"text": BODY, "url": url}), "a.jsonl"))


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org",
        "HTTPS://Example.org:8080/a?b=c#d",
        "https://[2001:db8::1]/a",
        "https://žurnal.example/článek",
    ],
)
def test_an_address_of_the_web_is_kept_as_given(tmp_path: Path, url: str) -> None:
    article = only(written(tmp_path, f"---\nurl:  {url} \n---\nTalks\n" + BODY))

    assert isinstance(article, Article)
    assert article.url == url


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings_that_can_be_told_are_read(tmp_path: Path, encoding: str) -> None:
    text = "Talks in Bogotá\n\nThe minister said “we agree” — and José left for Orléans, officials said.\n" * 3
    article = only(written(tmp_path, text.encode(encoding)))

    assert isinstance(article, Article)
    assert article.title == "Talks in Bogotá"


def test_an_encoding_that_cannot_be_told_is_refused(tmp_path: Path) -> None:
    text = "Talks\n\nThe ministers Muñoz and Guimarães left for São Tomé on Monday, officials said.\n"

    told = refusal(written(tmp_path, text.encode("cp1252")))
    assert "not UTF-8 (byte 23); it may be" in told
    assert told.endswith("Save it as UTF-8, or convert it: iconv -f ENCODING -t UTF-8 FILE")


def test_a_field_that_means_nothing_is_told_before_its_article(tmp_path: Path) -> None:
    ours = "note: Seen.\nsources: B\ndate: 2019-08-27\n"
    front = f"---\nauthor: A. Writer\ntags:\n  - talks\n- truce\n  date: 1999-01-01\n{ours}---\n"
    text = written(tmp_path, front + "Talks\n\n" + BODY)
    lines = written(tmp_path, json.dumps({"id": 1, "text": BODY, "byline": "A. Writer", "note": "Seen."}), "a.jsonl")

    *fields, article = read(text)
    assert fields == [PassedField("author", text, 2), PassedField("tags", text, 3)]
    assert isinstance(article, Article)
    assert (article.title, article.published) == ("Talks", date(2019, 8, 27))
    field, article = read(lines)
    assert field == PassedField("byline", lines, 1)
    assert isinstance(article, Article)


def test_a_repeated_key_of_json_is_refused_wherever_it_stands(tmp_path: Path) -> None:
    assert "line 1: 'text' again" in refusal(written(tmp_path, '{"text": "a", "text": "b"}', "a.jsonl"))
    assert "line 1: 'x' again" in refusal(written(tmp_path, '{"text": "a", "more": {"x": 1, "x": 2}}', "a.jsonl"))


def test_what_is_passed_over_is_counted_by_name_with_its_first_place(tmp_path: Path) -> None:
    passed = PassedOver((".txt",))
    path = tmp_path / "a.txt"
    odd = [PassedField(f"x{number:02}\n\ud800", path, 9) for number in range(21)]

    rest = list(
        passed.sift(
            ["kept", PassedField("tags", path, 2), PassedField("by", path, 3), PassedField("tags", path, 5), *odd]
        )
    )

    assert rest == ["kept"]
    told = list(passed.lines())
    assert told[:2] == [f"  ignored: by ({path}, line 3)", f"  ignored: tags ({path}, line 2, and 1 more)"]
    assert told[2] == f"  ignored: 'x00\\n\\ud800' ({path}, line 9)"
    assert told[-1] == "  ignored: 3 fields of other names"
    assert len(told) == 21


def test_names_of_fields_without_end_are_kept_up_to_a_bound(tmp_path: Path) -> None:
    passed = PassedOver((".txt",))

    assert not list(passed.sift(PassedField(f"x{number:05}", tmp_path, 1) for number in range(1500)))

    assert len(passed.fields) == len(passed.first) == 1000
    assert list(passed.lines())[-1] == "  ignored: 980 fields of other names, and 500 times fields of further names"


def test_files_that_are_passed_over_are_counted_by_kind_with_the_reason(tmp_path: Path) -> None:
    passed = PassedOver((".txt", ".jsonl"))
    kinds = [".pdf", ".jpg", ".pdf", "without a suffix"]

    assert list(passed.sift(PassedFile(tmp_path / str(place), kind) for place, kind in enumerate(kinds))) == []
    told = "  passed over: 4 files (1 .jpg, 2 .pdf, 1 without a suffix); of a folder only .txt, .jsonl are read"
    assert list(passed.lines()) == [told]


def test_a_bad_line_of_json_lines_costs_that_line(tmp_path: Path) -> None:
    good = json.dumps({"id": "x", "text": BODY, "published": "2019-08-27T21:40:00+03:00"})
    odd = ['{"text": "a", "source": "\\ud800"}', '{"text": "a", "n": ' + "9" * 5000 + "}", "[" * 100_000]
    lines = [
        good,
        *odd,
        '{"text": "a", "id": [1]}',
        "{",
        "[1]",
        '{"text": 5}',
        '{"text": " "}',
        '{"text": "a", "published": "soon"}',
        good,
    ]
    items = list(read(written(tmp_path, "\n".join(lines), "a.jsonl")))

    assert [type(item).__name__ for item in items] == ["Article", *["ReadError"] * 9, "Article"]
    assert [item.line for item in items] == list(range(1, 12))
    first = items[0]
    assert isinstance(first, Article)
    assert (first.text, first.published, first.given_id) == (BODY, date(2019, 8, 27), "x")


def test_an_id_comes_from_the_address_else_from_the_text(tmp_path: Path) -> None:
    records = [
        {"text": "One text.", "url": "https://Example.org/a/#top"},
        {"text": "Another text.", "url": "https://example.org/a"},
        {"text": "One  text.\n"},
        {"text": "One text."},
    ]
    path = written(tmp_path, "\n".join(map(json.dumps, records)), "a.jsonl")
    ids = [item.id for item in read(path) if isinstance(item, Article)]

    assert ids[0] == ids[1] != ids[2] == ids[3]


def test_a_folder_gives_its_articles_and_what_it_passes_over(tmp_path: Path) -> None:
    (tmp_path / "more.txt").mkdir()
    path = written(tmp_path / "more.txt", "Talks\n\n" + BODY, "b.txt")
    gone, linked = tmp_path / "gone.txt", tmp_path / "linked"
    gone.symlink_to(tmp_path / "nowhere.txt")
    linked.symlink_to(tmp_path / "more.txt")
    photo, bare = written(tmp_path, b"\xff\xd8\xff", "photo.JPG"), written(tmp_path, "", "LIST")

    assert list(find_files([tmp_path])) == [
        PassedFile(bare, "without a suffix"),
        gone,
        PassedFile(linked, "linked folder"),
        path,
        PassedFile(photo, ".jpg"),
    ]
    assert "cannot be read" in refusal(gone)


def test_a_folder_without_articles_and_a_missing_path_are_errors(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    empty, missing = find_files([tmp_path / "empty", tmp_path / "missing.txt"])
    assert "no articles in this folder" in str(empty)
    assert "no such file" in str(missing)


@given(st.binary(max_size=300))
def test_any_bytes_give_an_article_or_an_error(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    for name in ("a.txt", "a.jsonl"):
        path = written(tmp_path_factory.getbasetemp(), data, name)
        assert all(isinstance(item, Article | ReadError | PassedField) for item in read(path))
