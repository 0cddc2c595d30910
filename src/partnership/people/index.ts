export { recordPeople, registerOrganisation } from './actions.ts';
export { listOrganisations, peopleOf } from './queries.ts';
export { disposeContactPersons, disposeOf } from './actions/disposal.ts';
export { decideRetention } from './actions/retention.ts';
export { type RetentionOfOrganisation, retentions } from './queries/retention.ts';
