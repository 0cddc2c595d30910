import { redirect } from '@sveltejs/kit';
import { fileTooLarge, LIMITS, receiveAgreement } from '#partnership/agreement';
import { address } from '#ui/address.ts';
import { refused } from '../answer.ts';
import { formWithin } from '../form-within.ts';
import { readSoon } from '../../reactions/reading.ts';
import type { Actions, PageServerLoad } from './$types';

/** Whoever opens the page is about to give a file: its reader starts meanwhile. */
export const load: PageServerLoad = ({ locals }) => {
  locals.reader.warm();
  return { largestFile: LIMITS.fileBytes };
};

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const form = await formWithin(request);
    if (!form) return refused(fileTooLarge().refusals);
    const pasted = String(form.get('text') ?? '');
    const chosen = form.get('file');
    const file =
      chosen instanceof File && chosen.size > 0
        ? { fileName: chosen.name, bytes: new Uint8Array(await chosen.arrayBuffer()) }
        : { fileName: pastedName(pasted), bytes: new TextEncoder().encode(pasted) };
    const received = await receiveAgreement(locals.context, file);
    if (!received.ok) return refused(received.refusals, { text: pasted });
    await readSoon(locals.context, received.value.agreementId, locals.reader);
    redirect(303, address(`/partnerships/${received.value.agreementId}/agreement`));
  },
};

/** A pasted text is known by its first words until it has been read. */
const pastedName = (text: string): string => `${text.trim().split('\n')[0].replace(/[#*_]/g, '').trim().slice(0, 60) || 'text'}.txt`;
