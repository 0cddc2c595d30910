import { address } from '#ui/address.ts';

/** The sentence that a fact was read from, beside the agreement's text. */
export const factPlace = (agreementId: string, factId: string): string => address(`/partnerships/${agreementId}/agreement#fact-${factId}`);
