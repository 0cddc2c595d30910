export { recordPeople } from './actions.ts';
export { peopleOf } from './queries.ts';
