// What the official client's commands never ask for, asked by the stubs the same package publishes.
import shared from '@eventstore/db-client/generated/shared_pb.js';
import services from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { credentials, type ServiceError, status } from '@grpc/grpc-js';
import { event, events, nodeForEachTest } from './eventstore-node.harness.js';

const under = nodeForEachTest();

type Options = streams.ReadReq.Options;
const { FORWARDS, BACKWARDS } = streams.ReadReq.Options.ReadDirection;

/** Sends one `Read`; resolves to all its answers. */
async function read(fill: (options: Options) => void): Promise<streams.ReadResp[]> {
  const stub = new services.StreamsClient(`127.0.0.1:${under.node.port}`, credentials.createInsecure());
  const uuids = new streams.ReadReq.Options.UUIDOption().setString(new shared.Empty());
  const options = new streams.ReadReq.Options().setUuidOption(uuids).setCount('1000').setNoFilter(new shared.Empty());
  fill(options);
  const answers: streams.ReadResp[] = [];
  try {
    for await (const answer of stub.read(new streams.ReadReq().setOptions(options))) answers.push(answer as never);
    return answers;
  } finally {
    stub.close();
  }
}

const streamsOf = (answers: streams.ReadResp[]): string[] =>
  answers.map((it) => Buffer.from(it.getEvent()!.getEvent()!.getStreamIdentifier()!.getStreamName_asU8()).toString());

const wholeLog = (from: 'start' | 'end'): streams.ReadReq.Options.AllOptions => {
  const all = new streams.ReadReq.Options.AllOptions();
  return from === 'start' ? all.setStart(new shared.Empty()) : all.setEnd(new shared.Empty());
};

const oneStream = (name: string): streams.ReadReq.Options.StreamOptions =>
  new streams.ReadReq.Options.StreamOptions()
    .setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(name)))
    .setStart(new shared.Empty());

function prefixes(on: 'stream' | 'type', ...list: string[]): streams.ReadReq.Options.FilterOptions {
  const expression = new streams.ReadReq.Options.FilterOptions.Expression().setPrefixList(list);
  const filter = new streams.ReadReq.Options.FilterOptions().setMax(10).setCheckpointintervalmultiplier(1);
  return on === 'stream' ? filter.setStreamIdentifier(expression) : filter.setEventType(expression);
}

const codeOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => status.OK,
    (error: ServiceError) => error.code,
  );

describe('reading the whole log through a filter', () => {
  beforeEach(async () => {
    for (let i = 0; i < 30; i++) await under.client.appendToStream(`post-${i}`, events(3));
    await under.client.appendToStream('team-1', [event('Formed'), event('Noted')]);
    for (let i = 30; i < 60; i++) await under.client.appendToStream(`post-${i}`, events(3));
    await under.client.appendToStream('team-2', event('Formed'));
  });

  it('goes on over windows without a match, in both directions', async () => {
    const filter = prefixes('stream', 'team-');
    const forwards = await read((it) => it.setAll(wholeLog('start')).setReadDirection(FORWARDS).setFilter(filter));
    expect(streamsOf(forwards)).toEqual(['team-1', 'team-1', 'team-2']);
    const backwards = await read((it) => it.setAll(wholeLog('end')).setReadDirection(BACKWARDS).setFilter(filter));
    expect(streamsOf(backwards)).toEqual(['team-2', 'team-1', 'team-1']);
  });

  it('counts only what matches', async () => {
    const filter = prefixes('type', 'Formed', 'None');
    const one = (it: Options) => it.setFilter(filter).setCount('1');
    const first = await read((it) => one(it).setAll(wholeLog('start')).setReadDirection(FORWARDS));
    const last = await read((it) => one(it).setAll(wholeLog('end')).setReadDirection(BACKWARDS));
    expect([streamsOf(first), streamsOf(last)]).toEqual([['team-1'], ['team-2']]);
  });
});

describe('reading in other ways than the client does', () => {
  it('gives ids in halves to those who ask for halves, and the last revision to those who say they know it', async () => {
    const told = event();
    await under.client.appendToStream('post-1', [told, event()]);
    const halves = new streams.ReadReq.Options.UUIDOption().setStructured(new shared.Empty());
    const control = new streams.ReadReq.Options.ControlOption().setCompatibility(1);
    const [first, , last] = await read((it) =>
      it.setStream(oneStream('post-1')).setUuidOption(halves).setControlOption(control),
    );
    const { mostSignificantBits, leastSignificantBits } = first!
      .getEvent()!
      .getEvent()!
      .getId()!
      .getStructured()!
      .toObject();
    const hex = [mostSignificantBits, leastSignificantBits].map((it) => BigInt.asUintN(64, BigInt(it)).toString(16));
    expect(hex.map((it) => it.padStart(16, '0')).join('')).toBe(told.id.replaceAll('-', ''));
    expect(last!.getLastStreamPosition()).toBe('1');
  });

  it('refuses what makes no sense', async () => {
    await under.client.appendToStream('post-1', event());
    const filtered = read((it) => it.setStream(oneStream('post-1')).setFilter(prefixes('stream', 'x')));
    expect(await codeOf(filtered)).toBe(status.INVALID_ARGUMENT);
    const none = read((it) => it.setStream(oneStream('post-1')).setCount('0'));
    expect(await codeOf(none)).toBe(status.UNKNOWN);
    const nameless = read((it) => it.setStream(oneStream('')));
    expect(await codeOf(nameless)).toBe(status.INVALID_ARGUMENT);
    const position = new streams.ReadReq.Options.Position().setCommitPosition('5').setPreparePosition('6');
    const crossed = read((it) => it.setAll(new streams.ReadReq.Options.AllOptions().setPosition(position)));
    expect(await codeOf(crossed)).toBe(status.INVALID_ARGUMENT);
  });
});
