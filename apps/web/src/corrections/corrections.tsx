import { useLocation } from 'wouter';
import { useActor } from '../record/actor';
import { ActorBar } from '../record/actor-bar';
import { thingOf } from '../record/draft';
import { useUrlQuery } from '../shell/url';
import { useVocabulary } from '../vocabulary/use-vocabulary';
import { Find } from './find';
import { Recorded } from './recorded-of';
import '../lineage/lineage.css';
import '../record/record.css';
import './corrections.css';

/** Corrections: a record is found, one entry of it chosen, and mended openly beside how it stands. */
export default function CorrectionsScreen() {
  useVocabulary(); // its words are there before anything is typed: waiting for them would take the focus away
  const [actor, say] = useActor();
  const [path] = useLocation();
  const entry = useUrlQuery().get('entry');
  const thing = thingOf(path.split('/')[2] ?? '');
  if (!thing) return <Find />;
  return (
    <>
      <ActorBar actor={actor} onSay={say} />
      <Recorded thing={thing} entryId={entry} actor={actor} />
    </>
  );
}
