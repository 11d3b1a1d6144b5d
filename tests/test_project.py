"""The project holds together: commands and docs, requirements and hashes, and nothing that belongs to one machine."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def text(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


@pytest.mark.parametrize("path", ["requirements/run.txt", "requirements/test.txt"])
def test_requirements_are_pinned_and_hashed_and_name_no_host(path: str) -> None:
    entries = re.split(r"\n(?=\S)", text(path).strip())
    for entry in entries:
        assert re.match(r"[\w.\-\[\]]+==\S+( ; [^\n]+)? \\\n", entry), entry
        assert re.fullmatch(r"(\s+--hash=sha256:[0-9a-f]{64}( \\)?)+", entry.split("\n", 1)[1].join(("\n", ""))), entry
    assert not re.search(r"https?:|file:|index-url|find-links", text(path))


def names(path: str) -> set[str]:
    found = re.findall(r"^([\w.\-]+)(?:\[\w+\])?\s*[=<>\n]", text(path) + "\n", re.MULTILINE)
    return {re.sub(r"[-_.]+", "-", name).lower() for name in found}


def test_what_is_asked_for_is_pinned() -> None:
    assert names("requirements/run.in") | names("requirements/build.in") <= names("requirements/run.txt")
    assert names("requirements/run.txt") | names("requirements/test.in") <= names("requirements/test.txt")


def test_versions_agree_between_running_and_testing() -> None:
    def pins(path: str) -> set[str]:
        return set(re.findall(r"^\S+==\S+", text(path), re.MULTILINE))

    assert pins("requirements/run.txt") <= pins("requirements/test.txt")


def test_the_build_tool_is_pinned_too() -> None:
    wanted = tomllib.loads(text("pyproject.toml"))["build-system"]["requires"]
    assert {re.split(r"[<>=]", requirement)[0] for requirement in wanted} == names("requirements/build.in")


def test_the_platform_starts_a_worker() -> None:
    assert text("Procfile") == "worker: shipready run\n"


@pytest.mark.parametrize("path", ["README.md", *(f"docs/{path.name}" for path in sorted((ROOT / "docs").glob("*.md")))])
def test_links_inside_the_project_lead_somewhere(path: str) -> None:
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text(path)):
        assert ((ROOT / path).parent / target).exists(), target


def test_the_readme_names_folders_that_are_there() -> None:
    folders = re.findall(r"^\| `([\w/]+/)`", text("README.md"), re.MULTILINE)
    assert len(folders) >= 8
    assert [folder for folder in folders if not (ROOT / folder).is_dir()] == []


def sources(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


def test_files_are_short() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in sources("bot")}
    assert {str(path): lines for path, lines in lengths.items() if lines > 300} == {}


def is_quiet(handler: ast.ExceptHandler) -> bool:
    """Whether it catches everything and neither raises, logs with the traceback, nor hands the error on."""
    caught = ast.unparse(handler.type) if handler.type else "BaseException"
    if not re.search(r"\b(Base)?Exception\b", caught):
        return False
    body = "\n".join(ast.unparse(statement) for statement in handler.body)
    return not re.search(r"\braise\b|\.exception\(|exc_info=|trace=|on_error\(", body)


def test_no_error_is_caught_quietly() -> None:
    quiet = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sources("bot")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler) and is_quiet(node)
    ]
    assert quiet == []


def test_listeners_build_no_blocks() -> None:
    block = re.compile(r'"type":\s*"(section|actions|input|header|context|divider|rich_text)"')
    found = [path for path in sources("bot/slack/listeners") if block.search(path.read_text(encoding="utf-8"))]
    assert found == []


def test_pages_write_nothing_to_the_database() -> None:
    writing = re.compile(r"\bstore\.write\(|\bsession\.(add|commit|delete|merge)\(")
    assert [path for path in sources("bot/slack/pages") if writing.search(path.read_text(encoding="utf-8"))] == []


def test_public_functions_say_what_they_do() -> None:
    silent = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in sources("bot")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
        if not ast.get_docstring(node)
    ]
    assert silent == []
