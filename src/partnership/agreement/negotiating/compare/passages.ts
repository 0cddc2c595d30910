/** A paragraph or an item of a list, and what divides it from the one before. */
export interface Written {
  lead: string;
  text: string;
}

/** The passages of a clause's body; together exactly the body. An empty body has none. */
export function passagesOf(body: string): Written[] {
  if (body === '') return [];
  const [first, ...rest] = body.split(/(\n\n|\n(?=- ))/);
  const passages: Written[] = [{ lead: '', text: first }];
  for (let at = 0; at < rest.length; at += 2) passages.push({ lead: rest[at], text: rest[at + 1] });
  return passages;
}
