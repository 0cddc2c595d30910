import { ASSURANCE, type Assurance } from '../actor.ts';
import { StartFailure } from '../start-failure.ts';
import { isOpenToOthers } from './opening.ts';

/**
 * How surely somebody must have signed in to sign, from `SIGNING_ASSURANCE`. Where nobody has said: substantial, as what
 * is to be preserved asks for; on this machine alone, where nobody can come more surely than by a link, low.
 * Throws `StartFailure` when it is no level.
 */
export function demandedAssurance(environment: NodeJS.ProcessEnv): Assurance {
  const { SIGNING_ASSURANCE: written } = environment;
  if (!written) return isOpenToOthers(environment) ? 'substantial' : 'low';
  const level = ASSURANCE.find((one) => one === written);
  if (!level) throw new StartFailure('signing-assurance-unknown', { level: written, levels: ASSURANCE.join(', ') });
  return level;
}
