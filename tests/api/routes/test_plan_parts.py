"""Plan jobs of a part of a term, and in stages, over HTTP and done by the scheduler."""

from typing import Any

import pytest

from api.routes.examples import TERM
from api.store import Job
from models import Term
from scheduler import check
from tests.api.routes.house import House, changed

HERE = f"/v1/terms/{TERM['uid']}/plan-jobs"
AFTER: dict[str, Any] = {**TERM["series"][0], "id": "efter", "title": "Efter"}
STAGES = [{"id": "först", "title": "Först", "series": [TERM["series"][0]["id"]]}]


def two_series(house: House, **changes: Any) -> str:
    """A stored term with a meeting in each of two series, at which the same person is needed."""
    meetings = [*TERM["meetings"], {"id": "möte-2", "series": "efter"}]
    return house.make_term(series=[*TERM["series"], AFTER], meetings=meetings, **{"stages": STAGES, **changes})


def done(house: House, **wish: Any) -> Job:
    asked = house.client.post(HERE, json=wish)
    assert asked.status_code == 202, asked.text
    return house.work_on(asked.json()["id"])


def test_plans_the_series_asked_for_and_says_what_waits(house: House) -> None:
    two_series(house)
    job = done(house, series=["efter"])
    assert job.request == {"series": ["efter"], "standing_plan_id": None}
    plan = house.client.get(f"/v1/plans/{job.plan_id}").json()
    assert (plan["placed"], plan["unplaced"], plan["waiting"]) == (1, 0, 1)
    assert plan["plan"]["part"]["series"] == ["efter"]


def test_the_others_stand_where_the_newest_plan_has_them(house: House) -> None:
    term_id = two_series(house)
    first = done(house, series=["efter"])
    job = done(house, series=[TERM["series"][0]["id"]])
    assert job.request["standing_plan_id"] == first.plan_id
    stood, made = (house.office.plan(one.plan_id or "").plan for one in (first, job))
    assert made.placement_of("möte-2") == stood.placement_of("möte-2")
    assert len(made.placements) == 2
    assert check(house.office.term(term_id).term, made) == ()


def test_what_can_no_longer_stand_ends_the_job_with_its_reasons(house: House) -> None:
    term_id = two_series(house)
    done(house, series=["efter"])
    term = house.office.term(term_id).term
    away = {"id": "borta", "person": "chef-1", "start": f"{term.first_day}T00:00", "end": f"{term.last_day}T23:00"}
    now = Term.model_validate(changed(term.model_dump(mode="json"), absences=[away]))
    house.office.replace_term(term_id, now, 1, "Anna")
    job = done(house, series=[TERM["series"][0]["id"]])
    assert job.failure is not None
    assert (job.state, job.failure.code, job.plan_id) == ("failed", "cannot_stand", None)
    assert [(one["rule"], one["meeting"]) for one in job.failure.details] == [("absence", "möte-2")]


def test_plans_in_stages_and_says_what_they_cost_where_that_is_asked(house: House) -> None:
    two_series(house)
    alone = done(house, stages="alone")
    assert (alone.request, alone.result) == ({"stages": True, "against_whole": False}, None)
    both = done(house, stages="against_whole")
    told = house.client.get(f"/v1/plan-jobs/{both.id}", headers={"Accept-Language": "en"}).json()
    assert {one["id"]: one["proven"] for one in told["result"]["costs"]}["placed"] is True
    assert (
        told["details"][0]
        == "The stages cost nothing: the plan is as good as one that is made at once. That is proven."
    )
    plan = house.office.plan(both.plan_id or "").plan
    assert plan.part is not None
    assert [one.stage for one in plan.part.stages] == ["först", None]


def test_progress_says_which_round_it_is(house: House) -> None:
    two_series(house)
    job = done(house, stages="against_whole")
    told = [one.payload for one in house.office.job_progress(job.id) if one.kind == "progress"]
    assert {one["steps"] for one in told} <= {3}


@pytest.mark.parametrize(
    ("wish", "status", "code"),
    [
        ({"series": ["nowhere"]}, 409, "unknown_series"),
        ({"series": ["efter"], "standing_plan_id": "nothing"}, 404, "not_found"),
        ({"series": ["efter"], "stages": "alone"}, 422, "invalid"),
        ({"standing_plan_id": "x"}, 422, "invalid"),
        ({"series": []}, 422, "invalid"),
        ({"stages": "twice"}, 422, "invalid"),
    ],
)
def test_refuses_what_cannot_be_planned_so(house: House, wish: dict[str, Any], status: int, code: str) -> None:
    two_series(house)
    refused = house.client.post(HERE, json=wish)
    assert (refused.status_code, refused.json()["code"]) == (status, code), refused.text
    assert house.client.get("/v1/plan-jobs").json()["items"] == []


def test_a_term_without_stages_is_not_planned_in_stages(house: House) -> None:
    two_series(house, stages=[])
    refused = house.client.post(HERE, json={"stages": "alone"})
    assert (refused.status_code, refused.json()["code"]) == (409, "no_stages")


def test_the_others_do_not_stand_in_the_plan_of_another_term(house: House) -> None:
    two_series(house)
    other = house.make_plan(house.make_term(uid="6f1b2c1e-2f0a-4c57-9d5e-0c6f5a3f7b12")).plan_id
    refused = house.client.post(HERE, json={"series": ["efter"], "standing_plan_id": other})
    assert (refused.status_code, refused.json()["code"]) == (409, "other_term")
