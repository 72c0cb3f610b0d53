import pytest

from cvcgen.serving.admission import Request, is_our_host, refuse

OURS = ("host", "localhost:8000")


def request(
    *headers: tuple[str, str], method: str = "GET", target: str = "/fr/index.html"
) -> Request:
    sent = tuple((name.encode(), value.encode("latin-1")) for name, value in headers)
    return Request(method, target.encode(), sent)


def status(asked: Request) -> int:
    refusal = refuse(asked)
    return 200 if refusal is None else refusal.status


@pytest.mark.parametrize(
    "host", ["localhost", "localhost:8000", "127.0.0.1:8001", "[::1]:9", "LocalHost:8000"]
)
def test_this_machine_is_answered_by_each_of_its_names_and_any_forwarded_port(
    host: str,
) -> None:
    assert status(request(("host", host))) == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8000",
        "localhost.evil.example:8000",
        "127.0.0.1.nip.io:8000",
        "localhost.",
        "localhost:",
        "localhost:8000:8000",
        "localhost:80000000",
        "localhost@evil.example",
        "user@localhost",
        "localhost, evil.example",
        "localhost/evil",
        "0.0.0.0:8000",
        "127.1:8000",
        "2130706433:8000",
        "127.0.0.2",
        "[::ffff:127.0.0.1]",
        "[::1",
        "::1",
        "192.168.1.5:8000",
        "l\u00f6calhost",
        "",
        " ",
    ],
)
def test_every_other_name_is_misdirected(host: str) -> None:
    assert not is_our_host(host)
    assert status(request(("host", host))) == 421


@pytest.mark.parametrize("headers", [(), (OURS, OURS), (OURS, ("host", "evil.example"))])
def test_a_request_names_its_host_once(headers: tuple[tuple[str, str], ...]) -> None:
    assert status(request(*headers)) == 400


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        ("http://localhost:8000", 200),
        ("http://evil.example", 403),
        ("http://localhost:3000", 403),
        ("https://localhost:8000", 403),
        ("http://127.0.0.1:8000", 403),
        ("null", 403),
        ("", 403),
    ],
)
def test_only_the_previews_own_pages_may_fetch(origin: str, expected: int) -> None:
    assert status(request(OURS, ("origin", origin))) == expected


def test_an_origin_that_is_sent_twice_is_not_believed() -> None:
    ours = ("origin", "http://localhost:8000")
    assert status(request(OURS, ours, ours)) == 403


@pytest.mark.parametrize(
    ("site", "mode", "kind", "expected"),
    [
        ("none", "navigate", "document", 200),
        ("same-origin", "no-cors", "script", 200),
        ("cross-site", "navigate", "document", 200),
        ("cross-site", "no-cors", "script", 403),
        ("cross-site", "no-cors", "image", 403),
        ("same-site", "cors", "empty", 403),
        ("same-site", "no-cors", "script", 403),
        ("cross-site", "navigate", "iframe", 403),
        ("cross-site", "navigate", "object", 403),
        ("cross-site", "no-cors", "document", 403),
    ],
)
def test_other_sites_may_link_here_and_no_more(
    site: str, mode: str, kind: str, expected: int
) -> None:
    said = (("sec-fetch-site", site), ("sec-fetch-mode", mode), ("sec-fetch-dest", kind))
    assert status(request(OURS, *said)) == expected


def test_a_site_that_is_said_twice_is_not_believed() -> None:
    ours = ("sec-fetch-site", "same-origin")
    assert status(request(OURS, ours, ours)) == 403


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "CONNECT", "get", ""])
def test_there_is_reading_only(method: str) -> None:
    assert status(request(OURS, method=method)) == 405


@pytest.mark.parametrize("target", ["http://evil.example/", "*", "localhost:80", "fr", ""])
def test_an_address_is_a_path(target: str) -> None:
    assert status(request(OURS, target=target)) == 400


def test_a_request_is_short() -> None:
    assert status(request(OURS, target="/" + "a" * 2047)) == 200
    assert status(request(OURS, target="/" + "a" * 2048)) == 414
    assert status(request(OURS, ("cookie", "a" * 16_000))) == 200
    assert status(request(OURS, *[("x", "a" * 1000)] * 17)) == 431


@pytest.mark.parametrize(
    "header",
    [("content-length", "1"), ("content-length", "-1"), ("transfer-encoding", "chunked")],
)
def test_a_request_has_no_body(header: tuple[str, str]) -> None:
    assert status(request(OURS, header)) == 400
    assert status(request(OURS, ("content-length", "0"))) == 200
