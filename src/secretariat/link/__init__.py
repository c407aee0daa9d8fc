"""Claims with identities: who and what is meant, each link with its reason; repeats within a document become mentions."""

from secretariat.link.dedupe import dedupe

__all__ = ["dedupe"]
