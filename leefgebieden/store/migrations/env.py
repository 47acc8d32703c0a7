"""Alembic's entry: the connection is handed in by `store/migreren.py`."""

from alembic import context

from leefgebieden.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
