import { useTranslation } from 'react-i18next';
import type { LineageAnswer } from '../api/client';
import { Pager } from '../audit/pager';
import { useLanguage } from '../language/use-language';
import { Answered } from '../shell/answered';
import { useUrlQuery } from '../shell/url';
import { useVocabulary } from '../vocabulary/use-vocabulary';
import { filtersIn, PAGE, type TABLES, useExplained } from './explain.queries';
import { Rows } from './rows';
import { Sheet } from './sheet';

/** How many things of a table match the filters of the address. */
export function ExplainedCount({ table }: { table: (typeof TABLES)[number] }) {
  const { t } = useTranslation('explain');
  const { list } = useLanguage();
  const vocabulary = useVocabulary();
  const filters = filtersIn(useUrlQuery());
  const query = useExplained(table, filters);
  const conditions = Object.entries(filters).map(([name, value]) =>
    t('condition', { column: vocabulary.column(name), value: vocabulary.value(name, value, { table }) }),
  );
  const title =
    conditions.length === 0
      ? vocabulary.table(table)
      : t('countOf', { table: vocabulary.table(table), conditions: list(conditions) });
  return (
    <Answered query={query} what={t('what')}>
      {({ answer }: LineageAnswer) => (
        <Sheet title={title} count={answer.count} asOf={answer.asOf} position={answer.asOf.position}>
          <h2>{t('rows.title')}</h2>
          <Pager label={t('rows.pages')} size={PAGE} total={answer.count.atMost ?? 0} />
          <Rows rows={answer.rows} table={table} columns={Object.keys(filters)} />
        </Sheet>
      )}
    </Answered>
  );
}
