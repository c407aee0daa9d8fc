"""Alembic's scripts: how a register's schema came to be, one file a version. `store.migrate` runs them."""
