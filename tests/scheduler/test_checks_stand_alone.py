"""A rule's `check` and a goal's `value` read only nouns: never the model, the candidates, or the functions beside them.

What the solver's side and the check have in common would be wrong in both alike.
"""

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from scheduler import goals, rules

ROOT = Path(__file__).resolve().parents[2]
ALLOWED = {"models", "scheduler.outcome", "scheduler.checking_sheet", "holidays"}
STANDARD = {"collections", "collections.abc", "datetime", "itertools", "math", "zoneinfo", "functools", "typing"}
OTHERS = {"blocks", "couple", "separate", "terms", "ties", "tells_apart", "hinders", "hinders_person", "closes_person"}
OTHERS |= {"candidate_cost", "place_cost", "pair_cost", "floor", "start_cost", "claim_cost", "vacancy_cost"}
OTHERS |= {"day_gaps", "rooms", "minutes_between", "most_meetings", "crowds"}
NAMES = {"rules": [rule.name for rule in rules.RULES], "goals": [goal.name for goal in goals.GOALS]}
CHECKS = [
    (import_module(f"scheduler.{kind}.{name}"), {"rules": "check", "goals": "value"}[kind])
    for kind, names in NAMES.items()
    for name in names
]


def _tree(module: ModuleType) -> ast.Module:
    return ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))


def _defined(tree: ast.Module) -> dict[str, ast.stmt]:
    """Every name that the module itself gives a meaning, with the statement that does."""
    found: dict[str, ast.stmt] = {}
    for statement in tree.body:
        if isinstance(statement, ast.FunctionDef | ast.ClassDef):
            found[statement.name] = statement
        elif isinstance(statement, ast.Assign):
            found |= {target.id: statement for target in statement.targets if isinstance(target, ast.Name)}
        elif isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            found[statement.target.id] = statement
    return found


def _imported(tree: ast.Module) -> dict[str, str]:
    """Every imported name, with the module that it comes from."""
    found: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            found |= {alias.asname or alias.name: str(node.module) for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {(alias.asname or alias.name).split(".")[0]: alias.name for alias in node.names}
    return found


def _reached(tree: ast.Module, start: str) -> set[str]:
    """Every name that a function uses, itself or by way of others of its module."""
    defined, seen, waiting = _defined(tree), set[str](), [start]
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        if name in defined:
            waiting += [node.id for node in ast.walk(defined[name]) if isinstance(node, ast.Name)]
    return seen


def _functions(tree: ast.Module, names: set[str]) -> set[str]:
    return {name for name, one in _defined(tree).items() if isinstance(one, ast.FunctionDef | ast.ClassDef)} & names


@pytest.mark.parametrize(("module", "entry"), CHECKS, ids=[f"{one.__name__}.{entry}" for one, entry in CHECKS])
def test_reads_only_nouns(module: ModuleType, entry: str) -> None:
    tree = _tree(module)
    imported = _imported(tree)
    used = {imported[name] for name in _reached(tree, entry) if name in imported}
    assert used <= ALLOWED | STANDARD


@pytest.mark.parametrize(("module", "entry"), CHECKS, ids=[f"{one.__name__}.{entry}" for one, entry in CHECKS])
def test_shares_no_function_with_the_solver_s_side(module: ModuleType, entry: str) -> None:
    tree = _tree(module)
    solver_side = {name for other in OTHERS & set(_defined(tree)) for name in _functions(tree, _reached(tree, other))}
    assert _functions(tree, _reached(tree, entry)) & solver_side == set()


def _imports_of(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield str(node.module)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


@pytest.mark.parametrize(
    "name", ["checking", "checking_deadlines", "checking_part", "checking_sheet", "checking_structure", "outcome"]
)
def test_the_check_s_own_files_import_no_solver_s_side(name: str) -> None:
    # `scheduler.standing` says what a re-plan may not touch; the rule `stays` checks that without it.
    own = {
        f"scheduler.{one}"
        for one in (
            "checking_deadlines",
            "checking_part",
            "checking_structure",
            "goals",
            "rulebook",
            "rules",
            "standing",
        )
    }
    allowed = ALLOWED | STANDARD | own | {"dataclasses"}
    assert set(_imports_of(ROOT / "scheduler" / f"{name}.py")) <= allowed


@pytest.mark.parametrize(("module", "entry"), CHECKS, ids=[one.__name__ for one, _ in CHECKS])
def test_has_its_own_name(module: ModuleType, entry: str) -> None:
    assert Path(str(module.__file__)).stem == module.NAME
    assert module.__doc__
    assert getattr(module, entry).__doc__
    folder = module.__name__.split(".")[1]
    assert (ROOT / "tests" / "scheduler" / folder / f"test_{module.NAME}.py").exists()


@pytest.mark.parametrize("kind", ["rules", "goals"])
def test_every_file_stands_in_the_table_of_contents(kind: str) -> None:
    files = {file.stem for file in (ROOT / "scheduler" / kind).glob("*.py")} - {"__init__"}
    listed = {one.name for one in (rules.RULES if kind == "rules" else goals.GOALS)}
    assert files == listed


@pytest.mark.parametrize("kind", ["rules", "goals"])
def test_the_page_of_meanings_lists_the_same(kind: str) -> None:
    page = (ROOT / "docs" / "rules-and-goals.md").read_text(encoding="utf-8")
    head, tail = page.split("## Goals", 1)
    rows = [
        line.split("`")[1]
        for line in (head.split("## Rules")[1] if kind == "rules" else tail).splitlines()
        if line.startswith("| `")
    ]
    assert rows == NAMES[kind]
