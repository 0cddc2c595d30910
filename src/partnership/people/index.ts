export { recordPeople } from './actions.ts';
export type { ContactPerson, Party } from './model.ts';
export { peopleOf } from './queries.ts';
