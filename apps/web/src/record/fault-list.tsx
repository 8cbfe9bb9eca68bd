import { useTranslation } from 'react-i18next';
import { BLANK, type Fault } from './problem';
import { SaidByServer } from '../problems/said-by-server';

/** What is wrong with a field: in a sentence, and the code for whoever is asked for help. */
export function FaultList({ faults }: { faults: readonly Fault[] }) {
  const { t } = useTranslation('record');
  if (faults.length === 0) return null;
  return (
    <div role="alert">
      <ul className="record-faults">
        {faults.map(({ pointer, code, sentence }) => (
          <li key={`${pointer} ${sentence}`}>
            {code === BLANK || sentence === null ? (
              t('form.needed')
            ) : (
              <>
                <SaidByServer code={code} sentence={sentence} /> <code>{code}</code>
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
