export { recordPeople, registerOrganisation } from './actions.ts';
export { listOrganisations, peopleOf } from './queries.ts';
