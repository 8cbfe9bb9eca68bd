import { useTranslation } from 'react-i18next';
import { ChoiceFilter, Filters, FlagFilter, TypedFilter } from '../audit/filters';
import { useVocabulary } from '../vocabulary/use-vocabulary';
import { FILTERS } from './log.queries';

const KINDS = ['block', 'post', 'case', 'person', 'unit', 'team', 'evaluation', 'commitment', 'source'];

/** Which entries to list. */
export function LogFilters() {
  const { t } = useTranslation('log');
  const vocabulary = useVocabulary();
  return (
    <Filters label={t('filters.title')} names={FILTERS}>
      <ChoiceFilter
        name="kind"
        label={t('filters.kind')}
        options={[['', t('filters.any')], ...KINDS.map((kind) => [kind, vocabulary.kind(kind)] as const)]}
      />
      <TypedFilter name="stream" label={t('filters.stream')} />
      <TypedFilter name="types" label={t('filters.types')} placeholder={t('filters.typesExample')} />
      <TypedFilter name="document" label={t('filters.document')} />
      <TypedFilter name="paragraph" label={t('filters.paragraph')} />
      <TypedFilter name="fact" label={t('filters.fact')} />
      <TypedFilter name="actor" label={t('filters.actor')} />
      <TypedFilter name="recordedFrom" label={t('filters.recordedFrom')} type="date" />
      <TypedFilter name="recordedTo" label={t('filters.recordedTo')} type="date" />
      <ChoiceFilter
        name="order"
        label={t('filters.order')}
        options={[
          ['', t('filters.newest')],
          ['oldest', t('filters.oldest')],
        ]}
      />
      <FlagFilter name="standing" label={t('filters.standing')} />
    </Filters>
  );
}
