"""The tables: documents are JSON text, beside them the few columns that are searched for.

Every table that holds an office's things begins its key with `workspace_id`. Rows of `term_revisions`, `plans`,
`releases`, `nights`, `renderings`, `job_events` and `audit` are never changed; one of `changes` once, if it is undone.
"""

from api.store.tables.accounts import accounts, identities, login_links, login_tries, sessions, tokens, workspaces
from api.store.tables.frame import METADATA
from api.store.tables.links import link_keys, page_links, public_links, reports, subscriptions
from api.store.tables.planning import changes, idempotency_keys, job_events, jobs, plans, term_revisions, terms
from api.store.tables.releases import digests, nights, releases, renderings
from api.store.tables.traces import audit, solvers

__all__ = [
    "METADATA",
    "accounts",
    "audit",
    "changes",
    "digests",
    "idempotency_keys",
    "identities",
    "job_events",
    "jobs",
    "link_keys",
    "login_links",
    "login_tries",
    "nights",
    "page_links",
    "plans",
    "public_links",
    "releases",
    "renderings",
    "reports",
    "sessions",
    "solvers",
    "subscriptions",
    "term_revisions",
    "terms",
    "tokens",
    "workspaces",
]
