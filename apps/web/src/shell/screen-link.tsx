import type { ComponentProps, ReactNode } from 'react';
import { Link } from 'wouter';
import { addressOf, type UrlChanges, useUrlQuery } from './url';

interface ScreenLinkProps extends Omit<ComponentProps<'a'>, 'href'> {
  /** Path of the view, as in "/teams". */
  readonly to: string;
  /** What its query says beside the two dates and the language, which go along by themselves. */
  readonly with?: UrlChanges;
  readonly children: ReactNode;
}

/** A way to another view of the same moment, in the same language. */
export function ScreenLink({ to, with: changes, children, ...anchor }: ScreenLinkProps) {
  return (
    <Link {...anchor} href={addressOf(to, useUrlQuery(), changes)}>
      {children}
    </Link>
  );
}
