import { type Cadre } from '@cadre/composition';
import { isRefusal } from '@cadre/kernel';
import { type Previews } from './http/previews.js';

/** Previews on a fork of this machine's log and tables. */
export function previewsOf({ preview }: Pick<Cadre, 'preview'>): Previews {
  return {
    async of(command, validOn) {
      const previewed = await preview(command, validOn);
      if (isRefusal(previewed)) return previewed;
      const { answer, revision, alarms, changes } = previewed;
      const told = alarms.map(({ policy, stream, sentence }) => ({ policy, stream, sentence }));
      return { answer, preview: { ...changes, revision, alarms: told } };
    },
  };
}
