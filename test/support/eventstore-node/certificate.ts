// A certificate for loopback, made anew for each test run: nothing secret is kept, and no other program is needed.
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

export interface MadeCertificate {
  /** PEM; the certificate is its own authority. */
  readonly certificate: string;
  readonly key: string;
}

const HOUR_MS = 3_600_000;
const ECDSA_WITH_SHA256 = '2a8648ce3d040302';
const COMMON_NAME = '550403';
const BASIC_CONSTRAINTS = '551d13';
const ALTERNATIVE_NAME = '551d11';

/** A self-signed certificate (X.509 v3, RFC 5280) of 127.0.0.1 and localhost, good for an hour either way. */
export function makeCertificate(): MadeCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const publicKeyInfo = publicKey.export({ type: 'spki', format: 'der' });
  const algorithm = sequence(identifier(ECDSA_WITH_SHA256));
  const serial = Buffer.concat([Buffer.from([1]), randomBytes(15)]); // positive, as its first bit is 0
  const name = distinguishedName(`loopback ${createHash('sha256').update(publicKeyInfo).digest('hex').slice(0, 8)}`);
  const certified = sequence(
    tagged(0xa0, integer(Buffer.from([2]))), // version 3
    integer(serial),
    algorithm,
    name,
    sequence(time(Date.now() - HOUR_MS), time(Date.now() + HOUR_MS)),
    name,
    publicKeyInfo,
    tagged(0xa3, sequence(mayCertify(), alternativeNames())),
  );
  const signature = sign('sha256', certified, privateKey);
  const whole = sequence(certified, algorithm, bits(signature));
  return {
    certificate: `-----BEGIN CERTIFICATE-----\n${whole.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  };
}

const distinguishedName = (text: string): Buffer =>
  sequence(tagged(0x31, sequence(identifier(COMMON_NAME), tagged(0x0c, Buffer.from(text)))));

const mayCertify = (): Buffer => extension(BASIC_CONSTRAINTS, sequence(tagged(0x01, Buffer.from([0xff]))));

const alternativeNames = (): Buffer =>
  extension(
    ALTERNATIVE_NAME,
    sequence(tagged(0x82, Buffer.from('localhost')), tagged(0x87, Buffer.from([127, 0, 0, 1]))),
  );

const extension = (id: string, value: Buffer): Buffer => sequence(identifier(id), tagged(0x04, value));

// DER (X.690): a tag, the length, the content.
function tagged(tag: number, ...content: readonly Buffer[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.from([tag]), lengthOf(body), body]);
}

function lengthOf({ length }: Buffer): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  return length < 0x100 ? Buffer.from([0x81, length]) : Buffer.from([0x82, length >> 8, length & 0xff]);
}

const sequence = (...content: readonly Buffer[]): Buffer => tagged(0x30, ...content);
const integer = (value: Buffer): Buffer => tagged(0x02, value);
const identifier = (hex: string): Buffer => tagged(0x06, Buffer.from(hex, 'hex'));
const bits = (value: Buffer): Buffer => tagged(0x03, Buffer.from([0]), value);

/** UTCTime, to the second. */
const time = (ms: number): Buffer =>
  tagged(0x17, Buffer.from(`${new Date(ms).toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`));
