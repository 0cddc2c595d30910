import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { StartFailure } from '../start-failure.ts';
import { demandedAssurance } from './demanded-assurance.ts';
import { mapTiles } from './map-tiles.ts';
import { isOpenToOthers, mustBeWhole, publicOrigin } from './opening.ts';
import { takeSecretFiles } from './secret-files.ts';
import { signingService } from './signing-service.ts';

const folder = mkdtempSync(join(tmpdir(), 'handslag-secrets-'));
afterAll(() => rmSync(folder, { recursive: true }));

const WHOLE = {
  HOST: '0.0.0.0',
  ORIGIN: 'https://handslag.granby.example',
  HANDSLAG_SECRET: 'x'.repeat(32),
  DATABASE_URL: 'postgres://handslag@db/handslag',
  SMTP_URL: 'smtps://mail.granby.example',
  MAIL_FROM: 'handslag@granby.example',
  ACCESSIBILITY_CONTACT: 'kontaktcenter@granby.example',
};

test('a program that is whole opens for others, with mail or with an OpenID provider as the way in', () => {
  expect(isOpenToOthers(WHOLE)).toBe(true);
  expect(() => mustBeWhole(WHOLE)).not.toThrow();
  const { SMTP_URL: _mail, MAIL_FROM: _from, ...rest } = WHOLE;
  expect(lacks({ ...rest, OIDC_ISSUER: 'https://id.granby.example' })).toBe('way-in');
  expect(() => mustBeWhole({ ...rest, OIDC_ISSUER: 'https://id.granby.example', OIDC_CLIENT_ID: 'handslag', OIDC_CLIENT_SECRET: 'secret' })).not.toThrow();
});

test('one that is not is told everything it lacks at once', () => {
  expect(lacks({ HOST: '0.0.0.0' })).toBe('origin secret database way-in accessibility-contact');
  expect(lacks({ ...WHOLE, ORIGIN: 'http://handslag.granby.example', HANDSLAG_SECRET: 'short', SAMPLES: 'yes' })).toBe('origin-without-https secret-too-short samples');
});

test('an address that others see opens it as well, whatever it listens on', () => {
  expect(lacks({ ORIGIN: 'https://handslag.granby.example' })).toBe('secret database way-in accessibility-contact');
});

test('who signs must have come surely where others reach the program, unless somebody has said how surely', () => {
  expect(demandedAssurance(WHOLE)).toBe('substantial');
  expect(demandedAssurance({})).toBe('low');
  expect(demandedAssurance({ ...WHOLE, SIGNING_ASSURANCE: 'high' })).toBe('high');
  expect(() => demandedAssurance({ SIGNING_ASSURANCE: 'sure' })).toThrow(StartFailure);
});

test('this machine needs nothing of it', () => {
  for (const environment of [{}, { HOST: '::1' }, { ORIGIN: 'http://localhost:3000' }]) expect(() => mustBeWhole(environment), JSON.stringify(environment)).not.toThrow();
});

test('an address with a path, or of another kind, is no address that people see', () => {
  for (const ORIGIN of ['handslag.granby.example', 'https://granby.example/handslag', 'ftp://granby.example']) expect(failure(() => publicOrigin({ ORIGIN }))).toBe('origin-unreadable');
});

test('a secret may come as a file, without the new line that ends it', () => {
  const environment: NodeJS.ProcessEnv = { HANDSLAG_SECRET_FILE: file('secret', 'from a file\n') };
  takeSecretFiles(environment);
  expect(environment.HANDSLAG_SECRET).toBe('from a file');
});

test('a secret that is empty, not there or given twice stops the start', () => {
  expect(failure(() => takeSecretFiles({ SMTP_URL_FILE: file('empty', '\n') }))).toBe('secret-file-unreadable');
  expect(failure(() => takeSecretFiles({ SMTP_URL_FILE: join(folder, 'nowhere') }))).toBe('secret-file-unreadable');
  expect(failure(() => takeSecretFiles({ SMTP_URL: 'smtp://one', SMTP_URL_FILE: file('other', 'smtp://two') }))).toBe('secret-given-twice');
});

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

function failed(work: () => void): StartFailure {
  try {
    work();
  } catch (fault) {
    if (fault instanceof StartFailure) return fault;
    throw fault;
  }
  throw new Error('nothing was refused');
}

const failure = (work: () => void) => failed(work).code;
const lacks = (environment: NodeJS.ProcessEnv) => failed(() => mustBeWhole(environment)).facts.lacks;

test('maps have no ground but what somebody has named, over TLS', () => {
  expect(mapTiles({})).toBeNull();
  expect(mapTiles({ MAP_TILES: 'https://tiles.granby.example/{z}/{x}/{y}.png', MAP_ATTRIBUTION: 'Granby' })).toEqual({ url: 'https://tiles.granby.example/{z}/{x}/{y}.png', attribution: 'Granby' });
  for (const MAP_TILES of ['http://tiles.granby.example/{z}/{x}/{y}.png', 'https://tiles.granby.example/', "https://tiles.granby.example/{z}/{x}/{y}.png; script-src *"]) expect(() => mapTiles({ MAP_TILES })).toThrow(StartFailure);
});

test('people are taken to sign where somebody has said, over TLS, with a secret of some length and roots to believe', () => {
  const whole = { SIGNING_SERVICE_URL: 'https://sign.granby.example/sign', SIGNING_SERVICE_ROOTS: 'roots.pem', SIGNING_SERVICE_SECRET: 'x'.repeat(32) };
  expect(signingService({})).toBeNull();
  expect(signingService(whole)).toMatchObject({ name: 'sign.granby.example', rootsFile: 'roots.pem' });
  expect(signingService({ ...whole, SIGNING_SERVICE_NAME: 'Granbys underskrift' })?.name).toBe('Granbys underskrift');
  for (const less of [...Object.keys(whole).map((name) => ({ [name]: '' })), { SIGNING_SERVICE_URL: 'http://sign.granby.example' }, { SIGNING_SERVICE_SECRET: 'short' }]) expect(() => signingService({ ...whole, ...less }), JSON.stringify(less)).toThrow(StartFailure);
});
