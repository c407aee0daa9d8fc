"""What is known about an organisation before reading anything: data files, strictly checked."""

from secretariat.profiles.load import (
    built_in_ids,
    check_data,
    known_profiles,
    load_profiles,
    profile,
    read_profile,
    setting,
    use_files,
)
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
    "built_in_ids", "check_data", "in_force", "known_profiles", "load_profiles", "profile", "read_profile", "setting",
    "use_files",
]  # fmt: skip
