import type { Context } from '#platform/context.ts';

/** A file that a signing stands on; one that is not kept is a fault. */
export async function keptFile(context: Context, sha256: string): Promise<Uint8Array> {
  const bytes = await context.files.get(sha256);
  if (!bytes) throw new Error(`the file ${sha256} of a signing is not kept`);
  return bytes;
}

/** Throws where a file does not begin with the one before it, byte for byte: then somebody's signature is not what they signed. */
export function mustFollowOn(previous: Uint8Array, next: Uint8Array): void {
  if (next.length <= previous.length || Buffer.compare(next.subarray(0, previous.length), previous) !== 0) throw new Error('a signed file did not grow by its end alone');
}
