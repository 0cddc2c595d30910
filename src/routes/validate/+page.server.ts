import { validate } from '#platform/signatures/validate.ts';
import { LARGEST_SIGNED } from '#platform/signatures/largest-signed.ts';
import { formWithin } from '../form-within.ts';
import { refused } from '../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ largestFile: LARGEST_SIGNED });

export const actions: Actions = {
  /** The file is in memory for as long as it takes to answer, and is kept nowhere. */
  default: async ({ request, locals: { context } }) => {
    const form = await formWithin(request);
    const file = form?.get('file');
    if (!form) return refused([{ kind: 'invalid', code: 'signatures.file-too-large', path: 'file', facts: { megabytes: LARGEST_SIGNED / 1024 / 1024 } }]);
    if (!(file instanceof File) || file.size === 0) return refused([{ kind: 'invalid', code: 'signatures.no-file', path: 'file' }]);
    const trust = await context.signatures.trust(context.clock.now());
    return { name: file.name, report: await validate(new Uint8Array(await file.arrayBuffer()), trust) };
  },
};
