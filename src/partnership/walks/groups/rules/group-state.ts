import type { Named, WalkingGroup } from '../../model.ts';
import type { GroupState, GroupWord } from '../model.ts';

/** How far a group has come: computed from its days. */
export const groupState = ({ startedOn, endedOn }: Pick<WalkingGroup, 'startedOn' | 'endedOn'>): GroupState => (endedOn ? 'ended' : startedOn ? 'started' : 'proposed');

/** The newest word of each party, of words in the order in which they were said. */
export const newestWords = (words: GroupWord[]): GroupWord[] => [...new Map(words.map((word) => [word.organisation.id, word])).values()];

/** The parties that have not said anything about the group: it starts when there are none, whatever they have said. */
export const unheardOf = (parties: Named[], words: GroupWord[]): Named[] => parties.filter(({ id }) => !words.some(({ organisation }) => organisation.id === id));
