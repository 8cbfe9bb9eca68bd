import persistent from '@eventstore/db-client/generated/persistent_pb.js';
import { WHOLE_LOG } from './group-feed.js';
import { type RunningGroup } from './groups.js';
import { type Subscriber } from './subscribers.js';

/** What can be told of a persistent subscription; rates per second are not measured. */
export function infoOf({ config, feed, group, parkedCount }: RunningGroup): persistent.SubscriptionInfo {
  const { settings, startFrom } = config;
  const counts = group.counts();
  const isAll = config.source === WHOLE_LOG;
  return new persistent.SubscriptionInfo()
    .setEventSource(config.source)
    .setGroupName(config.group)
    .setStatus(counts.reached >= feed.last() ? 'Live' : 'Behind')
    .setConnectionsList(group.subscribers.map(connectionOf))
    .setTotalItems(String(counts.total))
    .setCountSinceLastMeasurement('0')
    .setLastCheckpointedEventPosition(counts.checkpoint === null ? '' : feed.textOf(counts.checkpoint))
    .setLastKnownEventPosition(counts.reached < 0 ? '' : feed.textOf(counts.reached))
    .setStartFrom(startFrom === 'end' ? (isAll ? 'C:-1/P:-1' : '-1') : feed.textOf(startFrom))
    .setResolveLinkTos(settings.resolveLinks)
    .setMessageTimeoutMilliseconds(settings.messageTimeoutMs)
    .setExtraStatistics(settings.extraStatistics)
    .setMaxRetryCount(settings.maxRetryCount)
    .setLiveBufferSize(settings.liveBufferSize)
    .setBufferSize(settings.historyBufferSize)
    .setReadBatchSize(settings.readBatchSize)
    .setCheckPointAfterMilliseconds(settings.checkpointAfterMs)
    .setMinCheckPointCount(settings.minCheckpointCount)
    .setMaxCheckPointCount(settings.maxCheckpointCount)
    .setMaxSubscriberCount(settings.maxSubscriberCount)
    .setNamedConsumerStrategy(settings.strategy)
    .setLiveBufferCount('0')
    .setRetryBufferCount(counts.waitingToRetry)
    .setTotalInFlightMessages(counts.handedOut)
    .setOutstandingMessagesCount(counts.handedOut)
    .setParkedMessageCount(String(parkedCount()));
}

const connectionOf = ({
  name,
  from,
  capacity,
  inFlight,
  total,
}: Subscriber): persistent.SubscriptionInfo.ConnectionInfo =>
  new persistent.SubscriptionInfo.ConnectionInfo()
    .setConnectionName(name)
    .setFrom(from)
    .setTotalItems(String(total))
    .setCountSinceLastMeasurement('0')
    .setAvailableSlots(capacity - inFlight.size)
    .setInFlightMessages(inFlight.size);
