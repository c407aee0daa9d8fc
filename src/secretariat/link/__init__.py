"""Claims with identities: who and what is meant, each link with its reason; repeats in a document become mentions."""

from secretariat.link.dedupe import dedupe
from secretariat.link.identify import identify
from secretariat.link.identity import Identities, Identity, Link, Reference

__all__ = ["Identities", "Identity", "Link", "Reference", "dedupe", "identify"]
