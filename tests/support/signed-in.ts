/** A session's cookie, as a request carries it. */
export interface SessionCookie {
  name: string;
  value: string;
}

/** The header that carries a session. */
export const carrying = ({ name, value }: SessionCookie): { cookie: string } => ({ cookie: `${name}=${value}` });

/** A form as a browser without script sends it. */
export const sendForm = (address: string | URL, fields: Record<string, string>, cookie?: SessionCookie): Promise<Response> =>
  fetch(address, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin: new URL(address).origin, accept: 'text/html', ...(cookie && carrying(cookie)) },
    redirect: 'manual',
  });

/** The first administrator by the link in the terminal, who also coordinates Granby kommun. */
export async function firstAdministrator(link: string): Promise<SessionCookie> {
  const secret = new URL(link).searchParams.get('token')!;
  const answer = await sendForm(link, { secret, name: 'Maja Lindgren', email: 'maja.lindgren@example.se', organisation: 'Granby kommun', orgNumber: '', sector: 'public' });
  return cookieIn(answer);
}

/** One of the samples' people, by name. */
export async function castMember(address: string, name: string): Promise<SessionCookie> {
  const page = await (await fetch(`${address}/sign-in`)).text();
  const [, person] = [...page.matchAll(/name="person" value="([^"]+)">([^<]+)/g)].find(([, , words]) => words.includes(name))!;
  return cookieIn(await sendForm(`${address}/sign-in?/demo`, { person, to: '/' }));
}

/** The first of the samples' people, who coordinates their municipalities. */
export async function firstOfCast(address: string): Promise<SessionCookie> {
  const page = await (await fetch(`${address}/sign-in`)).text();
  const person = /name="person" value="([^"]+)"/.exec(page)![1];
  return cookieIn(await sendForm(`${address}/sign-in?/demo`, { person, to: '/' }));
}

function cookieIn(answer: Response): SessionCookie {
  const cookie = answer.headers.getSetCookie().find((set) => set.includes('session_token='));
  if (!cookie) throw new Error(`Nobody was let in: ${answer.status}`);
  const [, name, value] = /^([^=]+)=([^;]+)/.exec(cookie)!;
  return { name, value };
}
