import type { UrlChanges } from '../shell/url';
import type { StaffingRow } from './staffing.queries';

/** What the form for recording begins with: the post, and the step that its state calls for where there is but one. */
export function recordOf({ stream, states }: StaffingRow): UrlChanges {
  const [only, ...others] = states;
  const command = only && others.length === 0 && only.standing === 'live' ? COMMANDS[only.occupancy ?? ''] : undefined;
  return { stream, command: command ?? null };
}

const COMMANDS: Readonly<Record<string, string>> = { vacant: 'posts_fill', filled: 'posts_vacate' };
