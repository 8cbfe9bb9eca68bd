import { Fragment } from 'react';

/** Parts of a description with dots between them, each in its own direction. */
export function Parts({ of }: { of: readonly string[] }) {
  return (
    <span className="tl-parts">
      {of.map((part, place) => (
        <Fragment key={part}>
          {place > 0 && <span className="tl-dot">·</span>}
          <bdi>{part}</bdi>
        </Fragment>
      ))}
    </span>
  );
}
