export { recordPeople, registerOrganisation } from './actions.ts';
export { listOrganisations, organisationsById, peopleOf } from './queries.ts';
