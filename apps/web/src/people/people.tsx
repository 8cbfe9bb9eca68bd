import { useTranslation } from 'react-i18next';
import { useRoute } from 'wouter';
import { Count } from '../lineage/count';
import { Recorded } from '../lineage/recorded';
import { Answered, Nothing } from '../shell/answered';
import { FirstSteps } from '../shell/first-steps';
import { ScreenLink } from '../shell/screen-link';
import { pushUrlQuery, replaceUrlQuery, useUrlQuery } from '../shell/url';
import { Pager } from '../staffing/pager';
import { SearchBox } from '../staffing/search-box';
import { PAGE_PEOPLE, type PeopleAnswer, usePeople } from './people.queries';
import { PersonPage } from './person-page';
import { TieLink } from './tie-link';
import '../staffing/common.css';
import './people.css';

/** Persons by their opaque ids, or one of them where the address names it. */
export default function People() {
  const [, params] = useRoute('/people/:personId');
  return params ? <PersonPage personId={params.personId} /> : <Everybody />;
}

function Everybody() {
  const { t } = useTranslation('people');
  const address = useUrlQuery();
  const search = address.get('search') ?? '';
  const page = Math.max(1, Math.floor(Number(address.get('page') ?? 1)) || 1);
  const query = usePeople(search, page);
  return (
    <section className="panel people">
      <p className="small-note">{t('ids')}</p>
      <form className="narrowing" role="search" aria-label={t('search')} onSubmit={(event) => event.preventDefault()}>
        <SearchBox
          label={t('search')}
          hint={t('searchHint')}
          value={search}
          search={(text) => replaceUrlQuery({ search: text || null, page: null })}
        />
      </form>
      <Answered query={query} what={t('what')}>
        {(answer) => <Answer answer={answer} />}
      </Answered>
    </section>
  );
}

function Answer({ answer }: { answer: PeopleAnswer }) {
  const { t } = useTranslation('people');
  const { total, people, offset } = answer;
  if (total.notReported) return <FirstSteps category="person">{t('empty')}</FirstSteps>;
  return (
    <>
      <p className="people-total">
        <Count of={total} label={t('total')} /> {t('total')}
      </p>
      {people.length === 0 && <Nothing>{t('noneMatch')}</Nothing>}
      <ul className="people-list">
        {people.map(({ id, ties }) => (
          <li key={id}>
            <ScreenLink to={`/people/${id}`}>
              <Recorded>{id}</Recorded>
            </ScreenLink>
            <div className="people-ties">
              {ties.length === 0 && <span className="unsaid">{t('noTies')}</span>}
              {ties.map((tie) => (
                <TieLink key={`${tie.kind} ${tie.id}`} tie={tie} />
              ))}
            </div>
          </li>
        ))}
      </ul>
      <Pager
        offset={offset}
        shown={people.length}
        all={total.atMost ?? people.length}
        size={PAGE_PEOPLE}
        go={(page) => pushUrlQuery({ page: page === 1 ? null : String(page) })}
      />
    </>
  );
}
