import { useTranslation } from 'react-i18next';
import { DraftInput } from '../dates/draft-input';
import { useLanguage } from '../language/use-language';
import { pushUrlQuery, replaceUrlQuery } from '../shell/url';
import type { Chart } from './chart-of';
import { ALL } from './forest';
import { type OrganisationView, ZOOMS, zoomed } from './organisation-view';

/** Searching, the other day to compare with, and how near and how deep one looks. */
export function Toolbar({ view, chart }: { view: OrganisationView; chart: Chart }) {
  return (
    <form className="org-toolbar" onSubmit={(event) => event.preventDefault()}>
      <Search view={view} chart={chart} />
      <Compare view={view} />
      <Depth />
      <Zoom zoom={view.zoom} />
    </form>
  );
}

function Search({ view, chart }: { view: OrganisationView; chart: Chart }) {
  const { t } = useTranslation('organisation');
  const [first] = chart.found;
  return (
    <label>
      {t('search.label')}
      <input
        type="search"
        value={view.search}
        onChange={({ target }) => replaceUrlQuery({ search: target.value || null })}
        onKeyDown={({ key }) => key === 'Enter' && first !== undefined && pushUrlQuery({ unit: first })}
      />
      <small role="status">{view.search.trim() !== '' && t('search.found', { count: chart.found.size })}</small>
    </label>
  );
}

function Compare({ view }: { view: OrganisationView }) {
  const { t } = useTranslation('organisation');
  return (
    <fieldset>
      <legend>{t('compare.title')}</legend>
      <label>
        {t('compare.on')}
        <DraftInput
          type="date"
          value={view.compareOn ?? ''}
          onSettled={(it) => pushUrlQuery({ compareOn: it || null })}
        />
      </label>
      <label>
        {t('compare.known')}
        <DraftInput
          type="date"
          value={view.compareKnown ?? ''}
          onSettled={(it) => pushUrlQuery({ compareKnown: it || null })}
        />
      </label>
      {(view.compareOn ?? view.compareKnown) !== null && (
        <button type="button" onClick={() => pushUrlQuery({ compareOn: null, compareKnown: null })}>
          {t('compare.stop')}
        </button>
      )}
    </fieldset>
  );
}

function Depth() {
  const { t } = useTranslation('organisation');
  return (
    <div className="org-buttons">
      <button type="button" onClick={() => replaceUrlQuery({ opened: ALL, shut: null })}>
        {t('depth.all')}
      </button>
      <button type="button" onClick={() => replaceUrlQuery({ opened: null, shut: ALL })}>
        {t('depth.none')}
      </button>
    </div>
  );
}

function Zoom({ zoom }: { zoom: number }) {
  const { t } = useTranslation('organisation');
  const { percent } = useLanguage();
  return (
    <div className="org-buttons" role="group" aria-label={t('zoom.label')}>
      <button
        type="button"
        aria-label={t('zoom.out')}
        disabled={zoom === ZOOMS[0]}
        onClick={() => replaceUrlQuery({ zoom: zoomed(zoom, -1) })}
      >
        −
      </button>
      <output>{percent(zoom / 100)}</output>
      <button
        type="button"
        aria-label={t('zoom.in')}
        disabled={zoom === ZOOMS.at(-1)}
        onClick={() => replaceUrlQuery({ zoom: zoomed(zoom, 1) })}
      >
        +
      </button>
    </div>
  );
}
