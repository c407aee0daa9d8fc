"""Frame: Parsed → Reading. What is said of whom, above which operators; the layer that all kinds read."""

from secretariat.frame.mentions import Mention
from secretariat.frame.operators import Operator, modality, pattern, said
from secretariat.frame.reading import Reading, read_frames
from secretariat.frame.roles import Frame, Role

__all__ = ["Frame", "Mention", "Operator", "Reading", "Role", "modality", "pattern", "read_frames", "said"]
