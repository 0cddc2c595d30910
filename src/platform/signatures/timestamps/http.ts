import { randomBytes } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { done, refuse } from '#kernel/outcome.ts';
import { ownBuffer, sameBytes } from '../bytes.ts';
import { OID } from '../cms.ts';
import { NoTimestamp, type TimestampAuthority } from '../timestamp-authority.ts';
import { checkToken } from '../validation/token.ts';

/** Seconds a time authority may take. */
const SECONDS = 15;

/** The largest answer that is read, in bytes. */
const LARGEST = 64_000;

/** Granted, with or without changes to what was asked. */
const GRANTED = new Set([0, 1]);

/** A time authority that is asked over HTTP (RFC 3161, section 3.4). No answer of it is believed: each is checked here. */
export const httpTimestamps = (address: URL): TimestampAuthority => ({
  stamp: (hash) => stamp(address, hash),
  async ready() {
    try {
      await stamp(address, new Uint8Array(randomBytes(32)));
      return done(null);
    } catch (fault) {
      if (fault instanceof NoTimestamp) return refuse('conflict', 'signatures.time-authority-silent', { facts: { why: fault.message } });
      throw fault;
    }
  },
});

async function stamp(address: URL, hash: Uint8Array): Promise<Uint8Array> {
  const nonce = randomBytes(16);
  // A whole number that is neither negative nor written with a zero before it.
  nonce[0] = (nonce[0] & 0x7f) | 0x40;
  const request = new pkijs.TimeStampReq({
    version: 1,
    messageImprint: new pkijs.MessageImprint({ hashAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: OID.sha256 }), hashedMessage: new asn1js.OctetString({ valueHex: ownBuffer(hash) }) }),
    nonce: new asn1js.Integer({ valueHex: ownBuffer(nonce) }),
    certReq: true,
  });
  const { status, timeStampToken } = read(await ask(address, request));
  if (!GRANTED.has(status.status) || !timeStampToken) throw new NoTimestamp(`it was not granted (${status.status})`);
  const token = new Uint8Array(timeStampToken.toSchema().toBER());
  mustAnswer(token, hash, nonce);
  return token;
}

async function ask(address: URL, request: pkijs.TimeStampReq): Promise<Uint8Array> {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      body: request.toSchema().toBER(),
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
      signal: AbortSignal.timeout(SECONDS * 1000),
      redirect: 'error',
    });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (!answer.ok || bytes.length > LARGEST) throw new Error(`it answered ${answer.status} with ${bytes.length} bytes`);
    return bytes;
  } catch (cause) {
    throw new NoTimestamp((cause as Error).message, { cause });
  }
}

function read(answer: Uint8Array): pkijs.TimeStampResp {
  try {
    return pkijs.TimeStampResp.fromBER(ownBuffer(answer));
  } catch (cause) {
    throw new NoTimestamp('its answer cannot be read', { cause });
  }
}

/** The token is over this hash, an answer to this question and signed by somebody who may give the time. */
function mustAnswer(der: Uint8Array, hash: Uint8Array, nonce: Uint8Array): void {
  let problem: string | null;
  try {
    const { integrity, info } = checkToken(der, { hash });
    problem = integrity[0]?.code ?? (info.nonce && sameBytes(info.nonce.valueBlock.valueHexView, nonce) ? null : 'another nonce');
  } catch (cause) {
    throw new NoTimestamp('its token cannot be read', { cause });
  }
  if (problem) throw new NoTimestamp(`its token is not to be believed: ${problem}`);
}
