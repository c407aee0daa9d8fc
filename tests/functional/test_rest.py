"""REST over the examples: the OpenAPI document holds, errors are problems, pages and tags work, hostility is text."""

import json
import urllib.error
import urllib.request
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from functional.conftest import secretariat
from secretariat.app.reading import open_for_reading
from secretariat.cli.server import build


def get(url: str, **headers: str) -> tuple[int, dict[str, str], str]:
    request = urllib.request.Request(url, headers={k.replace("_", "-"): v for k, v in headers.items()})
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, dict(answer.headers), answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, dict(error.headers), error.read().decode()


@pytest.fixture(scope="module")
def app(examples: Path):  # type: ignore[no-untyped-def]
    register = open_for_reading(str(examples))
    yield build(register)
    register.close()


def test_no_server_error_and_no_schema_violation(app) -> None:  # type: ignore[no-untyped-def]
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)
    tried = 0
    for found in schema.get_all_operations():
        operation = found.ok()

        @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), database=None)
        @given(case=operation.as_strategy())
        def holds(case: schemathesis.Case) -> None:
            # A well-formed question may still name no step, cursor or publisher: that answer is a problem, no fault.
            case.call_and_validate(excluded_checks=[positive_data_acceptance])

        holds()
        tried += 1
    assert tried > 15


def test_the_shapes_are_those_of_the_commands(address: str, examples: Path) -> None:
    status, _, body = get(f"{address}/api/v1/organisations/sco/members?on=2018-01-01")
    said = secretariat("members", "sco", "--on", "2018-01-01", "--register", examples, "--json").stdout
    assert status == 200 and json.loads(body) == json.loads(said)


def test_pages_by_cursor_cover_the_lines(address: str) -> None:
    url = f"{address}/api/v1/organisations/sco/offices"
    whole = json.loads(get(url)[2])["lines"]
    seen, following = [], f"{url}?limit=3"
    while following:
        _, headers, body = get(following)
        seen += json.loads(body)["lines"]
        link = headers.get("link", "")
        following = link[1 : link.index(">")] if link else ""
    assert seen == whole and len(whole) > 3


def test_a_tag_spares_the_second_reading(address: str) -> None:
    url = f"{address}/api/v1/organisations/sco/timeline"
    _, headers, _ = get(url)
    assert get(url, If_None_Match=headers["etag"])[0] == 304


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("organisations/sco/members?on=yesterday", 422),
        ("organisations/atlantis/members?on=2018-01-01", 404),
        ("lines/nothing", 404),
        ("documents/../../etc/passwd", 404),
        ("nowhere", 404),
    ],
)
def test_errors_are_problems(address: str, path: str, status: int) -> None:
    code, headers, body = get(f"{address}/api/v1/{path}")
    assert code == status and headers["content-type"].startswith("application/problem+json")
    assert json.loads(body)["detail"] and "Traceback" not in body


def test_another_host_name_is_refused(address: str) -> None:
    assert get(f"{address}/", Host="evil.example")[0] == 400


def test_only_this_machine_is_served(examples: Path) -> None:
    found = secretariat("serve", "--register", examples, "--host", "0.0.0.0", check=False)
    assert found.returncode == 2 and "not this machine" in found.stderr and len(found.stderr.splitlines()) == 1


def test_nothing_can_be_written(address: str) -> None:
    request = urllib.request.Request(f"{address}/api/v1/claims", data=b"{}", method="POST")
    with pytest.raises(urllib.error.HTTPError) as error:
        urllib.request.urlopen(request, timeout=30)
    assert error.value.code == 405
    error.value.close()


HOSTILE = (
    'The council of <b onclick="x()">ministers</b> met in Riga on 3 May 2019. <script>alert(1)</script> '
    "[click](javascript:alert(2)) &lt;img src=x onerror=alert(3)&gt; \u202egnp.exe\u202c "
) + "word " * 200_000


def test_a_hostile_document_is_shown_as_text(tmp_path: Path) -> None:
    from fastapi.testclient import TestClient

    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    meta = {
        "title": '"><script>alert(4)</script>',
        "date": "2019-05-04",
        "url": "javascript:alert(5)",
        "publisher": "<i>x</i>",
    }
    meta["publisher"] = "<i>x</i>"
    (tmp_path / "in" / "hostile.meta.json").write_text(json.dumps(meta))
    secretariat("build", tmp_path / "in", "--register", tmp_path / "h.db")
    register = open_for_reading(str(tmp_path / "h.db"))
    with TestClient(build(register)) as client:
        for path in ("/d/hostile", "/sources", "/search?q=ministers"):
            answer = client.get(path)
            assert answer.status_code == 200, path
            assert "script-src 'self'" in answer.headers["content-security-policy"]
            for evil in ("<script>alert", "<b onclick", "<img", "<i>x", 'href="javascript:', "\u202e"):
                assert evil not in answer.text, (path, evil)
        assert "&lt;script&gt;alert(1)" in client.get("/d/hostile").text
    register.close()
