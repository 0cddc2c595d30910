import type { CalendarDate } from '#kernel/calendar-date.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/context.ts';
import { mayKnowWalkers } from '../policy.ts';
import { shownName } from '../rules/protected.ts';
import { credentialsOf, personsById } from '../store/persons.server.ts';

/** What is known of somebody who walks: with a protected identity neither name nor address, unless it is they who ask. */
export interface KnownWalker {
  name: string | null;
  email: string | null;
  courses: { about: string | null; seenOn: CalendarDate }[];
}

/** What the house knows of these people, for a room that has asked whether it may be told. `themselves`: they are the ones who ask. */
export async function knownWalkers(house: Context, personIds: string[], { themselves = false } = {}): Promise<Outcome<Map<string, KnownWalker>>> {
  if (!mayKnowWalkers(house.actor)) return refuse('forbidden', 'access.not-allowed');
  const persons = await personsById(house, personIds);
  const courses = (await credentialsOf(house, personIds)).filter(({ kind, withdrawnAt }) => kind === 'course' && withdrawnAt === null);
  return done(
    new Map(
      [...persons].map(([id, person]) => {
        const name = shownName(person, { opened: themselves });
        const theirs = courses.filter(({ personId }) => personId === id).map(({ about, seenOn }) => ({ about, seenOn }));
        return [id, { name, email: name === null ? null : person.email, courses: theirs }];
      }),
    ),
  );
}
