import { useTranslation } from 'react-i18next';
import { SearchBox } from '../staffing/search-box';
import { CASE_SORTS, type CasesView, useCasesView } from './view';

/** Which cases, in which order, as columns or as a list; all of it stands in the address. */
export function Choices() {
  const { t } = useTranslation('cases');
  const { view, choose, type } = useCasesView();
  return (
    <form className="narrowing" role="search" aria-label={t('choices')} onSubmit={(event) => event.preventDefault()}>
      <SearchBox label={t('text')} hint={t('textHint')} value={view.text} search={type} />
      <label>
        <span>{t('sort.title')}</span>
        <select value={view.sort} onChange={({ target }) => choose({ sort: target.value as CasesView['sort'] })}>
          {CASE_SORTS.map((it) => (
            <option key={it} value={it}>
              {t(`sort.${it}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('as.title')}</span>
        <select value={view.as} onChange={({ target }) => choose({ as: target.value as CasesView['as'] })}>
          {(['board', 'list'] as const).map((it) => (
            <option key={it} value={it}>
              {t(`as.${it}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="cases-all">
        <input type="checkbox" checked={view.all} onChange={() => choose({ all: !view.all })} />
        <span>{t('all')}</span>
      </label>
    </form>
  );
}
