import type { Guard } from '#partnership/people';

/** What is told of several partnerships, each with its own protected names blacked out. */
export const hideEach = <T>(hide: Guard['hide'], byAgreement: Map<string, T>): Map<string, T> =>
  new Map([...byAgreement].map(([agreementId, told]) => [agreementId, hide(agreementId, told)]));
