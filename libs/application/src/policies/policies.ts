import { type Policy } from './policy.js';
import { whenEntryRetractedTakeBackWhatFollowed } from './when-entry-retracted-take-back-what-followed.js';
import { whenPersonReservedFillThePost } from './when-person-reserved-fill-the-post.js';
import {
  whenPostFilledConfirmTheIncumbent,
  whenPostFilledReportItsCandidate,
  whenPostVacatedReleaseThePerson,
} from './when-post-filled.js';
import { whenPostIdentifiedEstablishIt } from './when-post-identified-establish-it.js';
import { whenUnitsMergedAbolishTheAbsorbed, whenUnitSplitEstablishItsParts } from './when-units-change.js';

/** Every policy there is. */
export const policies: readonly Policy[] = [
  whenPersonReservedFillThePost,
  whenPostFilledConfirmTheIncumbent,
  whenPostFilledReportItsCandidate,
  whenPostVacatedReleaseThePerson,
  whenPostIdentifiedEstablishIt,
  whenEntryRetractedTakeBackWhatFollowed,
  whenUnitsMergedAbolishTheAbsorbed,
  whenUnitSplitEstablishItsParts,
];
