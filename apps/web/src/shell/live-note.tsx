import { useLive } from '../api/queries';
import { words } from '../words';

/** How fresh the page is, and what a person should look at. */
export function LiveNote() {
  const { data, isError } = useLive();
  if (isError) return <p>{words.live.lost}</p>;
  if (!data) return <p>{words.live.waiting}</p>;
  return (
    <>
      <p>{data.behind > 0 ? words.live.behind(data.behind) : words.live.watching(data.tablesPosition)}</p>
      {data.parked.map(({ stream, reason }) => (
        <p key={stream}>{words.live.parked(stream, reason)}</p>
      ))}
      {data.alarms.map(({ policy, position, sentence }) => (
        <p key={`${policy} ${position}`}>{sentence}</p>
      ))}
    </>
  );
}
