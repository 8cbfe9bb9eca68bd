import { readAddress } from './connection-string.js';
import { LogUnusable } from './failure.js';

describe('the connection string of an EventStoreDB log', () => {
  it('gives server and credentials, percent-decoded', () => {
    const { name, credentials } = readAddress(
      'esdb://hr%40un:p%3Aw@db.example:2113,other.example?tls=true&nodePreference=leader',
    );
    expect(name).toBe('db.example:2113,other.example');
    expect(credentials).toEqual({ username: 'hr@un', password: 'p:w' });
  });

  it.each([
    ['esdb://127.0.0.1:2113?tls=false'],
    ['esdb+discover://user:word@cluster.example'],
    ['esdb+discover://user:word@cluster.example?node_preference=Leader'],
    ['esdb://user:word@db.example/?tls=true&keepAliveTimeout=20000&Keep-Alive-Interval=15000'],
  ])('%s is one', (connectionString) => {
    expect(readAddress(connectionString).client(3)).toBeDefined();
  });

  it.each([
    ['postgres://user:secret@db.example', 'must read esdb://'],
    ['esdb://db.example:2113', 'names no user'],
    ['esdb://db.example:2113?tls=true', 'names no user'],
    ['esdb://user:secret@db.example?tls=perhaps', 'cannot be used (one of its settings)'],
    ['esdb+discover://user:secret@cluster.example?nodePreference=follower', 'nodePreference must be leader'],
    ['esdb+discover://user:secret@cluster.example?Node-Preference=random', 'nodePreference must be leader'],
    ['esdb://user:secret@db.example?tls=true&tlsCAFile=/none/ca.pem', 'File was not found'],
    ['esdb://user:%E0%A4%A@db.example', 'percent-encoded'],
    ['esdb://user:se@cret@db.example', 'percent-encoded'],
    ['esdb://user:secret@', 'names no host'],
    ['esdb://user:secret@db.example:99999?tls=false', 'a port from 0 to 65535'],
    ['esdb://user:secret', 'a port from 0 to 65535'],
    ['esdb://user:secret?x@db.example', 'percent-encoded'],
    ['esdb://user:secret@db.example?tlsVerifyCert=false', 'tlsVerifyCert=false has no effect'],
    ['esdb://user:secret@db.example?tlsCAFil=/ca.pem', 'a setting "tlscafil"'],
    ['esdb://user:secret@db.example?throwOnAppendFailure=false', 'throwOnAppendFailure'],
  ])('%s is refused by a sentence that keeps the password to itself', (connectionString, sentence) => {
    const refused = (): unknown => readAddress(connectionString);
    expect(refused).toThrow(LogUnusable);
    expect(refused).toThrow(sentence);
    expect(refused).not.toThrow('secret');
  });
});
