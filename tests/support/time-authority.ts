import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';

/** A time authority on this machine, and what it does to its answers. */
export interface TimeAuthority {
  address: URL;
  /** Its root as DER and as a PEM file. */
  root: Uint8Array;
  rootFile: string;
  /** Made to a query before it is answered, and to the answer before it is sent. */
  query: (bytes: Buffer) => Buffer;
  answer: (bytes: Buffer) => Buffer;
  close(): void;
}

const CONFIG = `
[req]
distinguished_name = name
prompt = no
utf8 = yes
[name]
CN = Tidsstämpling
[authority]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign,cRLSign
[stamping]
basicConstraints = critical,CA:false
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[tsa]
default_tsa = own
[own]
serial = serial
signer_cert = tsa.pem
certs = root.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
`;

/** Starts a real one: OpenSSL's, behind HTTP. */
export async function timeAuthority(): Promise<TimeAuthority> {
  const folder = mkdtempSync(join(tmpdir(), 'handslag-time-'));
  const openssl = (...words: string[]) => execFileSync('openssl', words, { cwd: folder, stdio: 'pipe' });
  const key = (name: string) => ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', name, '-config', 'openssl.cnf'];
  writeFileSync(join(folder, 'openssl.cnf'), CONFIG);
  openssl('req', '-x509', ...key('root.key'), '-subj', '/CN=Tidens rot', '-extensions', 'authority', '-days', '30', '-out', 'root.pem');
  openssl('req', ...key('tsa.key'), '-out', 'tsa.csr');
  openssl('x509', '-req', '-in', 'tsa.csr', '-CA', 'root.pem', '-CAkey', 'root.key', '-CAcreateserial', '-extfile', 'openssl.cnf', '-extensions', 'stamping', '-days', '30', '-out', 'tsa.pem');
  const authority: TimeAuthority = {
    address: new URL('http://127.0.0.1'),
    root: new Uint8Array(openssl('x509', '-in', 'root.pem', '-outform', 'DER')),
    rootFile: join(folder, 'root.pem'),
    query: (bytes) => bytes,
    answer: (bytes) => bytes,
    close() {
      server.close();
      rmSync(folder, { recursive: true });
    },
  };
  const server = createServer(async (request, response) => {
    writeFileSync(join(folder, 'query'), authority.query(await buffer(request)));
    openssl('ts', '-reply', '-config', 'openssl.cnf', '-section', 'own', '-queryfile', 'query', '-out', 'reply');
    response.setHeader('content-type', 'application/timestamp-reply').end(authority.answer(readFileSync(join(folder, 'reply'))));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  authority.address = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/tsa`);
  return authority;
}
