"""Reconcile: claims → History. Rules are logic programs in `rules/`, weights a table in `weights.toml`."""

from secretariat.reconcile.history import reconcile

__all__ = ["reconcile"]
