"""What would change if a backup were restored, told per report."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from storage.outlines import Change, Outline
from storage.records import Listing


class Fate(StrEnum):
    """What becomes of a report: it goes, it comes back, it takes other content, it stays as it is."""

    GONE = "gone"
    BACK = "back"
    OLDER = "older"
    NEWER = "newer"
    OTHER = "other"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Difference:
    """What becomes of one report.

    `now` and `then` are None where it is not there. `lost` changes made since would be gone; `regained` are those of
    the backup that are not there now, as after an earlier restore. What lies in the trash counts as there.
    """

    fate: Fate
    now: Listing | None
    then: Listing | None
    lost: int = 0
    regained: int = 0

    @property
    def listing(self) -> Listing:
        """The report as it is now, or as it was."""
        found = self.now or self.then
        assert found is not None
        return found


def differences(now: Sequence[Outline], then: Sequence[Outline]) -> tuple[Difference, ...]:
    """What would become of each report: first those that are there now, in their order, then those that come back."""
    before = {one.listing.id: one for one in then}
    known = {one.listing.id for one in now}
    found = [_difference(one, before.get(one.listing.id)) for one in now]
    found += [_back(one) for one in then if one.listing.id not in known]
    return tuple(found)


def _difference(now: Outline, then: Outline | None) -> Difference:
    if then is None:
        return Difference(Fate.GONE, now.listing, None, lost=len(now.changes))
    shared = _shared(now.changes, then.changes)
    lost, regained = len(now.changes) - shared, len(then.changes) - shared
    fates = {(False, False): Fate.SAME, (True, False): Fate.OLDER, (False, True): Fate.NEWER}
    return Difference(fates.get((lost > 0, regained > 0), Fate.OTHER), now.listing, then.listing, lost, regained)


def _back(then: Outline) -> Difference:
    return Difference(Fate.BACK, None, then.listing, regained=len(then.changes))


def _shared(now: Sequence[Change], then: Sequence[Change]) -> int:
    """How many changes both have from the beginning on."""
    count = 0
    for one, other in zip(now, then, strict=False):
        if one != other:
            break
        count += 1
    return count
