import { type PersonEvent, type PostEvent } from '@cadre/domain';
import { partsOf, type Told } from '@cadre/kernel';
import { type Columns, FLAG, readModel } from '../read-model.js';
import { leaving } from './posts.rows.js';

const columns = {
  /** Null for a holder not named. */
  person_id: 'text',
  post_id: 'text',
  /** reserved or incumbent */
  status: 'text',
  /** Percentage of full time. */
  share: 'int',
  since_earliest: 'text',
  since_latest: 'text',
  since_phrase: 'text',
  /** 1 when the person's data were erased; the timeline stays. */
  erased: 'int',
} as const satisfies Columns;

interface Engagement {
  readonly postId: string;
  readonly status: 'reserved' | 'incumbent';
  readonly share: number;
  readonly since: Told['effective'];
}

interface Person {
  readonly stream: string;
  readonly engagements: readonly Engagement[];
  readonly erased: 0 | 1;
}

/** Who is reserved for, or holds, which post: a row per person and post, as the person's stream tells it. */
const named = readModel<Person, PersonEvent, typeof columns>({
  table: 'incumbency',
  category: 'person',
  columns,
  progress: ['status', 'share', 'erased'],
  words: { status: ['reserved', 'incumbent'], erased: FLAG },
  initial: { stream: '', engagements: [], erased: 0 },
  evolve,
  rows: ({ stream, engagements, erased }) =>
    engagements.map(({ postId, status, share, since }) => ({
      item: postId,
      person_id: stream.slice(stream.indexOf('-') + 1),
      post_id: postId,
      status,
      share,
      since_earliest: since.earliest,
      since_latest: since.latest,
      since_phrase: since.phrase,
      erased,
    })),
});

function evolve(person: Person, { event, effective, stream }: Told<PersonEvent>): Person {
  switch (event.type) {
    case 'PostReserved': {
      const { postId, share } = event.data;
      return engaged({ ...person, stream }, { postId, share, status: 'reserved', since: effective });
    }
    case 'PostEncumbered': {
      const { postId, share } = event.data;
      return engaged({ ...person, stream }, { postId, share, status: 'incumbent', since: effective });
    }
    case 'ReservationReleased':
    case 'PostReleased':
      return { ...person, engagements: without(person, event.data.postId) };
    case 'SubjectErased':
      return { ...person, erased: 1 };
  }
}

function engaged(person: Person, engagement: Engagement): Person {
  return { ...person, engagements: [...without(person, engagement.postId), engagement] };
}

function without({ engagements }: Person, postId: string): readonly Engagement[] {
  return engagements.filter((engagement) => engagement.postId !== postId);
}

/** A holder of a post, in the order of their coming; `personId` null for one not named. */
interface Holder {
  readonly personId: string | null;
  readonly share: number;
  readonly since: Told['effective'];
}

interface HeldPost {
  readonly postId: string;
  readonly holders: readonly Holder[];
}

/** Holders that the source does not name are in no person's stream: the post's tells of them, and of them alone. */
const unnamed = readModel<HeldPost, PostEvent, typeof columns>({
  table: 'incumbency',
  category: 'post',
  columns,
  progress: ['status', 'share', 'erased'],
  words: { status: ['reserved', 'incumbent'], erased: FLAG },
  initial: { postId: '', holders: [] },
  evolve: held,
  rows: ({ postId, holders }) =>
    holders
      .filter(({ personId }) => personId === null)
      .map(({ share, since }, i) => ({
        item: i === 0 ? 'not named' : `not named, ${i + 1}`,
        person_id: null,
        post_id: postId,
        status: 'incumbent',
        share,
        since_earliest: since.earliest,
        since_latest: since.latest,
        since_phrase: since.phrase,
        erased: 0,
      })),
});

function held(post: HeldPost, { event, effective, stream }: Told<PostEvent>): HeldPost {
  switch (event.type) {
    case 'PostFilled': {
      const { personId, share } = event.data;
      return { postId: partsOf(stream).id, holders: [...post.holders, { personId, share, since: effective }] };
    }
    case 'PostVacated': {
      const gone = leaving(
        post.holders.map(({ personId }) => personId),
        event.data.personId,
      );
      return { ...post, holders: post.holders.filter((_, i) => i !== gone) };
    }
    case 'PostLapsed':
    case 'PostAbolished':
      return { ...post, holders: [] };
    case 'PostEstablished':
    case 'PostFrozen':
    case 'PostUnfrozen':
    case 'PostReclassified':
    case 'PostRedeployed':
    case 'PostReassigned':
    case 'PostExtended':
    case 'OfficerInChargeDesignated':
    case 'OfficerInChargeEnded':
    case 'DoubleFillAuthorised':
      return post;
  }
}

/** Who holds, or is reserved for, which post; each holder once. */
export const incumbency = [named, unnamed];
