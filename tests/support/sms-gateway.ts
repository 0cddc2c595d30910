import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll } from 'vitest';

/** A gateway on this machine for text messages, and what it has taken. */
export interface SmsGateway {
  address: string;
  taken: { from: string; to: string; message: string; login: string }[];
  /** The status that the next messages are answered with. */
  status: number;
}

/** Starts a real gateway for the test file. */
export async function smsGateway(): Promise<SmsGateway> {
  const state: SmsGateway = { address: '', taken: [], status: 200 };
  const server = createServer(async (request, response) => {
    const form = new URLSearchParams(await text(request));
    const login = Buffer.from(request.headers.authorization?.slice('Basic '.length) ?? '', 'base64').toString();
    if (state.status === 200) state.taken.push({ from: form.get('from')!, to: form.get('to')!, message: form.get('message')!, login });
    response.writeHead(state.status).end('{}');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  afterAll(() => new Promise<void>((closed) => server.close(() => closed())));
  state.address = `http://granby:hemligt@127.0.0.1:${(server.address() as AddressInfo).port}/a1/sms`;
  return state;
}
