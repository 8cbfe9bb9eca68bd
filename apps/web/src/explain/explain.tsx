import { useTranslation } from 'react-i18next';
import { useUrlQuery } from '../shell/url';
import { ExplainedCount } from './explained-count';
import { ExplainedNumber } from './explained-number';
import { TABLES } from './explain.queries';
import { NumberChoice } from './number-choice';
import './explain.css';

/** A number with all it rests on, made to be printed. */
export default function Explain() {
  const { t } = useTranslation('explain');
  const query = useUrlQuery();
  const number = query.get('number');
  const table = TABLES.find((it) => it === query.get('table'));
  if (number !== null) return <ExplainedNumber name={number} stream={query.get('stream')} of={query.get('of')} />;
  if (table !== undefined) return <ExplainedCount table={table} />;
  return (
    <section className="panel">
      <p className="lead">{t('lead')}</p>
      <NumberChoice />
    </section>
  );
}
