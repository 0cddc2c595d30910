import { organisationsNamed } from '#partnership/people';
import type { Place } from '#platform/access/standing.ts';
import type { Context } from '#platform/context.ts';
import type { Named } from '../model.ts';

/** The organisations that take part in a partnership, by name. */
export const partiesOf = async (context: Context, { organisationIds }: Place): Promise<Named[]> => (await organisationsNamed(context, organisationIds)).map(({ id, name }) => ({ id, name }));
