import { randomUUID } from 'node:crypto';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import type shared from '@eventstore/db-client/generated/shared_pb.js';
import { unary } from './rpc.js';
import { uuidOf } from './wire.js';

/** `Read` of gossip: a cluster of one, which leads. */
export function readGossip(host: string, port: () => number) {
  const instanceId = randomUUID();
  return unary<shared.Empty, gossip.ClusterInfo>(() => {
    const member = new gossip.MemberInfo();
    member
      .setInstanceId(uuidOf(instanceId, true))
      .setTimeStamp((BigInt(Date.now()) * 10_000n).toString())
      .setState(gossip.MemberInfo.VNodeState.LEADER)
      .setIsAlive(true)
      .setHttpEndPoint(new gossip.EndPoint().setAddress(host).setPort(port()));
    return new gossip.ClusterInfo().setMembersList([member]);
  });
}
