import * as m from '#messages';
import type { Refusal } from '#kernel/outcome.ts';

/** The sentence about a refusal in the language of whoever reads. A house test holds that every code has one. */
export function refusalSentence({ code, facts = {} }: Pick<Refusal, 'code' | 'facts'>): string {
  const sentence = (m as unknown as Record<string, ((facts: object) => string) | undefined>)[`refusal_${code.replace(/[.-]/g, '_')}`];
  return sentence?.(facts) ?? code;
}
