"""What is kept: `Store` holds the database, `Workspace` is one office's part of it."""

from api.store.errors import Busy, Conflict, NotFound, Stale, StoreError
from api.store.opening import DEFAULT_WORKSPACE
from api.store.records import (
    ACTIVE,
    PLANNING,
    AuditEntry,
    IssuedToken,
    Job,
    JobFailure,
    JobKind,
    JobState,
    Principal,
    ProgressEvent,
    Readiness,
    Release,
    Rendering,
    Revision,
    StoredChange,
    StoredPlan,
    StoredTerm,
    Subscription,
    SubscriptionKind,
    TokenInfo,
)
from api.store.store import Store
from api.store.workspace import Workspace

__all__ = [
    "ACTIVE",
    "DEFAULT_WORKSPACE",
    "PLANNING",
    "AuditEntry",
    "Busy",
    "Conflict",
    "IssuedToken",
    "Job",
    "JobFailure",
    "JobKind",
    "JobState",
    "NotFound",
    "Principal",
    "ProgressEvent",
    "Readiness",
    "Release",
    "Rendering",
    "Revision",
    "Stale",
    "Store",
    "StoreError",
    "StoredChange",
    "StoredPlan",
    "StoredTerm",
    "Subscription",
    "SubscriptionKind",
    "TokenInfo",
    "Workspace",
]
