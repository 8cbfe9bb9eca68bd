import {
  type CorrectionRequest,
  type EffectiveRequest,
  type SourceRequest,
  type TellingRequest,
} from '@cadre/contract';
import {
  type Correction,
  DEFAULT_PHRASE_SETTINGS,
  isRefusal,
  readWindow,
  refuse,
  type Refusal,
  type Source,
  type Telling,
  type Window,
} from '@cadre/kernel';

/** What a request says beside its content, in the words of the kernel. */
export function readTelling(request: TellingRequest): Telling | Refusal {
  const effective = readEffective(request.effective, '/effective');
  if (isRefusal(effective)) return effective;
  const source = readSource(request.source, '/source');
  if (isRefusal(source)) return source;
  const corrections: Correction[] = [];
  for (const [i, correction] of (request.corrections ?? []).entries()) {
    const read = readCorrection(correction, `/corrections/${i}`);
    if (isRefusal(read)) return read;
    corrections.push(read);
  }
  return {
    commandId: request.commandId,
    actor: { id: request.actor.id, role: request.actor.role },
    effective,
    source,
    reason: request.reason ?? null,
    precedes: request.precedes ?? [],
    expectedRevision: request.expectedRevision ?? null,
    corrections,
    fact: request.fact ?? null,
    correlationId: null,
    causationId: null,
    carriedOverFrom: null,
  };
}

/** A window as a request gives it: one day, two ends, a wording, or EDTF. */
export function readEffective(request: EffectiveRequest, pointer: string): Window | Refusal {
  const { on = null, earliest, latest, phrase, edtf } = request;
  if (on === null) return readWindow({ earliest, latest, phrase, edtf }, DEFAULT_PHRASE_SETTINGS, pointer);
  if (earliest !== undefined || latest !== undefined) {
    return refuse('WINDOW_TWICE', 'Give the one day in "on", or the two ends, not both.', { pointer: `${pointer}/on` });
  }
  const day = readWindow({ earliest: on, latest: on, phrase, edtf }, DEFAULT_PHRASE_SETTINGS, pointer);
  return isRefusal(day) ? { ...day, pointer: (day.pointer ?? pointer).replace(/\/earliest$/, '/on') } : day;
}

function readSource(request: SourceRequest, pointer: string): Source | Refusal {
  const { document, paragraph, localKnowledge } = request;
  const [hasDocument, hasParagraph, isLocal] = [document, paragraph, localKnowledge].map((given) => !!given?.trim());
  if (hasDocument && hasParagraph && !isLocal) return { kind: 'document', document: document!, paragraph: paragraph! };
  if (isLocal && !hasDocument && !hasParagraph) return { kind: 'local-knowledge', who: localKnowledge! };
  return refuse('SOURCE_MISSING', 'Name a document and paragraph, or whose local knowledge it is.', { pointer });
}

function readCorrection(request: CorrectionRequest, pointer: string): Correction | Refusal {
  const { eventId, reason } = request;
  const retelling = request.retelling ?? null;
  if (retelling === null) return { eventId, reason, retelling };
  const effective = readEffective(retelling.effective, `${pointer}/retelling/effective`);
  if (isRefusal(effective)) return effective;
  const source = readSource(retelling.source, `${pointer}/retelling/source`);
  if (isRefusal(source)) return source;
  const { type, data } = retelling.event;
  return { eventId, reason, retelling: { event: { type, data }, effective, source } };
}
