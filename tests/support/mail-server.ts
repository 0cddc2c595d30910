import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { afterAll } from 'vitest';

/** A mail server on this machine that one may speak to, and what it has taken. */
export interface MailServer {
  address: string;
  taken: { to: string[]; raw: string }[];
  /** How the next letters are answered: taken, or with this code and these words. */
  answer: { code: number; words: string } | null;
}

/** Starts a real SMTP server for the test file. */
export async function mailServer(): Promise<MailServer> {
  const state: MailServer = { address: '', taken: [], answer: null };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo: (_address, _session, answered) => answered(state.answer && Object.assign(new Error(state.answer.words), { responseCode: state.answer.code })),
    onData: async (stream, session, answered) => {
      state.taken.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: await text(stream) });
      answered();
    },
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  afterAll(() => new Promise<void>((closed) => server.close(closed)));
  state.address = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  return state;
}
