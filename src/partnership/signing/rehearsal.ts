import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/context.ts';
import { validate } from '#platform/signatures/validate.ts';
import { fieldOf } from './rules/status.ts';

/** Nobody: the rehearsal's certificate is thrown away with the file that it signs. */
const REHEARSING = { name: 'Handslag', accountId: '00000000-0000-4000-8000-000000000000', assurance: 'low', signedInBy: 'rehearsal' } as const;

/**
 * Tries all that signing and sealing will need, on the very file that is to be signed: storage, the time authority, whoever
 * signs, the certificate authority, the seal and our own validation. Nothing of it is kept. Each no says which of them to look after.
 */
export async function rehearse(context: Context, file: Uint8Array): Promise<Outcome<null>> {
  const { authority, service, timestamps, trust } = context.signatures;
  const at = context.clock.now();
  if (!(await succeeds(() => context.files.mustBeWritable()))) return refuse('conflict', 'signing.storage-not-writable');
  if (timestamps && !(await timestamps.ready()).ok) return refuse('conflict', 'signing.time-source-silent');
  if (!(await (await service()).ready()).ok) return refuse('conflict', 'signing.service-not-ready');
  const signer = await valueOf(async () => (await authority()).issue({ ...REHEARSING, signedInAt: at }, at));
  if (!signer) return refuse('conflict', 'signing.authority-not-ready');
  const sealed = await valueOf(async () => {
    const [{ signField }, { seal }] = await Promise.all([import('#platform/signatures/sign-field.ts'), import('#platform/signatures/seal.ts')]);
    const signed = await signField(file, { field: fieldOf({ position: 1 }), signer, reason: null, at, timestamps });
    return seal(signed, { authority: await authority(), timestamps, at });
  });
  const report = sealed && (await validate(sealed, await trust(at)));
  return report && (report.verdict === 'whole' || report.verdict === 'incomplete') ? done(null) : refuse('conflict', 'signing.cannot-be-sealed');
}

const succeeds = async (attempt: () => Promise<unknown>): Promise<boolean> => (await valueOf(async () => (await attempt(), true))) ?? false;

/** What an attempt gives, or null where it throws: here a fault is an answer to what was asked. */
const valueOf = async <T>(attempt: () => Promise<T>): Promise<T | null> => attempt().catch(() => null);
