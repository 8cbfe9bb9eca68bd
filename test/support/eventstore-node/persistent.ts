// The service of persistent subscriptions.
import { randomUUID } from 'node:crypto';
import persistent from '@eventstore/db-client/generated/persistent_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import { type handleBidiStreamingCall, type Metadata, type UntypedServiceImplementation } from '@grpc/grpc-js';
import { type NodeContext } from './context.js';
import { asRpcFailure, groupIsFull, invalidArgument } from './failures.js';
import { ruleIn } from './filters.js';
import { type Group, type NackAction } from './group.js';
import { infoOf } from './group-info.js';
import { type Place, WHOLE_LOG } from './group-feed.js';
import { settingsIn } from './group-settings.js';
import { type ResolvedEvent } from './links.js';
import { type StoredEvent } from './records.js';
import { unary } from './rpc.js';
import { type Subscriber } from './subscribers.js';
import { numberOf, positionIn, recordedEventOf, streamNameOf, uuidIn } from './wire.js';

export const persistentSubscriptions = (node: NodeContext): UntypedServiceImplementation => {
  const managed = <Q, R>(handle: (request: Q) => R | Promise<R>) =>
    unary<Q, R>((call) => {
      node.access.checkAdministrator(call.metadata);
      return handle(call.request);
    });
  return {
    create: managed(async (request: persistent.CreateReq) => {
      const options = request.getOptions()!;
      const filter = options.getAll()?.getFilter();
      const settings = settingsIn(options.getSettings()!);
      const target = { source: sourceIn(options), group: options.getGroupName(), startFrom: startIn(options) };
      await node.groups.create({ ...target, filter: filter ? ruleIn(filter) : null, settings });
      return new persistent.CreateResp();
    }),
    update: managed(async (request: persistent.UpdateReq) => {
      const options = request.getOptions()!;
      const target = { source: sourceIn(options), group: options.getGroupName(), startFrom: startIn(options) };
      await node.groups.update({ ...target, filter: null, settings: settingsIn(options.getSettings()!) });
      return new persistent.UpdateResp();
    }),
    delete: managed(async (request: persistent.DeleteReq) => {
      const options = request.getOptions()!;
      await node.groups.delete(namedIn(options), options.getGroupName());
      return new persistent.DeleteResp();
    }),
    getInfo: managed((request: persistent.GetInfoReq) => {
      const options = request.getOptions()!;
      const found = node.groups.find(namedIn(options), options.getGroupName());
      return new persistent.GetInfoResp().setSubscriptionInfo(infoOf(found));
    }),
    list: managed((request: persistent.ListReq) => {
      const one = request.getOptions()?.getListForStream();
      const source = one === undefined ? null : one.hasAll() ? WHOLE_LOG : streamNameOf(one.getStream());
      return new persistent.ListResp().setSubscriptionsList(node.groups.list(source).map(infoOf));
    }),
    replayParked: managed(async (request: persistent.ReplayParkedReq) => {
      const options = request.getOptions()!;
      const stopAt = options.hasStopAt() ? Number(options.getStopAt()) : null;
      await node.groups.replayParked(namedIn(options), options.getGroupName(), stopAt);
      return new persistent.ReplayParkedResp();
    }),
    restartSubsystem: managed(() => {
      node.groups.restart();
      return new shared.Empty();
    }),
    read: read(node) as UntypedServiceImplementation[string],
  };
};

interface Target {
  hasAll(): boolean;
  getStreamIdentifier(): shared.StreamIdentifier | undefined;
}

const namedIn = (options: Target): string =>
  options.hasAll() ? WHOLE_LOG : streamNameOf(options.getStreamIdentifier());

type CreateOrUpdate = persistent.CreateReq.Options | persistent.UpdateReq.Options;

/** The stream stands in one of two fields, by the age of the client. */
const sourceIn = (options: CreateOrUpdate): string =>
  options.hasAll()
    ? WHOLE_LOG
    : streamNameOf(options.getStream()?.getStreamIdentifier() ?? options.getStreamIdentifier());

function startIn(options: CreateOrUpdate): Place | 'end' {
  const [all, stream] = [options.getAll(), options.getStream()];
  if (all) {
    if (all.hasEnd()) return 'end';
    const position = all.getPosition();
    const from = position ? positionIn(position) : { commit: 0 };
    return from === 'end' ? 'end' : from.commit;
  }
  if (stream === undefined) return numberOf(options.getSettings()!.getRevision());
  if (stream.hasEnd()) return 'end';
  return stream.hasRevision() ? numberOf(stream.getRevision()) : 0;
}

type Read = handleBidiStreamingCall<persistent.ReadReq, persistent.ReadResp>;
type Call = Parameters<Read>[0];

const ACTIONS: readonly NackAction[] = ['retry', 'park', 'retry', 'skip', 'stop'];

/** `Read`: options first, then an answer to each event that comes. */
function read(node: NodeContext): Read {
  return (call) => {
    let joined: { readonly group: Group; readonly subscriber: Subscriber } | null = null;
    const leave = (): void => {
      if (joined) joined.group.disconnect(joined.subscriber);
      joined = null;
    };
    call.on('data', (request: persistent.ReadReq) => {
      try {
        const options = request.getOptions();
        if (options) joined = join(node, call, options);
        else if (joined) answerIn(joined.group, request);
        else throw invalidArgument('options must be sent first');
      } catch (error) {
        call.emit('error', asRpcFailure(error));
      }
    });
    for (const event of ['cancelled', 'close', 'end']) call.once(event, leave);
  };
}

function join(node: NodeContext, call: Call, options: persistent.ReadReq.Options) {
  const [source, name] = [namedIn(options), options.getGroupName()];
  node.access.check(call.metadata, 'read', source);
  const { group, config } = node.groups.find(source, name);
  const { maxSubscriberCount } = config.settings;
  if (maxSubscriberCount > 0 && group.subscribers.length >= maxSubscriberCount) throw groupIsFull(source, name);
  const id = randomUUID();
  const isStructured = options.getUuidOption()?.hasStructured() ?? false;
  const subscriber: Subscriber = {
    ...{ name: nameOf(call.metadata), from: call.getPeer(), capacity: options.getBufferSize() },
    ...{ inFlight: new Set<string>(), total: 0 },
    send: (resolved, retries) => void call.write(eventAnswer(resolved, retries, isStructured)),
    drop: (failure) => void call.emit('error', failure),
  };
  const confirmed = new persistent.ReadResp.SubscriptionConfirmation().setSubscriptionId(`${id}`);
  call.write(new persistent.ReadResp().setSubscriptionConfirmation(confirmed));
  group.connect(subscriber);
  return { group, subscriber };
}

const nameOf = (metadata: Metadata): string => metadata.get('connection-name')[0]?.toString() ?? '<unknown>';

function answerIn(group: Group, request: persistent.ReadReq): void {
  const [ack, nack] = [request.getAck(), request.getNack()];
  if (ack) group.ack(ack.getIdsList().map(uuidIn));
  if (nack) group.nack(nack.getIdsList().map(uuidIn), ACTIONS[nack.getAction()] ?? 'skip', nack.getReason());
}

function eventAnswer({ event, link }: ResolvedEvent, retries: number, isStructured: boolean): persistent.ReadResp {
  const recorded = (it: StoredEvent) =>
    recordedEventOf(new persistent.ReadResp.ReadEvent.RecordedEvent(), it, isStructured);
  const answer = new persistent.ReadResp.ReadEvent().setRetryCount(retries);
  if (event) answer.setEvent(recorded(event));
  if (link) answer.setLink(recorded(link));
  return new persistent.ReadResp().setEvent(answer.setCommitPosition(String((link ?? event)!.position)));
}
