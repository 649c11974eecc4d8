"""Plans over HTTP: immutable, with their proof, and checked without the solver."""

from api.routes.examples import PLAN, TERM
from models import Plan, Term
from scheduler import check
from tests.api.routes.house import House, changed

HERE = f"/v1/terms/{TERM['uid']}"


def test_a_plan_says_what_it_holds_and_what_is_proven(house: House) -> None:
    house.make_term()
    job = house.make_plan(TERM["uid"])
    plan = house.client.get(f"/v1/plans/{job.plan_id}").json()
    assert (plan["term_id"], plan["revision"], plan["number"], plan["job_id"]) == (TERM["uid"], 1, 1, job.id)
    assert (plan["placed"], plan["unplaced"], plan["proven"], plan["stopped"]) == (1, 0, True, False)
    assert plan["goals"] == [{"id": "placed", "value": 0, "bound": 0, "proven": True}]
    (placement,) = plan["plan"]["placements"]
    assert placement["sittings"] == [{"seat": "chef", "person": "chef-1", "appointment": "u1", "deputy_rank": 0}]


def test_the_list_leaves_the_placements_out(house: House) -> None:
    house.make_term()
    plan_id = house.make_plan(TERM["uid"]).plan_id
    (listed,) = house.client.get(f"{HERE}/plans").json()["items"]
    whole = house.client.get(f"/v1/plans/{plan_id}").json()
    assert listed == {key: value for key, value in whole.items() if key != "plan"}


def test_a_plan_never_changes(house: House) -> None:
    house.make_term()
    here = f"/v1/plans/{house.make_plan(TERM['uid']).plan_id}"
    tag = house.client.get(here).headers["etag"]
    assert not tag.startswith("W/")
    assert house.client.get(here, headers={"If-None-Match": tag}).status_code == 304


def test_checks_a_stored_plan(house: House) -> None:
    house.make_term()
    plan_id = house.make_plan(TERM["uid"]).plan_id
    checked = house.client.get(f"/v1/plans/{plan_id}/check").json()
    found = check(Term.model_validate(TERM), house.office.plan(plan_id or "").plan)
    assert checked["obeys"] is not bool(found)
    assert [one["rule"] for one in checked["violations"]] == [one.rule for one in found]


def test_says_what_a_plan_of_ones_own_breaks(house: House) -> None:
    house.make_term()
    digest = house.office.term(TERM["uid"]).digest
    early = changed(PLAN["placements"][0], start="2026-09-01T07:00", end="2026-09-01T08:30")
    mine = Plan.model_validate(changed(PLAN, term_digest=digest, placements=[early])).model_dump(mode="json")
    answer = house.client.post(f"{HERE}/plan-checks", json=mine, headers={"Accept-Language": "en"})
    broken = {one["rule"]: one for one in answer.json()["violations"]}
    assert (answer.status_code, answer.json()["obeys"]) == (200, False)
    assert broken["window"]["meeting"] == "möte-1"
    assert broken["window"]["detail"]
    assert house.client.get(f"{HERE}/plans").json()["items"] == []  # nothing was kept


def test_refuses_to_check_what_would_take_for_ever(house: House) -> None:
    house.make_term()
    again = changed(PLAN, placements=PLAN["placements"] * 3)
    twice = house.client.post(f"{HERE}/plan-checks", json=again)
    assert [fault["pointer"] for fault in twice.json()["faults"]] == ["/placements/1/meeting", "/placements/2/meeting"]
    crowd = changed(PLAN["placements"][0], sittings=PLAN["placements"][0]["sittings"] * 1_001)
    crowded = house.client.post(f"{HERE}/plan-checks", json=changed(PLAN, placements=[crowd]))
    assert (crowded.status_code, crowded.json()["faults"][0]["code"]) == (422, "too_many")


def test_lists_only_so_many_violations(house: House) -> None:
    house.make_term()
    odd = [changed(PLAN["placements"][0], meeting=f"m{n}") for n in range(600)]
    answer = house.client.post(f"{HERE}/plan-checks", json=changed(PLAN, placements=odd)).json()
    assert answer["count"] >= 600
    assert len(answer["violations"]) == 500


def test_checks_only_what_is_a_plan(house: House) -> None:
    house.make_term()
    answer = house.client.post(f"{HERE}/plan-checks", json={"format": "terminsplan.plan/1"})
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid")
