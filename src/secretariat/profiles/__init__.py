"""What is known about an organisation before reading anything: data files, strictly checked."""

from secretariat.profiles.load import built_in_ids, check_data, load_profiles, profile, read_profile
from secretariat.profiles.schema import (
    Formula,
    Instrument,
    Office,
    Organ,
    Procedure,
    Profile,
    Series,
    Status,
    Step,
    in_force,
)

__all__ = [
    "Formula", "Instrument", "Office", "Organ", "Procedure", "Profile", "Series", "Status", "Step",
    "built_in_ids", "check_data", "in_force", "load_profiles", "profile", "read_profile",
]  # fmt: skip
