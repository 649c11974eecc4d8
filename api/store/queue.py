"""The way of a job into the queue, in the same transaction as the job's row."""

from collections.abc import Callable

import sqlalchemy as sa
from dbos import DBOSClient, DBOSPortableJSONSerializer, EnqueueOptions

__all__ = ["APPLICATION", "APPLICATION_VERSION", "QUEUE", "WORKFLOW", "Enqueue", "queue_of"]

APPLICATION = "terminsplan"
APPLICATION_VERSION = "terminsplan-jobs-1"
"""Fixed: by default it is a hash of the code, and a new release of ours would strand the jobs of the one before.
Raise it only when a running job's steps change so that an older one cannot be taken up again."""
QUEUE = "plans"
WORKFLOW = "plan_job"

Enqueue = Callable[[sa.Connection, str, str], None]
"""Puts a job (connection, workspace id, job id) into the queue when the connection's transaction commits."""


def queue_of(engine: sa.Engine) -> Enqueue:
    """The queue in the same database as the rows."""
    client = DBOSClient(
        system_database_url=engine.url.render_as_string(hide_password=False),
        serializer=DBOSPortableJSONSerializer(),  # the default one is pickle
        application_name=APPLICATION,
        lazy=True,  # it never connects by itself: all goes through our transaction
    )

    def enqueue(connection: sa.Connection, workspace_id: str, job_id: str) -> None:
        options = EnqueueOptions(
            workflow_name=WORKFLOW,
            queue_name=QUEUE,
            workflow_id=job_id,
            app_version=APPLICATION_VERSION,
        )
        client.enqueue_in_transaction(connection, options, workspace_id, job_id)

    return enqueue
