import { listOrganisations, registerOrganisation } from '#partnership/people';
import { sure } from '#kernel/outcome.ts';
import { entrust } from '#platform/access/assignments.ts';
import type { Context } from '#platform/context.ts';

/** Who every visitor is until people can sign in: a coordinator of every municipality in the samples, and of one of its own. */
export const DEMO_COORDINATOR = { id: '00000000-0000-4000-8000-000000000001', name: 'Demo Samordnare' } as const;

/** Gives the demo coordinator a municipality to draft for and the municipalities of the samples. What is given already stays. */
export async function castDemo(context: Context): Promise<void> {
  const { organisationId: own } = sure(await registerOrganisation(context, { name: 'Handslag på prov', sector: 'public', orgNumber: null }));
  const municipalities = sure(await listOrganisations(context)).filter(({ id, sector }) => sector === 'public' && id !== own);
  for (const organisationId of [own, ...municipalities.map(({ id }) => id)]) {
    await entrust(context, { accountId: DEMO_COORDINATOR.id, role: 'coordinator', organisationId, agreementId: null });
  }
}
