"""The HTTP API: one module a noun."""

from fastapi import APIRouter

from api.routes import (
    audit,
    changes,
    differences,
    digests,
    explanation_jobs,
    explanations,
    forums,
    health,
    plan_checks,
    plan_jobs,
    plans,
    public_links,
    releases,
    schemas,
    subscriptions,
    terms,
)

__all__ = ["ROUTERS"]

ROUTERS: tuple[APIRouter, ...] = (
    terms.router,
    forums.router,
    changes.router,
    plan_jobs.router,
    plans.router,
    plan_checks.router,
    explanations.router,
    explanation_jobs.router,
    differences.router,
    releases.router,
    digests.router,
    subscriptions.router,
    public_links.router,
    audit.router,
    schemas.router,
    health.router,
)
