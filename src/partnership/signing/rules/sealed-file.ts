import type { ValidationReport } from '#platform/signatures/report.ts';
import type { SigningRecords } from '../model.ts';
import { fieldOf } from './status.ts';

/**
 * Where a file's own signatures say something else than the records: a file that was cut off after its first signature
 * is a whole file with one signature, so that who signed where is asked too. Empty where they agree.
 */
export function disagreements({ verdict, signatures }: Pick<ValidationReport, 'verdict' | 'signatures'>, { signing, signatures: recorded }: Pick<SigningRecords, 'signing' | 'signatures'>): string[] {
  const expected = recorded.filter(({ manner }) => manner === 'electronic').map(({ placeId, by }) => `${fieldOf(signing.places.find(({ id }) => id === placeId)!)} by ${by.name}`);
  const found = signatures.filter(({ kind }) => kind === 'signature').map(({ field, signer }) => `${field} by ${signer?.name}`);
  const right = expected.length === 0 ? 'unsigned' : expected.length < signing.places.length ? 'incomplete' : 'whole';
  return [
    ...(verdict === right ? [] : [`it is ${verdict}, not ${right}`]),
    ...expected.filter((one) => !found.includes(one)).map((one) => `lacks ${one}`),
    ...found.filter((one) => !expected.includes(one)).map((one) => `has ${one}`),
  ];
}
