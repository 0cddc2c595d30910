/** What becomes of the token of a link that has just been made. */
export type Sending = (token: string) => Promise<void>;

/** The library hands what it was given along with the link on to whoever sends it. */
export const withSending = (send: Sending): Record<string, unknown> => ({ send });

export const sendingOf = (metadata: Record<string, unknown> | undefined): Sending => metadata!.send as Sending;
