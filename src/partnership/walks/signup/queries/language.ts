import type { Context } from '#platform/context.ts';
import type { Language } from '../../model.ts';
import { mayWalk } from '../../policy.ts';
import { languageOf } from '../../store/language.server.ts';

/** The language that the walker who asks has chosen; null for anybody else. */
export const ownLanguage = async (context: Context): Promise<Language | null> => (mayWalk(context.actor) ? languageOf(context, context.actor.id) : null);
