import { useState } from 'react';
import { useVocabulary } from '../vocabulary/use-vocabulary';
import { useActor } from './actor';
import { ActorBar } from './actor-bar';
import { RecordForm } from './record-form';
import '../lineage/lineage.css';
import './record.css';

/** Quick record: who records, what it is about, when, what happened, from which source; then what will change, then recorded. */
export default function RecordScreen() {
  useVocabulary(); // its words are there before anything is typed: waiting for them would take the focus away
  const [actor, say] = useActor();
  const [round, setRound] = useState(0);
  return (
    <>
      <ActorBar actor={actor} onSay={say} />
      {actor && <RecordForm key={round} actor={actor} onNext={() => setRound(round + 1)} />}
    </>
  );
}
