import { useState } from 'react';
import { useActor } from './actor';
import { ActorBar } from './actor-bar';
import { RecordForm } from './record-form';
import './record.css';

/** Quick record: who records, what it is about, when, what happened, from which source; then what will change, then recorded. */
export default function RecordScreen() {
  const [actor, say] = useActor();
  const [round, setRound] = useState(0);
  return (
    <>
      <ActorBar actor={actor} onSay={say} />
      {actor && <RecordForm key={round} actor={actor} onNext={() => setRound(round + 1)} />}
    </>
  );
}
