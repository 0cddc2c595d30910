import { contextOf } from '../../src/partnership/agreement/read/index.ts';
import type { ReadingContext } from '../../src/partnership/agreement/read/context.ts';

/** A small agreement between Björkviks kommun and Föreningen Lyktan for `term`, with `body` as its sections. */
export const smallAgreement = (body: string, term = 'den 1 januari 2025 till och med den 31 december 2025'): ReadingContext =>
  contextOf(`# Överenskommelse om idéburet offentligt partnerskap

## Parter

Björkviks kommun, organisationsnummer 212000-9999, nedan kallad kommunen

Föreningen Lyktan, organisationsnummer 802999-9999, nedan kallad föreningen

## Avtalstid

Överenskommelsen gäller från och med ${term}.

${body}
`);
