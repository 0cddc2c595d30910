import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { LANGUAGES } from '../../model.ts';
import { mayWalk } from '../../policy.ts';
import { keepLanguage } from '../../store/language.server.ts';

/** Keeps the language that the one who walks wants messages and letters in. */
export async function chooseLanguage(context: Context, { language }: { language: string }): Promise<Outcome<null>> {
  if (!mayWalk(context.actor)) return refuse('unauthenticated', 'walks.sign-up-first');
  const chosen = LANGUAGES.find((one) => one === language);
  if (!chosen) return refuse('invalid', 'walks.language-not-understood', { path: 'language' });
  return inTransaction(context, async (inside) => {
    await keepLanguage(inside, chosen);
    await witness(inside, { what: 'walks.language-chosen', agreementId: null, facts: { language: chosen } });
    return done(null);
  });
}
