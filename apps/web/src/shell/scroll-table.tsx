import type { ReactNode } from 'react';

interface ScrollTableProps {
  /** What the table is about, for whoever does not see the heading above it. */
  readonly label: string;
  readonly className?: string;
  /** Headings of the columns. */
  readonly columns: readonly ReactNode[];
  /** Names a last column whose buttons speak for themselves to the eye. */
  readonly sources?: string;
  /** The body, and the foot if there is one. */
  readonly children: ReactNode;
}

/** A table that scrolls by itself where the page is too narrow for it, and is reached with the keyboard to do so. */
export function ScrollTable({ label, className, columns, sources, children }: ScrollTableProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="scroll" tabIndex={0} role="region" aria-label={label}>
      <table className={className} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column, i) => (
              <th key={i} scope="col">
                {column}
              </th>
            ))}
            {sources !== undefined && (
              <th scope="col">
                <span className="hidden">{sources}</span>
              </th>
            )}
          </tr>
        </thead>
        {children}
      </table>
    </div>
  );
}
