import { type PersonEvent } from '@cadre/domain';
import { type Told } from '@cadre/kernel';
import { type Columns, readModel } from '../read-model.js';

const columns = {
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

/** Who is reserved for, or holds, which post: a row per person and post. */
export const incumbency = readModel<Person, PersonEvent, typeof columns>({
  table: 'incumbency',
  category: 'person',
  columns,
  progress: ['status', 'share', 'erased'],
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
