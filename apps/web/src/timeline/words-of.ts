import type { TFunction } from 'i18next';
import type { Formats } from '../language/formats';
import type { TimelineEnd, TimelineRow } from './timeline.queries';

/** A first or last day in words; what is said where no day at all is told. */
export function endInWords(t: TFunction<'timeline'>, { day }: Formats, end: TimelineEnd, nothing: string): string {
  const { earliest, latest } = end;
  if (earliest === null && latest === null) return nothing;
  if (earliest === null) return t('end.by', { day: day(latest!) });
  if (latest === null) return t('end.from', { day: day(earliest) });
  return earliest === latest ? day(earliest) : t('end.between', { earliest: day(earliest), latest: day(latest) });
}

/** A row's name as recorded; null where none was told. */
export function nameOf({ name, id, kind }: TimelineRow): string | null {
  return name ?? (kind === 'evaluation' ? null : id);
}
