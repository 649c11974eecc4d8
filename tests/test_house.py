"""The house: which room may know which, what each shows, and what is shipped."""

import ast
import importlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("models", "scheduler", "api")
MODULES = [file for room in ROOMS for file in sorted((ROOT / room).rglob("*.py"))]
PACKAGES = [file.parent for file in MODULES if file.name == "__init__.py"]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
OUTSIDE_OF_MODELS = {"pydantic", "pydantic_core", "annotated_types"}


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _imports(file: Path) -> Iterator[str]:
    """Every module that a file imports, at its top or inside of a function."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file} imports from a relative name"
            yield node.module or ""


@pytest.mark.parametrize("file", MODULES, ids=_name)
def test_a_room_knows_only_the_rooms_below(file: Path) -> None:
    room = file.relative_to(ROOT).parts[0]
    above = ROOMS[ROOMS.index(room) + 1 :]
    assert [name for name in _imports(file) if name.split(".")[0] in above] == []


@pytest.mark.parametrize("file", [file for file in MODULES if _name(file).startswith("models")], ids=_name)
def test_the_nouns_need_pydantic_and_the_standard_library_only(file: Path) -> None:
    allowed = sys.stdlib_module_names | OUTSIDE_OF_MODELS | {"models"}
    assert {name.split(".")[0] for name in _imports(file)} <= allowed


@pytest.mark.parametrize("file", [file for file in MODULES if _name(file).startswith("scheduler")], ids=_name)
def test_the_verbs_touch_neither_disk_nor_network_nor_clock(file: Path) -> None:
    outside = {
        "os",
        "io",
        "socket",
        "sqlite3",
        "subprocess",
        "logging",
        "urllib",
        "http",
        "pathlib",
        "fastapi",
        "sqlalchemy",
    }
    assert not {name.split(".")[0] for name in _imports(file)} & outside
    called = {node.attr for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Attribute)}
    assert not called & {"now", "today", "utcnow"}, "the moment of planning is as_of"


@pytest.mark.parametrize("file", MODULES, ids=_name)
def test_every_module_says_what_it_is_and_what_it_shows(file: Path) -> None:
    if "migrations" in file.parts:
        return
    tree = ast.parse(file.read_text("utf-8"))
    assert ast.get_docstring(tree), "say in a sentence what the module is"
    module = importlib.import_module(".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"))
    for name in getattr(module, "__all__", ()):
        assert hasattr(module, name), f"__all__ names {name}, which is not there"


@pytest.mark.parametrize("package", PACKAGES, ids=_name)
def test_a_package_shows_exactly_what_its_init_brings_in(package: Path) -> None:
    tree = ast.parse((package / "__init__.py").read_text("utf-8"))
    shown = importlib.import_module(".".join(package.relative_to(ROOT).parts)).__dict__.get("__all__", [])
    own = (node for node in tree.body if isinstance(node, ast.ImportFrom) and str(node.module).startswith(ROOMS))
    inside = _dotted(package)
    brought = {a.asname or a.name for node in own if str(node.module).startswith(f"{inside}.") for a in node.names}
    assert brought - set(shown) <= _used_within(tree), "a name that is brought in and not shown"
    assert len(shown) == len(set(shown))


def _dotted(package: Path) -> str:
    return ".".join(package.relative_to(ROOT).parts)


def _used_within(tree: ast.Module) -> set[str]:
    """Names that the module itself uses, beside importing them."""
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


def test_every_package_is_listed_by_name() -> None:
    listed = set(PROJECT["tool"]["setuptools"]["packages"])
    there = {_dotted(file.parent) for file in MODULES} | {"examples"}
    assert there == listed, "pyproject.toml lists what is shipped"


def test_the_pins_hold_no_addresses() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert pins
    assert [pin for pin in pins if not re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+!]+", pin)] == []


def test_everything_that_is_needed_is_pinned() -> None:
    project = PROJECT["project"]
    needed = [
        *project["dependencies"],
        *(need for extra in project["optional-dependencies"].values() for need in extra),
    ]
    pinned = {line.split("==")[0].lower() for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines()}
    assert [need for need in needed if re.split(r"[\[<>=!~ ]", need)[0].lower() not in pinned] == []


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy so that nothing is left behind in the tree."""
    tree, out = tmp_path_factory.mktemp("tree"), tmp_path_factory.mktemp("wheel")
    for room in (*ROOMS, "examples"):
        shutil.copytree(ROOT / room, tree / room, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / file, tree)
    build = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
        "-q",
        "-w",
        str(out),
    ]
    done = subprocess.run([*build, str(tree)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return next(out.glob("terminsplan-*.whl"))


def test_the_wheel_holds_every_file_of_the_rooms(wheel: Path) -> None:
    shipped = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        unicodedata.normalize("NFC", file.relative_to(ROOT).as_posix())
        for room in ROOMS
        for file in (ROOT / room).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert wanted - shipped == set()
    assert "examples/borås_2026.json" in shipped, "the example ships, and its name is in NFC"


def test_the_wheel_works_from_anywhere(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    run = [sys.executable, "-m", "api.cli", "example"]
    environment = {**os.environ, "PYTHONPATH": str(site), "PYTHONUTF8": "1"}
    done = subprocess.run(run, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout == (ROOT / "examples" / "borås_2026.json").read_text("utf-8")


@pytest.mark.parametrize("page", [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))], ids=_name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_picture_of_readme_is_there_and_light() -> None:
    (picture,) = re.findall(r"!\[[^\]]+\]\(([^)]+\.png)\)", (ROOT / "README.md").read_text("utf-8"))
    assert (ROOT / picture).stat().st_size <= 250_000
