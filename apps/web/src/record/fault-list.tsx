import { useTranslation } from 'react-i18next';
import { BLANK, type Fault } from './problem';

/** What is wrong with a field: the rule by its name, the sentence of the server, and the code for whoever is asked for help. */
export function FaultList({ faults }: { faults: readonly Fault[] }) {
  const { t } = useTranslation('record');
  if (faults.length === 0) return null;
  return (
    <ul className="record-faults" role="alert">
      {faults.map(({ pointer, code, sentence }) => (
        <li key={`${pointer} ${sentence}`}>
          {code === BLANK ? t('form.needed') : <bdi lang="en">{sentence}</bdi>} {code !== BLANK && <code>{code}</code>}
        </li>
      ))}
    </ul>
  );
}
