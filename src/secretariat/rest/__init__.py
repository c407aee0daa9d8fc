"""REST, read-only: every question as JSON or CSV under /api/v1, in the shapes of claims.md."""
