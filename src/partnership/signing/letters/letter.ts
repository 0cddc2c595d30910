import { createHash, randomBytes } from 'node:crypto';
import * as m from '#messages';
import type { Ending, Signatory, SigningRecords } from '../model.ts';
import { placeOfSignatory, signedNames } from '../rules/status.ts';

/** Letters are in Swedish: whoever gets one has chosen no language. */
const SWEDISH = { locale: 'sv' } as const;

/** A secret that lets its reader in once, and what is kept of it. */
export function freshSecret(): { secret: string; hash: string } {
  const secret = randomBytes(32).toString('base64url');
  return { secret, hash: hashOf(secret) };
}

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

interface Words {
  subject: string;
  text: string;
}

/** What somebody is asked to sign, for whom, until when and on which checksum. Nothing of the agreement's text. */
export function invitationLetter({ signing }: SigningRecords, signatory: Signatory, { kind, address }: { kind: 'invitation' | 'reminder'; address: string | null }): Words {
  const { title, by, organisation, frozenSha256 } = signing.sent!;
  const party = placeOfSignatory(signing, signatory.id)!.organisation.name;
  const lines = [
    m.signing_letter_greeting({ name: signatory.name }, SWEDISH),
    m.signing_letter_asked({ by: by.name, organisation: organisation.name, title, party }, SWEDISH),
    ...(signatory.deputy ? [m.signing_letter_deputy({}, SWEDISH)] : []),
    m.signing_letter_until({ day: signing.expiresOn }, SWEDISH),
    ...(address ? [m.signing_letter_at({ address }, SWEDISH)] : []),
    m.signing_letter_checksum({ sha256: frozenSha256 }, SWEDISH),
  ];
  const subject = kind === 'invitation' ? m.signing_letter_subject({ title }, SWEDISH) : m.signing_letter_subject_again({ title }, SWEDISH);
  return { subject, text: lines.join('\n\n') };
}

/** That nobody needs to sign any more, why, and who said so. */
export function endedLetter({ signing }: SigningRecords, { how, by, reason }: Ending): Words {
  const { title } = signing.sent!;
  const lines = [ENDED[how]({ title, by }, SWEDISH), ...(reason ? [m.signing_letter_reason({ reason }, SWEDISH)] : []), m.signing_letter_ended_then({}, SWEDISH)];
  return { subject: m.signing_letter_subject_ended({ title }, SWEDISH), text: lines.join('\n\n') };
}

const ENDED = { declined: m.signing_letter_declined, withdrawn: m.signing_letter_withdrawn, expired: m.signing_letter_expired } as const satisfies Record<Ending['how'], unknown>;

/** The receipt: that all have signed, where the sealed file is, and its checksum. */
export function sealedLetter(records: SigningRecords, { sha256, address }: { sha256: string; address: string | null }): Words {
  const { title } = records.signing.sent!;
  const lines = [
    m.signing_letter_sealed({ title, names: new Intl.ListFormat('sv').format(signedNames(records)) }, SWEDISH),
    ...(address ? [m.signing_letter_sealed_at({ address }, SWEDISH)] : []),
    m.signing_letter_checksum({ sha256 }, SWEDISH),
  ];
  return { subject: m.signing_letter_subject_sealed({ title }, SWEDISH), text: lines.join('\n\n') };
}
